// Labels of a place: the worked example, and which labels are kept.

import { expect, it } from 'vitest';
import {
  dominatesForward,
  LABEL,
  meets,
  MOST_LABELS,
  PLACE,
  putBackward,
  putForward,
} from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/labels.ts';

it('charges as long as the rest of the way asks, if there is time: the worked example', () => {
  const suffix = (latest: number): Float64Array => Float64Array.of(0, 5, latest, Infinity);
  expect(meets(3, 2, 6, 1, suffix(7), 0)).toBe(true);
  expect(meets(3, 2, 6, 1, suffix(5), 0)).toBe(false);
  expect(meets(3, 2, 4, 1, suffix(7), 0)).toBe(false);
  // time - battery of at most 0 is not to be had: charging moves along the line 3 - 2.
  expect(meets(3, 2, 6, 1, Float64Array.of(0, 0, 7, 0), 0)).toBe(false);
});

it('keeps labels of which none is better in everything, by length', () => {
  const labels = new Float64Array(PLACE);
  let count = putForward(labels, 0, 0, 1, 10, 10, 5, 5);
  count = putForward(labels, 0, count, 1, 12, 10, 9, 9);
  count = putForward(labels, 0, count, 1, 8, 10, 3, 3);
  expect([0, 1, 2].map((k) => labels[k * LABEL])).toEqual([8, 10, 12]);
  expect(dominatesForward(labels, 0, count, 1, 11, 10, 5, 5)).toBe(true);
  expect(dominatesForward(labels, 0, count, 1, 11, 9, 5, 5)).toBe(false);
  // A label that can charge on to 9 is as good as one that has 9 later.
  expect(dominatesForward(Float64Array.of(8, 10, 3, 9), 0, 1, 1, 9, 16, 9, 9)).toBe(true);
  expect(dominatesForward(Float64Array.of(8, 10, 3, 9), 0, 1, 1, 9, 15, 9, 9)).toBe(false);
  count = putForward(labels, 0, count, 1, 9, 9, 9, 9);
  expect(count).toBe(2);
  expect([...labels.subarray(0, 2 * LABEL)]).toEqual([8, 10, 3, 3, 9, 9, 9, 9]);
});

it('keeps the shortest and the longest where there are too many', () => {
  const labels = new Float64Array(PLACE);
  let count = 0;
  for (const length of [5, 1, 9, 3, 7, 2, 8, 4, 6]) count = putBackward(labels, 0, count, length, 20 - length, 10, Infinity);
  expect(count).toBe(MOST_LABELS);
  const lengths = Array.from({ length: count }, (_, k) => labels[k * LABEL]!);
  expect(lengths).toEqual([...Array.from({ length: MOST_LABELS - 1 }, (_, k) => k + 1), 9]);
});

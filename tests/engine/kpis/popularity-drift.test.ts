import { describe, expect, it } from 'vitest';
import { Alias } from '../../../packages/engine/src/base/distributions.ts';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { popularityDrift } from '../../../packages/engine/src/kpis/popularity-drift.ts';

const SKUS = 500;
const LINES = 3000;
const LOOKS = 400;
/** Popularity falls with the rank as of Zipf: 20 % of the SKUs have 77 % of the lines. Ranks are spread over the SKU numbers. */
const learnt = Float64Array.from({ length: SKUS }, (_, item) => 100 / (1 + ((item * 211) % SKUS)));

/** Lines per SKU; a share of them ask for an SKU drawn evenly. */
function drawn(random: RandomStream, lines: number, moved = 0): Int32Array {
  const byPopularity = new Alias(learnt);
  const counts = new Int32Array(SKUS);
  for (let line = 0; line < lines; line++) {
    counts[random.chance(moved) ? random.integer(SKUS) : byPopularity.draw(random)]!++;
  }
  return counts;
}

function look(counts: Int32Array, popularity: Float64Array = learnt, learntFrom?: number) {
  return popularityDrift(popularity, counts, learntFrom)!;
}

describe('popularity drift', () => {
  it('is that of the worked example', () => {
    const found = look(Int32Array.of(30, 20, 50), Float64Array.of(5, 2, 3));
    expect(found).toMatchObject({ lines: 100, classes: 3, drifted: true });
    expect(found.z).toBeCloseTo(3.948, 3);
    expect(found.drift).toBeCloseTo(0.2 - 0.0542, 4);
  });

  it('is exactly on the shares: none', () => {
    const found = look(Int32Array.of(50, 20, 30), Float64Array.of(5, 2, 3));
    expect(found).toMatchObject({ drift: 0, drifted: false });
    expect(found.z).toBeLessThan(-1.6);
  });

  it('is not told of too few lines, nor where nothing was learnt', () => {
    expect(popularityDrift([1, 1], [4, 5])).toBeUndefined();
    expect(popularityDrift([1, 1], [5, 5])).toMatchObject({ classes: 2, drifted: false });
    expect(popularityDrift([1, 1], [0, 0])).toBeUndefined();
    expect(popularityDrift([0, 0], [5, 5])).toBeUndefined();
  });

  it('pools the rare SKUs, so that five lines are expected of each class, and leaves none out', () => {
    // 100 lines over one SKU of 82 % and 18 of 1 %: the first five and the next five rare ones make a class, the rest the last.
    const popularity = Float64Array.from({ length: 19 }, (_, item) => (item === 7 ? 82 : 1));
    const counts = new Int32Array(19);
    counts[7] = 80;
    counts[18] = 20;
    const found = look(counts, popularity);
    expect(found.classes).toBe(4);
    const x2 = 4 / 82 + 25 / 5 + 25 / 5 + (20 - 8) ** 2 / 8;
    const variance = 6 + (1 / 0.82 + 20 + 20 + 12.5 - 16 - 8 + 2) / 100;
    const spread = variance / 81;
    expect(found.z).toBeCloseTo((Math.cbrt(x2 / 3) - 1 + spread) / Math.sqrt(spread), 9);
  });

  it('counts lines of SKUs that were never asked for before', () => {
    expect(look(Int32Array.of(10, 50, 40), Float64Array.of(0, 5, 5))).toMatchObject({ classes: 2, lines: 100 });
    expect(look(Int32Array.of(50, 10, 40), Float64Array.of(5, 5, 0))).toMatchObject({ classes: 2, drifted: false });
    expect(look(Int32Array.of(10, 1, 89), Float64Array.of(5, 5, 0))).toMatchObject({ classes: 2, drifted: true });
  });

  it('raises a false alarm in about 5 of 100 looks at orders drawn from the popularity learnt', () => {
    const random = new RandomStream('popularity-drift/null');
    let alarms = 0;
    let largest = 0;
    for (let i = 0; i < LOOKS; i++) {
      const found = look(drawn(random, LINES));
      if (found.drifted) alarms++;
      largest = Math.max(largest, found.drift);
    }
    // Binomial: 20 ± 3 × 4.36 of 400.
    expect(alarms).toBeGreaterThanOrEqual(7);
    expect(alarms).toBeLessThanOrEqual(33);
    expect(largest).toBeLessThan(0.03);
  });

  it('raises a false alarm in about 5 of 100 looks where the popularity was itself counted on lines', () => {
    const random = new RandomStream('popularity-drift/two-samples');
    let alarms = 0;
    for (let i = 0; i < LOOKS; i++) {
      const counted = Float64Array.from(drawn(random, 10 * LINES));
      if (look(drawn(random, LINES), counted, 10 * LINES).drifted) alarms++;
    }
    expect(alarms).toBeGreaterThanOrEqual(7);
    expect(alarms).toBeLessThanOrEqual(33);
  });

  it('raises the alarm when 10 % of the lines have moved to other SKUs, and says at least how many', () => {
    const random = new RandomStream('popularity-drift/moved');
    let alarms = 0;
    let sum = 0;
    for (let i = 0; i < 100; i++) {
      const found = look(drawn(random, LINES, 0.1));
      if (found.drifted) alarms++;
      sum += found.drift;
    }
    expect(alarms).toBeGreaterThanOrEqual(88); // 95 of 100 on average
    // An SKU drawn evenly is often one that loses as many lines as it gains: the distance between the two is 5.7 %.
    const total = learnt.reduce((all, each) => all + each, 0);
    const distance = learnt.reduce((all, each) => all + (0.1 * Math.abs(each / total - 1 / SKUS)) / 2, 0);
    expect(sum / 100).toBeLessThan(distance);
    expect(sum / 100).toBeGreaterThan(distance / 4);
  });
});

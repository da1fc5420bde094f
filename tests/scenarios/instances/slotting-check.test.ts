import { describe, expect, it } from 'vitest';
import { assignmentFaults, tourFaults } from '../../../packages/scenarios/src/instances/slotting-check.ts';
import { readSlottingJson } from '../../../packages/scenarios/src/instances/slotting-json.ts';

/** Aisles 5 m apart and 10 m long; SKUs p and q; locations near, far, cold and weak. */
const instance = readSlottingJson(
  JSON.stringify({
    name: 'check',
    layout: { aisles: 2, blocks: 1, subaisleLength: 10, aislePitch: 5, crossAisleOffset: 0, depot: { aisle: 0, crossAisle: 0 } },
    locations: [
      { id: 'near', aisle: 0, block: 0, offset: 3 },
      { id: 'far', aisle: 1, block: 0, offset: 3 },
      { id: 'cold', aisle: 0, block: 0, offset: 5, temperature: 'chilled' },
      { id: 'weak', aisle: 0, block: 0, offset: 7, maxWeight_kg: 1, volume_l: 1 },
    ],
    skus: [{ id: 'p', weight_kg: 2, volume_l: 2 }, { id: 'q' }],
    history: [{ order: '1', skus: ['p', 'q'] }],
  }),
  'check.json',
);

describe('the checker of assignments', () => {
  it.each<[string, number[], RegExp[]]>([
    ['a legal one', [0, 1], []],
    ['an SKU without a location', [0, -1], [/SKU q has no location/]],
    ['a location that is not there', [0, 9], [/SKU q has no location/]],
    ['a location twice', [1, 1], [/SKU q and SKU p share location far/]],
    ['the wrong temperature', [0, 2], [/SKU q has another temperature than location cold/]],
    ['too heavy and too large', [3, 0], [/SKU p is too heavy for location weak/, /SKU p is too large for location weak/]],
    ['an SKU left out', [0], [/1 locations for 2 SKUs/]],
  ])('finds %s', (_what, home, expected) => {
    const faults = assignmentFaults(instance, Int32Array.from(home));
    expect(faults).toHaveLength(expected.length);
    expected.forEach((pattern, i) => expect(faults[i]).toMatch(pattern));
  });
});

describe('the checker of tours', () => {
  const out = [
    [0, 0],
    [5, 0],
    [5, 3],
    [5, 0],
    [0, 0],
  ] as const;

  it('is the worked example of its header', () => {
    expect(tourFaults(instance, { locations: [1], path: out, length_m: 16 })).toEqual([]);
    expect(
      tourFaults(instance, {
        locations: [1],
        path: [
          [0, 0],
          [5, 3],
          [0, 0],
        ],
        length_m: 16,
      }),
    ).toEqual([
      'from (0, 0) to (5, 3) there is no way',
      'from (5, 3) to (0, 0) there is no way',
      'it does not pass location far',
    ]);
  });

  it('finds a wrong length, a location passed by, and an end elsewhere', () => {
    expect(tourFaults(instance, { locations: [1], path: out, length_m: 15 })).toEqual(['it is 16 m, not 15 m']);
    expect(tourFaults(instance, { locations: [0, 1], path: out, length_m: 16 })).toEqual(['it does not pass location near']);
    expect(tourFaults(instance, { locations: [1], path: out.slice(0, -1), length_m: 11 })).toEqual([
      'it does not start and end at the depot',
    ]);
    expect(tourFaults(instance, { locations: [], path: [], length_m: 0 })).toHaveLength(2);
  });

  it('knows that between two aisles there is only a cross-aisle', () => {
    const across = [
      [0, 0],
      [0, 3],
      [5, 3],
      [5, 0],
      [0, 0],
    ] as const;
    expect(tourFaults(instance, { locations: [0, 1], path: across, length_m: 16 })).toEqual([
      'from (0, 3) to (5, 3) there is no way',
    ]);
  });
});

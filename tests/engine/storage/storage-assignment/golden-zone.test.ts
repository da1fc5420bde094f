import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { goldenZone } from '../../../../packages/engine/src/storage/storage-assignment/golden-zone.ts';
import { storageView, type TestLocation } from '../view.ts';

const random = new RandomStream('the golden zone does not draw');
const GOLDEN = { from_m: 0.7, to_m: 1.4, outside_s: 2 };
/** Slots of 0.4 m with their centres at these heights. */
const bay = (distance_m: number, centres: readonly number[]): TestLocation[] =>
  centres.map((z, level) => ({ distance_m, edge_m: 0.4, bottom_m: z - 0.2, level }));

describe('golden zone', () => {
  it('gives the popular SKUs the golden levels, the heavier the nearer to the waist: the worked example', () => {
    const items = [
      { popularity: 9, weight_kg: 1, edge_m: 0.1 },
      { popularity: 8, weight_kg: 5, edge_m: 0.1 },
      { popularity: 2, weight_kg: 3, edge_m: 0.1 },
      { popularity: 1, weight_kg: 2, edge_m: 0.1 },
    ];
    const view = storageView(items, bay(5, [0.3, 0.8, 1.2, 1.7]), { goldenZone: GOLDEN, classBoundaries: [] });
    expect([...goldenZone.decide(view, random)]).toEqual([2, 1, 0, 3]);
  });

  it('keeps class A in the near bay, golden or not, and class C in the far one', () => {
    const items = Array.from({ length: 6 }, (_, item) => ({ popularity: 9 - item, edge_m: 0.1 }));
    const far = bay(20, [0.3, 0.9, 1.7]);
    const near = bay(5, [0.3, 0.9, 1.7]);
    const view = storageView(items, [...far, ...near], { goldenZone: GOLDEN, classBoundaries: [0.5] });
    const home = [...goldenZone.decide(view, random)];
    // Locations 3 … 5 are the near bay, 4 and 1 the golden places.
    expect(home[0]).toBe(4);
    expect(home[3]).toBe(1);
    expect(home.slice(0, 3).sort((a, b) => a - b)).toEqual([3, 4, 5]);
  });

  it('leaves no golden place of a class empty while one of its SKUs that fits lies outside', () => {
    const items = [
      { popularity: 9, edge_m: 0.5 },
      { popularity: 1, edge_m: 0.1 },
    ];
    const locations = [{ distance_m: 5, edge_m: 0.6, bottom_m: 0 }, ...bay(5, [0.9])];
    const view = storageView(items, locations, { goldenZone: GOLDEN, classBoundaries: [] });
    expect([...goldenZone.decide(view, random)]).toEqual([0, 1]);
  });
});

import { describe, expect, it } from 'vitest';

import { AisleEstimate, fit, SERVICES } from '../../../../packages/engine/src/storage/slotting/aisle-estimate.ts';
import { floorOf } from '../../../../packages/engine/src/storage/slotting/floor.ts';
import type { Model } from '../../../../packages/engine/src/model/model.ts';

interface Spot {
  readonly area: number;
  readonly aisle: number;
  readonly block: number;
  readonly y_m: number;
}

function building(areas: readonly unknown[], spots: readonly Spot[]): Model {
  return {
    building: { areas },
    locations: {
      count: spots.length,
      area: Int32Array.from(spots, ({ area }) => area),
      aisle: Int32Array.from(spots, ({ aisle }) => aisle),
      block: Int32Array.from(spots, ({ block }) => block),
      place: Int32Array.from(spots.keys()),
    },
    network: { places: { y_m: Float64Array.from(spots, ({ y_m }) => y_m) } },
  } as unknown as Model;
}

const all = (model: Model): Int32Array => Int32Array.from({ length: model.locations.count }, (_, location) => location);

describe('the floor of a slotting search', () => {
  it('has the points of the worked example', () => {
    const area = { aisles_x_m: [0, 4], crossAisles_y_m: [0, 10], gate: { aisle: 0, crossAisle: 0 } };
    const model = building(
      [area],
      [
        { area: 0, aisle: 1, block: 0, y_m: 2 },
        { area: 0, aisle: 0, block: 0, y_m: 1 },
        { area: 0, aisle: 0, block: 0, y_m: 1 },
      ],
    );
    const floor = floorOf(model, all(model));
    expect([...floor.pointOf]).toEqual([1, 0, 0]);
    expect([...floor.walkOrder]).toEqual([1, 2, 0]);
    expect([...floor.subaisle]).toEqual([0, 1]);
    expect([...floor.depth_m]).toEqual([1, 2]);
    expect([...floor.access_m]).toEqual([0, 4]);
    expect([...floor.length_m]).toEqual([10, 10]);
    expect([...floorOf(model, Int32Array.of(0)).pointOf]).toEqual([0, -1, -1]);
  });

  it('measures from the gate, wherever it is: blocks before and behind it, aisles on both sides, areas apart', () => {
    const area = { aisles_x_m: [0, 4, 8], crossAisles_y_m: [0, 10, 25], gate: { aisle: 1, crossAisle: 1 } };
    const model = building(
      [area, area],
      [
        { area: 0, aisle: 0, block: 0, y_m: 7 },
        { area: 0, aisle: 2, block: 1, y_m: 14 },
        { area: 1, aisle: 1, block: 0, y_m: 10 },
      ],
    );
    const floor = floorOf(model, all(model));
    expect([...floor.depth_m]).toEqual([3, 4, 0]);
    expect([...floor.access_m]).toEqual([4, 4, 0]);
    expect([...floor.length_m]).toEqual([10, 15, 10]);
    expect([...floor.area]).toEqual([0, 0, 1]);
    expect([...floor.aisle]).toEqual([0, 2, 1]);
  });
});

describe('the estimate of a tour', () => {
  const area = { aisles_x_m: [0, 4], crossAisles_y_m: [0, 10], gate: { aisle: 0, crossAisle: 0 } };
  const spots = [
    { area: 0, aisle: 0, block: 0, y_m: 2 },
    { area: 0, aisle: 0, block: 0, y_m: 9 },
    { area: 0, aisle: 1, block: 0, y_m: 3 },
    { area: 1, aisle: 1, block: 0, y_m: 5 },
  ];

  it('serves aisles as in the worked example, and goes to each area by itself', () => {
    const model = building([area, area], spots);
    const floor = floorOf(model, all(model));
    const first = SERVICES.map((service) => new AisleEstimate(floor, service).tour_m(Int32Array.of(0, 1, 2), 0, 3));
    expect(Object.fromEntries(SERVICES.map((service, k) => [service, first[k]]))).toEqual({
      least: 6 + 6 + 8,
      through: 20 + 8,
      return: 24 + 8,
      gap: 12 + 8,
    });
    const both = SERVICES.map((service) => new AisleEstimate(floor, service).tour_m(Int32Array.of(0, 1, 2, 3), 0, 4));
    expect(both).toEqual(first.map((length) => length + 10 + 8));
    expect(new AisleEstimate(floor, 'least').tour_m(Int32Array.of(0), 0, 0)).toBe(0);
  });

  it('is held against lengths by its correlation', () => {
    expect(fit(Float64Array.of(1, 2, 3), Float64Array.of(12, 14, 16))).toBeCloseTo(1, 12);
    expect(fit(Float64Array.of(1, 2, 3, 2), Float64Array.of(5, 5, 5, 5))).toBe(0);
    expect(fit(Float64Array.of(1, 2, 1, 2), Float64Array.of(1, 1, 2, 2))).toBe(0);
    expect(fit(new Float64Array(0), new Float64Array(0))).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { loadCarriers, type CarrierGoods, type CarrierType } from '../../../../packages/engine/src/packing/loading/carriers.ts';
import { packingFaults } from '../../../../packages/scenarios/src/instances/cartonization-check.ts';

const roll: CarrierType = {
  ...{ id: 'roll', length_m: 0.8, width_m: 0.6, height_m: 1.6, maxLoad_kg: 300, tare_kg: 35, cost_krw: 1000 },
};
const pallet: CarrierType = {
  ...{ id: 'pallet', length_m: 1.1, width_m: 1.1, height_m: 1.5, maxLoad_kg: 1000, tare_kg: 25, cost_krw: 1500 },
};

function goods(fields: Partial<CarrierGoods>): CarrierGoods {
  const plain = { length_m: 0.4, width_m: 0.3, height_m: 0.3, weight_kg: 5, fragile: false, upright: true, temperature: 0 };
  return { ...plain, ...fields };
}

describe('loading carriers', () => {
  it('puts the heavy cartons of one size lowest: the worked example', () => {
    const boxes = Array.from({ length: 10 }, (_, i) => goods({ weight_kg: i % 2 === 0 ? 12 : 4 }));
    const { carriers, left } = loadCarriers(boxes, [roll]);
    expect(left).toEqual([]);
    expect(carriers).toHaveLength(1);
    const [carrier] = carriers;
    expect([carrier!.load_kg, carrier!.gross_kg]).toEqual([80, 115]);
    const heights = (heavy: boolean): number[] =>
      carrier!.placements.filter(({ box }) => (boxes[box]!.weight_kg === 12) === heavy).map(({ z_m }) => z_m);
    expect(Math.max(...heights(true))).toBeLessThanOrEqual(Math.min(...heights(false)));
    expect(heights(true).filter((z) => z === 0)).toHaveLength(4);
  });

  it('keeps temperatures apart and leaves what no carrier takes', () => {
    const boxes = [goods({}), goods({ temperature: 2 }), goods({ length_m: 2 }), goods({ weight_kg: 2000 })];
    const { carriers, left } = loadCarriers(boxes, [roll, pallet]);
    expect(carriers.map(({ temperature }) => temperature)).toEqual([0, 2]);
    expect(left).toEqual([2, 3]);
  });

  it('is sound by the checker on random goods, and takes every box once', () => {
    const random = new RandomStream('carriers');
    for (let round = 0; round < 25; round++) {
      const sizes = [
        [0.27, 0.18, 0.15] as const,
        [0.34, 0.25, 0.21] as const,
        [0.41, 0.31, 0.28] as const,
        [0.48, 0.38, 0.34] as const,
      ];
      const boxes = Array.from({ length: 20 + random.integer(100) }, () => {
        const [length_m, width_m, height_m] = sizes[random.integer(4)]!;
        const weight_kg = 1 + random.integer(25);
        return goods({ length_m, width_m, height_m, weight_kg, fragile: random.chance(0.15), temperature: random.integer(2) });
      });
      const types = [roll, pallet];
      const { carriers } = loadCarriers(boxes, types);
      const faults = packingFaults(
        {
          ...{ name: '', kind: 'order', unit: 'm', looseAllowed: true },
          items: boxes.map((box, i) => ({
            id: String(i),
            sides: [box.length_m, box.width_m, box.height_m],
            mayStand: [false, false, true],
            quantity: 1,
            ...{ weight_kg: box.weight_kg, fragile: box.fragile, temperature: box.temperature },
          })),
          containers: types.map(({ id, length_m, width_m, height_m, maxLoad_kg, cost_krw }) => ({
            ...{ id, sides: [length_m, width_m, height_m], maxLoad_kg, cost: cost_krw },
          })),
        },
        {
          containers: carriers.map(({ type }) => type),
          placements: carriers.flatMap(({ placements }, container) =>
            placements.map(({ box, x_m, y_m, z_m, alongX_m, alongY_m, alongZ_m }) => ({
              ...{ item: box, container, position: [x_m, y_m, z_m] as const, size: [alongX_m, alongY_m, alongZ_m] as const },
            })),
          ),
          left: [],
        },
      );
      expect(faults).toEqual([]);
      for (const { load_kg, placements, type } of carriers) {
        expect(load_kg).toBeCloseTo(
          placements.reduce((sum, { box }) => sum + boxes[box]!.weight_kg, 0),
          6,
        );
        expect(load_kg).toBeLessThanOrEqual(types[type]!.maxLoad_kg);
      }
    }
  });
});

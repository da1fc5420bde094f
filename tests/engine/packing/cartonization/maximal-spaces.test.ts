import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { bestFitDecreasing } from '../../../../packages/engine/src/packing/cartonization/best-fit-decreasing.ts';
import { leastCartonCost_krw, maximalSpaces } from '../../../../packages/engine/src/packing/cartonization/maximal-spaces.ts';
import type { CartonizationView, PackedCarton, PackLine } from '../../../../packages/engine/src/packing/cartonization/policy.ts';
import { packingFaults } from '../../../../packages/scenarios/src/instances/cartonization-check.ts';

const random = new RandomStream('maximal spaces do not draw');
const small = { id: 'small', length_m: 0.3, width_m: 0.2, height_m: 0.2, maxLoad_kg: 10, cost_krw: 500 };
const large = { id: 'large', length_m: 0.5, width_m: 0.4, height_m: 0.3, maxLoad_kg: 25, cost_krw: 1200 };

function line(length_m: number, width_m: number, height_m: number, fields: Partial<PackLine> = {}): PackLine {
  return {
    ...{ units: 1, length_m, width_m, height_m, weight_kg: 1, temperature: 0, upright: false, fragile: false },
    ...fields,
  };
}

/** What the independent checker says of a packing. */
function faultsOf({ lines, cartons }: CartonizationView, packed: readonly PackedCarton[]): string[] {
  const boxes = packed.filter(({ carton }) => carton >= 0);
  return packingFaults(
    {
      ...{ name: '', kind: 'order', unit: 'm', looseAllowed: true },
      items: lines.map(({ units, length_m, width_m, height_m, weight_kg, upright, fragile, temperature }, i) => ({
        id: `line ${i}`,
        sides: [length_m, width_m, height_m],
        mayStand: [!upright, !upright, true],
        ...{ quantity: units, weight_kg, fragile, temperature },
      })),
      containers: cartons.map(({ id, length_m, width_m, height_m, maxLoad_kg, cost_krw }) => ({
        ...{ id, sides: [length_m, width_m, height_m], maxLoad_kg, cost: cost_krw },
      })),
    },
    {
      containers: boxes.map(({ carton }) => carton),
      placements: boxes.flatMap(({ placements }, container) =>
        placements!.map((place) => ({
          item: place.line,
          container,
          position: [place.x_m, place.y_m, place.z_m] as const,
          size: [place.alongX_m, place.alongY_m, place.alongZ_m] as const,
        })),
      ),
      left: packed.flatMap(({ carton, contents }) => (carton < 0 ? contents.map(([index]) => index) : [])),
    },
  );
}

describe('maximal spaces', () => {
  it('packs two small cartons where the volume rule opens a large one: the worked example', () => {
    const view = { lines: [line(0.25, 0.2, 0.1, { units: 3 })], cartons: [small, large] };
    const packed = maximalSpaces.decide(view, random);
    expect(packed.map(({ carton, contents }) => [carton, contents])).toEqual([
      [0, [[0, 2]]],
      [0, [[0, 1]]],
    ]);
    expect(bestFitDecreasing.decide(view, random).map(({ carton }) => carton)).toEqual([1]);
    expect(leastCartonCost_krw(view)).toBe(1000);
    expect(faultsOf(view, packed)).toEqual([]);
  });

  it('places every unit, and gives no places to loose goods', () => {
    const view = { lines: [line(0.1, 0.1, 0.1, { units: 9 }), line(0.6, 0.1, 0.1, { units: 2 })], cartons: [small, large] };
    const packed = maximalSpaces.decide(view, random);
    expect(packed.map(({ carton, placements }) => [carton, placements?.length])).toEqual([
      [0, 9],
      [-1, undefined],
      [-1, undefined],
    ]);
  });

  it('keeps upright goods upright: one that fits lying only is loose', () => {
    const view = { lines: [line(0.1, 0.1, 0.4, { upright: true }), line(0.1, 0.1, 0.4)], cartons: [small, large] };
    expect(maximalSpaces.decide(view, random).map(({ carton, contents }) => [carton, contents[0]![0]])).toEqual([
      [1, 1],
      [-1, 0],
    ]);
  });

  it('decides the same twice and draws nothing', () => {
    const view = {
      lines: [line(0.21, 0.13, 0.09, { units: 7 }), line(0.11, 0.07, 0.05, { units: 11 })],
      cartons: [small, large],
    };
    const stream = new RandomStream('untouched');
    const before = stream.save();
    expect(maximalSpaces.decide(view, stream)).toEqual(maximalSpaces.decide(view, stream));
    expect(stream.save()).toEqual(before);
  });

  it('is sound by the checker on random orders, and never below the bound', () => {
    const draw = new RandomStream('random orders');
    for (let round = 0; round < 150; round++) {
      const lines = Array.from({ length: 1 + draw.integer(18) }, () =>
        line(draw.uniform(0.02, 0.35), draw.uniform(0.02, 0.3), draw.uniform(0.02, 0.25), {
          ...{ units: 1 + draw.integer(6), weight_kg: draw.uniform(0.1, 6), temperature: draw.integer(3) },
          ...{ upright: draw.chance(0.3), fragile: draw.chance(0.2) },
        }),
      );
      const view = { lines, cartons: [small, large] };
      const packed = maximalSpaces.decide(view, random);
      expect(faultsOf(view, packed)).toEqual([]);
      const cost = packed.reduce((sum, { carton }) => sum + (carton < 0 ? 0 : view.cartons[carton]!.cost_krw), 0);
      expect(cost).toBeGreaterThanOrEqual(leastCartonCost_krw(view) - 1e-6);
    }
  });

  it('packs an order of more lines than blocks are kept for', () => {
    const lines = Array.from({ length: 400 }, (_, i) => line(0.03 + (i % 7) / 100, 0.04, 0.05, { weight_kg: 0.1 }));
    const view = { lines, cartons: [small, large] };
    expect(faultsOf(view, maximalSpaces.decide(view, random))).toEqual([]);
  });
});

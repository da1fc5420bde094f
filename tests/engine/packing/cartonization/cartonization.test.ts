import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { Carton } from '../../../../packages/engine/src/model/items.ts';
import { bestFitDecreasing } from '../../../../packages/engine/src/packing/cartonization/best-fit-decreasing.ts';
import { nextFit } from '../../../../packages/engine/src/packing/cartonization/next-fit.ts';
import { cartonizationPolicies } from '../../../../packages/engine/src/packing/cartonization/policies.ts';
import type { PackLine } from '../../../../packages/engine/src/packing/cartonization/policy.ts';

const random = new RandomStream('cartonization does not draw');

function carton(length_m: number, width_m: number, height_m: number, maxLoad_kg = 20): Carton {
  return { id: 'c', length_m, width_m, height_m, maxLoad_kg, cost_krw: 500 };
}

/** Units of a given volume in litres on a base of 0.2 × 0.25 m. */
function litres(volume_l: number, units = 1, fields: Partial<PackLine> = {}): PackLine {
  return {
    units,
    length_m: 0.2,
    width_m: 0.25,
    height_m: volume_l / 50,
    weight_kg: 1,
    temperature: 0,
    upright: false,
    fragile: false,
    ...fields,
  };
}

const big = carton(1.25, 0.4, 0.2); // 100 l
const small = carton(0.8, 0.25, 0.2); // 40 l

describe('next fit', () => {
  it('closes a carton at the first unit that does not fit: the worked example', () => {
    const lines = [litres(30, 3, { weight_kg: 5 }), litres(10, 2, { weight_kg: 5 })];
    expect(nextFit.decide({ lines, cartons: [big] }, random)).toEqual([
      { carton: 0, contents: [[0, 2]] },
      {
        carton: 0,
        contents: [
          [0, 1],
          [1, 2],
        ],
      },
    ]);
  });

  it('closes a carton that is heavy enough', () => {
    expect(nextFit.decide({ lines: [litres(10, 3, { weight_kg: 8 })], cartons: [big] }, random)).toEqual([
      { carton: 0, contents: [[0, 2]] },
      { carton: 0, contents: [[0, 1]] },
    ]);
  });
});

describe('best fit decreasing', () => {
  it('needs two cartons where next fit needs three: the worked example', () => {
    const lines = [litres(10), litres(60), litres(30), litres(20), litres(40)];
    const cartons = [small, big];
    const best = bestFitDecreasing.decide({ lines, cartons }, random);
    expect(best).toEqual([
      {
        carton: 1,
        contents: [
          [1, 1],
          [3, 1],
        ],
      },
      {
        carton: 1,
        contents: [
          [4, 1],
          [2, 1],
          [0, 1],
        ],
      },
    ]);
    expect(nextFit.decide({ lines, cartons }, random).length).toBe(3);
  });

  it('exchanges a carton for the smallest that holds its contents', () => {
    expect(bestFitDecreasing.decide({ lines: [litres(10, 3)], cartons: [small, big] }, random)).toEqual([
      { carton: 0, contents: [[0, 3]] },
    ]);
  });
});

describe('every cartonization policy', () => {
  it('turns a unit to fit, and sends it loose where no turning helps', () => {
    const long: PackLine = {
      units: 1,
      length_m: 0.19,
      width_m: 0.79,
      height_m: 0.24,
      weight_kg: 1,
      temperature: 0,
      upright: false,
      fragile: false,
    };
    const longer: PackLine = { ...long, units: 2, width_m: 1.3 };
    for (const policy of cartonizationPolicies) {
      expect(policy.decide({ lines: [long], cartons: [small] }, random)).toMatchObject([{ carton: 0, contents: [[0, 1]] }]);
      expect(policy.decide({ lines: [longer], cartons: [small, big] }, random)).toEqual([
        { carton: -1, contents: [[0, 1]] },
        { carton: -1, contents: [[0, 1]] },
      ]);
    }
  });

  it('sends a unit too heavy for every carton loose', () => {
    for (const policy of cartonizationPolicies) {
      expect(policy.decide({ lines: [litres(10, 1, { weight_kg: 25 })], cartons: [small, big] }, random)[0]!.carton).toBe(-1);
    }
  });

  it('lets a single unit fill a carton beyond the fill factor', () => {
    const full: PackLine = {
      units: 2,
      length_m: 0.8,
      width_m: 0.25,
      height_m: 0.2,
      weight_kg: 1,
      temperature: 0,
      upright: false,
      fragile: false,
    };
    for (const policy of cartonizationPolicies) {
      expect(policy.decide({ lines: [full], cartons: [small] }, random).map((c) => c.contents)).toEqual([[[0, 1]], [[0, 1]]]);
    }
  });

  it('never mixes temperatures', () => {
    const lines = [litres(5), litres(5, 1, { temperature: 2 }), litres(5), litres(5, 1, { temperature: 2 })];
    for (const policy of cartonizationPolicies) {
      const packed = policy.decide({ lines, cartons: [big] }, random);
      expect(packed.map((c) => c.contents.map(([line]) => line))).toEqual([
        [0, 2],
        [1, 3],
      ]);
    }
  });

  it('packs nothing for no lines', () => {
    for (const policy of cartonizationPolicies) expect(policy.decide({ lines: [], cartons: [big] }, random)).toEqual([]);
  });
});

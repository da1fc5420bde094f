import { describe, expect, it } from 'vitest';
import { cartonizationExample } from '../../../packages/scenarios/src/instances/cartonization-example.ts';
import type { CartonizationInstance } from '../../../packages/scenarios/src/instances/cartonization.ts';
import { namedCartonization, readCartonization } from '../../../packages/scenarios/src/instances/read-cartonization.ts';
import {
  CARTONIZATION_POLICIES,
  solveCartonization,
  whyNotPacked,
} from '../../../packages/scenarios/src/instances/solve-cartonization.ts';

function read(text: string): CartonizationInstance {
  return readCartonization(new TextEncoder().encode(text), 'file')[0]!;
}

const example = read(cartonizationExample);

describe('solving a cartonization instance', () => {
  it('proves the cheapest cartons of the example: three small ones', () => {
    const { result, faults } = solveCartonization(example, 'maximal-spaces', { seed: 1 });
    expect(faults).toEqual([]);
    expect(result).toMatchObject({ objective: 1500, unit: 'cost', proved: true, lowerBound: 1500, feasible: true });
    expect(result.solution.containers.map(({ id }) => id)).toEqual(['small', 'small', 'small']);
    expect(result.solution.placements).toHaveLength(8);
    expect(result.solution.left).toEqual({});
  });

  it('is feasible under every policy that places, and never below the bound', () => {
    for (const { id } of CARTONIZATION_POLICIES) {
      if (whyNotPacked(example, id) !== undefined) continue;
      const { result, faults } = solveCartonization(example, id, { seed: 1 });
      expect(faults).toEqual([]);
      expect(result.objective).toBeGreaterThanOrEqual(result.lowerBound);
    }
  });

  it('says where a volume rule fills a carton that takes the goods in no way', () => {
    // Three rods of 9 × 1 × 1 have the volume of the carton's third, and none lies in it but along its length.
    const text = `{ "name": "n", "unit": "cm", "cartons": [{ "id": "c", "length": 9, "width": 4, "height": 5, "cost": 1 }],
      "items": [{ "id": "plate", "length": 9, "width": 3, "height": 3, "quantity": 2, "weight_kg": 1, "upright": true }] }`;
    const volume = solveCartonization(read(text), 'best-fit-decreasing', { seed: 1 });
    expect(volume.result).toMatchObject({ objective: 2, feasible: true });
    const tight = read(text.replace('"width": 3, "height": 3', '"width": 3, "height": 2.6').replace('"width": 4', '"width": 5'));
    expect(solveCartonization(tight, 'best-fit-decreasing', { seed: 1 }).result).toMatchObject({
      objective: 1,
      feasible: false,
      proved: false,
    });
    expect(solveCartonization(tight, 'best-fit-decreasing', { seed: 1 }).unplaced).toEqual(['carton 0 (c)']);
    expect(solveCartonization(tight, 'maximal-spaces', { seed: 1 }).result).toMatchObject({ objective: 2, feasible: true });
  });

  it('searches from what maximal-spaces finds, never to a dearer packing', () => {
    const items = [31, 23, 29, 17, 37, 19, 27, 13].map((length, i) => ({
      ...{ id: `i${i}`, length, width: 10 + ((i * 7) % 9), height: 6 + ((i * 5) % 11), quantity: 3, weight_kg: 0.4 },
    }));
    const cartons = [
      { id: 'small', length: 40, width: 30, height: 20, maxLoad_kg: 20, cost: 8 },
      { id: 'large', length: 50, width: 40, height: 30, maxLoad_kg: 30, cost: 15 },
    ];
    const order = read(JSON.stringify({ name: 'n', unit: 'cm', cartons, items }));
    const [plain, searched] = ['maximal-spaces', 'beam-search'].map((id) => solveCartonization(order, id, { seed: 1 }));
    expect([...plain!.faults, ...searched!.faults]).toEqual([]);
    expect(searched!.result.objective).toBeLessThanOrEqual(plain!.result.objective);
    expect(searched!.result.lowerBound).toBe(plain!.result.lowerBound);
  });

  it('fills a container, more by the search than by one construction, within the bound', () => {
    const [br] = namedCartonization('br3#7')!;
    const greedy = solveCartonization(br!, 'greedy', { seed: 1 });
    const search = solveCartonization(br!, 'beam-search', { seed: 1, timeLimit_s: 0.5 });
    for (const { result, faults } of [greedy, search]) {
      expect(faults).toEqual([]);
      expect(result).toMatchObject({ unit: '%', feasible: true, lowerBound: result.objective });
      expect(result.objective).toBeLessThanOrEqual(result.upperBound);
      expect(result.solution.containers[0]!.fill * 100).toBeCloseTo(result.objective, 6);
    }
    expect(search.result.objective).toBeGreaterThan(greedy.result.objective);
  });

  it('proves a container that is full, and one that everything goes into', () => {
    const text = `{ "name": "n", "unit": "mm", "container": { "length": 100, "width": 50, "height": 50 },
      "items": [{ "id": "a", "length": 50, "width": 50, "height": 25, "quantity": 4 }] }`;
    expect(solveCartonization(read(text), 'beam-search', { seed: 1 }).result).toMatchObject({ objective: 100, proved: true });
    const few = read(text.replace('"quantity": 4', '"quantity": 1'));
    expect(solveCartonization(few, 'greedy', { seed: 1 }).result).toMatchObject({ objective: 25, proved: true });
  });

  it('bounds the fill by sums of sides and by weight', () => {
    const text = `{ "name": "n", "unit": "cm", "container": { "length": 10, "width": 4, "height": 4, "maxLoad_kg": 10 },
      "items": [{ "id": "a", "length": 4, "width": 4, "height": 4, "quantity": 9, "weight_kg": 1 }] }`;
    expect(solveCartonization(read(text), 'greedy', { seed: 1 }).result).toMatchObject({
      objective: 80,
      upperBound: 80,
      proved: true,
    });
    const heavy = read(text.replace('"weight_kg": 1', '"weight_kg": 10'));
    expect(solveCartonization(heavy, 'greedy', { seed: 1 }).result).toMatchObject({
      objective: 40,
      upperBound: 40,
      proved: true,
    });
  });
});

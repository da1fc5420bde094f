// Electric vehicle routing with time windows: Schneider's small instances to their optima, every plan driven step by step.
//
// Source: Schneider, M., Stenger, A. & Goeke, D. (2014), Transportation Science 48(4), 500-520, tables 3 and 4: vehicles first,
// then distance, full charging. Keskin, M. & Çatay, B. (2016), Transportation Research Part C 65, 111-127: partial charging
// never needs more.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ElectricKernel } from '../../packages/engine/src/delivery/routing/sisrs/electric/kernel.ts';
import { electricSettings } from '../../packages/engine/src/delivery/routing/sisrs/electric/settings.ts';
import type { RoutePlan, VehicleRoutingProblem } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { SisrsSearch } from '../../packages/engine/src/delivery/routing/sisrs/search.ts';
import { readVehicleRouting } from '../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { electricFaults } from '../fixtures/electric-faults.ts';
import { hasSharedData, sharedData } from './order-batching-data.ts';

const FOLDER = `${sharedData}vehicle-routing/schneider-evrptw/`;
const ITERATIONS_PER_STOP = 200;

interface Known {
  readonly file: string;
  readonly vehicles: number;
  readonly distance: number;
}

function knownResults(small: boolean): Known[] {
  const rows = readFileSync(`${FOLDER}best-known.csv`, 'utf8').trim().split('\n').slice(1);
  return rows
    .map((row) => row.split(','))
    .map(([file, vehicles, distance]) => ({ file: file!, vehicles: Number(vehicles), distance: Number(distance) }))
    .filter(({ file }) => /C\d+\.txt$/.test(file) === small);
}

function problemOf(file: string, charging: 'full' | 'partial'): VehicleRoutingProblem {
  return readVehicleRouting(readFileSync(FOLDER + file), file, { charging })[0]!.problem;
}

function solve(problem: VehicleRoutingProblem, iterations: number): RoutePlan {
  const kernel = new ElectricKernel(problem, 'vehicles-first');
  const search = new SisrsSearch(kernel, electricSettings(problem, 'vehicles-first'), new RandomStream('electric'));
  search.run(iterations);
  return search.best;
}

describe.skipIf(!hasSharedData('vehicle-routing'))('electric vehicle routing instances of Schneider, Stenger & Goeke', () => {
  it('finds the optimum of all 16 small instances with full charging, and no worse a plan with partial charging', () => {
    const known = knownResults(true);
    expect(known).toHaveLength(16);
    for (const { file, vehicles, distance } of known) {
      const problem = problemOf(file, 'full');
      const plan = solve(problem, ITERATIONS_PER_STOP * problem.stops);
      expect(electricFaults(problem, plan), file).toEqual([]);
      expect(`${file} ${plan.routes.length} ${plan.distance.toFixed(2)}`).toBe(`${file} ${vehicles} ${distance.toFixed(2)}`);

      const partialProblem = problemOf(file, 'partial');
      const partial = solve(partialProblem, ITERATIONS_PER_STOP * problem.stops);
      expect(electricFaults(partialProblem, partial), file).toEqual([]);
      expect(partial.routes.length, file).toBeLessThanOrEqual(vehicles);
      if (partial.routes.length === vehicles) expect(partial.distance, file).toBeLessThan(distance + 0.005);
    }
  });

  it('plans 100 stops without a fault after a few iterations', () => {
    for (const { file, vehicles } of knownResults(false).filter((_, i) => i % 7 === 0)) {
      const problem = problemOf(file, 'full');
      const plan = solve(problem, 200);
      expect(electricFaults(problem, plan), file).toEqual([]);
      expect(plan.unserved, file).toEqual([]);
      expect(plan.routes.length, file).toBeLessThanOrEqual(vehicles + 3);
    }
  });
});

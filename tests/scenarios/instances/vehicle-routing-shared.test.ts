// Every vehicle routing file of the shared data is read, and every best-known value belongs to one of them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readVehicleRouting } from '../../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { solveVehicleRouting } from '../../../packages/scenarios/src/instances/solve-vehicle-routing.ts';
import type { VehicleRoutingInstance } from '../../../packages/scenarios/src/instances/vehicle-routing.ts';

const folder = new URL('../../../../shared/data/vehicle-routing/', import.meta.url);
const present = existsSync(folder);
if (!present) console.log('skipped: shared data (vehicle-routing) not found');

/** Per set: how many files, their form, and the numbers of stops they have; undefined: many. */
const SETS = [
  { set: 'solomon100', files: 29, form: 'solomon', stops: [100] },
  { set: 'gehring-homberger200', files: 30, form: 'solomon', stops: [200] },
  { set: 'li-lim-pdptw100', files: 29, form: 'li-lim', stops: undefined },
  { set: 'schneider-evrptw', files: 45, form: 'schneider', stops: [5, 10, 15, 100] },
  { set: 'uchoa-x', files: 18, form: 'vrplib', stops: undefined },
  { set: 'multi-trip-release', files: 43, form: 'multi-trip', stops: [100, 200] },
];

function instancesOf(set: string): VehicleRoutingInstance[] {
  return readdirSync(new URL(`${set}/`, folder))
    .filter((name) => !name.endsWith('.csv'))
    .flatMap((name) => readVehicleRouting(readFileSync(new URL(`${set}/${name}`, folder)), name));
}

describe.skipIf(!present)('the vehicle routing files of the shared data', () => {
  it.each(SETS)('$set', ({ set, files, form, stops }) => {
    const instances = instancesOf(set);
    expect(instances).toHaveLength(files);
    for (const { name, form: found, problem, ids } of instances) {
      expect([name, found]).toEqual([name, form]);
      expect(ids).toHaveLength(problem.nodes);
      expect(new Set(ids).size).toBe(problem.nodes);
      expect(problem.nodes).toBe(1 + problem.stops + problem.stations.length);
      if (form === 'li-lim') expect(problem.deliveryOf!.filter((delivery) => delivery > 0)).toHaveLength(problem.stops / 2);
      if (form === 'vrplib') expect(name).toMatch(new RegExp(`^X-n${problem.nodes}-`));
      if (stops !== undefined) expect(stops).toContain(problem.stops);
    }

    const [head, ...rows] = readFileSync(new URL(`${set}/best-known.csv`, folder), 'utf8')
      .trim()
      .split(/\r?\n/);
    const names = new Set(instances.map(({ name }) => name.toLowerCase()));
    expect(rows).toHaveLength(files);
    for (const row of rows) {
      const [name, ...values] = row.split(',') as [string, ...string[]];
      expect(names).toContain(name.replace(/\.txt$/, '').toLowerCase());
      expect(values).toHaveLength(head!.split(',').length - 1);
      expect(values.map(Number).every((value) => value > 0)).toBe(true);
    }
  });

  it.each(SETS)('$set: the first and the last of it are solved, and pass the checker', ({ set }) => {
    const instances = instancesOf(set);
    for (const instance of [instances[0]!, instances.at(-1)!]) {
      const { result, faults } = solveVehicleRouting(instance, 'sisrs', { seed: 1, iterations: 200 });
      expect([instance.name, faults]).toEqual([instance.name, []]);
      expect(result.solution.routes.flat()).toHaveLength(instance.problem.stops);
    }
  });
});

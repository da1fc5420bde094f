// The multi-trip instances with release times of the shared data: n = 100 and 200, after Yang (2023), Transportation Science
// 57(1), in the form in which PyVRP publishes them, with its best-known distances (each leg cut off after one decimal).

import { readFileSync } from 'node:fs';

import type { VehicleRoutingProblem } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { readVehicleRouting } from '../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import { sharedData } from './order-batching-data.ts';

const folder = `${sharedData}vehicle-routing/multi-trip-release/`;

export interface KnownDistance {
  readonly name: string;
  /** Best known, in the unit of the file. */
  readonly distance: number;
}

export function multiTripKnown(): KnownDistance[] {
  const [, ...rows] = readFileSync(`${folder}best-known.csv`, 'utf8').trim().split('\n');
  return rows.map((row) => {
    const [name, tenths] = row.split(',');
    return { name: name!, distance: Number(tenths) / 10 };
  });
}

export function multiTripInstance(name: string): VehicleRoutingProblem {
  return readVehicleRouting(readFileSync(`${folder}${name}.vrp`), name)[0]!.problem;
}

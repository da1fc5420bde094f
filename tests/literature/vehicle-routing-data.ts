// The published vehicle routing instances of the shared data with their best-known values, for the literature tests and benches.

import { readFileSync, readdirSync } from 'node:fs';
import type { RoutingObjective } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { readVehicleRouting } from '../../packages/scenarios/src/instances/read-vehicle-routing.ts';
import type { VehicleRoutingInstance } from '../../packages/scenarios/src/instances/vehicle-routing.ts';
import { sharedData } from './order-batching-data.ts';

const folder = `${sharedData}vehicle-routing/`;

/** Name of a set: its folder, and the column of its best-known distances by distance alone. */
const SETS = {
  solomon: { folder: 'solomon100/', column: 'distance_only_1decimal' },
  'gehring-homberger': { folder: 'gehring-homberger200/', column: 'distance_only_1decimal' },
  uchoa: { folder: 'uchoa-x/', column: 'distance_rounded' },
} as const;
export type PublishedSet = keyof typeof SETS;

export interface Published {
  readonly instance: VehicleRoutingInstance;
  readonly bestDistance: number;
  /** Only by vehicles first. */
  readonly bestVehicles: number | undefined;
}

/** Names of a set's instances, sorted. */
export function publishedNames(set: PublishedSet): string[] {
  return [...bestKnown(set).keys()].sort();
}

/** Truncated to one decimal by distance, in double precision by vehicles first, rounded for X. */
export function published(set: PublishedSet, name: string, objective: RoutingObjective): Published {
  const path = folder + SETS[set].folder;
  const file = readdirSync(path).find((candidate) => candidate.startsWith(`${name}.`))!;
  const instance = readVehicleRouting(readFileSync(path + file), name, { objective })[0]!;
  const known = bestKnown(set).get(name)!;
  if (objective === 'cost') return { instance, bestDistance: Number(known[SETS[set].column]), bestVehicles: undefined };
  const bestVehicles = Number(known['vehicles_first_vehicles']);
  return { instance, bestDistance: Number(known['vehicles_first_distance']), bestVehicles };
}

/** Rows of best-known.csv by the name of the instance. */
function bestKnown(set: PublishedSet): Map<string, Record<string, string>> {
  const text = readFileSync(`${folder}${SETS[set].folder}best-known.csv`, 'utf8');
  const [head, ...rows] = text
    .trim()
    .split('\n')
    .map((line) => line.trim().split(','));
  return new Map(rows.map((row) => [row[0]!, Object.fromEntries(head!.map((name, i) => [name, row[i]!]))]));
}

// What is common to the cartonization policies: goods one by one, cartons being filled, and when a unit fits.
//
// A unit fits a carton where
//   - each side of the unit, both sorted, is no longer than the carton's (free rotation by right angles),
//   - the weight stays within the carton's load,
//   - the volume stays within FILL_FACTOR of the inner volume; a unit alone may fill the carton whole.
// Units are not placed in three dimensions: the fill factor stands for the space lost between them.

import type { Carton } from '../../model/items.ts';
import type { CartonizationView, PackedCarton, PackLine } from './policy.ts';

/** Share of a carton's inner volume that goods can take. 0.75-0.85 is usual where goods are not placed one by one. */
export const FILL_FACTOR = 0.85;

/** Sums of weights and volumes may exceed a limit by this share: rounding, not goods. */
const TOLERANCE = 1 + 1e-9;

/** A carton being filled. */
export interface OpenCarton {
  /** Index into `view.cartons`. */
  type: number;
  temperature: number;
  units: number;
  weight_kg: number;
  volume_m3: number;
  readonly contents: [line: number, units: number][];
}

export function unitVolume_m3(line: PackLine): number {
  return line.length_m * line.width_m * line.height_m;
}

export function cartonVolume_m3(carton: Carton): number {
  return carton.length_m * carton.width_m * carton.height_m;
}

/** Whether one unit of the line alone goes into the carton. */
export function unitFits(line: PackLine, carton: Carton): boolean {
  const unit = sorted(line);
  const box = sorted(carton);
  return unit[0] <= box[0] && unit[1] <= box[1] && unit[2] <= box[2] && line.weight_kg <= carton.maxLoad_kg * TOLERANCE;
}

/** The largest carton type that takes a unit of the line; -1 where none does. */
export function largestType(view: CartonizationView, line: PackLine): number {
  let type = view.cartons.length - 1;
  while (type >= 0 && !unitFits(line, view.cartons[type]!)) type--;
  return type;
}

/** How many units of the line, at most `wanted`, still go into the carton. */
export function unitsThatFit(view: CartonizationView, open: OpenCarton, line: PackLine, wanted: number): number {
  const carton = view.cartons[open.type]!;
  if (line.temperature !== open.temperature || !unitFits(line, carton)) return 0;
  const byVolume = roomFor(cartonVolume_m3(carton) * FILL_FACTOR, open.volume_m3, unitVolume_m3(line));
  const byWeight = roomFor(carton.maxLoad_kg, open.weight_kg, line.weight_kg);
  return Math.min(wanted, byWeight, open.units === 0 ? Math.max(1, byVolume) : byVolume);
}

export function put(open: OpenCarton, index: number, line: PackLine, units: number): void {
  open.units += units;
  open.weight_kg += units * line.weight_kg;
  open.volume_m3 += units * unitVolume_m3(line);
  open.contents.push([index, units]);
}

export function emptyCarton(type: number, temperature: number): OpenCarton {
  return { type, temperature, units: 0, weight_kg: 0, volume_m3: 0, contents: [] };
}

/** The smallest carton type that holds all that is in the carton (at most the type it has). */
export function smallestType(view: CartonizationView, open: OpenCarton): number {
  for (let type = 0; type < open.type; type++) {
    const carton = view.cartons[type]!;
    const volume_m3 = cartonVolume_m3(carton) * (open.units === 1 ? 1 : FILL_FACTOR);
    if (
      open.volume_m3 <= volume_m3 * TOLERANCE &&
      open.weight_kg <= carton.maxLoad_kg * TOLERANCE &&
      open.contents.every(([line]) => unitFits(view.lines[line]!, carton))
    )
      return type;
  }
  return open.type;
}

/** Goods too large or too heavy for every carton: one piece each. */
export function loose(index: number, units: number): PackedCarton[] {
  return Array.from({ length: units }, () => ({ carton: -1, contents: [[index, 1]] }));
}

function roomFor(limit: number, used: number, each: number): number {
  return each > 0 ? Math.max(0, Math.floor((limit * TOLERANCE - used) / each)) : Number.MAX_SAFE_INTEGER;
}

function sorted(box: { length_m: number; width_m: number; height_m: number }): [number, number, number] {
  const { length_m: a, width_m: b, height_m: c } = box;
  const low = Math.min(a, b, c);
  const high = Math.max(a, b, c);
  return [low, Math.max(Math.min(a, b), Math.min(Math.max(a, b), c)), high];
}

// Cartonization: which cartons an order's goods are packed in.

import type { RandomStream } from '../../base/random.ts';
import type { Carton } from '../../model/items.ts';
import type { Policy } from '../../model/policy.ts';

/** Units of one SKU to be packed. */
export interface PackLine {
  readonly units: number;
  readonly length_m: number;
  readonly width_m: number;
  readonly height_m: number;
  readonly weight_kg: number;
  /** Temperature classes are never mixed in one carton. */
  readonly temperature: number;
}

export interface CartonizationView {
  readonly lines: readonly PackLine[];
  /** Carton types, smallest first. */
  readonly cartons: readonly Carton[];
}

export interface PackedCarton {
  /** Index into `view.cartons`, or -1: goods too large for every carton go loose, one unit each. */
  readonly carton: number;
  /** [index into `view.lines`, units] */
  readonly contents: readonly (readonly [line: number, units: number])[];
}

export interface CartonizationPolicy extends Policy {
  decide(view: CartonizationView, random: RandomStream): PackedCarton[];
}

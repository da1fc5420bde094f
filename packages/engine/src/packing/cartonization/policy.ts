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
  /** The height stays vertical; otherwise the unit may be turned any way. */
  readonly upright: boolean;
  /** On fragile goods only fragile goods may lie. */
  readonly fragile: boolean;
  /** Temperature classes are never mixed in one carton. */
  readonly temperature: number;
}

export interface CartonizationView {
  readonly lines: readonly PackLine[];
  /** Carton types, smallest first. */
  readonly cartons: readonly Carton[];
}

/** One unit in its carton: the corner nearest the carton's origin, and its sizes. x along the carton's length, z up. */
export interface Placement {
  /** Index into `view.lines`. */
  readonly line: number;
  readonly x_m: number;
  readonly y_m: number;
  readonly z_m: number;
  readonly alongX_m: number;
  readonly alongY_m: number;
  readonly alongZ_m: number;
}

export interface PackedCarton {
  /** Index into `view.cartons`, or -1: goods too large for every carton go loose, one unit each. */
  readonly carton: number;
  /** [index into `view.lines`, units] */
  readonly contents: readonly (readonly [line: number, units: number])[];
  /** Every unit, in an order in which they can be packed: given by policies that place goods, not by those of volume alone. */
  readonly placements?: readonly Placement[];
}

export interface CartonizationPolicy extends Policy {
  decide(view: CartonizationView, random: RandomStream): PackedCarton[];
}

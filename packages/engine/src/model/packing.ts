// How orders are packed: what is checked at the station, what the packing costs, and what the cartons of a store ride on.

import type { Names } from './building.ts';

/** A roll container, or a pallet: what the cartons and loose goods of a store's order are loaded on. */
export interface Carrier {
  readonly id: string;
  readonly names: Names;
  /** Inside, metres. */
  readonly length_m: number;
  readonly width_m: number;
  readonly height_m: number;
  readonly maxLoad_kg: number;
  readonly tare_kg: number;
  /** What one use of it costs. */
  readonly cost_krw: number;
}

/** How wrong picks are looked for at packing: not at all, by counting every unit, or by weighing cartons. */
export const CHECKS = ['none', 'count', 'weight'] as const;
export type Check = (typeof CHECKS)[number];

export interface Packing {
  readonly check: Check;
  /**
   * Of 'weight': a carton is opened where it is off what it should weigh by more than the scale's step and this many
   * standard deviations of what its units weigh.
   */
  readonly scaleStep_kg: number;
  readonly sigmas: number;
  /** Coefficient of variation of the weight of one unit. */
  readonly unitWeightCv: number;
  /** Weighing one carton; counting one unit; looking through one carton that was opened, seconds. */
  readonly weighCarton_s: number;
  readonly countUnit_s: number;
  readonly openCarton_s: number;
  /** Printing a label and sticking it on, seconds a carton; what it costs. */
  readonly label_s: number;
  readonly label_krw: number;
  /** Filling a litre of empty room of a carton: what the material costs. */
  readonly voidFill_krwPerL: number;
  /** Carriers for the orders of stores, smallest first; empty: cartons are staged one by one. */
  readonly carriers: readonly Carrier[];
  /** Loading one carton or loose unit onto a carrier, seconds. */
  readonly loadPiece_s: number;
}

/** Every wrong pick is found, as part of the packing time; nothing costs anything but cartons. */
export const PLAIN_PACKING: Packing = {
  check: 'count',
  scaleStep_kg: 0.02,
  sigmas: 3,
  unitWeightCv: 0.01,
  weighCarton_s: 0,
  countUnit_s: 0,
  openCarton_s: 0,
  label_s: 0,
  label_krw: 0,
  voidFill_krwPerL: 0,
  carriers: [],
  loadPiece_s: 0,
};

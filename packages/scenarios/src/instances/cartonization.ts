// A cartonization instance: the items to be packed, and one container to fill, or the cartons that they may be packed in.

export interface CartonizationItem {
  readonly id: string;
  /** Length, width, height in the instance's unit. */
  readonly sides: readonly [number, number, number];
  /** Whether each of these may stand vertically. */
  readonly mayStand: readonly [boolean, boolean, boolean];
  readonly quantity: number;
  readonly weight_kg: number;
  /** Only fragile items may rest on it. */
  readonly fragile: boolean;
  /** Index into TEMPERATURE_CLASSES; classes never share a carton. */
  readonly temperature: number;
}

export interface CartonizationContainer {
  readonly id: string;
  /** Inner length, width, height in the instance's unit. */
  readonly sides: readonly [number, number, number];
  readonly maxLoad_kg: number;
  /** Of one; 0 for the container of a loading problem. */
  readonly cost: number;
}

export const LENGTH_UNITS = ['m', 'cm', 'mm'] as const;
export type LengthUnit = (typeof LENGTH_UNITS)[number];

/** Grains of 0.1 mm in a unit: sizes of items are rounded up to whole grains, those of containers down. */
export const GRAINS: Readonly<Record<LengthUnit, number>> = { m: 10_000, cm: 100, mm: 10 };
/** Metres in a unit. */
export const METRES: Readonly<Record<LengthUnit, number>> = { m: 1, cm: 0.01, mm: 0.001 };

export interface CartonizationInstance {
  readonly name: string;
  /** 'container': one container is to be filled as full as possible; 'order': everything is to be packed at the least cost. */
  readonly kind: 'container' | 'order';
  readonly unit: LengthUnit;
  readonly items: readonly CartonizationItem[];
  /** One container, or the carton types. */
  readonly containers: readonly CartonizationContainer[];
  /** Whether items that fit nowhere may stay loose. */
  readonly looseAllowed: boolean;
}

/** One item where it lies: its corner nearest the container's origin, and its sizes along x, y and z. */
export interface CartonizationPlacement {
  /** Index into the instance's items. */
  readonly item: number;
  /** Index into the containers of the packing. */
  readonly container: number;
  readonly position: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

export interface Packing {
  /** Index into the instance's containers, for each container used. */
  readonly containers: readonly number[];
  readonly placements: readonly CartonizationPlacement[];
  /** Items (indices, one for each piece) that stay outside. */
  readonly left: readonly number[];
}

export function volumeOf(sides: readonly [number, number, number]): number {
  return sides[0] * sides[1] * sides[2];
}

// How goods are stored: the rules no policy may break, and the parameters that storage policies share.

import type { Items } from './items.ts';
import type { Locations } from './building.ts';

/** Heavy goods lie low: items of `weight_kg` a unit or more only where the slot's floor is at most `highest_m` high. */
export interface HeavyLow {
  readonly weight_kg: number;
  readonly highest_m: number;
}

/**
 * Which goods are kept apart. Every item has a keeping class (`items.keeping`), every rack bay is set aside for one
 * (`racking.bays.keeping`): smells, allergens, and tenants that want their consigned stock to lie by itself.
 */
export interface Keeping {
  /** Class 0 is what nothing special is said of. */
  readonly classes: readonly string[];
  /** The rule. 1: goods of classes a and b never lie in one bay: [a * classes + b], symmetric. */
  readonly conflicts: Uint8Array;
  /**
   * What follows from it. 1: goods of class a may lie in a bay set aside for b: [a * classes + b]. So where a = b, or a does not
   * conflict with b and conflicts with nothing that b does not conflict with; goods admitted to one bay never conflict.
   */
  readonly admits: Uint8Array;
}

/** Levels within easy reach, by the height of the slot's centre; taking goods elsewhere costs a bend or a stretch. */
export interface GoldenZone {
  readonly from_m: number;
  readonly to_m: number;
  /** Extra per line taken by hand outside. */
  readonly outside_s: number;
}

/** When a pick face is filled up: shares of the face's capacity. */
export interface ReplenishmentLevels {
  readonly min_share: number;
  readonly max_share: number;
}

/** Re-slotting in quiet hours: when, with how much work, and how far ahead it is to pay. */
export interface ReSlotting {
  /** Seconds after midnight. */
  readonly at_s: number;
  /** Hours of people on foot, and of people on a truck, that may go into the moves of one day. */
  readonly people_h: number;
  readonly truck_h: number;
  /** A move is worth making if it pays back within so many days. */
  readonly payBack_d: number;
}

export interface Storage {
  readonly heavyLow: HeavyLow | undefined;
  readonly keeping: Keeping;
  /** Goods with a shelf life leave first expired first, whatever the stock-selection policy. */
  readonly firstExpired: boolean;
  /** Class boundaries: cumulative shares of the SKUs, ascending, between 0 and 1: [0.2, 0.5] is 20 % A, 30 % B, the rest C. */
  readonly classBoundaries: readonly number[];
  readonly goldenZone: GoldenZone;
  /** How long optimised slotting searches: a multiple of its usual budget of counted steps, > 0. */
  readonly slottingEffort: number;
  readonly replenishment: ReplenishmentLevels;
  readonly reSlotting: ReSlotting;
}

/** Row per rack bay (one side of one sub-aisle, all levels) and per level of a bay. */
export interface Racking {
  readonly bays: {
    readonly count: number;
    readonly maxLoad_kg: Float32Array;
    /** Keeping class the bay is set aside for. */
    readonly keeping: Uint16Array;
  };
  readonly levels: {
    readonly count: number;
    readonly bay: Int32Array;
    readonly maxLoad_kg: Float32Array;
  };
}

/** The table of who may lie with whom that follows from the conflicts. @param conflicts symmetric, [a * classes + b] */
export function keepingOf(classes: readonly string[], conflicts: Uint8Array): Keeping {
  const n = classes.length;
  const admits = new Uint8Array(n * n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++) {
      let fits = a === b || conflicts[a * n + b] === 0;
      for (let c = 0; c < n && fits && a !== b; c++) fits = conflicts[a * n + c] === 0 || conflicts[b * n + c] === 1;
      admits[a * n + b] = fits ? 1 : 0;
    }
  return { classes, conflicts, admits };
}

/** Nothing is kept apart. */
export const NO_KEEPING = keepingOf(['general'], new Uint8Array(1));

/** No rule but temperature, size and weight of the location; ABC of 20, 30 and 50 %. */
export const PLAIN_STORAGE: Storage = {
  heavyLow: undefined,
  keeping: NO_KEEPING,
  firstExpired: true,
  classBoundaries: [0.2, 0.5],
  goldenZone: { from_m: 0, to_m: Infinity, outside_s: 0 },
  slottingEffort: 1,
  replenishment: { min_share: 0.25, max_share: 1 },
  reSlotting: { at_s: 16 * 3600, people_h: 0, truck_h: 0, payBack_d: 20 },
};

/** Sums of single-precision heights are right to about this. */
const TOLERANCE_M = 1e-6;

/** How high the floor of a slot is, metres. */
export function slotFloor_m({ z_m, height_m }: Pick<Locations, 'z_m' | 'height_m'>, location: number): number {
  return z_m[location]! - height_m[location]! / 2;
}

/** Whether the floor of a slot is at most so high: where heavy goods may lie. */
export function liesLow(locations: Pick<Locations, 'z_m' | 'height_m'>, location: number, highest_m: number): boolean {
  return slotFloor_m(locations, location) <= highest_m + TOLERANCE_M;
}

/** Whether goods at this location are reached without bending or stretching. */
export function isGolden({ from_m, to_m }: GoldenZone, { z_m }: Pick<Locations, 'z_m'>, location: number): boolean {
  return z_m[location]! >= from_m && z_m[location]! <= to_m;
}

/** Whether the keeping rules let an item lie in a location. */
export function mayBeKept(
  keeping: Keeping,
  items: Items,
  item: number,
  racking: Racking,
  locations: Locations,
  at: number,
): boolean {
  return keeping.admits[items.keeping[item]! * keeping.classes.length + racking.bays.keeping[locations.rackBay[at]!]!] === 1;
}

type Addresses = Pick<Locations, 'count' | 'area' | 'aisle' | 'block' | 'side' | 'bay' | 'level'>;

/** Numbers the bays and their levels: of each location, and how many there are. Locations of a bay are contiguous. */
export function numberRacks(locations: Addresses): {
  readonly rackBay: Int32Array;
  readonly rackLevel: Int32Array;
  readonly bays: number;
  readonly bayOfLevel: Int32Array;
} {
  const { count, area, aisle, block, side, bay, level } = locations;
  const rackBay = new Int32Array(count);
  const rackLevel = new Int32Array(count);
  const bayOfLevel: number[] = [];
  let bays = 0;
  for (let i = 0; i < count; i++) {
    const sameBay =
      i > 0 &&
      area[i] === area[i - 1] &&
      aisle[i] === aisle[i - 1] &&
      block[i] === block[i - 1] &&
      side[i] === side[i - 1] &&
      bay[i] === bay[i - 1];
    if (!sameBay) bays++;
    if (!sameBay || level[i] !== level[i - 1]) bayOfLevel.push(bays - 1);
    rackBay[i] = bays - 1;
    rackLevel[i] = bayOfLevel.length - 1;
  }
  return { rackBay, rackLevel, bays, bayOfLevel: Int32Array.from(bayOfLevel) };
}

/** Racks without load limits, nothing set aside. */
export function plainRacking(locations: Addresses): Racking {
  const { bays, bayOfLevel } = numberRacks(locations);
  return {
    bays: { count: bays, maxLoad_kg: new Float32Array(bays).fill(Infinity), keeping: new Uint16Array(bays) },
    levels: { count: bayOfLevel.length, bay: bayOfLevel, maxLoad_kg: new Float32Array(bayOfLevel.length).fill(Infinity) },
  };
}

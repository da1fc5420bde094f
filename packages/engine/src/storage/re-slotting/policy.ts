// Re-slotting: which SKUs move to another home, within a budget of work.

import type { RandomStream } from '../../base/random.ts';
import type { Model } from '../../model/model.ts';
import type { Policy } from '../../model/policy.ts';

export interface ReSlottingView {
  readonly model: Model;
  /** Home of an item now, or -1. */
  home(item: number): number;
  /** Item that lives in a location, or -1; whether nothing lies there and nobody lives there. */
  resident(location: number): number;
  isOpen(location: number): boolean;
  /** Order lines a day: the model's popularity, corrected by the orders of the run so far. */
  linesPerDay(item: number): number;
  /** Walking distance from the picking depot to a location and back, metres. */
  depotDistance_m(location: number): number;
  /** Units of an item that may lie in a location; 0: none. */
  capacity(item: number, location: number): number;
  /** Units of an item in its home now. */
  homeUnits(item: number): number;
  /**
   * Seconds of work on foot and on a truck to move the goods of an item from one location to another; Infinity where the budget
   * has no hours for such work.
   */
  work_s(item: number, from: number, to: number): { readonly people_s: number; readonly truck_s: number };
  /** Speed of a picker, m/s. */
  readonly walk_mps: number;
  /** The budget, seconds of work; a move is worth making if it pays back within so many days. */
  readonly people_s: number;
  readonly truck_s: number;
  readonly payBack_d: number;
}

export interface ReSlotMove {
  readonly item: number;
  readonly from: number;
  readonly to: number;
  /** Item that lives there and takes the place of the first, or -1. */
  readonly other: number;
  /** Of a picker's walking, seconds a day. */
  readonly saving_sPerDay: number;
  readonly people_s: number;
  readonly truck_s: number;
  readonly payBack_d: number;
}

export interface ReSlottingPolicy extends Policy {
  /** The moves to be made, best first. No item and no location twice. */
  decide(view: ReSlottingView, random: RandomStream): readonly ReSlotMove[];
}

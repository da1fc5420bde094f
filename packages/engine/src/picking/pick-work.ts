// The work at a pick: what it takes by the parameters of the scenario, apart from what is drawn.
//
//   search (law) + extraction (law) + units × extractUnit_s + reaching the level + putting it into its compartment
//
// Reaching the level: within reach and outside the golden zone a bend or a stretch (`goldenZone.outside_s`); out of reach, with a
// machine that lifts, up and down by the fork; without one somebody fetches the pallet down (`reserveAccess_s`).
//
// Worked example: 3 units at 2 s, a slot whose floor is 5 m high, a reach truck that lifts 0.5 m/s: 6 + 2 · 5 / 0.5 = 26 s
// besides search and extraction of the line; with a cart and 30 s of reserve access 36 s.

import { secondsToTicks } from '../base/units.ts';
import { COUNTERBALANCE_TRUCK, REACH_TRUCK } from '../model/labour.ts';
import type { Model } from '../model/model.ts';
import { isGolden, slotFloor_m } from '../model/storage.ts';

/** Seconds it takes to reach a location. @param machine held, index into `labour.equipment`; -1: none. */
export function reach_s({ locations, storage, operations, labour }: Model, machine: number, location: number): number {
  if (locations.handPick[location] === 1)
    return isGolden(storage.goldenZone, locations, location) ? 0 : storage.goldenZone.outside_s;
  const held = labour.equipment[machine];
  const lifts = held !== undefined && (held.kind === REACH_TRUCK || held.kind === COUNTERBALANCE_TRUCK) && held.lift_mps > 0;
  return lifts ? (2 * Math.max(0, slotFloor_m(locations, location))) / held.lift_mps : operations.reserveAccess_s;
}

/** Ticks of one pick that are not drawn. @param sorted it is put into its order's compartment at once */
export function fixedTicks(model: Model, machine: number, location: number, units: number, sorted: boolean): number {
  const sort_s = sorted ? model.picking.sortLine_s : 0;
  return secondsToTicks(model.operations.extractUnit_s * units + reach_s(model, machine, location) + sort_s);
}

/** Whether goods of a batch of so many orders are parted at the pick. */
export function sortsAtPick({ picking }: Model, orders: number): boolean {
  return picking.sorting === 'sort-while-pick' && orders > 1;
}

/**
 * Ticks of parting and handing over at the end of a tour. @param parts of orders that are handed over, @param picks of the batch
 */
export function endTicks({ picking }: Model, parts: number, picks: number): number {
  const sort_s = picking.sorting === 'sort-after-pick' && parts > 1 ? picking.sortLine_s * picks : 0;
  const bring_s = picking.method === 'parallel-zones' ? picking.consolidatePart_s * parts : 0;
  return secondsToTicks(sort_s + bring_s + picking.handOver_s * parts);
}

/** Expected ticks of one pick, search and extraction included. */
export function expectedTicks(model: Model, machine: number, location: number, units: number): number {
  const { search, extractLine } = model.operations;
  return secondsToTicks(search.mean_s + extractLine.mean_s) + fixedTicks(model, machine, location, units, false);
}

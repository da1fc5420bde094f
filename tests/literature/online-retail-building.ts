// The building of the storage table on real orders, and the mean tour through it.
//
// One block of 20 aisles, 4 m apart; 100 cells of 1 m on each of the two sides of an aisle, the first 1 m from the front
// cross-aisle, the last 1 m from the back one; one SKU a slot; the depot at the front of the first aisle. Slots are numbered
// by aisle, then side, then cell.

import { PLAIN_STORAGE } from '../../packages/engine/src/model/storage.ts';
import { NO_HISTORY, type OrderHistory } from '../../packages/engine/src/model/demand.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import {
  lengthRectangular_m,
  type RectangularAlgorithm,
  type RectangularInstance,
} from '../../packages/engine/src/picking/routing/rectangular.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';
import type { OrderLines } from './online-retail-data.ts';

export const AISLES = 20;
export const CELLS = 100;
export const SIDES = 2;
export const SLOTS = AISLES * SIDES * CELLS;
export const PITCH_M = 4;
export const ENTRY_M = 1;
export const AISLE_M = 2 * ENTRY_M + CELLS - 1;

export const aisleOf = (slot: number): number => Math.floor(slot / (SIDES * CELLS));
/** Metres from the front cross-aisle. */
export const depthOf_m = (slot: number): number => ENTRY_M + (slot % CELLS);

const LONGEST = 2048;
const layout: RectangularInstance['layout'] = {
  aisles_x_m: Array.from({ length: AISLES }, (_, aisle) => aisle * PITCH_M),
  crossAisles_y_m: [0, AISLE_M],
};
const depot = { aisle: 0, crossAisle: 0 };
const tour = {
  layout,
  start: depot,
  end: depot,
  count: 0,
  aisle: new Int32Array(LONGEST),
  block: new Int32Array(LONGEST),
  offset_m: new Float64Array(LONGEST),
};

/** Length of the tour through the given slots, metres. */
export function slotTour_m(algorithm: RectangularAlgorithm, slots: ArrayLike<number>, count: number): number {
  tour.count = count;
  for (let p = 0; p < count; p++) {
    tour.aisle[p] = aisleOf(slots[p]!);
    tour.offset_m[p] = depthOf_m(slots[p]!);
  }
  return lengthRectangular_m(algorithm, tour);
}

/** Length of every order's own tour, metres. @param home slot per SKU. */
export function orderTours_m(algorithm: RectangularAlgorithm, orders: OrderLines, home: Int32Array): Float64Array {
  const slots = new Int32Array(LONGEST);
  return Float64Array.from({ length: orders.count }, (_, order) => {
    let count = 0;
    for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
      slots[count++] = home[orders.item[line]!]!;
    }
    return slotTour_m(algorithm, slots, count);
  });
}

export function mean(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}

/** What a storage assignment policy sees: SKUs with their order lines, the first `slots` slots, all alike, and past orders. */
export function storageViewOf(lines: Float64Array, slots: number, history: OrderHistory = NO_HISTORY): StorageAssignmentView {
  const all = Int32Array.from({ length: slots }, (_, slot) => slot);
  const same = (value: number): Float32Array => new Float32Array(slots).fill(value);
  const locations = {
    count: slots,
    area: new Int32Array(slots),
    aisle: all.map(aisleOf),
    block: new Int32Array(slots),
    level: new Uint8Array(slots),
    kind: new Uint8Array(slots),
    temperature: new Uint8Array(slots),
    handPick: new Uint8Array(slots).fill(1),
    place: all,
    z_m: same(0),
    width_m: same(1),
    depth_m: same(1),
    height_m: same(1),
    maxLoad_kg: same(100),
    rackBay: new Int32Array(slots),
    rackLevel: all,
  };
  const model = {
    items: {
      count: lines.length,
      popularity: lines,
      temperature: new Uint8Array(lines.length),
      keeping: new Uint16Array(lines.length),
    },
    locations,
    building: { areas: [{ ...layout, gate: depot }] },
    network: { places: { y_m: Float64Array.from(all, depthOf_m) } },
    racking: { bays: { keeping: new Uint16Array(1) } },
    storage: PLAIN_STORAGE,
    history,
  } as unknown as Model;
  return {
    model,
    depotDistance_m: (slot) => aisleOf(slot) * PITCH_M + depthOf_m(slot),
    capacity: () => 1,
    tourLength_m: (list, count) => slotTour_m(optimalWalk, list, count),
  };
}

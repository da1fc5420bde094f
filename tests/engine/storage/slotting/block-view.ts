// Storage assignment views of one block with past orders, for tests of slotting: complete enough to be routed.

import { PLAIN_STORAGE } from '../../../../packages/engine/src/model/storage.ts';
import type { OrderHistory } from '../../../../packages/engine/src/model/demand.ts';
import type { Model } from '../../../../packages/engine/src/model/model.ts';
import { optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m, type RectangularAlgorithm } from '../../../../packages/engine/src/picking/routing/rectangular.ts';
import type { StorageAssignmentView } from '../../../../packages/engine/src/storage/policy.ts';

const PITCH_M = 4;

export interface BlockSetting {
  readonly aisles: number;
  readonly cells: number;
  readonly orders: readonly (readonly number[])[];
  readonly popularity: readonly number[];
  readonly route?: RectangularAlgorithm;
  /** Whether an item may lie at a location; by default everything fits everywhere. */
  readonly fits?: (item: number, location: number) => boolean;
}

/** One block; a location per aisle and cell, the first cell 1 m deep. */
export function blockView({
  aisles,
  cells,
  orders,
  popularity,
  route = optimalWalk,
  fits = () => true,
}: BlockSetting): StorageAssignmentView {
  const count = aisles * cells;
  const each = Int32Array.from({ length: count }, (_, location) => location);
  const aisle = each.map((location) => Math.floor(location / cells));
  const depth_m = Float64Array.from(each, (location) => 1 + (location % cells));
  const firstLine = new Int32Array(orders.length + 1);
  orders.forEach((order, o) => (firstLine[o + 1] = firstLine[o]! + order.length));
  const history: OrderHistory = {
    count: orders.length,
    day: Float64Array.from(orders, () => -1),
    firstLine,
    item: Int32Array.from(orders.flat()),
  };
  const layout = { aisles_x_m: Array.from({ length: aisles }, (_, i) => PITCH_M * i), crossAisles_y_m: [0, cells + 1] };
  const depot = { aisle: 0, crossAisle: 0 };
  const model = {
    items: {
      count: popularity.length,
      popularity: Float64Array.from(popularity),
      temperature: new Uint8Array(popularity.length),
      keeping: new Uint16Array(popularity.length),
    },
    locations: {
      count,
      area: new Int32Array(count),
      aisle,
      block: new Int32Array(count),
      level: new Uint8Array(count),
      temperature: new Uint8Array(count),
      handPick: new Uint8Array(count).fill(1),
      place: each,
      z_m: new Float32Array(count),
      width_m: Float32Array.from(each),
      depth_m: new Float32Array(count),
      height_m: new Float32Array(count),
      maxLoad_kg: new Float32Array(count),
      rackBay: new Int32Array(count),
      rackLevel: each,
    },
    building: { areas: [{ ...layout, gate: depot }] },
    network: { places: { y_m: depth_m } },
    racking: { bays: { keeping: new Uint16Array(1) } },
    storage: PLAIN_STORAGE,
    history,
  } as unknown as Model;
  return {
    model,
    depotDistance_m: (location) => PITCH_M * aisle[location]! + depth_m[location]!,
    capacity: (item, location) => (fits(item, location) ? 1 : 0),
    tourLength_m: (list, picks) =>
      lengthRectangular_m(route, {
        layout,
        start: depot,
        end: depot,
        count: picks,
        aisle: list.map((location) => aisle[location]!),
        block: new Int32Array(picks),
        offset_m: Float64Array.from(list, (location) => depth_m[location]!),
      }),
  };
}

/** Mean tour of the past orders, metres. */
export function meanTour(view: StorageAssignmentView, home: Int32Array): number {
  const { count, firstLine, item } = view.model.history;
  let sum = 0;
  for (let order = 0; order < count; order++) {
    const places = item.subarray(firstLine[order], firstLine[order + 1]).map((i) => home[i]!);
    sum += view.tourLength_m(places, places.length) / count;
  }
  return sum;
}

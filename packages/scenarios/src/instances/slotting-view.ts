// What a storage policy sees of a slotting instance, and what no assignment of it can be better than.

import { SlottingSite, slottingBound_m, type StorageAssignmentView } from '@dongseon/engine';
import { mayLie } from './slotting-fits.ts';
import { slottingModel } from './slotting-model.ts';
import type { Tours } from './slotting-tours.ts';
import type { SlottingInstance, SlottingOrders } from './slotting.ts';

/** @param tours by the routing policy that the assignments are made for. */
export function slottingView(instance: SlottingInstance, tours: Tours): StorageAssignmentView {
  const one = new Int32Array(1);
  const depotDistance_m = Float64Array.from({ length: instance.locations.count }, (_, location) => {
    one[0] = location;
    return tours.length_m(one, 1) / 2;
  });
  return {
    model: slottingModel(instance),
    depotDistance_m: (location) => depotDistance_m[location]!,
    capacity: (item, location) => (mayLie(instance, item, location) ? 1 : 0),
    tourLength_m: (locations, count) => tours.length_m(locations, count),
  };
}

/** Lower bound on the mean tour of some orders, metres: over all assignments and routing policies. */
export function meanTourBound_m(view: StorageAssignmentView, { count, firstLine, sku }: SlottingOrders): number {
  const { table, floor } = new SlottingSite(view);
  const { items, locations } = view.model;
  const orders = {
    ...{ count, firstLine, item: sku },
    weight: new Float64Array(count).fill(1 / count),
    alone: new Float64Array(items.count),
  };
  const depotDistance_m = Float64Array.from({ length: locations.count }, (_, location) => 2 * view.depotDistance_m(location));
  const { walkOrder, pointOf } = floor;
  return slottingBound_m({ orders, table, walkOrder, pointOf, depotDistance_m }, new Int32Array(items.count));
}

// What is selected, on the road map: which store it lies at, which vehicle it belongs to.

import type { Board } from '../../frames/delivery-board.ts';
import type { DeliveryStop } from '../../frames/delivery-tours.ts';
import type { Model } from '../../frames/engine.ts';
import type { Selection } from '../../state/run.ts';

/** A stop is selected as its order or its collection. */
export function selectionOfStop(stop: DeliveryStop): Selection {
  return stop.order >= 0 ? { kind: 'order', index: stop.order } : { kind: 'collection', index: stop.collection };
}

export function isStop(selection: Selection | null, stop: DeliveryStop): boolean {
  if (selection?.kind === 'order') return selection.index === stop.order;
  if (selection?.kind === 'collection') return selection.index === stop.collection;
  return selection?.kind === 'store' && selection.index === stop.store;
}

/** Store at which a selection lies; -1: at none. */
export function storeOf(model: Model, selection: Selection | null): number {
  if (selection?.kind === 'order') return model.demand.orders.store[selection.index] ?? -1;
  if (selection?.kind === 'collection') return model.demand.collections.store[selection.index] ?? -1;
  return selection?.kind === 'store' ? selection.index : -1;
}

/** Vehicle that is selected, or on whose tour the selected stop is; -1: none. */
export function vehicleOf(board: Board, selection: Selection | null): number {
  if (selection?.kind === 'vehicle') return selection.index;
  const found = board.vehicles.find(({ tours }) => tours.some(({ stops }) => stops.some(({ stop }) => isStop(selection, stop))));
  return found?.vehicle ?? -1;
}

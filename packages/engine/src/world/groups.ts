// Orders that are released together and leave together: the waves of the days, as they follow from the demand.

import { DELIVERY, type Orders } from '../model/demand.ts';

export interface OrderGroup {
  /** Tick at which picking may begin (may be negative: already staged at tick 0). */
  readonly release: number;
  /** Tick of departure. */
  readonly due: number;
  /** In order of arrival. */
  readonly orders: readonly number[];
}

/** Delivery orders grouped by (release, due), in that order. Derived from the demand alone, so it need not be saved. */
export function groupOrders(orders: Orders): OrderGroup[] {
  const groups = new Map<string, { release: number; due: number; orders: number[] }>();
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] !== DELIVERY) continue;
    const release = orders.release[order]!;
    const due = orders.due[order]!;
    const key = `${release}/${due}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { release, due, orders: [] }));
    group.orders.push(order);
  }
  return [...groups.values()].sort((a, b) => a.release - b.release || a.due - b.due);
}

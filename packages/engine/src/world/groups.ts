// What is planned together and leaves together: the waves of orders and the rounds of collections, as they follow from the demand.

import { DELIVERY, type Demand } from '../model/demand.ts';

export interface OrderGroup {
  /** Tick at which picking may begin, and at which tours are planned (may be negative: already staged at tick 0). */
  readonly release: number;
  /** Tick of departure. */
  readonly due: number;
  /** In order of arrival. */
  readonly orders: readonly number[];
  /** In order of announcement. */
  readonly collections: readonly number[];
}

/** Delivery orders and collections grouped by (release, due), in that order. Derived from the demand alone, so it need not be saved. */
export function groupOrders({ orders, collections }: Pick<Demand, 'orders' | 'collections'>): OrderGroup[] {
  const groups = new Map<string, { release: number; due: number; orders: number[]; collections: number[] }>();
  const groupOf = (release: number, due: number): { orders: number[]; collections: number[] } => {
    const key = `${release}/${due}`;
    let group = groups.get(key);
    if (group === undefined) groups.set(key, (group = { release, due, orders: [], collections: [] }));
    return group;
  };
  for (let order = 0; order < orders.count; order++) {
    if (orders.kind[order] === DELIVERY) groupOf(orders.release[order]!, orders.due[order]!).orders.push(order);
  }
  for (let row = 0; row < collections.count; row++) {
    groupOf(collections.release[row]!, collections.due[row]!).collections.push(row);
  }
  return [...groups.values()].sort((a, b) => a.release - b.release || a.due - b.due);
}

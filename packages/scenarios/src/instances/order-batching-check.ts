// Whether batches are an answer to an instance, and as long as they say: the checker, which trusts no solver and no router.
//
// Every order is in exactly one batch, no batch takes more than the capacity, each batch's tour can be walked, passes all its
// picks and is as long as claimed, and the total is their sum. Tours are walked by the checker of picker tours, which shares no
// code with the engine.
//
// Worked example: capacity 2 orders, batches {A, B} and {C} of 24 m and 6 m: 30 m; {A, B} and {B, C} have B twice.

import { pickerTourFaults } from './picker-tour-check.ts';
import { sizeOf, type OrderBatchingFile } from './order-batching.ts';

export interface ClaimedBatch {
  /** Ids. */
  readonly orders: readonly string[];
  /** Picks of its orders, one after the other, in visiting order. */
  readonly sequence: readonly number[];
  readonly path: readonly (readonly [number, number])[];
  readonly length_m: number;
}

/** Sums of sizes and lengths closer than this are equal. */
const EQUAL = 1e-6;

/** What is wrong with batches, a sentence each; empty for a right answer. */
export function orderBatchingFaults(file: OrderBatchingFile, batches: readonly ClaimedBatch[], total_m: number): string[] {
  const { capacity, layout, name } = file;
  const faults: string[] = [];
  const byId = new Map(file.orders.map((order) => [order.id, order]));
  const times = new Map<string, number>();
  for (const { orders } of batches) for (const id of orders) times.set(id, (times.get(id) ?? 0) + 1);
  for (const { id } of file.orders) if (times.get(id) !== 1) faults.push(`order ${id} is in ${times.get(id) ?? 0} batches`);
  for (const id of times.keys()) if (!byId.has(id)) faults.push(`there is no order ${id}`);

  batches.forEach(({ orders, sequence, path, length_m }, b) => {
    const known = orders.flatMap((id) => byId.get(id) ?? []);
    if (orders.length === 0) faults.push(`batch ${b} is empty`);
    const load = known.reduce((sum, order) => sum + sizeOf(order, capacity.unit), 0);
    if (load > capacity.value + EQUAL) faults.push(`batch ${b} takes ${load} ${capacity.unit}, more than ${capacity.value}`);
    const tour = { name, layout, picks: known.flatMap(({ picks }) => picks) };
    faults.push(...pickerTourFaults(tour, { sequence, path, length_m }).map((fault) => `tour ${b}: ${fault}`));
  });
  const sum_m = batches.reduce((sum, { length_m }) => sum + length_m, 0);
  if (!(Math.abs(sum_m - total_m) <= EQUAL * Math.max(1, sum_m))) faults.push(`the tours are ${sum_m} m, not ${total_m} m`);
  return faults;
}

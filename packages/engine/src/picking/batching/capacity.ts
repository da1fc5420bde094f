// What fits into one batch, kept as orders are put in.
//
// Five dimensions, each of which binds or does not (Infinity): orders, units, litres, kilograms, compartments of the cart.

import type { BatchCapacity, BatchingView } from './policy.ts';

/** Volumes and weights are sums of rounded numbers: an overrun below this does not count, litres or kilograms. */
const TOLERANCE = 1e-9;

/** One dimension of the capacity. */
export interface Dimension {
  readonly key: keyof BatchCapacity;
  readonly size: (view: BatchingView, order: number) => number;
  readonly tolerance: number;
}

export const DIMENSIONS: readonly Dimension[] = [
  { key: 'orders', size: () => 1, tolerance: 0 },
  { key: 'units', size: (view, order) => view.units(order), tolerance: TOLERANCE },
  { key: 'volume_l', size: (view, order) => view.volume_l(order), tolerance: TOLERANCE },
  { key: 'weight_kg', size: (view, order) => view.weight_kg(order), tolerance: TOLERANCE },
  { key: 'compartments', size: (view, order) => view.compartments(order), tolerance: 0 },
];

/** The load of a batch. */
export class Load {
  orders = 0;
  /** By dimension, in the order of DIMENSIONS. */
  private readonly sizes = new Float64Array(DIMENSIONS.length);

  clear(): void {
    this.orders = 0;
    this.sizes.fill(0);
  }

  add(view: BatchingView, order: number): void {
    this.orders++;
    for (let d = 0; d < DIMENSIONS.length; d++) this.sizes[d]! += DIMENSIONS[d]!.size(view, order);
  }

  addLoad(other: Load): void {
    this.orders += other.orders;
    for (let d = 0; d < DIMENSIONS.length; d++) this.sizes[d]! += other.sizes[d]!;
  }

  /** Whether a further order goes into the batch. An empty batch takes every order. */
  takes(view: BatchingView, order: number): boolean {
    if (this.orders === 0) return true;
    return DIMENSIONS.every((dimension, d) => within(view, dimension, this.sizes[d]! + dimension.size(view, order)));
  }

  /** Whether two batches are one batch within the capacity. */
  joins(view: BatchingView, other: Load): boolean {
    return DIMENSIONS.every((dimension, d) => within(view, dimension, this.sizes[d]! + other.sizes[d]!));
  }
}

/** The loads of single orders. */
export function loadsOf(view: BatchingView, orders: readonly number[]): Load[] {
  return orders.map((order) => {
    const load = new Load();
    load.add(view, order);
    return load;
  });
}

function within(view: BatchingView, { key, tolerance }: Dimension, size: number): boolean {
  return size <= view.capacity[key] + tolerance;
}

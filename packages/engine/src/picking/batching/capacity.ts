// What fits into one batch, kept as orders are put in.

import type { BatchingView } from './policy.ts';

/** Volumes and weights are sums of rounded numbers: an overrun below this does not count, litres or kilograms. */
const TOLERANCE = 1e-9;

/** The load of a batch. */
export class Load {
  orders = 0;
  volume_l = 0;
  weight_kg = 0;

  clear(): void {
    this.orders = 0;
    this.volume_l = 0;
    this.weight_kg = 0;
  }

  add(view: BatchingView, order: number): void {
    this.orders++;
    this.volume_l += view.volume_l(order);
    this.weight_kg += view.weight_kg(order);
  }

  addLoad(other: Load): void {
    this.orders += other.orders;
    this.volume_l += other.volume_l;
    this.weight_kg += other.weight_kg;
  }

  /** Whether a further order goes into the batch. An empty batch takes every order. */
  takes(view: BatchingView, order: number): boolean {
    return (
      this.orders === 0 ||
      fits(view, this.orders + 1, this.volume_l + view.volume_l(order), this.weight_kg + view.weight_kg(order))
    );
  }

  /** Whether two batches are one batch within the capacity. */
  joins(view: BatchingView, other: Load): boolean {
    return fits(view, this.orders + other.orders, this.volume_l + other.volume_l, this.weight_kg + other.weight_kg);
  }
}

function fits(view: BatchingView, orders: number, volume_l: number, weight_kg: number): boolean {
  const { capacity } = view;
  return orders <= capacity.orders && volume_l <= capacity.volume_l + TOLERANCE && weight_kg <= capacity.weight_kg + TOLERANCE;
}

// The tours of batches: their lengths, fast, for searches; the tours themselves, with the points walked; and a bound below which
// no batches can come.

import {
  BLOCK_RULES,
  BlockBatchLengths,
  isProvable,
  lengthRectangular_m,
  MAX_PROVED_BLOCKS,
  optimalWalk,
  pickerTourInstance,
  provedTour,
  routeRectangular,
  type BatchLengths,
  type RectangularAlgorithm,
  type RectangularInstance,
  type RectangularRoute,
} from '@dongseon/engine';
import { sizeOf, type OrderBatchingFile } from './order-batching.ts';

/** Runs the method of optimal routing, and cannot do without it. */
const NEEDS_PROOF = [optimalWalk.id, 'composite'];

export class BatchTours implements BatchLengths {
  private readonly file: OrderBatchingFile;
  private readonly routing: RectangularAlgorithm;
  private readonly fast: BlockBatchLengths | undefined;

  constructor(file: OrderBatchingFile, routing: RectangularAlgorithm) {
    this.file = file;
    this.routing = routing;
    const { layout, orders } = file;
    const rule = BLOCK_RULES.find((id) => id === routing.id);
    if (rule === undefined || layout.blocks > 1 || layout.depot.crossAisle > 0) return;
    const block = {
      aisles_x_m: Array.from({ length: layout.aisles }, (_, i) => i * layout.aislePitch),
      length_m: layout.subaisleLength + 2 * layout.crossAisleOffset,
      depotAisle: layout.depot.aisle,
    };
    const picks = orders.map((order) => ({
      aisle: order.picks.map(({ aisle }) => aisle),
      depth_m: order.picks.map(({ offset }) => layout.crossAisleOffset + offset),
    }));
    this.fast = new BlockBatchLengths(rule, block, picks);
  }

  /** Why the routing cannot serve the instance, in a sentence; undefined where it can. */
  whyNot(): string | undefined {
    const { id } = this.routing;
    const all = this.tourOf(this.file.orders.map((_, order) => order));
    if (!NEEDS_PROOF.includes(id) || isProvable(all)) return undefined;
    return `${id} routing is practical up to some ten aisles of ${MAX_PROVED_BLOCKS} blocks: choose another --routing`;
  }

  length_m(orders: Int32Array, count: number): number {
    if (this.fast !== undefined) return this.fast.length_m(orders, count);
    return lengthRectangular_m(this.routing, this.tourOf([...orders.subarray(0, count)]));
  }

  /** The tour of a batch; its picks are those of its orders, one after the other. */
  route(batch: readonly number[]): RectangularRoute {
    return routeRectangular(this.routing, this.tourOf(batch));
  }

  /**
   * No batches are shorter than this, metres. A batch's tour is at least as long as the shortest tour of any of its orders;
   * so many orders at most fit a batch, and so many batches there are at least.
   */
  bound_m(): number {
    const { capacity, orders } = this.file;
    const alone_m = orders.map((_, order) => provedTour(this.tourOf([order])).lowerBound_m).sort((a, b) => b - a);
    const sizes = orders.map((order) => sizeOf(order, capacity.unit)).sort((a, b) => a - b);
    let held = 0;
    let load = 0;
    while (held < sizes.length && load + sizes[held]! <= capacity.value + 1e-9) load += sizes[held++]!;
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const fewest = Math.max(Math.ceil(orders.length / held), Math.ceil(total / capacity.value - 1e-9));
    let bound_m = 0;
    for (let batch = 0; batch < fewest; batch++) bound_m += alone_m[Math.min(batch * held, alone_m.length - 1)]!;
    return bound_m;
  }

  private tourOf(batch: readonly number[]): RectangularInstance {
    const picks = batch.flatMap((order) => this.file.orders[order]!.picks);
    return pickerTourInstance({ layout: this.file.layout, picks });
  }
}

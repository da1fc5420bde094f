// Small slotting problems for tests: one block, every point of it a location, optimal routing.

import { BlockTourLength } from '../../../../packages/engine/src/picking/routing/block-length.ts';
import type { ExpectedOrders } from '../../../../packages/engine/src/storage/slotting/expected-orders.ts';
import { SortedTours } from '../../../../packages/engine/src/storage/slotting/order-tours.ts';
import type { SlottingProblem } from '../../../../packages/engine/src/storage/slotting/search.ts';

/** Aisles 4 m apart; cells 1 m apart, the first 1 m deep; the depot at the front of aisle 0. */
export interface Block {
  readonly aisles: number;
  readonly cells: number;
}

export function blockTours({ aisles, cells }: Block): BlockTourLength {
  const points = Array.from({ length: aisles * cells }, (_, point) => point);
  return new BlockTourLength(
    Array.from({ length: aisles }, (_, aisle) => 4 * aisle),
    cells + 1,
    0,
    points.map((point) => Math.floor(point / cells)),
    points.map((point) => 1 + (point % cells)),
  );
}

/** Orders with weights that are made to add up to 1. */
export function ordersOf(items: number, orders: readonly (readonly number[])[], weights?: readonly number[]): ExpectedOrders {
  const weight = Float64Array.from(orders, (_, order) => weights?.[order] ?? 1);
  const sum = weight.reduce((a, b) => a + b, 0);
  const firstLine = new Int32Array(orders.length + 1);
  orders.forEach((order, o) => (firstLine[o + 1] = firstLine[o]! + order.length));
  return {
    count: orders.length,
    firstLine,
    item: Int32Array.from(orders.flat()),
    weight: weight.map((w) => w / sum),
    alone: new Float64Array(items),
  };
}

/**
 * @param fits whether items of a group may lie at a location; by default everything fits everywhere.
 * @param groupOf group per item.
 */
export function blockProblem(
  block: Block,
  orders: ExpectedOrders,
  groupOf: Int32Array = new Int32Array(orders.alone.length),
  fits: (group: number, location: number) => boolean = () => true,
): SlottingProblem {
  const locations = block.aisles * block.cells;
  const groups = Math.max(0, ...groupOf) + 1;
  const walkOrder = Int32Array.from({ length: locations }, (_, location) => location);
  const tours = blockTours(block);
  return {
    orders,
    // Each location is a kind of its own.
    table: {
      kinds: locations,
      kindOf: walkOrder.slice(),
      groupOf,
      accepts: Uint8Array.from({ length: groups * locations }, (_, at) =>
        fits(Math.floor(at / locations), at % locations) ? 1 : 0,
      ),
    },
    walkOrder,
    pointOf: walkOrder,
    depotDistance_m: Float64Array.from(walkOrder, (location) => tours.tour_m(Int32Array.of(location), 0, 1)),
  };
}

export function sortedTours(block: Block, problem: SlottingProblem, home: Int32Array): SortedTours {
  const tours = blockTours(block);
  return new SortedTours(problem.orders, home, Int32Array.from(problem.pointOf), (list, from, end) =>
    tours.tour_m(list, from, end),
  );
}

// The tours that an assignment asks of the pickers: one tour an order, by a routing policy of the engine.

import {
  lengthRectangular_m,
  MAX_PROVED_BLOCKS,
  optimalWalk,
  rectangularAlgorithms,
  routeRectangular,
  type RectangularAlgorithm,
  type RectangularRoute,
} from '@dongseon/engine';
import type { SlottingInstance, SlottingOrders } from './slotting.ts';

export const ROUTINGS: readonly RectangularAlgorithm[] = rectangularAlgorithms;

/** Why a routing policy cannot serve a layout, in a sentence; undefined where it can. */
export function whyNotRouted({ layout }: SlottingInstance, { id }: RectangularAlgorithm): string | undefined {
  const blocks = layout.crossAisles_y_m.length - 1;
  if ((id !== optimalWalk.id && id !== 'composite') || blocks <= MAX_PROVED_BLOCKS) return undefined;
  return `${id} routing is practical up to ${MAX_PROVED_BLOCKS} blocks, and there are ${blocks}: choose another --routing`;
}

/** Lengths of tours through locations. One object serves many tours: its arrays grow and are re-used. */
export class Tours {
  private readonly instance: SlottingInstance;
  private readonly routing: RectangularAlgorithm;
  private readonly tour: {
    layout: SlottingInstance['layout'];
    start: SlottingInstance['depot'];
    end: SlottingInstance['depot'];
    count: number;
    aisle: Int32Array;
    block: Int32Array;
    offset_m: Float64Array;
  };

  constructor(instance: SlottingInstance, routing: RectangularAlgorithm) {
    const { layout, depot } = instance;
    this.instance = instance;
    this.routing = routing;
    const columns = { aisle: new Int32Array(64), block: new Int32Array(64), offset_m: new Float64Array(64) };
    this.tour = { layout, start: depot, end: depot, count: 0, ...columns };
  }

  /** Length of the tour through the first `count` locations, metres. */
  length_m(locations: ArrayLike<number>, count: number): number {
    this.load(locations, count);
    return lengthRectangular_m(this.routing, this.tour);
  }

  /** The tour itself, with the points walked. */
  route(locations: ArrayLike<number>, count: number): RectangularRoute {
    this.load(locations, count);
    return routeRectangular(this.routing, this.tour);
  }

  /** Length of each order's tour, metres. @param home location per SKU; all >= 0. */
  orderLengths_m(orders: SlottingOrders, home: Int32Array): Float64Array {
    const lengths_m = new Float64Array(orders.count);
    const locations: number[] = [];
    for (let order = 0; order < orders.count; order++) {
      locations.length = 0;
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++)
        locations.push(home[orders.sku[line]!]!);
      lengths_m[order] = this.length_m(locations, locations.length);
    }
    return lengths_m;
  }

  private load(locations: ArrayLike<number>, count: number): void {
    const { tour } = this;
    const all = this.instance.locations;
    if (tour.aisle.length < count) {
      tour.aisle = new Int32Array(2 * count);
      tour.block = new Int32Array(2 * count);
      tour.offset_m = new Float64Array(2 * count);
    }
    tour.count = count;
    for (let i = 0; i < count; i++) {
      tour.aisle[i] = all.aisle[locations[i]!]!;
      tour.block[i] = all.block[locations[i]!]!;
      tour.offset_m[i] = all.offset_m[locations[i]!]!;
    }
  }
}

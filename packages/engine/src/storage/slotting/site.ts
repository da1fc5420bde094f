// A building as slotting searches see it: what fits where, the floor, how far everything is. Worked out once, for any number of
// searches: of the `optimised` policy, and of whoever drives one from outside with a clock of its own.
//
// Cost: O(locations log locations + items × kinds of slot).
//
// Worked example: const site = new SlottingSite(view); const search = site.search(home, ALL_ORDERS, site.policyTours, random);
// then search.improve(10_000) as often as there is time; search.home is legal and the best known after each call.

import type { RandomStream } from '../../base/random.ts';
import type { OrderHistory } from '../../model/demand.ts';
import type { StorageAssignmentView } from '../policy.ts';
import { buildSlotTable, type SlotTable } from '../storage-assignment/slots.ts';
import { expectedOrders, type ExpectedOrders, type Extent } from './expected-orders.ts';
import { floorOf, type Floor } from './floor.ts';
import { PolicyTours, SortedTours, type OrderTours } from './order-tours.ts';
import { SlottingSearch } from './search.ts';

/** Tours of some orders with some homes. */
export type ToursOf = (orders: ExpectedOrders, home: Int32Array) => OrderTours;

export class SlottingSite {
  readonly table: SlotTable;
  readonly floor: Floor;
  private readonly view: StorageAssignmentView;
  /** There and back. */
  private readonly depotDistance_m: Float64Array;

  constructor(view: StorageAssignmentView) {
    this.view = view;
    this.table = buildSlotTable(view);
    this.floor = floorOf(view.model, this.table.nearestFirst);
    this.depotDistance_m = new Float64Array(view.model.locations.count);
    for (const location of this.floor.walkOrder) this.depotDistance_m[location] = 2 * view.depotDistance_m(location);
  }

  /** Tours as the chosen routing policy makes them. */
  readonly policyTours: ToursOf = (orders, home) =>
    new PolicyTours(orders, home, (locations, count) => this.view.tourLength_m(locations, count));

  /**
   * Tours by a function of the sorted points of the floor.
   * @param tour_m length of the tour through points[from] … points[end - 1], which ascend, metres.
   */
  sortedTours(tour_m: (points: Int32Array, from: number, end: number) => number): ToursOf {
    return (orders, home) => new SortedTours(orders, home, this.floor.pointOf, tour_m);
  }

  /**
   * A search that learns from the newest orders of the history.
   * @param home a legal assignment; kept and improved.
   * @param history orders to learn from, where not all of the model's are to be known.
   */
  search(
    home: Int32Array,
    extent: Extent,
    toursOf: ToursOf,
    random: RandomStream,
    history: OrderHistory = this.view.model.history,
  ): SlottingSearch {
    const { table, floor, depotDistance_m } = this;
    const orders = expectedOrders(history, home, extent);
    const problem = { orders, table, walkOrder: floor.walkOrder, pointOf: floor.pointOf, depotDistance_m };
    return new SlottingSearch(problem, home, toursOf(orders, home), random);
  }
}

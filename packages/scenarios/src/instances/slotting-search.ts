// The engine's slotting search on an instance, for whoever has a clock: it learns from the whole history, its tours are those of
// the routing policy asked for, and it goes on until the time is over. What it finds hangs on the machine's speed.
//
// In one block, under optimal routing, tours are measured by the fast kernel for sorted picks (BlockTourLength); otherwise the
// routing policy itself is asked, which takes some ten times as long.

import {
  ALL_ORDERS,
  BlockTourLength,
  optimalWalk,
  RandomStreams,
  SlottingSite,
  type RectangularAlgorithm,
  type StorageAssignmentView,
  type ToursOf,
} from '@dongseon/engine';
import type { SlottingInstance } from './slotting.ts';

/** How the search went, after so much work. */
export interface SearchPoint {
  /** Of the policy and the search, without the evaluations. */
  readonly time_s: number;
  /** Tours of past orders measured. */
  readonly tours: number;
  /** As the objective of the result. */
  readonly objective: number;
}

export interface SearchOptions {
  /** The search goes on until so many seconds have passed, those before it included. */
  readonly timeLimit_s: number;
  /** Told now and then. */
  readonly onPoint?: (point: SearchPoint) => void;
}

/** Tours measured before the first look at the clock, and seconds between two looks afterwards. */
const FIRST_TOURS = 5000;
const LOOK_S = 0.25;
/** Seconds to the first point of the search's course, and the factor from each to the next. */
const FIRST_POINT_S = 1;
const POINT_STEP = 1.3;

export class TimedSearch {
  private readonly search: ReturnType<SlottingSite['search']>;
  private readonly objective: (home: Int32Array) => number;

  /**
   * @param home a legal assignment: where the search starts.
   * @param objective what is told of the homes found; it does not guide the search.
   */
  constructor(
    { layout, depot }: SlottingInstance,
    view: StorageAssignmentView,
    routing: RectangularAlgorithm,
    home: Int32Array,
    seed: number,
    objective: (home: Int32Array) => number,
  ) {
    const site = new SlottingSite(view);
    const { aisles_x_m, crossAisles_y_m } = layout;
    let tours: ToursOf = site.policyTours;
    if (routing.id === optimalWalk.id && crossAisles_y_m.length === 2) {
      const { subaisle, aisle, depth_m } = site.floor;
      const aisleOf = subaisle.map((one) => aisle[one]!);
      const block = new BlockTourLength(aisles_x_m, crossAisles_y_m[1]! - crossAisles_y_m[0]!, depot.aisle, aisleOf, depth_m);
      tours = site.sortedTours((points, from, end) => block.tour_m(points, from, end));
    }
    const random = new RandomStreams(seed, 1).get('policy/storage-assignment');
    this.search = site.search(home.slice(), ALL_ORDERS, tours, random);
    this.objective = objective;
  }

  /** The best homes found. */
  get home(): Int32Array {
    return this.search.home;
  }

  /** Searches until the time is over; its course at even steps of the logarithm of the time. @param before_s spent already. */
  run(before_s: number, { timeLimit_s, onPoint }: SearchOptions): SearchPoint[] {
    const points: SearchPoint[] = [];
    const { search } = this;
    let time_s = before_s;
    let next_s = Math.max(FIRST_POINT_S, before_s);
    let step = FIRST_TOURS;
    for (;;) {
      const isOver = time_s >= timeLimit_s;
      if (isOver || time_s >= next_s) {
        const point = { time_s, tours: search.tours, objective: this.objective(search.home) };
        points.push(point);
        onPoint?.(point);
        next_s = time_s * POINT_STEP;
      }
      if (isOver) return points;
      const start = performance.now();
      const before = search.tours;
      search.improve(step);
      const spent_s = (performance.now() - start) / 1000;
      time_s += spent_s;
      const share = Math.min(LOOK_S, timeLimit_s - time_s) / Math.max(spent_s, 1e-6);
      step = Math.max(FIRST_TOURS, Math.min(10 * step, Math.floor((search.tours - before) * share)));
    }
  }
}

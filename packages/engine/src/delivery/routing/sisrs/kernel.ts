// What the search needs of a representation of routes. A kernel knows what makes a route feasible and what it costs (time windows;
// pickups and deliveries; batteries; several trips a day); the search knows only requests, routes, and costs.
//
// A request is what is in or out as a whole: a stop, or a pickup with its delivery. Requests are 0 … requests - 1. A route is what
// strings are cut from: a vehicle's route, or one of its trips.
//
// One kernel object holds three states of the same problem, in flat arrays: the working one, which is ruined and recreated, the
// current one of the annealing, and the best. Copies between them must be cheap (a few microseconds at 200 stops).

import type { Draws } from './draws.ts';
import type { RoutePlan } from './problem.ts';

export const WORKING = 0;
export const CURRENT = 1;
export const BEST = 2;
export type StateSlot = typeof WORKING | typeof CURRENT | typeof BEST;

export interface RouteKernel {
  readonly requests: number;
  /** Route of each request in the working state; -1: absent. The same array all the time. */
  readonly routeOf: Int32Array;
  /** The requests nearest to each, itself first, nearest first, row by row: neighbours[request * neighbourCount + k]. */
  readonly neighbours: Int32Array;
  readonly neighbourCount: number;
  /** Requests in a route of the working state; routes are 0 … routeLimit - 1, some may be empty. */
  readonly sizeOf: Int32Array;
  readonly routeLimit: number;
  /** No plan that serves all requests has fewer vehicles, for all that the kernel knows; undefined: 1. */
  readonly leastVehicles?: number;
  /** Routes with at least one request, in the working state. */
  routes(): number;
  /** Writes a route's requests, in the order of their (first) visit, to `into`; returns how many. */
  sequence(route: number, into: Int32Array): number;
  /** Takes requests, all of one route, out of it. */
  remove(route: number, requests: Int32Array, count: number): void;
  /**
   * Puts an absent request at its cheapest feasible place, each place being overlooked with probability `blink`; opens a route
   * where none is feasible and the limits allow one (or where that is cheaper and `mayOpen` says that this counts). False: it
   * stays absent.
   */
  insert(request: number, blink: number, random: Draws): boolean;
  /** Called after the last insertion of an iteration: what is worth doing once, such as choosing vehicles anew. */
  finish?(): void;
  /** Cuts a route in two before the request at a position (kernels that cannot, do nothing). For objectives by distance only. */
  split(route: number, position: number): void;
  /**
   * Exchanges the tails of two routes so that a request comes next to another that is near it, in the cheapest way, if that
   * raises the cost by less than `bound`. True: done. False: not, and what the working state is now does not count.
   */
  exchangeTails?(request: number, bound: number): boolean;
  /** Cost of the working state; `unservedCost` of absent requests is not in it. */
  cost(): number;
  /** Vehicles that the working state uses. */
  vehicles(): number;
  /** At most so many vehicles from now on. */
  limitVehicles(count: number): void;
  /** Takes all requests of one vehicle out; `weights` by request tell whose absence hurts least: the least sum goes. */
  dropVehicle(weights: Float64Array): void;
  /** Keys for the order of insertion; the search sorts ascending by one of them. keys[kind][request]. */
  readonly keys: readonly { readonly weight: number; readonly of: Float64Array }[];
  copy(from: StateSlot, to: StateSlot): void;
  /** The state as a plan. */
  plan(slot: StateSlot): RoutePlan;
  /** Puts a plan into the working state; what it cannot keep is absent. Returns false if it had to leave something out. */
  load(plan: RoutePlan): boolean;
}

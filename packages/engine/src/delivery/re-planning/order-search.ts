// A good order of the stops that a vehicle under way has left, where there are too many for an exact one.
//
// Two orders are improved, the present one and one made by inserting the stops, those that close first first, each at its
// cheapest place; moves are 2-opt (a stretch the other way round) and Or-opt (one to three stops elsewhere), the first that
// lowers the cost of the vehicle's day is made, until none is left. The cheaper result is taken.
//
// Source:     Croes (1958), Operations Research 6, 791-812 (2-opt); Or (1976), doctoral thesis, Northwestern University;
//             insertion by Rosenkrantz, Stearns & Lewis (1977), SIAM Journal on Computing 6(3), 563-581.
// Applies to: any number of stops.
// Cost:       O(n³) a round of moves.
//
// Worked example: as in best-order.ts: of 2, 1, 3 the first two are turned round: 1, 2, 3.

import { dayCost } from '../routing/plan-cost.ts';
import { canDrive } from '../routing/plan-limits.ts';
import type { VehicleRoutingView } from '../routing/policy.ts';

const LONGEST_SEGMENT = 3;
/** A move must save more than this, won, so that rounding cannot go round in circles. */
const LEAST_GAIN_KRW = 1e-6;

/** An order of the running tour (first of the day) that costs no more than the present one. */
export function goodOrder(view: VehicleRoutingView, vehicle: number, day: readonly (readonly number[])[]): readonly number[] {
  const later = day.slice(1);
  const cost = (order: readonly number[]): number => dayCost(view, vehicle, [order, ...later]).total_krw;
  const present = improve(view, vehicle, day[0]!, cost);
  const inserted = improve(view, vehicle, insertAll(view, day[0]!, cost), cost);
  return canDrive(view, vehicle, inserted, true) && cost(inserted) < cost(present) ? inserted : present;
}

function insertAll(view: VehicleRoutingView, stops: readonly number[], cost: (order: readonly number[]) => number): number[] {
  let order: number[] = [];
  for (const stop of [...stops].sort((a, b) => closing(view, a, b) || a - b)) {
    let best: number[] = [];
    let least_krw = Infinity;
    for (let gap = 0; gap <= order.length; gap++) {
      const longer = [...order.slice(0, gap), stop, ...order.slice(gap)];
      const longer_krw = cost(longer);
      if (longer_krw >= least_krw) continue;
      best = longer;
      least_krw = longer_krw;
    }
    order = best;
  }
  return order;
}

/** Stops that never close come last; two of them are equal. */
function closing(view: VehicleRoutingView, a: number, b: number): number {
  const one = view.stops[a]!.closes_s;
  const two = view.stops[b]!.closes_s;
  return one === two ? 0 : one - two;
}

function improve(
  view: VehicleRoutingView,
  vehicle: number,
  start: readonly number[],
  cost: (order: readonly number[]) => number,
): readonly number[] {
  let order = start;
  let cost_krw = cost(order);
  const isBetter = (changed: readonly number[]): boolean =>
    cost(changed) <= cost_krw - LEAST_GAIN_KRW && canDrive(view, vehicle, changed, true);
  for (let better = firstNeighbour(order, isBetter); better !== undefined; better = firstNeighbour(order, isBetter)) {
    order = better;
    cost_krw = cost(order);
  }
  return order;
}

/** The first order one move away that is as wanted. */
function firstNeighbour(
  order: readonly number[],
  isWanted: (order: readonly number[]) => boolean,
): readonly number[] | undefined {
  const n = order.length;
  for (let first = 0; first < n - 1; first++) {
    for (let last = first + 1; last < n; last++) {
      const turned = [...order.slice(0, first), ...order.slice(first, last + 1).reverse(), ...order.slice(last + 1)];
      if (isWanted(turned)) return turned;
    }
  }
  for (let length = 1; length <= Math.min(LONGEST_SEGMENT, n - 1); length++) {
    for (let from = 0; from + length <= n; from++) {
      const segment = order.slice(from, from + length);
      const rest = [...order.slice(0, from), ...order.slice(from + length)];
      for (let gap = 0; gap <= rest.length; gap++) {
        const moved = [...rest.slice(0, gap), ...segment, ...rest.slice(gap)];
        if (gap !== from && isWanted(moved)) return moved;
      }
    }
  }
  return undefined;
}

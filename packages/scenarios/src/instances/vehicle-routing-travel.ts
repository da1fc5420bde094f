// When a vehicle arrives that leaves at a given time, where speeds change with the time of day.
//
// Source:     Ichoua, S., Gendreau, M. & Potvin, J.-Y. (2003), "Vehicle dispatching with time-dependent travel times", European
//             Journal of Operational Research 144(2), 379-396: the vehicle goes on with the speed of every period it comes into.
// Worked example: two periods of 10, a trip of 8 in the first and of 4 in the second. It leaves at 6: in the 4 left of the first
//             period it does half the way, the other half takes 2: it arrives at 12.

import type { VehicleRoutingProblem } from '@dongseon/engine';

export interface Drive {
  /** Time at which it ends. */
  readonly at: number;
  readonly arrived: boolean;
  /** Share of the whole way that was driven. */
  readonly done: number;
}

/** Drives the rest of a way, from `departure` on, at most until `until`. @param rest share of the way that is left, 0 … 1 */
export function drive(
  { nodes, travel: { durations, periodLength } }: Pick<VehicleRoutingProblem, 'nodes' | 'travel'>,
  from: number,
  to: number,
  departure: number,
  rest = 1,
  until = Infinity,
): Drive {
  const last = durations.length - 1;
  let period = last === 0 ? 0 : Math.min(last, Math.max(0, Math.floor(departure / periodLength)));
  let at = departure;
  let left = rest;
  for (;;) {
    const whole = durations[period]![from * nodes + to]!;
    const stop = Math.min(period === last ? Infinity : (period + 1) * periodLength, until);
    const arrival = at + left * whole;
    if (arrival <= stop) return { at: arrival, arrived: true, done: rest };
    left -= (stop - at) / whole;
    at = stop;
    if (stop === until) return { at, arrived: false, done: rest - left };
    period++;
  }
}

/** The least duration of a way in any period of the day. */
export function leastDurations({ nodes, travel: { durations } }: VehicleRoutingProblem): Float64Array {
  if (durations.length === 1) return durations[0]!;
  return Float64Array.from({ length: nodes * nodes }, (_, i) => Math.min(...durations.map((table) => table[i]!)));
}

// Travel whose duration depends on the period of the day, such that nobody overtakes by leaving later.
//
// Source:     Ichoua, Gendreau & Potvin (2003), European Journal of Operational Research 144(2), 379-396, section 3: a leg has a
//             speed in each period, and a vehicle changes its speed when the period changes.
// Applies to: TravelTables (problem.ts): the table of period p holds the duration of the leg at the speed of that period. The
//             first period has no beginning and the last has no end.
// Cost:       O(periods crossed).
//
// Worked example: periods of 100, the leg takes 60 in the first and 120 in the second. Left at 70, half of it is done at 100 and
// the other half takes 60: arrival at 160. To arrive at 160 one leaves at 70 at the latest.

import type { TravelTables } from '../problem.ts';

export class PeriodTravel {
  private readonly nodes: number;
  private readonly tables: readonly Float64Array[];
  private readonly periodLength: number;

  constructor(travel: TravelTables, nodes: number) {
    this.nodes = nodes;
    this.tables = travel.durations;
    this.periodLength = travel.periodLength;
  }

  /** When a vehicle arrives that has `share` (0 … 1) of the leg before it at time `leave`. */
  arrival(from: number, to: number, leave: number, share: number): number {
    const { tables, periodLength } = this;
    const leg = from * this.nodes + to;
    const last = tables.length - 1;
    let period = this.periodAt(leave);
    let now = leave;
    let left = share;
    for (;;) {
      const duration = tables[period]![leg]!;
      const need = left * duration;
      if (period === last) return now + need;
      const end = (period + 1) * periodLength;
      if (now + need <= end) return now + need;
      left -= (end - now) / duration;
      now = end;
      period++;
    }
  }

  /** When a vehicle leaves at the latest that has `share` of the leg before it and is there at `arrival`. */
  departure(from: number, to: number, arrival: number, share: number): number {
    const { tables, periodLength } = this;
    const leg = from * this.nodes + to;
    let period = this.periodAt(arrival);
    let now = arrival;
    let left = share;
    for (;;) {
      const duration = tables[period]![leg]!;
      const need = left * duration;
      if (period === 0) return now - need;
      const begin = period * periodLength;
      if (now - need >= begin) return now - need;
      left -= (now - begin) / duration;
      now = begin;
      period--;
    }
  }

  /** The share of the leg that is driven between two times, if it is that long. */
  driven(from: number, to: number, begin: number, end: number): number {
    const { tables, periodLength } = this;
    const leg = from * this.nodes + to;
    const last = tables.length - 1;
    let share = 0;
    let now = begin;
    for (let period = this.periodAt(begin); now < end; period++) {
      const until = period === last ? end : Math.min(end, (period + 1) * periodLength);
      const duration = tables[period]![leg]!;
      share += duration > 0 ? (until - now) / duration : 1;
      now = until;
    }
    return Math.min(1, share);
  }

  private periodAt(time: number): number {
    if (this.tables.length === 1) return 0;
    return Math.max(0, Math.min(this.tables.length - 1, Math.floor(time / this.periodLength)));
  }
}

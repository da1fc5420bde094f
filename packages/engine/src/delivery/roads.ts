// Roads: how far it is between the DC and the stores, and how long the way takes by the hour at which one sets out.
//
// Straight line × road factor at the speed of the hour, or an imported matrix by period of the day. A leg is driven hour by hour
// (period by period): in each at its own speed, so that the duration does not jump where the hour does, and who leaves later never
// arrives earlier.
//
// Source:     Ichoua, S., Gendreau, M. & Potvin, J.-Y. (2003), "Vehicle dispatching with time-dependent travel times", European
//             Journal of Operational Research 144(2), 379-396, section 3.
// Applies to: everything; where all hours are alike the duration is distance / speed.
// Cost:       O(hours driven through) a leg.
//
// Worked example: 12 km at 10 m/s take 20 min; from 08:00 on everything takes twice as long. Who leaves at 07:50 drives 10 min at
// 10 m/s, half the way, and the other half in 20 min: 30 min. Who leaves at 07:59 arrives at 08:38, later than 08:20.

import { gammaByMeanCv } from '../base/distributions.ts';
import { secondsToTicks, ticksToSeconds } from '../base/units.ts';
import type { Fleet } from '../model/fleet.ts';
import type { Context } from '../world/context.ts';

const METRES_PER_KILOMETRE = 1000;
const SECONDS_PER_HOUR = 3600;
const SECONDS_PER_DAY = 86_400;

/** Places are stores; NONE is the DC. */
export class Roads {
  private readonly fleet: Fleet;
  private readonly periods: number;
  private readonly period_s: number;

  constructor(fleet: Fleet) {
    this.fleet = fleet;
    const { matrix, hourFactor } = fleet.roads;
    const alike = matrix === undefined ? hourFactor.every((factor) => factor === hourFactor[0]) : matrix.durations_s.length === 1;
    this.periods = alike ? 1 : (matrix?.durations_s.length ?? hourFactor.length);
    this.period_s = matrix?.period_s ?? SECONDS_PER_HOUR;
  }

  distance_km(from: number, to: number): number {
    const { stores, roads } = this.fleet;
    if (roads.matrix !== undefined) return roads.matrix.distance_km[this.cell(from, to)]!;
    const dx = (from < 0 ? 0 : stores.east_km[from]!) - (to < 0 ? 0 : stores.east_km[to]!);
    const dy = (from < 0 ? 0 : stores.north_km[from]!) - (to < 0 ? 0 : stores.north_km[to]!);
    return Math.sqrt(dx * dx + dy * dy) * roads.roadFactor;
  }

  /** Kilometres east and north of the DC. */
  position(place: number): { readonly x: number; readonly y: number } {
    const { stores } = this.fleet;
    return place < 0 ? { x: 0, y: 0 } : { x: stores.east_km[place]!, y: stores.north_km[place]! };
  }

  /** The duration expected by one who leaves at `leaving_s` seconds of the run. */
  duration_s(from: number, to: number, leaving_s: number): number {
    if (from === to) return 0;
    if (this.periods === 1) return this.whole_s(from, to, 0);
    let day = Math.floor(leaving_s / SECONDS_PER_DAY);
    let period = Math.min(this.periods - 1, Math.floor((leaving_s - day * SECONDS_PER_DAY) / this.period_s));
    let at = leaving_s;
    let left = 1; // share of the way
    for (;;) {
      const ends =
        period === this.periods - 1 ? (day + 1) * SECONDS_PER_DAY : day * SECONDS_PER_DAY + (period + 1) * this.period_s;
      const whole_s = this.whole_s(from, to, period);
      if (left * whole_s <= ends - at) return at + left * whole_s - leaving_s;
      left -= (ends - at) / whole_s;
      at = ends;
      period += 1;
      if (period === this.periods) {
        period = 0;
        day += 1;
      }
    }
  }

  /** The same in ticks. */
  ticks(from: number, to: number, leaving: number): number {
    return secondsToTicks(this.duration_s(from, to, ticksToSeconds(leaving)));
  }

  /** What the leg takes this time, for this vehicle, ticks. */
  draw({ streams }: Context, vehicle: number, from: number, to: number, leaving: number): number {
    const expected_s = this.duration_s(from, to, ticksToSeconds(leaving));
    const { legCv } = this.fleet.roads;
    if (legCv === 0) return secondsToTicks(expected_s);
    return secondsToTicks(gammaByMeanCv(streams.get(`vehicle-${vehicle}/road`), expected_s, legCv));
  }

  /** The whole way, if all of it were driven in one period. */
  private whole_s(from: number, to: number, period: number): number {
    const { matrix, hourFactor, speed_mps } = this.fleet.roads;
    if (matrix !== undefined) return matrix.durations_s[period]![this.cell(from, to)]!;
    return ((this.distance_km(from, to) * METRES_PER_KILOMETRE) / speed_mps) * hourFactor[period]!;
  }

  private cell(from: number, to: number): number {
    return (from + 1) * (this.fleet.stores.count + 1) + to + 1;
  }
}

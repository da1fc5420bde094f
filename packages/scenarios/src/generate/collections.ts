// Synthetic collections (milk run): members that have parcels fetched, round by round.
//
// Every day has exactly the number of calls that the scenario says times the day's factor (rounded), spread over the rounds by their
// shares, and exactly the parcels that go with them, spread by gamma weights. A round's calls are of different members where there
// are enough; who calls is drawn anew every day. Times are uniform from `opens` (the first round) or the announcement end of the
// round before to its own.

import { NO_COLLECTIONS, TICKS_PER_DAY, TICKS_PER_SECOND, gamma, secondsToTicks } from '@dongseon/engine';
import type { Collections, RandomStreams } from '@dongseon/engine';
import { clockSeconds } from '../format/schema/common.ts';
import type { DemandFile } from '../format/schema/demand.ts';
import { allocate } from './allocate.ts';
import { dayFactor } from './orders.ts';
import { permutation } from './shuffle.ts';

interface Call {
  readonly code: string;
  readonly store: number;
  readonly announced: number;
  readonly release: number;
  readonly due: number;
  readonly cutOff: number;
  readonly parcels: number;
}

/** @param stores members that may call: all stores of the scenario. */
export function generateCollections(demand: DemandFile, stores: number, days: number, streams: RandomStreams): Collections {
  const rule = demand.collections;
  if (rule === undefined || stores === 0) return NO_COLLECTIONS;
  const calls: Call[] = [];
  for (let day = 0; day < days; day++) calls.push(...callsOfDay(demand, rule, day, stores, streams));
  return {
    count: calls.length,
    code: calls.map(({ code }) => code),
    store: Int32Array.from(calls, ({ store }) => store),
    announced: Float64Array.from(calls, ({ announced }) => announced),
    release: Float64Array.from(calls, ({ release }) => release),
    due: Float64Array.from(calls, ({ due }) => due),
    cutOff: Float64Array.from(calls, ({ cutOff }) => cutOff),
    parcels: Int32Array.from(calls, ({ parcels }) => parcels),
    weight_kg: Float64Array.from(calls, ({ parcels }) => parcels * rule.parcel_kg),
    volume_l: Float64Array.from(calls, ({ parcels }) => parcels * rule.parcel_l),
  };
}

function callsOfDay(
  demand: DemandFile,
  rule: NonNullable<DemandFile['collections']>,
  day: number,
  stores: number,
  streams: RandomStreams,
): Call[] {
  const stream = streams.once(`collections/day-${day}`);
  const total = Math.round(rule.callsPerDay * dayFactor(demand, day));
  const perRound = allocate(
    total,
    rule.rounds.map(({ share }) => share),
  );
  const midnight = day * TICKS_PER_DAY;
  const calls: Call[] = [];
  let opens = clockSeconds(rule.opens);
  rule.rounds.forEach((round, r) => {
    const count = perRound[r]!;
    const weights = Float64Array.from({ length: count }, () => gamma(stream, rule.parcelsShape, 1));
    const parcels = allocate(Math.round(count * rule.parcelsPerCall), weights, 1);
    const callers = permutation(stores, stream);
    const ends = clockSeconds(round.announced);
    for (let k = 0; k < count; k++) {
      const own = streams.once(`collections/day-${day}/${round.id}-${k}`);
      calls.push({
        code: `C${day}-${round.id}-${String(k + 1).padStart(3, '0')}`,
        store: callers[k % stores]!,
        announced: midnight + secondsToTicks(own.uniform(opens, ends)),
        release: midnight + ends * TICKS_PER_SECOND,
        due: midnight + clockSeconds(round.departure) * TICKS_PER_SECOND,
        cutOff: midnight + clockSeconds(round.cutOff) * TICKS_PER_SECOND,
        parcels: parcels[k]!,
      });
    }
    opens = ends;
  });
  return calls.sort((a, b) => a.announced - b.announced || (a.code < b.code ? -1 : 1));
}

import type { DurationLaw } from '../../../packages/engine/src/model/model.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** A pick takes its time: what is certain of it. Rounded to ticks part by part. */
export const pickTime: Rule = {
  id: 'pick-time',
  proves:
    'a picker takes at least the time that the units cost, and more for goods outside the golden zone and for a pallet ' +
    'that is fetched down',
  check(run, report) {
    const pickers = run.pickers();
    const stops = new Map<number, Map<number, Happening[]>>();
    for (const event of run.of('line-picked')) {
      const picker = pickers.get(run.model.demand.lines.order[event.a]!);
      if (picker === undefined || run.agents.kind[picker] !== 0) continue;
      let own = stops.get(picker);
      if (own === undefined) stops.set(picker, (own = new Map()));
      const list = own.get(event.tick);
      if (list === undefined) own.set(event.tick, [event]);
      else list.push(event);
    }
    for (const [picker, own] of stops) {
      const legs = run.legs[picker]!.filter(({ state }) => state === 'picking');
      let next = 0;
      for (const [tick, picks] of own) {
        let taken = 0;
        for (; next < legs.length && legs[next]!.t1 <= tick; next++) taken += legs[next]!.t1 - legs[next]!.t0;
        const least = picks.reduce((sum, pick) => sum + leastTicks(run, pick), 0);
        if (taken < least) {
          const what = picks.map(({ a, c }) => `line ${a} (${c} units)`).join(', ');
          report(tick, run.agentName(picker), `takes ${taken / 1e6} s for ${what}: less than ${least / 1e6} s`);
        }
      }
    }
  },
};

/** What is sure of the time at a location, ticks. */
function leastTicks(run: RunRecord, { b: location, c: units }: Happening): number {
  const { operations, locations, storage } = run.model;
  const { from_m, to_m, outside_s } = storage.goldenZone;
  let fixed_s = operations.extractUnit_s * units;
  if (locations.handPick[location] === 0) fixed_s += operations.reserveAccess_s;
  else if (locations.z_m[location]! < from_m - 1e-4 || locations.z_m[location]! > to_m + 1e-4) fixed_s += outside_s;
  return Math.floor((sure_s(operations.extractLine) + fixed_s) * 1e6) - 2;
}

/** The least that a duration can be: its mean where it does not vary. */
function sure_s({ mean_s, cv }: DurationLaw): number {
  return cv === 0 ? mean_s : 0;
}

import { COUNTERBALANCE_TRUCK, REACH_TRUCK } from '../../../packages/engine/src/model/labour.ts';
import type { DurationLaw } from '../../../packages/engine/src/model/model.ts';
import { pickerOf, toursWith, zoneOf } from '../pick-tours.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** A pick takes its time: what is certain of it. Rounded to ticks part by part. */
export const pickTime: Rule = {
  id: 'pick-time',
  proves:
    'a picker takes at least the time that the units cost, and more for goods outside the golden zone, for a pallet that is ' +
    'fetched down and for parting a batch at the pick; and looks in vain as long as that takes, found or not at least as long ' +
    'as a search that does not vary',
  check(run, report) {
    const stops = new Map<number, Map<number, Happening[]>>();
    for (const event of run.of('line-picked')) {
      const picker = pickerOf(run, event);
      if (picker < 0 || run.agents.kind[picker] !== 0) continue;
      let own = stops.get(picker);
      if (own === undefined) stops.set(picker, (own = new Map()));
      const list = own.get(event.tick);
      if (list === undefined) own.set(event.tick, [event]);
      else list.push(event);
    }
    searches(run, report);
    for (const [picker, own] of stops) {
      const legs = run.legs[picker]!.filter(({ state }) => state === 'picking');
      let next = 0;
      for (const [tick, picks] of own) {
        let taken = 0;
        for (; next < legs.length && legs[next]!.t1 <= tick; next++) taken += legs[next]!.t1 - legs[next]!.t0;
        const least = picks.reduce((sum, pick) => sum + leastTicks(run, pick) + sortTicks(run, pick), 0);
        if (taken < least) {
          const what = picks.map(({ a, c }) => `line ${a} (${c} units)`).join(', ');
          report(tick, run.agentName(picker), `takes ${taken / 1e6} s for ${what}: less than ${least / 1e6} s`);
        }
      }
    }
  },
};

/** Parting a pick at once: where it is made on a tour of several orders. */
function sortTicks(run: RunRecord, { tick, a: line, b: location }: Happening): number {
  const { demand, picking } = run.model;
  if (picking.sorting !== 'sort-while-pick' || picking.sortLine_s === 0) return 0;
  const zone = zoneOf(run, location);
  const tour = toursWith(run, demand.lines.order[line]!).find(
    ({ task, zone: own }) => own === zone && task.start <= tick && task.end >= tick,
  );
  return (tour?.orders.length ?? 0) > 1 ? Math.floor(picking.sortLine_s * 1e6) : 0;
}

/** At the stops of a tour: searching for what is found, and in vain. */
function searches(run: RunRecord, report: Parameters<Rule['check']>[1]): void {
  const { operations, picking } = run.model;
  const found = Math.floor(sure_s(operations.search) * 1e6) - 1;
  const vain = Math.floor(picking.shortPick_s * 1e6) - 1;
  const ofPerson = new Map<number, { tick: number; least: number }[]>();
  for (const event of [...run.of('line-picked'), ...run.of('short-pick')].sort((a, b) => a.tick - b.tick)) {
    const agent = pickerOf(run, event);
    if (agent < 0 || run.agents.kind[agent] !== 0) continue;
    const least = Math.max(0, event.kind === 'short-pick' ? vain : found);
    const list = ofPerson.get(agent);
    const last = list?.at(-1);
    if (list === undefined) ofPerson.set(agent, [{ tick: event.tick, least }]);
    else if (last?.tick === event.tick) last.least += least;
    else list.push({ tick: event.tick, least });
  }
  for (const [agent, stops] of ofPerson) {
    const legs = run.legs[agent]!.filter(({ state }) => state === 'searching');
    let next = 0;
    for (const { tick, least } of stops) {
      let taken = 0;
      for (; next < legs.length && legs[next]!.t1 <= tick; next++) taken += legs[next]!.t1 - legs[next]!.t0;
      if (taken < least) report(tick, run.agentName(agent), `searches ${taken / 1e6} s for what takes at least ${least / 1e6} s`);
    }
  }
}

/** What is sure of the time at a location, ticks. */
function leastTicks(run: RunRecord, { b: location, c: units }: Happening): number {
  const { operations, locations, storage, picking } = run.model;
  const { from_m, to_m, outside_s } = storage.goldenZone;
  let fixed_s = operations.extractUnit_s * units;
  // Who picks with a truck that lifts goes up and down by its fork.
  const lifts = [REACH_TRUCK, COUNTERBALANCE_TRUCK].includes(picking.zones[zoneOf(run, location)]?.equipment ?? -1);
  if (locations.handPick[location] === 0) fixed_s += lifts ? 0 : operations.reserveAccess_s;
  else if (locations.z_m[location]! < from_m - 1e-4 || locations.z_m[location]! > to_m + 1e-4) fixed_s += outside_s;
  return Math.floor((sure_s(operations.extractLine) + fixed_s) * 1e6) - 2;
}

/** The least that a duration can be: its mean where it does not vary. */
function sure_s({ mean_s, cv }: DurationLaw): number {
  return cv === 0 ? mean_s : 0;
}

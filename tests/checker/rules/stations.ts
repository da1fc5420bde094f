import { COUNTER, PACKING, STATION_KINDS } from '../../../packages/engine/src/model/building.ts';
import { PACK } from '../../../packages/engine/src/model/labour.ts';
import { PERSON } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, flatDistance } from '../geometry.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

interface Stay {
  readonly agent: number;
  readonly t0: number;
  readonly t1: number;
}

/** One person works at a packing station or counter at a time. */
export const stations: Rule = {
  id: 'stations',
  proves:
    'at most one person packs at a packing station, until the last goods of its order leave it, or serves at a counter, at a ' +
    'time (as many as there are stations on the spot)',
  check(run, report) {
    const { building, network } = run.model;
    const spots = new Map<string, { x: number; y: number; kind: number; count: number; id: string }>();
    for (const { kind, place, id } of building.stations) {
      if (kind !== PACKING && kind !== COUNTER) continue;
      const [x, y] = [network.places.x_m[place]!, network.places.y_m[place]!];
      const key = `${kind}/${x.toFixed(3)}/${y.toFixed(3)}`;
      const spot = spots.get(key);
      if (spot === undefined) spots.set(key, { x, y, kind, count: 1, id });
      else spot.count++;
    }
    for (const { x, y, kind, count, id } of spots.values()) {
      const state = kind === PACKING ? 'packing' : 'serving';
      const here: Stay[] = [];
      for (let agent = 0; agent < run.agents.count; agent++) {
        if (run.agents.kind[agent] !== PERSON) continue;
        for (const leg of run.legs[agent]!) {
          if (leg.state === state && leg.t1 > leg.t0 && flatDistance(leg.x0, leg.y0, x, y) <= CLOSE_M) here.push(leg);
        }
      }
      if (kind === PACKING) here.push(...packersAt(run, x, y));
      here.sort((a, b) => a.t0 - b.t0 || a.agent - b.agent);
      const busy: Stay[] = [];
      for (const leg of here) {
        for (let i = busy.length - 1; i >= 0; i--) if (busy[i]!.t1 <= leg.t0) busy.splice(i, 1);
        busy.push(leg);
        if (busy.length > count) {
          const names = busy.map((each) => run.agentName(each.agent)).join(', ');
          report(leg.t0, `${STATION_KINDS[kind]} station ${id}`, `${busy.length} people at ${count} stations: ${names}`);
        }
      }
    }
  },
};

/** Who still has a packing station at a spot after the packing: until the last carrier is fetched from there. */
function packersAt(run: RunRecord, x: number, y: number): Stay[] {
  const stays: Stay[] = [];
  for (const { person, kind, start, end } of tasksByPerson(run).flat()) {
    if (kind !== PACK) continue;
    const agent = run.personAgent[person]!;
    const legs = run.legsBetween(agent, start, Math.min(end, run.to));
    const packing = legs.filter(({ state }) => state === 'packing').at(-1);
    if (packing === undefined || flatDistance(packing.x0, packing.y0, x, y) > CLOSE_M) continue;
    // Who waits for room in an aisle has let go of the station.
    const there = legs.filter(({ x1, y1, state }) => flatDistance(x1, y1, x, y) <= CLOSE_M && state !== 'waiting-aisle');
    const left = there.at(-1)!.t1;
    if (left > packing.t1) stays.push({ agent, t0: packing.t1, t1: left });
  }
  return stays;
}

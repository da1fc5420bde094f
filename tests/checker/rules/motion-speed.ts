import { COUNTERBALANCE_TRUCK, REACH_TRUCK } from '../../../packages/engine/src/model/labour.ts';
import { MEMBER, PERSON } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, flatDistance, legLength } from '../geometry.ts';
import { onRoad } from '../record.ts';
import type { Leg, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** States in which an agent may change its place. */
const MOVING: ReadonlySet<string> = new Set(['walking', 'carrying', 'driving']);

/** Trucks a person rides; with everything else it walks. */
const RIDDEN: ReadonlySet<number> = new Set([REACH_TRUCK, COUNTERBALANCE_TRUCK]);

/** Nobody is faster than it can be: own legs, the machine held, the yard's or the road's speed. */
export const motionSpeed: Rule = {
  id: 'motion-speed',
  proves:
    'agents change place only while walking, carrying or driving, and never faster than their legs, machine, yard or ' +
    'road allow',
  check(run, report) {
    const { operations, fleet } = run.model;
    const holdings = holdingsOf(run);
    // Legs that vary, and roads of a table, have no highest speed; the rule of the road's legs looks at them.
    const { roads } = fleet;
    const free = roads.legCv > 0 || roads.matrix !== undefined;
    const road_mps = free ? Infinity : roads.speed_mps / roads.roadFactor / Math.min(...roads.hourFactor);
    for (let agent = 0; agent < run.agents.count; agent++) {
      const name = run.agentName(agent);
      for (const leg of run.legs[agent]!) {
        const metres = onRoad(leg.state) ? flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) * 1000 : legLength(leg);
        if (metres <= CLOSE_M) continue;
        if (!MOVING.has(leg.state)) {
          report(leg.t0, name, `moves ${metres.toFixed(2)} m in state ${leg.state}`);
          continue;
        }
        const kind = run.agents.kind[agent]!;
        const limit = onRoad(leg.state)
          ? road_mps
          : kind === PERSON
            ? personSpeed(run, run.agents.subject[agent]!, holdings, leg)
            : kind === MEMBER
              ? run.model.labour.equipment[run.agents.subject[agent]!]!.speed_mps
              : operations.yard_mps;
        const seconds = (leg.t1 - leg.t0) / 1e6;
        // A delay is rounded to a tick; kilometres on the map are rounded to a float.
        if (metres > limit * (seconds + 1e-6) + (onRoad(leg.state) ? 0.05 : CLOSE_M)) {
          report(leg.t0, name, `${metres.toFixed(3)} m in ${seconds.toFixed(3)} s, ${leg.state}: faster than ${limit} m/s`);
        }
      }
    }
  },
};

interface Holding {
  readonly equipment: number;
  readonly from: number;
  to: number;
}

/** What each person holds, and when. */
function holdingsOf(run: RunRecord): Map<number, Holding[]> {
  const byPerson = new Map<number, Holding[]>();
  const open = new Map<number, Holding>();
  for (const event of run.events) {
    if (event.kind === 'equipment-seized' && event.b >= 0) {
      const holding = { equipment: event.a, from: event.tick, to: Infinity };
      open.set(event.a, holding);
      const list = byPerson.get(event.b);
      if (list === undefined) byPerson.set(event.b, [holding]);
      else list.push(holding);
    } else if (event.kind === 'equipment-released') {
      const holding = open.get(event.a);
      if (holding !== undefined) holding.to = event.tick;
      open.delete(event.a);
    }
  }
  return byPerson;
}

/**
 * The speed a person can have over a whole leg. Walking is on foot (also to fetch a machine that is already promised);
 * carrying is with what the person holds: riding a truck at the truck's speed, otherwise at the lower of both.
 */
function personSpeed(run: RunRecord, person: number, holdings: Map<number, Holding[]>, leg: Leg): number {
  const walk = run.model.labour.people[person]!.walk_mps;
  if (leg.state === 'walking') return walk;
  for (const { equipment, from, to } of holdings.get(person) ?? []) {
    if (from > leg.t0 || to < leg.t1) continue;
    const machine = run.model.labour.equipment[equipment]!;
    return RIDDEN.has(machine.kind) ? machine.speed_mps : Math.min(walk, machine.speed_mps);
  }
  return walk;
}

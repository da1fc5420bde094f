// Who is in the way in which aisle, from when to when, and how wide: as the rules of traffic see it.

import { MEMBER, PERSON, type AgentState } from '../../packages/engine/src/trace/format.ts';
import { CLOSE_M, EdgeFinder, flatDistance } from './geometry.ts';
import type { Leg, RunRecord } from './record.ts';

/** States of no known end in which one stands aside, in nobody's way. */
const ASIDE: ReadonlySet<AgentState> = new Set([
  'absent',
  'idle',
  'waiting-equipment',
  'waiting-door',
  'waiting-station',
  'waiting-goods',
  'break',
  'office',
]);

/** Somebody on a piece of aisle: from where to where along it, and how wide. */
export interface Stay {
  readonly agent: number;
  readonly t0: number;
  readonly t1: number;
  readonly from_m: number;
  readonly to_m: number;
  readonly width_m: number;
  /** With the machine that it is on its way to. */
  readonly withNext_m: number;
}

/** The people and members among the agents. */
export function walkers(run: RunRecord): number[] {
  return Array.from({ length: run.agents.count }, (_, agent) => agent).filter(
    (agent) => run.agents.kind[agent] === PERSON || run.agents.kind[agent] === MEMBER,
  );
}

/** Ticks at which a person, wherever it is, stops being in the way: it has done its task, or stands at a parked machine. */
function standingAside(run: RunRecord, person: number, widths: Widths): number[] {
  const done = run.of('task-finished').flatMap(({ tick, a }) => (a === person ? [tick] : []));
  return [...done, ...widths.taken(person)].sort((a, b) => a - b);
}

/** Everybody's stays between the ends of each edge, by edge. */
export function staysOf(run: RunRecord): Map<number, Stay[]> {
  const { network } = run.model;
  const finder = new EdgeFinder(network);
  const widths = new Widths(run);
  const stays = new Map<number, Stay[]>();
  for (let agent = 0; agent < run.agents.count; agent++) {
    const kind = run.agents.kind[agent]!;
    if (kind !== PERSON && kind !== MEMBER) continue;
    const breaks = kind === PERSON ? standingAside(run, run.agents.subject[agent]!, widths) : [];
    let next = 0;
    // Who has not moved since it stood aside is still aside.
    let inTheWay = false;
    for (const leg of run.legs[agent]!) {
      if (ASIDE.has(leg.state) || leg.state === 'driving' || leg.state === 'delivering') inTheWay = false;
      while (next < breaks.length && breaks[next]! <= leg.t0) {
        inTheWay = false;
        next++;
      }
      if (leg.t1 === leg.t0 || ASIDE.has(leg.state)) continue;
      if (flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) > 0) inTheWay = true;
      if (!inTheWay) continue;
      const edges = finder.carrying(leg.x0, leg.y0, leg.x1, leg.y1);
      // At a crossing there is room.
      if (edges.length !== 1) continue;
      const edge = edges[0]!;
      const from = network.edges.from[edge]!;
      const along = (x: number, y: number): number => flatDistance(x, y, network.nodes.x_m[from]!, network.nodes.y_m[from]!);
      const stay = {
        agent,
        t0: leg.t0,
        t1: leg.t1,
        from_m: along(leg.x0, leg.y0),
        to_m: along(leg.x1, leg.y1),
        width_m: widths.of(agent, leg),
        withNext_m: widths.withNext(agent, leg),
      };
      const list = stays.get(edge);
      if (list === undefined) stays.set(edge, [stay]);
      else list.push(stay);
    }
  }
  return stays;
}

/** How wide everybody is at a time: a person has a machine from where it stood on, until it lets go of it. */
export class Widths {
  private readonly run: RunRecord;
  /** By person: machine, when given, from when to when in hand. */
  private readonly inHand = new Map<number, { width_m: number; given: number; from: number; to: number }[]>();

  constructor(run: RunRecord) {
    this.run = run;
    const { labour, network } = run.model;
    const left = labour.equipment.map(({ place }) => ({ x: network.places.x_m[place]!, y: network.places.y_m[place]! }));
    const seized = new Map<number, { person: number; tick: number }>();
    const close = (machine: number, tick: number): void => {
      const use = seized.get(machine);
      if (use === undefined) return;
      seized.delete(machine);
      const agent = run.personAgent[use.person]!;
      const legs = run.legs[agent]!.filter(({ t0, t1 }) => t1 >= use.tick && t0 <= tick);
      const { x, y } = left[machine]!;
      const here = (px: number, py: number): boolean => flatDistance(px, py, x, y) <= CLOSE_M;
      const first = legs.find(
        (leg) => (leg.t0 >= use.tick && here(leg.x0, leg.y0)) || (leg.t1 >= use.tick && here(leg.x1, leg.y1)),
      );
      if (first !== undefined) {
        const from = first.t0 >= use.tick && here(first.x0, first.y0) ? first.t0 : first.t1;
        const list = this.inHand.get(use.person);
        const own = { width_m: labour.equipment[machine]!.width_m, given: use.tick, from: Math.max(from, use.tick), to: tick };
        if (list === undefined) this.inHand.set(use.person, [own]);
        else list.push(own);
      }
      const last = legs.filter(({ t1 }) => t1 <= tick).at(-1);
      if (last !== undefined && first !== undefined) left[machine] = { x: last.x1, y: last.y1 };
    };
    for (const { tick, kind, a: machine, b: person } of run.events) {
      if (kind === 'equipment-seized' && person >= 0) seized.set(machine, { person, tick });
      if (kind === 'equipment-released') close(machine, tick);
    }
    for (const machine of [...seized.keys()]) close(machine, run.to);
  }

  of(agent: number, leg: Leg): number {
    const { labour, traffic } = this.run.model;
    const subject = this.run.agents.subject[agent]!;
    if (this.run.agents.kind[agent] === MEMBER) return Math.max(labour.equipment[subject]!.width_m, traffic.personWidth_m);
    const held = this.inHand.get(subject)?.find(({ from, to }) => from <= leg.t0 && to >= leg.t1);
    return Math.max(held?.width_m ?? 0, traffic.personWidth_m);
  }

  /** As wide as with the machine that a person has been given and walks to: so it counts for those who wait for room. */
  withNext(agent: number, leg: Leg): number {
    const own = this.run.agents.kind[agent] === PERSON ? (this.inHand.get(this.run.agents.subject[agent]!) ?? []) : [];
    const next = own.find(({ given, to }) => given <= leg.t0 && to >= leg.t1);
    return Math.max(next?.width_m ?? 0, this.of(agent, leg));
  }

  hasMachine(agent: number, leg: Leg): boolean {
    if (this.run.agents.kind[agent] === MEMBER) return true;
    const own = this.inHand.get(this.run.agents.subject[agent]!) ?? [];
    return own.some(({ from, to }) => from <= leg.t0 && to >= leg.t1);
  }

  /** When a person takes machines in hand. */
  taken(person: number): number[] {
    return (this.inHand.get(person) ?? []).map(({ from }) => from);
  }
}

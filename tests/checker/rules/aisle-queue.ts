import { staysOf, walkers, Widths, type Stay } from '../aisle-stays.ts';
import { EdgeFinder, flatDistance, spot } from '../geometry.ts';
import type { Leg, RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';

/** Who cannot pass each other goes into an aisle in turn, and nobody holds it up for what may take for ever. */
export const aisleQueue: Rule = {
  id: 'aisle-queue',
  proves:
    'under congestion, of two who cannot pass each other and come to an aisle from both ends the first goes in first; whoever ' +
    'waits to go in waits for somebody; and nobody waits for goods inside an aisle with a cart that is in the way there',
  check(run, report) {
    if (!run.model.traffic.congestion) return;
    const widths = new Widths(run);
    entries(run, widths, staysOf(run), report);
    waitsInside(run, widths, report);
  },
};

/** So long nobody waits for somebody who has gone. */
const LONG = 3600e6;

/** Somebody who goes into an aisle by one of its ends: since when it has stood there for that, and when it goes in. */
interface Entry {
  readonly agent: number;
  readonly since: number;
  readonly tick: number;
  readonly byFrom: boolean;
  readonly width_m: number;
}

/** Who waits at one end of an aisle goes in before whoever comes to its other end later, where they cannot pass each other. */
function entries(run: RunRecord, widths: Widths, stays: ReadonlyMap<number, readonly Stay[]>, report: Report): void {
  const { traffic, network } = run.model;
  const finder = new EdgeFinder(network);
  const byEdge = new Map<number, Entry[]>();
  /** Those who wait to set off from where they stand in an aisle. */
  const inside: (Omit<Entry, 'byFrom'> & { readonly edge: number })[] = [];
  /** Who has waited for long when the trace ends: for somebody who is near. */
  const forgotten = (leg: Leg, around: readonly number[]): void => {
    const near = around.some((edge) => stays.get(edge)?.some(({ agent, t1 }) => agent !== leg.agent && t1 > run.to - LONG));
    if (!near) report(run.to, run.agentName(leg.agent), 'still waits for an aisle, and nobody has been near for long');
  };
  for (const agent of walkers(run)) {
    let waitFrom = -1;
    let waitTo = -1;
    for (const leg of run.legs[agent]!) {
      if (leg.t1 === leg.t0) continue;
      if (leg.state === 'waiting-aisle') {
        if (waitTo !== leg.t0) waitFrom = leg.t0;
        waitTo = leg.t1;
        const around = finder.carrying(leg.x0, leg.y0, leg.x0, leg.y0);
        if (waitTo >= run.to && waitTo - waitFrom > LONG) forgotten(leg, around);
        if (around.length === 1)
          inside.push({ edge: around[0]!, agent, since: waitFrom, tick: waitTo, width_m: widths.withNext(agent, leg) });
        continue;
      }
      if (flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) === 0) continue;
      const edges = finder.carrying(leg.x0, leg.y0, leg.x1, leg.y1);
      if (edges.length !== 1) continue;
      const edge = edges[0]!;
      const ends = [network.edges.from[edge]!, network.edges.to[edge]!];
      const end = ends.findIndex(
        (node) => flatDistance(leg.x0, leg.y0, network.nodes.x_m[node]!, network.nodes.y_m[node]!) === 0,
      );
      if (end < 0) continue;
      const since = waitTo === leg.t0 ? waitFrom : leg.t0;
      const entry = { agent, since, tick: leg.t0, byFrom: end === 0, width_m: widths.of(agent, leg) };
      const list = byEdge.get(edge);
      if (list === undefined) byEdge.set(edge, [entry]);
      else list.push(entry);
    }
  }
  const collide = (edge: number, a: { width_m: number }, b: { width_m: number }): boolean =>
    a.width_m + b.width_m + traffic.clearance_m > network.edges.width_m[edge]! + 1e-9;
  for (const [edge, list] of byEdge) {
    const waited = list.filter(({ since, tick }) => since < tick);
    for (const first of waited) {
      for (const later of list) {
        if (later.byFrom === first.byFrom || later.since <= first.since || later.tick >= first.tick) continue;
        if (!collide(edge, first, later)) continue;
        report(
          later.tick,
          `aisle piece ${edge}`,
          `${run.agentName(later.agent)} goes in before ${run.agentName(first.agent)}, who came to the other end first`,
        );
      }
      // Where one-way aisles join, one waits for those beyond the joint, too.
      if (network.edges.oneWay[edge] !== 0) continue;
      const inTheWay = [
        ...(stays.get(edge) ?? []).filter(
          (stay) => stay.agent !== first.agent && collide(edge, first, { width_m: stay.withNext_m }),
        ),
        ...[...list, ...inside.filter((other) => other.edge === edge)].flatMap((other) =>
          other.agent !== first.agent && other.since <= first.since && collide(edge, first, other)
            ? [{ t0: other.since, t1: other.tick }]
            : [],
        ),
      ].sort((a, b) => a.t0 - b.t0);
      let covered = first.since;
      for (const { t0, t1 } of inTheWay) if (t0 <= covered + 1) covered = Math.max(covered, t1);
      if (covered < first.tick - 1)
        report(covered, run.agentName(first.agent), `waits for aisle piece ${edge}, where nobody is in its way`);
    }
  }
}

/** Who waits for goods with a machine does so where others get by. */
function waitsInside(run: RunRecord, widths: Widths, report: Report): void {
  const { traffic, network, labour } = run.model;
  const finder = new EdgeFinder(network);
  const widest_m = labour.equipment.reduce((most, { width_m }) => Math.max(most, width_m), traffic.personWidth_m);
  const crossings = new Set([...network.nodes.x_m].map((x, node) => spot(x, network.nodes.y_m[node]!)));
  const isCrossing = (x: number, y: number): boolean => crossings.has(spot(x, y));
  for (const agent of walkers(run)) {
    for (const leg of run.legs[agent]!) {
      if (leg.state !== 'waiting-goods' || leg.t1 === leg.t0 || !widths.hasMachine(agent, leg)) continue;
      const edges = finder.carrying(leg.x0, leg.y0, leg.x0, leg.y0);
      if (isCrossing(leg.x0, leg.y0)) continue;
      // One-way aisles may form a ring that nobody can leave.
      if (edges.length !== 1 || network.edges.oneWay[edges[0]!] !== 0) continue;
      if (widths.of(agent, leg) + widest_m + traffic.clearance_m <= network.edges.width_m[edges[0]!]! + 1e-9) continue;
      report(leg.t0, run.agentName(agent), `waits for goods inside aisle piece ${edges[0]!}, where not everybody gets by`);
    }
  }
}

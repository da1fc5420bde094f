import { MEMBER, PERSON } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, EdgeFinder, Walks, flatDistance, spot } from '../geometry.ts';
import type { NetworkPoint } from '../geometry.ts';
import { onRoad } from '../record.ts';
import type { Leg, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/**
 * Nobody makes a detour between two stops. Also the check of the engine's distances: they must be neither longer nor (which
 * the ground rule would notice) shorter than the checker's own Dijkstra.
 */
export const motionShortest: Rule = {
  id: 'motion-shortest',
  proves: "every walk between two stops is as long as the shortest way on the network, by a Dijkstra of the checker's own",
  check(run, report) {
    const { network, building, labour, picking } = run.model;
    const { places } = network;
    const finder = new EdgeFinder(network);
    const walks = new Walks(network);
    const pointsAt = (x: number, y: number): NetworkPoint[] =>
      finder.carrying(x, y, x, y).map((edge) => {
        const from = network.edges.from[edge]!;
        return { edge, along: flatDistance(x, y, network.nodes.x_m[from]!, network.nodes.y_m[from]!) };
      });
    const shortest = (p: { x: number; y: number }, q: { x: number; y: number }): number => {
      let least = Infinity;
      for (const a of pointsAt(p.x, p.y)) for (const b of pointsAt(q.x, q.y)) least = Math.min(least, walks.between(a, b));
      return least;
    };
    // The old and the new home of what moves house: a home without goods takes no time.
    const moved = new Set(run.of('re-slot-planned').map(({ a }) => a));
    const homes = run.of('home-given').filter(({ a, b }) => b >= 0 && moved.has(a));
    const stopPlaces = new Set(
      [
        ...[...building.stagingLanes, ...building.stations, ...building.doors, ...labour.equipment].map(({ place }) => place),
        ...picking.zones.map(({ start }) => start),
        picking.consolidation.place,
        ...homes.map(({ b }) => run.model.locations.place[b]!),
      ].map((place) => spot(places.x_m[place]!, places.y_m[place]!)),
    );
    /**
     * A walk may pass a lane, a station or a machine's home and stop there for no time at all. So it is in order when it can
     * be cut at such points into pieces that are shortest ways each.
     */
    const settle = (agent: number, legs: readonly Leg[], before: Leg | undefined): void => {
      const first = legs[0]!;
      const points: { x: number; y: number; metres: number }[] = [{ x: first.x0, y: first.y0, metres: 0 }];
      let metres = 0;
      legs.forEach(({ x0, y0, x1, y1 }, i) => {
        metres += flatDistance(x0, y0, x1, y1);
        const stop = i === legs.length - 1 || stopPlaces.has(spot(x1, y1)) || (i === 0 && goesThrough(run, before, legs[0]!));
        if (stop) points.push({ x: x1, y: y1, metres });
      });
      const reached = points.map((_, i) => i === 0);
      let least = Infinity;
      for (let i = 0; i < points.length; i++) {
        if (!reached[i]) continue;
        for (let j = i + 1; j < points.length; j++) {
          const way = shortest(points[i]!, points[j]!);
          if (i === 0 && j === points.length - 1) least = way;
          // No point on a way at one of the ends: that is the ground rule's business.
          if (way === Infinity || points[j]!.metres - points[i]!.metres <= way + 10 * CLOSE_M) reached[j] = true;
        }
      }
      if (reached.at(-1) === true) return;
      const last = points.at(-1)!;
      report(
        first.t0,
        run.agentName(agent),
        `walks ${metres.toFixed(2)} m from (${first.x0}, ${first.y0}) to (${last.x}, ${last.y});` +
          ` the shortest way is ${least.toFixed(2)} m`,
      );
    };
    for (let agent = 0; agent < run.agents.count; agent++) {
      const kind = run.agents.kind[agent]!;
      if (kind !== PERSON && kind !== MEMBER) continue;
      let walk: Leg[] = [];
      let stopped = false;
      let before: Leg | undefined;
      const stops = new Set(stopTicks(run, agent));
      for (const leg of run.legs[agent]!) {
        // Who waits for room in an aisle is on its way, maybe from a stop that took no time.
        if (leg.state === 'waiting-aisle') {
          stopped ||= stops.has(leg.t0);
          continue;
        }
        const moved = onRoad(leg.state) || leg.state === 'absent' ? 0 : flatDistance(leg.x0, leg.y0, leg.x1, leg.y1);
        const ends =
          moved <= CLOSE_M ? leg.t1 > leg.t0 : walk.length > 0 && (leg.state !== walk[0]!.state || stopped || stops.has(leg.t0));
        stopped = false;
        if (ends && walk.length > 0) {
          settle(agent, walk, before);
          before = walk.at(-1);
          walk = [];
        }
        if (moved > CLOSE_M) walk.push(leg);
      }
      if (walk.length > 0) settle(agent, walk, before);
    }
  },
};

/** Under congestion, who has said to go through an aisle goes on to its end, even where he has to turn there. */
function goesThrough({ model: { traffic, network } }: RunRecord, before: Leg | undefined, { x0, y0, x1, y1 }: Leg): boolean {
  if (!traffic.congestion || before === undefined) return false;
  const isEnd = network.nodes.x_m.some((x, node) => flatDistance(x, network.nodes.y_m[node]!, x1, y1) <= CLOSE_M);
  return isEnd && (before.x1 - before.x0) * (x1 - x0) + (before.y1 - before.y0) * (y1 - y0) > 0;
}

/** Ticks at which a person stops without dwelling: a task, a break or a pick of no duration begins or ends there. */
function* stopTicks(run: Parameters<Rule['check']>[0], agent: number): Generator<number> {
  if (run.agents.kind[agent] !== PERSON) {
    for (const { tick } of run.events) yield tick;
    return;
  }
  for (const event of run.events) {
    const { tick, kind, a, b } = event;
    if (
      kind === 'line-picked' ||
      kind === 'short-pick' ||
      kind === 'put-away-done' ||
      kind === 'units-rejected' ||
      kind.startsWith('equipment-') ||
      kind.startsWith('units-')
    )
      yield tick;
    else if (
      (kind.startsWith('task-') || kind.startsWith('break-') || kind.startsWith('shift-')) &&
      a === run.agents.subject[agent]
    )
      yield tick;
    else if ((kind === 'order-picked' || kind === 'order-packed') && b === run.agents.subject[agent]) yield tick;
    else if (kind === 'zone-picked') yield tick;
    // Who finds nothing at a face turns round there, and waits where others get by.
    else if (kind === 'face-empty' && event.c === run.agents.subject[agent]) yield tick;
  }
}

import type { Model } from '../../../packages/engine/src/model/model.ts';
import { staysOf, type Stay } from '../aisle-stays.ts';
import { CLOSE_M } from '../geometry.ts';
import type { Rule } from '../rule.ts';

/** Positions are 32-bit floats and times are whole ticks. */
const SLACK_M = 5 * CLOSE_M;

/** Nobody walks through anybody: where two cannot pass each other, they do not, and keep their distance. */
export const aisleRoom: Rule = {
  id: 'aisle-room',
  proves:
    'under congestion, two whose widths do not go side by side into an aisle never pass each other in it while both are on their ' +
    'way or at work there, and keep the following distance while both are between its ends, or where one-way pieces of it join ' +
    'on both of them',
  check(run, report) {
    const { traffic, network } = run.model;
    if (!traffic.congestion) return;
    const stays = staysOf(run);
    const look = (own: readonly Stay[], edge: number, length_m: number, where: string): void => {
      const width_m = network.edges.width_m[edge]!;
      let open: Stay[] = [];
      for (const stay of [...own].sort((a, b) => a.t0 - b.t0 || a.agent - b.agent)) {
        open = open.filter(({ t1 }) => t1 > stay.t0);
        for (const other of open) {
          if (other.agent === stay.agent || stay.width_m + other.width_m + traffic.clearance_m <= width_m + 1e-9) continue;
          const fault = conflict(stay, other, length_m, traffic.following_m);
          if (fault !== undefined)
            report(
              stay.t0,
              where,
              `${run.agentName(stay.agent)} and ${run.agentName(other.agent)}, ${stay.width_m} m and ${other.width_m} m wide in ` +
                `${width_m} m, ${fault}`,
            );
        }
        open.push(stay);
      }
    };
    stays.forEach((own, edge) => look(own, edge, network.edges.length_m[edge]!, `aisle piece ${edge}`));
    for (const [edge, next] of joints(run.model)) {
      const length_m = network.edges.length_m[edge]!;
      const beyond = (stays.get(next) ?? []).map((stay) => ({
        ...stay,
        from_m: stay.from_m + length_m,
        to_m: stay.to_m + length_m,
      }));
      const both = [...(stays.get(edge) ?? []), ...beyond];
      look(both, next, length_m + network.edges.length_m[next]!, `aisle pieces ${edge} and ${next}`);
    }
  },
};

/** One-way pieces of aisle in which not everybody passes, and the piece that each runs into with no other way between them. */
function joints({ network, traffic, labour }: Model): [number, number][] {
  const { edges, nodes } = network;
  const widest_m = labour.equipment.reduce((most, { width_m }) => Math.max(most, width_m), traffic.personWidth_m);
  const found: [number, number][] = [];
  for (let node = 0; node < nodes.count; node++) {
    const open = [...edges.from.keys()].filter(
      (edge) => edges.oneWay[edge] !== 2 && (edges.from[edge] === node || edges.to[edge] === node),
    );
    const narrow = open.filter(
      (edge) => edges.oneWay[edge] === 1 && 2 * widest_m + traffic.clearance_m > edges.width_m[edge]! + 1e-9,
    );
    const into = narrow.find((edge) => edges.to[edge] === node);
    const out = narrow.find((edge) => edges.from[edge] === node);
    if (open.length === 2 && into !== undefined && out !== undefined) found.push([into, out]);
  }
  return found;
}

/** What is wrong with two stays that overlap in time; undefined: nothing. */
function conflict(a: Stay, b: Stay, length_m: number, following_m: number): string | undefined {
  const start = Math.max(a.t0, b.t0);
  const end = Math.min(a.t1, b.t1);
  if (end <= start) return undefined;
  const [a0, b0] = [at(a, start), at(b, start)];
  const [a1, b1] = [at(a, end), at(b, end)];
  const apart0 = b0 - a0;
  const apart1 = b1 - a1;
  if ((apart0 > SLACK_M && apart1 < -SLACK_M) || (apart0 < -SLACK_M && apart1 > SLACK_M)) return 'walk through each other';
  const inside = (x: number): boolean => x > SLACK_M && x < length_m - SLACK_M;
  if (inside(a0) && inside(b0) && Math.abs(apart0) < following_m - SLACK_M)
    return `are ${Math.abs(apart0).toFixed(3)} m from each other`;
  if (inside(a1) && inside(b1) && Math.abs(apart1) < following_m - SLACK_M)
    return `are ${Math.abs(apart1).toFixed(3)} m from each other`;
  return undefined;
}

function at({ t0, t1, from_m, to_m }: Stay, tick: number): number {
  return t1 === t0 ? to_m : from_m + ((tick - t0) / (t1 - t0)) * (to_m - from_m);
}

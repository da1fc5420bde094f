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
    'way or at work there, and keep the following distance while both are between its ends',
  check(run, report) {
    const { traffic, network } = run.model;
    if (!traffic.congestion) return;
    const stays = staysOf(run);
    stays.forEach((own, edge) => {
      const width_m = network.edges.width_m[edge]!;
      const length_m = network.edges.length_m[edge]!;
      own.sort((a, b) => a.t0 - b.t0 || a.agent - b.agent);
      let open: Stay[] = [];
      for (const stay of own) {
        open = open.filter(({ t1 }) => t1 > stay.t0);
        for (const other of open) {
          if (other.agent === stay.agent || stay.width_m + other.width_m + traffic.clearance_m <= width_m + 1e-9) continue;
          const fault = conflict(stay, other, length_m, traffic.following_m);
          if (fault !== undefined)
            report(
              stay.t0,
              `aisle piece ${edge}`,
              `${run.agentName(stay.agent)} and ${run.agentName(other.agent)}, ${stay.width_m} m and ${other.width_m} m wide in ` +
                `${width_m} m, ${fault}`,
            );
        }
        open.push(stay);
      }
    });
  },
};

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

import { OUTBOUND, REST } from '../../../packages/engine/src/model/building.ts';
import { CLOSE_M, flatDistance } from '../geometry.ts';
import { onRoad } from '../record.ts';
import type { Leg } from '../record.ts';
import type { Rule } from '../rule.ts';

/** One place at a time: every agent's legs are a chain in time and in space. */
export const motionChain: Rule = {
  id: 'motion-chain',
  proves:
    'every agent is at exactly one place at every moment: its legs join in time and space, and none runs backwards in ' + 'time',
  check(run, report) {
    const { yard, stations, doors, stagingLanes } = run.model.building;
    const { x_m, y_m } = run.model.network.places;
    const lanes = stagingLanes.filter(({ kind }) => kind === OUTBOUND);
    const exits = [...doors, ...lanes, ...stations.filter(({ kind }) => kind === REST)].map(
      ({ place }) => [x_m[place]!, y_m[place]!] as const,
    );
    /** Where the building's frame and the road map meet: the gate (0 km, 0 km), for people also a door, a lane before one, or the rest place. */
    const atGate = (leg: Leg, end: 0 | 1): boolean => {
      const [x, y] = end === 0 ? [leg.x0, leg.y0] : [leg.x1, leg.y1];
      if (onRoad(leg.state)) return flatDistance(x, y, 0, 0) * 1000 <= CLOSE_M;
      return (
        leg.state === 'absent' ||
        exits.some((exit) => flatDistance(x, y, ...exit) <= CLOSE_M) ||
        flatDistance(x, y, yard.gate.x_m, yard.gate.y_m) <= CLOSE_M
      );
    };
    for (let agent = 0; agent < run.agents.count; agent++) {
      const name = run.agentName(agent);
      let before: Leg | undefined;
      for (const leg of run.legs[agent]!) {
        const numbers = [leg.t0, leg.t1, leg.x0, leg.y0, leg.z0, leg.x1, leg.y1, leg.z1];
        if (!numbers.every(Number.isFinite))
          report(leg.t0, name, `a leg holds a number that is not finite: ${numbers.join(' ')}`);
        if (!Number.isInteger(leg.t0) || !Number.isInteger(leg.t1))
          report(leg.t0, name, `a leg from ${leg.t0} to ${leg.t1}: not whole ticks`);
        if (leg.t1 < leg.t0) report(leg.t0, name, `a leg ends at ${leg.t1}, before it begins`);
        if (before !== undefined) {
          if (leg.t0 !== before.t1) report(leg.t0, name, `a leg begins at ${leg.t0}, the one before ended at ${before.t1}`);
          if (onRoad(leg.state) !== onRoad(before.state)) {
            if (!atGate(before, 1) || !atGate(leg, 0)) {
              report(
                leg.t0,
                name,
                `changes between building and road, away from the gate: (${before.x1}, ${before.y1}) to (${leg.x0}, ${leg.y0})`,
              );
            }
          } else if (before.state !== 'absent' && leg.state !== 'absent') {
            const gap = flatDistance(before.x1, before.y1, leg.x0, leg.y0) + Math.abs(before.z1 - leg.z0);
            if (gap > CLOSE_M)
              report(leg.t0, name, `jumps ${gap.toFixed(3)} from (${before.x1}, ${before.y1}) to (${leg.x0}, ${leg.y0})`);
          }
        }
        before = leg;
      }
    }
  },
};

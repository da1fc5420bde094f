import { MEMBER, PERSON } from '../../../packages/engine/src/trace/format.ts';
import { CLOSE_M, EdgeFinder, crosses, flatDistance } from '../geometry.ts';
import { onRoad } from '../record.ts';
import type { Leg } from '../record.ts';
import type { Rule } from '../rule.ts';

/** People and members walk on the ways of the building, never through racks; trucks and vehicles keep to the yard. */
export const motionGround: Rule = {
  id: 'motion-ground',
  proves:
    'people and members stay inside the building and move only along its ways, in their direction and around racks; ' +
    'trucks and vehicles stay outside the walls',
  check(run, report) {
    const { building, network } = run.model;
    const finder = new EdgeFinder(network);
    /** What is wrong with a piece of way; the same pieces are walked again and again. */
    const faults = new Map<string, string>();
    const fault = ({ x0, y0, x1, y1 }: Leg): string => {
      const key = `${x0} ${y0} ${x1} ${y1}`;
      let wrong = faults.get(key);
      if (wrong !== undefined) return wrong;
      if (building.racks.some(({ rectangle }) => crosses(x0, y0, x1, y1, rectangle, CLOSE_M))) wrong = 'goes through a rack';
      else wrong = finder.carrying(x0, y0, x1, y1).length === 0 ? 'leaves the ways of the building' : '';
      faults.set(key, wrong);
      return wrong;
    };
    for (let agent = 0; agent < run.agents.count; agent++) {
      const name = run.agentName(agent);
      const kind = run.agents.kind[agent]!;
      const walks = kind === PERSON || kind === MEMBER;
      for (const leg of run.legs[agent]!) {
        if (leg.state === 'absent' || onRoad(leg.state)) continue;
        const inside = (x: number, y: number): boolean =>
          x >= -CLOSE_M && x <= building.width_m + CLOSE_M && y >= -CLOSE_M && y <= building.depth_m + CLOSE_M;
        const indoors = (x: number, y: number): boolean =>
          x > CLOSE_M && x < building.width_m - CLOSE_M && y > CLOSE_M && y < building.depth_m - CLOSE_M;
        if (walks && (!inside(leg.x0, leg.y0) || !inside(leg.x1, leg.y1))) {
          report(leg.t0, name, `is outside the building at (${leg.x1}, ${leg.y1}), ${leg.state}`);
          continue;
        }
        if (!walks) {
          const through =
            indoors(leg.x0, leg.y0) ||
            indoors(leg.x1, leg.y1) ||
            crosses(leg.x0, leg.y0, leg.x1, leg.y1, [0, 0, building.width_m, building.depth_m], CLOSE_M);
          if (through) report(leg.t0, name, `is inside the building at (${leg.x1}, ${leg.y1}), ${leg.state}`);
          continue;
        }
        if (flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) <= CLOSE_M) continue;
        const wrong = fault(leg);
        if (wrong !== '') report(leg.t0, name, `${wrong} between (${leg.x0}, ${leg.y0}) and (${leg.x1}, ${leg.y1})`);
      }
    }
  },
};

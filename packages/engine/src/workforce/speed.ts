// How fast a person gets along: on a truck at the truck's speed, with a cart at the slower of both.

import { COUNTERBALANCE_TRUCK, REACH_TRUCK, type Labour } from '../model/labour.ts';
import { NONE } from '../world/world.ts';

/** Speed of a person on foot (machine NONE) or with a machine, m/s. */
export function personSpeed_mps(labour: Labour, person: number, machine: number): number {
  const { walk_mps } = labour.people[person]!;
  if (machine === NONE) return walk_mps;
  const { kind, speed_mps } = labour.equipment[machine]!;
  const rides = kind === REACH_TRUCK || kind === COUNTERBALANCE_TRUCK;
  return rides ? speed_mps : Math.min(walk_mps, speed_mps);
}

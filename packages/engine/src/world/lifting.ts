// How long a truck's fork is on its way up to a location and down again.
//
// Worked example: a slot whose floor is 5 m high, a truck that lifts 0.5 m/s: 20 s. A slot within reach of a person takes no fork.

import { secondsToTicks } from '../base/units.ts';
import { slotFloor_m } from '../model/storage.ts';
import type { Context } from './context.ts';

/** Ticks up and down, for the machine the person holds. */
export function liftTicks({ model, world }: Context, person: number, location: number): number {
  if (model.locations.handPick[location] === 1) return 0;
  const machine = model.labour.equipment[world.persons.columns.equipment[person]!]!;
  const height_m = slotFloor_m(model.locations, location);
  return secondsToTicks((2 * Math.max(0, height_m)) / machine.lift_mps);
}

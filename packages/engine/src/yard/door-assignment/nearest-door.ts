// The nearest of some doors to the work of a truck or tour.

import type { DoorView } from '../policy.ts';

/** One of `doors`, which are not none; of equals the first. */
export function nearestDoor(view: DoorView, doors: readonly number[], subject: number): number {
  let best = doors[0]!;
  let bestDistance_m = Infinity;
  for (const door of doors) {
    const distance_m = view.workDistance_m(door, subject);
    if (distance_m < bestDistance_m) {
      best = door;
      bestDistance_m = distance_m;
    }
  }
  return best;
}

// Which doors are meant for goods of some temperature classes.

import type { DoorState } from '../policy.ts';

/** The doors that are meant for all of the classes; every door where none is, so that nobody waits for a door that there is not. */
export function meantDoors(doors: readonly DoorState[], classes: number): readonly DoorState[] {
  const meant = doors.filter((door) => (door.classes & classes) === classes);
  return meant.length > 0 ? meant : doors;
}

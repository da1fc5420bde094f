// Time-window schedule: the doors are scheduled over time for all that wait and all that are expected in the hours to come, so
// that weighted tardiness is least; who starts now in that schedule gets a door. So one may go before the first in line, and a door
// may stay free for one who comes soon.
//
// A truck is late that leaves the door later than if it had been there at its appointment, a tour that is loaded after its
// departure was due; weights are pallets and orders. Among doors that are free and meant for its goods one gets that which is
// nearest to the work. Appointments are taken as they are: who is overdue is not waited for.
//
// Source:     weighted tardiness on parallel doors, Berghman et al. (2015), see ../scheduling/problem.ts; earliest due date with
//             insertion and exchange, see ../scheduling/search.ts; scheduled anew at every decision (rolling horizon).
// Applies to: everything; doors parted by temperature class are as for `by-class`.
// Cost:       at most 8,000 moves of O(jobs × doors) a decision: about 10 ms for 20 jobs and 6 doors.
//
// Worked example: one door, free at 09:10. A truck of 10 pallets waits, 100 minutes, due off the door at 10:40; behind it one of 4
// pallets, 20 minutes, due at 09:30. In line: 10 min late × 10 and 100 min late × 4: 500. The second first: it is in time, the
// other is done at 11:10, 30 min late × 10: 300. Waiting adds a hundredth of weight × minutes. So the second one gets the door.

import { TICKS_PER_HOUR } from '../../base/units.ts';
import { SUPPORTED } from '../../model/policy.ts';
import type { DoorAssignmentPolicy, DoorClaim, DoorState, DoorView } from '../policy.ts';
import type { DockProblem } from '../scheduling/problem.ts';
import { DockScheduleSearch } from '../scheduling/search.ts';
import { meantDoors } from './meant-doors.ts';
import { nearestDoor } from './nearest-door.ts';

/** Who is expected later than this after now is left out. */
const HORIZON = 4 * TICKS_PER_HOUR;
/** Moves of the search: so many for each job, and at most. */
const MOVES_PER_JOB = 400;
const MOST_MOVES = 8000;
/** What a minute of waiting costs relative to one of lateness. */
const WAITING = 0.01;

/** Times from now on, ticks. */
function problemOf(doors: readonly DoorState[], claims: readonly DoorClaim[], now: number): DockProblem {
  const column = (of: (claim: DoorClaim) => number): Float64Array => Float64Array.from(claims, of);
  const allowed = new Uint8Array(claims.length * doors.length);
  claims.forEach(({ classes }, job) => {
    const meant = meantDoors(doors, classes);
    doors.forEach((door, row) => (allowed[job * doors.length + row] = meant.includes(door) ? 1 : 0));
  });
  return {
    ready: column(({ ready }) => ready - now),
    length: column(({ length }) => length),
    due: column(({ due }) => due - now),
    weight: column(({ weight }) => weight),
    free: Float64Array.from(doors, ({ freeFrom }) => freeFrom - now),
    allowed,
    waiting: WAITING,
  };
}

function claimsOf(view: DoorView): DoorClaim[] {
  const waiting = view.waiting.map((subject) => view.claim(subject));
  return [...waiting, ...view.expected().filter(({ ready }) => ready <= view.now + HORIZON)];
}

export const timeWindowSchedule: DoorAssignmentPolicy = {
  id: 'time-window-schedule',
  names: { ko: '시간창 도크 일정', en: 'Schedule of the doors' },
  supports: () => SUPPORTED,
  decide(view, random) {
    const doors = view.doors();
    const claims = claimsOf(view);
    const problem = problemOf(doors, claims, view.now);
    const search = new DockScheduleSearch(problem, random);
    search.improve(Math.min(MOST_MOVES, MOVES_PER_JOB * claims.length));
    const { start } = search.schedule();
    const next = view.waiting.reduce((best, _, job) => (start[job]! < start[best]! ? job : best), 0);
    if (start[next]! > 0) return { keepUntil: view.now + Math.ceil(start[next]!) };
    const subject = view.waiting[next]!;
    const mine = view.freeDoors.filter((door) => {
      const row = doors.findIndex((each) => each.door === door);
      return problem.allowed[next * doors.length + row] === 1;
    });
    return { subject, door: nearestDoor(view, mine, subject) };
  },
};

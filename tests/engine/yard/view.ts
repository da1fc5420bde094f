// Views of a door assignment, for tests. Times are minutes from now.

import type { DoorClaim, DoorView } from '../../../packages/engine/src/yard/policy.ts';

export const MINUTE = 60e6;
export const NOW = 9 * 60 * MINUTE;

export interface TestClaim {
  readonly subject: number;
  /** Minutes from now; 0: it waits. */
  readonly ready?: number;
  readonly due?: number;
  readonly length?: number;
  readonly weight?: number;
  readonly classes?: number;
}

function claimOf({ subject, ready = 0, due = 0, length = 30, weight = 1, classes = 1 }: TestClaim): DoorClaim {
  return { subject, ready: NOW + ready * MINUTE, due: NOW + due * MINUTE, length: length * MINUTE, weight, classes };
}

export interface TestDoors {
  /** Minutes until a door is free, by door; those that are not listed are not of the kind. */
  readonly free: Readonly<Record<number, number>>;
  readonly classes?: Readonly<Record<number, number>>;
  /** By door. */
  readonly work_m?: readonly number[];
}

export function doorView(waiting: readonly TestClaim[], doors: TestDoors, expected: readonly TestClaim[] = []): DoorView {
  const all = Object.entries(doors.free).map(([door, free]) => ({
    door: Number(door),
    classes: doors.classes?.[Number(door)] ?? 7,
    freeFrom: NOW + free * MINUTE,
  }));
  return {
    kind: 0,
    now: NOW,
    freeDoors: all.filter(({ freeFrom }) => freeFrom === NOW).map(({ door }) => door),
    waiting: waiting.map(({ subject }) => subject),
    doors: () => all,
    expected: () => expected.map(claimOf),
    claim: (subject) => claimOf(waiting.find((each) => each.subject === subject)!),
    workDistance_m: (door) => doors.work_m?.[door] ?? 0,
  };
}

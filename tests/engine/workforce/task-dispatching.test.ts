import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { TICKS_PER_MINUTE } from '../../../packages/engine/src/base/units.ts';
import type { DispatchView } from '../../../packages/engine/src/workforce/policy.ts';
import { earliestDueDate } from '../../../packages/engine/src/workforce/task-dispatching/earliest-due-date.ts';
import { firstComeFirstServed } from '../../../packages/engine/src/workforce/task-dispatching/first-come-first-served.ts';
import { urgency } from '../../../packages/engine/src/workforce/task-dispatching/urgency.ts';

interface Task {
  created?: number;
  due?: number;
  skill?: number;
  distance_m?: number;
}

const random = new RandomStream('task dispatching does not draw');
const clock = (hour: number, minute: number): number => (hour * 60 + minute) * TICKS_PER_MINUTE;

function view(tasks: readonly Task[], now = 0): DispatchView {
  return {
    count: tasks.length,
    now,
    skillRank: (task) => tasks[task]!.skill ?? 0,
    created: (task) => tasks[task]!.created ?? 0,
    due: (task) => tasks[task]!.due ?? Infinity,
    distance_m: (task) => tasks[task]!.distance_m ?? 0,
  };
}

describe('task dispatching', () => {
  it('first come, first served takes the oldest task, of equals the preferred kind', () => {
    expect(
      firstComeFirstServed.decide(
        view([{ created: clock(9, 5) }, { created: clock(9, 1), skill: 1 }, { created: clock(9, 1), skill: 0 }]),
        random,
      ),
    ).toBe(2);
  });

  const evening = [
    { due: clock(13, 30), distance_m: 10, skill: 0 },
    { due: clock(13, 30), distance_m: 4, skill: 0 },
    { due: clock(8, 30), distance_m: 30, skill: 1 },
  ];

  it('urgency keeps to the preferred kind while nothing presses', () => {
    expect(urgency.decide(view(evening, clock(7, 0)), random)).toBe(1);
  });

  it('urgency takes what is due within the hour, whatever its kind', () => {
    expect(urgency.decide(view(evening, clock(7, 40)), random)).toBe(2);
    expect(urgency.decide(view(evening, clock(7, 30)), random)).toBe(2);
  });

  it('urgency takes the latest of late tasks first', () => {
    expect(urgency.decide(view([{ due: clock(8, 20) }, { due: clock(8, 10), skill: 3 }], clock(9, 0)), random)).toBe(1);
  });

  it('earliest due date takes the task due first, then the nearest, and leaves tasks without a due date to the end', () => {
    expect(
      earliestDueDate.decide(
        view([{ distance_m: 2 }, { due: clock(13, 30), distance_m: 25 }, { due: clock(13, 30), distance_m: 9 }]),
        random,
      ),
    ).toBe(2);
    expect(earliestDueDate.decide(view([{ distance_m: 2 }, { distance_m: 1 }]), random)).toBe(1);
  });
});

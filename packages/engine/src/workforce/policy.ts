// Task dispatching: which waiting task a free person takes.

import type { RandomStream } from '../base/random.ts';
import type { Policy } from '../model/policy.ts';

export interface DispatchView {
  /** Waiting tasks this person can do now, 0 … count - 1, in order of creation; at least one. */
  readonly count: number;
  /** Rank of the task's kind among the person's skills: 0 = preferred. */
  skillRank(task: number): number;
  /** Tick of creation. */
  created(task: number): number;
  /** Tick at which it should be finished; Infinity: no hurry. */
  due(task: number): number;
  /** Walking distance from the person to the task's first place, metres. */
  distance_m(task: number): number;
  readonly now: number;
}

export interface TaskDispatchingPolicy extends Policy {
  /** The task to take, 0 … count - 1. */
  decide(view: DispatchView, random: RandomStream): number;
}

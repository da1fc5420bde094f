// When doors are free while a schedule is built, job by job. Doors that the same jobs may use are alike: of each sort the times
// are kept in ascending order, whichever door they belong to, so that two states that differ in names alone are equal.

import type { DockProblem } from './problem.ts';

export class DoorTimes {
  /** Doors in all: how many numbers a state has. */
  readonly count: number;
  private readonly problem: DockProblem;
  private readonly start: Float64Array;
  /** Times of sort s are numbers first[s] … first[s + 1] - 1 of a state. */
  private readonly first: Int32Array;
  /** 1: the job may use the doors of the sort; [job * sorts + sort]. */
  private readonly mayUse: Uint8Array;

  constructor(problem: DockProblem) {
    const { free, ready, allowed } = problem;
    this.problem = problem;
    this.count = free.length;
    const sorts = new Map<string, number[]>();
    for (let door = 0; door < this.count; door++) {
      const users = Array.from(ready, (_, job) => allowed[job * this.count + door]).join('');
      const alike = sorts.get(users);
      if (alike === undefined) sorts.set(users, [door]);
      else alike.push(door);
    }
    const doorsOf = [...sorts.values()];
    this.first = new Int32Array(doorsOf.length + 1);
    doorsOf.forEach((doors, sort) => (this.first[sort + 1] = this.first[sort]! + doors.length));
    this.start = Float64Array.from(doorsOf.flatMap((doors) => doors.map((door) => free[door]!).sort((a, b) => a - b)));
    this.mayUse = new Uint8Array(ready.length * doorsOf.length);
    for (let job = 0; job < ready.length; job++) {
      doorsOf.forEach(([door], sort) => (this.mayUse[job * doorsOf.length + sort] = allowed[job * this.count + door!]!));
    }
  }

  /** The state before the first job. */
  begin(states: Float64Array): void {
    states.set(this.start);
  }

  /**
   * Puts a job where it starts first, of several doors at that which is free last; returns when it starts. `states` holds a state
   * for each position: that of `position` is read, the next one written.
   */
  place(job: number, states: Float64Array, position: number): number {
    const { count, first, mayUse, problem } = this;
    const sorts = first.length - 1;
    const from = position * count;
    const to = from + count;
    const ready = problem.ready[job]!;
    let best = -1;
    let bestSort = -1;
    let start = Infinity;
    for (let sort = 0; sort < sorts; sort++) {
      if (mayUse[job * sorts + sort] === 0) continue;
      const end = from + first[sort + 1]!;
      let at = from + first[sort]!;
      while (at + 1 < end && states[at + 1]! <= ready) at++;
      const begin = Math.max(states[at]!, ready);
      if (begin > start || (begin === start && states[at]! <= states[best]!)) continue;
      best = at;
      bestSort = sort;
      start = begin;
    }
    for (let at = 0; at < count; at++) states[to + at] = states[from + at]!;
    const ends = start + problem.length[job]!;
    const last = to + first[bestSort + 1]! - 1;
    let at = best + count;
    while (at < last && states[at + 1]! < ends) {
      states[at] = states[at + 1]!;
      at++;
    }
    states[at] = ends;
    return start;
  }
}

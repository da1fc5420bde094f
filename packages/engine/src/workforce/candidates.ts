// The waiting tasks a person can do, as the task-dispatching policy sees them. One object, filled anew for every decision.

import { walkingDistance_m } from '../model/network.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import type { DispatchView } from './policy.ts';

/** Waiting tasks looked at per kind in one dispatch: bounds the cost where thousands wait. */
const CANDIDATES_PER_KIND = 64;

export class Candidates implements DispatchView {
  count = 0;
  now = 0;
  private readonly context: Context;
  private readonly rows: number[] = [];
  private readonly ranks: number[] = [];
  private readonly mayDo: (kind: number, person: number, subject: number) => boolean;
  private from = 0;

  constructor(context: Context, mayDo: (kind: number, person: number, subject: number) => boolean) {
    this.context = context;
    this.mayDo = mayDo;
  }

  collect(person: number): void {
    const { model, world, sim } = this.context;
    const t = world.tasks.columns;
    const q = world.queues.columns;
    const { skills } = model.labour.roles[model.labour.people[person]!.role]!;
    this.now = sim.now;
    this.from = world.persons.columns.place[person]!;
    this.count = 0;
    for (let rank = 0; rank < skills.length; rank++) {
      let seen = 0;
      for (let row = q.head[skills[rank]!]!; row !== NONE && seen < CANDIDATES_PER_KIND; row = t.next[row]!) {
        if (t.person[row] !== NONE && t.person[row] !== person) continue;
        if (!this.mayDo(skills[rank]!, person, t.subject[row]!)) continue;
        seen++;
        this.insert(row, rank);
      }
    }
  }

  /** Keeps candidates in order of creation (rows of one kind already are). */
  private insert(row: number, rank: number): void {
    const created = this.context.world.tasks.columns.created;
    let i = this.count++;
    while (i > 0 && created[this.rows[i - 1]!]! > created[row]!) {
      this.rows[i] = this.rows[i - 1]!;
      this.ranks[i] = this.ranks[i - 1]!;
      i--;
    }
    this.rows[i] = row;
    this.ranks[i] = rank;
  }

  row(task: number): number {
    return this.rows[task]!;
  }

  skillRank(task: number): number {
    return this.ranks[task]!;
  }

  created(task: number): number {
    return this.context.world.tasks.columns.created[this.rows[task]!]!;
  }

  due(task: number): number {
    return this.context.world.tasks.columns.due[this.rows[task]!]!;
  }

  distance_m(task: number): number {
    return walkingDistance_m(this.context.model.network, this.from, this.context.world.tasks.columns.place[this.rows[task]!]!);
  }
}

// People at work: which task each has, and what it is doing now.
//
// A task is one job for one person (unload this truck, pick this tour). Stages add tasks and say how each kind is done, step
// by step; the workforce gives tasks to free people by the task-dispatching policy, lets shifts and breaks (shifts.ts) come
// between tasks, never inside one, and books every tick of every person to a state.

import type { RandomStream } from '../base/random.ts';
import { walkingDistance_m } from '../model/network.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bookAhead, bookOpen } from '../world/timesheet.ts';
import { NONE } from '../world/world.ts';
import { Candidates } from './candidates.ts';
import type { Movement } from './movement.ts';
import type { TaskDispatchingPolicy } from './policy.ts';
import { Shifts } from './shifts.ts';

/** How a task of one kind goes on after an activity has ended; called with the person. */
export type TaskStep = (person: number) => void;
/** Whether a person with the skill for it may do a task about this subject. */
export type TaskRule = (person: number, subject: number) => boolean;

const anybody: TaskRule = () => true;

export class Workforce {
  private readonly context: Context;
  private readonly policy: TaskDispatchingPolicy;
  private readonly random: RandomStream;
  private readonly steps: (TaskStep | undefined)[] = [];
  private readonly rules: (TaskRule | undefined)[] = [];
  /** Called when somebody has found no task: may add one. */
  private idle: (person: number) => void = () => undefined;
  /** Called before a step: true where the person's machine has broken down and the step must wait. */
  private breakdown: (person: number) => boolean = () => false;
  private readonly candidates: Candidates;
  private readonly shifts: Shifts;
  private readonly movement: Movement;

  constructor(context: Context, movement: Movement, policy: TaskDispatchingPolicy) {
    this.context = context;
    this.movement = movement;
    this.policy = policy;
    this.random = context.streams.get('policy/task-dispatching');
    this.candidates = new Candidates(context, (kind, person, subject) => this.mayDo(kind, person, subject));
    this.shifts = new Shifts(context, this);
    context.sim.on(EVENT['person-step'], (person) => this.step(person));
  }

  /**
   * Says how tasks of a kind are done, and who of those with the skill may do which. The handler begins with `step` 0 and ends by
   * calling `finish`.
   */
  register(kind: number, step: TaskStep, rule: TaskRule = anybody): void {
    this.steps[kind] = step;
    this.rules[kind] = rule;
  }

  private mayDo(kind: number, person: number, subject: number): boolean {
    return this.rules[kind]!(person, subject);
  }

  onIdle(look: (person: number) => void): void {
    this.idle = look;
  }

  onBreakdown(check: (person: number) => boolean): void {
    this.breakdown = check;
  }

  begin(): void {
    this.shifts.begin();
  }

  // ---- tasks -------------------------------------------------------------------------------------------------------

  /** Adds a task; `person` reserves it for one person. Whoever is free and able is dispatched at once. */
  addTask(kind: number, subject: number, place: number, due: number, person = NONE): void {
    const { world, sim } = this.context;
    const row = world.tasks.add();
    const t = world.tasks.columns;
    const q = world.queues.columns;
    t.kind[row] = kind;
    t.subject[row] = subject;
    t.place[row] = place;
    t.created[row] = sim.now;
    t.due[row] = due;
    t.person[row] = person;
    t.next[row] = NONE;
    t.previous[row] = q.tail[kind]!;
    if (q.tail[kind] === NONE) q.head[kind] = row;
    else t.next[q.tail[kind]!] = row;
    q.tail[kind] = row;
    const free = this.bestIdle(kind, subject, place, person);
    if (free !== NONE) this.dispatch(free);
  }

  /** The idle person to whom a new task is offered: best skill rank, then nearest, then lowest index. */
  private bestIdle(kind: number, subject: number, place: number, only: number): number {
    const { model, world } = this.context;
    let best = NONE;
    let bestRank = Infinity;
    let bestDistance = Infinity;
    for (const person of world.lists.idle) {
      if (only !== NONE && person !== only) continue;
      const rank = model.labour.roles[model.labour.people[person]!.role]!.skills.indexOf(kind);
      if (rank < 0 || rank > bestRank || !this.mayDo(kind, person, subject)) continue;
      const distance = walkingDistance_m(model.network, world.persons.columns.place[person]!, place);
      if (rank < bestRank || distance < bestDistance || (distance === bestDistance && person < best)) {
        best = person;
        bestRank = rank;
        bestDistance = distance;
      }
    }
    return best;
  }

  /** Gives an idle person a waiting task, if there is one. */
  private dispatch(person: number): void {
    const { world, sim, recorder } = this.context;
    const { candidates } = this;
    candidates.collect(person);
    if (candidates.count === 0) return;
    const task = candidates.row(this.policy.decide(candidates, this.random));
    const p = world.persons.columns;
    const t = world.tasks.columns;
    this.unlink(task);
    t.person[task] = person;
    p.task[person] = task;
    p.step[person] = 0;
    this.withdraw(person);
    recorder.event(sim.now, TRACED['task-started'], person, t.kind[task]!, t.subject[task]!);
    this.steps[t.kind[task]!]!(person);
  }

  private unlink(task: number): void {
    const t = this.context.world.tasks.columns;
    const q = this.context.world.queues.columns;
    const kind = t.kind[task]!;
    const next = t.next[task]!;
    const previous = t.previous[task]!;
    if (previous === NONE) q.head[kind] = next;
    else t.next[previous] = next;
    if (next === NONE) q.tail[kind] = previous;
    else t.previous[next] = previous;
  }

  /** What the person's task is about (a truck, an order, …: by kind). */
  subject(person: number): number {
    const { persons, tasks } = this.context.world;
    return tasks.columns.subject[persons.columns.task[person]!]!;
  }

  /** The task is done: a due break, the end of the shift, or the next task follows. */
  finish(person: number): void {
    const { world, sim, recorder } = this.context;
    const p = world.persons.columns;
    const task = p.task[person]!;
    const t = world.tasks.columns;
    recorder.event(sim.now, TRACED['task-finished'], person, t.kind[task]!, t.subject[task]!);
    world.tasks.release(task);
    p.task[person] = NONE;
    this.becomeFree(person);
  }

  /** A person without a task leaves, takes a break, or is idle and gets the next task. */
  becomeFree(person: number): void {
    if (this.shifts.takesOff(person)) return;
    this.setState(person, STATE.idle);
    this.context.world.lists.idle.push(person);
    this.dispatch(person);
    if (this.context.world.persons.columns.task[person] === NONE) this.idle(person);
  }

  /** Takes a person from the idle ones, if it is one of them. */
  withdraw(person: number): void {
    const { idle } = this.context.world.lists;
    const index = idle.indexOf(person);
    if (index >= 0) idle.splice(index, 1);
  }

  private step(person: number): void {
    if (this.breakdown(person)) return;
    const { persons, tasks } = this.context.world;
    this.steps[tasks.columns.kind[persons.columns.task[person]!]!]!(person);
  }

  // ---- what a person does ------------------------------------------------------------------------------------------

  /** From now on the person is in `state`, open-ended. */
  setState(person: number, state: number): void {
    const { world, sim, recorder } = this.context;
    const { itineraries } = this.movement;
    if (itineraries !== undefined) return itineraries.wait(person, state);
    bookOpen(world, person, sim.now);
    world.persons.columns.state[person] = state;
    recorder.dwell(person, sim.now, state);
  }

  /**
   * The person stays where it is, in `state`, for `ticks` more; may be called several times in a row for consecutive
   * activities, then `proceed` once. Time of known length is booked when it begins.
   */
  spend(person: number, state: number, ticks: number): void {
    if (ticks <= 0) return;
    const { world, sim, recorder } = this.context;
    const { itineraries } = this.movement;
    if (itineraries !== undefined) return itineraries.stay(person, state, ticks);
    bookOpen(world, person, sim.now);
    const until = world.persons.columns.since[person]! + ticks;
    bookAhead(world, person, state, until);
    recorder.dwellUntil(person, sim.now, until, state);
  }

  /** The person drives on the road map to (x, y) kilometres, arriving at tick `until`. */
  travel(person: number, until: number, x: number, y: number): void {
    const { world, sim, recorder } = this.context;
    this.movement.itineraries?.driveOff(person, until);
    bookOpen(world, person, sim.now);
    bookAhead(world, person, STATE.driving, until);
    recorder.move(person, sim.now, until, x, y, 0, STATE.driving);
  }

  /** Continues the task when everything spent so far is over. */
  proceed(person: number): void {
    const { world, sim } = this.context;
    const { itineraries } = this.movement;
    if (itineraries !== undefined) return itineraries.proceed(person);
    sim.schedule(Math.max(0, world.persons.columns.since[person]! - sim.now), EVENT['person-step'], person, 0);
  }
}

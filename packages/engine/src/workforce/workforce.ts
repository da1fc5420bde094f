// People at work: who is on shift, which task each has, and what it is doing now.
//
// A task is one job for one person (unload this truck, pick this tour). Stages add tasks and say how each kind is done, step
// by step; the workforce gives tasks to free people by the task-dispatching policy, ends shifts and gives breaks between
// tasks (never inside one: pre-emption-safe), and books every tick of every person to a state.

import { secondsToTicks, TICKS_PER_DAY } from '../base/units.ts';
import { REST } from '../model/building.ts';
import { walkingDistance_m } from '../model/network.ts';
import { AGENT_STATES } from '../trace/format.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { RandomStream } from '../base/random.ts';
import type { DispatchView, TaskDispatchingPolicy } from './policy.ts';

/** How a task of one kind goes on after an activity has ended; called with the person. */
export type TaskStep = (person: number) => void;

/** Waiting tasks looked at per kind in one dispatch: bounds the cost where thousands wait. */
const CANDIDATES_PER_KIND = 64;

export class Workforce {
  private readonly context: Context;
  private readonly policy: TaskDispatchingPolicy;
  private readonly random: RandomStream;
  private readonly steps: (TaskStep | undefined)[] = [];
  /** Called before a step: true where the person's machine has broken down and the step must wait. */
  private breakdown: (person: number) => boolean = () => false;
  private readonly rest: number;
  private readonly view: CandidateView;

  constructor(context: Context, policy: TaskDispatchingPolicy) {
    this.context = context;
    this.policy = policy;
    this.random = context.streams.get('policy/task-dispatching');
    this.view = new CandidateView(context);
    this.rest = context.model.building.stations.find((station) => station.kind === REST)?.place ?? 0;
    const { sim } = context;
    sim.on(EVENT['person-step'], (person) => this.step(person));
    sim.on(EVENT['shift-start'], (person, day) => this.startShift(person, day));
    sim.on(EVENT['shift-end'], (person) => this.endShift(person));
    sim.on(EVENT['break-due'], (person, index) => this.breakDue(person, index));
    sim.on(EVENT['break-end'], (person) => this.endBreak(person));
  }

  /** Says how tasks of a kind are done. The handler begins with `step` 0 and ends by calling `finish`. */
  register(kind: number, step: TaskStep): void {
    this.steps[kind] = step;
  }

  onBreakdown(check: (person: number) => boolean): void {
    this.breakdown = check;
  }

  /** Puts everybody off shift, at the rest place, and schedules the first shift of each. */
  begin(): void {
    const { model, world, sim, recorder } = this.context;
    const { x_m, y_m } = model.network.places;
    model.labour.people.forEach((person, index) => {
      world.persons.columns.place[index] = this.rest;
      recorder.place(index, x_m[this.rest]!, y_m[this.rest]!, 0, STATE.absent);
      sim.scheduleAt(secondsToTicks(model.labour.shifts[person.shift]!.start_s), EVENT['shift-start'], index, 0);
    });
  }

  // ---- tasks -------------------------------------------------------------------------------------------------------

  /** Adds a task; `person` reserves it for one person. Whoever is free and able is dispatched at once. */
  addTask(kind: number, subject: number, place: number, due: number, person = NONE): number {
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
    q.length[kind]!++;
    const free = this.bestIdle(kind, place, person);
    if (free !== NONE) this.dispatch(free);
    return row;
  }

  /** The idle person to whom a new task is offered: best skill rank, then nearest, then lowest index. */
  private bestIdle(kind: number, place: number, only: number): number {
    const { model, world } = this.context;
    let best = NONE;
    let bestRank = Infinity;
    let bestDistance = Infinity;
    for (const person of world.lists.idle) {
      if (only !== NONE && person !== only) continue;
      const rank = model.labour.roles[model.labour.people[person]!.role]!.skills.indexOf(kind);
      if (rank < 0 || rank > bestRank) continue;
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
    this.view.collect(person, CANDIDATES_PER_KIND);
    if (this.view.count === 0) return;
    const task = this.view.row(this.policy.decide(this.view, this.random));
    const p = world.persons.columns;
    const t = world.tasks.columns;
    this.unlink(task);
    t.person[task] = person;
    p.task[person] = task;
    p.step[person] = 0;
    p.a[person] = p.b[person] = p.c[person] = NONE;
    const idle = world.lists.idle;
    idle.splice(idle.indexOf(person), 1);
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
    q.length[kind]!--;
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
    this.release(person);
  }

  /** A person without a task: leaves, takes a break, or is idle and gets the next task. */
  private release(person: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    if (p.leaving[person] === 1) return this.leave(person);
    if (p.breaksDue[person] !== 0) return this.startBreak(person);
    this.setState(person, STATE.idle);
    world.lists.idle.push(person);
    this.dispatch(person);
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
    this.book(person);
    world.persons.columns.state[person] = state;
    recorder.dwell(person, sim.now, state);
  }

  /** Books the time since the last change to the state that ends. */
  private book(person: number): void {
    const { world, sim } = this.context;
    const p = world.persons.columns;
    const since = p.since[person]!;
    if (since < sim.now) world.time.columns.ticks[person * AGENT_STATES.length + p.state[person]!]! += sim.now - since;
    p.since[person] = Math.max(since, sim.now);
  }

  /**
   * The person stays where it is, in `state`, for `ticks` more; may be called several times in a row for consecutive
   * activities, then `proceed` once. Time of known length is booked when it begins.
   */
  spend(person: number, state: number, ticks: number): void {
    if (ticks <= 0) return;
    const { world, sim, recorder } = this.context;
    this.book(person);
    const p = world.persons.columns;
    const until = p.since[person]! + ticks;
    p.state[person] = state;
    p.since[person] = until;
    world.time.columns.ticks[person * AGENT_STATES.length + state]! += ticks;
    recorder.dwellUntil(person, sim.now, until, state);
  }

  /** The person drives on the road map to (x, y) kilometres, arriving at tick `until`. */
  travel(person: number, until: number, x: number, y: number): void {
    const { world, sim, recorder } = this.context;
    this.book(person);
    const p = world.persons.columns;
    world.time.columns.ticks[person * AGENT_STATES.length + STATE.driving]! += until - p.since[person]!;
    p.state[person] = STATE.driving;
    p.since[person] = until;
    recorder.move(person, sim.now, until, x, y, 0, STATE.driving);
  }

  /** Continues the task when everything spent so far is over. */
  proceed(person: number): void {
    const { world, sim } = this.context;
    sim.schedule(Math.max(0, world.persons.columns.since[person]! - sim.now), EVENT['person-step'], person, 0);
  }

  // ---- shifts and breaks -------------------------------------------------------------------------------------------

  private startShift(person: number, day: number): void {
    const { model, world, sim, recorder } = this.context;
    const shift = model.labour.shifts[model.labour.people[person]!.shift]!;
    const midnight = day * TICKS_PER_DAY;
    sim.scheduleAt(midnight + secondsToTicks(shift.end_s), EVENT['shift-end'], person, day);
    sim.scheduleAt(midnight + TICKS_PER_DAY + secondsToTicks(shift.start_s), EVENT['shift-start'], person, day + 1);
    shift.breaks.forEach((rest, index) => {
      sim.scheduleAt(midnight + secondsToTicks(rest.at_s), EVENT['break-due'], person, index);
    });
    const p = world.persons.columns;
    p.leaving[person] = 0;
    if (p.onShift[person] === 1) return; // still at a task of yesterday's shift: goes on
    p.onShift[person] = 1;
    p.place[person] = this.rest;
    const { x_m, y_m } = model.network.places;
    recorder.jump(person, sim.now, x_m[this.rest]!, y_m[this.rest]!, 0, STATE.absent);
    recorder.event(sim.now, TRACED['shift-started'], person);
    if (model.labour.roles[model.labour.people[person]!.role]!.skills.length === 0) this.setState(person, STATE.office);
    else this.release(person);
  }

  private endShift(person: number): void {
    const p = this.context.world.persons.columns;
    if (p.onShift[person] === 0) return;
    p.leaving[person] = 1;
    p.breaksDue[person] = 0;
    if (p.task[person] === NONE && p.state[person] !== STATE.break) {
      this.removeIdle(person);
      this.leave(person);
    }
  }

  private leave(person: number): void {
    const { world, sim, recorder } = this.context;
    const p = world.persons.columns;
    p.onShift[person] = 0;
    p.leaving[person] = 0;
    p.breaksDue[person] = 0;
    this.setState(person, STATE.absent);
    recorder.event(sim.now, TRACED['shift-ended'], person);
  }

  private breakDue(person: number, index: number): void {
    const p = this.context.world.persons.columns;
    if (p.onShift[person] === 0 || p.leaving[person] === 1) return;
    p.breaksDue[person]! |= 1 << index;
    if (p.task[person] === NONE && p.state[person] !== STATE.break) {
      this.removeIdle(person);
      this.startBreak(person);
    }
  }

  private startBreak(person: number): void {
    const { model, world, sim, recorder } = this.context;
    const p = world.persons.columns;
    const { breaks } = model.labour.shifts[model.labour.people[person]!.shift]!;
    const index = breaks.findIndex((_, i) => (p.breaksDue[person]! & (1 << i)) !== 0);
    const rest = breaks[index]!;
    p.breaksDue[person]! &= ~(1 << index);
    this.setState(person, STATE.break);
    recorder.event(sim.now, TRACED['break-started'], person);
    sim.schedule(secondsToTicks(rest.length_s), EVENT['break-end'], person, 0);
  }

  private endBreak(person: number): void {
    const { model, world, sim, recorder } = this.context;
    recorder.event(sim.now, TRACED['break-ended'], person);
    const p = world.persons.columns;
    const office = model.labour.roles[model.labour.people[person]!.role]!.skills.length === 0;
    if (office && p.leaving[person] === 0 && p.breaksDue[person] === 0) this.setState(person, STATE.office);
    else this.release(person);
  }

  private removeIdle(person: number): void {
    const idle = this.context.world.lists.idle;
    const index = idle.indexOf(person);
    if (index >= 0) idle.splice(index, 1);
  }
}

/** The waiting tasks a person can do, as the policy sees them. Re-used for every decision. */
class CandidateView implements DispatchView {
  count = 0;
  now = 0;
  private readonly context: Context;
  private readonly rows: number[] = [];
  private readonly ranks: number[] = [];
  private from = 0;

  constructor(context: Context) {
    this.context = context;
  }

  collect(person: number, perKind: number): void {
    const { model, world, sim } = this.context;
    const t = world.tasks.columns;
    const q = world.queues.columns;
    const skills = model.labour.roles[model.labour.people[person]!.role]!.skills;
    this.now = sim.now;
    this.from = world.persons.columns.place[person]!;
    this.count = 0;
    for (let rank = 0; rank < skills.length; rank++) {
      let seen = 0;
      for (let row = q.head[skills[rank]!]!; row !== NONE && seen < perKind; row = t.next[row]!) {
        if (t.person[row] !== NONE && t.person[row] !== person) continue;
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


// Shifts and breaks: who is there, and when. Neither begins inside a task: what falls due then comes right after it.
//
//   shift-start → (work, break-due → break → break-end → work …) → shift-end → gone when the task under way is finished

import { secondsToTicks, TICKS_PER_DAY } from '../base/units.ts';
import { REST, stationPlace } from '../model/building.ts';
import type { Shift } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';

/** What the workforce does for shifts. */
export interface Staff {
  /** From now on the person is in `state`, open-ended. */
  setState(person: number, state: number): void;
  /** The person has no task and is there: it leaves, takes a break, or takes the next task. */
  becomeFree(person: number): void;
  /** The person is not to be given a task. */
  withdraw(person: number): void;
}

export class Shifts {
  private readonly context: Context;
  private readonly staff: Staff;
  private readonly rest: number;

  constructor(context: Context, staff: Staff) {
    this.context = context;
    this.staff = staff;
    this.rest = stationPlace(context.model.building.stations, REST);
    const { sim } = context;
    sim.on(EVENT['shift-start'], (person, day) => this.start(person, day));
    sim.on(EVENT['shift-end'], (person) => this.end(person));
    sim.on(EVENT['break-due'], (person, index) => this.breakDue(person, index));
    sim.on(EVENT['break-end'], (person) => this.endBreak(person));
  }

  /** Puts everybody off shift, at the rest place, and schedules the first shift of each. */
  begin(): void {
    const { model, world, sim, recorder } = this.context;
    const { x_m, y_m } = model.network.places;
    for (let person = 0; person < model.labour.people.length; person++) {
      world.persons.columns.place[person] = this.rest;
      recorder.place(person, x_m[this.rest]!, y_m[this.rest]!, 0, STATE.absent);
      sim.scheduleAt(secondsToTicks(this.shift(person).start_s), EVENT['shift-start'], person, 0);
    }
  }

  private shift(person: number): Shift {
    const { shifts, people } = this.context.model.labour;
    return shifts[people[person]!.shift]!;
  }

  private isOfficeStaff(person: number): boolean {
    const { roles, people } = this.context.model.labour;
    return roles[people[person]!.role]!.skills.length === 0;
  }

  /** A person without a task leaves or begins a break, where one of them is due: true. */
  takesOff(person: number): boolean {
    const p = this.context.world.persons.columns;
    if (p.leaving[person] === 1) this.leave(person);
    else if (p.breaksDue[person] !== 0) this.startBreak(person);
    else return false;
    return true;
  }

  private start(person: number, day: number): void {
    const { model, world, sim, recorder } = this.context;
    const shift = this.shift(person);
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
    if (this.isOfficeStaff(person)) this.staff.setState(person, STATE.office);
    else this.staff.becomeFree(person);
  }

  /** Neither at a task nor in a break: can leave or rest at once. */
  private isInterruptible(person: number): boolean {
    const p = this.context.world.persons.columns;
    return p.task[person] === NONE && p.state[person] !== STATE.break;
  }

  private end(person: number): void {
    const p = this.context.world.persons.columns;
    if (p.onShift[person] === 0) return;
    p.leaving[person] = 1;
    p.breaksDue[person] = 0;
    if (!this.isInterruptible(person)) return;
    this.staff.withdraw(person);
    this.leave(person);
  }

  private leave(person: number): void {
    const { world, sim, recorder } = this.context;
    const p = world.persons.columns;
    p.onShift[person] = 0;
    p.leaving[person] = 0;
    p.breaksDue[person] = 0;
    this.staff.setState(person, STATE.absent);
    recorder.event(sim.now, TRACED['shift-ended'], person);
  }

  private breakDue(person: number, index: number): void {
    const p = this.context.world.persons.columns;
    if (p.onShift[person] === 0 || p.leaving[person] === 1) return;
    p.breaksDue[person]! |= 1 << index;
    if (!this.isInterruptible(person)) return;
    this.staff.withdraw(person);
    this.startBreak(person);
  }

  private startBreak(person: number): void {
    const { world, sim, recorder } = this.context;
    const p = world.persons.columns;
    const { breaks } = this.shift(person);
    const index = breaks.findIndex((_, i) => (p.breaksDue[person]! & (1 << i)) !== 0);
    p.breaksDue[person]! &= ~(1 << index);
    this.staff.setState(person, STATE.break);
    recorder.event(sim.now, TRACED['break-started'], person);
    sim.schedule(secondsToTicks(breaks[index]!.length_s), EVENT['break-end'], person, 0);
  }

  private endBreak(person: number): void {
    const { sim, recorder } = this.context;
    recorder.event(sim.now, TRACED['break-ended'], person);
    if (!this.isOfficeStaff(person)) this.staff.becomeFree(person);
    else if (!this.takesOff(person)) this.staff.setState(person, STATE.office);
  }
}

// Copies between the states of a search: only the days in which they differ. The working state is the one that changes; which of
// its days are other than in the current and in the best state is kept in two lists.
//
// Cost: O(stops of the days copied).

import { BEST, CURRENT, WORKING, type StateSlot } from '../kernel.ts';
import type { DayState } from './day-state.ts';

export class ChangedDays {
  private readonly states: readonly DayState[];
  private readonly lists: readonly DayList[];

  constructor(states: readonly DayState[]) {
    this.states = states;
    this.lists = states.map(({ cost }) => new DayList(cost.length));
  }

  /** A day of the working state has changed. */
  add(vehicle: number): void {
    this.lists[CURRENT]!.add(vehicle);
    this.lists[BEST]!.add(vehicle);
  }

  /** Makes one state like another, of which one is the working state. */
  copy(from: StateSlot, to: StateSlot): void {
    if (from === to) return;
    const other = from === WORKING ? to : from;
    const list = this.lists[other]!;
    const source = this.states[from]!;
    const target = this.states[to]!;
    for (let i = 0; i < list.count; i++) target.forgetDay(list.days[i]!);
    for (let i = 0; i < list.count; i++) target.copyDay(source, list.days[i]!);
    target.filledTrips = source.filledTrips;
    target.usedVehicles = source.usedVehicles;
    if (to === WORKING) {
      const third = this.lists[other === CURRENT ? BEST : CURRENT]!;
      for (let i = 0; i < list.count; i++) third.add(list.days[i]!);
    }
    list.clear();
  }
}

class DayList {
  readonly days: Int32Array;
  count = 0;
  private readonly listed: Uint8Array;

  constructor(vehicles: number) {
    this.days = new Int32Array(vehicles);
    this.listed = new Uint8Array(vehicles);
  }

  add(vehicle: number): void {
    if (this.listed[vehicle] === 1) return;
    this.listed[vehicle] = 1;
    this.days[this.count++] = vehicle;
  }

  clear(): void {
    for (let i = 0; i < this.count; i++) this.listed[this.days[i]!] = 0;
    this.count = 0;
  }
}

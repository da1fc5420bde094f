// Trucks and carts: who has which, who waits for one, and when they break down.
//
// A machine is fetched from where it was left and stays where it is released. Whoever waits is served in order of waiting,
// as far as the machine is of a kind he can use. A machine fails when its operating time since the last repair exceeds a
// draw of an exponential law; the failure takes effect at the end of the activity under way (a leg, a lift), and its user
// waits for the repair.

import { exponential } from '../base/distributions.ts';
import { secondsToTicks } from '../base/units.ts';
import { walkingDistance_m } from '../model/network.ts';
import { SHOPPING_CART } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { Movement } from './movement.ts';
import type { Workforce } from './workforce.ts';

/** A set of equipment kinds, as bits. */
export function kinds(...list: readonly number[]): number {
  return list.reduce((mask, kind) => mask | (1 << kind), 0);
}

const SECONDS_PER_HOUR = 3600;
/** Holder of a machine that nobody holds and nobody but who is meant to take it gets. */
const KEPT = -2;

export class EquipmentPool {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly movement: Movement;
  /** Called when a machine is free that nobody waits for. */
  private freed: () => void = () => undefined;

  constructor(context: Context, workforce: Workforce, movement: Movement) {
    this.context = context;
    this.workforce = workforce;
    this.movement = movement;
    workforce.onBreakdown((person) => this.hasBrokenDown(person));
    context.sim.on(EVENT['equipment-up'], (machine) => this.repaired(machine));
  }

  onFree(look: () => void): void {
    this.freed = look;
  }

  begin(): void {
    this.context.model.labour.equipment.forEach((machine, index) => {
      this.context.world.equipment.columns.place[index] = machine.place;
      this.drawLimit(index);
    });
  }

  /**
   * The person takes the nearest free machine of one of the kinds and walks to it (call `proceed` then): true. Otherwise it
   * waits, and its task's step is called again, at the step set by then, when it has been given one: false.
   */
  seize(person: number, mask: number): boolean {
    const { world } = this.context;
    const p = world.persons.columns;
    const machine = this.nearestFree(mask, p.place[person]!);
    if (machine === NONE) {
      p.wants[person] = mask;
      world.lists.equipment.push(person);
      this.workforce.setState(person, STATE['waiting-equipment']);
      return false;
    }
    this.give(machine, person);
    return true;
  }

  /** Walks to the machine that the person has been given. */
  fetch(person: number): void {
    this.movement.fetch(person);
  }

  /** Keeps the free machine of one of the kinds that is nearest to a place for whoever will `take` it, or NONE. */
  reserve(mask: number, place: number): number {
    const machine = this.nearestFree(mask, place);
    if (machine !== NONE) this.context.world.equipment.columns.holder[machine] = KEPT;
    return machine;
  }

  /** The person takes a machine that is kept. */
  take(machine: number, person: number): void {
    this.give(machine, person);
  }

  /** The person leaves its machine where it stands, kept for whoever will take it over. */
  keep(person: number): void {
    this.putDown(this.letGo(person), KEPT);
  }

  /** A member takes a shopping cart (returned), or waits for one (NONE) and gets a 'visit-step' event then. */
  seizeCart(order: number): number {
    const { world } = this.context;
    const machine = this.nearestFree(1 << SHOPPING_CART, NONE);
    if (machine === NONE) world.lists.equipment.push(-2 - order);
    else this.giveMember(machine, order);
    return machine;
  }

  /** The person leaves its machine where it stands. */
  release(person: number): void {
    this.free(this.letGo(person));
  }

  private letGo(person: number): number {
    const { equipment } = this.context.world.persons.columns;
    const machine = equipment[person]!;
    equipment[person] = NONE;
    this.movement.letGo(person);
    return machine;
  }

  releaseCart(machine: number): void {
    this.free(machine);
  }

  private nearestFree(mask: number, from: number): number {
    const { model, world } = this.context;
    const e = world.equipment.columns;
    let best = NONE;
    let bestDistance = Infinity;
    for (let machine = 0; machine < world.equipment.count; machine++) {
      if (e.holder[machine] !== NONE || e.down[machine] === 1) continue;
      if ((mask & (1 << model.labour.equipment[machine]!.kind)) === 0) continue;
      const distance = from === NONE ? 0 : walkingDistance_m(model.network, from, e.place[machine]!);
      if (distance < bestDistance || best === NONE) {
        best = machine;
        bestDistance = distance;
      }
    }
    return best;
  }

  private give(machine: number, person: number): void {
    const { world, sim, recorder } = this.context;
    const e = world.equipment.columns;
    e.holder[machine] = person;
    e.seized[machine] = sim.now;
    world.persons.columns.equipment[person] = machine;
    recorder.event(sim.now, TRACED['equipment-seized'], machine, person);
  }

  private giveMember(machine: number, order: number): void {
    const { world, sim, recorder } = this.context;
    const e = world.equipment.columns;
    e.holder[machine] = order;
    e.seized[machine] = sim.now;
    world.orders.columns.cart[order] = machine;
    recorder.event(sim.now, TRACED['equipment-seized'], machine, NONE, order);
  }

  private free(machine: number): void {
    this.putDown(machine, NONE);
    this.serveNext(machine);
    if (this.context.world.equipment.columns.holder[machine] === NONE) this.freed();
  }

  private putDown(machine: number, holder: number): void {
    const { world, sim, recorder } = this.context;
    const e = world.equipment.columns;
    e.busy[machine]! += sim.now - e.seized[machine]!;
    e.used[machine]! += sim.now - e.seized[machine]!;
    e.holder[machine] = holder;
    recorder.event(sim.now, TRACED['equipment-released'], machine);
  }

  /** Gives a free machine to the first in the waiting list that can use it. */
  private serveNext(machine: number): void {
    const { model, world, sim } = this.context;
    const bit = 1 << model.labour.equipment[machine]!.kind;
    const waiting = world.lists.equipment;
    const p = world.persons.columns;
    for (let i = 0; i < waiting.length; i++) {
      const who = waiting[i]!;
      if (who <= -2) {
        if (bit !== 1 << SHOPPING_CART) continue;
        waiting.splice(i, 1);
        this.giveMember(machine, -2 - who);
        sim.schedule(0, EVENT['visit-step'], -2 - who, 0);
        return;
      }
      if ((p.wants[who]! & bit) === 0) continue;
      waiting.splice(i, 1);
      this.give(machine, who);
      sim.schedule(0, EVENT['person-step'], who, 0);
      return;
    }
  }

  private drawLimit(machine: number): void {
    const { mtbf_h } = this.context.model.labour.equipment[machine]!;
    const stream = this.context.streams.get(`equipment-${machine}/failure`);
    const limit = Number.isFinite(mtbf_h) ? secondsToTicks(exponential(stream, mtbf_h * SECONDS_PER_HOUR)) : Infinity;
    const e = this.context.world.equipment.columns;
    e.limit[machine] = limit;
    e.used[machine] = 0;
  }

  /** Before a person's next activity: has its machine failed? Then the person waits for the repair. */
  private hasBrokenDown(person: number): boolean {
    const { model, world, sim, recorder, streams } = this.context;
    const machine = world.persons.columns.equipment[person]!;
    if (machine === NONE) return false;
    const e = world.equipment.columns;
    if (e.used[machine]! + sim.now - e.seized[machine]! < e.limit[machine]!) return false;
    const { mttr_h } = model.labour.equipment[machine]!;
    const repair = secondsToTicks(exponential(streams.get(`equipment-${machine}/repair`), mttr_h * SECONDS_PER_HOUR));
    recorder.event(sim.now, TRACED['equipment-down'], machine);
    e.down[machine] = 1;
    e.busy[machine]! += sim.now - e.seized[machine]!;
    e.seized[machine] = sim.now + repair;
    this.drawLimit(machine);
    sim.schedule(repair, EVENT['equipment-up'], machine, 0);
    this.workforce.spend(person, STATE.down, repair);
    this.workforce.proceed(person);
    return true;
  }

  private repaired(machine: number): void {
    const { world, sim, recorder } = this.context;
    world.equipment.columns.down[machine] = 0;
    recorder.event(sim.now, TRACED['equipment-up'], machine);
  }
}

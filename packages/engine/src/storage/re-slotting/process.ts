// Re-slotting: in quiet hours SKUs move to better homes, one after the other.
//
//   every day at its time the policy plans moves → [re-slot] one at a time: a machine → claim → old home → lift → new home →
//   (the goods that lived there) lift → set down → (they: back to the old home → set down) → the next move
//
// The task has no due date, so whatever is due goes first. Both items live at their new homes from the moment the goods are
// claimed: world/moving.ts says what that means. A move is dropped where, when it is to begin, units at one of its homes are
// reserved or on their way there, or where it does not fit any more; what is left of a plan when the next is made, too.

import type { RandomStream } from '../../base/random.ts';
import { secondsToTicks, TICKS_PER_DAY } from '../../base/units.ts';
import { COUNTERBALANCE_TRUCK, PALLET_TRUCK, REACH_TRUCK, RE_SLOT } from '../../model/labour.ts';
import { STATE, TRACED } from '../../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../../workforce/equipment.ts';
import type { Movement } from '../../workforce/movement.ts';
import type { Workforce } from '../../workforce/workforce.ts';
import { drawTicks, type Context } from '../../world/context.ts';
import { EVENT } from '../../world/events.ts';
import { grams, loadsAllowSwap } from '../../world/loads.ts';
import { claim, lift, setDown } from '../../world/moving.ts';
import { announce, capacity, giveHome } from '../../world/stock.ts';
import { NONE } from '../../world/world.ts';
import { caseTime_s, needsTruck, viewOf, type RunningAssignment } from './assignment.ts';
import { noReSlotting } from './none.ts';
import type { ReSlottingPolicy } from './policy.ts';

const ON_FOOT = kinds(PALLET_TRUCK);
const TRUCKS = kinds(REACH_TRUCK, COUNTERBALANCE_TRUCK);

/** Popularity as planned counts for as much as so many days of orders of the run (the mean of a gamma-Poisson forecast). */
const PRIOR_D = 7;

export class ReSlottingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;
  private readonly policy: ReSlottingPolicy;
  private readonly random: RandomStream;

  constructor(context: Context, workforce: Workforce, equipment: EquipmentPool, movement: Movement, policy: ReSlottingPolicy) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.movement = movement;
    this.policy = policy;
    this.random = context.streams.get('policy/re-slotting');
    context.sim.on(EVENT['re-slot'], (day) => this.plan(day));
    workforce.register(RE_SLOT, (person) => this.reSlot(person));
  }

  begin(): void {
    if (this.policy === noReSlotting) return;
    const { at_s } = this.context.model.storage.reSlotting;
    this.context.sim.scheduleAt(secondsToTicks(at_s), EVENT['re-slot'], 0, 0);
  }

  /** Who lives where now, with how much, and how often it is asked for. */
  assignment(): RunningAssignment {
    const { model, world, sim } = this.context;
    const { home, linesAsked } = world.items.columns;
    const { item: lying, units } = world.locations.columns;
    const days = sim.now / TICKS_PER_DAY;
    const homes = home.slice(0, model.items.count);
    return {
      home: homes,
      homeUnits: Int32Array.from(homes, (location, item) =>
        location !== NONE && lying[location] === item ? units[location]! : 0,
      ),
      linesPerDay: Float64Array.from(homes, (_, item) => {
        return (model.items.popularity[item]! * PRIOR_D + linesAsked[item]!) / (PRIOR_D + days);
      }),
      occupied: Uint8Array.from(lying.subarray(0, model.locations.count), (item) => (item === NONE ? 0 : 1)),
    };
  }

  // ---- the plan ----------------------------------------------------------------------------------------------------

  private plan(day: number): void {
    const { model, world, sim, recorder } = this.context;
    const { reSlots } = world.lists;
    const { at_s } = model.storage.reSlotting;
    sim.scheduleAt((day + 1) * TICKS_PER_DAY + secondsToTicks(at_s), EVENT['re-slot'], day + 1, 0);
    // The first of the list has its task already.
    while (reSlots.length > 1) this.drop(reSlots.pop()!);
    const isIdle = reSlots.length === 0;
    for (const planned of this.policy.decide(viewOf(model, this.assignment()), this.random)) {
      const { item, from, to, other, saving_sPerDay, payBack_d } = planned;
      const move = world.moves.add();
      const m = world.moves.columns;
      m.item[move] = item;
      m.from[move] = from;
      m.to[move] = to;
      m.other[move] = other;
      recorder.event(sim.now, TRACED['re-slot-planned'], item, to, other);
      recorder.event(sim.now, TRACED['re-slot-valued'], item, Math.round(saving_sPerDay), Math.round(payBack_d * 100));
      reSlots.push(move);
    }
    if (isIdle) this.offerNext();
  }

  /** Adds the task of the first move of the list. */
  private offerNext(): void {
    const { model, world } = this.context;
    const move = world.lists.reSlots[0];
    if (move === undefined) return;
    this.workforce.addTask(RE_SLOT, move, model.locations.place[world.moves.columns.from[move]!]!, Infinity);
  }

  private drop(move: number): void {
    const { world, sim, recorder } = this.context;
    const { item, to } = world.moves.columns;
    recorder.event(sim.now, TRACED['re-slot-dropped'], item[move]!, to[move]!);
    world.moves.release(move);
  }

  // ---- the task ----------------------------------------------------------------------------------------------------

  private reSlot(person: number): void {
    const { model, world, sim } = this.context;
    const p = world.persons.columns;
    const m = world.moves.columns;
    const move = this.workforce.subject(person);
    const item = m.item[move]!;
    const other = m.other[move]!;
    const from = m.from[move]!;
    const to = m.to[move]!;
    switch (p.step[person]) {
      case 0:
        p.step[person] = 1;
        m.started[move] = sim.now;
        if (!this.isPossible(move)) return this.giveUp(person, move);
        if (this.isEmpty(move)) return this.changeHomes(person, move);
        if (!this.equipment.seize(person, needsTruck(model, from, to) ? TRUCKS : ON_FOOT)) return;
      // falls through
      case 1:
        if (!this.isPossible(move) || this.isEmpty(move)) {
          this.equipment.release(person);
          return this.isPossible(move) ? this.changeHomes(person, move) : this.giveUp(person, move);
        }
        p.step[person] = 2;
        this.claimBoth(move);
        this.equipment.fetch(person);
        return this.workforce.proceed(person);
      case 2:
        p.step[person] = 3;
        if (this.unitsAt(item, from) > 0) {
          this.movement.walk(person, model.locations.place[from]!);
          this.handle(person, move, item, from);
          return this.workforce.proceed(person);
        }
      // falls through
      case 3: {
        p.step[person] = 4;
        const lifted = lift(this.context, move, item);
        const coming = other === NONE ? 0 : this.unitsAt(other, to);
        if (lifted > 0 && coming > 0) announce(this.context, other, from, coming);
        this.movement.walk(person, model.locations.place[to]!);
        if (coming > 0) this.handle(person, move, other, to);
        this.spendOn(person, move, item, lifted);
        return this.workforce.proceed(person);
      }
      case 4: {
        const lifted = other === NONE ? 0 : lift(this.context, move, other);
        setDown(this.context, move, item, lifted === 0);
        if (lifted === 0) return this.endMove(person, move);
        p.step[person] = 5;
        this.movement.walk(person, model.locations.place[from]!);
        this.spendOn(person, move, other, lifted);
        return this.workforce.proceed(person);
      }
      default:
        setDown(this.context, move, other, true);
        this.endMove(person, move);
    }
  }

  /** Whether nothing lies in either home: then nothing has to be carried. */
  private isEmpty(move: number): boolean {
    const { units } = this.context.world.locations.columns;
    const { from, to } = this.context.world.moves.columns;
    return units[from[move]!]! + units[to[move]!]! === 0;
  }

  private changeHomes(person: number, move: number): void {
    this.claimBoth(move);
    this.end(person, move);
  }

  private endMove(person: number, move: number): void {
    this.equipment.release(person);
    this.end(person, move);
  }

  /** Units of an item that lie in a location. */
  private unitsAt(item: number, location: number): number {
    const l = this.context.world.locations.columns;
    return l.item[location] === item ? l.units[location]! : 0;
  }

  /** Spends the time of taking out what lies of an item in a location. */
  private handle(person: number, move: number, item: number, location: number): void {
    this.spendOn(person, move, item, this.unitsAt(item, location));
  }

  /** Spends the time of taking units out of a location, or of putting them in. */
  private spendOn(person: number, move: number, item: number, units: number): void {
    if (units === 0) return;
    const { model, world, streams } = this.context;
    const { from, to } = world.moves.columns;
    const ticks = drawTicks(model.operations.putAwayLine, streams.get(`person-${person}/re-slot`));
    const byTruck = needsTruck(model, from[move]!, to[move]!);
    this.workforce.spend(person, STATE.picking, ticks + secondsToTicks(caseTime_s(model, item, units, byTruck)));
  }

  /** Both items live at their new homes; their goods are to be fetched there, and nobody plans the room they need. */
  private claimBoth(move: number): void {
    const { world } = this.context;
    const m = world.moves.columns;
    const [item, other, from, to] = [m.item[move]!, m.other[move]!, m.from[move]!, m.to[move]!];
    giveHome(this.context, item, to);
    if (other !== NONE) giveHome(this.context, other, from);
    const units = this.claimAll(move, item, from);
    const others = other === NONE ? 0 : this.claimAll(move, other, to);
    // An occupied home is announced to its next resident when its goods are lifted.
    if (units > 0 && others === 0) announce(this.context, item, to, units);
    if (others > 0 && units === 0) announce(this.context, other, from, others);
  }

  private claimAll(move: number, item: number, location: number): number {
    const { world } = this.context;
    let units = 0;
    for (let lot = world.items.columns.firstLot[item]!, next; lot !== NONE; lot = next) {
      const lots = world.lots.columns;
      next = lots.next[lot]!;
      if (lots.location[lot] === location && lots.moving[lot] === 0) units += claim(this.context, move, lot, lots.units[lot]!);
    }
    return units;
  }

  /** Whether a move can begin: everybody still lives where the plan has it, nothing is reserved or coming, and it fits. */
  private isPossible(move: number): boolean {
    const { model, world } = this.context;
    const m = world.moves.columns;
    const l = world.locations.columns;
    const [item, other, from, to] = [m.item[move]!, m.other[move]!, m.from[move]!, m.to[move]!];
    if (l.homeOf[from] !== item || l.homeOf[to] !== other || l.incoming[from]! + l.incoming[to]! > 0) return false;
    if ((l.item[from] !== NONE && l.item[from] !== item) || (l.item[to] !== NONE && l.item[to] !== other)) return false;
    if (this.hasReserved(item, from) || (other !== NONE && this.hasReserved(other, to))) return false;
    const here = this.unitsAt(item, from);
    const there = other === NONE ? 0 : this.unitsAt(other, to);
    if (capacity(model, item, to) < Math.max(1, here)) return false;
    if (other !== NONE && capacity(model, other, from) < Math.max(1, there)) return false;
    const there_g = other === NONE ? 0 : there * grams(model, other);
    return loadsAllowSwap(this.context, from, to, here * grams(model, item), there_g);
  }

  private hasReserved(item: number, location: number): boolean {
    const { world } = this.context;
    const lots = world.lots.columns;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      if (lots.location[lot] === location && lots.reserved[lot]! > 0) return true;
    }
    return false;
  }

  /** The move is made. */
  private end(person: number, move: number): void {
    const { world } = this.context;
    const totals = world.totals.columns;
    totals.reSlotted[0]! += world.moves.columns.other[move] === NONE ? 1 : 2;
    this.close(move);
    world.moves.release(move);
    this.goOn(person);
  }

  /** The move is not made. */
  private giveUp(person: number, move: number): void {
    this.close(move);
    this.drop(move);
    this.goOn(person);
  }

  private close(move: number): void {
    const { world, sim } = this.context;
    world.totals.columns.reSlotTicks[0]! += sim.now - world.moves.columns.started[move]!;
    world.lists.reSlots.shift();
  }

  /** Another task first, if this person finds one; then the next move is offered. */
  private goOn(person: number): void {
    this.workforce.finish(person);
    this.offerNext();
  }
}

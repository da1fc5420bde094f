// Packing: a picked order is packed into cartons at a station, checked there, and brought to its staging lane; where there are
// carriers, on them.
//
//   order-picked → [pack]: station → cartons and check → (carriers) → lane → order-staged
//
// An order of which nothing was picked is closed: it is not packed, and delivery leaves it out.
//
// Where lanes are limited and an order's lane is full, it waits at the packing place, and its packer leaves the station for other
// work. When there is room, or its vehicle has a door, another task brings it out, which takes no station:
//
//   order-packed → lane-full … room → [pack]: packing place → lane → order-staged

import { secondsToTicks, ticksToSeconds } from '../base/units.ts';
import { PACKING, stationPlace } from '../model/building.ts';
import { PACK } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { StationPool } from '../workforce/stations.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { enterLane } from '../world/lanes.ts';
import { passLines, pickedLines } from '../world/lines.ts';
import { LINE, ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import { loadOnCarriers } from './carriers.ts';
import type { CartonizationPolicy } from './cartonization/policy.ts';
import { OrderCartons } from './cartons.ts';
import { PackingCheck } from './check.ts';

/**
 * Steps of a 'pack' task: what has ended when the step is called. From `ready` on, every step that is even stands for the
 * order's goods at the table, every one that is odd for a walk to the lane: with several carriers there and back for each.
 */
const STEP = { given: 0, hasStation: 1, packed: 2, loaded: 3, ready: 4 } as const;

export class PackingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly stations: StationPool;
  private readonly movement: Movement;
  private readonly cartons: OrderCartons;
  private readonly check: PackingCheck;
  private readonly place: number;

  constructor(context: Context, workforce: Workforce, stations: StationPool, movement: Movement, policy: CartonizationPolicy) {
    this.context = context;
    this.workforce = workforce;
    this.stations = stations;
    this.movement = movement;
    this.cartons = new OrderCartons(context, policy);
    this.check = new PackingCheck(context, this.cartons);
    this.place = stationPlace(context.model.building.stations, PACKING);
    context.sim.on(EVENT['order-picked'], (order) => this.accept(order));
    context.sim.on(EVENT['lane-room'], () => this.bringOutWaiting());
    workforce.register(PACK, (person) => this.pack(person));
  }

  private accept(order: number): void {
    const { model, world, sim, recorder } = this.context;
    if (pickedLines(this.context, order) === 0) {
      world.orders.columns.state[order] = ORDER.closed;
      recorder.event(sim.now, TRACED['order-closed'], order);
      sim.schedule(0, EVENT['order-closed'], order, 0);
      return;
    }
    world.orders.columns.state[order] = ORDER.picked;
    this.workforce.addTask(PACK, order, this.place, model.demand.orders.due[order]!);
  }

  private pack(person: number): void {
    const { model, world } = this.context;
    const p = world.persons.columns;
    const order = this.workforce.subject(person);
    switch (p.step[person]) {
      case STEP.given:
        if (world.orders.columns.state[order] === ORDER.packed) return this.fetch(person);
        p.step[person] = STEP.hasStation;
        if (!this.stations.seize(person, PACKING)) return;
      // falls through
      case STEP.hasStation:
        p.step[person] = STEP.packed;
        this.begin(person, order);
        return this.workforce.proceed(person);
      case STEP.packed:
        p.step[person] = STEP.loaded;
        this.close(person, order);
        if (model.packing.carriers.length > 0) {
          this.workforce.spend(
            person,
            STATE.handling,
            secondsToTicks(model.packing.loadPiece_s * world.orders.columns.cartons[order]!),
          );
          return this.workforce.proceed(person);
        }
      // falls through
      case STEP.loaded:
        p.step[person] = STEP.ready;
        if (model.packing.carriers.length > 0) loadOnCarriers(this.context, order, this.cartons);
        this.cartons.clear(order);
      // falls through
      default:
        this.bringOut(person, order);
    }
  }

  /** A packer has a station for the order: its cartons are decided, and with them how long it takes. */
  private begin(person: number, order: number): void {
    const { world, sim, streams, tallies, model } = this.context;
    const { operations, packing } = model;
    const task = world.persons.columns.task[person]!;
    tallies.packingQueue.add(ticksToSeconds(sim.now - world.tasks.columns.created[task]!));
    this.cartons.fill(order);
    this.check.weigh(order);
    const fixed_s =
      operations.packLine_s * pickedLines(this.context, order) +
      this.check.seconds(order) +
      packing.label_s * world.orders.columns.cartons[order]!;
    this.movement.walk(person, this.stations.place(person), STATE.walking);
    const ticks = drawTicks(operations.packOrder, streams.get(`person-${person}/pack`)) + secondsToTicks(fixed_s);
    this.workforce.spend(person, STATE.packing, ticks);
  }

  /** The cartons of the order are checked and closed. */
  private close(person: number, order: number): void {
    const { world, sim, recorder } = this.context;
    this.check.settle(order, person);
    this.cartons.account(order);
    passLines(this.context, order, LINE.packed);
    world.orders.columns.state[order] = ORDER.packed;
    recorder.event(sim.now, TRACED['order-packed'], order, person, world.orders.columns.cartons[order]!);
  }

  /** The next walk between table and lane; with the last carrier he leaves the station, and the order is staged. */
  private bringOut(person: number, order: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    const o = world.orders.columns;
    const walks = p.step[person]! - STEP.ready;
    const carriers = Math.max(1, o.carriers[order]!);
    if (walks === 2 * carriers - 1) {
      this.stage(order);
      return this.workforce.finish(person);
    }
    if (walks === 0 && o.stands[order] === 0 && !enterLane(this.context, order)) return this.leaveAtTable(person, order);
    p.step[person]! += 1;
    if (walks % 2 === 1) this.movement.walk(person, this.table(person), STATE.walking);
    else {
      if (walks === 2 * carriers - 2) this.leaveStation(person);
      this.movement.walk(person, this.context.model.building.stagingLanes[o.lane[order]!]!.place);
    }
    this.workforce.proceed(person);
  }

  /** Where the goods stand that a person brings out: at its station, or at the packing place. */
  private table(person: number): number {
    return this.context.world.persons.columns.station[person] === NONE ? this.place : this.stations.place(person);
  }

  private leaveStation(person: number): void {
    if (this.context.world.persons.columns.station[person] !== NONE) this.stations.release(person);
  }

  /** There is no room in the lane: the order waits, the packer is free for other work. */
  private leaveAtTable(person: number, order: number): void {
    const { world, sim, recorder } = this.context;
    world.orders.columns.laneFullAt[order] = sim.now;
    world.lists.lane.push(order);
    recorder.event(sim.now, TRACED['lane-full'], order);
    this.leaveStation(person);
    this.workforce.finish(person);
  }

  /** Orders that have waited for a lane and have room now are brought out, those first that have waited longest. */
  private bringOutWaiting(): void {
    const { model, world, sim } = this.context;
    const waiting = world.lists.lane;
    for (const order of waiting.slice()) {
      if (!enterLane(this.context, order)) continue;
      waiting.splice(waiting.indexOf(order), 1);
      world.totals.columns.laneWaitTicks[0]! += sim.now - world.orders.columns.laneFullAt[order]!;
      this.workforce.addTask(PACK, order, this.place, model.demand.orders.due[order]!);
    }
  }

  /** A person goes to the packing place for an order that has waited there for a lane. */
  private fetch(person: number): void {
    this.context.world.persons.columns.step[person] = STEP.ready;
    this.movement.walk(person, this.place, STATE.walking);
    this.workforce.proceed(person);
  }

  private stage(order: number): void {
    const { world, sim, recorder } = this.context;
    const o = world.orders.columns;
    const totals = world.totals.columns;
    o.state[order] = ORDER.staged;
    passLines(this.context, order, LINE.staged, 'unitsInMotion', 'unitsStaged');
    totals.ordersStaged[0]! += 1;
    totals.lastStaged[0] = sim.now;
    recorder.event(sim.now, TRACED['order-staged'], order, o.lane[order]!);
    sim.schedule(0, EVENT['order-staged'], order, 0);
  }
}

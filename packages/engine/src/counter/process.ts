// The counter: members who come in, fill a shopping cart themselves and pay (cash and carry).
//
//   order-arrival → shopping cart → stop by stop along the route → counter → [serve] → gone
//
// A member is seen as the agent of its shopping cart. The stock of the visit is reserved when the cart is taken.

import { secondsToTicks, ticksToSeconds } from '../base/units.ts';
import { COUNTER, stationPlace } from '../model/building.ts';
import { SERVE } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { StationPool } from '../workforce/stations.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bindPicks, handOver, pickedLines, pickPlace, stopIsComplete, takePick, tellMissing } from '../world/lines.ts';
import { ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';

/** Steps of a visit. */
const STEP = { arrived: 0, withCart: 1, atStop: 2, toCounter: 3, queueing: 4, paid: 5, waiting: 6, back: 7 } as const;

export class CounterProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly stations: StationPool;
  private readonly movement: Movement;
  /** Where members come in and pay. */
  private readonly entrance: number;

  constructor(context: Context, workforce: Workforce, equipment: EquipmentPool, stations: StationPool, movement: Movement) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.stations = stations;
    this.movement = movement;
    this.entrance = stationPlace(context.model.building.stations, COUNTER);
    context.sim.on(EVENT['visit-step'], (order) => this.visit(order));
    workforce.register(SERVE, (person) => this.serve(person));
  }

  begin(): void {
    const { model, recorder } = this.context;
    const { x_m, y_m } = model.network.places;
    for (const agent of this.context.cartAgent.values()) {
      recorder.place(agent, x_m[this.entrance]!, y_m[this.entrance]!, 0, STATE.absent);
    }
  }

  private agent(order: number): number {
    return this.context.cartAgent.get(this.context.world.orders.columns.cart[order]!)!;
  }

  private visit(order: number): void {
    const { world, sim, recorder } = this.context;
    const o = world.orders.columns;
    switch (o.step[order]) {
      case STEP.arrived:
        o.step[order] = STEP.withCart;
        o.state[order] = ORDER.released;
        if (this.equipment.seizeCart(order) === NONE) return;
      // falls through
      case STEP.withCart:
        return this.start(order);
      case STEP.atStop:
      case STEP.waiting:
      case STEP.back:
        return this.lookForGoods(order);
      case STEP.toCounter:
        o.step[order] = STEP.queueing;
        o.state[order] = ORDER.picked;
        recorder.event(sim.now, TRACED['order-picked'], order, NONE);
        this.movement.dwellMember(this.agent(order), STATE['waiting-station']);
        this.workforce.addTask(SERVE, order, this.entrance, sim.now);
        return;
      default:
        this.leave(order);
    }
  }

  private start(order: number): void {
    const { model, world, sim, recorder, services } = this.context;
    const { firstLine } = model.demand.orders;
    const o = world.orders.columns;
    this.movement.enterMember(this.agent(order), order, this.entrance);
    recorder.event(sim.now, TRACED['visit-started'], order, o.cart[order]!);
    o.state[order] = ORDER.picking;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) services.allocateLine(line);
    bindPicks(this.context, o.firstPick[order]!);
    o.firstPick[order] = services.routePicks(o.firstPick[order]!, this.entrance, this.entrance);
    this.goOn(order);
  }

  /** Walks to the next stop and takes what lies there, or to the counter. */
  private goOn(order: number): void {
    const { model, world, streams } = this.context;
    const o = world.orders.columns;
    const pick = o.firstPick[order]!;
    if (pick === NONE) {
      o.step[order] = STEP.toCounter;
      return this.movement.walkMember(this.agent(order), order, this.entrance);
    }
    const to = pickPlace(this.context, pick);
    let browse = 0;
    o.step[order] = STEP.atStop;
    for (let p = pick; p !== NONE && pickPlace(this.context, p) === to; p = world.picks.columns.next[p]!) {
      const line = world.picks.columns.line[p]!;
      browse += drawTicks(model.operations.browseLine, streams.once(`line-${line}/browse`));
    }
    this.movement.walkMember(this.agent(order), order, to, browse, this.movement.placesAfter(pick, this.entrance));
  }

  /**
   * The member takes what it came for and goes on, or waits for what is still on its way (where it is in nobody's way, so that
   * it may have to come back first); its arrival is a 'visit-step'.
   */
  private lookForGoods(order: number): void {
    const { world } = this.context;
    const o = world.orders.columns;
    const first = o.firstPick[order]!;
    const agent = this.agent(order);
    if (stopIsComplete(this.context, first)) {
      const place = pickPlace(this.context, first);
      if (o.step[order] === STEP.waiting && this.movement.hasMadeWay(agent, place)) {
        o.step[order] = STEP.back;
        return this.movement.walkMember(agent, order, place, undefined, this.movement.placesAfter(first, this.entrance));
      }
      this.takeAtStop(order);
      return this.goOn(order);
    }
    if (o.step[order] === STEP.atStop) tellMissing(this.context, first, NONE);
    if (o.step[order] !== STEP.waiting) this.movement.dwellMember(agent, STATE['waiting-goods']);
    o.step[order] = STEP.waiting;
    world.lists.face.push(-2 - order);
  }

  private takeAtStop(order: number): void {
    const { world } = this.context;
    const o = world.orders.columns;
    let pick = o.firstPick[order]!;
    const place = pickPlace(this.context, pick);
    while (pick !== NONE && pickPlace(this.context, pick) === place) {
      const next = world.picks.columns.next[pick]!;
      if (takePick(this.context, pick) !== NONE) world.totals.columns.linesServed[0]! += 1;
      pick = next;
    }
    o.firstPick[order] = pick;
  }

  private serve(person: number): void {
    const { model, world, streams } = this.context;
    const p = world.persons.columns;
    const order = this.workforce.subject(person);
    switch (p.step[person]) {
      case 0:
        p.step[person] = 1;
        if (!this.stations.seize(person, COUNTER)) return;
      // falls through
      case 1:
        p.step[person] = 2;
        this.movement.walk(person, this.stations.place(person), STATE.walking);
        return this.workforce.proceed(person);
      case 2: {
        p.step[person] = 3;
        const pay = drawTicks(model.operations.payVisit, streams.get(`person-${person}/pay`));
        this.movement.dwellMember(this.agent(order), STATE.serving);
        this.workforce.spend(
          person,
          STATE.serving,
          pay + secondsToTicks(model.operations.payLine_s * pickedLines(this.context, order)),
        );
        return this.workforce.proceed(person);
      }
      default:
        this.sell(order, person);
        this.stations.release(person);
        this.workforce.finish(person);
    }
  }

  private sell(order: number, person: number): void {
    const { world, sim, recorder } = this.context;
    const o = world.orders.columns;
    handOver(this.context, order);
    o.state[order] = ORDER.delivered;
    o.step[order] = STEP.paid;
    world.totals.columns.visits[0]! += 1;
    recorder.event(sim.now, TRACED['order-sold'], order, person);
    sim.schedule(0, EVENT['visit-step'], order, 0);
  }

  private leave(order: number): void {
    const { world, sim, tallies, model } = this.context;
    this.movement.dwellMember(this.agent(order), STATE.absent);
    tallies.visit.add(ticksToSeconds(sim.now - model.demand.orders.arrival[order]!));
    this.equipment.releaseCart(world.orders.columns.cart[order]!);
  }
}

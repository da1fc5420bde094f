// Replenishment: a truck driver brings goods from the reserve down to the pick face their item lives in.
//
//   the policy asks for units → [replenish]: a truck → claim → reserve location → lift → face → set down → (the next trip)
//
// Out of the reserve the earliest to expire goes first, then the earliest received; in whole cases where the face has room for
// them. Units are claimed when the driver has his truck: what a claim means, and why nobody waits for ever, is in
// world/moving.ts. What cannot be brought then (picked meanwhile, no room) is given up and told; the policy may ask again.

import type { RandomStream } from '../../base/random.ts';
import { COUNTERBALANCE_TRUCK, REACH_TRUCK, REPLENISH } from '../../model/labour.ts';
import { STATE, TRACED } from '../../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../../workforce/equipment.ts';
import type { Movement } from '../../workforce/movement.ts';
import type { Workforce } from '../../workforce/workforce.ts';
import { drawTicks, type Context } from '../../world/context.ts';
import { liftTicks } from '../../world/lifting.ts';
import { claim, claimable, lift, setDown } from '../../world/moving.ts';
import { announce, freeCapacity } from '../../world/stock.ts';
import { NONE } from '../../world/world.ts';
import { FaceView } from './face-view.ts';
import type { ReplenishmentMoment, ReplenishmentPolicy } from './policy.ts';

const TRUCKS = kinds(REACH_TRUCK, COUNTERBALANCE_TRUCK);

export class ReplenishmentProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;
  private readonly policy: ReplenishmentPolicy;
  private readonly random: RandomStream;
  private readonly view: FaceView;

  constructor(context: Context, workforce: Workforce, equipment: EquipmentPool, movement: Movement, policy: ReplenishmentPolicy) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.movement = movement;
    this.policy = policy;
    this.random = context.streams.get('policy/replenishment');
    this.view = new FaceView(context);
    const { handPick } = context.model.locations;
    const { services } = context;
    services.orderArrived = (order) => this.orderArrived(order);
    services.waveReserved = (group) => this.waveReserved(group);
    services.goodsStored = (item, location) => {
      if (handPick[location] === 0) this.consider(item, 'reserve-stored', Infinity);
    };
    services.unitsTaken = (item, location) => {
      if (handPick[location] === 1) this.consider(item, 'face-taken-from', Infinity);
    };
    workforce.register(REPLENISH, (person) => this.replenish(person));
  }

  /** Asks for every face once. */
  begin(): void {
    if (!this.policy.moments.includes('run-begun')) return;
    for (let item = 0; item < this.context.model.items.count; item++) this.consider(item, 'run-begun', Infinity);
  }

  /** Whether faces are filled at all. */
  get isFilled(): boolean {
    return this.policy.moments.length > 0;
  }

  /** Whether goods that are put away may go straight to the face: not where goods that expire sooner lie in the reserve. */
  mayGoToFace(item: number, expiry: number): boolean {
    if (!this.isFilled) return true;
    const { model, world } = this.context;
    const lots = world.lots.columns;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      if (lots.expiry[lot]! < expiry && model.locations.handPick[lots.location[lot]!] === 0) return false;
    }
    return true;
  }

  private orderArrived(order: number): void {
    const { orders, lines } = this.context.model.demand;
    const i = this.context.world.items.columns;
    const isNew = orders.arrival[order]! >= 0;
    for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
      i.asked[lines.item[line]!]! += lines.units[line]!;
      if (isNew) i.linesAsked[lines.item[line]!]! += 1;
      this.consider(lines.item[line]!, 'order-arrived', orders.due[order]!);
    }
  }

  private waveReserved(group: number): void {
    if (!this.policy.moments.includes('wave-released')) return;
    const { orders, lines } = this.context.model.demand;
    const wave = this.context.groups[group]!;
    const items = new Set<number>();
    for (const order of wave.orders) {
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) items.add(lines.item[line]!);
    }
    for (const item of items) this.consider(item, 'wave-released', wave.due);
  }

  /** Asks the policy about an item, and adds a task for what it wants, due when the first who needs it leaves. */
  private consider(item: number, moment: ReplenishmentMoment, due: number): void {
    if (!this.policy.moments.includes(moment)) return;
    const { view } = this;
    if (!view.look(item, moment) || view.reserveUnits <= 0) return;
    const { world, model, sim, recorder } = this.context;
    const face = world.items.columns.home[item]!;
    const first = this.firstToExpire(item);
    if (first === NONE) return;
    const source = world.lots.columns.location[first]!;
    const room = freeCapacity(this.context, item, face, source) - view.unclaimedUnits;
    const units = Math.min(inCases(this.policy.decide(view, this.random), view.unitsPerCase, room), view.reserveUnits);
    if (units <= 0) return;
    const move = world.moves.add();
    const m = world.moves.columns;
    m.item[move] = item;
    m.from[move] = source;
    m.to[move] = face;
    m.other[move] = NONE;
    m.units[move] = units;
    world.items.columns.coming[item]! += units;
    recorder.event(sim.now, TRACED['replenishment-asked'], item, face, units);
    this.workforce.addTask(REPLENISH, move, model.locations.place[source]!, Math.min(due, this.dueOf(item)));
  }

  /** When the first of the orders that wait for an item is due. */
  private dueOf(item: number): number {
    const { model, world } = this.context;
    const { lines, orders } = model.demand;
    const picks = world.picks.columns;
    let due = Infinity;
    for (let pick = world.items.columns.firstPick[item]!; pick !== NONE; pick = picks.nextOfItem[pick]!) {
      if (picks.bound[pick] === 0) due = Math.min(due, orders.due[lines.order[picks.line[pick]!]!]!);
    }
    return due;
  }

  /** The lot in the reserve to be brought first, or NONE. */
  private firstToExpire(item: number): number {
    const { model, world } = this.context;
    const lots = world.lots.columns;
    let best = NONE;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      if (model.locations.handPick[lots.location[lot]!] === 1 || claimable(this.context, lot) === 0) continue;
      const sooner =
        best === NONE ||
        lots.expiry[lot]! < lots.expiry[best]! ||
        (lots.expiry[lot] === lots.expiry[best] && lots.received[lot]! < lots.received[best]!);
      if (sooner) best = lot;
    }
    return best;
  }

  // ---- the task ----------------------------------------------------------------------------------------------------

  private replenish(person: number): void {
    const { model, world, sim, streams } = this.context;
    const p = world.persons.columns;
    const m = world.moves.columns;
    const move = this.workforce.subject(person);
    const item = m.item[move]!;
    const work = streams.get(`person-${person}/replenish`);
    switch (p.step[person]) {
      case 0:
        p.step[person] = 1;
        m.started[move] = sim.now;
        if (this.tripUnits(move) === 0) return this.end(person, move);
        if (!this.equipment.seize(person, TRUCKS)) return;
      // falls through
      case 1:
        if (!this.claimTrip(move)) {
          this.equipment.release(person);
          return this.end(person, move);
        }
        p.step[person] = 2;
        this.equipment.fetch(person);
        return this.workforce.proceed(person);
      case 2:
        p.step[person] = 3;
        this.movement.walk(person, model.locations.place[m.from[move]!]!);
        this.workforce.spend(
          person,
          STATE.picking,
          drawTicks(model.operations.putAwayLine, work) + liftTicks(this.context, person, m.from[move]!),
        );
        return this.workforce.proceed(person);
      case 3:
        p.step[person] = 4;
        lift(this.context, move, item);
        this.movement.walk(person, model.locations.place[m.to[move]!]!);
        this.workforce.spend(person, STATE.picking, drawTicks(model.operations.putAwayLine, work));
        return this.workforce.proceed(person);
      default: {
        const units = setDown(this.context, move, item, true);
        m.units[move]! -= units;
        world.items.columns.coming[item]! -= units;
        world.totals.columns.unitsReplenished[0]! += units;
        world.totals.columns.replenishments[0]! += 1;
        if (this.claimTrip(move)) {
          p.step[person] = 2;
          return this.replenish(person);
        }
        this.equipment.release(person);
        this.end(person, move);
      }
    }
  }

  /** Units of the next trip, from the lot that goes first to where the item lives now; sets the ends of the move. */
  private tripUnits(move: number): number {
    const { world } = this.context;
    const m = world.moves.columns;
    const item = m.item[move]!;
    const face = world.items.columns.home[item]!;
    if (m.units[move] === 0 || face === NONE || this.context.model.locations.handPick[face] === 0) return 0;
    const lot = this.firstToExpire(item);
    if (lot === NONE) return 0;
    m.from[move] = world.lots.columns.location[lot]!;
    m.to[move] = face;
    return Math.min(m.units[move]!, claimable(this.context, lot), freeCapacity(this.context, item, face, m.from[move]!));
  }

  /** Claims the units of the next trip and announces them at the face; false where there are none. */
  private claimTrip(move: number): boolean {
    const most = this.tripUnits(move);
    if (most === 0) return false;
    const { item, to } = this.context.world.moves.columns;
    const units = claim(this.context, move, this.firstToExpire(item[move]!), most);
    if (units > 0) announce(this.context, item[move]!, to[move]!, units);
    return units > 0;
  }

  /** The task is over; what it has not brought is given up. */
  private end(person: number, move: number): void {
    const { world, sim, recorder } = this.context;
    const m = world.moves.columns;
    const left = m.units[move]!;
    if (left > 0) {
      world.items.columns.coming[m.item[move]!]! -= left;
      recorder.event(sim.now, TRACED['replenishment-dropped'], m.item[move]!, m.to[move]!, left);
    }
    world.totals.columns.replenishTicks[0]! += sim.now - m.started[move]!;
    world.moves.release(move);
    this.workforce.finish(person);
  }
}

/** Units rounded up to whole cases where there is room for them, otherwise as many as there is room for. */
function inCases(units: number, unitsPerCase: number, room: number): number {
  return Math.min(Math.ceil(units / unitsPerCase) * unitsPerCase, room);
}

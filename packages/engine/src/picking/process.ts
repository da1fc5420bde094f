// Picking: released orders get stock, are batched, and each batch is picked in one tour.
//
//   release-picking → reserve stock → batches → a [pick] task each:
//   fetch a cart → depot (list or device) → stops in the order of the routing policy → packing area → order-picked
//
// At a stop the time of each line is search + extraction (line + units, a bend or a stretch outside the golden zone, and
// fetching a pallet down where the location is out of reach). Stock is taken when the work at the stop is done. Goods that are
// still on their way to the stop are waited for.

import { secondsToTicks } from '../base/units.ts';
import type { RandomStream } from '../base/random.ts';
import { DEPOT, PACKING, stationPlace } from '../model/building.ts';
import { PICK, PICK_CART } from '../model/labour.ts';
import { isGolden } from '../model/storage.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bindPicks, pickLocation, pickPlace, stopIsComplete, takePick, tellFaceEmpty, tellMissing } from '../world/lines.ts';
import { ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { BatchingPolicy } from './batching/policy.ts';
import type { RoutingPolicy } from './routing/policy.ts';
import { PickRouter } from './router.ts';

export interface PickingPolicies {
  readonly batching: BatchingPolicy;
  readonly routing: RoutingPolicy;
}

const CARTS = kinds(PICK_CART);

/** Steps of a tour: what has ended when the step is called. */
const STEP = { given: 0, hasCart: 1, prepared: 2, worked: 3, arrived: 4, waited: 5, back: 6 } as const;

export class PickingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;
  private readonly batching: BatchingPolicy;
  private readonly batchingRandom: RandomStream;
  private readonly router: PickRouter;
  /** Tours begin at the depot and end at the first packing station (the depot, where there is none). */
  private readonly depot: number;
  private readonly drop: number;

  constructor(context: Context, workforce: Workforce, equipment: EquipmentPool, movement: Movement, policies: PickingPolicies) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.movement = movement;
    this.batching = policies.batching;
    this.batchingRandom = context.streams.get('policy/batching');
    this.router = new PickRouter(context, policies.routing);
    const { stations } = context.model.building;
    this.depot = stationPlace(stations, DEPOT);
    this.drop = stationPlace(stations, PACKING, this.depot);
    context.services.routePicks = (firstPick, start, end) => this.router.route(firstPick, start, end);
    context.services.tourLength_m = (locations, count, start, end) => this.router.lengthThrough_m(locations, count, start, end);
    context.sim.on(EVENT['release-picking'], (group) => this.release(group));
    workforce.register(PICK, (person) => this.pick(person));
  }

  /** Reserves stock for a group of orders, batches them and adds a pick task a batch. */
  private release(group: number): void {
    const { model, world, sim, recorder, services, groups } = this.context;
    const { firstLine } = model.demand.orders;
    const o = world.orders.columns;
    const toPick: number[] = [];
    for (const order of groups[group]!.orders) {
      if (o.state[order] !== ORDER.released) continue;
      for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) services.allocateLine(line);
      if (o.open[order]! > 0) toPick.push(order);
      else {
        // Nothing of it is in stock: the empty order goes on as it is.
        recorder.event(sim.now, TRACED['order-picked'], order, NONE);
        sim.schedule(0, EVENT['order-picked'], order, 0);
      }
    }
    services.waveReserved(group);
    const { operations } = model;
    const batches = this.batching.decide(
      {
        count: toPick.length,
        capacity: { orders: operations.batchOrders, volume_l: operations.batchVolume_l, weight_kg: operations.batchWeight_kg },
        volume_l: (i) => o.volume_l[toPick[i]!]!,
        weight_kg: (i) => o.weight_kg[toPick[i]!]!,
        due: (i) => model.demand.orders.due[toPick[i]!]!,
        tourLength_m: (list) =>
          this.router.length_m(
            list.map((i) => toPick[i]!),
            this.depot,
            this.drop,
          ),
      },
      this.batchingRandom,
    );
    for (const batch of batches)
      this.addBatch(
        batch.map((i) => toPick[i]!),
        groups[group]!.due,
      );
  }

  private addBatch(orders: readonly number[], due: number): void {
    const { world } = this.context;
    const batch = world.batches.add();
    const b = world.batches.columns;
    const o = world.orders.columns;
    const next = world.picks.columns.next;
    b.firstOrder[batch] = b.firstPick[batch] = NONE;
    for (let i = orders.length - 1; i >= 0; i--) {
      const order = orders[i]!;
      o.nextInBatch[order] = b.firstOrder[batch]!;
      b.firstOrder[batch] = order;
      let last = o.firstPick[order]!;
      while (next[last] !== NONE) last = next[last]!;
      next[last] = b.firstPick[batch]!;
      b.firstPick[batch] = o.firstPick[order]!;
      o.firstPick[order] = NONE;
    }
    this.workforce.addTask(PICK, batch, this.depot, due);
  }

  // ---- the tour ----------------------------------------------------------------------------------------------------

  private pick(person: number): void {
    const { model, world, sim, streams } = this.context;
    const p = world.persons.columns;
    const batch = this.workforce.subject(person);
    const b = world.batches.columns;
    switch (p.step[person]) {
      case STEP.given:
        p.step[person] = STEP.hasCart;
        b.started[batch] = sim.now;
        b.walked_m[batch] = p.walked_m[person]!;
        if (!this.equipment.seize(person, CARTS)) return;
      // falls through
      case STEP.hasCart:
        p.step[person] = STEP.prepared;
        this.equipment.fetch(person);
        this.movement.walk(person, this.depot);
        this.workforce.spend(
          person,
          STATE.handling,
          drawTicks(model.operations.tourSetup, streams.get(`person-${person}/setup`)),
        );
        return this.workforce.proceed(person);
      case STEP.prepared:
        bindPicks(this.context, b.firstPick[batch]!);
        b.firstPick[batch] = this.router.route(b.firstPick[batch]!, this.depot, this.drop);
        this.forEachOrder(batch, (order) => {
          world.orders.columns.state[order] = ORDER.picking;
        });
        return this.goToStop(person, batch);
      case STEP.worked:
        this.takeAtStop(person, batch);
        return this.goToStop(person, batch);
      case STEP.arrived:
      case STEP.waited:
        return this.lookForGoods(person, batch);
      default:
        this.handOver(person, batch);
    }
  }

  /** Walks to the next stop and works there, or to the packing area where nothing is left. */
  private goToStop(person: number, batch: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    const first = world.batches.columns.firstPick[batch]!;
    if (first === NONE) {
      p.step[person] = STEP.back;
      this.movement.walk(person, this.drop);
      return this.workforce.proceed(person);
    }
    this.movement.walk(person, pickPlace(this.context, first));
    if (stopIsComplete(this.context, first)) {
      p.step[person] = STEP.worked;
      this.work(person, first);
    } else p.step[person] = STEP.arrived;
    this.workforce.proceed(person);
  }

  /**
   * At a stop for which something was still on its way when he set out, or is waited for: works there, or waits until it has
   * been set down. It always is: see world/moving.ts.
   */
  private lookForGoods(person: number, batch: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    const first = world.batches.columns.firstPick[batch]!;
    if (p.step[person] === STEP.arrived) world.totals.columns.facesEmpty[0]! += tellMissing(this.context, first, person);
    if (stopIsComplete(this.context, first)) {
      p.step[person] = STEP.worked;
      this.work(person, first);
      return this.workforce.proceed(person);
    }
    p.step[person] = STEP.waited;
    world.lists.face.push(person);
    this.workforce.setState(person, STATE['waiting-goods']);
  }

  /** Whether a pick is fetched from the reserve although its item lives in a pick face. */
  private isFetched(pick: number): boolean {
    const { model, world } = this.context;
    const { handPick } = model.locations;
    if (handPick[pickLocation(this.context, pick)] === 1) return false;
    const home = world.items.columns.home[model.demand.lines.item[world.picks.columns.line[pick]!]!]!;
    return home !== NONE && handPick[home] === 1;
  }

  /** Spends the time of all picks at the place of the first; leaves the pick after them in the picker's `pick`. */
  private work(person: number, first: number): void {
    const { model, world, streams } = this.context;
    const { operations, locations, storage } = model;
    const place = pickPlace(this.context, first);
    const picks = world.picks.columns;
    const searching = streams.get(`person-${person}/search`);
    const extracting = streams.get(`person-${person}/extract`);
    let search = 0;
    let extract = 0;
    let pick = first;
    for (; pick !== NONE && pickPlace(this.context, pick) === place; pick = picks.next[pick]!) {
      const location = pickLocation(this.context, pick);
      search += drawTicks(operations.search, searching);
      extract += drawTicks(operations.extractLine, extracting);
      let fixed = operations.extractUnit_s * picks.units[pick]!;
      if (locations.handPick[location] === 0) fixed += operations.reserveAccess_s;
      else if (!isGolden(storage.goldenZone, locations, location)) fixed += storage.goldenZone.outside_s;
      extract += secondsToTicks(fixed);
    }
    world.persons.columns.pick[person] = pick;
    this.workforce.spend(person, STATE.searching, search);
    this.workforce.spend(person, STATE.picking, extract);
  }

  /** The work at a stop is done: its units are in the cart. */
  private takeAtStop(person: number, batch: number): void {
    const { model, world, sim, recorder, streams } = this.context;
    const b = world.batches.columns;
    const totals = world.totals.columns;
    const end = world.persons.columns.pick[person]!;
    const errors = streams.get(`person-${person}/wrong-pick`);
    let pick = b.firstPick[batch]!;
    while (pick !== end) {
      const next = world.picks.columns.next[pick]!;
      if (this.isFetched(pick)) {
        tellFaceEmpty(this.context, pick, person);
        totals.facesEmpty[0]! += 1;
        totals.faceTicks[0]! += secondsToTicks(model.operations.reserveAccess_s);
      }
      const line = takePick(this.context, pick);
      if (line !== NONE) {
        totals.linesPicked[0]! += 1;
        b.lines[batch]! += 1;
        if (errors.double() < model.operations.wrongPickProbability) {
          world.orders.columns.wrongPicks[model.demand.lines.order[line]!]! += 1;
          totals.wrongPicks[0]! += 1;
          recorder.event(sim.now, TRACED['wrong-pick'], line, person);
        }
      }
      pick = next;
    }
    b.firstPick[batch] = end;
  }

  /** The tour is over: its orders wait for packing, the cart stays here. */
  private handOver(person: number, batch: number): void {
    const { world, sim, recorder } = this.context;
    const totals = world.totals.columns;
    const b = world.batches.columns;
    totals.pickTours[0]! += 1;
    totals.pickTourLines[0]! += b.lines[batch]!;
    totals.pickTourTicks[0]! += sim.now - b.started[batch]!;
    totals.pickMetres[0]! += world.persons.columns.walked_m[person]! - b.walked_m[batch]!;
    this.forEachOrder(batch, (order) => {
      recorder.event(sim.now, TRACED['order-picked'], order, person);
      sim.schedule(0, EVENT['order-picked'], order, 0);
    });
    world.batches.release(batch);
    this.equipment.release(person);
    this.workforce.finish(person);
  }

  private forEachOrder(batch: number, visit: (order: number) => void): void {
    const { batches, orders } = this.context.world;
    let order = batches.columns.firstOrder[batch]!;
    while (order !== NONE) {
      const next = orders.columns.nextInBatch[order]!;
      visit(order);
      order = next;
    }
  }
}

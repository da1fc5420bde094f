// A pick tour: one batch in one zone, by one person, stop by stop.
//
//   a cart → start (list or device) → stops in the order of the routing policy → the end of the tour (tour-end.ts)
//
// At a stop the time of each line is search + extraction (pick-work.ts). Stock is taken when the work at the stop is done; goods
// that are still on their way to the stop are waited for. What is picked wrong is in wrong-picks.ts, what is not found in
// short-picks.ts.

import { secondsToTicks } from '../base/units.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { bindPicks, pickLocation, pickPlace, stopIsComplete, takePick, tellFaceEmpty, tellMissing } from '../world/lines.ts';
import { ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Batches } from './batches.ts';
import { partsOf } from './parts.ts';
import { fixedTicks, reach_s, sortsAtPick } from './pick-work.ts';
import type { PickRouter } from './router.ts';
import { insertPick, replaceMissing } from './short-picks.ts';
import type { TourEnd } from './tour-end.ts';
import { drawWrongPick, type Correction } from './wrong-picks.ts';
import type { PickZones } from './zones.ts';

/** Steps of a tour: what has ended when the step is called. */
const STEP = { given: 0, hasCart: 1, prepared: 2, worked: 3, arrived: 4, waited: 5, corrected: 6, back: 7 } as const;

export class PickTour {
  private readonly context: Context;
  private readonly zones: PickZones;
  private readonly router: PickRouter;
  private readonly batches: Batches;
  private readonly end: TourEnd;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;

  constructor(
    context: Context,
    zones: PickZones,
    router: PickRouter,
    batches: Batches,
    end: TourEnd,
    people: { readonly workforce: Workforce; readonly equipment: EquipmentPool; readonly movement: Movement },
  ) {
    this.context = context;
    this.zones = zones;
    this.router = router;
    this.batches = batches;
    this.end = end;
    this.workforce = people.workforce;
    this.equipment = people.equipment;
    this.movement = people.movement;
  }

  step(person: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    const batch = this.workforce.subject(person);
    switch (p.step[person]) {
      case STEP.given:
        p.step[person] = STEP.hasCart;
        this.begin(person, batch);
        if (!this.takeCart(person, batch)) return;
      // falls through
      case STEP.hasCart:
        p.step[person] = STEP.prepared;
        return this.prepare(person, batch);
      case STEP.prepared:
        this.plan(batch);
        return this.goToStop(person, batch);
      case STEP.worked: {
        const correction = this.takeAtStop(person, batch);
        if (correction.search + correction.extract === 0) return this.goToStop(person, batch);
        p.step[person] = STEP.corrected;
        this.workforce.spend(person, STATE.searching, correction.search);
        this.workforce.spend(person, STATE.picking, correction.extract);
        return this.workforce.proceed(person);
      }
      case STEP.corrected:
        return this.goToStop(person, batch);
      case STEP.arrived:
      case STEP.waited:
        return this.lookForGoods(person, batch);
      default:
        this.end.finish(person, batch);
    }
  }

  private begin(person: number, batch: number): void {
    const { world, sim, recorder } = this.context;
    const b = world.batches.columns;
    b.started[batch] = sim.now;
    b.walked_m[batch] = world.persons.columns.walked_m[person]!;
    b.lines[batch] = 0;
    for (const part of partsOf(this.context, batch))
      recorder.event(sim.now, TRACED['pick-tour-order'], world.parts.columns.order[part]!, person, b.zone[batch]!);
  }

  /** Takes the batch's cart over, or a free one; false: waits for one. */
  private takeCart(person: number, batch: number): boolean {
    const { cart, zone } = this.context.world.batches.columns;
    if (cart[batch] === NONE) return this.equipment.seize(person, kinds(this.zones.equipment(zone[batch]!)));
    this.equipment.take(cart[batch]!, person);
    return true;
  }

  /** To the cart, and with it to the start; a batch is prepared once. */
  private prepare(person: number, batch: number): void {
    const { model, world, streams } = this.context;
    const b = world.batches.columns;
    this.equipment.fetch(person);
    this.movement.walk(person, this.zones.start(b.zone[batch]!));
    if (b.visited[batch]! <= 1)
      this.workforce.spend(person, STATE.handling, drawTicks(model.operations.tourSetup, streams.get(`person-${person}/setup`)));
    this.workforce.proceed(person);
  }

  private plan(batch: number): void {
    const { world } = this.context;
    const b = world.batches.columns;
    const { state } = world.orders.columns;
    bindPicks(this.context, b.firstPick[batch]!);
    b.firstPick[batch] = this.router.route(b.firstPick[batch]!, this.zones.start(b.zone[batch]!), this.batches.endPlace(batch));
    for (const part of partsOf(this.context, batch)) {
      state[world.parts.columns.order[part]!] = ORDER.picking;
    }
  }

  /** Walks to the next stop and works there, or to the end of the tour where nothing is left. */
  private goToStop(person: number, batch: number): void {
    const { world } = this.context;
    const p = world.persons.columns;
    const first = world.batches.columns.firstPick[batch]!;
    if (first === NONE) {
      p.step[person] = STEP.back;
      this.movement.walk(person, this.batches.endPlace(batch));
      this.end.sort(person, batch);
      return this.workforce.proceed(person);
    }
    this.walkToStop(person, batch, first);
    if (stopIsComplete(this.context, first)) {
      p.step[person] = STEP.worked;
      this.work(person, batch);
    } else p.step[person] = STEP.arrived;
    this.workforce.proceed(person);
  }

  private walkToStop(person: number, batch: number, first: number): void {
    const after = this.movement.placesAfter(first, this.batches.endPlace(batch));
    this.movement.walk(person, pickPlace(this.context, first), STATE.carrying, after);
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
      this.walkToStop(person, batch, first);
      this.work(person, batch);
      return this.workforce.proceed(person);
    }
    p.step[person] = STEP.waited;
    world.lists.face.push(person);
    this.workforce.setState(person, STATE['waiting-goods']);
  }

  /** Spends the time of all picks at the place of the first; leaves the pick after them in the picker's `pick`. */
  private work(person: number, batch: number): void {
    const { model, world, streams } = this.context;
    const { operations, picking } = model;
    const { equipment, pick: upTo } = world.persons.columns;
    const first = world.batches.columns.firstPick[batch]!;
    const place = pickPlace(this.context, first);
    const picks = world.picks.columns;
    const sorted = sortsAtPick(model, partsOf(this.context, batch).length);
    const missing = streams.get(`person-${person}/short-pick`);
    const searching = streams.get(`person-${person}/search`);
    const extracting = streams.get(`person-${person}/extract`);
    let search = 0;
    let extract = 0;
    let pick = first;
    for (; pick !== NONE && pickPlace(this.context, pick) === place; pick = picks.next[pick]!) {
      if (missing.chance(picking.shortPickProbability)) {
        picks.missing[pick] = 1;
        search += secondsToTicks(picking.shortPick_s);
        continue;
      }
      search += drawTicks(operations.search, searching);
      extract += drawTicks(operations.extractLine, extracting);
      extract += fixedTicks(model, equipment[person]!, pickLocation(this.context, pick), picks.units[pick]!, sorted);
    }
    upTo[person] = pick;
    this.workforce.spend(person, STATE.searching, search);
    this.workforce.spend(person, STATE.picking, extract);
  }

  /** The work at a stop is done: its units are in the cart. Returns what is to be put right at once. */
  private takeAtStop(person: number, batch: number): Correction {
    const { world } = this.context;
    const b = world.batches.columns;
    const until = world.persons.columns.pick[person]!;
    const correction: Correction = { search: 0, extract: 0 };
    let pick = b.firstPick[batch]!;
    b.firstPick[batch] = until;
    while (pick !== until) {
      const next = world.picks.columns.next[pick]!;
      if (world.picks.columns.missing[pick] === 1) this.lookElsewhere(person, batch, pick);
      else this.take(person, batch, pick, correction);
      pick = next;
    }
    return correction;
  }

  private take(person: number, batch: number, pick: number, correction: Correction): void {
    const { world } = this.context;
    const b = world.batches.columns;
    const units = world.picks.columns.units[pick]!;
    const location = pickLocation(this.context, pick);
    this.tellIfFetched(person, pick);
    const line = takePick(this.context, pick);
    b.picks[batch]! += 1;
    if (line === NONE) return;
    b.lines[batch]! += 1;
    world.totals.columns.linesPicked[0]! += 1;
    drawWrongPick(this.context, person, line, location, units, correction);
  }

  /** A pick that is fetched from the reserve although its item lives in a pick face is told, and what that cost. */
  private tellIfFetched(person: number, pick: number): void {
    const { model, world } = this.context;
    const { handPick } = model.locations;
    const location = pickLocation(this.context, pick);
    const home = world.items.columns.home[model.demand.lines.item[world.picks.columns.line[pick]!]!]!;
    if (handPick[location] === 1 || home === NONE || handPick[home] === 0) return;
    const totals = world.totals.columns;
    tellFaceEmpty(this.context, pick, person);
    totals.facesEmpty[0]! += 1;
    totals.faceTicks[0]! += secondsToTicks(reach_s(model, world.persons.columns.equipment[person]!, location));
  }

  /** Goods that were not found are looked for where the tour, or the cart in a later zone, still comes to. */
  private lookElsewhere(person: number, batch: number, pick: number): void {
    const { model, world } = this.context;
    const zone = world.batches.columns.zone[batch]!;
    const isLater = (location: number): boolean => this.zones.method === 'pick-and-pass' && this.zones.of(location) > zone;
    const mayUse = (location: number): boolean => this.zones.of(location) === zone || isLater(location);
    const { instead, completed } = replaceMissing(this.context, pick, mayUse);
    const totals = world.totals.columns;
    const b = world.batches.columns;
    totals.shortTicks[0]! += secondsToTicks(model.picking.shortPick_s);
    for (const other of instead) {
      if (isLater(pickLocation(this.context, other))) {
        world.picks.columns.next[other] = b.later[batch]!;
        b.later[batch] = other;
        continue;
      }
      const stands = world.persons.columns.place[person]!;
      b.firstPick[batch] = insertPick(this.context, other, b.firstPick[batch]!, stands, this.batches.endPlace(batch));
    }
    if (!completed) return;
    b.lines[batch]! += 1;
    totals.linesPicked[0]! += 1;
  }
}

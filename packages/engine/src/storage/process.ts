// Storage: the homes of the SKUs, the stock at the beginning of the run, the reservation of stock for order lines, and where
// received units go.

import type { RandomStream } from '../base/random.ts';
import { DEPOT, PACKING, stationPlace } from '../model/building.ts';
import { walkingDistance_m } from '../model/network.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { addGoods, addPick, tellShort } from '../world/lines.ts';
import { LINE } from '../world/states.ts';
import { capacity, expectUnits, freeCapacity, putUnits } from '../world/stock.ts';
import { NONE } from '../world/world.ts';
import { LotView } from './lot-view.ts';
import { OpenLocations } from './open-locations.ts';
import type { PutAwayPolicy, StockSelectionPolicy, StorageAssignmentPolicy } from './policy.ts';
import { UnitsToPutAway } from './put-away-view.ts';

export interface StoragePolicies {
  readonly storageAssignment: StorageAssignmentPolicy;
  readonly putAway: PutAwayPolicy;
  readonly stockSelection: StockSelectionPolicy;
}

/** The pick faces, as far as put-away asks. */
export interface ForwardArea {
  /** Whether the faces are filled from the reserve, so that lines are picked from the faces as long as there is something. */
  readonly isFilled: boolean;
  /** Whether goods of an item that expire then may go straight to its face. */
  mayGoToFace(item: number, expiry: number): boolean;
}

export class StorageProcess {
  private readonly context: Context;
  private readonly policies: StoragePolicies;
  private readonly forward: ForwardArea;
  /** Pick tours begin at the depot and end at the first packing station (the depot, where there is none). */
  private readonly depot: number;
  private readonly drop: number;
  private readonly putAwayRandom: RandomStream;
  private readonly selectionRandom: RandomStream;
  private readonly lots: LotView;
  private readonly open: OpenLocations;
  private readonly arriving: UnitsToPutAway;

  constructor(context: Context, policies: StoragePolicies, forward: ForwardArea) {
    this.context = context;
    this.policies = policies;
    this.forward = forward;
    const { stations } = context.model.building;
    this.depot = stationPlace(stations, DEPOT);
    this.drop = stationPlace(stations, PACKING, this.depot);
    this.putAwayRandom = context.streams.get('policy/put-away');
    this.selectionRandom = context.streams.get('policy/stock-selection');
    this.lots = new LotView(context, this.depot);
    this.open = new OpenLocations(context.model, context.world, this.depot);
    this.arriving = new UnitsToPutAway(context, this.open);
    context.services.allocateLine = (line) => this.allocate(line);
    context.services.reserveUnits = (line, units, mayUse) => this.reserve(line, units, mayUse);
    context.services.locationTaken = (location) => this.open.remove(location);
    context.services.locationFreed = (location) => this.open.add(location);
  }

  /** Slots the SKUs and lays out the initial stock: first what has its location given, then the rest. */
  begin(): void {
    const { model, world, sim, recorder, streams } = this.context;
    const homes = this.policies.storageAssignment.decide(
      {
        model,
        depotDistance_m: (location) => walkingDistance_m(model.network, this.depot, model.locations.place[location]!),
        capacity: (item, location) => capacity(model, item, location),
        tourLength_m: (locations, count) => this.context.services.tourLength_m(locations, count, this.depot, this.drop),
      },
      streams.get('policy/storage-assignment'),
    );
    this.keepGivenHomes(homes);
    const homeOf = world.locations.columns.homeOf;
    for (let item = 0; item < homes.length; item++) {
      world.items.columns.home[item] = homes[item]!;
      if (homes[item] !== NONE) homeOf[homes[item]!] = item;
      recorder.event(sim.now, TRACED['home-given'], item, homes[item]!);
    }
    this.open.rebuild();
    const stock = model.initialStock;
    for (let lot = 0; lot < stock.count; lot++) {
      world.totals.columns.unitsInitial[0]! += stock.units[lot]!;
      if (stock.location[lot] === NONE) continue;
      putUnits(
        this.context,
        stock.item[lot]!,
        stock.location[lot]!,
        stock.units[lot]!,
        stock.received[lot]!,
        stock.expiry[lot]!,
        false,
      );
    }
    for (let lot = 0; lot < stock.count; lot++) if (stock.location[lot] === NONE) this.layOut(lot);
  }

  /** An item whose stock lies in a hand-pick location given by the model lives there; whose home that was moves to its old one. */
  private keepGivenHomes(homes: Int32Array): void {
    const { model } = this.context;
    const { initialStock: stock, locations } = model;
    const given = new Map<number, number>();
    for (let lot = 0; lot < stock.count; lot++)
      if (stock.location[lot] !== NONE) given.set(stock.location[lot]!, stock.item[lot]!);
    if (given.size === 0) return;
    const resident = new Map<number, number>();
    homes.forEach((location, item) => location !== NONE && resident.set(location, item));
    const settled = new Set<number>();
    for (const [location, item] of given) {
      const other = resident.get(location);
      if (other === item) {
        settled.add(item);
        continue;
      }
      const moves = locations.handPick[location] === 1 && !settled.has(item);
      const freed = moves ? homes[item]! : NONE;
      if (moves) {
        homes[item] = location;
        resident.set(location, item);
        settled.add(item);
      }
      if (freed !== NONE) resident.delete(freed);
      if (other === undefined) continue;
      const fits = freed !== NONE && !given.has(freed) && capacity(model, other, freed) > 0;
      homes[other] = fits ? freed : NONE;
      if (fits) resident.set(freed, other);
      if (!moves) resident.delete(location);
    }
  }

  /** Finds room for a lot of the initial stock. */
  private layOut(lot: number): void {
    const { model, world, sim, recorder } = this.context;
    const stock = model.initialStock;
    const item = stock.item[lot]!;
    let units = stock.units[lot]!;
    while (units > 0) {
      const location = this.destination(item, units, this.depot);
      if (location === NONE) {
        world.totals.columns.unitsRejected[0]! += units;
        recorder.event(sim.now, TRACED['units-rejected'], NONE, item, units);
        return;
      }
      const fitting = Math.min(units, freeCapacity(this.context, item, location));
      putUnits(this.context, item, location, fitting, stock.received[lot]!, stock.expiry[lot]!, false);
      units -= fitting;
    }
  }

  /** After a restore: what is derived from the world. */
  refresh(): void {
    this.open.rebuild();
  }

  /** The location for (some of) the units of an item that stand at place `from`, or NONE: its home first. */
  private destination(item: number, units: number, from: number): number {
    const home = this.context.world.items.columns.home[item]!;
    if (home !== NONE && freeCapacity(this.context, item, home) > 0) return home;
    return this.openLocation(item, units, from);
  }

  /** The open location the policy names; where the load of its rack leaves no room, the nearest that has some. */
  private openLocation(item: number, units: number, from: number): number {
    const { model, world } = this.context;
    const named = this.policies.putAway.decide(this.arriving.show(item, units, from), this.putAwayRandom);
    if (named === NONE || freeCapacity(this.context, item, named) > 0) return named;
    const home = world.items.columns.home[item]!;
    const near = home === NONE ? from : model.locations.place[home]!;
    return this.open.nearest(item, near, (location) => freeCapacity(this.context, item, location) > 0);
  }

  /**
   * Plans the next put-away of an item and reserves the room: the location, or NONE, and the units that go there. Goods that
   * would pass older ones in the reserve go to the reserve, as long as it has room.
   */
  plan(item: number, units: number, from: number, expiry: number): { location: number; units: number } {
    let location = this.forward.mayGoToFace(item, expiry) ? NONE : this.openLocation(item, units, from);
    if (location === NONE) location = this.destination(item, units, from);
    if (location === NONE) return { location, units: 0 };
    const fitting = Math.min(units, freeCapacity(this.context, item, location));
    expectUnits(this.context, item, location, fitting);
    return { location, units: fitting };
  }

  /** Reserves stock for a line; what is missing is short. */
  private allocate(line: number): void {
    const { model, world } = this.context;
    const item = model.demand.lines.item[line]!;
    const asked = model.demand.lines.units[line]!;
    const allocated = this.reserve(line, asked);
    world.items.columns.asked[item]! -= asked;
    world.lines.columns.state[line] = allocated > 0 ? LINE.allocated : LINE.short;
    if (allocated > 0) world.orders.columns.open[model.demand.lines.order[line]!]! += 1;
    if (asked > allocated) tellShort(this.context, line, asked - allocated);
  }

  /** Reserves units for a line, one lot after the other by the stock-selection policy; returns how many there were. */
  private reserve(line: number, wanted: number, mayUse?: (location: number) => boolean): number {
    const { model, world, sim, recorder } = this.context;
    const item = model.demand.lines.item[line]!;
    let missing = wanted;
    while (missing > 0 && this.lots.collect(item, this.forward.isFilled, mayUse)) {
      const chosen = this.policies.stockSelection.decide(this.lots, this.selectionRandom);
      const lot = this.lots.row(chosen);
      const units = Math.min(missing, this.lots.units(chosen));
      addPick(this.context, line, lot, units);
      missing -= units;
      recorder.event(sim.now, TRACED['line-allocated'], line, world.lots.columns.location[lot]!, units);
    }
    world.lines.columns.allocated[line]! += wanted - missing;
    addGoods(this.context, model.demand.lines.order[line]!, item, wanted - missing);
    return wanted - missing;
  }
}

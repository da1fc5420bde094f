// Loading: the driver comes, his vehicle gets a door, and the orders of the tour go on board, those of the last stop first.
//
//   to the lane → charged → door → wait until all orders are staged → cold → load, order by order → wait for the departure
//
// Who loads: the driver, or (`loadingBy: crew`) one of the people who can, as a task of his own, while the driver waits. A driver
// who can load himself does not wait where nobody of them is free at that moment; where nobody can load at all he does it too.
// A tour that has nothing to be loaded needs no door: the driver goes to his vehicle and leaves from its spot.
//
// Worked example: 300 s for 35 litres of stop 0 and 20 litres of stop 1: stop 1 takes 300 × 20 / 55 = 109.09 s, then stop 0 the
// other 190.91 s.

import { LOAD } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { leaveLane } from '../world/lanes.ts';
import { passLines } from '../world/lines.ts';
import { LINE, ORDER, TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Charging } from '../yard/charging.ts';
import type { Cooling } from '../yard/cooling.ts';
import type { Doors } from '../yard/doors.ts';
import { Docking } from './docking.ts';
import type { TourPlanner } from './planning.ts';
import type { Roads } from './roads.ts';
import { STEP } from './steps.ts';
import { allReady, dropClosed, ordersOf, storeOf, subjectsOf } from './tours.ts';
import type { Vehicles } from './vehicles.ts';

/** Steps of a 'load' task. */
const CREW = { begin: 0, atDoor: 1, orderLoaded: 2 } as const;

export class Loading {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly movement: Movement;
  private readonly docking: Docking;
  private readonly vehicles: Vehicles;
  private readonly charging: Charging;
  private readonly cooling: Cooling;
  private readonly roads: Roads;
  private readonly planner: TourPlanner;

  constructor(
    context: Context,
    workforce: Workforce,
    movement: Movement,
    yard: { readonly doors: Doors; readonly vehicles: Vehicles; readonly charging: Charging; readonly cooling: Cooling },
    roads: Roads,
    planner: TourPlanner,
  ) {
    this.context = context;
    this.workforce = workforce;
    this.movement = movement;
    this.docking = new Docking(context, yard.doors, yard.vehicles);
    this.vehicles = yard.vehicles;
    this.charging = yard.charging;
    this.cooling = yard.cooling;
    this.roads = roads;
    this.planner = planner;
    workforce.register(LOAD, (person) => this.crewStep(person));
  }

  /** The driver has been given the tour; true: nothing is left of it. */
  begin(person: number, tour: number): boolean {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    const p = world.persons.columns;
    if (t.phase[tour] === TOUR_PHASE.over) return true;
    t.phase[tour] = TOUR_PHASE.loading;
    t.begun[tour] = sim.now;
    p.step[person] = STEP.there;
    this.movement.walk(person, this.placeOf(tour), STATE.walking);
    this.workforce.proceed(person);
    return false;
  }

  /** Where the driver goes for a tour: the lane of its orders, or, where nothing is to be loaded, his vehicle. */
  placeOf(tour: number): number {
    const { model, world } = this.context;
    const { lane, vehicle } = world.tours.columns;
    if (!this.hasOrders(tour)) return this.vehicles.place(vehicle[tour]!);
    return model.building.stagingLanes[lane[tour]!]!.place;
  }

  /** He is there: the vehicle leaves its spot when it has the charge that the tour takes. */
  charge(person: number, tour: number): void {
    const { world } = this.context;
    world.persons.columns.step[person] = STEP.askDoor;
    const vehicle = world.tours.columns.vehicle[tour]!;
    if (this.planner.needsCold(tour)) this.cooling.switchOn(vehicle);
    if (this.charging.need(vehicle, this.use_kWh(tour))) this.askDoor(person, tour);
    else this.workforce.setState(person, STATE['waiting-equipment']);
  }

  askDoor(person: number, tour: number): void {
    const { world, sim } = this.context;
    const p = world.persons.columns;
    world.vehicles.columns.tour[world.tours.columns.vehicle[tour]!] = tour;
    if (this.hasOrders(tour)) {
      p.step[person] = STEP.docked;
      this.workforce.setState(person, STATE['waiting-door']);
      return this.docking.request(tour);
    }
    p.step[person] = STEP.depart;
    this.workforce.spend(person, STATE.idle, world.tours.columns.due[tour]! - sim.now);
    this.workforce.proceed(person);
  }

  private hasOrders(tour: number): boolean {
    return ordersOf(this.context, tour).length > 0;
  }

  /** What an electric vehicle is expected to need for a tour. */
  private use_kWh(tour: number): number {
    const { model, world } = this.context;
    const { battery_kWh, use_perKm } = model.fleet.vehicles[world.tours.columns.vehicle[tour]!]!;
    if (battery_kWh === 0) return 0;
    let km = 0;
    let at = NONE;
    for (const subject of subjectsOf(this.context, tour)) {
      const store = storeOf(this.context, subject);
      km += this.roads.distance_km(at, store);
      at = store;
    }
    return (km + this.roads.distance_km(at, NONE)) * use_perKm;
  }

  // ---- on board ----------------------------------------------------------------------------------------------------

  /** An order has reached its lane, or is closed: if a driver waits for the last order of his tour, true. */
  isAwaited(order: number): boolean {
    const { model, world } = this.context;
    const tour = world.orders.columns.tour[order]!;
    if (tour === NONE) return false;
    const { driver } = model.fleet.vehicles[world.tours.columns.vehicle[tour]!]!;
    const p = world.persons.columns;
    const waits = p.task[driver] !== NONE && p.step[driver] === STEP.docked && p.state[driver] === STATE['waiting-goods'];
    return waits && this.workforce.subject(driver) === tour && allReady(this.context, tour);
  }

  /** The vehicle is at its door. True: nothing is left of the tour. */
  docked(person: number, tour: number): boolean {
    const { world } = this.context;
    if (!allReady(this.context, tour)) {
      this.workforce.setState(person, STATE['waiting-goods']);
      return false;
    }
    if (dropClosed(this.context, tour) === 0) return true;
    if (!this.hasOrders(tour)) {
      this.loaded(person, tour);
      return false;
    }
    const wait = this.planner.needsCold(tour) ? this.cooling.waitTicks(world.tours.columns.vehicle[tour]!) : 0;
    if (wait === 0) this.load(person, tour);
    else {
      world.persons.columns.step[person] = STEP.cold;
      this.workforce.spend(person, STATE.idle, wait);
      this.workforce.proceed(person);
    }
    return false;
  }

  /** Everything is ready to be loaded. */
  load(person: number, tour: number): void {
    const { model, world, streams } = this.context;
    const t = world.tours.columns;
    const { place } = model.building.doors[t.door[tour]!]!;
    const vehicle = t.vehicle[tour]!;
    t.loading[tour] = drawTicks(model.operations.loadVehicle, streams.get(`vehicle-${vehicle}/load`));
    if (this.isForCrew(person)) {
      world.persons.columns.step[person] = STEP.loaded;
      this.workforce.setState(person, STATE['waiting-goods']);
      return this.workforce.addTask(LOAD, tour, place, t.due[tour]!);
    }
    world.persons.columns.step[person] = STEP.atDoor;
    this.movement.walk(person, place);
    this.workforce.proceed(person);
  }

  private isForCrew(driver: number): boolean {
    const { model, world } = this.context;
    const { people, roles } = model.labour;
    const canLoad = (person: number): boolean => roles[people[person]!.role]!.skills.includes(LOAD);
    if (model.delivery.loadingBy === 'driver') return false;
    return canLoad(driver) ? world.lists.idle.some(canLoad) : people.some((_, person) => canLoad(person));
  }

  private crewStep(person: number): void {
    const { model, world, sim } = this.context;
    const p = world.persons.columns;
    const tour = this.workforce.subject(person);
    const { door, vehicle } = world.tours.columns;
    switch (p.step[person]) {
      case CREW.begin:
        p.step[person] = CREW.atDoor;
        this.movement.walk(person, model.building.doors[door[tour]!]!.place, STATE.walking);
        return this.workforce.proceed(person);
      case CREW.atDoor:
        p.step[person] = CREW.orderLoaded;
        return this.loadNext(person, tour);
      default:
        this.putOnBoard(tour);
        if (!this.isLoaded(tour)) return this.loadNext(person, tour);
        sim.schedule(0, EVENT['person-step'], model.fleet.vehicles[vehicle[tour]!]!.driver, 0);
        this.workforce.finish(person);
    }
  }

  /** The driver is at the door and begins with the order of his last stop. */
  atDoor(person: number, tour: number): void {
    this.context.world.persons.columns.step[person] = STEP.orderLoaded;
    this.loadNext(person, tour);
  }

  orderLoaded(person: number, tour: number): void {
    this.putOnBoard(tour);
    if (this.isLoaded(tour)) this.loaded(person, tour);
    else this.loadNext(person, tour);
  }

  private isLoaded(tour: number): boolean {
    return this.context.world.tours.columns.loaded[tour] === ordersOf(this.context, tour).length;
  }

  private loadNext(person: number, tour: number): void {
    const { loaded } = this.context.world.tours.columns;
    const ticks = this.loadedAfter(tour, loaded[tour]! + 1) - this.loadedAfter(tour, loaded[tour]!);
    this.workforce.spend(person, STATE.handling, ticks);
    this.workforce.proceed(person);
  }

  /** Ticks of loading after which so many orders are on board: each takes its share by volume. */
  private loadedAfter(tour: number, count: number): number {
    const { world } = this.context;
    const volumes = ordersOf(this.context, tour).map((order) => world.orders.columns.volume_l[order]!);
    const sum = (some: readonly number[]): number => some.reduce((all, volume) => all + volume, 0);
    const all = sum(volumes);
    const share = all > 0 ? sum(volumes.slice(volumes.length - count)) / all : count / volumes.length;
    return count === 0 ? 0 : Math.round(world.tours.columns.loading[tour]! * share);
  }

  private putOnBoard(tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const orders = ordersOf(this.context, tour);
    const order = orders[orders.length - 1 - t.loaded[tour]!]!;
    t.loaded[tour]! += 1;
    world.orders.columns.state[order] = ORDER.loaded;
    leaveLane(this.context, order);
    passLines(this.context, order, LINE.loaded, 'unitsStaged', 'unitsInMotion');
    recorder.event(sim.now, TRACED['order-loaded'], order, t.vehicle[tour]!, tour);
  }

  /** All is on board: the driver waits for the departure. */
  loaded(person: number, tour: number): void {
    this.context.world.persons.columns.step[person] = STEP.depart;
    this.workforce.spend(person, STATE.idle, this.docking.mayClear(tour) - this.context.sim.now);
    this.workforce.proceed(person);
  }

  /** Nothing is left to be driven: the vehicle makes room at the door and goes back to its spot. */
  standDown(person: number, tour: number): void {
    const { world, sim } = this.context;
    world.persons.columns.step[person] = STEP.stoodDown;
    world.tours.columns.phase[tour] = TOUR_PHASE.over;
    this.workforce.spend(person, STATE.idle, this.docking.leave(tour) - sim.now);
    this.workforce.proceed(person);
  }
}

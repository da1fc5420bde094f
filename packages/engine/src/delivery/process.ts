// Delivery: a driver loads a vehicle at a door, drives the tour, and comes back.
//
//   loading-due → [deliver]: to the lane → door → wait until all orders are staged → load → wait for the departure
//                 → road → stop by stop → gate → empties → parked
//
// Orders that were closed, since nothing of them was picked, are left out; a tour that has none left is not driven.
// Driver and vehicle stay together from loading on; on the road both carry coordinates of the road map (kilometres).

import { secondsToTicks, ticksToSeconds } from '../base/units.ts';
import { OUTBOUND, REST, stationPlace } from '../model/building.ts';
import { DELIVER } from '../model/labour.ts';
import { walkingDistance_m } from '../model/network.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { countStaged } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { dockPoint, gatePoint } from '../yard/driving.ts';
import { TourPlanner } from './planning.ts';
import type { VehicleRoutingPolicy } from './routing/policy.ts';
import { allReady, dropClosed, handOrder, loadOrders, ordersOf } from './tour-orders.ts';
import { Vehicles } from './vehicles.ts';

const METRES_PER_KILOMETRE = 1000;
/** A tour is late when it departs more than this after its time. */
const ON_TIME_TOLERANCE_S = 300;
/** A loaded vehicle clears its door for another one only if it has at least this long to wait. */
const CLEAR_DOOR_S = 180;

/** Steps of a 'deliver' task. */
const STEP = {
  toLane: 0,
  askDoor: 1,
  docked: 2,
  loaded: 3,
  depart: 4,
  atStop: 5,
  served: 6,
  atGate: 7,
  unload: 8,
  parked: 9,
  stoodDown: 10,
} as const;

export class DeliveryProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly movement: Movement;
  private readonly doors: Doors;
  private readonly planner: TourPlanner;
  private readonly vehicles: Vehicles;
  private readonly rest: number;

  constructor(context: Context, workforce: Workforce, movement: Movement, doors: Doors, policy: VehicleRoutingPolicy) {
    this.context = context;
    this.workforce = workforce;
    this.movement = movement;
    this.doors = doors;
    this.planner = new TourPlanner(context, policy);
    this.vehicles = new Vehicles(context);
    this.rest = stationPlace(context.model.building.stations, REST);
    const { sim } = context;
    sim.on(EVENT['plan-tours'], (group) => this.planner.plan(context.groups[group]!));
    sim.on(EVENT['loading-due'], (tour) => this.loadingDue(tour));
    sim.on(EVENT['vehicle-step'], (vehicle) => this.vehicleAtDoor(vehicle));
    sim.on(EVENT['order-staged'], (order) => {
      countStaged(context, order);
      this.orderReady(order);
    });
    sim.on(EVENT['order-closed'], (order) => this.orderReady(order));
    doors.register(OUTBOUND, {
      granted: (door, tour) => this.dock(door, tour),
      workDistance_m: (door, tour) => this.workDistance_m(door, tour),
    });
    workforce.register(DELIVER, (person) => this.deliver(person));
  }

  begin(): void {
    this.vehicles.begin();
  }

  private loadingDue(tour: number): void {
    const { model, world } = this.context;
    const t = world.tours.columns;
    const { driver } = model.fleet.vehicles[t.vehicle[tour]!]!;
    if (dropClosed(this.context, tour) === 0) return;
    this.workforce.addTask(DELIVER, tour, model.building.stagingLanes[t.lane[tour]!]!.place, t.due[tour]!, driver);
  }

  /** Mean walking distance from the lanes in which the tour's orders stand to the door. */
  private workDistance_m(door: number, tour: number): number {
    const { model, world } = this.context;
    const orders = ordersOf(this.context, tour);
    let sum = 0;
    for (const order of orders) {
      const lane = world.orders.columns.lane[order]!;
      sum += walkingDistance_m(model.network, model.building.stagingLanes[lane]!.place, model.building.doors[door]!.place);
    }
    return sum / orders.length;
  }

  private dock(door: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    t.door[tour] = door;
    const vehicle = t.vehicle[tour]!;
    world.vehicles.columns.tour[vehicle] = tour;
    sim.scheduleAt(this.vehicles.driveTo(vehicle, dockPoint(this.context, door)), EVENT['vehicle-step'], vehicle, 0);
  }

  private vehicleAtDoor(vehicle: number): void {
    const { model, world, sim, recorder } = this.context;
    const tour = world.vehicles.columns.tour[vehicle]!;
    recorder.dwell(this.vehicles.agent(vehicle), sim.now, STATE.docked);
    recorder.event(sim.now, TRACED['vehicle-docked'], vehicle, world.tours.columns.door[tour]!, tour);
    sim.schedule(0, EVENT['person-step'], model.fleet.vehicles[vehicle]!.driver, 0);
  }

  /** An order has reached its lane, or is closed: if a driver waits for the last order of its tour, loading begins. */
  private orderReady(order: number): void {
    const { model, world } = this.context;
    const tour = world.orders.columns.tour[order]!;
    if (tour === NONE) return;
    const { driver } = model.fleet.vehicles[world.tours.columns.vehicle[tour]!]!;
    const p = world.persons.columns;
    const waits =
      p.state[driver] === STATE['waiting-goods'] && p.task[driver] !== NONE && this.workforce.subject(driver) === tour;
    if (waits && allReady(this.context, tour)) this.deliver(driver);
  }

  private deliver(person: number): void {
    const { model, world, sim, recorder, streams } = this.context;
    const { operations } = model;
    const p = world.persons.columns;
    const t = world.tours.columns;
    const tour = this.workforce.subject(person);
    const vehicle = t.vehicle[tour]!;
    switch (p.step[person]) {
      case STEP.toLane:
        p.step[person] = STEP.askDoor;
        this.movement.walk(person, model.building.stagingLanes[t.lane[tour]!]!.place, STATE.walking);
        return this.workforce.proceed(person);
      case STEP.askDoor:
        p.step[person] = STEP.docked;
        this.workforce.setState(person, STATE['waiting-door']);
        return this.doors.request(OUTBOUND, tour);
      case STEP.docked:
        if (!allReady(this.context, tour)) return this.workforce.setState(person, STATE['waiting-goods']);
        if (dropClosed(this.context, tour) === 0) return this.standDown(person, tour);
        p.step[person] = STEP.loaded;
        this.movement.walk(person, model.building.doors[t.door[tour]!]!.place);
        this.workforce.spend(person, STATE.handling, drawTicks(operations.loadVehicle, streams.get(`vehicle-${vehicle}/load`)));
        return this.workforce.proceed(person);
      case STEP.loaded:
        loadOrders(this.context, tour);
        p.step[person] = STEP.depart;
        this.workforce.spend(person, STATE.idle, this.mayClearDoor(tour) - sim.now);
        return this.workforce.proceed(person);
      case STEP.depart:
        return this.depart(person, tour);
      case STEP.atStop:
        p.step[person] = STEP.served;
        recorder.dwellUntil(
          this.vehicles.agent(vehicle),
          sim.now,
          sim.now + secondsToTicks(model.fleet.roads.stop_s),
          STATE.delivering,
        );
        this.workforce.spend(person, STATE.delivering, secondsToTicks(model.fleet.roads.stop_s));
        return this.workforce.proceed(person);
      case STEP.served:
        handOrder(this.context, tour);
        return this.driveOn(person, tour);
      case STEP.atGate:
        p.step[person] = STEP.unload;
        this.workforce.spend(person, STATE.driving, this.vehicles.comeIn(vehicle) - sim.now);
        return this.workforce.proceed(person);
      case STEP.unload: {
        p.step[person] = STEP.parked;
        const { x_m, y_m } = model.network.places;
        recorder.dwell(this.vehicles.agent(vehicle), sim.now, STATE.parked);
        recorder.jump(person, sim.now, x_m[this.rest]!, y_m[this.rest]!, 0, STATE.handling);
        p.place[person] = this.rest;
        this.workforce.spend(person, STATE.handling, secondsToTicks(operations.returnUnload_s));
        return this.workforce.proceed(person);
      }
      case STEP.parked:
        this.park(tour);
        return this.workforce.finish(person);
      default:
        recorder.dwell(this.vehicles.agent(vehicle), sim.now, STATE.parked);
        this.workforce.finish(person);
    }
  }

  /** Nothing is left to be driven: the vehicle makes room at the door and goes back to its spot. */
  private standDown(person: number, tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const door = t.door[tour]!;
    recorder.event(sim.now, TRACED['vehicle-undocked'], vehicle, door, tour);
    world.persons.columns.step[person] = STEP.stoodDown;
    this.workforce.spend(person, STATE.idle, this.vehicles.driveToSpot(vehicle) - sim.now);
    t.door[tour] = NONE;
    this.doors.release(door);
    this.workforce.proceed(person);
  }

  /**
   * A loaded vehicle that is early makes room for the next one, if one waits: it spends the time until its departure in the
   * yard. Returns the tick at which it can depart.
   */
  private mayClearDoor(tour: number): number {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const due = t.due[tour]!;
    if (world.lists.outboundDoor.length === 0 || due - sim.now <= secondsToTicks(CLEAR_DOOR_S)) return due;
    const vehicle = t.vehicle[tour]!;
    const door = t.door[tour]!;
    recorder.event(sim.now, TRACED['vehicle-undocked'], vehicle, door, tour);
    const ready = Math.max(due, this.vehicles.driveToSpot(vehicle));
    recorder.dwellUntil(this.vehicles.agent(vehicle), sim.now, ready, STATE.parked);
    t.door[tour] = NONE;
    this.doors.release(door);
    return ready;
  }

  private depart(person: number, tour: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const door = t.door[tour]!;
    const totals = world.totals.columns;
    t.departed[tour] = sim.now;
    totals.tours[0]! += 1;
    if (sim.now > t.due[tour]! + secondsToTicks(ON_TIME_TOLERANCE_S)) totals.toursLate[0]! += 1;
    recorder.event(sim.now, TRACED['vehicle-departed'], vehicle, tour, door);
    if (door !== NONE) this.doors.release(door);
    const gateAt = this.vehicles.driveTo(vehicle, gatePoint(this.context));
    recorder.jump(person, sim.now, 0, 0, 0, STATE.driving);
    this.workforce.spend(person, STATE.driving, gateAt - sim.now);
    this.leg(person, tour, NONE, world.tourStops.columns.order[t.firstStop[tour]!]!, gateAt);
    world.persons.columns.step[person] = STEP.atStop;
    this.workforce.proceed(person);
  }

  /** Drives from the store of one order to that of another (NONE: the DC), beginning at tick `start`. */
  private leg(person: number, tour: number, from: number, to: number, start: number): void {
    const { model, world, sim, recorder } = this.context;
    const vehicle = world.tours.columns.vehicle[tour]!;
    const km = this.planner.distance_km(from, to);
    const arrival = start + secondsToTicks((km * METRES_PER_KILOMETRE) / model.fleet.roads.speed_mps);
    const store = to === NONE ? NONE : model.demand.orders.store[to]!;
    const x = store === NONE ? 0 : model.fleet.stores.east_km[store]!;
    const y = store === NONE ? 0 : model.fleet.stores.north_km[store]!;
    if (from === NONE) recorder.jump(this.vehicles.agent(vehicle), start, 0, 0, 0, STATE.driving);
    recorder.move(this.vehicles.agent(vehicle), sim.now, arrival, x, y, 0, STATE.driving);
    this.workforce.travel(person, arrival, x, y);
    world.tours.columns.km[tour]! += km;
  }

  private driveOn(person: number, tour: number): void {
    const { world, sim } = this.context;
    const t = world.tours.columns;
    const s = world.tourStops.columns;
    const last = s.order[t.firstStop[tour]! + t.nextStop[tour]! - 1]!;
    const home = t.nextStop[tour] === t.stops[tour];
    const next = home ? NONE : s.order[t.firstStop[tour]! + t.nextStop[tour]!]!;
    world.persons.columns.step[person] = home ? STEP.atGate : STEP.atStop;
    this.leg(person, tour, last, next, sim.now);
    this.workforce.proceed(person);
  }

  private park(tour: number): void {
    const { model, world, sim, recorder, tallies } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const type = model.fleet.vehicles[vehicle]!;
    const totals = world.totals.columns;
    totals.tourKm[0]! += t.km[tour]!;
    totals.co2_kg[0]! += t.km[tour]! * type.co2_kgPerKm;
    totals.fuel_krw[0]! += t.km[tour]! * type.cost_krwPerKm;
    tallies.tour.add(ticksToSeconds(sim.now - t.departed[tour]!));
    recorder.event(sim.now, TRACED['vehicle-returned'], vehicle, tour);
  }
}

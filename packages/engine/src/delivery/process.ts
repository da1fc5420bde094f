// Delivery: a driver loads a vehicle at a door, drives the tour, and comes back. Wiring, and which step follows which.
//
//   loading-due → [deliver]: loading.ts → road.ts: leg → stops.ts → … → road.ts: back at the gate → returning.ts
//
// Tours are planned by planning.ts and made anew by replanner.ts; disruptions.ts holds vehicles up. Orders that were closed, since
// nothing of them was picked, are left out; a tour that has none left is not driven.

import { DELIVER } from '../model/labour.ts';
import { STATE } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { countStaged } from '../world/lines.ts';
import { TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import { Charging } from '../yard/charging.ts';
import { Cooling } from '../yard/cooling.ts';
import type { Doors } from '../yard/doors.ts';
import { Disruptions } from './disruptions.ts';
import { Expectation } from './expectation.ts';
import { Loading } from './loading.ts';
import { TourPlanner } from './planning.ts';
import type { ReplanningPolicy } from './re-planning/policy.ts';
import { Replanner } from './replanner.ts';
import { Returning } from './returning.ts';
import { Road } from './road.ts';
import { Roads } from './roads.ts';
import type { VehicleRoutingPolicy } from './routing/policy.ts';
import { STEP } from './steps.ts';
import { Stops } from './stops.ts';
import { dropClosed, nextStore } from './tours.ts';
import { Vehicles } from './vehicles.ts';

export interface DeliveryPolicies {
  readonly vehicleRouting: VehicleRoutingPolicy;
  readonly replanning: ReplanningPolicy;
}

export class DeliveryProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly vehicles: Vehicles;
  private readonly charging: Charging;
  private readonly disruptions: Disruptions;
  private readonly expectation: Expectation;
  private readonly planner: TourPlanner;
  private readonly replanner: Replanner;
  private readonly loading: Loading;
  private readonly road: Road;
  private readonly stops: Stops;
  private readonly returning: Returning;

  constructor(context: Context, workforce: Workforce, movement: Movement, doors: Doors, policies: DeliveryPolicies) {
    this.context = context;
    this.workforce = workforce;
    const vehicles = (this.vehicles = new Vehicles(context));
    const charging = (this.charging = new Charging(context));
    const cooling = new Cooling(context);
    const yard = { doors, vehicles, charging, cooling };
    const roads = new Roads(context.model.fleet);
    this.expectation = new Expectation(context, roads);
    this.planner = new TourPlanner(context, roads, this.expectation, cooling, policies.vehicleRouting);
    this.replanner = new Replanner(context, roads, this.expectation, this.planner, policies.replanning);
    this.disruptions = new Disruptions(context, (vehicle, tour, breakdown) => this.heldUp(vehicle, tour, breakdown));
    this.loading = new Loading(context, workforce, movement, yard, roads, this.planner);
    this.road = new Road(context, workforce, yard, roads, this.expectation, this.disruptions);
    this.stops = new Stops(context, workforce, this.road, this.expectation, this.replanner);
    this.returning = new Returning(context, workforce, yard);
    const { sim } = context;
    sim.on(EVENT['plan-tours'], (group) => this.planner.planGroup(context.groups[group]!));
    sim.on(EVENT['loading-due'], (tour) => this.loadingDue(tour));
    sim.on(EVENT['order-staged'], (order) => {
      countStaged(context, order);
      this.orderReady(order);
    });
    sim.on(EVENT['order-closed'], (order) => this.orderReady(order));
    workforce.register(DELIVER, (person) => this.deliver(person));
  }

  begin(): void {
    this.vehicles.begin();
    this.charging.begin();
    this.disruptions.begin();
  }

  private loadingDue(tour: number): void {
    const { model, world, sim } = this.context;
    const t = world.tours.columns;
    // A tour that was made anew may be due later than it was, or have been asked for already.
    if (t.phase[tour] !== TOUR_PHASE.planned || t.asked[tour] === 1 || this.planner.loadingFrom(tour) > sim.now) return;
    if (dropClosed(this.context, tour) === 0) {
      t.phase[tour] = TOUR_PHASE.over;
      return;
    }
    t.asked[tour] = 1;
    const { driver } = model.fleet.vehicles[t.vehicle[tour]!]!;
    this.workforce.addTask(DELIVER, tour, this.loading.placeOf(tour), t.due[tour]!, driver);
  }

  private orderReady(order: number): void {
    const { model, world } = this.context;
    if (!this.loading.isAwaited(order)) return;
    this.deliver(model.fleet.vehicles[world.tours.columns.vehicle[world.orders.columns.tour[order]!]!]!.driver);
  }

  private heldUp(vehicle: number, tour: number, breakdown: boolean): void {
    const worse = tour === NONE ? 0 : this.expectation.tell(tour);
    if (breakdown) this.replanner.brokenDown(vehicle);
    else if (tour !== NONE) this.replanner.lookAt(tour, worse);
  }

  private deliver(person: number): void {
    const { world } = this.context;
    const tour = this.workforce.subject(person);
    switch (world.persons.columns.step[person]) {
      case STEP.begin:
        return this.loading.begin(person, tour) ? this.workforce.finish(person) : undefined;
      case STEP.there:
        return this.loading.charge(person, tour);
      case STEP.askDoor:
        return this.loading.askDoor(person, tour);
      case STEP.docked:
        return this.loading.docked(person, tour) ? this.loading.standDown(person, tour) : undefined;
      case STEP.cold:
        return this.loading.load(person, tour);
      case STEP.atDoor:
        return this.loading.atDoor(person, tour);
      case STEP.orderLoaded:
        return this.loading.orderLoaded(person, tour);
      case STEP.loaded:
        return this.loading.loaded(person, tour);
      case STEP.depart:
        return this.road.depart(person, tour);
      case STEP.atGate:
        return this.road.atGate(person, tour);
      case STEP.goOn:
        return this.road.goOn(person, tour);
      case STEP.legPiece:
        return this.legDriven(person, tour);
      case STEP.serve:
        return this.stops.serve(person, tour);
      case STEP.served:
        return this.stops.served(person, tour);
      case STEP.unload:
        return this.returning.unload(person, tour);
      case STEP.unloaded:
        return this.returning.unloaded(person, tour);
      default:
        return this.stoodDown(person, tour);
    }
  }

  private legDriven(person: number, tour: number): void {
    if (!this.road.arrived(person, tour)) return;
    if (nextStore(this.context, tour) === NONE) this.road.comeIn(person, tour);
    else this.stops.arrive(person, tour);
  }

  private stoodDown(person: number, tour: number): void {
    const vehicle = this.context.world.tours.columns.vehicle[tour]!;
    this.context.recorder.dwell(this.vehicles.agent(vehicle), this.context.sim.now, STATE.parked);
    this.returning.release(person, vehicle);
  }
}

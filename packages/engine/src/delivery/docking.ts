// The door at which a vehicle is loaded: asked for, driven to, and left.

import { secondsToTicks } from '../base/units.ts';
import { OUTBOUND } from '../model/building.ts';
import { walkingDistance_m } from '../model/network.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { dockPoint } from '../yard/driving.ts';
import { ordersOf } from './tours.ts';
import type { Vehicles } from './vehicles.ts';

/** A loaded vehicle clears its door for another one only if it has at least this long to wait. */
const CLEAR_DOOR_S = 180;

export class Docking {
  private readonly context: Context;
  private readonly doors: Doors;
  private readonly vehicles: Vehicles;

  constructor(context: Context, doors: Doors, vehicles: Vehicles) {
    this.context = context;
    this.doors = doors;
    this.vehicles = vehicles;
    doors.register(OUTBOUND, {
      granted: (door, tour) => this.dock(door, tour),
      workDistance_m: (door, tour) => this.workDistance_m(door, tour),
    });
    context.sim.on(EVENT['vehicle-step'], (vehicle) => this.atDoor(vehicle));
  }

  request(tour: number): void {
    this.doors.request(OUTBOUND, tour);
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
    sim.scheduleAt(this.vehicles.driveTo(vehicle, dockPoint(this.context, door)), EVENT['vehicle-step'], vehicle, 0);
  }

  private atDoor(vehicle: number): void {
    const { model, world, sim, recorder } = this.context;
    const tour = world.vehicles.columns.tour[vehicle]!;
    recorder.dwell(this.vehicles.agent(vehicle), sim.now, STATE.docked);
    recorder.event(sim.now, TRACED['vehicle-docked'], vehicle, world.tours.columns.door[tour]!, tour);
    sim.schedule(0, EVENT['person-step'], model.fleet.vehicles[vehicle]!.driver, 0);
  }

  /**
   * A loaded vehicle that is early makes room for the next one, if one waits: it spends the time until its departure in the
   * yard. Returns the tick at which it can depart.
   */
  mayClear(tour: number): number {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const due = t.due[tour]!;
    if (world.lists.outboundDoor.length === 0 || due - sim.now <= secondsToTicks(CLEAR_DOOR_S)) return due;
    const vehicle = t.vehicle[tour]!;
    const ready = Math.max(due, this.leave(tour));
    recorder.dwellUntil(this.vehicles.agent(vehicle), sim.now, ready, STATE.parked);
    return ready;
  }

  /** The vehicle drives from its door to its spot; returns the tick of arrival. */
  leave(tour: number): number {
    const { world, sim, recorder } = this.context;
    const t = world.tours.columns;
    const vehicle = t.vehicle[tour]!;
    const door = t.door[tour]!;
    recorder.event(sim.now, TRACED['vehicle-undocked'], vehicle, door, tour);
    const arrival = this.vehicles.driveToSpot(vehicle);
    t.door[tour] = NONE;
    this.doors.release(door);
    return arrival;
  }
}

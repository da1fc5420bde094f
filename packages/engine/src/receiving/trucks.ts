// Inbound trucks: they arrive, wait in the yard for a door, dock, and leave when they are unloaded.
//
//   truck-arrival → yard spot → (its appointment) → door → (unloaded by the receiving process) → gate
//
// Where appointments are kept, an early truck is parked in the yard until its appointment, and only then asks for a door.
// A truck in the yard is seen as the agent of a slot: the slots are as many as spots and doors together. A truck that finds no
// slot free waits outside.

import { INBOUND } from '../model/building.ts';
import { UNLOAD } from '../model/labour.ts';
import { walkingDistance_m } from '../model/network.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { TRUCK_STATE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { dockPoint, driveInYard, gatePoint, type Point } from '../yard/driving.ts';

export class InboundTrucks {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly doors: Doors;

  constructor(context: Context, workforce: Workforce, doors: Doors) {
    this.context = context;
    this.workforce = workforce;
    this.doors = doors;
    context.sim.on(EVENT['truck-arrival'], (truck) => this.arrive(truck));
    context.sim.on(EVENT['truck-step'], (truck) => this.driven(truck));
    doors.register(INBOUND, {
      granted: (door, truck) => this.dock(door, truck),
      workDistance_m: (door, truck) => this.workDistance_m(door, truck),
    });
  }

  begin(): void {
    const gate = gatePoint(this.context);
    for (let slot = 0; slot < this.context.world.slots.count; slot++) {
      this.context.recorder.place(this.agent(slot), gate.x, gate.y, 0, STATE.absent);
    }
    // All at once: they come in another order than that of their appointments.
    const { arrival } = this.context.model.demand.trucks;
    arrival.forEach((tick, truck) => this.context.sim.scheduleAt(Math.max(0, tick), EVENT['truck-arrival'], truck, 0));
  }

  private agent(slot: number): number {
    return this.context.firstTruckAgent + slot;
  }

  private arrive(truck: number): void {
    const { world, sim, recorder } = this.context;
    const slot = world.slots.columns.truck.subarray(0, world.slots.count).indexOf(NONE);
    recorder.event(sim.now, TRACED['truck-arrived'], truck, slot);
    world.totals.columns.trucks[0]! += 1;
    world.trucks.columns.state[truck] = TRUCK_STATE.waiting;
    if (slot < 0) world.lists.outside.push(truck);
    else this.enterYard(truck, slot);
  }

  private enterYard(truck: number, slot: number): void {
    const { model, world, sim, recorder } = this.context;
    const gate = gatePoint(this.context);
    world.slots.columns.truck[slot] = truck;
    world.trucks.columns.slot[truck] = slot;
    recorder.jump(this.agent(slot), sim.now, gate.x, gate.y, 0, STATE.walking);
    const spots = model.building.yard.inbound;
    const spot = spots[slot % Math.max(1, spots.length)];
    this.drive(truck, gate, spot === undefined ? gate : { x: spot.x_m, y: spot.y_m });
  }

  private drive(truck: number, from: Point, to: Point): void {
    const { world, sim } = this.context;
    const slot = world.trucks.columns.slot[truck]!;
    const arrival = driveInYard(this.context, this.agent(slot), from, to);
    world.slots.columns.x[slot] = to.x;
    world.slots.columns.y[slot] = to.y;
    sim.scheduleAt(arrival, EVENT['truck-step'], truck, 0);
  }

  private position(truck: number): Point {
    const { trucks, slots } = this.context.world;
    const slot = trucks.columns.slot[truck]!;
    return { x: slots.columns.x[slot]!, y: slots.columns.y[slot]! };
  }

  /** A drive in the yard has ended. */
  private driven(truck: number): void {
    const { model, world, sim, recorder } = this.context;
    const t = world.trucks.columns;
    const slot = t.slot[truck]!;
    switch (t.state[truck]) {
      case TRUCK_STATE.waiting:
        this.askForDoor(truck, slot);
        break;
      case TRUCK_STATE.docking: {
        const door = t.door[truck]!;
        t.state[truck] = TRUCK_STATE.docked;
        recorder.dwell(this.agent(slot), sim.now, STATE.docked);
        recorder.event(sim.now, TRACED['truck-docked'], truck, door, slot);
        this.workforce.addTask(UNLOAD, truck, model.building.doors[door]!.place, sim.now);
        break;
      }
      default:
        this.leaveYard(truck);
    }
  }

  /** A truck at its spot asks for a door, or waits there for its appointment first. */
  private askForDoor(truck: number, slot: number): void {
    const { model, sim, recorder } = this.context;
    const appointment = model.demand.trucks.appointment[truck]!;
    if (model.delivery.appointments === 'kept' && sim.now < appointment) {
      recorder.dwell(this.agent(slot), sim.now, STATE.parked);
      sim.scheduleAt(appointment, EVENT['truck-step'], truck, 0);
      return;
    }
    recorder.dwell(this.agent(slot), sim.now, STATE['waiting-door']);
    this.doors.request(INBOUND, truck);
  }

  private dock(door: number, truck: number): void {
    const t = this.context.world.trucks.columns;
    t.door[truck] = door;
    t.state[truck] = TRUCK_STATE.docking;
    this.drive(truck, this.position(truck), dockPoint(this.context, door));
  }

  /** The truck is empty: it gives its door back and drives away. */
  sendOff(truck: number): void {
    const t = this.context.world.trucks.columns;
    t.state[truck] = TRUCK_STATE.leaving;
    this.doors.release(t.door[truck]!);
    this.drive(truck, this.position(truck), gatePoint(this.context));
  }

  private leaveYard(truck: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.trucks.columns;
    const slot = t.slot[truck]!;
    recorder.dwell(this.agent(slot), sim.now, STATE.absent);
    recorder.event(sim.now, TRACED['truck-left'], truck, t.door[truck]!);
    t.state[truck] = TRUCK_STATE.left;
    t.slot[truck] = NONE;
    world.slots.columns.truck[slot] = NONE;
    const next = world.lists.outside.shift();
    if (next !== undefined) this.enterYard(next, slot);
  }

  /** Mean walking distance from the door's lane to the homes of the goods on board, weighted by units. */
  private workDistance_m(door: number, truck: number): number {
    const { model, world } = this.context;
    const { trucks, inboundLines } = model.demand;
    const lane = model.building.stagingLanes[model.building.doors[door]!.lane]!.place;
    let units = 0;
    let sum = 0;
    for (let line = trucks.firstLine[truck]!; line < trucks.firstLine[truck + 1]!; line++) {
      const home = world.items.columns.home[inboundLines.item[line]!]!;
      if (home === NONE) continue;
      units += inboundLines.units[line]!;
      sum += inboundLines.units[line]! * walkingDistance_m(model.network, lane, model.locations.place[home]!);
    }
    return units === 0 ? 0 : sum / units;
  }
}

// Receiving: a truck arrives by appointment, waits in the yard for a door, is unloaded and inspected, and its goods are put
// away.
//
//   truck-arrival → yard spot → door → [unload] → truck leaves
//                                        └→ [inspect] → a [put-away] task per notice line
//
// Tasks in brackets are done by people. A put-away makes a trip per destination: home location first, then wherever the
// put-away policy says; what finds no room is rejected.

import { secondsToTicks } from '../base/units.ts';
import { INBOUND } from '../model/building.ts';
import { COUNTERBALANCE_TRUCK, INSPECT, PALLET_TRUCK, PUT_AWAY, REACH_TRUCK, UNLOAD } from '../model/labour.ts';
import { walkingDistance_m } from '../model/network.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { TRUCK_STATE } from '../world/states.ts';
import { putUnits } from '../world/stock.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { dockPoint, driveInYard, gatePoint, type Point } from '../yard/driving.ts';

/** What receiving needs of storage: where units go. */
export interface PutAwayPlanner {
  plan(item: number, units: number, from: number): { location: number; units: number };
}

const UNLOADERS = kinds(PALLET_TRUCK, COUNTERBALANCE_TRUCK);
const HAND_PUT_AWAY = kinds(PALLET_TRUCK);
const HIGH_PUT_AWAY = kinds(REACH_TRUCK, COUNTERBALANCE_TRUCK);

export class ReceivingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;
  private readonly doors: Doors;
  private readonly storage: PutAwayPlanner;

  constructor(
    context: Context, workforce: Workforce, equipment: EquipmentPool, movement: Movement, doors: Doors, storage: PutAwayPlanner,
  ) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.movement = movement;
    this.doors = doors;
    this.storage = storage;
    const { sim } = context;
    sim.on(EVENT['truck-arrival'], (truck) => this.arrive(truck));
    sim.on(EVENT['truck-step'], (truck) => this.truckStep(truck));
    doors.register(INBOUND, {
      granted: (door, truck) => this.dock(door, truck),
      workDistance_m: (door, truck) => this.workDistance_m(door, truck),
    });
    workforce.register(UNLOAD, (person) => this.unload(person));
    workforce.register(INSPECT, (person) => this.inspect(person));
    workforce.register(PUT_AWAY, (person) => this.putAway(person));
  }

  begin(): void {
    const { model, world, recorder } = this.context;
    const gate = gatePoint(this.context);
    for (let slot = 0; slot < world.slots.count; slot++) {
      recorder.place(this.context.firstTruckAgent + slot, gate.x, gate.y, 0, STATE.absent);
    }
    if (model.demand.trucks.count > 0) this.scheduleArrival(0);
  }

  // ---- trucks ------------------------------------------------------------------------------------------------------

  private scheduleArrival(truck: number): void {
    const { model, sim } = this.context;
    if (truck >= model.demand.trucks.count) return;
    sim.scheduleAt(Math.max(sim.now, model.demand.trucks.arrival[truck]!), EVENT['truck-arrival'], truck, 0);
  }

  private arrive(truck: number): void {
    const { world, sim, recorder } = this.context;
    recorder.event(sim.now, TRACED['truck-arrived'], truck);
    world.totals.columns.trucks[0]! += 1;
    const slot = world.slots.columns.truck.subarray(0, world.slots.count).indexOf(NONE);
    world.trucks.columns.state[truck] = TRUCK_STATE.waiting;
    if (slot < 0) world.lists.outside.push(truck);
    else this.enterYard(truck, slot);
    this.scheduleArrival(truck + 1);
  }

  private enterYard(truck: number, slot: number): void {
    const { model, world, sim, recorder } = this.context;
    const agent = this.context.firstTruckAgent + slot;
    const gate = gatePoint(this.context);
    world.slots.columns.truck[slot] = truck;
    world.trucks.columns.slot[truck] = slot;
    recorder.jump(agent, sim.now, gate.x, gate.y, 0, STATE.walking);
    const spots = model.building.yard.inbound;
    const spot = spots[slot % Math.max(1, spots.length)];
    this.drive(truck, gate, spot === undefined ? gate : { x: spot.x_m, y: spot.y_m });
  }

  private drive(truck: number, from: Point, to: Point): void {
    const { world, sim } = this.context;
    const slot = world.trucks.columns.slot[truck]!;
    const arrival = driveInYard(this.context, this.context.firstTruckAgent + slot, from, to);
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
  private truckStep(truck: number): void {
    const { model, world, sim, recorder } = this.context;
    const t = world.trucks.columns;
    const agent = this.context.firstTruckAgent + t.slot[truck]!;
    switch (t.state[truck]) {
      case TRUCK_STATE.waiting:
        recorder.dwell(agent, sim.now, STATE['waiting-door']);
        this.doors.request(INBOUND, truck);
        break;
      case TRUCK_STATE.docking: {
        const door = t.door[truck]!;
        t.state[truck] = TRUCK_STATE.docked;
        t.docked[truck] = sim.now;
        recorder.dwell(agent, sim.now, STATE.docked);
        recorder.event(sim.now, TRACED['truck-docked'], truck, door);
        this.workforce.addTask(UNLOAD, truck, model.building.doors[door]!.place, sim.now);
        break;
      }
      default:
        this.leaveYard(truck);
    }
  }

  private dock(door: number, truck: number): void {
    const t = this.context.world.trucks.columns;
    t.door[truck] = door;
    t.state[truck] = TRUCK_STATE.docking;
    this.drive(truck, this.position(truck), dockPoint(this.context, door));
  }

  private leaveYard(truck: number): void {
    const { world, sim, recorder } = this.context;
    const t = world.trucks.columns;
    const slot = t.slot[truck]!;
    recorder.dwell(this.context.firstTruckAgent + slot, sim.now, STATE.absent);
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

  // ---- tasks -------------------------------------------------------------------------------------------------------

  private lane(truck: number): number {
    const { model, world } = this.context;
    return model.building.stagingLanes[model.building.doors[world.trucks.columns.door[truck]!]!.lane]!.place;
  }

  private unload(person: number): void {
    const { model, world, streams } = this.context;
    const p = world.persons.columns;
    const truck = this.workforce.subject(person);
    switch (p.step[person]) {
      case 0:
        p.step[person] = 1;
        if (!this.equipment.seize(person, UNLOADERS)) return;
      // falls through
      case 1:
        p.step[person] = 2;
        this.equipment.fetch(person);
        return this.workforce.proceed(person);
      case 2: {
        p.step[person] = 3;
        this.movement.walk(person, model.building.doors[world.trucks.columns.door[truck]!]!.place);
        world.trucks.columns.state[truck] = TRUCK_STATE.unloading;
        const stream = streams.get(`person-${person}/unload`);
        const pallets = model.demand.trucks.pallets[truck]!;
        let ticks = 0;
        for (let pallet = 0; pallet < pallets; pallet++) {
          ticks += Math.round(drawTicks(model.operations.unloadPallet, stream) * Math.min(1, pallets - pallet));
        }
        this.workforce.spend(person, STATE.handling, ticks);
        return this.workforce.proceed(person);
      }
      default:
        this.unloaded(truck);
        this.equipment.release(person);
        this.workforce.finish(person);
    }
  }

  /** The goods stand in the door's lane; the truck drives away. */
  private unloaded(truck: number): void {
    const { model, world, sim, recorder } = this.context;
    const { trucks, inboundLines } = model.demand;
    const door = world.trucks.columns.door[truck]!;
    const lane = model.building.doors[door]!.lane;
    recorder.event(sim.now, TRACED['truck-unloaded'], truck, door);
    for (let line = trucks.firstLine[truck]!; line < trucks.firstLine[truck + 1]!; line++) {
      const units = inboundLines.units[line]!;
      world.inboundLines.columns.lane[line] = lane;
      world.inboundLines.columns.toPlace[line] = units;
      world.totals.columns.unitsReceived[0]! += units;
      world.totals.columns.unitsInbound[0]! += units;
      recorder.event(sim.now, TRACED['units-received'], line, inboundLines.item[line]!, units);
    }
    this.workforce.addTask(INSPECT, truck, this.lane(truck), sim.now);
    world.trucks.columns.state[truck] = TRUCK_STATE.leaving;
    this.doors.release(door);
    this.drive(truck, this.position(truck), gatePoint(this.context));
  }

  private inspect(person: number): void {
    const { model, world, sim, recorder, streams } = this.context;
    const p = world.persons.columns;
    const truck = this.workforce.subject(person);
    const { firstLine } = model.demand.trucks;
    if (p.step[person] === 0) {
      p.step[person] = 1;
      this.movement.walk(person, this.lane(truck), STATE.walking);
      const stream = streams.get(`person-${person}/inspect`);
      let ticks = 0;
      for (let line = firstLine[truck]!; line < firstLine[truck + 1]!; line++) {
        ticks += drawTicks(model.operations.inspectLine, stream);
      }
      this.workforce.spend(person, STATE.handling, ticks);
      return this.workforce.proceed(person);
    }
    const lane = this.lane(truck);
    for (let line = firstLine[truck]!; line < firstLine[truck + 1]!; line++) {
      recorder.event(sim.now, TRACED['line-inspected'], line, person, model.demand.inboundLines.units[line]!);
      this.workforce.addTask(PUT_AWAY, line, lane, Infinity);
    }
    this.workforce.finish(person);
  }

  private putAway(person: number): void {
    const { model, world } = this.context;
    const p = world.persons.columns;
    const line = this.workforce.subject(person);
    const own = world.inboundLines.columns;
    switch (p.step[person]) {
      case 0: {
        const lane = model.building.stagingLanes[own.lane[line]!]!.place;
        const planned = this.storage.plan(model.demand.inboundLines.item[line]!, own.toPlace[line]!, lane);
        if (planned.location === NONE) {
          this.reject(line);
          return this.workforce.finish(person);
        }
        own.location[line] = planned.location;
        own.moving[line] = planned.units;
        p.step[person] = 1;
        const byHand = model.locations.handPick[planned.location] === 1;
        if (!this.equipment.seize(person, byHand ? HAND_PUT_AWAY : HIGH_PUT_AWAY)) return;
      }
      // falls through
      case 1:
        p.step[person] = 2;
        this.equipment.fetch(person);
        return this.workforce.proceed(person);
      case 2: {
        p.step[person] = 3;
        const location = own.location[line]!;
        this.movement.walk(person, model.building.stagingLanes[own.lane[line]!]!.place);
        this.movement.walk(person, model.locations.place[location]!);
        this.workforce.spend(person, STATE.picking, this.dropTicks(person, location));
        return this.workforce.proceed(person);
      }
      default:
        this.placed(line);
        this.equipment.release(person);
        p.step[person] = 0;
        if (own.toPlace[line]! > 0) return this.putAway(person);
        this.workforce.finish(person);
    }
  }

  /** Time to drop goods into a location: the law of the work, and the lift up and down on a truck. */
  private dropTicks(person: number, location: number): number {
    const { model, world, streams } = this.context;
    const drop = drawTicks(model.operations.putAwayLine, streams.get(`person-${person}/put-away`));
    if (model.locations.handPick[location] === 1) return drop;
    const machine = model.labour.equipment[world.persons.columns.equipment[person]!]!;
    const height_m = model.locations.z_m[location]! - model.locations.height_m[location]! / 2;
    return drop + secondsToTicks((2 * Math.max(0, height_m)) / machine.lift_mps);
  }

  private placed(line: number): void {
    const { model, world, sim, recorder, tallies } = this.context;
    const { inboundLines, trucks } = model.demand;
    const own = world.inboundLines.columns;
    const units = own.moving[line]!;
    const location = own.location[line]!;
    putUnits(this.context, inboundLines.item[line]!, location, units, sim.now, inboundLines.expiry[line]!, true);
    own.toPlace[line]! -= units;
    world.totals.columns.unitsInbound[0]! -= units;
    recorder.event(sim.now, TRACED['put-away-done'], line, location, units);
    if (own.toPlace[line] === 0) {
      world.totals.columns.linesPutAway[0]! += 1;
      tallies.dockToStock.add((sim.now - trucks.arrival[inboundLines.truck[line]!]!) / 1e6);
    }
  }

  private reject(line: number): void {
    const { model, world, sim, recorder } = this.context;
    const units = world.inboundLines.columns.toPlace[line]!;
    world.inboundLines.columns.toPlace[line] = 0;
    world.totals.columns.unitsInbound[0]! -= units;
    world.totals.columns.unitsRejected[0]! += units;
    recorder.event(sim.now, TRACED['units-rejected'], line, model.demand.inboundLines.item[line]!, units);
  }
}

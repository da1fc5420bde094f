// Receiving: a truck at a door (trucks.ts) is unloaded, its goods are inspected and put away.
//
//   truck docked → [unload] → truck leaves
//                     └→ [inspect] → a [put-away] task per notice line
//
// Tasks in brackets are done by people. A put-away makes a trip per destination: home location first, then wherever the
// put-away policy says; what finds no room is rejected.

import { ticksToSeconds } from '../base/units.ts';
import { COUNTERBALANCE_TRUCK, INSPECT, PALLET_TRUCK, PUT_AWAY, REACH_TRUCK, UNLOAD } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import { kinds, type EquipmentPool } from '../workforce/equipment.ts';
import type { Movement } from '../workforce/movement.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { liftTicks } from '../world/lifting.ts';
import { TRUCK_STATE } from '../world/states.ts';
import { putUnits } from '../world/stock.ts';
import { NONE } from '../world/world.ts';
import type { Doors } from '../yard/doors.ts';
import { InboundTrucks } from './trucks.ts';

/** What receiving needs of storage: where units go. */
export interface PutAwayPlanner {
  plan(item: number, units: number, from: number, expiry: number): { location: number; units: number };
}

const UNLOADERS = kinds(PALLET_TRUCK, COUNTERBALANCE_TRUCK);
const HAND_PUT_AWAY = kinds(PALLET_TRUCK);
const HIGH_PUT_AWAY = kinds(REACH_TRUCK, COUNTERBALANCE_TRUCK);

export class ReceivingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;
  private readonly movement: Movement;
  private readonly trucks: InboundTrucks;
  private readonly storage: PutAwayPlanner;

  constructor(
    context: Context,
    workforce: Workforce,
    equipment: EquipmentPool,
    movement: Movement,
    doors: Doors,
    storage: PutAwayPlanner,
  ) {
    this.context = context;
    this.workforce = workforce;
    this.equipment = equipment;
    this.movement = movement;
    this.trucks = new InboundTrucks(context, workforce, doors);
    this.storage = storage;
    workforce.register(UNLOAD, (person) => this.unload(person));
    workforce.register(INSPECT, (person) => this.inspect(person));
    workforce.register(PUT_AWAY, (person) => this.putAway(person));
  }

  begin(): void {
    this.trucks.begin();
  }

  /** Where the goods of a truck at a door are put down. */
  private lanePlace(truck: number): number {
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
    this.workforce.addTask(INSPECT, truck, this.lanePlace(truck), sim.now);
    this.trucks.sendOff(truck);
  }

  private inspect(person: number): void {
    const { model, world, sim, recorder, streams } = this.context;
    const p = world.persons.columns;
    const truck = this.workforce.subject(person);
    const { firstLine } = model.demand.trucks;
    if (p.step[person] === 0) {
      p.step[person] = 1;
      this.movement.walk(person, this.lanePlace(truck), STATE.walking);
      const stream = streams.get(`person-${person}/inspect`);
      let ticks = 0;
      for (let line = firstLine[truck]!; line < firstLine[truck + 1]!; line++) {
        ticks += drawTicks(model.operations.inspectLine, stream);
      }
      this.workforce.spend(person, STATE.handling, ticks);
      return this.workforce.proceed(person);
    }
    const lane = this.lanePlace(truck);
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
        const { item, expiry } = model.demand.inboundLines;
        const planned = this.storage.plan(item[line]!, own.toPlace[line]!, lane, expiry[line]!);
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
    const { model, streams } = this.context;
    const drop = drawTicks(model.operations.putAwayLine, streams.get(`person-${person}/put-away`));
    return drop + liftTicks(this.context, person, location);
  }

  private placed(line: number): void {
    const { model, world, sim, recorder, services, tallies } = this.context;
    const { inboundLines, trucks } = model.demand;
    const own = world.inboundLines.columns;
    const units = own.moving[line]!;
    const location = own.location[line]!;
    putUnits(this.context, inboundLines.item[line]!, location, units, sim.now, inboundLines.expiry[line]!, true);
    own.toPlace[line]! -= units;
    world.totals.columns.unitsInbound[0]! -= units;
    recorder.event(sim.now, TRACED['put-away-done'], line, location, units);
    services.goodsStored(inboundLines.item[line]!, location);
    if (own.toPlace[line] === 0) {
      world.totals.columns.linesPutAway[0]! += 1;
      tallies.dockToStock.add(ticksToSeconds(sim.now - trucks.arrival[inboundLines.truck[line]!]!));
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

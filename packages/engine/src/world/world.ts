// The world: how the DC is now. Columns only, one table per kind of thing; rows are as the model's unless said otherwise.
//
// Who reads a column finds its unit and meaning here; who writes it is the stage named. All of it is saved and restored as
// one, so nothing that matters between two events may be kept anywhere else.

import { Table, type ColumnSpec, type SavedTable } from '../base/columns.ts';
import { SHOPPING_CART, TASK_KINDS } from '../model/labour.ts';
import type { Model } from '../model/model.ts';
import { AGENT_STATES, MEMBER, PERSON, TRUCK, VEHICLE, type AgentTable } from '../trace/format.ts';
import { AHEAD_SPEC, EQUIPMENT_SPEC, PERSON_SPEC, QUEUE_SPEC, STATION_SPEC, TASK_SPEC, TIME_SPEC } from './columns/people.ts';
import { CROWD_SPEC, KNOT_SPEC, OP_SPEC, WALKER_SPEC } from './columns/walkers.ts';
import { BATCH_SPEC, CARTON_SPEC, LINE_SPEC, ORDER_SPEC, PART_SPEC, PICK_SPEC } from './columns/orders.ts';
import { ITEM_SPEC, LOAD_SPEC, LOCATION_SPEC, LOT_SPEC, MOVE_SPEC } from './columns/goods.ts';
import {
  COLLECTION_SPEC,
  DOOR_SPEC,
  INBOUND_LINE_SPEC,
  LANE_SPEC,
  SLOT_SPEC,
  TOUR_SPEC,
  TOUR_STOP_SPEC,
  TRUCK_SPEC,
  VEHICLE_SPEC,
} from './columns/yard.ts';
import { TOTAL_SPEC } from './columns/totals.ts';

export interface SavedWorld {
  readonly tables: Readonly<Record<string, SavedTable>>;
  readonly lists: Readonly<Record<string, readonly number[]>>;
}

/** Nothing: the empty value of every column that holds a row number. */
export const NONE = -1;

/** Activities of a person that may be booked ahead at once: walk, search, pick, …; with waits in aisles between them. */
export const PIECES = 10;

/** Operations an agent may have before it at once: the longest list is a fetch, two walks, three works, and a wait's way back. */
export const OPS = 16;

/** Knots of an agent's way in an edge that are kept. */
export const KNOTS = 12;

export class World {
  readonly persons;
  readonly walkers;
  readonly ops;
  readonly knots;
  readonly ways;
  readonly faces;
  readonly time;
  readonly ahead;
  readonly equipment;
  readonly tasks;
  readonly queues;
  readonly orders;
  readonly lines;
  readonly cartons;
  readonly picks;
  readonly lots;
  readonly items;
  readonly locations;
  readonly rackBays;
  readonly rackLevels;
  readonly moves;
  readonly parts;
  readonly batches;
  readonly trucks;
  readonly slots;
  readonly inboundLines;
  readonly doors;
  readonly lanes;
  readonly stations;
  readonly tours;
  readonly tourStops;
  readonly vehicles;
  readonly collections;
  readonly totals;

  /** Short waiting lists, in order of waiting. */
  readonly lists: {
    /** Persons that wait for a piece of equipment; a member waiting for a shopping cart is -2 - order. */
    equipment: number[];
    /** Trucks without a slot in the yard. */
    outside: number[];
    /** Trucks waiting for an inbound door; tours waiting for an outbound door. */
    inboundDoor: number[];
    outboundDoor: number[];
    /** Vehicles that wait for a charger. */
    charger: number[];
    /** Orders, and collections as -2 - row, that came after their group was planned, until they are planned. */
    latecomers: number[];
    /** Packed orders that wait for room in a staging lane. */
    lane: number[];
    /** Persons that wait for a packing or counter station. */
    station: number[];
    /** Persons that wait at a face for goods on their way to it; a member is -2 - order. */
    face: number[];
    /** Parts of orders that wait for a batch, in order of release. */
    pool: number[];
    /** Orders in parts that wait for room at the consolidation place, in order of release. */
    gatherQueue: number[];
    /** Batches that wait for a cart, by due time as far as they have been looked at. */
    heldBatches: number[];
    /** Moves of SKUs to other homes that are planned and not begun, best first. */
    reSlots: number[];
    /** Idle persons, longest idle first. */
    idle: number[];
  };

  constructor(model: Model) {
    const { building, demand, labour, fleet } = model;
    const slots = building.yard.inbound.length + building.doors.length;
    this.persons = filled(PERSON_SPEC, labour.people.length, {
      place: NONE,
      task: NONE,
      equipment: NONE,
      station: NONE,
      pick: NONE,
    });
    const walkers = model.traffic.congestion ? agentTable(model).count : 0;
    this.walkers = filled(WALKER_SPEC, walkers, {
      place: NONE,
      at: NONE,
      node: NONE,
      edge: NONE,
      goal: NONE,
      machine: NONE,
      visit: NONE,
      queued: NONE,
      seat: NONE,
    });
    this.ops = new Table(OP_SPEC, walkers * OPS);
    this.knots = new Table(KNOT_SPEC, walkers * KNOTS);
    const nobody = { first: NONE, last: NONE, firstWaiting: NONE, lastWaiting: NONE, look: Infinity };
    this.ways = filled(CROWD_SPEC, walkers > 0 ? model.network.edges.count : 0, nobody);
    this.faces = filled(CROWD_SPEC, walkers > 0 ? model.network.places.count : 0, nobody);
    this.time = new Table(TIME_SPEC, labour.people.length * AGENT_STATES.length);
    this.ahead = new Table(AHEAD_SPEC, labour.people.length * PIECES);
    this.equipment = filled(EQUIPMENT_SPEC, labour.equipment.length, { holder: NONE, limit: Infinity });
    this.tasks = new Table(TASK_SPEC);
    this.queues = filled(QUEUE_SPEC, TASK_KINDS.length, { head: NONE, tail: NONE });
    this.orders = filled(ORDER_SPEC, demand.orders.count, {
      tour: NONE,
      lane: NONE,
      cart: NONE,
      firstPick: NONE,
      firstCarton: NONE,
    });
    this.lines = new Table(LINE_SPEC, demand.lines.count);
    this.cartons = new Table(CARTON_SPEC);
    this.picks = new Table(PICK_SPEC, 0, 1024);
    this.lots = new Table(LOT_SPEC, 0, Math.max(1024, model.initialStock.count * 2));
    this.items = filled(ITEM_SPEC, model.items.count, {
      home: NONE,
      firstLot: NONE,
      lastLot: NONE,
      firstPick: NONE,
    });
    this.locations = filled(LOCATION_SPEC, model.locations.count, { item: NONE, homeOf: NONE });
    this.rackBays = new Table(LOAD_SPEC, model.racking.bays.count);
    this.rackLevels = new Table(LOAD_SPEC, model.racking.levels.count);
    this.moves = new Table(MOVE_SPEC);
    this.parts = new Table(PART_SPEC);
    this.batches = new Table(BATCH_SPEC);
    this.trucks = filled(TRUCK_SPEC, demand.trucks.count, { slot: NONE, door: NONE });
    this.slots = filled(SLOT_SPEC, slots, { truck: NONE });
    this.inboundLines = filled(INBOUND_LINE_SPEC, demand.inboundLines.count, { lane: NONE, location: NONE });
    this.doors = filled(DOOR_SPEC, building.doors.length, { user: NONE });
    this.lanes = new Table(LANE_SPEC, building.stagingLanes.length);
    this.stations = filled(STATION_SPEC, building.stations.length, { person: NONE });
    this.tours = new Table(TOUR_SPEC);
    this.tourStops = new Table(TOUR_STOP_SPEC);
    this.vehicles = filled(VEHICLE_SPEC, fleet.vehicles.length, { tour: NONE, charger: NONE, coolingFrom: NONE });
    this.collections = filled(COLLECTION_SPEC, demand.collections.count, { tour: NONE });
    this.totals = new Table(TOTAL_SPEC, 1);
    this.lists = {
      equipment: [],
      outside: [],
      inboundDoor: [],
      outboundDoor: [],
      charger: [],
      latecomers: [],
      lane: [],
      station: [],
      face: [],
      pool: [],
      gatherQueue: [],
      heldBatches: [],
      reSlots: [],
      idle: [],
    };
  }

  save(): SavedWorld {
    const tables: Record<string, SavedTable> = {};
    for (const [name, table] of this.namedTables()) tables[name] = table.save();
    const lists: Record<string, readonly number[]> = {};
    for (const [name, list] of Object.entries(this.lists)) lists[name] = list.slice();
    return { tables, lists };
  }

  restore(saved: SavedWorld): void {
    for (const [name, table] of this.namedTables()) table.restore(saved.tables[name]!);
    for (const [name, list] of Object.entries(this.lists)) {
      list.length = 0;
      for (const value of saved.lists[name]!) list.push(value);
    }
  }

  private namedTables(): [string, { save(): SavedTable; restore(saved: SavedTable): void }][] {
    return Object.entries(this).flatMap(([name, value]) => (value instanceof Table ? [[name, value]] : []));
  }
}

/** A table with the given rows, some columns filled with a value other than 0. */
function filled<Spec extends ColumnSpec>(spec: Spec, rows: number, values: Partial<Record<keyof Spec, number>>): Table<Spec> {
  const table = new Table(spec, rows);
  for (const [name, value] of Object.entries(values)) table.columns[name]!.fill(value as number);
  return table;
}

/** Who moves: people, then inbound truck slots, vehicles and shopping carts. */
export function agentTable(model: Model): AgentTable {
  const { building, labour, fleet } = model;
  const kind: number[] = [];
  const id: string[] = [];
  const subject: number[] = [];
  const add = (agentKind: number, name: string, index: number): void => {
    kind.push(agentKind);
    id.push(name);
    subject.push(index);
  };
  labour.people.forEach((person, i) => add(PERSON, person.id, i));
  const slots = building.yard.inbound.length + building.doors.length;
  for (let i = 0; i < slots; i++) add(TRUCK, `truck-${i + 1}`, i);
  fleet.vehicles.forEach((vehicle, i) => add(VEHICLE, vehicle.id, i));
  labour.equipment.forEach((machine, i) => {
    if (machine.kind === SHOPPING_CART) add(MEMBER, machine.id, i);
  });
  return { count: kind.length, kind: Uint8Array.from(kind), id, subject: Int32Array.from(subject) };
}

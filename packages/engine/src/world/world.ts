// The world: how the DC is now. Columns only, one table per kind of thing; rows are as the model's unless said otherwise.
//
// Who reads a column finds its unit and meaning here; who writes it is the stage named. All of it is saved and restored as
// one, so nothing that matters between two events may be kept anywhere else.

import { Table, type SavedTable } from '../base/columns.ts';
import { FROZEN } from '../model/building.ts';
import { SHOPPING_CART, TASK_KINDS } from '../model/labour.ts';
import type { Model } from '../model/model.ts';
import { AGENT_STATES, MEMBER, PERSON, TRUCK, VEHICLE, type AgentTable } from '../trace/format.ts';

/** Row per person. */
const PERSON_SPEC = {
  state: 'u8', // agent state since `since`
  since: 'f64', // tick
  place: 'i32', // network place where the person stands or is going to
  onShift: 'u8',
  leaving: 'u8', // the shift has ended: goes when the task under way is finished
  breaksDue: 'i32', // breaks of the shift that are due: a bit each
  task: 'i32', // task under way, -1 none
  step: 'i32', // where the task's process stands
  equipment: 'i32', // held, -1 none
  wants: 'i32', // bit per equipment kind waited for
  a: 'i32', // operands of the task's process
  b: 'i32',
  c: 'i32',
  walked_m: 'f64',
} as const;

/** Row per person × agent state: ticks spent in it. */
const TIME_SPEC = { ticks: 'f64' } as const;

const EQUIPMENT_SPEC = {
  holder: 'i32', // person; for a shopping cart the order of the visit; -1 free
  place: 'i32',
  down: 'u8',
  seized: 'f64', // tick of seizure
  used: 'f64', // operating ticks since the last repair
  limit: 'f64', // operating ticks at which it fails
  busy: 'f64', // ticks held in all
  downTicks: 'f64',
} as const;

/** Rows are added and released. Waiting tasks of a kind are a list in order of creation. */
const TASK_SPEC = {
  kind: 'u8', subject: 'i32', place: 'i32', created: 'f64', due: 'f64',
  person: 'i32', // reserved for this person, or taken by it; -1 anybody
  next: 'i32', previous: 'i32',
} as const;

/** Row per task kind: the list of waiting tasks. */
const QUEUE_SPEC = { head: 'i32', tail: 'i32', length: 'i32' } as const;

const ORDER_SPEC = {
  state: 'u8',
  open: 'i32', // lines not yet picked
  batch: 'i32', nextInBatch: 'i32',
  tour: 'i32', lane: 'i32',
  station: 'i32', // packing or counter station where it stands
  volume_l: 'f64', weight_kg: 'f64', compartments: 'u8', // of what was allocated
  cartons: 'i32', wrongPicks: 'i32',
  released: 'f64', picked: 'f64', packed: 'f64', staged: 'f64', delivered: 'f64', // ticks, -1 not yet
  cart: 'i32', // of a member's visit
  firstPick: 'i32', step: 'i32',
} as const;

const LINE_SPEC = { state: 'u8', allocated: 'i32', picked: 'i32', short: 'i32' } as const;

/** Units reserved in a lot for a line, until picked. Rows are added and released. */
const PICK_SPEC = { line: 'i32', lot: 'i32', units: 'i32', next: 'i32' } as const;

/** Stock of one item received together, in one location. Rows are added and released. */
const LOT_SPEC = {
  item: 'i32', location: 'i32', units: 'i32', reserved: 'i32', received: 'f64', expiry: 'f64', next: 'i32', // next lot of the item
} as const;

/** Row per item. */
const ITEM_SPEC = { home: 'i32', firstLot: 'i32', lastLot: 'i32' } as const;

const LOCATION_SPEC = {
  item: 'i32', // that lies or is about to lie there, -1 empty
  units: 'i32',
  incoming: 'i32', // units on their way there
  homeOf: 'i32', // item, -1 none
} as const;

/** Orders picked in one tour. Rows are added and released. */
const BATCH_SPEC = { firstOrder: 'i32', firstPick: 'i32', orders: 'i32', lines: 'i32', started: 'f64', walked_m: 'f64' } as const;

const TRUCK_SPEC = {
  state: 'u8', slot: 'i32', door: 'i32', openLines: 'i32', docked: 'f64',
} as const;

/** Row per inbound agent slot: a truck that is in the yard or at a door occupies one. */
const SLOT_SPEC = { truck: 'i32', x: 'f64', y: 'f64' } as const;

const INBOUND_LINE_SPEC = {
  lane: 'i32', toPlace: 'i32', // units still to be put away
  location: 'i32', moving: 'i32', // where the next units go, and how many
} as const;

const DOOR_SPEC = { user: 'i32', since: 'f64', busy: 'f64' } as const;
const LANE_SPEC = { orders: 'i32', planned: 'i32' } as const;
const STATION_SPEC = { person: 'i32', since: 'f64', busy: 'f64' } as const;

const TOUR_SPEC = {
  state: 'u8', vehicle: 'i32', firstStop: 'i32', stops: 'i32', door: 'i32', lane: 'i32',
  due: 'f64', planned: 'f64', departed: 'f64', returned: 'f64', km: 'f64', nextStop: 'i32',
  weight_kg: 'f64', next: 'i32', // next tour of the vehicle
} as const;

const TOUR_STOP_SPEC = { order: 'i32', tour: 'i32', delivered: 'f64' } as const;

const VEHICLE_SPEC = { x: 'f64', y: 'f64', tour: 'i32', firstTour: 'i32', lastTour: 'i32', km: 'f64', road: 'f64', step: 'i32' } as const;

/** One row: sums over the run. Units of goods are counted wherever they are, so that they can be balanced. */
const TOTAL_SPEC = {
  unitsInitial: 'f64', unitsReceived: 'f64', unitsStored: 'f64', unitsInbound: 'f64', unitsInMotion: 'f64', unitsStaged: 'f64',
  unitsShipped: 'f64', unitsSold: 'f64', unitsRejected: 'f64', unitsOrdered: 'f64', unitsShort: 'f64',
  linesPicked: 'f64', linesServed: 'f64', linesOrdered: 'f64', linesShort: 'f64', wrongPicks: 'f64',
  ordersDelivered: 'f64', ordersStaged: 'f64', ordersLate: 'f64', visits: 'f64', pickTours: 'f64', pickTourLines: 'f64', pickTourTicks: 'f64', pickMetres: 'f64',
  cartons: 'f64', cartonVolume_l: 'f64', packedVolume_l: 'f64', cartonCost_krw: 'f64',
  tours: 'f64', toursLate: 'f64', tourKm: 'f64', co2_kg: 'f64', fuel_krw: 'f64', sales_krw: 'f64', trucks: 'f64',
  lastStaged: 'f64', linesPutAway: 'f64',
} as const;

export interface SavedWorld {
  readonly tables: Readonly<Record<string, SavedTable>>;
  readonly lists: Readonly<Record<string, readonly number[]>>;
}

/** Nothing: the empty value of every column that holds a row number. */
export const NONE = -1;

export class World {
  readonly persons; readonly time; readonly equipment; readonly tasks; readonly queues; readonly orders; readonly lines;
  readonly picks; readonly lots; readonly items; readonly locations; readonly batches; readonly trucks; readonly slots;
  readonly inboundLines; readonly doors; readonly lanes; readonly stations; readonly tours; readonly tourStops; readonly vehicles;
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
    /** Persons that wait for a packing or counter station. */
    station: number[];
    /** Idle persons, longest idle first. */
    idle: number[];
  };

  constructor(model: Model) {
    const { building, demand, labour, fleet } = model;
    const slots = building.yard.inbound.length + building.doors.length;
    this.persons = filled(PERSON_SPEC, labour.people.length, { place: NONE, task: NONE, equipment: NONE });
    this.time = new Table(TIME_SPEC, labour.people.length * AGENT_STATES.length);
    this.equipment = filled(EQUIPMENT_SPEC, labour.equipment.length, { holder: NONE, limit: Infinity });
    this.tasks = new Table(TASK_SPEC);
    this.queues = filled(QUEUE_SPEC, TASK_KINDS.length, { head: NONE, tail: NONE });
    this.orders = filled(ORDER_SPEC, demand.orders.count, {
      batch: NONE, nextInBatch: NONE, tour: NONE, lane: NONE, station: NONE, cart: NONE, firstPick: NONE,
      released: NONE, picked: NONE, packed: NONE, staged: NONE, delivered: NONE,
    });
    this.lines = new Table(LINE_SPEC, demand.lines.count);
    this.picks = new Table(PICK_SPEC, 0, 1024);
    this.lots = new Table(LOT_SPEC, 0, Math.max(1024, model.initialStock.count * 2));
    this.items = filled(ITEM_SPEC, model.items.count, { home: NONE, firstLot: NONE, lastLot: NONE });
    this.locations = filled(LOCATION_SPEC, model.locations.count, { item: NONE, homeOf: NONE });
    this.batches = new Table(BATCH_SPEC);
    this.trucks = filled(TRUCK_SPEC, demand.trucks.count, { slot: NONE, door: NONE });
    this.slots = filled(SLOT_SPEC, slots, { truck: NONE });
    this.inboundLines = filled(INBOUND_LINE_SPEC, demand.inboundLines.count, { lane: NONE, location: NONE });
    this.doors = filled(DOOR_SPEC, building.doors.length, { user: NONE });
    this.lanes = new Table(LANE_SPEC, building.stagingLanes.length);
    this.stations = filled(STATION_SPEC, building.stations.length, { person: NONE });
    this.tours = new Table(TOUR_SPEC);
    this.tourStops = new Table(TOUR_STOP_SPEC);
    this.vehicles = filled(VEHICLE_SPEC, fleet.vehicles.length, { tour: NONE, firstTour: NONE, lastTour: NONE });
    this.totals = new Table(TOTAL_SPEC, 1);
    this.lists = { equipment: [], outside: [], inboundDoor: [], outboundDoor: [], station: [], idle: [] };
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
function filled<Spec extends Readonly<Record<string, 'u8' | 'u16' | 'i32' | 'f64'>>>(
  spec: Spec, rows: number, values: Partial<Record<keyof Spec, number>>,
): Table<Spec> {
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

/** All temperature classes as bits: what a vehicle without a limit carries. */
export const ALL_COMPARTMENTS = (1 << (FROZEN + 1)) - 1;

// The world: how the DC is now. Columns only, one table per kind of thing; rows are as the model's unless said otherwise.
//
// Who reads a column finds its unit and meaning here; who writes it is the stage named. All of it is saved and restored as
// one, so nothing that matters between two events may be kept anywhere else.

import { Table, type ColumnSpec, type SavedTable } from '../base/columns.ts';
import { SHOPPING_CART, TASK_KINDS } from '../model/labour.ts';
import type { Model } from '../model/model.ts';
import { AGENT_STATES, MEMBER, PERSON, TRUCK, VEHICLE, type AgentTable } from '../trace/format.ts';

/** Row per person. */
const PERSON_SPEC = {
  state: 'u8', // agent state until `since` and, open-ended, from then on
  since: 'f64', // tick up to which time is booked (timesheet.ts); later than now while a known activity is under way
  pieces: 'u8', // activities booked ahead
  place: 'i32', // network place where the person stands or is going to
  onShift: 'u8',
  leaving: 'u8', // the shift has ended: goes when the task under way is finished
  breaksDue: 'i32', // breaks of the shift that are due: a bit each
  task: 'i32', // task under way, -1 none
  step: 'i32', // where the task's process stands
  equipment: 'i32', // held, -1 none
  wants: 'i32', // bit per equipment kind waited for
  station: 'i32', // held, -1 none; -2 - kind: waited for
  pick: 'i32', // of a picker: the first pick after the stop under way
  walked_m: 'f64',
} as const;

/** Row per person × agent state: ticks booked to it. */
const TIME_SPEC = { ticks: 'f64' } as const;

/** Row per person × activity booked ahead: its state and the tick at which it ends. */
const AHEAD_SPEC = { state: 'u8', until: 'f64' } as const;

const EQUIPMENT_SPEC = {
  holder: 'i32', // person; for a shopping cart the order of the visit; -1 free
  place: 'i32',
  down: 'u8',
  seized: 'f64', // tick of seizure; under repair: of its end
  used: 'f64', // operating ticks since the last repair, up to `seized`
  limit: 'f64', // operating ticks at which it fails
  busy: 'f64', // ticks held and not under repair, up to `seized`
} as const;

/** Rows are added and released. Waiting tasks of a kind are a list in order of creation. */
const TASK_SPEC = {
  kind: 'u8',
  subject: 'i32',
  place: 'i32',
  created: 'f64',
  due: 'f64',
  person: 'i32', // reserved for this person, or taken by it; -1 anybody
  next: 'i32',
  previous: 'i32',
} as const;

/** Row per task kind: the list of waiting tasks. */
const QUEUE_SPEC = { head: 'i32', tail: 'i32' } as const;

const ORDER_SPEC = {
  state: 'u8',
  open: 'i32', // allocated lines not yet picked
  firstPick: 'i32', // picks of the order: a list until it is batched; of a visit, the rest of its tour
  nextInBatch: 'i32',
  tour: 'i32',
  lane: 'i32',
  volume_l: 'f64',
  weight_kg: 'f64',
  compartments: 'u8', // of what was allocated
  cartons: 'i32',
  wrongPicks: 'i32',
  cart: 'i32',
  step: 'i32', // of a member's visit: its shopping cart, and where it stands
} as const;

const LINE_SPEC = { state: 'u8', allocated: 'i32', picked: 'i32' } as const;

/** Units reserved in a lot for a line, until picked. Rows are added and released. */
const PICK_SPEC = {
  line: 'i32',
  lot: 'i32',
  units: 'i32',
  next: 'i32',
  nextOfItem: 'i32', // open picks of the item: a list
  previousOfItem: 'i32',
  bound: 'u8', // its tour has begun: it is picked where it lies
} as const;

/** Stock of one item received together, in one location. Rows are added and released. */
const LOT_SPEC = {
  item: 'i32',
  location: 'i32',
  units: 'i32',
  reserved: 'i32',
  received: 'f64',
  expiry: 'f64',
  next: 'i32', // next lot of the item
  moving: 'u8', // 0: lies in `location`; 1: is on its way there; 2: is to be fetched to there, lies where it lay
  move: 'i32', // of a moving lot: the move it is part of
} as const;

/** Row per item. */
const ITEM_SPEC = {
  home: 'i32',
  firstLot: 'i32',
  lastLot: 'i32',
  firstPick: 'i32', // open picks of the item: a list
  asked: 'i32', // units of orders that have arrived and have no stock reserved yet
  linesAsked: 'i32', // lines of the orders that have arrived in the run so far
  coming: 'i32', // units asked for from the reserve and not yet at the face (or given up)
} as const;

const LOCATION_SPEC = {
  item: 'i32', // that lies or is about to lie there, -1 empty
  units: 'i32',
  incoming: 'i32', // units on their way there
  homeOf: 'i32', // item, -1 none
  picks: 'i32', // lines picked there so far
  taken: 'f64', // units picked there so far
  dwell: 'f64', // ticks those units had been in the DC, summed
  since: 'f64', // tick since which it has been occupied, or empty
  occupied: 'f64', // ticks it was occupied, up to `since`
} as const;

/** Row per rack bay, and per level of one: grams that lie there or are on their way there. */
const LOAD_SPEC = { load_g: 'f64' } as const;

/** Goods to be moved inside the storage by one task: a replenishment, or a re-slotting. Rows are added and released. */
const MOVE_SPEC = {
  item: 'i32',
  from: 'i32', // location
  to: 'i32',
  other: 'i32', // item that lives there and goes the other way, -1 none
  units: 'i32', // still to be brought; of a re-slotting not used
  started: 'f64', // tick at which its task began
} as const;

/** Orders picked in one tour. Rows are added and released. */
const BATCH_SPEC = {
  firstOrder: 'i32',
  firstPick: 'i32',
  lines: 'i32', // completed on the tour
  started: 'f64',
  walked_m: 'f64', // tick and the picker's metres at the beginning
} as const;

const TRUCK_SPEC = { state: 'u8', slot: 'i32', door: 'i32' } as const;

/** Row per inbound agent slot: a truck that is in the yard or at a door occupies one. Metres. */
const SLOT_SPEC = { truck: 'i32', x: 'f64', y: 'f64' } as const;

const INBOUND_LINE_SPEC = {
  lane: 'i32',
  toPlace: 'i32', // units still to be put away
  location: 'i32',
  moving: 'i32', // where the next units go, and how many
} as const;

const DOOR_SPEC = { user: 'i32', since: 'f64', busy: 'f64' } as const; // tick of being granted, ticks used up to then
const LANE_SPEC = { planned: 'i32' } as const; // orders of tours that are not loaded yet
const STATION_SPEC = { person: 'i32', since: 'f64', busy: 'f64' } as const; // as of doors

/** Rows are added. A tour's stops are rows firstStop … firstStop + stops - 1 of the tour stops. */
const TOUR_SPEC = {
  vehicle: 'i32',
  firstStop: 'i32',
  stops: 'i32',
  door: 'i32',
  lane: 'i32',
  nextStop: 'i32', // stops served
  due: 'f64',
  departed: 'f64',
  km: 'f64',
} as const;

const TOUR_STOP_SPEC = { order: 'i32' } as const;

/** Metres in the yard, where it last stood or is driving to. */
const VEHICLE_SPEC = { x: 'f64', y: 'f64', tour: 'i32' } as const;

/**
 * One row: sums over the run. Units of goods are counted wherever they are, so that they can be balanced: initial + received
 * = stored + inbound (unloaded, not put away) + in motion (picked, or moved inside the storage) + staged + shipped + rejected.
 */
const TOTAL_SPEC = {
  unitsInitial: 'f64',
  unitsReceived: 'f64',
  unitsStored: 'f64',
  unitsInbound: 'f64',
  unitsInMotion: 'f64',
  unitsStaged: 'f64',
  unitsShipped: 'f64',
  unitsRejected: 'f64',
  unitsShort: 'f64',
  linesPicked: 'f64',
  linesServed: 'f64',
  linesPutAway: 'f64',
  wrongPicks: 'f64',
  ordersDelivered: 'f64',
  ordersStaged: 'f64',
  lastStaged: 'f64',
  visits: 'f64',
  pickTours: 'f64',
  pickTourLines: 'f64',
  pickTourTicks: 'f64',
  pickMetres: 'f64',
  cartons: 'f64',
  cartonVolume_l: 'f64',
  packedVolume_l: 'f64',
  tours: 'f64',
  toursLate: 'f64',
  tourKm: 'f64',
  co2_kg: 'f64',
  fuel_krw: 'f64',
  sales_krw: 'f64',
  trucks: 'f64',
  replenishments: 'f64',
  unitsReplenished: 'f64',
  replenishTicks: 'f64',
  facesEmpty: 'f64', // picks that found their face empty
  faceTicks: 'f64', // what that cost the pickers
  reSlotted: 'f64', // SKUs moved to another home
  reSlotTicks: 'f64',
} as const;

export interface SavedWorld {
  readonly tables: Readonly<Record<string, SavedTable>>;
  readonly lists: Readonly<Record<string, readonly number[]>>;
}

/** Nothing: the empty value of every column that holds a row number. */
export const NONE = -1;

/** Activities of a person that may be booked ahead at once: the longest chain is walk, search, pick, and one to spare. */
export const PIECES = 4;

export class World {
  readonly persons;
  readonly time;
  readonly ahead;
  readonly equipment;
  readonly tasks;
  readonly queues;
  readonly orders;
  readonly lines;
  readonly picks;
  readonly lots;
  readonly items;
  readonly locations;
  readonly rackBays;
  readonly rackLevels;
  readonly moves;
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
    /** Persons that wait at a face for goods on their way to it; a member is -2 - order. */
    face: number[];
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
    this.time = new Table(TIME_SPEC, labour.people.length * AGENT_STATES.length);
    this.ahead = new Table(AHEAD_SPEC, labour.people.length * PIECES);
    this.equipment = filled(EQUIPMENT_SPEC, labour.equipment.length, { holder: NONE, limit: Infinity });
    this.tasks = new Table(TASK_SPEC);
    this.queues = filled(QUEUE_SPEC, TASK_KINDS.length, { head: NONE, tail: NONE });
    this.orders = filled(ORDER_SPEC, demand.orders.count, {
      nextInBatch: NONE,
      tour: NONE,
      lane: NONE,
      cart: NONE,
      firstPick: NONE,
    });
    this.lines = new Table(LINE_SPEC, demand.lines.count);
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
    this.batches = new Table(BATCH_SPEC);
    this.trucks = filled(TRUCK_SPEC, demand.trucks.count, { slot: NONE, door: NONE });
    this.slots = filled(SLOT_SPEC, slots, { truck: NONE });
    this.inboundLines = filled(INBOUND_LINE_SPEC, demand.inboundLines.count, { lane: NONE, location: NONE });
    this.doors = filled(DOOR_SPEC, building.doors.length, { user: NONE });
    this.lanes = new Table(LANE_SPEC, building.stagingLanes.length);
    this.stations = filled(STATION_SPEC, building.stations.length, { person: NONE });
    this.tours = new Table(TOUR_SPEC);
    this.tourStops = new Table(TOUR_STOP_SPEC);
    this.vehicles = filled(VEHICLE_SPEC, fleet.vehicles.length, { tour: NONE });
    this.totals = new Table(TOTAL_SPEC, 1);
    this.lists = { equipment: [], outside: [], inboundDoor: [], outboundDoor: [], station: [], face: [], reSlots: [], idle: [] };
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

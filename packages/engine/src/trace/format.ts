// What happened: the columns of the trace. Written by the recorder, read by the viewer, the KPIs of a finished run and the
// independent checker. Nothing else of a run leaves the engine.
//
// Motion: per agent a gapless chain of segments. Position is linear between (t0, p0) and (t1, p1); a dwell has p0 = p1.
// Segments are appended when they are complete or when the time slab ends (then a dwell or a leg under way is split at the
// slab's end, so that every chunk covers [from, to] for every agent by itself). Rows are in no order between agents; of one
// agent they are in order of time.
//
// Agents: people first (index = person), then inbound trucks' dock slots, delivery vehicles, and shopping carts (one per
// cart: a member with a cart). `AgentTable` names them.

/** Person, truck, … : decides what the viewer draws. */
export const AGENT_KINDS = ['person', 'truck', 'vehicle', 'member'] as const;
export const PERSON = 0;
export const TRUCK = 1;
export const VEHICLE = 2;
export const MEMBER = 3;

/** State of an agent during a segment. Index into this list. */
export const AGENT_STATES = [
  'absent', // off shift, or not in the DC: not drawn
  'idle', // on shift, nothing to do
  'walking', // moving without load (people), driving in the yard (trucks, vehicles)
  'carrying', // moving with goods or an empty machine of the task
  'searching', // finding place and article
  'picking', // extracting goods, dropping goods into a location
  'handling', // unloading, inspecting, loading
  'packing',
  'serving', // at the counter; a member being served
  'waiting-equipment',
  'waiting-door',
  'waiting-station',
  'waiting-goods', // e.g. a driver whose orders are not staged yet
  'break',
  'down', // machine under repair
  'office',
  'docked', // truck or vehicle at a door
  'driving', // vehicle on the road; coordinates: see below
  'delivering', // vehicle at a store
  'parked',
  'waiting-aisle', // for room in an aisle where it cannot pass somebody
  'waiting-face', // for somebody who works at the same place
  'sorting', // parting picked goods by order, handing them over
  'waiting-store', // at a store that is not open yet, or held at one; on the road map
  'broken-down', // vehicle on the road that cannot go on
  'charging', // vehicle at a charger
  'pre-cooling', // vehicle whose load space is not cold enough yet
] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/**
 * Segments whose state is 'driving', 'delivering', 'waiting-store' or 'broken-down' lie on the road map: x = kilometres east, y = kilometres north of the DC.
 * All others lie in the building's frame, in metres.
 */
export interface SegmentColumns {
  readonly count: number;
  readonly agent: Int32Array;
  /** Ticks. */
  readonly t0: Float64Array;
  readonly t1: Float64Array;
  readonly x0: Float32Array;
  readonly y0: Float32Array;
  readonly z0: Float32Array;
  readonly x1: Float32Array;
  readonly y1: Float32Array;
  readonly z1: Float32Array;
  /** Index into AGENT_STATES. */
  readonly state: Uint8Array;
}

/**
 * Business events. Index into this list. Operands a, b, c as named: indices into the model's tables unless said otherwise;
 * -1 where there is none.
 */
export const TRACE_EVENTS = [
  'order-arrived', // order
  'order-released', // order
  'line-allocated', // line, location, units reserved there
  'line-short', // line, units not available
  'stock-changed', // location, units (+ put in, - taken out), item. The initial stock is put in at tick 0
  'line-picked', // line, location, units; who picks is told by 'order-picked' of its order
  'order-picked', // order, person (or -1: member)
  'order-packed', // order, person, cartons
  'order-staged', // order, lane
  'order-loaded', // order, vehicle, tour
  'order-delivered', // order, vehicle, tour
  'order-sold', // order (counter visit paid), person who served
  'truck-arrived', // truck, slot it takes in the yard (-1: none is free, it waits outside)
  'truck-docked', // truck, door, slot
  'truck-unloaded', // truck, door
  'truck-left', // truck, door
  'line-inspected', // inbound line, person, units
  'units-received', // inbound line, item, units: unloaded onto the inbound lane
  'put-away-done', // inbound line, location, units
  'units-rejected', // inbound line (-1: stock at tick 0), item, units: no location could take them
  'task-started', // person, task kind, subject (order, truck, line, tour: by kind)
  'task-finished', // person, task kind, subject
  'shift-started', // person
  'shift-ended', // person
  'break-started', // person
  'break-ended', // person
  'equipment-seized', // equipment, person (-1: a member), order of the visit (-1: a person)
  'equipment-released', // equipment
  'equipment-down', // equipment
  'equipment-up', // equipment
  'tour-planned', // tour, vehicle, stops
  'tour-stop-planned', // tour, order, position
  'vehicle-docked', // vehicle, door, tour
  'vehicle-departed', // vehicle, tour, door (-1: it had cleared the door before)
  'vehicle-returned', // vehicle, tour
  'wrong-pick', // line, person, grams by which it is off what it should weigh (+ too heavy)
  'visit-started', // order, shopping cart equipment
  'vehicle-undocked', // vehicle, door, tour: loaded, it clears the door for another and waits in the yard
  'stock-lot', // location, minute of receipt, minute of expiry (2^31 - 1: never): of the units of the next 'stock-changed'
  'home-given', // item, location (-1: none): where the item lives from now on
  'replenishment-asked', // item, its home, units to be brought there from the reserve
  'units-lifted', // location, item, units: taken out to be laid elsewhere in the storage
  'units-set-down', // location, item, units
  'pick-moved', // line, location, units (+ are to be picked there now, - no more): told in pairs, from and to
  'face-empty', // line, location, person (-1: a member): he finds reserved units not there yet, or must fetch them from the reserve
  're-slot-planned', // item, location it is to live in, item that lives there now (-1: none)
  're-slot-dropped', // item, location: the move is not made after all
  'replenishment-dropped', // item, location it was to be brought to, units that are not brought there after all
  're-slot-valued', // item of the 're-slot-planned' before it, seconds of walking that it saves a day, hundredths of a day to pay back
  'pick-tour-order', // order, person, zone (-1: the whole building): told for every order of a pick tour when it begins
  'zone-picked', // order, zone, person: its part in that zone is picked; 'order-picked' follows the last
  'wrong-pick-found', // line, person, where: 0 at the pick, 1 at packing
  'short-pick', // line, location, units that were not found there and will not be picked
  'carton-packed', // order, carton type (-1: loose), grams with the carton's contents
  'carrier-loaded', // order, carrier type, grams without the carrier
  'carton-opened', // order, carton type (-1: loose), grams by which it was off on the scale
  'order-closed', // order: nothing of it was picked, it ends here
  'stop-eta', // tour, position of the stop, second of the run at which its service is expected to begin
  'stop-begun', // tour, position, seconds after its window closed (0: in time)
  'order-undelivered', // order, vehicle, tour: nobody took it, it stays on board
  'line-refused', // line, vehicle, units: the store sends them back; 'order-delivered' follows
  'order-returned', // order, vehicle, tour: what is left of it on board is unloaded at the DC
  'collection-announced', // collection
  'collection-planned', // tour, collection, position
  'parcels-collected', // collection, vehicle, tour
  'parcels-received', // collection, vehicle, tour: at the DC
  'empties-returned', // tour, vehicle, carriers
  'tour-changed', // tour, position from which on it is planned anew, why (0 delay, 1 breakdown, 2 new order); its stops follow
  'vehicle-held', // vehicle, seconds, 1: broken down
  'vehicle-freed', // vehicle
  'charging-asked', // vehicle, watt-hours in its battery
  'charging-started', // vehicle, charger, watt-hours in its battery
  'charging-ended', // vehicle, charger, watt-hours in its battery
  'pre-cooling-started', // vehicle
  'lane-full', // order: packed, it waits for room in a lane
  'delivery-unplanned', // order (-1), collection (-1): no vehicle can take it
] as const;
export type TraceEventName = (typeof TRACE_EVENTS)[number];

export interface EventColumns {
  readonly count: number;
  readonly tick: Float64Array;
  /** Index into TRACE_EVENTS. */
  readonly kind: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly c: Int32Array;
}

/** A slab of the trace: everything between two ticks. Chunks follow each other without gap. */
export interface TraceChunk {
  readonly from: number;
  readonly to: number;
  readonly segments: SegmentColumns;
  readonly events: EventColumns;
}

/** Who the agents are; index = agent number in the segments. */
export interface AgentTable {
  readonly count: number;
  /** Index into AGENT_KINDS. */
  readonly kind: Uint8Array;
  readonly id: readonly string[];
  /** Person, vehicle, inbound truck slot or shopping-cart equipment index. */
  readonly subject: Int32Array;
}

// What is asked of the DC: orders with their lines, inbound trucks with their notices. All of it is fixed before the run
// and does not depend on any policy, so that policies are compared on the same demand.

/** An order to be picked, packed and delivered to a store. */
export const DELIVERY = 0;
/** A member who walks in, fills a shopping cart and pays at the counter (cash and carry). */
export const COUNTER_VISIT = 1;

/** Row per order, in order of arrival. */
export interface Orders {
  readonly count: number;
  readonly code: readonly string[];
  /** DELIVERY or COUNTER_VISIT. */
  readonly kind: Uint8Array;
  /** Tick of arrival; negative: before the run began. */
  readonly arrival: Float64Array;
  /** Index into `stores` (delivery), or -1. */
  readonly store: Int32Array;
  /** Tick at which its wave is released to the floor (delivery): the cut-off or later. */
  readonly release: Float64Array;
  /** Tick at which its wave leaves the DC (delivery): departure due; Infinity for counter visits. */
  readonly due: Float64Array;
  /** 1 = picked, packed and staged before the run began (yesterday evening's work); its lines are staged at tick 0. */
  readonly staged: Uint8Array;
  /** Lines of order o: firstLine[o] … firstLine[o + 1] - 1. Length count + 1. */
  readonly firstLine: Int32Array;
}

/** Row per order line. */
export interface OrderLines {
  readonly count: number;
  readonly order: Int32Array;
  readonly item: Int32Array;
  /** Units asked, >= 1. */
  readonly units: Int32Array;
}

/** Row per inbound truck, in order of appointment. */
export interface InboundTrucks {
  readonly count: number;
  readonly code: readonly string[];
  /** Appointment, tick. */
  readonly appointment: Float64Array;
  /** Actual arrival at the gate, tick. */
  readonly arrival: Float64Array;
  /** Pallets on board, may be fractional (half a pallet). */
  readonly pallets: Float64Array;
  /** Notice lines of truck t: firstLine[t] … firstLine[t + 1] - 1. */
  readonly firstLine: Int32Array;
}

/** Row per line of an advance shipping notice. */
export interface InboundLines {
  readonly count: number;
  readonly truck: Int32Array;
  readonly item: Int32Array;
  readonly units: Int32Array;
  /** Expiry tick; Infinity where it does not expire. */
  readonly expiry: Float64Array;
}

/** Row per collection: parcels that a vehicle fetches from a member and brings to the DC (milk run). In order of announcement. */
export interface Collections {
  readonly count: number;
  readonly code: readonly string[];
  /** Index into `stores`: the member. */
  readonly store: Int32Array;
  /** Tick at which it is asked for; negative: before the run began. */
  readonly announced: Float64Array;
  /** Tick at which its round is planned, and at which that round leaves the DC. */
  readonly release: Float64Array;
  readonly due: Float64Array;
  /** Tick by which the parcels should be at the DC: when the linehaul they go on with is closed. */
  readonly cutOff: Float64Array;
  readonly parcels: Int32Array;
  readonly weight_kg: Float64Array;
  readonly volume_l: Float64Array;
}

export const NO_COLLECTIONS: Collections = {
  count: 0,
  code: [],
  store: new Int32Array(0),
  announced: new Float64Array(0),
  release: new Float64Array(0),
  due: new Float64Array(0),
  cutOff: new Float64Array(0),
  parcels: new Int32Array(0),
  weight_kg: new Float64Array(0),
  volume_l: new Float64Array(0),
};

/** A departure of the day: orders of the wave are released together and leave together. */
export interface Wave {
  readonly id: string;
  /** Departure, seconds after midnight. */
  readonly departure_s: number;
}

/** Orders of the past, before the run: what storage policies learn from. Orders in order of time. */
export interface OrderHistory {
  /** Number of orders. */
  readonly count: number;
  /** When each came in, days before tick 0 (negative). */
  readonly day: Float64Array;
  /** Lines of order o: firstLine[o] … firstLine[o + 1] - 1. Length count + 1. */
  readonly firstLine: Int32Array;
  /** Item of each line; an item at most once an order. */
  readonly item: Int32Array;
}

export const NO_HISTORY: OrderHistory = {
  count: 0,
  day: new Float64Array(0),
  firstLine: new Int32Array(1),
  item: new Int32Array(0),
};

export interface Demand {
  readonly orders: Orders;
  readonly lines: OrderLines;
  readonly trucks: InboundTrucks;
  readonly inboundLines: InboundLines;
  readonly waves: readonly Wave[];
  readonly collections: Collections;
}

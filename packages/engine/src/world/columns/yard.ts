// Columns of what comes and goes: trucks, doors, lanes, tours, vehicles.

export const TRUCK_SPEC = { state: 'u8', slot: 'i32', door: 'i32' } as const;

/** Row per inbound agent slot: a truck that is in the yard or at a door occupies one. Metres. */
export const SLOT_SPEC = { truck: 'i32', x: 'f64', y: 'f64' } as const;

export const INBOUND_LINE_SPEC = {
  lane: 'i32',
  toPlace: 'i32', // units still to be put away
  location: 'i32',
  moving: 'i32', // where the next units go, and how many
} as const;

export const DOOR_SPEC = {
  user: 'i32',
  since: 'f64', // tick of being granted
  busy: 'f64', // ticks used up to then
  keptUntil: 'f64', // it is free and kept for somebody: tick at which that is looked at again
} as const;

export const LANE_SPEC = {
  planned: 'i32', // orders of tours that are not loaded yet
  standing: 'i32', // of these, orders that stand in it or are being brought there
} as const;

/** Rows are added. A tour's stops are rows firstStop … firstStop + stops - 1 of the tour stops. */
export const TOUR_SPEC = {
  vehicle: 'i32',
  firstStop: 'i32',
  stops: 'i32',
  door: 'i32',
  lane: 'i32',
  loaded: 'i32', // orders loaded so far
  nextStop: 'i32', // stops served
  due: 'f64', // when it is to depart
  departed: 'f64',
  returns: 'f64', // tick at which it is expected back, as last worked out
  km: 'f64',
  emptyKm: 'f64', // of these without goods on board
  carriers: 'i32', // empty carriers taken back
  parcels: 'i32', // collected
  phase: 'u8', // where it is between its planning and its end: TOUR_PHASE
  asked: 'u8', // 1: the task to drive it has been added
  begun: 'f64', // tick at which its driver began with it, -1 before
  loading: 'f64', // ticks that loading it takes, as drawn
  expected: 'f64', // tick at which the leg or the service under way is expected to end; of one that waits at a store, of its arrival
  leg: 'f64', // ticks that the leg under way takes, as drawn, and what of it is still to be driven
  legLeft: 'f64',
  cost_krw: 'f64', // kilometres, driver, and with the vehicle's first tour of a day its fixed cost; when it is back
} as const;

/** What is done at a stop of a tour: an order is delivered, or a collection is fetched. The other is -1. */
export const TOUR_STOP_SPEC = {
  order: 'i32',
  collection: 'i32',
  eta: 'f64', // tick at which its service is expected to begin, as told last
  promised: 'f64', // the same as told when the tour departed (for a stop added later: when it was added)
  began: 'f64', // tick at which its service began, -1 before
} as const;

/** Metres in the yard, where it last stood or is driving to. */
export const VEHICLE_SPEC = {
  x: 'f64',
  y: 'f64',
  tour: 'i32',
  charge_kWh: 'f64', // at `since`
  since: 'f64',
  charger: 'i32', // -1: none
  rate_kW: 'f64', // with which it is charged since then
  needs_kWh: 'f64', // its driver waits until so much is in the battery; 0: nobody waits
  chargeStep: 'f64', // handle of its 'charge-step' in the calendar
  coolingFrom: 'f64', // tick since which its load space is cooled, -1: it is not
  heldUntil: 'f64', // a disruption holds it up until then
  brokenUntil: 'f64', // that long it cannot be counted on
} as const;

export const COLLECTION_SPEC = { state: 'u8', tour: 'i32' } as const;

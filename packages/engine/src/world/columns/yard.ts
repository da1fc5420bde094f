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

export const DOOR_SPEC = { user: 'i32', since: 'f64', busy: 'f64' } as const; // tick of being granted, ticks used up to then

export const LANE_SPEC = { planned: 'i32' } as const; // orders of tours that are not loaded yet

/** Rows are added. A tour's stops are rows firstStop … firstStop + stops - 1 of the tour stops. */
export const TOUR_SPEC = {
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

export const TOUR_STOP_SPEC = { order: 'i32' } as const;

/** Metres in the yard, where it last stood or is driving to. */
export const VEHICLE_SPEC = { x: 'f64', y: 'f64', tour: 'i32' } as const;

// Columns of goods in the storage: lots, items, locations, racks, moves.

/** Stock of one item received together, in one location. Rows are added and released. */
export const LOT_SPEC = {
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
export const ITEM_SPEC = {
  home: 'i32',
  firstLot: 'i32',
  lastLot: 'i32',
  firstPick: 'i32', // open picks of the item: a list
  asked: 'i32', // units of orders that have arrived and have no stock reserved yet
  linesAsked: 'i32', // lines of the orders that have arrived in the run so far
  coming: 'i32', // units asked for from the reserve and not yet at the face (or given up)
} as const;

export const LOCATION_SPEC = {
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
export const LOAD_SPEC = { load_g: 'f64' } as const;

/** Goods to be moved inside the storage by one task: a replenishment, or a re-slotting. Rows are added and released. */
export const MOVE_SPEC = {
  item: 'i32',
  from: 'i32', // location
  to: 'i32',
  other: 'i32', // item that lives there and goes the other way, -1 none
  units: 'i32', // still to be brought; of a re-slotting not used
  started: 'f64', // tick at which its task began
} as const;

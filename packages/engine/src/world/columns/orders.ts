// Columns of orders on their way: lines, picks, parts, batches, cartons.

export const ORDER_SPEC = {
  state: 'u8',
  open: 'i32', // allocated lines not yet picked
  firstPick: 'i32', // picks of the order: a list until it is batched; of a visit, the rest of its tour
  parts: 'i32', // parts of it that are still to be picked and brought together
  gathering: 'u8', // 1: in several parts, and has room at the consolidation place until the last is there
  firstPartAt: 'f64', // tick at which the first of several parts was brought
  tour: 'i32',
  lane: 'i32',
  stands: 'u8', // 1: it stands in its lane, or is being brought there
  laneFullAt: 'f64', // tick since which it waits for room in a lane
  volume_l: 'f64',
  weight_kg: 'f64',
  compartments: 'u8', // of what was allocated
  cartons: 'i32',
  firstCarton: 'i32', // cartons at the packing station: a list
  carriers: 'i32', // roll containers or pallets it stands on
  cart: 'i32',
  step: 'i32', // of a member's visit: its shopping cart, and where it stands
} as const;

export const LINE_SPEC = {
  state: 'u8',
  allocated: 'i32',
  picked: 'i32',
  wrong: 'u8', // 1: a wrong number was picked, 2: another article, and nobody has found it yet
  wrong_g: 'i32', // grams by which it is off
  carton: 'i32', // while it is packed: carton with its last units
} as const;

/** Units reserved in a lot for a line, until picked. Rows are added and released. */
export const PICK_SPEC = {
  line: 'i32',
  lot: 'i32',
  units: 'i32',
  next: 'i32',
  nextOfItem: 'i32', // open picks of the item: a list
  previousOfItem: 'i32',
  bound: 'u8', // its tour has begun, or its zone is fixed: it is picked where it lies
  missing: 'u8', // 1: the picker at the place does not find it
  again: 'u8', // 1: it stands for goods that were not found elsewhere
} as const;

/** What is picked of an order at a time: all of it, or what lies in one of parallel zones. Rows are added and released. */
export const PART_SPEC = {
  order: 'i32',
  zone: 'i32', // -1: not divided
  firstPick: 'i32', // its picks: a list until it is batched
  next: 'i32', // of the batch
  inZone: 'u8', // 1: something of it lies in the zone its cart is in
  pooled: 'f64', // tick since which it waits for a batch
  volume_l: 'f64',
  weight_kg: 'f64',
} as const;

/** Parts of orders picked together. Rows are added and released. */
export const BATCH_SPEC = {
  firstPart: 'i32',
  firstPick: 'i32', // still to be picked, on a tour in the order of the tour
  later: 'i32', // to be picked in zones to which the cart is passed on
  zone: 'i32', // of the tour under way or to come, -1: the whole building
  cart: 'i32', // that goes with the batch from zone to zone, -1: none
  visited: 'i32', // zones it has come to
  due: 'f64',
  picks: 'i32', // taken so far, all zones together
  lines: 'i32', // completed on the tour
  started: 'f64',
  walked_m: 'f64', // tick and the picker's metres at the beginning
} as const;

/** Cartons and loose pieces of an order, from when its packing begins until they are taken away. Rows are added and released. */
export const CARTON_SPEC = {
  type: 'i32', // carton type; -1: one unit too large for every carton
  item: 'i32', // of a loose unit, else -1
  goods_g: 'i32', // what its goods weigh by the records
  goods_l: 'f64',
  squares_g2: 'f64', // sum over its units of the square of their grams
  temperature: 'u8',
  fragile: 'u8', // 1: holds something on which nothing may lie
  opened: 'u8', // 1: its weight is off, it is looked through
  off_g: 'f64', // what it weighs on the scale less what it should
  next: 'i32', // of the order
} as const;

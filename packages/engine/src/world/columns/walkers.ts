// Columns of traffic: who is where on the floor, what each is still to do, and who waits for whom.

/** Row per agent, where traffic is modelled (workforce/itinerary.ts, traffic.ts, faces.ts): people and members on the floor. */
export const WALKER_SPEC = {
  phase: 'u8', // what it waits for
  firstOp: 'u8', // what it is still to do: a ring of operations
  ops: 'u8',
  place: 'i32', // where it was sent last
  at: 'i32', // place at which it stands, -1 where it stands elsewhere
  node: 'i32', // at the end of all that is booked: the node it is at, or -1 and
  edge: 'i32', // the edge inside which it is (at a node: which it is to take), -1 none
  along_m: 'f64', // metres from that edge's `from` end
  goal: 'i32', // end of the leg under way: a node, -2 the place, -1 no leg
  until: 'f64', // tick up to which it is booked
  machine: 'i32', // that is with it, -1 none
  order: 'i32', // of a member: its visit
  width_m: 'f64',
  visit: 'i32', // edge in which it is in the way of others, -1 none
  direction: 'i32', // there: 1 through to the `to` end, -1 through to the `from` end, 0 it turns or stays
  exit: 'f64', // tick at which it leaves it, Infinity not known
  ahead: 'i32', // in the list of that edge: who came before it, and after it
  behind: 'i32',
  knots: 'u8', // of its way in that edge, as booked
  queued: 'i32', // edge it waits for, -1 none
  next: 'i32', // who waits after it, for that edge or that face
  waits: 'u8', // whether it waits for traffic, and for what: a phase
  waitsFrom: 'f64', // tick from which it does
  waitedTo: 'f64', // tick at which it last ended waiting
  seat: 'i32', // place at which it works, -1 none
  seatUntil: 'f64', // tick at which that ends
  nextAtSeat: 'i32', // who else works there
} as const;

/** Row per agent × operation. */
export const OP_SPEC = { kind: 'u8', a: 'i32', state: 'u8', ticks: 'f64', leaves: 'i32' } as const;

/** Row per agent × knot of its way in the edge it visits: metres from the end at which such visits begin. */
export const KNOT_SPEC = { tick: 'f64', at_m: 'f64' } as const;

/** Row per edge (who is in it, who waits for it), and per place (who works there, who waits to): where traffic is modelled. */
export const CROWD_SPEC = {
  first: 'i32',
  last: 'i32',
  firstWaiting: 'i32',
  lastWaiting: 'i32',
  look: 'f64', // tick at which it is looked at again
  waited: 'f64', // ticks waited for it
  waits: 'f64',
} as const;

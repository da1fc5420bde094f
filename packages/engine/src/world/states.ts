// The states of orders, order lines and inbound trucks, in the order in which they are passed through; they never go back.

/** An order line is in exactly one of these. 'delivered', 'short' and 'returned' (from the store, back at the DC) are final. */
export const LINE_STATES = [
  'expected',
  'ordered',
  'allocated',
  'picked',
  'packed',
  'staged',
  'loaded',
  'delivered',
  'short',
  'returned',
] as const;
export type LineState = (typeof LINE_STATES)[number];

/**
 * An order; 'delivered' covers a member's visit that was paid at the counter. 'closed' follows 'picked' where nothing was:
 * it is neither packed nor driven. 'undelivered' follows 'loaded' where nobody took it: it comes back and is 'returned'. All but
 * 'undelivered' of these are final.
 */
export const ORDER_STATES = [
  'expected',
  'ordered',
  'released',
  'picking',
  'picked',
  'packed',
  'staged',
  'loaded',
  'delivered',
  'closed',
  'undelivered',
  'returned',
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const LINE = Object.fromEntries(LINE_STATES.map((name, index) => [name, index])) as Readonly<Record<LineState, number>>;
export const ORDER = Object.fromEntries(ORDER_STATES.map((name, index) => [name, index])) as Readonly<Record<OrderState, number>>;

/** A collection: asked for, on a tour, on board, and at the DC. */
export const COLLECTION_STATES = ['expected', 'announced', 'planned', 'collected', 'received'] as const;
export type CollectionState = (typeof COLLECTION_STATES)[number];
export const COLLECTION = Object.fromEntries(COLLECTION_STATES.map((name, index) => [name, index])) as Readonly<
  Record<CollectionState, number>
>;

/**
 * A tour. 'between': it has departed and is about to drive to its next stop; 'at-stop' from its arrival there until its service
 * ends; 'home': it is on its last leg; 'over': it is back, or was never driven since nothing was left of it.
 */
export const TOUR_PHASES = ['planned', 'loading', 'between', 'driving', 'at-stop', 'home', 'over'] as const;
export const TOUR_PHASE = Object.fromEntries(TOUR_PHASES.map((name, index) => [name, index])) as Readonly<
  Record<(typeof TOUR_PHASES)[number], number>
>;

/** An inbound truck; 'waiting' from its arrival until it has a door. */
export const TRUCK_STATES = ['expected', 'waiting', 'docking', 'docked', 'unloading', 'leaving', 'left'] as const;
export const TRUCK_STATE = Object.fromEntries(TRUCK_STATES.map((name, index) => [name, index])) as Readonly<
  Record<(typeof TRUCK_STATES)[number], number>
>;

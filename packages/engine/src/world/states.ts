// The states of orders, order lines and inbound trucks, in the order in which they are passed through; they never go back.

/** An order line is in exactly one of these. 'short' and 'delivered' are final. */
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
] as const;
export type LineState = (typeof LINE_STATES)[number];

/**
 * An order; 'delivered' covers a member's visit that was paid at the counter. 'closed' follows 'picked' where nothing was:
 * it is neither packed nor driven. Both are final.
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
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

export const LINE = Object.fromEntries(LINE_STATES.map((name, index) => [name, index])) as Readonly<Record<LineState, number>>;
export const ORDER = Object.fromEntries(ORDER_STATES.map((name, index) => [name, index])) as Readonly<Record<OrderState, number>>;

/** An inbound truck; 'waiting' from its arrival until it has a door. */
export const TRUCK_STATES = ['expected', 'waiting', 'docking', 'docked', 'unloading', 'leaving', 'left'] as const;
export const TRUCK_STATE = Object.fromEntries(TRUCK_STATES.map((name, index) => [name, index])) as Readonly<
  Record<(typeof TRUCK_STATES)[number], number>
>;

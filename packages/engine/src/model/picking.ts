// How orders are picked: released in waves or as they come, by one picker or zone by zone, sorted on the cart or after it.

import type { Names } from './building.ts';

/** When orders are released to the floor: with their wave, or each when it arrives (waveless). */
export const RELEASES = ['waves', 'continuous'] as const;
export type Release = (typeof RELEASES)[number];

/**
 * Who picks an order: one picker the whole of it; a picker per zone, the cart passed on from zone to zone (progressive
 * zoning); or all zones at the same time, their parts brought together before packing (synchronised zoning).
 */
export const PICK_METHODS = ['single-zone', 'pick-and-pass', 'parallel-zones'] as const;
export type PickMethod = (typeof PICK_METHODS)[number];

/** When the goods of a batch are parted by order: at the pick, into compartments of the cart, or after the tour. */
export const SORTINGS = ['sort-while-pick', 'sort-after-pick'] as const;
export type Sorting = (typeof SORTINGS)[number];

export interface PickZone {
  readonly id: string;
  readonly names: Names;
  /** Storage areas of the zone; every area is in one zone. */
  readonly areas: readonly number[];
  /** Roles whose people pick here; empty: every role with the skill. */
  readonly roles: readonly number[];
  /** What picks travel on: index into EQUIPMENT_KINDS. */
  readonly equipment: number;
  /** Place where a tour of this zone starts, and where its cart is taken over from the zone before. */
  readonly start: number;
}

export interface Picking {
  readonly release: Release;
  readonly method: PickMethod;
  /** In the order in which carts are passed on; empty for 'single-zone'. */
  readonly zones: readonly PickZone[];
  /** Of 'parallel-zones': where parts of orders wait for the others. */
  readonly consolidation: {
    readonly place: number;
    /** Orders that wait there at a time; batches of further orders are not started. */
    readonly orders: number;
  };
  /** Bringing one part of an order to the rest of it, seconds. */
  readonly consolidatePart_s: number;
  readonly sorting: Sorting;
  /** Of 'sort-while-pick': putting a line into its compartment, seconds; of 'sort-after-pick': parting a line after the tour. */
  readonly sortLine_s: number;
  /** Compartments of a cart, and what one takes; an order lies in compartments of its own. Infinity: does not bind. */
  readonly cartCompartments: number;
  readonly compartment_l: number;
  /** Units in one batch; Infinity: does not bind. */
  readonly batchUnits: number;
  /** Of 'continuous': a batch is made when so many orders wait, or the first of them has waited so long, seconds. */
  readonly poolOrders: number;
  readonly poolWait_s: number;
  /** Tours that the batching policy may work out in one decision. */
  readonly batchingEffort: number;
  /** Handing the goods of one order over at the end of a tour, seconds. */
  readonly handOver_s: number;
  /** Share of wrong picks that are of the right article, in a wrong number. The rest are of a neighbouring article. */
  readonly wrongCountShare: number;
  /** Probability that the picker's own check (a scan, a light) finds a wrong pick at once. */
  readonly ownCheck: number;
  /** Probability that a picker does not find goods that the records have at the place: a short pick. */
  readonly shortPickProbability: number;
  /** Searching in vain, and writing it down, seconds. */
  readonly shortPick_s: number;
  /** What a wrong pick costs that reaches the customer: return, second delivery, credit note. */
  readonly wrongDelivery_krw: number;
}

/** Whole orders in waves by one picker; all checks are made at packing. */
export const PLAIN_PICKING: Picking = {
  release: 'waves',
  method: 'single-zone',
  zones: [],
  consolidation: { place: 0, orders: Infinity },
  consolidatePart_s: 0,
  sorting: 'sort-while-pick',
  sortLine_s: 0,
  cartCompartments: Infinity,
  compartment_l: Infinity,
  batchUnits: Infinity,
  poolOrders: 1,
  poolWait_s: 0,
  batchingEffort: 20_000,
  handOver_s: 0,
  wrongCountShare: 0.5,
  ownCheck: 0,
  shortPickProbability: 0,
  shortPick_s: 0,
  wrongDelivery_krw: 0,
};

// The tours of a run as its events tell them, in one pass: stops as planned and changed, what was loaded, begun, handed over, fetched
// and brought back. Rules about delivery read them here, so that each says only what must hold.

import type { Happening, RunRecord } from './record.ts';

export interface TourStop {
  /** The other is -1. */
  readonly order: number;
  readonly collection: number;
  /** Tick at which the tour was told to have it. */
  readonly since: number;
}

export interface StopDone {
  readonly position: number;
  readonly began: number;
  readonly late_s: number;
  /** 'order-delivered', 'order-undelivered' or 'parcels-collected', and when; undefined: not yet. */
  ended?: Happening;
}

export interface Eta {
  readonly tick: number;
  readonly position: number;
  readonly second: number;
  /** How often the tour had been changed by then. */
  readonly changes: number;
}

export interface DeliveryTour {
  readonly tour: number;
  readonly vehicle: number;
  readonly planned: number;
  /** Stops as told when it was planned. */
  readonly announced: number;
  /** Stops that followed that, before anything of it changed. */
  told: number;
  /** Now. */
  stops: TourStop[];
  readonly changes: {
    readonly tick: number;
    readonly position: number;
    readonly cause: number;
    readonly before: readonly TourStop[];
    /** Stops begun by then. */
    readonly begun: number;
  }[];
  docked: { readonly tick: number; readonly door: number } | undefined;
  atDoor: boolean;
  /** In the order in which they were loaded. */
  readonly loaded: Happening[];
  departed: number;
  /** The stops with which it departed. */
  leftWith: readonly TourStop[];
  returned: number;
  readonly done: StopDone[];
  readonly etas: Eta[];
  readonly refused: Happening[];
  readonly broughtBack: Happening[];
  readonly received: Happening[];
  empties: Happening | undefined;
}

const known = new WeakMap<RunRecord, ReadonlyMap<number, DeliveryTour>>();

/** Tours by number. Events that name a tour that is not planned are left out; the rule `delivery` reports them. */
export function deliveryTours(run: RunRecord): ReadonlyMap<number, DeliveryTour> {
  const read = known.get(run) ?? readTours(run);
  known.set(run, read);
  return read;
}

/** The tour an event of delivery names; -1 where it names none. */
export function tourNamed({ kind, a, b, c }: Happening): number {
  switch (kind) {
    case 'tour-planned':
    case 'tour-stop-planned':
    case 'collection-planned':
    case 'tour-changed':
    case 'stop-eta':
    case 'stop-begun':
    case 'empties-returned':
      return a;
    case 'vehicle-departed':
    case 'vehicle-returned':
      return b;
    case 'vehicle-docked':
    case 'vehicle-undocked':
    case 'order-loaded':
    case 'order-delivered':
    case 'order-undelivered':
    case 'order-returned':
    case 'parcels-collected':
    case 'parcels-received':
      return c;
    default:
      return -1;
  }
}

function readTours(run: RunRecord): ReadonlyMap<number, DeliveryTour> {
  const tours = new Map<number, DeliveryTour>();
  const closed = new Set<number>();
  /** Lines refused since the last delivery of their vehicle. */
  const refused = new Map<number, Happening[]>();
  for (const event of run.events) {
    const { tick, kind, a, b, c } = event;
    if (kind === 'order-closed') closed.add(a);
    if (kind === 'line-refused') {
      refused.set(b, [...(refused.get(b) ?? []), event]);
      continue;
    }
    const number = tourNamed(event);
    if (number < 0) continue;
    if (kind === 'tour-planned') {
      if (!tours.has(a)) tours.set(a, begin(a, b, c, tick));
      continue;
    }
    const tour = tours.get(number);
    if (tour === undefined) continue;
    switch (kind) {
      case 'tour-stop-planned':
        if (tour.changes.length === 0) tour.told++;
        tour.stops.push({ order: b, collection: -1, since: tick });
        break;
      case 'collection-planned':
        if (tour.changes.length === 0) tour.told++;
        tour.stops.push({ order: -1, collection: b, since: tick });
        break;
      case 'tour-changed':
        tour.changes.push({ tick, position: b, cause: c, before: tour.stops, begun: tour.done.length });
        tour.stops = tour.stops.slice(0, b);
        break;
      case 'vehicle-docked':
        tour.docked ??= { tick, door: b };
        tour.atDoor = true;
        break;
      case 'vehicle-undocked':
        tour.atDoor = false;
        break;
      case 'order-loaded':
        tour.loaded.push(event);
        break;
      case 'vehicle-departed':
        // What was closed since the planning is left out, and what comes after it moves up.
        tour.stops = tour.stops.filter(({ order }) => !closed.has(order));
        tour.departed = tick;
        tour.leftWith = tour.stops;
        tour.atDoor = false;
        break;
      case 'stop-eta':
        tour.etas.push({ tick, position: b, second: c, changes: tour.changes.length });
        break;
      case 'stop-begun':
        tour.done.push({ position: b, began: tick, late_s: c });
        break;
      case 'order-delivered':
        tour.refused.push(...(refused.get(b) ?? []));
        refused.delete(b);
        end(tour, event);
        break;
      case 'order-undelivered':
      case 'parcels-collected':
        end(tour, event);
        break;
      case 'order-returned':
        tour.broughtBack.push(event);
        break;
      case 'parcels-received':
        tour.received.push(event);
        break;
      case 'empties-returned':
        tour.empties = event;
        break;
      case 'vehicle-returned':
        tour.returned = tick;
        break;
      default:
    }
  }
  return tours;
}

function begin(tour: number, vehicle: number, announced: number, planned: number): DeliveryTour {
  return {
    tour,
    vehicle,
    planned,
    announced,
    told: 0,
    stops: [],
    changes: [],
    docked: undefined,
    atDoor: false,
    loaded: [],
    departed: Infinity,
    leftWith: [],
    returned: Infinity,
    done: [],
    etas: [],
    refused: [],
    broughtBack: [],
    received: [],
    empties: undefined,
  };
}

function end(tour: DeliveryTour, event: Happening): void {
  const last = tour.done.at(-1);
  if (last !== undefined && last.ended === undefined) last.ended = event;
}

/** Stops as driven: without orders that were closed since something else of them was picked. */
export function drivenStops(run: RunRecord, tour: DeliveryTour): readonly TourStop[] {
  const closed = new Set(run.of('order-closed').map(({ a }) => a));
  return tour.stops.filter(({ order }) => order < 0 || !closed.has(order));
}

/** What was told of when a stop of a tour begins, wherever in it it stood then. */
export function toldOf(tour: DeliveryTour, stop: TourStop): Eta[] {
  return tour.etas.filter(({ position, changes }) => {
    const then = (tour.changes[changes]?.before ?? tour.stops)[position];
    return then?.order === stop.order && then.collection === stop.collection;
  });
}

/** Where a stop is, kilometres east and north of the DC; the DC for undefined. */
export function placeOf(run: RunRecord, stop: TourStop | undefined): readonly [number, number] {
  const store = storeOf(run, stop);
  const { stores } = run.model.fleet;
  return store < 0 ? [0, 0] : [stores.east_km[store]!, stores.north_km[store]!];
}

export function storeOf(run: RunRecord, stop: TourStop | undefined): number {
  if (stop === undefined) return -1;
  const { orders, collections } = run.model.demand;
  return stop.order >= 0 ? orders.store[stop.order]! : collections.store[stop.collection]!;
}

/** Kilometres of road between two stops (undefined: the DC). */
export function road_km(run: RunRecord, from: TourStop | undefined, to: TourStop | undefined): number {
  const { roads, stores } = run.model.fleet;
  if (roads.matrix !== undefined)
    return roads.matrix.distance_km[(storeOf(run, from) + 1) * (stores.count + 1) + storeOf(run, to) + 1]!;
  const [x0, y0] = placeOf(run, from);
  const [x1, y1] = placeOf(run, to);
  return Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2) * roads.roadFactor;
}

const SECONDS_PER_DAY = 86_400;

/**
 * Seconds that a leg takes, as expected, for one who leaves at a second of the run: the share of it that is left is driven at
 * the speed of each period until its end.
 */
export function expectedLeg_s(run: RunRecord, from: TourStop | undefined, to: TourStop | undefined, leaving_s: number): number {
  const { roads, stores } = run.model.fleet;
  const { matrix } = roads;
  const cell = (storeOf(run, from) + 1) * (stores.count + 1) + storeOf(run, to) + 1;
  const period_s = matrix?.period_s ?? 3600;
  const whole = (period: number): number =>
    matrix === undefined
      ? ((road_km(run, from, to) * 1000) / roads.speed_mps) * roads.hourFactor[period]!
      : matrix.durations_s[period]![cell]!;
  let left = 1;
  let at = leaving_s;
  for (;;) {
    const ofDay = ((at % SECONDS_PER_DAY) + SECONDS_PER_DAY) % SECONDS_PER_DAY;
    const period = Math.min(Math.floor(ofDay / period_s), SECONDS_PER_DAY / period_s - 1);
    const all = whole(period);
    const until = (Math.floor(at / period_s) + 1) * period_s;
    if (left * all <= until - at || all === 0) return at + left * all - leaving_s;
    left -= (until - at) / all;
    at = until;
  }
}

/** The window of a stop, ticks: of the day it is due on, or of the next where that has closed before it leaves; open all day: none. */
export function windowOf(run: RunRecord, stop: TourStop): { readonly opens: number; readonly closes: number } {
  const { stores } = run.model.fleet;
  const { orders, collections } = run.model.demand;
  const store = storeOf(run, stop);
  const [opens_s, closes_s] = [stores.opens_s[store]!, stores.closes_s[store]!];
  if (closes_s - opens_s >= SECONDS_PER_DAY) return { opens: -Infinity, closes: Infinity };
  const due = stop.order >= 0 ? orders.due[stop.order]! : collections.due[stop.collection]!;
  let midnight = Math.floor(due / 86_400e6) * 86_400e6;
  if (midnight + closes_s * 1e6 <= due) midnight += 86_400e6;
  return { opens: midnight + opens_s * 1e6, closes: midnight + closes_s * 1e6 };
}

// The rows of tours and of their stops.
//
// What is done at a stop is one number here: an order is its row, a collection -2 - its row. Positions count the stops that a
// tour has now: an order that is closed leaves its tour, and the later stops move up.

import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { emptiestLane, leaveLane, moveLane } from '../world/lanes.ts';
import { COLLECTION, ORDER, TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';

/** Nothing has been told of a stop yet. */
export const UNTOLD = -1;

export function ofCollection(collection: number): number {
  return -2 - collection;
}

/** The order of a stop's subject, or NONE. */
export function orderOf(subject: number): number {
  return Math.max(NONE, subject);
}

/** The collection of a stop's subject, or NONE. */
export function collectionOf(subject: number): number {
  return subject < NONE ? -2 - subject : NONE;
}

/** Where a subject is delivered or fetched: its store. */
export function storeOf({ model }: Context, subject: number): number {
  const { orders, collections } = model.demand;
  return subject < 0 ? collections.store[collectionOf(subject)]! : orders.store[subject]!;
}

/** When the departure of a subject was asked for, tick. */
export function dueOf({ model }: Context, subject: number): number {
  const { orders, collections } = model.demand;
  return subject < 0 ? collections.due[collectionOf(subject)]! : orders.due[subject]!;
}

/** What is done at a position of a tour. */
export function subjectAt({ world }: Context, tour: number, position: number): number {
  const { order, collection } = world.tourStops.columns;
  const stop = world.tours.columns.firstStop[tour]! + position;
  return order[stop] === NONE ? ofCollection(collection[stop]!) : order[stop]!;
}

/** What is done at the stops of a tour from a position on, in order. */
export function subjectsOf(context: Context, tour: number, from = 0): number[] {
  const count = context.world.tours.columns.stops[tour]! - from;
  return Array.from({ length: Math.max(0, count) }, (_, i) => subjectAt(context, tour, from + i));
}

/** The orders of a tour, in the order of its stops. */
export function ordersOf(context: Context, tour: number): number[] {
  return subjectsOf(context, tour).filter((subject) => subject >= 0);
}

/** The store from which a tour's vehicle drives to its next stop; NONE: the DC. */
export function lastStore(context: Context, tour: number): number {
  const done = context.world.tours.columns.nextStop[tour]!;
  return done === 0 ? NONE : storeOf(context, subjectAt(context, tour, done - 1));
}

/** The store of a tour's next stop; NONE: it has none left, and goes to the DC. */
export function nextStore(context: Context, tour: number): number {
  const { nextStop, stops } = context.world.tours.columns;
  return nextStop[tour] === stops[tour] ? NONE : storeOf(context, subjectAt(context, tour, nextStop[tour]!));
}

/** A new tour, told with its stops. Its orders get room in the lane that has the most, unless they stand in one already. */
export function addTour(context: Context, vehicle: number, subjects: readonly number[], due: number): number {
  const { world, sim, recorder } = context;
  const tour = world.tours.add();
  const t = world.tours.columns;
  t.vehicle[tour] = vehicle;
  t.door[tour] = NONE;
  t.lane[tour] = subjects.some((subject) => subject >= 0) ? emptiestLane(context) : NONE;
  t.due[tour] = due;
  t.departed[tour] = NONE;
  t.begun[tour] = NONE;
  recorder.event(sim.now, TRACED['tour-planned'], tour, vehicle, subjects.length);
  setStops(context, tour, 0, subjects);
  return tour;
}

/** The stops of a tour from a position on are these now; what was told of those it had before is kept. Told one by one. */
export function setStops(context: Context, tour: number, position: number, subjects: readonly number[]): void {
  const { world, sim, recorder } = context;
  const before = subjectsOf(context, tour);
  const t = world.tours.columns;
  const told = world.tourStops.columns;
  const first = t.firstStop[tour]!;
  const known = new Map(
    before.map((subject, i) => [subject, [told.eta[first + i]!, told.promised[first + i]!, told.began[first + i]!]]),
  );
  const all = [...before.slice(0, position), ...subjects];
  if (all.length > before.length) {
    t.firstStop[tour] = world.tourStops.count;
    for (let i = 0; i < all.length; i++) world.tourStops.add();
  }
  const s = world.tourStops.columns;
  all.forEach((subject, i) => {
    const stop = t.firstStop[tour]! + i;
    const [eta, promised, began] = known.get(subject) ?? [UNTOLD, UNTOLD, NONE];
    s.order[stop] = orderOf(subject);
    s.collection[stop] = collectionOf(subject);
    s.eta[stop] = eta!;
    s.promised[stop] = promised!;
    s.began[stop] = began!;
  });
  t.stops[tour] = all.length;
  subjects.forEach((subject, i) => {
    if (subject >= 0) {
      world.orders.columns.tour[subject] = tour;
      if (t.lane[tour] === NONE) t.lane[tour] = emptiestLane(context);
      moveLane(context, subject, t.lane[tour]!);
      recorder.event(sim.now, TRACED['tour-stop-planned'], tour, subject, position + i);
    } else {
      const collection = collectionOf(subject);
      world.collections.columns.tour[collection] = tour;
      world.collections.columns.state[collection] = COLLECTION.planned;
      recorder.event(sim.now, TRACED['collection-planned'], tour, collection, position + i);
    }
  });
}

/** Whether no order of a tour is still to come: each is staged, or closed. */
export function allReady(context: Context, tour: number): boolean {
  const { state } = context.world.orders.columns;
  return ordersOf(context, tour).every((order) => state[order] === ORDER.staged || state[order] === ORDER.closed);
}

/** Takes the orders that were closed since the planning from a tour; returns how many stops are left. */
export function dropClosed(context: Context, tour: number): number {
  const { orders, tours, tourStops } = context.world;
  const t = tours.columns;
  const s = tourStops.columns;
  const first = t.firstStop[tour]!;
  let left = 0;
  for (let i = 0; i < t.stops[tour]!; i++) {
    const order = s.order[first + i]!;
    if (order !== NONE && orders.columns.state[order] === ORDER.closed) {
      leaveLane(context, order);
      continue;
    }
    s.order[first + left] = order;
    s.collection[first + left] = s.collection[first + i]!;
    left++;
  }
  t.stops[tour] = left;
  return left;
}

/** The tours of a vehicle that are not over, in the order in which they are driven. */
export function openTours({ world }: Context, vehicle: number): number[] {
  const { vehicle: drivenBy, phase, due } = world.tours.columns;
  const tours: number[] = [];
  for (let tour = 0; tour < world.tours.count; tour++) {
    if (drivenBy[tour] === vehicle && phase[tour] !== TOUR_PHASE.over) tours.push(tour);
  }
  const begun = (tour: number): number => (phase[tour] === TOUR_PHASE.planned ? 0 : 1);
  return tours.sort((a, b) => begun(b) - begun(a) || due[a]! - due[b]! || a - b);
}

/** Whether a tour is on the road and not yet on its last leg. */
export function isUnderWay({ world }: Context, tour: number): boolean {
  const phase = world.tours.columns.phase[tour];
  return phase === TOUR_PHASE.between || phase === TOUR_PHASE.driving || phase === TOUR_PHASE['at-stop'];
}

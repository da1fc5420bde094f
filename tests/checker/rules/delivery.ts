import { DELIVERY } from '../../../packages/engine/src/model/demand.ts';
import { deliveryTours, drivenStops, tourNamed, type DeliveryTour, type TourStop } from '../delivery-tours.ts';
import type { TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';

/** Orders leave on the vehicle they were planned for, last stop first on board, and what was loaded is handed over or comes back. */
export const delivery: Rule = {
  id: 'delivery',
  proves:
    'orders are loaded on the docked vehicle of their tour, last stop first, and none loaded is forgotten; stops are begun in their ' +
    'order and end as what they are; a vehicle drives one tour at a time, an order or collection is in one tour',
  check(run, report) {
    const tours = deliveryTours(run);
    const { fleet } = run.model;
    for (const event of run.events) {
      const number = tourNamed(event);
      if (number < 0) continue;
      const tour = tours.get(number);
      if (tour === undefined || tour.planned > event.tick) {
        report(event.tick, `tour ${number}`, `${event.kind} before it is planned`);
        continue;
      }
      const vehicle = vehicleNamed(event);
      if (vehicle >= 0 && vehicle !== tour.vehicle)
        report(
          event.tick,
          `vehicle ${fleet.vehicles[vehicle]?.id ?? vehicle}`,
          `${event.kind} on tour ${number}, which is not its own`,
        );
      if (event.kind === 'tour-planned' && event.tick !== tour.planned) report(event.tick, `tour ${number}`, 'is planned twice');
    }
    for (const tour of tours.values()) {
      loading(run, tour, report);
      onTheRoad(run, tour, report);
      if (fleet.vehicles[tour.vehicle] === undefined)
        report(tour.planned, `tour ${tour.tour}`, `is planned for vehicle ${tour.vehicle}, which there is not`);
      if (tour.told !== tour.announced)
        report(run.to, `tour ${tour.tour}`, `${tour.told} stops are planned of ${tour.announced}`);
    }
    toldOnce(run, report);
    positionsTold(run, report);
    oneAtATime(run, [...tours.values()], report);
    inOneTour(run, report);
  },
};

function vehicleNamed({ kind, a, b }: { kind: string; a: number; b: number }): number {
  switch (kind) {
    case 'vehicle-docked':
    case 'vehicle-undocked':
    case 'vehicle-departed':
    case 'vehicle-returned':
      return a;
    case 'order-loaded':
    case 'order-delivered':
    case 'order-undelivered':
    case 'order-returned':
    case 'parcels-collected':
    case 'parcels-received':
    case 'empties-returned':
    case 'tour-planned':
      return b;
    default:
      return -1;
  }
}

function loading(run: RunRecord, tour: DeliveryTour, report: Report): void {
  const place = `tour ${tour.tour}`;
  const asLoaded = stopsAt(tour, tour.loaded[0]?.tick ?? Infinity).flatMap(({ order }) => (order < 0 ? [] : [order]));
  let docked = false;
  for (const { tick, kind, a, c } of run.events) {
    if (c !== tour.tour) continue;
    if (kind === 'vehicle-docked') docked = true;
    if (kind === 'vehicle-undocked') docked = false;
    if (kind === 'order-loaded' && !docked)
      report(tick, run.orderName(a), `is loaded while the vehicle of ${place} is not at a door`);
  }
  const taken = tour.loaded.map(({ a }) => a);
  for (const { tick, a } of tour.loaded) {
    if (!asLoaded.includes(a)) report(tick, run.orderName(a), `is loaded for ${place}, which does not plan it`);
    if (tick > tour.departed) report(tick, run.orderName(a), `is loaded after ${place} has departed`);
  }
  const expected = asLoaded.filter((order) => taken.includes(order)).reverse();
  if (taken.length === expected.length && taken.some((order, i) => order !== expected[i]))
    report(tour.loaded[0]!.tick, place, `is loaded in the order ${taken.join(' ')}, not last stop first: ${expected.join(' ')}`);
  if (tour.departed === Infinity) return;
  for (const { order } of tour.leftWith) {
    if (order >= 0 && !taken.includes(order)) report(tour.departed, place, `departs without ${run.orderName(order)}`);
  }
}

/** The stops of a tour as they were told at a tick. */
function stopsAt(tour: DeliveryTour, tick: number): readonly TourStop[] {
  return tour.changes.find((change) => change.tick > tick)?.before ?? tour.stops;
}

function onTheRoad(run: RunRecord, tour: DeliveryTour, report: Report): void {
  const place = `tour ${tour.tour}`;
  const stops = drivenStops(run, tour);
  tour.done.forEach(({ position, began, ended }, i) => {
    if (began < tour.departed || began > tour.returned) report(began, place, 'begins a stop while it is not on the road');
    if (position !== i) report(began, place, `begins stop ${position} after ${i} stops`);
    const stop = stops[position];
    if (stop === undefined) return report(began, place, `begins stop ${position} of ${stops.length}`);
    if (ended === undefined) {
      if (tour.returned < Infinity) report(tour.returned, place, `returns from stop ${position}, which it has not ended`);
      return;
    }
    const asked = stop.order >= 0 ? stop.order : stop.collection;
    if (ended.a !== asked || (ended.kind === 'parcels-collected') !== stop.collection >= 0)
      report(
        ended.tick,
        place,
        `${ended.kind} ${ended.a} at stop ${position}, which is ${stop.order >= 0 ? 'order' : 'collection'} ${asked}`,
      );
    if (stop.order >= 0 && !tour.loaded.some(({ a }) => a === stop.order))
      report(ended.tick, run.orderName(stop.order), `${ended.kind} by ${place}, which has not loaded it`);
    if (ended.tick > tour.returned) report(ended.tick, place, `${ended.kind} after its return`);
  });
  const ends = run.events.filter(
    (event) =>
      tourNamed(event) === tour.tour && ['order-delivered', 'order-undelivered', 'parcels-collected'].includes(event.kind),
  );
  for (const event of ends) {
    if (!tour.done.some(({ ended }) => ended === event))
      report(event.tick, place, `${event.kind} ${event.a} without having begun its stop`);
  }
  for (const change of tour.changes) {
    if (change.position < change.begun)
      report(change.tick, place, `changes from stop ${change.position} on, ${change.begun} are begun`);
    const now = stopsAt(tour, change.tick);
    if (tour.departed > change.tick) continue;
    for (const { a } of tour.loaded)
      if (!now.some(({ order }) => order === a))
        report(change.tick, place, `changes, and ${run.orderName(a)} on board is in no stop`);
  }
  if (tour.returned === Infinity) return;
  if (tour.departed > tour.returned) report(tour.returned, place, 'returns without being on the road');
  if (tour.done.length !== stops.length)
    report(tour.returned, place, `returns after ${tour.done.length} of ${stops.length} stops`);
  const handed = new Set(tour.done.flatMap(({ ended }) => (ended?.kind === 'order-delivered' ? [ended.a] : [])));
  const failed = new Set(tour.done.flatMap(({ ended }) => (ended?.kind === 'order-undelivered' ? [ended.a] : [])));
  for (const { a } of tour.loaded) {
    if (!handed.has(a) && !failed.has(a)) report(tour.returned, run.orderName(a), `was loaded on ${place} and comes nowhere`);
  }
}

/** What happens once to a tour, a line, a collection, or a vehicle in one moment. */
const ONCE: Readonly<Partial<Record<TraceEventName, (event: Happening) => string>>> = {
  'tour-planned': ({ a }) => `tour ${a}`,
  'vehicle-departed': ({ b }) => `tour ${b}`,
  'vehicle-returned': ({ b }) => `tour ${b}`,
  'empties-returned': ({ a }) => `tour ${a}`,
  'line-refused': ({ a }) => `line ${a}`,
  'order-undelivered': ({ a, c }) => `order ${a} on tour ${c}`,
  'order-returned': ({ a, c }) => `order ${a} on tour ${c}`,
  'parcels-collected': ({ a }) => `collection ${a}`,
  'parcels-received': ({ a }) => `collection ${a}`,
  'stop-begun': ({ a, b }) => `stop ${b} of tour ${a}`,
  'vehicle-held': ({ tick, a, b, c }) => `vehicle ${a} at ${tick} for ${b} s (${c})`,
  'vehicle-freed': ({ tick, a }) => `vehicle ${a} at ${tick}`,
  'charging-asked': ({ tick, a }) => `vehicle ${a} at ${tick}`,
};

function toldOnce(run: RunRecord, report: Report): void {
  const told = new Set<string>();
  for (const event of run.events) {
    const what = ONCE[event.kind]?.(event);
    if (what === undefined) continue;
    const key = `${event.kind}/${what}`;
    if (told.has(key)) report(event.tick, what, `${event.kind} a second time`);
    told.add(key);
  }
}

/** Positions of stops are told one after the other, from where a tour changes. */
function positionsTold(run: RunRecord, report: Report): void {
  const next = new Map<number, number>();
  for (const { tick, kind, a: tour, b, c } of run.events) {
    if (kind === 'tour-changed') next.set(tour, b);
    if (kind !== 'tour-stop-planned' && kind !== 'collection-planned') continue;
    const expected = next.get(tour) ?? 0;
    if (c !== expected) report(tick, `tour ${tour}`, `plans stop ${c} after ${expected} stops`);
    next.set(tour, expected + 1);
    if (kind === 'tour-stop-planned' && run.model.demand.orders.kind[b] !== DELIVERY)
      report(tick, run.orderName(b), 'is planned for a tour, though it is no delivery');
  }
}

function oneAtATime(run: RunRecord, tours: readonly DeliveryTour[], report: Report): void {
  const away = tours.filter(({ departed }) => departed < Infinity).sort((p, q) => p.departed - q.departed);
  const last = new Map<number, DeliveryTour>();
  for (const tour of away) {
    const before = last.get(tour.vehicle);
    const name = `vehicle ${run.model.fleet.vehicles[tour.vehicle]?.id ?? tour.vehicle}`;
    if (before !== undefined && before.returned > tour.departed)
      report(tour.departed, name, `departs for tour ${tour.tour} while it drives tour ${before.tour}`);
    if (tour.docked !== undefined && before !== undefined && before.returned > tour.docked.tick)
      report(tour.docked.tick, name, `docks for tour ${tour.tour} while it drives tour ${before.tour}`);
    last.set(tour.vehicle, tour);
  }
  for (const { tick, b: number } of run.of('vehicle-departed')) {
    const tour = tours.find((each) => each.tour === number);
    if (tour !== undefined && tour.departed !== tick) report(tick, `tour ${number}`, 'departs twice');
    if (tour !== undefined && tour.loaded.length > 0 && tour.docked === undefined)
      report(tick, `tour ${number}`, 'departs without having docked');
  }
}

/** At the end of every moment, no order and no collection is in two tours. */
function inOneTour(run: RunRecord, report: Report): void {
  const stopsOf = new Map<number, string[]>();
  const touched = new Set<string>();
  let tick = run.from;
  const settle = (): void => {
    if (touched.size === 0) return;
    for (const what of touched) {
      const holders = [...stopsOf].filter(([, stops]) => stops.includes(what)).map(([tour]) => tour);
      if (holders.length > 1) report(tick, what, `is planned for tours ${holders.join(' and ')}`);
      const twice = holders.some((tour) => stopsOf.get(tour)!.filter((stop) => stop === what).length > 1);
      if (twice) report(tick, what, 'is planned twice in a tour');
    }
    touched.clear();
  };
  for (const { tick: now, kind, a: tour, b } of run.events) {
    if (now !== tick) settle();
    tick = now;
    if (kind === 'tour-changed') stopsOf.set(tour, (stopsOf.get(tour) ?? []).slice(0, b));
    if (kind !== 'tour-stop-planned' && kind !== 'collection-planned') continue;
    const what = kind === 'tour-stop-planned' ? run.orderName(b) : `collection ${run.model.demand.collections.code[b] ?? b}`;
    stopsOf.set(tour, [...(stopsOf.get(tour) ?? []), what]);
    touched.add(what);
  }
  settle();
}

// What a vehicle-routing policy is shown: stops with their loads and windows, vehicles with when they can leave and what they cost.

import { secondsToTicks, ticksToSeconds, TICKS_PER_DAY } from '../base/units.ts';
import { AMBIENT } from '../model/building.ts';
import type { Context } from '../world/context.ts';
import { TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Roads } from './roads.ts';
import { restAfter_s } from './routing/plan-cost.ts';
import type { UnderWay, VehicleOffer, VehicleRoutingView, VehicleStop } from './routing/policy.ts';
import { collectionOf, dueOf, openTours, storeOf } from './tours.ts';
import { windowOf } from './windows.ts';

/** A vehicle that is offered, and where it will be when it is free; NONE: at the DC. */
export interface Offered {
  readonly vehicle: number;
  readonly offer: VehicleOffer;
  readonly place: number;
}

/** Vehicles that somebody drives. */
export function manned({ model }: Context): number[] {
  return model.fleet.vehicles.flatMap(({ driver }, vehicle) => (driver === NONE ? [] : [vehicle]));
}

/** When a vehicle can leave again after a tour: its driver has rested, where that fell due meanwhile, and loaded. */
export function freeAfter(context: Context, tour: number): number {
  const { model, world } = context;
  const { vehicle, departed, due, returns } = world.tours.columns;
  const left = departed[tour] === NONE ? due[tour]! : departed[tour]!;
  const breaks = breaksOf(context, vehicle[tour]!, left);
  const rest_s = restAfter_s({ breaks }, ticksToSeconds(left), ticksToSeconds(returns[tour]!));
  return returns[tour]! + secondsToTicks(rest_s + model.operations.loadVehicle.mean_s);
}

/** The breaks of a vehicle's driver in the shift in which he would leave at a tick, seconds of the run. */
function breaksOf(context: Context, vehicle: number, leaving: number): VehicleOffer['breaks'] {
  const { shifts, people } = context.model.labour;
  const { breaks, start_s } = shifts[people[context.model.fleet.vehicles[vehicle]!.driver]!.shift]!;
  const midnight_s = ticksToSeconds(shiftAt(context, vehicle, leaving).start) - start_s;
  return breaks.map(({ at_s, length_s }) => ({ at_s: midnight_s + at_s, length_s }));
}

function stopView(context: Context, subject: number): VehicleStop {
  const { model, world } = context;
  const { stores, roads } = model.fleet;
  const store = storeOf(context, subject);
  const window = windowOf(context, subject);
  return {
    ...loadOf(context, subject),
    compartments: subject < 0 ? 1 << AMBIENT : world.orders.columns.compartments[subject]!,
    east_km: stores.east_km[store]!,
    north_km: stores.north_km[store]!,
    zone: stores.zone[store]!,
    opens_s: ticksToSeconds(window.opens),
    closes_s: ticksToSeconds(window.closes),
    service_s: roads.stop_s,
    release_s: ticksToSeconds(dueOf(context, subject)),
    collection: subject < 0,
  };
}

/** What an order, or a collection, puts on board. */
export function loadOf({ model, world }: Context, subject: number): { readonly weight_kg: number; readonly volume_l: number } {
  const { collections } = model.demand;
  const row = collectionOf(subject);
  if (subject < 0) return { weight_kg: collections.weight_kg[row]!, volume_l: collections.volume_l[row]! };
  const { weight_kg, volume_l } = world.orders.columns;
  // What was short is taken off again: nothing may be left as a little less than nothing.
  return { weight_kg: Math.max(0, weight_kg[subject]!), volume_l: Math.max(0, volume_l[subject]!) };
}

/** The shift in which a vehicle's driver would leave at a tick: of that day, or the one of the day before that goes on. Ticks. */
function shiftAt({ model }: Context, vehicle: number, leaving: number): { readonly start: number; readonly end: number } {
  const { shifts, people } = model.labour;
  const { start_s, end_s } = shifts[people[model.fleet.vehicles[vehicle]!.driver]!.shift]!;
  let midnight = Math.floor(leaving / TICKS_PER_DAY) * TICKS_PER_DAY;
  const before = midnight - TICKS_PER_DAY;
  if (leaving < midnight + secondsToTicks(start_s) && leaving < before + secondsToTicks(end_s)) midnight = before;
  return { start: midnight + secondsToTicks(start_s), end: midnight + secondsToTicks(end_s) };
}

/** Whether a vehicle is used on the day of a tick by one of the tours that count. */
export function isUsed({ world }: Context, vehicle: number, tick: number, counts: (tour: number) => boolean): boolean {
  const t = world.tours.columns;
  const day = Math.floor(tick / TICKS_PER_DAY);
  for (let tour = 0; tour < world.tours.count; tour++) {
    if (t.vehicle[tour] === vehicle && t.stops[tour]! > 0 && Math.floor(t.due[tour]! / TICKS_PER_DAY) === day && counts(tour))
      return true;
  }
  return false;
}

/** How far a vehicle gets on the tour it is on: its battery is as it was when it left, and may not have been full. */
function onBoardRange_km({ model, world }: Context, vehicle: number): number {
  const { battery_kWh, use_perKm, range_km } = model.fleet.vehicles[vehicle]!;
  if (battery_kWh === 0 || use_perKm === 0) return range_km;
  return Math.min(range_km, world.vehicles.columns.charge_kWh[vehicle]! / use_perKm);
}

/**
 * A vehicle for tours that leave at tick `leaving` or later, after those of its open tours that stay as they are.
 * @param place where it will be when it is free, with `underWay`.
 */
export function offerOf(
  context: Context,
  vehicle: number,
  leaving: number,
  stays: (tour: number) => boolean,
  underWay?: UnderWay,
  place = NONE,
): Offered {
  const { model, world, sim } = context;
  const type = model.fleet.vehicles[vehicle]!;
  const { driver } = type;
  const v = world.vehicles.columns;
  const shift = shiftAt(context, vehicle, leaving);
  let available = Math.max(sim.now, shift.start, v.heldUntil[vehicle]!, v.brokenUntil[vehicle]!);
  for (const tour of openTours(context, vehicle)) {
    if (stays(tour)) available = Math.max(available, freeAfter(context, tour));
  }
  const usedToday = isUsed(
    context,
    vehicle,
    leaving,
    (tour) => stays(tour) || world.tours.columns.phase[tour] === TOUR_PHASE.over,
  );
  return {
    vehicle,
    place,
    offer: {
      ...type,
      range_km: underWay === undefined ? type.range_km : onBoardRange_km(context, vehicle),
      availableFrom_s: ticksToSeconds(available),
      shiftEnd_s: ticksToSeconds(shift.end),
      reload_s: model.operations.returnUnload_s + model.operations.loadVehicle.mean_s,
      breaks: breaksOf(context, vehicle, leaving).filter(({ at_s }) => at_s > ticksToSeconds(sim.now)),
      fixed_krw: usedToday ? 0 : type.fixed_krwPerDay,
      cost_krwPerHour: model.labour.roles[model.labour.people[driver]!.role]!.wage_krwPerHour,
      underWay,
    },
  };
}

/**
 * When a collection has to be fetched at the latest to be in time for its linehaul, by one who goes home from there: seconds of the
 * run.
 */
function latestFor({ model }: Context, roads: Roads, collection: number, unload_s: number): number {
  const { cutOff, store } = model.demand.collections;
  const home_s = ticksToSeconds(cutOff[collection]!) - unload_s;
  return home_s - roads.duration_s(store[collection]!, NONE, home_s) - model.fleet.roads.stop_s;
}

/** By when whoever only collects has to be home: before the last linehaul closes. Where orders are delivered, too, nobody has. */
function homeBy_s({ model }: Context, subjects: readonly number[]): number {
  const { cutOff } = model.demand.collections;
  if (subjects.length === 0 || subjects.some((subject) => subject >= 0)) return Infinity;
  return ticksToSeconds(Math.max(...subjects.map((subject) => cutOff[collectionOf(subject)]!)));
}

/** What unloading a vehicle takes if as few vehicles as can take all stops do, each as many parcels as the others. */
function unloading_s({ model }: Context, subjects: readonly number[], offered: readonly Offered[]): number {
  const { parcels } = model.demand.collections;
  const all = subjects.reduce((sum, subject) => (subject < 0 ? sum + parcels[collectionOf(subject)]! : sum), 0);
  const fewest = Math.ceil(subjects.length / Math.max(1, ...offered.map(({ offer }) => offer.maxStops)));
  return model.operations.returnUnload_s + (all / Math.max(1, fewest)) * model.delivery.unloadParcel_s;
}

/** The view of stops and vehicles; distances and durations between them by the roads. */
export function routingView(
  context: Context,
  roads: Roads,
  subjects: readonly number[],
  offered: readonly Offered[],
  departure: number,
): VehicleRoutingView {
  const { model } = context;
  const stores = subjects.map((subject) => storeOf(context, subject));
  const place = (node: number): number =>
    node < 0 ? NONE : node < stores.length ? stores[node]! : offered[node - stores.length]!.place;
  const unload_s = unloading_s(context, subjects, offered);
  const home_s = homeBy_s(context, subjects) - unload_s - model.delivery.windowBuffer_s;
  return {
    stops: subjects.map((subject) => {
      const stop = stopView(context, subject);
      const latest_s = subject < 0 ? latestFor(context, roads, collectionOf(subject), unload_s) : Infinity;
      return { ...stop, closes_s: Math.max(stop.opens_s, Math.min(stop.closes_s, latest_s) - model.delivery.windowBuffer_s) };
    }),
    vehicles: offered.map(({ offer }) => ({ ...offer, shiftEnd_s: Math.min(offer.shiftEnd_s, home_s) })),
    departure_s: ticksToSeconds(departure),
    lateness_krwPerHour: model.delivery.lateness_krwPerHour,
    iterations: model.delivery.iterationsPerStop * subjects.length,
    distance_km: (from, to) => roads.distance_km(place(from), place(to)),
    duration_s: (from, to, leaving_s) => roads.duration_s(place(from), place(to), leaving_s),
  };
}

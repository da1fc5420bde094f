// The KPIs of delivery again, from model and trace alone.

import { DELIVER } from '../../packages/engine/src/model/labour.ts';
import {
  deliveryTours,
  drivenStops,
  road_km,
  storeOf,
  toldOf,
  windowOf,
  type DeliveryTour,
  type TourStop,
} from './delivery-tours.ts';
import type { RunRecord } from './record.ts';
import { tasksByPerson } from './work-days.ts';

const MINUTE = 60e6;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Setter = (id: string, value: number) => void;

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function measureDelivery(run: RunRecord, picked: Int32Array, set: Setter): void {
  const tours = [...deliveryTours(run).values()];
  measureDepartures(run, tours, picked, set);
  measureStops(run, tours, set);
  measureReturns(run, tours, set);
  measureMoney(run, tours, set);
}

function measureDepartures(run: RunRecord, tours: readonly DeliveryTour[], picked: Int32Array, set: Setter): void {
  const { fleet } = run.model;
  const departed = tours.filter((tour) => tour.departed < Infinity);
  set('tours_departed', departed.length);
  set('stops_per_tour', mean(departed.map((tour) => drivenStops(run, tour).length)));
  let kg = 0;
  let l = 0;
  let capacity_kg = 0;
  let capacity_l = 0;
  for (const tour of tours.filter(({ returned }) => returned < Infinity)) {
    const vehicle = fleet.vehicles[tour.vehicle]!;
    capacity_kg += vehicle.capacity_kg;
    capacity_l += vehicle.capacity_l;
    for (const { a } of tour.loaded) {
      kg += orderSum(run, picked, a, (item) => run.model.items.weight_kg[item]!);
      l += orderSum(run, picked, a, (item) => {
        const { length_m, width_m, height_m } = run.model.items;
        return length_m[item]! * width_m[item]! * height_m[item]! * 1000;
      });
    }
    // Of a tour that only fetches, what it brings.
    if (tour.loaded.length > 0) continue;
    for (const { a } of tour.received) {
      kg += run.model.demand.collections.weight_kg[a]!;
      l += run.model.demand.collections.volume_l[a]!;
    }
  }
  set('load_factor_weight', (100 * kg) / capacity_kg);
  set('load_factor_volume', (100 * l) / capacity_l);
}

function orderSum(run: RunRecord, picked: Int32Array, order: number, of: (item: number) => number): number {
  const { orders, lines } = run.model.demand;
  let sum = 0;
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++)
    sum += picked[line]! * of(lines.item[line]!);
  return sum;
}

function measureStops(run: RunRecord, tours: readonly DeliveryTour[], set: Setter): void {
  const stops = tours.flatMap((tour) => {
    const driven = drivenStops(run, tour);
    return tour.done.map((done) => ({ tour, done, stop: driven[done.position]! }));
  });
  const late = stops.map(({ done, stop }) => Math.max(0, done.began - windowOf(run, stop).closes));
  const failed = run.of('order-undelivered').length;
  const isLate = late.filter((ticks) => ticks > 0).length;
  if (stops.length > 0) {
    set('late_stops', isLate);
    set('failed_stops', failed);
    set('on_time_delivery', (100 * (stops.length - isLate - failed)) / stops.length);
    set('stop_lateness_mean', mean(late) / MINUTE);
    set(
      'eta_error_mean',
      mean(stops.map(({ tour, done, stop }) => Math.abs(done.began - (toldOf(tour, stop)[0]?.second ?? NaN) * 1e6))) / MINUTE,
    );
    let waited = 0;
    for (const { done, stop, tour } of stops) {
      const opens = windowOf(run, stop).opens;
      if (done.began !== opens) continue;
      const agent = run.vehicleAgent[tour.vehicle]!;
      for (const leg of run.legs[agent]!)
        if (leg.state === 'waiting-store' && leg.t1 <= opens && leg.t0 >= tour.departed && atStop(run, leg, stop))
          waited += leg.t1 - leg.t0;
    }
    set('store_waiting_hours', waited / HOUR);
  }
  set('lines_refused', run.of('line-refused').length);
}

function atStop(run: RunRecord, leg: { x0: number; y0: number }, stop: TourStop): boolean {
  const { stores } = run.model.fleet;
  const store = storeOf(run, stop);
  return Math.abs(leg.x0 - stores.east_km[store]!) < 1e-4 && Math.abs(leg.y0 - stores.north_km[store]!) < 1e-4;
}

/** Length of a tour, and how much of it without goods or parcels on board. */
function lengths_km(run: RunRecord, tour: DeliveryTour): { all: number; empty: number } {
  const stops = drivenStops(run, tour);
  let onBoard = tour.loaded.length;
  let all = 0;
  let empty = 0;
  [...stops, undefined].forEach((stop, i) => {
    const km = road_km(run, i === 0 ? undefined : stops[i - 1], stop);
    all += km;
    if (onBoard === 0) empty += km;
    const ended = tour.done[i]?.ended;
    if (ended?.kind === 'parcels-collected') onBoard += 1;
    if (ended?.kind !== 'order-delivered') return;
    const sentBack = tour.refused.some(({ a }) => run.model.demand.lines.order[a] === ended.a);
    if (!sentBack) onBoard -= 1;
  });
  return { all, empty };
}

function measureReturns(run: RunRecord, tours: readonly DeliveryTour[], set: Setter): void {
  const { fleet, demand } = run.model;
  const back = tours.filter(({ returned }) => returned < Infinity);
  let [km, empty, co2, cost, fuel, power] = [0, 0, 0, 0, 0, 0];
  for (const tour of back) {
    const vehicle = fleet.vehicles[tour.vehicle]!;
    const length = lengths_km(run, tour);
    km += length.all;
    empty += length.empty;
    co2 += length.all * vehicle.co2_kgPerKm;
    cost += length.all * vehicle.cost_krwPerKm;
    if (vehicle.energy === 'diesel') fuel += length.all * vehicle.use_perKm;
    else power += length.all * vehicle.use_perKm;
  }
  set('delivery_km', km);
  set('delivery_co2', co2);
  set('delivery_energy_cost', cost);
  if (km > 0) set('delivery_empty_km', empty);
  if (fleet.vehicles.some(({ energy }) => energy === 'diesel')) set('delivery_fuel', fuel);
  if (fleet.vehicles.some(({ energy }) => energy === 'electric')) set('delivery_electricity', power);
  set('tour_duration_mean', mean(back.map(({ departed, returned }) => (returned - departed) / HOUR)));
  set('orders_returned', new Set(run.of('order-returned').map(({ a }) => a)).size);
  set(
    'empties_returned',
    run.of('empties-returned').reduce((sum, { c }) => sum + c, 0),
  );
  set('orders_unplanned', run.of('delivery-unplanned').length);
  if (demand.collections.count > 0) {
    const received = run.of('parcels-received');
    const parcels = received.reduce((sum, { a }) => sum + demand.collections.parcels[a]!, 0);
    const inTime = received.filter(({ tick, a }) => tick <= demand.collections.cutOff[a]!);
    set('parcels_received', parcels);
    set('parcels_in_time', (100 * inTime.reduce((sum, { a }) => sum + demand.collections.parcels[a]!, 0)) / parcels);
  }
}

/** What each tour that is back cost: kilometres, the driver from the start of his task, the vehicle's day with its first tour. */
function measureMoney(run: RunRecord, tours: readonly DeliveryTour[], set: Setter): void {
  const { fleet, labour } = run.model;
  const back = tours.filter(({ returned }) => returned < Infinity).sort((p, q) => p.returned - q.returned);
  const tasks = tasksByPerson(run).flat();
  const daysUsed = new Set<string>();
  let all = 0;
  let shared = 0;
  let stops = 0;
  let collecting = 0;
  let cartons = 0;
  const stores = new Set<number>();
  const cartonsOf = new Map(run.of('order-packed').map(({ a, c }) => [a, c]));
  for (const tour of back) {
    const vehicle = fleet.vehicles[tour.vehicle]!;
    const task = tasks.find(({ kind, subject }) => kind === DELIVER && subject === tour.tour)!;
    const wage = labour.roles[labour.people[vehicle.driver]!.role]!.wage_krwPerHour;
    const day = `${tour.vehicle}/${Math.floor(tour.departed / DAY)}`;
    let cost = lengths_km(run, tour).all * vehicle.cost_krwPerKm + ((tour.returned - task.start) / HOUR) * wage;
    if (!daysUsed.has(day)) cost += vehicle.fixed_krwPerDay;
    daysUsed.add(day);
    const driven = drivenStops(run, tour);
    all += cost;
    if (driven.length > 0) shared += cost;
    stops += driven.length;
    for (const stop of driven) {
      stores.add(storeOf(run, stop));
      if (stop.order < 0) collecting += cost / driven.length;
      else cartons += cartonsOf.get(stop.order) ?? 0;
    }
  }
  set('delivery_cost', all);
  set('delivery_cost_per_stop', all / stops);
  set('delivery_cost_per_box', (shared - collecting) / cartons);
  set('delivery_cost_per_store', all / stores.size);
  const parcels = run.of('parcels-received').reduce((sum, { a }) => sum + run.model.demand.collections.parcels[a]!, 0);
  set('collection_cost_per_parcel', collecting / parcels);
  const hours = back.reduce((sum, { departed, returned }) => sum + (returned - departed) / HOUR, 0);
  set('stops_per_road_hour', stops / hours);
}

// What a tour is counted for: at its departure, and when it is back.

import { secondsToTicks, ticksToSeconds, TICKS_PER_DAY, TICKS_PER_HOUR } from '../base/units.ts';
import type { Context } from '../world/context.ts';
import { LINE, ORDER } from '../world/states.ts';
import { loadOf } from './routing-view.ts';
import { ordersOf, subjectsOf } from './tours.ts';

/** A tour is late when it departs more than this after its time. */
const ON_TIME_TOLERANCE_S = 300;

/** Whether goods are on board: orders, or what is left of them, or parcels. Empty carriers are none. */
export function hasGoods(context: Context, tour: number): boolean {
  const { tours, orders, lines } = context.world;
  const { firstLine } = context.model.demand.orders;
  if (tours.columns.parcels[tour]! > 0) return true;
  return ordersOf(context, tour).some((order) => {
    const state = orders.columns.state[order];
    if (state === ORDER.loaded || state === ORDER.undelivered) return true;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      if (lines.columns.state[line] === LINE.loaded) return true;
    }
    return false;
  });
}

/** A tour departs. */
export function countDeparture(context: Context, tour: number): void {
  const { world, sim } = context;
  const { due } = world.tours.columns;
  const totals = world.totals.columns;
  totals.tours[0]! += 1;
  if (sim.now > due[tour]! + secondsToTicks(ON_TIME_TOLERANCE_S)) totals.toursLate[0]! += 1;
}

/** A tour is back and unloaded. */
export function countReturn(context: Context, tour: number): void {
  const { model, world, sim, tallies } = context;
  const t = world.tours.columns;
  const totals = world.totals.columns;
  const type = model.fleet.vehicles[t.vehicle[tour]!]!;
  const km = t.km[tour]!;
  totals.tourKm[0]! += km;
  totals.roadTicks[0]! += sim.now - t.departed[tour]!;
  totals.emptyKm[0]! += t.emptyKm[tour]!;
  totals.co2_kg[0]! += km * type.co2_kgPerKm;
  totals.fuel_krw[0]! += km * type.cost_krwPerKm;
  const { wage_krwPerHour } = model.labour.roles[model.labour.people[type.driver]!.role]!;
  const driver_krw = ((sim.now - t.begun[tour]!) / TICKS_PER_HOUR) * wage_krwPerHour;
  const vehicle_krw = isFirstOfDay(context, tour) ? type.fixed_krwPerDay : 0;
  totals.driver_krw[0]! += driver_krw;
  totals.vehicle_krw[0]! += vehicle_krw;
  t.cost_krw[tour] = km * type.cost_krwPerKm + driver_krw + vehicle_krw;
  countLoad(context, tour);
  tallies.tour.add(ticksToSeconds(sim.now - t.departed[tour]!));
}

/** How full the vehicle was: of a tour that took goods out at its departure, of one that fetched only at its return. */
function countLoad(context: Context, tour: number): void {
  const { model, world } = context;
  const totals = world.totals.columns;
  const type = model.fleet.vehicles[world.tours.columns.vehicle[tour]!]!;
  const orders = ordersOf(context, tour);
  for (const subject of orders.length > 0 ? orders : subjectsOf(context, tour)) {
    const { weight_kg, volume_l } = loadOf(context, subject);
    totals.loaded_kg[0]! += weight_kg;
    totals.loaded_l[0]! += volume_l;
  }
  totals.capacity_kg[0]! += type.capacity_kg;
  totals.capacity_l[0]! += type.capacity_l;
}

/** Whether no tour of the vehicle departed earlier on the day on which this one did. */
function isFirstOfDay({ world }: Context, tour: number): boolean {
  const { vehicle, departed } = world.tours.columns;
  const day = Math.floor(departed[tour]! / TICKS_PER_DAY);
  for (let other = 0; other < world.tours.count; other++) {
    const isEarlier = departed[other]! >= 0 && departed[other]! < departed[tour]!;
    if (vehicle[other] === vehicle[tour] && isEarlier && Math.floor(departed[other]! / TICKS_PER_DAY) === day) return false;
  }
  return true;
}

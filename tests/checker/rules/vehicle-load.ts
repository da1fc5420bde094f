import { deliveryTours, drivenStops, road_km, storeOf, type TourStop } from '../delivery-tours.ts';
import { loadOf, pickedUnits } from '../order-load.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Sums of kilograms and litres are off by rounding at most by this share. */
const ROUNDING = 1 + 1e-6;

/** What is on board of a vehicle fits it at every moment, and it can carry its temperature. */
export const vehicleLoad: Rule = {
  id: 'vehicle-load',
  proves:
    'what is on board fits the vehicle at every moment by kilograms and litres, fetched parcels included, and by temperature ' +
    'compartments, its stops their number, and the tour its range',
  check(run, report) {
    const { fleet } = run.model;
    const picked = pickedUnits(run);
    for (const tour of deliveryTours(run).values()) {
      const vehicle = fleet.vehicles[tour.vehicle];
      if (vehicle === undefined) continue; // the delivery rule reports it
      const place = `vehicle ${vehicle.id}, tour ${tour.tour}`;
      const kept = drivenStops(run, tour);
      // Of a tour that has not left, what it would carry.
      const stops =
        tour.departed < Infinity ? kept.slice(0, Math.max(tour.done.length, tour.returned < Infinity ? 0 : kept.length)) : kept;
      let kilograms = 0;
      let litres = 0;
      for (const { a: order, tick } of tour.loaded) {
        const load = loadOf(run, picked, order);
        kilograms += load.kg;
        litres += load.l;
        if ((load.classes & ~vehicle.compartments) !== 0)
          report(
            tick,
            place,
            `${run.orderName(order)} holds goods of temperature classes ${load.classes}, it carries ${vehicle.compartments}`,
          );
      }
      let [most_kg, most_l] = [kilograms, litres];
      for (const { ended } of tour.done) {
        if (ended?.kind === 'order-delivered') {
          const load = loadOf(run, picked, ended.a);
          kilograms -= load.kg;
          litres -= load.l;
        } else if (ended?.kind === 'parcels-collected') {
          kilograms += run.model.demand.collections.weight_kg[ended.a]!;
          litres += run.model.demand.collections.volume_l[ended.a]!;
          most_kg = Math.max(most_kg, kilograms);
          most_l = Math.max(most_l, litres);
        }
      }
      if (most_kg > vehicle.capacity_kg * ROUNDING)
        report(tour.departed, place, `${most_kg.toFixed(1)} kg on ${vehicle.capacity_kg} kg`);
      if (most_l > vehicle.capacity_l * ROUNDING)
        report(tour.departed, place, `${most_l.toFixed(1)} l in ${vehicle.capacity_l} l`);
      const stores = new Set(stops.map((stop) => storeOf(run, stop)));
      if (stores.size > vehicle.maxStops) report(tour.planned, place, `${stores.size} stops of at most ${vehicle.maxStops}`);
      const km = length_km(run, kept);
      if (km > vehicle.range_km * (1 + 1e-9))
        report(tour.planned, place, `${km.toFixed(1)} km of a range of ${vehicle.range_km} km`);
    }
  },
};

function length_km(run: RunRecord, stops: readonly TourStop[]): number {
  if (stops.length === 0) return 0;
  let km = 0;
  [...stops, undefined].forEach((stop, i) => (km += road_km(run, i === 0 ? undefined : stops[i - 1], stop)));
  return km;
}

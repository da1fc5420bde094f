// What a vehicle can take on one tour: kilograms, litres, stops, compartments and kilometres, less what the running tour used.
//
// Applies to: tours that begin at the DC and the running tour of a vehicle under way. On the latter only what is on board and
//             collections can be served: other goods lie at the DC.
// Cost:       O(stops of the tour).
//
// Worked example: 100 kg, at most 3 stops; under way, 30 kg fetched, 1 stop done. A running tour with two stops of 35 kg fits
//   (100 kg, 3 stops), with two of 36 kg it does not; a tour after it may hold 100 kg again.

import type { VehicleRoutingView } from './policy.ts';
import { carries, DC } from './problem.ts';

/** Whether the vehicle can drive these stops in this order as its running tour (`running`), or as one from the DC. */
export function canDrive(view: VehicleRoutingView, vehicle: number, stops: readonly number[], running: boolean): boolean {
  const offer = view.vehicles[vehicle]!;
  const underWay = running ? offer.underWay : undefined;
  let weight_kg = underWay?.fetched_kg ?? 0;
  let volume_l = underWay?.fetched_l ?? 0;
  let length_km = underWay?.driven_km ?? 0;
  let compartments = 0;
  let at = underWay === undefined ? DC : view.stops.length + vehicle;
  for (const stop of stops) {
    const asked = view.stops[stop]!;
    if (underWay !== undefined && !asked.collection && !underWay.onBoard.includes(stop)) return false;
    weight_kg += asked.weight_kg;
    volume_l += asked.volume_l;
    compartments |= asked.compartments;
    length_km += view.distance_km(at, stop);
    at = stop;
  }
  length_km += view.distance_km(at, DC);
  return carries(offer, { stops: stops.length + (underWay?.done ?? 0), weight_kg, volume_l, compartments, length_km });
}

/** Whether the n-th tour of a vehicle is the one it is on. */
export function isRunning(view: VehicleRoutingView, vehicle: number, tour: number): boolean {
  return tour === 0 && view.vehicles[vehicle]!.underWay !== undefined;
}

/** The vehicle under way that has the stop's goods on board; -1: none. */
export function carrierOf(view: VehicleRoutingView, stop: number): number {
  return view.vehicles.findIndex(({ underWay }) => underWay?.onBoard.includes(stop) ?? false);
}

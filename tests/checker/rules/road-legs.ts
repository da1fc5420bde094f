import { deliveryTours, drivenStops, expectedLeg_s, placeOf } from '../delivery-tours.ts';
import { flatDistance } from '../geometry.ts';
import type { Leg, RunRecord } from '../record.ts';
import type { DeliveryTour } from '../delivery-tours.ts';
import type { Report, Rule } from '../rule.ts';

/** A place on the map is met within this, kilometres: 32-bit floats. */
const CLOSE_KM = 1e-4;
const ROUNDING_S = 0.01;

/** On the road a vehicle goes straight from stop to stop, in the time that the road takes. */
export const roadLegs: Rule = {
  id: 'road-legs',
  proves:
    'on the road a vehicle goes straight from stop to stop and back to the DC, its driver with it; where legs do not vary each takes ' +
    'what the road takes at that hour, and where stops do not vary each takes its time',
  check(run, report) {
    for (const tour of deliveryTours(run).values()) {
      if (tour.departed === Infinity) continue;
      const agent = run.vehicleAgent[tour.vehicle] ?? -1;
      const until = Math.min(tour.returned, run.to);
      const road = (run.legs[agent] ?? []).filter(
        ({ t0, t1, state }) =>
          t0 >= tour.departed &&
          t1 <= until &&
          (state === 'driving' || state === 'delivering' || state === 'broken-down' || state === 'waiting-store'),
      );
      follow(run, tour, road, report);
    }
  },
};

function follow(run: RunRecord, tour: DeliveryTour, road: readonly Leg[], report: Report): void {
  const { roads, vehicles } = run.model.fleet;
  const place = `tour ${tour.tour}`;
  const stops = drivenStops(run, tour);
  const driver = run.personAgent[vehicles[tour.vehicle]?.driver ?? -1] ?? -1;
  let position = 0;
  let driven_s = 0;
  let left = road[0]?.t0 ?? 0;
  let stood = false;
  for (const leg of road) {
    if (leg.t1 === leg.t0) continue;
    const here = run.legsAt(driver, (leg.t0 + leg.t1) / 2).some(({ state }) => state === leg.state);
    if (!here) report(leg.t0, place, `is ${leg.state} without its driver`);
    const target = placeOf(run, stops[position]);
    if (leg.state === 'driving') {
      const from = placeOf(run, position === 0 ? undefined : stops[position - 1]);
      const span = flatDistance(...from, ...target);
      const detour = flatDistance(...from, leg.x1, leg.y1) + flatDistance(leg.x1, leg.y1, ...target) - span;
      if (detour > CLOSE_KM) report(leg.t0, place, `leaves the straight way to stop ${position} by ${detour.toFixed(4)} km`);
      driven_s += (leg.t1 - leg.t0) / 1e6;
      if (flatDistance(leg.x1, leg.y1, ...target) > CLOSE_KM) continue;
      const expected = expectedLeg_s(run, position === 0 ? undefined : stops[position - 1], stops[position], left / 1e6);
      if (roads.legCv === 0 && !stood && Math.abs(driven_s - expected) > ROUNDING_S)
        report(leg.t1, place, `drives ${driven_s.toFixed(2)} s to stop ${position}, the road takes ${expected.toFixed(2)} s`);
      driven_s = 0;
    }
    if (leg.state === 'delivering') {
      if (flatDistance(leg.x0, leg.y0, ...target) > CLOSE_KM) report(leg.t0, place, `serves stop ${position} where it is not`);
      const done = tour.done.find((each) => each.position === position);
      if (done !== undefined && done.began !== leg.t0 && !(leg.t0 > done.began))
        report(leg.t0, place, `serves stop ${position} before it begins`);
      if (done?.ended !== undefined && leg.t1 >= done.ended.tick) {
        if (roads.stopCv === 0 && Math.abs((done.ended.tick - done.began) / 1e6 - roads.stop_s) > ROUNDING_S)
          report(
            done.ended.tick,
            place,
            `serves stop ${position} for ${(done.ended.tick - done.began) / 1e6} s of ${roads.stop_s}`,
          );
        position++;
      }
    }
    if (leg.state !== 'driving' && flatDistance(leg.x0, leg.y0, ...target) > CLOSE_KM && leg.state !== 'delivering') {
      // Held up on the way.
      stood = true;
      continue;
    }
    left = leg.t1;
    stood = false;
  }
}

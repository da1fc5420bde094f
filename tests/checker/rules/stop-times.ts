import { deliveryTours, drivenStops, expectedLeg_s, windowOf } from '../delivery-tours.ts';
import { flatDistance } from '../geometry.ts';
import type { Rule } from '../rule.ts';

/** What is told again is off what was told before by at least this, or the stop is another one. */
const WORTH_TELLING_S = 60;
/** What is told is whole seconds; driving in the yard and on the road is rounded to ticks. */
const ROUNDING_S = 1;

/** Service begins in its window or is told to be late, and what is told at departure is what the roads let expect. */
export const stopTimes: Rule = {
  id: 'stop-times',
  proves:
    'service begins when the store is open, and by how much it is late is told rightly; at departure every stop has the time told that ' +
    'roads, windows and service let expect',
  check(run, report) {
    const { roads } = run.model.fleet;
    for (const tour of deliveryTours(run).values()) {
      const place = `tour ${tour.tour}`;
      const stops = drivenStops(run, tour);
      for (const { position, began, late_s } of tour.done) {
        const stop = stops[position];
        if (stop === undefined) continue; // the delivery rule reports it
        const { opens, closes } = windowOf(run, stop);
        if (began < opens) report(began, place, `begins stop ${position} ${(opens - began) / 1e6} s before its store opens`);
        const late = Math.max(0, (began - closes) / 1e6);
        if (Math.abs(late - late_s) > ROUNDING_S)
          report(began, place, `stop ${position} is said to be ${late_s} s late, it is ${late}`);
      }
      for (const { position, began } of tour.done) {
        const last = tour.etas.filter((eta) => eta.position === position && eta.tick <= began).at(-1);
        if (last !== undefined && Math.abs(last.second - began / 1e6) > WORTH_TELLING_S + ROUNDING_S)
          report(began, place, `begins stop ${position} ${Math.round(began / 1e6 - last.second)} s after what was told last`);
      }
      if (tour.departed === Infinity) continue;
      const asDeparted = tour.leftWith;
      const told = tour.etas.filter(({ tick }) => tick === tour.departed);
      const again = told.splice(asDeparted.length);
      const reason = run.events.some(
        ({ tick, kind, a }) =>
          tick === tour.departed &&
          ((kind === 'tour-changed' && a === tour.tour) ||
            (kind === 'vehicle-held' && a === tour.vehicle) ||
            (kind === 'stop-begun' && a === tour.tour)),
      );
      if (again.length > 0 && !reason)
        report(tour.departed, place, `tells ${again.length} times again as soon as it has told them`);
      if (told.length !== asDeparted.length || told.some(({ position }, i) => position !== i)) {
        report(tour.departed, place, `tells ${told.length} times of ${asDeparted.length} stops when it departs`);
        continue;
      }
      const agent = run.vehicleAgent[tour.vehicle] ?? -1;
      const start = (run.legs[agent] ?? []).find(
        ({ t0, state, x0, y0 }) => t0 >= tour.departed && state === 'driving' && flatDistance(x0, y0, 0, 0) < 1e-6,
      );
      if (start === undefined) continue; // the run ends before it is on the road
      // Held up between its spot and the road: nobody knew.
      if (run.of('vehicle-held').some(({ tick, a }) => a === tour.vehicle && tick >= tour.departed && tick <= start.t0)) continue;
      let at_s = start.t0 / 1e6;
      asDeparted.forEach((stop, i) => {
        at_s += expectedLeg_s(run, asDeparted[i - 1], stop, at_s);
        at_s = Math.max(at_s, windowOf(run, stop).opens / 1e6);
        if (Math.abs(told[i]!.second - at_s) > ROUNDING_S)
          report(
            tour.departed,
            place,
            `tells ${told[i]!.second} s for stop ${i}, which is to be expected at ${at_s.toFixed(1)} s`,
          );
        at_s += roads.stop_s;
      });
    }
  },
};

import { LOAD } from '../../../packages/engine/src/model/labour.ts';
import { deliveryTours, type DeliveryTour } from '../delivery-tours.ts';
import { loadOf, pickedUnits } from '../order-load.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { stateSince, tasksByPerson } from '../work-days.ts';

/** Ticks: shares are rounded, and sums of litres are not always made in the same order. */
const ROUNDING = 5;

/** Loading takes its time, and each order its share of it. */
export const loadingTime: Rule = {
  id: 'loading-time',
  proves:
    'of the time that it takes to load a vehicle each order takes its share by litres, one after the other; where loading does not vary, ' +
    'it takes the time set',
  check(run, report) {
    const { loadVehicle } = run.model.operations;
    const units = pickedUnits(run);
    for (const tour of deliveryTours(run).values()) {
      const last = tour.loaded.at(-1);
      const begun = last === undefined ? undefined : loadingBegun(run, tour);
      // Not all of it is in the trace, or it took no time.
      if (last === undefined || begun === undefined || tour.departed === Infinity) continue;
      const whole = last.tick - begun;
      if (loadVehicle.cv === 0 && Math.abs(whole / 1e6 - loadVehicle.mean_s) > 1e-5)
        report(last.tick, `tour ${tour.tour}`, `is loaded in ${whole / 1e6} s, it takes ${loadVehicle.mean_s}`);
      const litres = tour.loaded.map(({ a }) => loadOf(run, units, a).l);
      const all = litres.reduce((sum, l) => sum + l, 0);
      let share = 0;
      tour.loaded.forEach(({ tick, a }, i) => {
        share += all > 0 ? litres[i]! / all : 1 / litres.length;
        if (Math.abs(tick - begun - whole * share) > ROUNDING)
          report(
            tick,
            run.orderName(a),
            `is on board of tour ${tour.tour} after ${(tick - begun) / 1e6} s of ${whole / 1e6}, its share is up after ` +
              `${((whole * share) / 1e6).toFixed(3)}`,
          );
      });
    }
  },
};

/** When the handling of the first order began: of the driver, or of who has the task to load the tour. */
function loadingBegun(run: RunRecord, tour: DeliveryTour): number | undefined {
  const first = tour.loaded[0]!.tick;
  const last = tour.loaded.at(-1)!.tick;
  const crew = tasksByPerson(run)
    .flat()
    .find(({ kind, subject, start, end }) => kind === LOAD && subject === tour.tour && start <= first && end >= last);
  const loader = crew?.person ?? run.model.fleet.vehicles[tour.vehicle]?.driver ?? -1;
  return stateSince(run, run.personAgent[loader] ?? -1, 'handling', first, crew?.start ?? -Infinity);
}

import { DELIVER } from '../../../packages/engine/src/model/labour.ts';
import { deliveryTours, type DeliveryTour, type TourStop } from '../delivery-tours.ts';
import type { RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** The driver of a tour that has nothing to be loaded is asked to get in this long before it departs. */
const BOARD_LEAD_S = 300;

/** A vehicle departs when its stops are due, or as soon after that as it can. */
export const departureTime: Rule = {
  id: 'departure-time',
  proves:
    'no driver begins a tour before its loading is due; no vehicle departs before the departure of all its stops is due; one on its first tour departs then, or when its last order is on ' +
    'board, it is parked with its load, its driver comes, or it is free from what held it up',
  check(run, report) {
    const tours = [...deliveryTours(run).values()];
    for (const tour of tours) {
      if (tour.departed === Infinity) continue;
      const place = `tour ${tour.tour}`;
      const stops = tour.leftWith;
      const due = Math.max(...stops.map((stop) => dueOf(run, stop)));
      if (stops.length > 0 && tour.departed < due)
        report(tour.departed, place, `departs ${(due - tour.departed) / 1e6} s before its stops are due`);
      loadingDue(run, tour, due, report);
      // When a later tour of a vehicle is due depends on when it was expected back.
      const isFirst = !tours.some(
        ({ vehicle, tour: other, departed }) => vehicle === tour.vehicle && (other < tour.tour || departed < tour.departed),
      );
      if (isFirst && tour.departed > due && !hasReason(run, tour))
        report(tour.departed, place, `departs ${(tour.departed - due) / 1e6} s after its stops were due, and nothing kept it`);
    }
  },
};

function dueOf(run: RunRecord, { order, collection }: TourStop): number {
  const { orders, collections } = run.model.demand;
  return order >= 0 ? orders.due[order]! : collections.due[collection]!;
}

function hasReason(run: RunRecord, tour: DeliveryTour): boolean {
  const at = tour.departed;
  const ends = (agent: number): boolean =>
    (run.legs[agent] ?? []).some(({ state, t1 }) => t1 === at && (state === 'walking' || state === 'carrying'));
  return (
    tour.loaded.at(-1)?.tick === at ||
    run.of('vehicle-freed').some(({ tick, a }) => tick === at && a === tour.vehicle) ||
    run.of('order-closed').some(({ tick }) => tick === at) ||
    ends(run.vehicleAgent[tour.vehicle] ?? -1) ||
    ends(run.personAgent[run.model.fleet.vehicles[tour.vehicle]?.driver ?? -1] ?? -1)
  );
}

/** The driver begins no earlier than the lead of loading before the stops are due. */
function loadingDue(run: RunRecord, tour: DeliveryTour, due: number, report: Report): void {
  const task = tasksByPerson(run)
    .flat()
    .find(({ kind, subject }) => kind === DELIVER && subject === tour.tour);
  // What was asked for is begun, even if it was changed in the meantime and has more time now.
  if (task === undefined || due === -Infinity || tour.changes.some(({ tick }) => tick <= task.start)) return;
  const lead_s = tour.loaded.length > 0 ? run.model.operations.loadLead_s : BOARD_LEAD_S;
  const from = due - lead_s * 1e6;
  // An order that was closed since may have been due to be loaded.
  if (task.start < from && (tour.loaded.length > 0 || tour.docked === undefined))
    report(
      task.start,
      `tour ${tour.tour}`,
      `is begun ${(due - task.start) / 1e6} s before its stops are due, its lead is ${lead_s} s`,
    );
}

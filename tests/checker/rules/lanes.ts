import { OUTBOUND } from '../../../packages/engine/src/model/building.ts';
import { DELIVER, LOAD } from '../../../packages/engine/src/model/labour.ts';
import { CLOSE_M, flatDistance } from '../geometry.ts';
import type { RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';
import { tasksByPerson } from '../work-days.ts';

/** Orders stand in outbound lanes, not more than fit. */
export const lanes: Rule = {
  id: 'lanes',
  proves:
    'staged orders stand in outbound lanes that there are, one lane each, those of a tour in the one that its driver goes to, ' +
    'and (where lanes are limited) not more than fit',
  check(run, report) {
    const { building } = run.model;
    const held = new Map<number, number>();
    /** A vehicle that is at its door for them: these orders are brought out whatever stands there. */
    const tourOf = new Map<number, number>();
    const atDoor = new Set<number>();
    const moved = new Set<number>();
    /** It is on its way to a door. */
    const comes = (tour: number, tick: number): boolean => {
      const docks = run.of('vehicle-docked').find((each) => each.c === tour && each.tick >= tick);
      if (docks === undefined) return false;
      return run.legsAt(run.vehicleAgent[docks.a] ?? -1, tick).some(({ state, t1 }) => state === 'walking' && t1 === docks.tick);
    };
    const laneOf = new Map<number, number>();
    const limited = run.model.delivery.lanesLimited;
    for (const { tick, kind, a: order, b: lane, c } of run.events) {
      if (kind === 'tour-stop-planned') {
        // What is on its way out when it comes to another tour goes where it was to stand.
        if ((tourOf.get(lane) ?? order) !== order) moved.add(lane);
        tourOf.set(lane, order);
      }
      if (kind === 'vehicle-docked') atDoor.add(c);
      if (kind === 'order-staged') {
        const record = building.stagingLanes[lane];
        if (record === undefined || record.kind !== OUTBOUND) {
          report(tick, run.orderName(order), `is staged in lane ${lane}, which is no outbound lane`);
          continue;
        }
        const count = (held.get(lane) ?? 0) + 1;
        held.set(lane, count);
        laneOf.set(order, lane);
        if (
          count > record.capacity &&
          limited &&
          !moved.has(order) &&
          !atDoor.has(tourOf.get(order) ?? -1) &&
          !comes(tourOf.get(order) ?? -1, tick)
        ) {
          report(tick, `lane ${record.id}`, `${count} orders stand where ${record.capacity} fit`);
        }
      } else if (kind === 'order-loaded') {
        const from = laneOf.get(order);
        if (from !== undefined) held.set(from, held.get(from)! - 1);
        laneOf.delete(order);
      }
    }
    driversAtLanes(run, report);
  },
};

/** A driver begins at the lane in which the orders of the tour are staged. */
function driversAtLanes(run: RunRecord, report: Report): void {
  const { building, network } = run.model;
  const staged = new Map(run.of('order-staged').map(({ a, b }) => [a, b]));
  const ordersOf = new Map<number, number[]>();
  const packed = new Map(run.of('order-packed').map(({ a, tick }) => [a, tick]));
  // What a re-planning moved to another tour stays where it stands.
  const first = new Map<number, number>();
  const plannedAgain = new Set<number>();
  for (const { a: tour, b: order } of run.of('tour-stop-planned')) {
    if ((first.get(order) ?? tour) !== tour) plannedAgain.add(order);
    first.set(order, first.get(order) ?? tour);
  }
  for (const { tick, a: tour, b: order } of run.of('tour-stop-planned')) {
    // What is packed before its tour is planned goes to the first lane.
    if ((packed.get(order) ?? Infinity) <= tick || plannedAgain.has(order)) continue;
    const list = ordersOf.get(tour);
    if (list === undefined) ordersOf.set(tour, [order]);
    else list.push(order);
  }
  const loaded = new Map(run.of('order-loaded').map(({ tick, c }) => [c, tick]));
  for (const { person, kind, subject: tour, start } of tasksByPerson(run).flat()) {
    const until = loaded.get(tour);
    if ((kind !== DELIVER && kind !== LOAD) || until === undefined || until <= start) continue;
    // Of a crew the driver comes by the lane, and shows what is to be loaded.
    if (kind === LOAD && run.model.delivery.loadingBy === 'crew') continue;
    const legs = run.legsBetween(run.personAgent[person]!, start, until);
    for (const order of ordersOf.get(tour) ?? []) {
      const lane = building.stagingLanes[staged.get(order) ?? -1];
      if (lane === undefined) continue;
      const [x, y] = [network.places.x_m[lane.place]!, network.places.y_m[lane.place]!];
      const there = (px: number, py: number): boolean => flatDistance(px, py, x, y) <= CLOSE_M;
      if (!legs.some(({ x0, y0, x1, y1 }) => there(x0, y0) || there(x1, y1)))
        report(until, run.orderName(order), `is staged in lane ${lane.id}, where the driver of tour ${tour} does not come by`);
    }
  }
}

import { EQUIPMENT_KINDS, PICK_CART } from '../../../packages/engine/src/model/labour.ts';
import { DEPOT } from '../../../packages/engine/src/model/building.ts';
import { CLOSE_M, flatDistance } from '../geometry.ts';
import { pickTours, tourLegs, type PickTour } from '../pick-tours.ts';
import type { Leg } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Where tours begin and end, and what they travel on. */
export const tourPlaces: Rule = {
  id: 'tour-places',
  proves:
    'a batch is prepared at the start of its zone (the depot, where there are no zones) and picked with a machine of the zone’s ' +
    'kind; parts end at the consolidation place; a cart that is passed on stays the same, and goes from zone to zone in their ' +
    'order, to the start of the next',
  check(run, report) {
    const { building, network, picking, labour } = run.model;
    const depot = building.stations.find(({ kind }) => kind === DEPOT)?.place;
    const startOf = (zone: number): number | undefined => (zone < 0 ? depot : picking.zones[zone]?.start);
    const stands = (x: number, y: number, place: number): boolean =>
      flatDistance(x, y, network.places.x_m[place]!, network.places.y_m[place]!) <= CLOSE_M;
    const seized = new Map(run.of('equipment-seized').map(({ tick, a, b }) => [`${b}/${tick}`, a]));
    /** The tours of a batch that is passed on, by its first order, as they come. */
    const passed = new Map<number, PickTour[]>();
    const inTime = [...pickTours(run)].sort((a, b) => a.task.start - b.task.start || a.zone - b.zone);
    for (const tour of inTime) {
      const { task, orders, zone } = tour;
      const who = run.personName(task.person);
      const legs = tourLegs(run, tour);
      const begin = startOf(zone);
      const setUp = legs.find(({ state }) => state === 'handling' || state === 'searching' || state === 'picking');
      if (begin !== undefined && setUp?.state === 'handling' && !stands(setUp.x0, setUp.y0, begin))
        report(setUp.t0, who, `prepares a batch at (${setUp.x0}, ${setUp.y0}), where its zone does not start`);
      const machine = machineOf(tour, legs, seized);
      const list = passed.get(orders[0] ?? -1);
      if (list === undefined) passed.set(orders[0] ?? -1, [tour]);
      else list.push(tour);
      const before = picking.method === 'pick-and-pass' ? list?.at(-2) : undefined;
      const kind = picking.zones[before === undefined ? zone : (list?.[0]?.zone ?? zone)]?.equipment ?? PICK_CART;
      if (machine !== undefined && labour.equipment[machine]!.kind !== kind)
        report(task.start, who, `picks with ${labour.equipment[machine]!.id}, which is no ${EQUIPMENT_KINDS[kind]}`);
      const last = legs.at(-1);
      if (picking.method === 'parallel-zones' && last !== undefined && task.end < Infinity)
        if (!stands(last.x1, last.y1, picking.consolidation.place))
          report(task.end, who, `ends a tour at (${last.x1}, ${last.y1}), where parts are not brought together`);
      if (before === undefined) continue;
      if (before.zone >= zone || before.task.end > task.start)
        report(task.start, who, `picks in zone ${zone} what was picked in zone ${before.zone} before`);
      const left = tourLegs(run, before).at(-1);
      if (begin !== undefined && left !== undefined && !stands(left.x1, left.y1, begin))
        report(task.start, who, `the cart of its batch was not left where zone ${zone} starts`);
      const cart = machineOf(before, tourLegs(run, before), seized);
      if (machine !== undefined && cart !== undefined && machine !== cart)
        report(task.start, who, `goes on with ${labour.equipment[machine]!.id}, the batch is on ${labour.equipment[cart]!.id}`);
    }
  },
};

/** The machine that is seized in the course of a tour: at its start, or when the picker no longer waits for one. */
function machineOf({ task }: PickTour, legs: readonly Leg[], seized: ReadonlyMap<string, number>): number | undefined {
  const waited = legs.filter(({ state }) => state === 'waiting-equipment').at(-1)?.t1;
  return seized.get(`${task.person}/${waited ?? task.start}`) ?? seized.get(`${task.person}/${task.start}`);
}

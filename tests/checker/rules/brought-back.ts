import { deliveryTours } from '../delivery-tours.ts';
import type { Rule } from '../rule.ts';
import { stateSince } from '../work-days.ts';

/** What comes back from a tour is unloaded at the DC: goods nobody took, lines sent back, empty carriers, parcels. */
export const broughtBack: Rule = {
  id: 'brought-back',
  proves:
    'a tour that is back has unloaded every order nobody took or something of which was sent back, every parcel it fetched, and one empty ' +
    'carrier for each it delivered, in the time that takes; lines are sent back exactly where something wrong was in them that nobody had found',
  check(run, report) {
    const { demand, delivery, fleet } = run.model;
    const carriers = new Map<number, number>();
    for (const { a } of run.of('carrier-loaded')) carriers.set(a, (carriers.get(a) ?? 0) + 1);
    const found = new Set(run.of('wrong-pick-found').map(({ a }) => a));
    const wrong = new Set(run.of('wrong-pick').flatMap(({ a }) => (found.has(a) ? [] : [a])));
    for (const tour of deliveryTours(run).values()) {
      const place = `tour ${tour.tour}`;
      const refused = new Set(tour.refused.map(({ a }) => demand.lines.order[a]!));
      for (const { ended } of tour.done) {
        if (ended?.kind !== 'order-delivered') continue;
        for (let line = demand.orders.firstLine[ended.a]!; line < demand.orders.firstLine[ended.a + 1]!; line++) {
          const sentBack = tour.refused.some(({ a }) => a === line);
          if (sentBack !== (delivery.refuseWrong && wrong.has(line)))
            report(ended.tick, run.orderName(ended.a), `line ${line} is ${sentBack ? '' : 'not '}sent back`);
        }
      }
      if (tour.returned === Infinity) continue;
      const back = new Set(tour.broughtBack.map(({ a }) => a));
      const owed = new Set([
        ...refused,
        ...tour.done.flatMap(({ ended }) => (ended?.kind === 'order-undelivered' ? [ended.a] : [])),
      ]);
      for (const order of owed)
        if (!back.has(order)) report(tour.returned, run.orderName(order), `is not unloaded when ${place} is back`);
      for (const order of back)
        if (!owed.has(order)) report(tour.returned, run.orderName(order), `comes back on ${place}, though it was taken whole`);
      const fetched = tour.done.flatMap(({ ended }) => (ended?.kind === 'parcels-collected' ? [ended.a] : []));
      const received = tour.received.map(({ a }) => a);
      if (fetched.length !== received.length || fetched.some((each) => !received.includes(each)))
        report(tour.returned, place, `fetched collections ${fetched.join(' ')} and unloads ${received.join(' ')}`);
      const empties = tour.done.reduce(
        (sum, { ended }) => sum + (ended?.kind === 'order-delivered' ? (carriers.get(ended.a) ?? 0) : 0),
        0,
      );
      if ((tour.empties?.c ?? 0) !== empties)
        report(tour.returned, place, `brings ${tour.empties?.c ?? 0} empty carriers back, ${empties} were delivered`);
      const parcels = fetched.reduce((sum, each) => sum + demand.collections.parcels[each]!, 0);
      const unload_s = run.model.operations.returnUnload_s + empties * delivery.unloadEmpty_s + parcels * delivery.unloadParcel_s;
      const driver = run.personAgent[fleet.vehicles[tour.vehicle]?.driver ?? -1] ?? -1;
      const began = stateSince(run, driver, 'handling', tour.returned, tour.departed) ?? tour.returned;
      const took_s = (tour.returned - began) / 1e6;
      if (Math.abs(took_s - unload_s) > 1e-5)
        report(tour.returned, place, `is unloaded in ${took_s} s, ${empties} carriers and ${parcels} parcels take ${unload_s}`);
      for (const event of [...tour.broughtBack, ...tour.received, ...(tour.empties === undefined ? [] : [tour.empties])])
        if (event.tick > tour.returned) report(event.tick, place, `${event.kind} after its return`);
    }
    for (const { tick, a: line, b } of run.of('line-refused')) {
      const told = [...deliveryTours(run).values()].some(
        ({ refused, vehicle }) => vehicle === b && refused.some((each) => each.a === line),
      );
      if (!told && tick < run.to)
        report(tick, `vehicle ${fleet.vehicles[b]?.id ?? b}`, `line ${line} is refused, and its order is not delivered`);
    }
  },
};

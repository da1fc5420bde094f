import { COUNTER_VISIT } from '../../../packages/engine/src/model/demand.ts';
import { PICK } from '../../../packages/engine/src/model/labour.ts';
import { pickerOf, pickTours, toursWith, zoneOf } from '../pick-tours.ts';
import type { Rule } from '../rule.ts';

/** Goods are picked on tours that are told, by the method of the scenario. */
export const pickToursRule: Rule = {
  id: 'pick-tours',
  proves:
    'every pick tour says at its start which orders it picks and where; goods of an order are taken only on its tours, in their ' +
    'zone; an order is on one tour, or on one a zone; and it is reported picked when its last tour hands it over',
  check(run, report) {
    const { demand, picking, labour } = run.model;
    for (const { task, orders, zone } of pickTours(run)) {
      const who = run.personName(task.person);
      if (orders.length === 0) report(task.start, who, 'sets out on a pick tour without orders');
      const late = run
        .of('pick-tour-order')
        .find((each) => each.b === task.person && each.tick > task.start && each.tick < task.end);
      if (late !== undefined) report(late.tick, who, `${run.orderName(late.a)} comes onto the tour after its start`);
      const roles = picking.zones[zone]?.roles ?? [];
      if (roles.length > 0 && !roles.includes(labour.people[task.person]!.role))
        report(task.start, who, `picks in zone ${picking.zones[zone]!.id}, which is not for its role`);
    }
    for (const { tick, a, b: person, c: zone } of run.of('pick-tour-order')) {
      if (!pickTours(run).some(({ task }) => task.person === person && task.kind === PICK && task.start === tick))
        report(tick, run.personName(person), `${run.orderName(a)} is told to be on a pick tour that does not begin then`);
      if (zone < (picking.method === 'single-zone' ? -1 : 0) || zone >= picking.zones.length)
        report(tick, run.orderName(a), `is picked in zone ${zone}, which there is not`);
    }
    const zonesSeen = new Set<string>();
    for (const { tick, a: order, c: zone } of run.of('pick-tour-order')) {
      const key = `${order}/${zone}`;
      if (zonesSeen.has(key)) report(tick, run.orderName(order), `is on a second tour${zone < 0 ? '' : ` of zone ${zone}`}`);
      zonesSeen.add(key);
    }
    for (const event of run.of('line-picked')) {
      if (pickerOf(run, event) >= 0) continue;
      const order = demand.lines.order[event.a]!;
      report(
        event.tick,
        run.locationName(event.b),
        `line ${event.a} of ${run.orderName(order)} is picked on no tour of its order`,
      );
    }
    handedOver(run, report);
  },
};

/** 'zone-picked' and 'order-picked' come at the end of the tours that they tell of. */
function handedOver(run: Parameters<Rule['check']>[0], report: Parameters<Rule['check']>[1]): void {
  const { demand, picking } = run.model;
  const parts = new Map<string, number>();
  for (const { tick, a: order, b: zone, c: person } of run.of('zone-picked')) {
    const key = `${order}/${zone}`;
    if (parts.has(key)) report(tick, run.orderName(order), `its part in zone ${zone} is picked a second time`);
    parts.set(key, tick);
    const own = toursWith(run, order).find((tour) => tour.zone === zone && tour.task.person === person && tour.task.end === tick);
    if (own === undefined) report(tick, run.orderName(order), `its part in zone ${zone} is told, but no tour of it ends then`);
  }
  const picked = new Map(run.of('order-picked').map(({ a, tick }) => [a, tick]));
  for (const event of run.of('line-picked')) {
    const order = demand.lines.order[event.a]!;
    if (demand.orders.kind[order] === COUNTER_VISIT || picking.method === 'single-zone') continue;
    const zone = zoneOf(run, event.b);
    const told = parts.get(`${order}/${zone}`);
    if (told !== undefined ? told < event.tick : picked.has(order))
      report(
        event.tick,
        run.orderName(order),
        `line ${event.a} is picked in zone ${zone}, and its part is not handed over after it`,
      );
  }
  for (const { tick, a: order, b: person } of run.of('order-picked')) {
    if (person < 0) continue;
    const tours = toursWith(run, order);
    const last = tours.find(({ task }) => task.person === person && task.start < tick && task.end >= tick);
    if (last === undefined)
      report(tick, run.orderName(order), `is reported picked by ${run.personName(person)}, who has no tour of it then`);
    const open = tours.find((tour) => tour !== last && tour.task.end > tick);
    if (open !== undefined)
      report(tick, run.orderName(order), `is reported picked while a tour of it goes on in zone ${open.zone}`);
  }
  waiting(run, report);
}

/** Parallel zones: no more orders wait for their other parts than there is room for. */
function waiting(run: Parameters<Rule['check']>[0], report: Parameters<Rule['check']>[1]): void {
  const { picking } = run.model;
  if (picking.method !== 'parallel-zones') return;
  const waits = new Set<number>();
  for (const { tick, kind, a: order } of run.events) {
    if (kind === 'zone-picked') waits.add(order);
    else if (kind === 'order-picked') waits.delete(order);
    else continue;
    // The order whose last part has come is told in the same breath.
    const others = [...waits].filter((each) => each !== order || kind === 'order-picked').length;
    if (others + (kind === 'zone-picked' ? 1 : 0) > picking.consolidation.orders + (lastPart(run, order, tick) ? 1 : 0))
      report(tick, run.orderName(order), `${waits.size} orders wait for their other parts; ${picking.consolidation.orders} can`);
  }
}

function lastPart(run: Parameters<Rule['check']>[0], order: number, tick: number): boolean {
  return run.of('order-picked').some((each) => each.a === order && each.tick === tick);
}

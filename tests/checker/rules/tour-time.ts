import { pickTours, tourLegs, type PickTour } from '../pick-tours.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** A batch is prepared once, and what is done with the goods at the end of a tour takes what the scenario says. */
export const tourTime: Rule = {
  id: 'tour-time',
  proves:
    'a batch is prepared at the start of its first tour and at no other; parting its goods, handing them over and bringing ' +
    'parts together takes, at the end of a tour, exactly the time that it costs',
  check(run, report) {
    const begun = new Set<number>();
    const { mean_s, cv } = run.model.operations.tourSetup;
    const { method } = run.model.picking;
    const inTime = [...pickTours(run)].sort((a, b) => a.task.start - b.task.start);
    const pickTicks = picksByOrder(run);
    for (const tour of inTime) {
      const { task, orders } = tour;
      const again = method === 'pick-and-pass' && orders.some((order) => begun.has(order));
      for (const order of orders) begun.add(order);
      if (task.end === Infinity) continue;
      const who = run.personName(task.person);
      const picks = orders.flatMap((order) => pickTicks.get(order) ?? []);
      const legs = tourLegs(run, tour);
      const firstWork = legs.find(({ state }) => state === 'searching' || state === 'picking')?.t0 ?? task.end;
      const setUp = legs.reduce((sum, { state, t0, t1 }) => (state === 'handling' && t0 < firstWork ? sum + t1 - t0 : sum), 0);
      if (again && setUp > 0) report(task.start, who, 'prepares a batch that is under way');
      if (!again && (cv === 0 ? Math.abs(setUp - Math.round(mean_s * 1e6)) > 1 : mean_s > 0 && setUp === 0))
        report(task.start, who, `prepares a batch for ${setUp / 1e6} s; it takes ${mean_s} s`);
      const own = picks.filter(({ tick, zone }) =>
        method === 'pick-and-pass' ? true : tick > task.start && tick <= task.end && zone === tour.zone,
      ).length;
      const sorted = legs.reduce((sum, { state, t0, t1 }) => (state === 'sorting' ? sum + t1 - t0 : sum), 0);
      const due = endTicks(run, tour, own);
      if (Math.abs(sorted - due) > 1)
        report(task.end, who, `parts and hands over ${orders.length} orders in ${sorted / 1e6} s; that takes ${due / 1e6} s`);
    }
  },
};

interface Taken {
  readonly tick: number;
  readonly zone: number;
}

function picksByOrder(run: RunRecord): Map<number, Taken[]> {
  const { demand, picking, locations } = run.model;
  const zoneOfArea = new Map(picking.zones.flatMap(({ areas }, zone) => areas.map((area): [number, number] => [area, zone])));
  const picks = new Map<number, Taken[]>();
  for (const { tick, a: line, b: location } of run.of('line-picked')) {
    const order = demand.lines.order[line]!;
    const zone = picking.method === 'single-zone' ? -1 : (zoneOfArea.get(locations.area[location]!) ?? -1);
    const list = picks.get(order);
    if (list === undefined) picks.set(order, [{ tick, zone }]);
    else list.push({ tick, zone });
  }
  return picks;
}

/** What the end of a tour takes, ticks: nothing, where the cart is passed on. */
function endTicks(run: RunRecord, { task, orders }: PickTour, picks: number): number {
  const { method, sorting, sortLine_s, handOver_s, consolidatePart_s } = run.model.picking;
  const last = run.of('order-picked').some(({ tick, b }) => tick === task.end && b === task.person);
  if (method === 'pick-and-pass' && !last) return 0;
  const sort_s = sorting === 'sort-after-pick' && orders.length > 1 ? sortLine_s * picks : 0;
  const bring_s = method === 'parallel-zones' ? consolidatePart_s * orders.length : 0;
  return Math.round((sort_s + bring_s + handOver_s * orders.length) * 1e6);
}

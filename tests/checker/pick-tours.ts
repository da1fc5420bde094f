// Pick tours as the trace tells them: who picks which orders, where, and from when to when.

import { PICK } from '../../packages/engine/src/model/labour.ts';
import type { Happening, Leg, RunRecord } from './record.ts';
import { tasksByPerson, type TaskSpan } from './work-days.ts';

export interface PickTour {
  readonly task: TaskSpan;
  /** In the order in which they are told. */
  readonly orders: readonly number[];
  /** Index into model.picking.zones; -1: the whole building. */
  readonly zone: number;
}

const toursOf = new WeakMap<RunRecord, PickTour[]>();

/** Every pick tour of a run, in order of person, then time. */
export function pickTours(run: RunRecord): readonly PickTour[] {
  const known = toursOf.get(run);
  if (known !== undefined) return known;
  const tours: PickTour[] = [];
  tasksByPerson(run).forEach((tasks, person) => {
    const told = run.of('pick-tour-order').filter(({ b }) => b === person);
    const own = tasks.filter(({ kind }) => kind === PICK);
    own.forEach((task, i) => {
      // A task that begins where the one before ends owns what is told from then on.
      const next = own[i + 1]?.start ?? Infinity;
      const rows = told.filter(({ tick }) => tick === task.start && tick < next);
      tours.push({ task, orders: rows.map(({ a }) => a), zone: rows[0]?.c ?? -1 });
    });
  });
  toursOf.set(run, tours);
  return tours;
}

/** What the picker of a tour does on it. */
export function tourLegs(run: RunRecord, { task }: PickTour): Leg[] {
  return run.legsBetween(run.personAgent[task.person]!, task.start, task.end);
}

/** The zone of a location: index into model.picking.zones; -1 where there are none. */
export function zoneOf(run: RunRecord, location: number): number {
  const { picking, locations } = run.model;
  if (picking.method === 'single-zone') return -1;
  return picking.zones.findIndex(({ areas }) => areas.includes(locations.area[location]!));
}

const byOrderOf = new WeakMap<RunRecord, Map<number, PickTour[]>>();

/** The tours that an order is on. */
export function toursWith(run: RunRecord, order: number): readonly PickTour[] {
  let byOrder = byOrderOf.get(run);
  if (byOrder === undefined) {
    byOrder = new Map();
    for (const tour of pickTours(run))
      for (const each of tour.orders) {
        const list = byOrder.get(each);
        if (list === undefined) byOrder.set(each, [tour]);
        else list.push(tour);
      }
    byOrderOf.set(run, byOrder);
  }
  return byOrder.get(order) ?? [];
}

/** The agent who takes the goods of a line at a location: a picker on tour, or the member whose visit it is; -1: nobody. */
export function pickerOf(run: RunRecord, { tick, a: line, b: location }: Happening): number {
  const order = run.model.demand.lines.order[line]!;
  const cart = visitCarts(run).get(order);
  if (cart !== undefined) return run.memberAgent.get(cart) ?? -1;
  const zone = zoneOf(run, location);
  const tour = toursWith(run, order).find(({ task, zone: own }) => own === zone && task.start <= tick && task.end >= tick);
  return tour === undefined ? -1 : (run.personAgent[tour.task.person] ?? -1);
}

const cartsOf = new WeakMap<RunRecord, ReadonlyMap<number, number>>();

/** Shopping cart of each visit that has begun, by order. */
export function visitCarts(run: RunRecord): ReadonlyMap<number, number> {
  let carts = cartsOf.get(run);
  if (carts === undefined) cartsOf.set(run, (carts = new Map(run.of('visit-started').map(({ a, b }) => [a, b]))));
  return carts;
}

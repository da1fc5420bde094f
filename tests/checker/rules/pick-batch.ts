import type { RunRecord } from '../record.ts';
import { pickTours, zoneOf, type PickTour } from '../pick-tours.ts';
import type { Rule } from '../rule.ts';

/** Sums of volumes and weights are compared with this slack. */
const SLACK = 1 + 1e-6;

/** A pick tour is no larger than a batch may be. */
export const pickBatch: Rule = {
  id: 'pick-batch',
  proves:
    'a pick tour holds at most the orders, units, litres, kilograms and cart compartments of the batch capacity, unless it is one ' +
    'order alone',
  check(run, report) {
    const { operations, picking } = run.model;
    const sorted = picking.sorting === 'sort-while-pick';
    const goods = goodsOf(run);
    for (const tour of pickTours(run)) {
      const { task, orders } = tour;
      const who = run.personName(task.person);
      if (orders.length > operations.batchOrders)
        report(task.start, who, `picks ${orders.length} orders in a tour of at most ${operations.batchOrders}`);
      if (orders.length < 2) continue;
      const sum = (measure: (load: Load) => number): number =>
        orders.reduce((total, order) => total + measure(goods(order, tour)), 0);
      const litres = sum((load) => load.litres);
      const kilograms = sum((load) => load.kilograms);
      const units = sum((load) => load.units);
      const compartments = sum((load) => Math.max(1, Math.ceil(load.litres / picking.compartment_l / SLACK)));
      if (litres > operations.batchVolume_l * SLACK)
        report(task.start, who, `picks ${litres.toFixed(1)} l in a tour of at most ${operations.batchVolume_l} l`);
      if (kilograms > operations.batchWeight_kg * SLACK)
        report(task.start, who, `picks ${kilograms.toFixed(1)} kg in a tour of at most ${operations.batchWeight_kg} kg`);
      if (units > picking.batchUnits) report(task.start, who, `picks ${units} units in a tour of at most ${picking.batchUnits}`);
      if (sorted && compartments > picking.cartCompartments)
        report(task.start, who, `needs ${compartments} compartments of ${picking.cartCompartments}`);
    }
  },
};

interface Load {
  readonly litres: number;
  readonly kilograms: number;
  readonly units: number;
}

const NOTHING: Load = { litres: 0, kilograms: 0, units: 0 };

/** What a tour's cart carries of an order: with parallel zones the part of the zone, otherwise all of it. */
function goodsOf(run: RunRecord): (order: number, tour: PickTour) => Load {
  const { items, demand, picking } = run.model;
  const loads = new Map<string, Load>();
  const parts = picking.method === 'parallel-zones';
  const key = (order: number, zone: number): string => (parts ? `${order}/${zone}` : `${order}`);
  for (const { a: line, b: location, c: units } of run.of('line-picked')) {
    const order = demand.lines.order[line]!;
    const item = demand.lines.item[line]!;
    const own = key(order, zoneOf(run, location));
    const { litres, kilograms, units: sum } = loads.get(own) ?? NOTHING;
    const litre = items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * 1000;
    loads.set(own, { litres: litres + units * litre, kilograms: kilograms + units * items.weight_kg[item]!, units: sum + units });
  }
  return (order, { zone }) => loads.get(key(order, zone)) ?? NOTHING;
}

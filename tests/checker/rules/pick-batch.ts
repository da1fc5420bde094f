import { PICK } from '../../../packages/engine/src/model/labour.ts';
import { tasksByPerson } from '../work-days.ts';
import type { Rule } from '../rule.ts';

/** What is picked in one tour fits the cart. An order larger than the cart goes alone. */
export const pickBatch: Rule = {
  id: 'pick-batch',
  proves: 'a pick tour holds at most the orders, litres and kilograms of the batch capacity, unless it is one order alone',
  check(run, report) {
    const { operations, items, demand } = run.model;
    const picked = new Map<number, [number, number]>();
    for (const { a: line, c: units } of run.of('line-picked')) {
      const order = demand.lines.order[line]!;
      const item = demand.lines.item[line]!;
      const [litres, kilograms] = picked.get(order) ?? [0, 0];
      const litre = items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * 1000;
      picked.set(order, [litres + units * litre, kilograms + units * items.weight_kg[item]!]);
    }
    const done = run.of('order-picked');
    for (const own of tasksByPerson(run)) {
      for (const task of own) {
        if (task.kind !== PICK) continue;
        const orders = done.filter(({ tick, b }) => b === task.person && tick > task.start && tick <= task.end).map(({ a }) => a);
        if (orders.length > operations.batchOrders) {
          report(
            task.start,
            run.personName(task.person),
            `picks ${orders.length} orders in a tour of at most ${operations.batchOrders}`,
          );
        }
        if (orders.length < 2) continue;
        const litres = orders.reduce((sum, order) => sum + (picked.get(order)?.[0] ?? 0), 0);
        const kilograms = orders.reduce((sum, order) => sum + (picked.get(order)?.[1] ?? 0), 0);
        if (litres > operations.batchVolume_l * (1 + 1e-6)) {
          report(
            task.start,
            run.personName(task.person),
            `picks ${litres.toFixed(1)} l in a tour of at most ${operations.batchVolume_l} l`,
          );
        }
        if (kilograms > operations.batchWeight_kg * (1 + 1e-6)) {
          report(
            task.start,
            run.personName(task.person),
            `picks ${kilograms.toFixed(1)} kg in a tour of at most ${operations.batchWeight_kg} kg`,
          );
        }
      }
    }
  },
};

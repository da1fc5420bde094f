import type { Rule } from '../rule.ts';

/** Cartons hold what was picked, no more than they bear, and are as many as are told. */
export const cartons: Rule = {
  id: 'cartons',
  proves:
    'the cartons and loose units of an order are told when it is packed, as many as it is said to have; together they weigh what ' +
    'was picked, none more than its type bears; and what its carriers bear is theirs',
  check(run, report) {
    const { demand, items, cartons: types, packing } = run.model;
    const weight = new Map<number, number>();
    for (const { a: line, c: units } of run.of('line-picked')) {
      const order = demand.lines.order[line]!;
      const item = demand.lines.item[line]!;
      weight.set(order, (weight.get(order) ?? 0) + units * Math.round(1000 * items.weight_kg[item]!));
    }
    const told = new Map<number, { tick: number; pieces: number; grams: number }>();
    for (const { tick, a: order, b: type, c: grams } of run.of('carton-packed')) {
      const sum = told.get(order) ?? { tick, pieces: 0, grams: 0 };
      if (sum.tick !== tick) report(tick, run.orderName(order), 'a carton is packed at another time than the first');
      told.set(order, { tick, pieces: sum.pieces + 1, grams: sum.grams + grams });
      if (type < -1 || type >= types.length) report(tick, run.orderName(order), `carton type ${type}: there is none`);
      // Grams of a unit are rounded: half a gram a unit, at most.
      else if (type >= 0 && grams > types[type]!.maxLoad_kg * 1000 * 1.001 + 50)
        report(
          tick,
          run.orderName(order),
          `${grams} g in a carton ${types[type]!.id}, which bears ${types[type]!.maxLoad_kg} kg`,
        );
    }
    const packed = new Set<number>();
    for (const { tick, a: order, c: pieces } of run.of('order-packed')) {
      packed.add(order);
      const own = told.get(order);
      if (own === undefined || own.tick !== tick || own.pieces !== pieces) {
        report(tick, run.orderName(order), `has ${pieces} cartons, ${own?.pieces ?? 0} are told`);
        continue;
      }
      if (own.grams !== weight.get(order))
        report(tick, run.orderName(order), `${own.grams} g are packed of ${weight.get(order) ?? 0} g picked`);
    }
    for (const [order, { tick }] of told)
      if (!packed.has(order)) report(tick, run.orderName(order), 'has cartons and is not packed');
    const carried = new Map<number, number>();
    for (const { tick, a: order, b: type, c: grams } of run.of('carrier-loaded')) {
      const carrier = packing.carriers[type];
      if (carrier === undefined) report(tick, run.orderName(order), `carrier type ${type}: there is none`);
      else if (grams > carrier.maxLoad_kg * 1000 + 50)
        report(tick, run.orderName(order), `${grams} g on a ${carrier.id}, which bears ${carrier.maxLoad_kg} kg`);
      carried.set(order, (carried.get(order) ?? 0) + grams);
      if (carried.get(order)! > (told.get(order)?.grams ?? 0) + 1)
        report(tick, run.orderName(order), `${carried.get(order)} g on carriers of ${told.get(order)?.grams ?? 0} g packed`);
    }
  },
};

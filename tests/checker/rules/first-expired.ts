import type { Rule } from '../rule.ts';

interface Lot {
  readonly location: number;
  readonly expiry: number;
  units: number;
}

/**
 * First expired, first out, where that policy is in force: a reservation goes to a location that holds a lot with the least
 * expiry of all lots of the SKU with free units. Lots are the checker's own: of initial stock (lots with a location there,
 * the others in the order of their rows)
 * and of put-aways; within a location the first to expire is taken first.
 */
export const firstExpired: Rule = {
  id: 'first-expired',
  proves: 'under the FEFO policy no units are reserved while units of the SKU that expire sooner are free elsewhere',
  check(run, report) {
    if (run.options.stockSelection !== 'fefo') return;
    const { initialStock, demand } = run.model;
    const lots = new Map<number, Lot[]>();
    const put = (item: number, lot: Lot): void => {
      const list = lots.get(item);
      if (list === undefined) lots.set(item, [lot]);
      else list.push(lot);
    };
    /** Initial lots per item that have not been seen in a location yet: those that the model puts somewhere come first. */
    const initial = new Map<number, { units: number; expiry: number; location: number }[]>();
    for (let lot = 0; lot < initialStock.count; lot++) {
      const item = initialStock.item[lot]!;
      const entry = {
        units: initialStock.units[lot]!,
        expiry: initialStock.expiry[lot]!,
        location: initialStock.location[lot]!,
      };
      const list = initial.get(item);
      if (list === undefined) initial.set(item, [entry]);
      else list.push(entry);
    }
    for (const { tick, kind, a, b, c } of run.events) {
      if (kind === 'stock-changed' && b > 0 && tick <= 0) {
        let units = b;
        const waiting = initial.get(c) ?? [];
        for (const lot of [
          ...waiting.filter(({ location }) => location === a),
          ...waiting.filter(({ location }) => location < 0),
        ]) {
          const taken = Math.min(units, lot.units);
          if (taken === 0) continue;
          put(c, { location: a, expiry: lot.expiry, units: taken });
          units -= taken;
          lot.units -= taken;
        }
      } else if (kind === 'put-away-done') {
        put(demand.inboundLines.item[a]!, { location: b, expiry: demand.inboundLines.expiry[a]!, units: c });
      } else if (kind === 'line-allocated') {
        const item = demand.lines.item[a]!;
        let units = c;
        while (units > 0) {
          const free = (lots.get(item) ?? []).filter((lot) => lot.units > 0);
          const here = free.filter((lot) => lot.location === b).sort((p, q) => p.expiry - q.expiry)[0];
          if (here === undefined) break; // the reservation rule reports it
          const least = Math.min(...free.map((lot) => lot.expiry));
          if (here.expiry > least) {
            report(
              tick,
              run.locationName(b),
              `line ${a} takes units that expire at ${here.expiry}; free ones expire at ${least}`,
            );
          }
          const taken = Math.min(units, here.units);
          here.units -= taken;
          units -= taken;
        }
      }
    }
  },
};

import { AMBIENT } from '../../../packages/engine/src/model/building.ts';
import { deliveryTours } from '../delivery-tours.ts';
import type { Rule } from '../rule.ts';

/** Chilled and frozen goods go on board of a load space that has been cooled for long enough. */
export const coldLoad: Rule = {
  id: 'cold-load',
  proves: 'chilled and frozen goods are loaded only when the cooling of their vehicle has been on for as long as it needs',
  check(run, report) {
    const { fleet, items, demand } = run.model;
    const picked = new Set(run.of('line-picked').map(({ a }) => a));
    for (const tour of deliveryTours(run).values()) {
      const vehicle = fleet.vehicles[tour.vehicle];
      if (vehicle === undefined || vehicle.preCool_s === 0 || tour.loaded.length === 0) continue;
      const cold = tour.loaded.find(({ a: order }) => {
        for (let line = demand.orders.firstLine[order]!; line < demand.orders.firstLine[order + 1]!; line++) {
          if (items.temperature[demand.lines.item[line]!] !== AMBIENT && (picked.has(line) || demand.orders.staged[order] === 1))
            return true;
        }
        return false;
      });
      if (cold === undefined) continue;
      const on = run
        .of('pre-cooling-started')
        .filter(({ tick, a }) => a === tour.vehicle && tick <= cold.tick)
        .at(-1);
      const since = on === undefined ? -Infinity : (tour.loaded[0]!.tick - on.tick) / 1e6;
      if (on === undefined || since < vehicle.preCool_s)
        report(
          cold.tick,
          `vehicle ${vehicle.id}, tour ${tour.tour}`,
          `is loaded with cold goods ${since} s after its cooling began, it needs ${vehicle.preCool_s}`,
        );
    }
  },
};

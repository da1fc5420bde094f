import { road_km } from '../delivery-tours.ts';
import type { Rule } from '../rule.ts';

/** Collections are announced when the demand says so, planned after it, fetched once and brought to the DC. */
export const collections: Rule = {
  id: 'collections',
  proves:
    'a collection is announced at its time, planned only when it is known, fetched at most once, and one that a vehicle could take is ' +
    'not left out when its round is planned',
  check(run, report) {
    const rows = run.model.demand.collections;
    const name = (row: number): string => `collection ${rows.code[row] ?? row}`;
    const announced = new Map<number, number>();
    for (const { tick, a } of run.of('collection-announced')) {
      if (announced.has(a)) report(tick, name(a), 'is announced twice');
      announced.set(a, tick);
      if (tick !== Math.max(rows.announced[a]!, run.from))
        report(tick, name(a), `is announced at ${tick}, the demand says ${rows.announced[a]}`);
    }
    for (let row = 0; row < rows.count; row++) {
      const due = rows.announced[row]!;
      if (due < run.to && !announced.has(row)) report(due, name(row), 'is never announced');
    }
    for (const { tick, b } of run.of('collection-planned'))
      if ((announced.get(b) ?? Infinity) > tick) report(tick, name(b), 'is planned before it is announced');
    const fetched = new Set<number>();
    for (const { tick, a } of run.of('parcels-collected')) {
      if (fetched.has(a)) report(tick, name(a), 'is fetched twice');
      fetched.add(a);
    }
    const planned = new Set(run.of('collection-planned').map(({ b }) => b));
    const leftOut = new Set(run.of('delivery-unplanned').map(({ b }) => b));
    for (let row = 0; row < rows.count; row++) {
      const known = Math.max(rows.release[row]!, rows.announced[row]!, run.from);
      if (known < run.to && !planned.has(row) && !leftOut.has(row))
        report(known, name(row), 'is neither planned nor said to be left out');
    }
    couldBeTaken(run, report);
  },
};

/** What is left out fits no vehicle that has a driver and is not broken down. */
function couldBeTaken(run: Parameters<Rule['check']>[0], report: Parameters<Rule['check']>[1]): void {
  const { fleet, demand } = run.model;
  for (const { tick, b: row } of run.of('delivery-unplanned')) {
    if (row < 0) continue;
    const stop = { order: -1, collection: row, since: tick };
    const away = road_km(run, undefined, stop) + road_km(run, stop, undefined);
    const broken = new Set(
      fleet.disruptions.flatMap(({ vehicle, from, length, breakdown }) =>
        breakdown && from <= tick && from + length > tick ? [vehicle] : [],
      ),
    );
    const taker = fleet.vehicles.find(
      (vehicle, index) =>
        vehicle.driver >= 0 &&
        !broken.has(index) &&
        demand.collections.weight_kg[row]! <= vehicle.capacity_kg &&
        demand.collections.volume_l[row]! <= vehicle.capacity_l &&
        away <= vehicle.range_km,
    );
    if (taker !== undefined)
      report(tick, `collection ${demand.collections.code[row]}`, `is left out, and vehicle ${taker.id} could take it`);
  }
}

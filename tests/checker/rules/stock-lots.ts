import { lotKey, minuteOf, readLots } from '../lots.ts';
import type { LotAge, LotChange } from '../lots.ts';
import type { Rule } from '../rule.ts';

/** Goods have an age, and keep it. */
export const stockLots: Rule = {
  id: 'stock-lots',
  proves:
    'every change of stock tells its lot, no lot gives more units than lie there of it, the lots at the start are those ' +
    'of the model, and goods put away are received then and expire as announced',
  check(run, report) {
    const { initialStock, demand, items } = run.model;
    const { lots, faults } = readLots(run);
    for (const { event, because } of faults) report(event.tick, run.locationName(event.a), because);

    const held = new Map<string, number>();
    /** Initial units not seen yet: of a lot anywhere, and of one that the model puts into a location. */
    const initial = new Map<string, number>();
    const add = (map: Map<string, number>, key: string, units: number): number => {
      const now = (map.get(key) ?? 0) + units;
      map.set(key, now);
      return now;
    };
    for (let lot = 0; lot < initialStock.count; lot++) {
      const age: LotAge = { received: minuteOf(initialStock.received[lot]!), expires: minuteOf(initialStock.expiry[lot]!) };
      add(initial, lotKey(-1, initialStock.item[lot]!, age), initialStock.units[lot]!);
      if (initialStock.location[lot]! >= 0)
        add(initial, lotKey(initialStock.location[lot]!, initialStock.item[lot]!, age), initialStock.units[lot]!);
    }
    const name = ({ item, received, expires }: LotChange): string =>
      `${items.code[item]} received in minute ${received}, expiring in minute ${expires}`;
    /** Put in at this tick, and nobody has said why yet. */
    let unexplained: LotChange[] = [];
    let tick = run.from;
    for (const event of run.events) {
      if (event.tick !== tick) {
        unexplained = [];
        tick = event.tick;
      }
      if (event.kind === 'stock-changed') {
        const change = lots.get(event);
        if (change === undefined) continue;
        const { location, item, units } = change;
        if (add(held, lotKey(location, item, change), units) < 0)
          report(tick, run.locationName(location), `${-units} units are taken of ${name(change)}, of which there are fewer`);
        if (units > 0) unexplained.push(change);
        if (units > 0 && tick <= 0) {
          if (add(initial, lotKey(-1, item, change), -units) < 0)
            report(tick, run.locationName(location), `holds ${name(change)} from the start, the model has fewer`);
          add(initial, lotKey(location, item, change), -units);
        }
      } else if (event.kind === 'put-away-done') {
        const { a: line, b: location, c: units } = event;
        const expires = minuteOf(demand.inboundLines.expiry[line]!);
        const at = unexplained.findIndex((change) => change.location === location && change.units === units);
        if (at < 0) continue; // the cause rule reports it
        const [change] = unexplained.splice(at, 1);
        if (change!.received !== minuteOf(tick) || change!.expires !== expires)
          report(tick, run.locationName(location), `inbound line ${line} becomes ${name(change!)}`);
      }
    }
    for (const [key, missing] of initial) {
      const [location, item] = key.split('/').map(Number) as [number, number];
      if (location >= 0 && missing > 0)
        report(run.from, run.locationName(location), `${missing} units of a lot of ${items.code[item]} should lie here`);
    }
  },
};

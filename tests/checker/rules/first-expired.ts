import { readLots } from '../lots.ts';
import type { LotChange } from '../lots.ts';
import type { Rule } from '../rule.ts';

/** Events about a line. */
const LINE_EVENTS: ReadonlySet<string> = new Set(['line-allocated', 'pick-moved', 'line-picked']);

/** Units reserved for a line, of a lot that expires in a certain minute. */
interface Reserved {
  readonly line: number;
  location: number;
  readonly expires: number;
  units: number;
}

/**
 * First expired, first out, where the model wants it so, or that policy is in force: what is reserved expires first of all
 * units of the SKU that are free, and what is picked is what was reserved. Goods on their way to a face count as free.
 */
export const firstExpired: Rule = {
  id: 'first-expired',
  proves:
    'where the scenario or the policy wants it so, units are reserved only of the lot of the SKU that expires first of ' +
    'those with free units, and those units are picked; items of which something was not found are left out from then on',
  check(run, report) {
    if (run.options.stockSelection !== 'fefo' && !run.model.storage.firstExpired) return;
    const { demand } = run.model;
    const { lots } = readLots(run);
    const homes = new Map<number, number>();
    /** Units by item and minute of expiry: in the storage or on a truck in it; and what of them is reserved. */
    const there = new Map<number, Map<number, number>>();
    const taken = new Map<number, Map<number, number>>();
    /** Units that lie, by location and minute of expiry; and reserved units that are to be picked there, by line, too. */
    const lying = new Map<number, Map<number, number>>();
    const promised = new Map<number, Map<number, number>>();
    const reserved = new Map<number, Reserved[]>();
    const add = (map: Map<number, Map<number, number>>, key: number, expires: number, units: number): void => {
      let own = map.get(key);
      if (own === undefined) map.set(key, (own = new Map()));
      own.set(expires, (own.get(expires) ?? 0) + units);
    };
    const of = (map: Map<number, Map<number, number>>, key: number, expires: number): number => map.get(key)?.get(expires) ?? 0;
    const own = (line: number): Reserved[] => {
      const list = reserved.get(line);
      if (list !== undefined) return list;
      const fresh: Reserved[] = [];
      reserved.set(line, fresh);
      return fresh;
    };
    const moving: Reserved[] = [];
    let last: LotChange | undefined;
    /** Of what was once not found it is not told which lot was meant: nothing is known of the item from then on. */
    const unknown = new Set<number>();
    for (const event of run.events) {
      const { tick, kind, a, b, c } = event;
      if (kind === 'short-pick') unknown.add(demand.lines.item[a]!);
      if (LINE_EVENTS.has(kind) && unknown.has(demand.lines.item[a]!)) continue;
      if (kind === 'stock-changed') {
        last = lots.get(event);
        if (last === undefined) continue;
        add(there, last.item, last.expires, last.units);
        add(lying, last.location, last.expires, last.units);
      } else if (kind === 'home-given') homes.set(a, b);
      else if (kind === 'units-lifted' && last !== undefined) add(there, b, last.expires, c);
      else if (kind === 'units-set-down' && last !== undefined) add(there, b, last.expires, -c);
      else if (kind === 'line-allocated') {
        const item = demand.lines.item[a]!;
        let least = Infinity;
        for (const [expires, units] of there.get(item) ?? [])
          if (units > of(taken, item, expires)) least = Math.min(least, expires);
        if (least === Infinity) continue; // the reservation rule reports it
        const here = of(lying, b, least) - of(promised, b, least);
        const free = homes.get(item) === b ? of(there, item, least) - of(taken, item, least) : here;
        if (free < c)
          report(
            tick,
            run.locationName(b),
            `line ${a} takes ${c} units, but of those that expire first (minute ${least}) ${free} are free here`,
          );
        own(a).push({ line: a, location: b, expires: least, units: c });
        add(taken, item, least, c);
        add(promised, b, least, c);
      } else if (kind === 'pick-moved' && c < 0) {
        let left = -c;
        for (const each of own(a)
          .filter(({ location }) => location === b)
          .sort((p, q) => p.expires - q.expires)) {
          const units = Math.min(left, each.units);
          if (units === 0) continue;
          each.units -= units;
          left -= units;
          add(promised, b, each.expires, -units);
          moving.push({ ...each, units });
        }
      } else if (kind === 'pick-moved') {
        for (const each of moving.splice(0)) {
          own(a).push({ ...each, location: b });
          add(promised, b, each.expires, each.units);
        }
      } else if (kind === 'line-picked') {
        if (last === undefined || last.location !== b) continue; // the lot rule reports it
        const here = own(a).filter(({ location, units }) => location === b && units > 0);
        const expires = last.expires;
        const due = here.filter((each) => each.expires === expires).reduce((sum, { units }) => sum + units, 0);
        if (due < c && here.length > 0)
          report(
            tick,
            run.locationName(b),
            `line ${a} is given ${c} units that expire in minute ${expires}, reserved were ${due} of those`,
          );
        let left = c;
        for (const each of here.sort((p, q) => Number(q.expires === expires) - Number(p.expires === expires))) {
          const units = Math.min(left, each.units);
          each.units -= units;
          left -= units;
          add(taken, demand.lines.item[a]!, each.expires, -units);
          add(promised, b, each.expires, -units);
        }
      }
    }
  },
};

import { Stock } from '../stock.ts';
import type { Rule } from '../rule.ts';

/** Smells, allergens and tenants' goods: what conflicts is never in one bay, not for a moment. */
export const keptApart: Rule = {
  id: 'kept-apart',
  proves: 'goods of two keeping classes that conflict never lie in one rack bay at the same time',
  check(run, report) {
    const { locations, items, storage } = run.model;
    const { classes, conflicts } = storage.keeping;
    if (!conflicts.includes(1)) return;
    const inBay = new Map<number, number[]>();
    for (let i = 0; i < locations.count; i++) {
      const bay = locations.rackBay[i]!;
      const list = inBay.get(bay);
      if (list === undefined) inBay.set(bay, [i]);
      else list.push(i);
    }
    const stock = new Stock(run);
    for (const event of run.of('stock-changed')) {
      const { tick, a: location, b: change, c: item } = event;
      stock.change(event);
      if (change <= 0) continue;
      const own = items.keeping[item]!;
      for (const other of inBay.get(locations.rackBay[location]!)!) {
        for (const held of stock.in(other)) {
          const theirs = items.keeping[held.item]!;
          if (held.units <= 0 || conflicts[own * classes.length + theirs] === 0) continue;
          report(
            tick,
            run.locationName(location),
            `receives ${items.code[item]} (${classes[own]}) in one bay with ${items.code[held.item]} (${classes[theirs]})`,
          );
        }
      }
    }
  },
};

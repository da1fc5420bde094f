import type { Rule } from '../rule.ts';

/** Goods neither appear nor vanish in a location: every change has a cause at the same moment. */
export const stockCause: Rule = {
  id: 'stock-cause',
  proves:
    'every change of stock is the initial stock, a put-away, a pick or a move of exactly those units at that location at ' +
    'that moment; initial stock lies where the model puts it',
  check(run, report) {
    const { demand, initialStock } = run.model;
    const { lines, inboundLines } = demand;
    /** Units of changes not yet explained, by location and item, within one tick. */
    const open = new Map<string, number>();
    let tick = run.from;
    const explain = (location: number, item: number, units: number): void => {
      const key = `${location}/${item}`;
      const rest = (open.get(key) ?? 0) + units;
      if (rest === 0) open.delete(key);
      else open.set(key, rest);
    };
    /** Initial stock that has no place in the model: anywhere. With a place: there. */
    const initial = new Map<number, number>();
    /** Units that the model itself puts into a location, not yet seen there. */
    const fixed = new Map<string, number>();
    const settle = (): void => {
      for (const [key, rest] of open) {
        const [location, item] = key.split('/').map(Number) as [number, number];
        const given = tick <= 0 ? (initial.get(item) ?? 0) : 0;
        if (rest > 0 && rest <= given) initial.set(item, given - rest);
        else report(tick, run.locationName(location), `stock of item ${item} changes by ${rest} units that nothing explains`);
      }
      open.clear();
    };
    for (let lot = 0; lot < initialStock.count; lot++) {
      const item = initialStock.item[lot]!;
      initial.set(item, (initial.get(item) ?? 0) + initialStock.units[lot]!);
      const location = initialStock.location[lot]!;
      if (location < 0) continue;
      fixed.set(`${location}/${item}`, (fixed.get(`${location}/${item}`) ?? 0) + initialStock.units[lot]!);
    }
    for (const event of run.events) {
      if (event.tick !== tick) {
        settle();
        tick = event.tick;
      }
      if (event.kind === 'stock-changed' && event.tick <= 0) {
        const key = `${event.a}/${event.c}`;
        fixed.set(key, Math.max(0, (fixed.get(key) ?? 0) - event.b));
      }
      if (event.kind === 'stock-changed') explain(event.a, event.c, event.b);
      else if (event.kind === 'line-picked') explain(event.b, lines.item[event.a]!, event.c);
      else if (event.kind === 'put-away-done') explain(event.b, inboundLines.item[event.a]!, -event.c);
      else if (event.kind === 'units-lifted') explain(event.a, event.b, event.c);
      else if (event.kind === 'units-set-down') explain(event.a, event.b, -event.c);
    }
    settle();
    for (const [key, missing] of fixed) {
      const [location, item] = key.split('/').map(Number) as [number, number];
      if (missing > 0)
        report(run.from, run.locationName(location), `${missing} units of item ${item} should lie here from the start`);
    }
  },
};

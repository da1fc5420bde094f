import type { Rule } from '../rule.ts';

/** Nobody is promised what is not there: at the end of every moment the units reserved in a location lie in it. */
export const stockReserved: Rule = {
  id: 'stock-reserved',
  proves: 'units are reserved only where they lie, of the SKU asked for, and picked only where they were reserved',
  check(run, report) {
    const { demand } = run.model;
    const stock = new Map<number, { item: number; units: number }>();
    const reserved = new Map<number, number>();
    const byLine = new Map<string, number>();
    const touched = new Set<number>();
    let tick = run.from;
    const settle = (): void => {
      for (const location of touched) {
        const promised = reserved.get(location) ?? 0;
        const there = stock.get(location)?.units ?? 0;
        if (promised > there) report(tick, run.locationName(location), `${promised} units are reserved of ${there}`);
      }
      touched.clear();
    };
    for (const event of run.events) {
      if (event.tick !== tick) {
        settle();
        tick = event.tick;
      }
      if (event.kind === 'stock-changed') {
        const held = stock.get(event.a);
        if (held === undefined || held.item !== event.c) stock.set(event.a, { item: event.c, units: event.b });
        else held.units += event.b;
        touched.add(event.a);
      } else if (event.kind === 'line-allocated' || event.kind === 'line-picked') {
        const sign = event.kind === 'line-allocated' ? 1 : -1;
        const key = `${event.a}/${event.b}`;
        const left = (byLine.get(key) ?? 0) + sign * event.c;
        if (left < 0)
          report(tick, run.locationName(event.b), `line ${event.a} takes ${-left} units more than it had reserved there`);
        byLine.set(key, Math.max(0, left));
        reserved.set(event.b, (reserved.get(event.b) ?? 0) + sign * event.c);
        touched.add(event.b);
        const item = demand.lines.item[event.a];
        if (sign > 0 && stock.get(event.b)?.item !== item)
          report(tick, run.locationName(event.b), `line ${event.a} asks for item ${item}, which is not there`);
      }
    }
    settle();
  },
};

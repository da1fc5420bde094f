import { pickerOf } from '../pick-tours.ts';
import type { Rule } from '../rule.ts';

/** Goods that were not found: their reservation ends, and they are looked for elsewhere once, or are short. */
export const shortPicks: Rule = {
  id: 'short-picks',
  proves:
    'goods are told not to be found only where they are reserved and the picker stands, nowhere where that cannot happen; the units ' +
    'are then reserved at other locations of the SKU, once, or are short, at that moment',
  check(run, report) {
    const { demand, picking, locations, network } = run.model;
    const reserved = new Map<string, number>();
    const key = (line: number, location: number): string => `${line}/${location}`;
    const add = (line: number, location: number, units: number): number => {
      const sum = (reserved.get(key(line, location)) ?? 0) + units;
      reserved.set(key(line, location), sum);
      return sum;
    };
    /** Units of a line that were not found and are neither reserved elsewhere nor short yet. */
    let open: { tick: number; line: number; units: number; from: number } | undefined;
    /** Where lines were reserved other than instead of what was not found. */
    const first = new Set<string>();
    const settle = (): void => {
      if (open !== undefined && open.units !== 0)
        report(
          open.tick,
          `line ${open.line}`,
          `${open.units} units were not found, and are neither reserved elsewhere nor short`,
        );
      open = undefined;
    };
    for (const event of run.events) {
      const { tick, kind, a: line, b, c } = event;
      if (kind === 'line-allocated') {
        add(line, b, c);
        if (open?.line !== line || open.tick !== tick) first.add(key(line, b));
        else {
          if (!first.has(key(line, open.from)))
            report(tick, run.locationName(b), `line ${line} is looked for elsewhere a second time`);
          if (b === open.from) report(tick, run.locationName(b), `line ${line} is reserved again where it was not found`);
          open.units -= c;
        }
      } else if (kind === 'pick-moved') {
        add(line, b, c);
        first.add(key(line, b));
      } else if (kind === 'line-picked') add(line, b, -c);
      else if (kind === 'line-short') {
        if (open?.line === line && open.tick === tick) open.units -= b;
      } else if (kind === 'short-pick') {
        settle();
        if (picking.shortPickProbability === 0)
          report(tick, run.locationName(b), `line ${line} is not found, which never happens`);
        if (add(line, b, -c) < 0)
          report(tick, run.locationName(b), `${c} units of line ${line} are not found that were not reserved`);
        const agent = pickerOf(run, event);
        const place = locations.place[b]!;
        const there = run
          .legsAt(agent, tick)
          .some(
            (leg) =>
              leg.t1 === tick &&
              Math.abs(leg.x1 - network.places.x_m[place]!) < 0.01 &&
              Math.abs(leg.y1 - network.places.y_m[place]!) < 0.01,
          );
        if (!there) report(tick, run.locationName(b), `line ${line} is not found, but its picker is not there`);
        open = { tick, line, units: c, from: b };
        if (demand.lines.units[line]! < c) report(tick, run.locationName(b), `${c} units of line ${line} are not found`);
      } else if (open !== undefined && open.tick !== tick) settle();
    }
    settle();
  },
};

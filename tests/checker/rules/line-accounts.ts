import type { Rule } from '../rule.ts';

/** Every order line is accounted for: allocated + short = ordered, picked <= allocated, picked + short = ordered when picked. */
export const lineAccounts: Rule = {
  id: 'line-accounts',
  proves:
    'every line of a picked order has picked + short units equal to the units ordered, and nothing is picked that was ' +
    'not allocated',
  check(run, report) {
    const { orders, lines } = run.model.demand;
    const allocated = new Int32Array(lines.count);
    const short = new Int32Array(lines.count);
    const picked = new Int32Array(lines.count);
    const finished = new Set<number>();
    const name = (line: number): string => `line ${line} of ${run.orderName(lines.order[line] ?? -1)}`;
    for (const { tick, kind, a, b, c } of run.events) {
      if (kind === 'line-allocated' || kind === 'line-short' || kind === 'line-picked') {
        if (a < 0 || a >= lines.count) {
          report(tick, `line ${a}`, `${kind}: no such line`);
          continue;
        }
        const units = kind === 'line-short' ? b : c;
        if (units <= 0) report(tick, name(a), `${kind} with ${units} units`);
        if (kind === 'line-allocated') allocated[a]! += units;
        else if (kind === 'line-short') short[a]! += units;
        else picked[a]! += units;
        if (allocated[a]! + short[a]! > lines.units[a]!) {
          report(tick, name(a), `${allocated[a]} allocated + ${short[a]} short of ${lines.units[a]} ordered`);
        }
        if (picked[a]! > allocated[a]!) report(tick, name(a), `${picked[a]} units picked of ${allocated[a]} allocated`);
        if (finished.has(lines.order[a]!)) report(tick, name(a), `${kind} after its order was finished`);
      }
      // Units that were not found are no longer reserved: they are looked for elsewhere, or short.
      if (kind === 'short-pick') allocated[a]! -= c;
      if (kind === 'order-picked' && a >= 0 && a < orders.count) {
        finished.add(a);
        for (let line = orders.firstLine[a]!; line < orders.firstLine[a + 1]!; line++) {
          if (picked[line]! + short[line]! !== lines.units[line]!) {
            report(
              tick,
              name(line),
              `${picked[line]} picked + ${short[line]} short of ${lines.units[line]} ordered, but its order is reported picked`,
            );
          }
        }
      }
    }
  },
};

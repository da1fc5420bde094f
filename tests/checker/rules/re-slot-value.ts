import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import { MoveWorth } from '../move-worth.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { Stock } from '../stock.ts';

/** Days of orders that the planned popularity counts for. */
const PRIOR_D = 7;

/** Of a value that is told as a whole number; relative, for the rounding of sums. */
const ROUNDING = 0.5;
const CLOSE = 1e-6;

/** Each planned move is told with what it is worth, worked out again from who lives where, what lies there and what was asked. */
export const reSlotValue: Rule = {
  id: 're-slot-value',
  proves:
    'directly after each planned move its saving and pay-back are told, as worked out anew from homes, stock and orders so ' +
    'far; every move saves walking and pays back in time, and those of a day come in the order of their pay-back',
  check(run, report) {
    const { items, demand, storage } = run.model;
    const most = storage.reSlotting.payBack_d * 100;
    const stock = new Stock(run);
    const worth = new MoveWorth(run.model);
    const homes = new Map<number, number>();
    const asked = new Float64Array(items.count);
    const linesPerDay = (item: number, tick: number): number =>
      item < 0 ? 0 : (items.popularity[item]! * PRIOR_D + asked[item]!) / (PRIOR_D + tick / TICKS_PER_DAY);
    let planned: Happening | undefined;
    let last = { tick: -1, payBack: 0 };
    for (const event of run.events) {
      const { tick, kind, a, b, c } = event;
      if (planned !== undefined && kind !== 're-slot-valued') reportUnvalued(planned);
      if (kind === 'stock-changed') stock.change(event);
      else if (kind === 'home-given') homes.set(a, b);
      else if (kind === 'order-arrived') {
        if (demand.orders.arrival[a]! < 0) continue;
        for (const item of linesOf(run, a)) asked[item]! += 1;
      } else if (kind === 're-slot-valued') {
        if (planned === undefined || planned.a !== a || planned.tick !== tick)
          report(tick, items.code[a]!, 'is told what a move is worth, but none was planned just before');
        else value(planned, b, c);
      }
      planned = kind === 're-slot-planned' ? event : undefined;
    }
    if (planned !== undefined) reportUnvalued(planned);

    function reportUnvalued({ tick, a }: Happening): void {
      report(tick, items.code[a]!, 'is to move house, but what that is worth is not told');
    }

    function value({ tick, a: item, b: to, c: other }: Happening, saving: number, payBack: number): void {
      const code = items.code[item]!;
      if (saving < 0 || payBack < 0 || payBack > most + ROUNDING)
        report(tick, code, `saves ${saving} s a day and pays back in ${payBack / 100} days, the limit is ${most / 100}`);
      if (last.tick === tick && payBack < last.payBack) report(tick, code, 'pays back sooner than the move planned before it');
      last = { tick, payBack };
      const from = homes.get(item) ?? -1;
      if (from < 0) return;
      const saving_s = worth.saving_s(from, to, linesPerDay(item, tick) - linesPerDay(other, tick));
      const { work_s } = worth.work(from, to, [item, stock.units(from, item), other, stock.units(to, other)]);
      if (saving_s <= 0) report(tick, code, `is to move house for a saving of ${saving_s} s a day`);
      if (!isRounded(saving, saving_s)) report(tick, code, `saves ${saving} s a day, by the orders so far it is ${saving_s}`);
      const payBack_d = work_s / saving_s;
      if (!isRounded(payBack, payBack_d * 100))
        report(tick, code, `pays back in ${payBack / 100} days, by the work it makes it is ${payBack_d}`);
    }
  },
};

function isRounded(told: number, exact: number): boolean {
  return Math.abs(told - exact) <= ROUNDING + CLOSE * Math.abs(exact);
}

function linesOf({ model }: RunRecord, order: number): Int32Array {
  const { orders, lines } = model.demand;
  return lines.item.subarray(orders.firstLine[order]!, orders.firstLine[order + 1]!);
}

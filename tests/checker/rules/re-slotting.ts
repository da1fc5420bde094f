import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import { RE_SLOT } from '../../../packages/engine/src/model/labour.ts';
import { MoveWorth } from '../move-worth.ts';
import { readMoves } from '../moves.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { Stock } from '../stock.ts';
import type { TaskSpan } from '../work-days.ts';

interface Planned {
  /** Of the plan: the last move of one may still be under way when the next is made. */
  readonly tick: number;
  readonly item: number;
  readonly from: number;
  readonly to: number;
  readonly other: number;
}

/** A move whose homes have been given anew, and what lay in them at that moment. */
interface Made extends Planned {
  readonly task: TaskSpan;
  readonly units: number;
  readonly otherUnits: number;
}

/** SKUs move house as planned: both homes at once, with all their goods, or not at all. */
export const reSlotting: Rule = {
  id: 're-slotting',
  proves:
    'moves are planned at the hour of re-slotting, no more than its labour can do, one an item and a location; each is ' +
    'dropped with nothing changed, or both items change homes at once and all their goods follow',
  check(run, report) {
    const { items } = run.model;
    const at = Math.round(run.model.storage.reSlotting.at_s * 1e6);
    const stock = new Stock(run);
    const homes = new Map<number, number>();
    const residents = new Map<number, number>();
    const steps = new Map(readMoves(run).map((step) => [step.event, step.task]));
    const budget = new Budget(run);
    let planned: Planned[] = [];
    const made: Made[] = [];
    const settled = new Set<TaskSpan>();
    for (const event of run.events) {
      const { tick, kind, a, b, c } = event;
      if (kind === 'stock-changed') stock.change(event);
      else if (kind === 're-slot-planned') {
        const code = items.code[a]!;
        const from = homes.get(a) ?? -1;
        if (tick % TICKS_PER_DAY !== at) report(tick, code, 'is to move house, but it is not the hour for it');
        if (from < 0 || from === b) report(tick, code, `is to move from ${from} to ${b}`);
        if ((residents.get(b) ?? -1) !== c)
          report(tick, run.locationName(b), `is to be left by item ${c}, which does not live there`);
        const parts = (move: Planned): boolean =>
          [move.item, move.other].includes(a) ||
          (c >= 0 && [move.item, move.other].includes(c)) ||
          [move.from, move.to].includes(b);
        const twice = planned.some((move) => move.tick === tick && parts(move));
        if (twice) report(tick, code, 'or its new home is part of two moves');
        if (from >= 0) {
          planned.push({ tick, item: a, from, to: b, other: c });
          const because = budget.book(tick, from, b, [a, stock.units(from, a), c, stock.units(b, c)]);
          if (because !== '') report(tick, code, because);
        }
      } else if (kind === 're-slot-dropped') {
        const open = planned.find((move) => move.item === a && move.to === b);
        if (open === undefined) report(tick, items.code[a]!, 'is not to move house after all, but that was not planned');
        planned = planned.filter((move) => move !== open);
        const task = steps.get(event);
        if (task !== undefined) settled.add(task);
        if (task !== undefined && made.some((move) => move.task === task))
          report(tick, items.code[a]!, 'is not to move house after all, but it has its new home');
      } else if (kind === 'home-given') {
        const task = steps.get(event);
        const old = homes.get(a) ?? -1;
        if (task !== undefined) {
          const asItem = planned.find((move) => move.item === a && move.to === b);
          const asOther = made.find((move) => move.task === task && move.other === a && move.from === b);
          if (asItem !== undefined) {
            if (asItem !== planned[0]) report(tick, items.code[a]!, 'moves house out of turn');
            planned = planned.filter((move) => move !== asItem);
            const { from, to, other } = asItem;
            if (old !== from) report(tick, items.code[a]!, `moves house from ${old}, planned was ${from}`);
            made.push({ ...asItem, task, units: stock.units(from, a), otherUnits: other < 0 ? 0 : stock.units(to, other) });
            settled.add(task);
          } else if (asOther === undefined) report(tick, items.code[a]!, `moves house to ${b}, which was not planned`);
        }
        if (residents.get(old) === a) residents.delete(old);
        homes.set(a, b);
        if (b >= 0) residents.set(b, a);
      } else if (kind === 'units-lifted') {
        const task = steps.get(event);
        if (task?.kind === RE_SLOT && !made.some((move) => move.task === task && isPartOf(move, b, a)))
          report(tick, run.locationName(a), `${items.code[b]} is lifted for no move`);
      } else if (kind === 'task-finished' && b === RE_SLOT) {
        for (const move of made.filter(({ task }) => task.person === a && task.end === tick)) {
          if (homes.get(move.item) !== move.to || (move.other >= 0 && homes.get(move.other) !== move.from))
            report(tick, items.code[move.item]!, 'and the item that lived there have not changed homes');
          follow(move.item, move.from, move.to, move.units, move.task);
          if (move.other >= 0) follow(move.other, move.to, move.from, move.otherUnits, move.task);
        }
      }
    }

    /** All units of an item that lay in its old home have been set down in the new one. */
    function follow(item: number, from: number, to: number, units: number, task: TaskSpan): void {
      const count = (kind: 'units-lifted' | 'units-set-down', location: number): number =>
        run
          .of(kind)
          .filter((event) => event.a === location && event.b === item && steps.get(event) === task)
          .reduce((sum, { c }) => sum + c, 0);
      const [lifted, laid] = [count('units-lifted', from), count('units-set-down', to)];
      if (lifted !== units || laid !== units || stock.units(from, item) !== 0)
        report(
          task.end,
          run.locationName(from),
          `${lifted} of ${units} units of ${items.code[item]} are lifted, ${laid} laid in its new home`,
        );
    }
  },
};

function isPartOf(move: Planned, item: number, location: number): boolean {
  return (move.item === item && move.from === location) || (move.other === item && move.to === location);
}

/** The work of the moves planned for a day. */
class Budget {
  private readonly run: RunRecord;
  private readonly worth: MoveWorth;
  private tick = NaN;
  private people_s = 0;
  private truck_s = 0;

  constructor(run: RunRecord) {
    this.run = run;
    this.worth = new MoveWorth(run.model);
  }

  /** Adds a move planned at the tick, with the units that lie in both homes; says what is wrong with the budget then, or nothing. */
  book(tick: number, from: number, to: number, units: Parameters<MoveWorth['work']>[2]): string {
    if (tick !== this.tick) this.people_s = this.truck_s = 0;
    this.tick = tick;
    const { byTruck, work_s } = this.worth.work(from, to, units);
    if (byTruck) this.truck_s += work_s;
    else this.people_s += work_s;
    const { people_h, truck_h } = this.run.model.storage.reSlotting;
    const most_h = byTruck ? truck_h : people_h;
    const spent_s = byTruck ? this.truck_s : this.people_s;
    if (most_h === 0) return 'is to move house, though no work may go into it';
    return spent_s > most_h * 3600 * (1 + 1e-6) ? `the moves of this day take ${spent_s} s of ${most_h} h` : '';
  }
}

import { pickerOf, visitCarts } from '../pick-tours.ts';
import type { Happening, RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Wrong picks are made at a pick, found once at most, and found where somebody looks for them. */
export const wrongPicks: Rule = {
  id: 'wrong-picks',
  proves:
    'a wrong pick is told when the picker completes the line, and weighs a unit more, a unit less of several, or what as many of ' +
    'another item do; it is found once at most, by the picker at once or by the packer while it packs the order, as the check ' +
    'at packing allows',
  check(run, report) {
    const { demand, packing } = run.model;
    const wrong = new Map<number, Happening>();
    const found = new Map<number, Happening>();
    const lastPick = new Map<number, Happening>();
    for (const event of run.of('line-picked')) lastPick.set(event.a, event);
    const packed = new Map(run.of('order-packed').map((event) => [event.a, event]));
    const opened = new Set(run.of('carton-opened').map(({ tick, a }) => `${tick}/${a}`));
    const name = (line: number): string => `line ${line} of ${run.orderName(demand.lines.order[line] ?? -1)}`;
    for (const event of run.events) {
      const { tick, kind, a: line, b: person, c } = event;
      if (kind === 'wrong-pick') {
        const pick = lastPick.get(line);
        const agent = run.personAgent[person] ?? -1;
        if (pick === undefined || pick.tick !== tick || pickerOf(run, pick) !== agent)
          report(tick, name(line), `is said to be picked wrong by ${run.personName(person)}, who does not complete it then`);
        if (pick !== undefined && !mayBeOff(run, line, pick.c, c))
          report(tick, name(line), `is ${c} g off: neither a unit more or less, nor ${pick.c} of another item`);
        if (visitCarts(run).has(demand.lines.order[line]!))
          report(tick, name(line), 'is a member’s own, and cannot be picked wrong');
        if (wrong.has(line)) report(tick, name(line), 'is picked wrong a second time');
        wrong.set(line, event);
      }
      if (kind !== 'wrong-pick-found') continue;
      const made = wrong.get(line);
      if (made === undefined) report(tick, name(line), 'a wrong pick is found that was not made');
      if (found.has(line)) report(tick, name(line), 'its wrong pick is found a second time');
      found.set(line, event);
      if (c === 0) {
        if (made !== undefined && (made.tick !== tick || made.b !== person))
          report(tick, name(line), 'its wrong pick is found at the pick, but not by its picker at once');
      } else {
        const order = demand.lines.order[line]!;
        const own = packed.get(order);
        if (own === undefined || own.tick !== tick || own.b !== person)
          report(tick, name(line), 'its wrong pick is found at packing, but its order is not packed then by who found it');
        if (packing.check === 'none') report(tick, name(line), 'its wrong pick is found at packing, where nobody looks');
        if (packing.check === 'weight' && !opened.has(`${tick}/${order}`))
          report(tick, name(line), 'its wrong pick is found by weight, but no carton of its order is opened');
      }
    }
    if (packing.check !== 'count') return;
    for (const [line, { tick }] of wrong) {
      const order = demand.lines.order[line]!;
      if (!found.has(line) && packed.has(order))
        report(tick, name(line), 'its wrong pick is not found, though every unit is counted');
    }
  },
};

/** Whether a line that is completed by taking some units can weigh so much more than it should, when it is picked wrong. */
function mayBeOff({ model: { items, demand } }: RunRecord, line: number, units: number, off_g: number): boolean {
  const grams = (item: number): number => Math.round(1000 * items.weight_kg[item]!);
  const unit_g = grams(demand.lines.item[line]!);
  if (off_g === unit_g || off_g === 0 || (off_g === -unit_g && units > 1)) return true;
  return items.code.some((_, other) => off_g === units * (grams(other) - unit_g));
}

import { REPLENISH } from '../../../packages/engine/src/model/labour.ts';
import { readMoves } from '../moves.ts';
import type { Rule } from '../rule.ts';
import type { TaskSpan } from '../work-days.ts';

interface Ask {
  readonly item: number;
  readonly face: number;
  readonly units: number;
}

/** A replenishment brings what was asked for, from the reserve to the face. */
export const replenishment: Rule = {
  id: 'replenishment',
  proves:
    'replenishments are asked for the home of an item, lift only in the reserve and set down only at that face, and what ' +
    'they bring and what is dropped is together what was asked',
  check(run, report) {
    const { items, locations } = run.model;
    const homes = new Map<number, number>();
    const asks: Ask[] = [];
    /** Units of each item in the reserve; and lifted there by a replenishment that goes on. */
    const reserve = new Map<number, number>();
    const lifted = new Map<number, number>();
    /** Units brought or dropped in each task, of what, to where. */
    const done = new Map<TaskSpan, { item: number; face: number; units: number; brought: number }>();
    const steps = new Map(readMoves(run).map((step) => [step.event, step]));
    const account = (task: TaskSpan, item: number, face: number, units: number, brought: number, tick: number): void => {
      const own = done.get(task);
      if (own === undefined) done.set(task, { item, face, units, brought });
      else if (own.item !== item || own.face !== face)
        report(
          tick,
          run.personName(task.person),
          `moves item ${item} to ${face} and item ${own.item} to ${own.face} in one replenishment`,
        );
      else {
        own.units += units;
        own.brought += brought;
      }
    };
    for (const event of run.events) {
      const { tick, kind, a, b, c } = event;
      if (kind === 'home-given') homes.set(a, b);
      if (kind === 'stock-changed' && locations.handPick[a] === 0) reserve.set(c, (reserve.get(c) ?? 0) + b);
      if (kind === 'replenishment-asked') {
        if (homes.get(a) !== b)
          report(tick, run.locationName(b), `is to be filled with ${items.code[a]}, which does not live there`);
        if (c <= 0) report(tick, run.locationName(b), `is to be filled with ${c} units of ${items.code[a]}`);
        if (locations.handPick[b] === 0) report(tick, run.locationName(b), 'is to be filled, but no hand reaches it');
        asks.push({ item: a, face: b, units: c });
        const asked = asks.filter(({ item }) => item === a).reduce((sum, { units }) => sum + units, 0);
        const there = (reserve.get(a) ?? 0) + (lifted.get(a) ?? 0);
        if (asked > there)
          report(tick, run.locationName(b), `${asked} units of ${items.code[a]} are asked for, the reserve has ${there}`);
      }
      const task = steps.get(event)?.task;
      if (kind === 'replenishment-dropped') {
        if (task === undefined) report(tick, run.locationName(b), `${c} units of ${items.code[a]} are dropped in nobody's task`);
        else account(task, a, b, c, 0, tick);
      }
      if (task !== undefined && task.kind === REPLENISH) {
        if (kind === 'units-lifted') lifted.set(b, (lifted.get(b) ?? 0) + c);
        if (kind === 'units-lifted' && locations.handPick[a] === 1)
          report(tick, run.locationName(a), `${items.code[b]} is taken for a replenishment, but not from the reserve`);
        if (kind === 'units-set-down') {
          if (homes.get(b) !== a)
            report(tick, run.locationName(a), `is replenished with ${items.code[b]}, which does not live there`);
          account(task, b, a, c, c, tick);
        }
      }
      if (kind !== 'task-finished' || b !== REPLENISH) continue;
      const own = [...done].find(([each]) => each.person === a && each.end === tick);
      if (own === undefined) continue; // the outcome rule reports it
      done.delete(own[0]);
      const { item, face, units, brought } = own[1];
      lifted.set(item, (lifted.get(item) ?? 0) - brought);
      // Who has moved house since is brought its goods there.
      const at = asks.findIndex(
        (ask) => ask.item === item && ask.units === units && (ask.face === face || homes.get(item) === face),
      );
      if (at >= 0) asks.splice(at, 1);
      else report(tick, run.personName(a), `brings or drops ${units} units of ${items.code[item]}: so many were not asked for`);
    }
  },
};

import { REPLENISH, RE_SLOT } from '../../../packages/engine/src/model/labour.ts';
import { readMoves } from '../moves.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';
import { Stock } from '../stock.ts';
import { tasksByPerson } from '../work-days.ts';
import type { TaskSpan } from '../work-days.ts';

/**
 * Nobody is promised what is not there: at the end of every moment the units reserved in a location lie in it, or are on
 * their way to it as the home of their item.
 */
export const stockReserved: Rule = {
  id: 'stock-reserved',
  proves:
    'units are reserved only where they lie, or in the home of the SKU while goods are brought to it; never more of a SKU ' +
    'than there is; and they are picked only where they were reserved',
  check(run, report) {
    const { demand, items } = run.model;
    const stock = new Stock(run);
    const homes = new Map<number, number>();
    const coming = tasksMoving(run);
    /** Of each item: units in the storage or on a truck in it, and reserved ones. */
    const there = new Map<number, number>();
    const promised = new Map<number, number>();
    /** Reserved units by `location/item` and by `line/location`. */
    const reserved = new Map<string, number>();
    const byLine = new Map<string, number>();
    const touched = new Set<string>();
    let tick = run.from;
    const add = <K>(map: Map<K, number>, key: K, units: number): number => {
      const now = (map.get(key) ?? 0) + units;
      map.set(key, now);
      return now;
    };
    const settle = (): void => {
      for (const key of touched) {
        const [location, item] = key.split('/').map(Number) as [number, number];
        const asked = reserved.get(key) ?? 0;
        const lying = stock.units(location, item);
        if (asked > lying && !(homes.get(item) === location && coming(item, tick)))
          report(tick, run.locationName(location), `${asked} units are reserved of ${lying}`);
        if ((promised.get(item) ?? 0) > (there.get(item) ?? 0))
          report(tick, items.code[item]!, `${promised.get(item)} units are reserved of ${there.get(item) ?? 0}`);
      }
      touched.clear();
    };
    for (const event of run.events) {
      if (event.tick !== tick) {
        settle();
        tick = event.tick;
      }
      const { kind, a, b, c } = event;
      if (kind === 'home-given') homes.set(a, b);
      else if (kind === 'stock-changed') {
        stock.change(event);
        add(there, c, b);
        touched.add(`${a}/${c}`);
      } else if (kind === 'units-lifted') add(there, b, c);
      else if (kind === 'units-set-down') add(there, b, -c);
      else if (kind === 'line-allocated' || kind === 'line-picked' || kind === 'pick-moved' || kind === 'short-pick') {
        const item = demand.lines.item[a]!;
        const units = kind === 'line-picked' || kind === 'short-pick' ? -c : c;
        const left = add(byLine, `${a}/${b}`, units);
        if (left < 0) {
          report(tick, run.locationName(b), `line ${a} takes ${-left} units more than it had reserved there`);
          byLine.set(`${a}/${b}`, 0);
        }
        add(reserved, `${b}/${item}`, units);
        if (kind !== 'pick-moved') add(promised, item, units);
        touched.add(`${b}/${item}`);
        if (units > 0 && homes.get(item) !== b && stock.units(b, item) <= 0)
          report(tick, run.locationName(b), `line ${a} asks for item ${item}, which is not there`);
      }
    }
    settle();
  },
};

/** Whether somebody moves goods of an item inside the storage at a tick; who has not lifted anything yet may be about to. */
function tasksMoving(run: RunRecord): (item: number, tick: number) => boolean {
  const items = new Map<TaskSpan, Set<number>>();
  for (const task of tasksByPerson(run).flat()) if (task.kind === REPLENISH || task.kind === RE_SLOT) items.set(task, new Set());
  for (const { event, task } of readMoves(run))
    if (task !== undefined && event.kind === 'units-lifted') items.get(task)?.add(event.b);
  return (item, tick) => {
    for (const [{ start, end }, moved] of items)
      if (start <= tick && end >= tick && (moved.has(item) || (end === Infinity && moved.size === 0))) return true;
    return false;
  };
}

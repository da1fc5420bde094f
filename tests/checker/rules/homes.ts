import { RE_SLOT } from '../../../packages/engine/src/model/labour.ts';
import { readMoves } from '../moves.ts';
import type { RunRecord } from '../record.ts';
import type { Rule } from '../rule.ts';

/** Everything has its place: one SKU a home, where it may live. */
export const homes: Rule = {
  id: 'homes',
  proves:
    'every item is given its home at the start, under dedicated storage the one the scenario says, within reach of the hand and ' +
    'where it may lie; no two items ever share a home, nothing else is laid into it, and homes change only by re-slotting',
  check(run, report) {
    const { items } = run.model;
    const homeOf = new Map<number, number>();
    const residents = new Map<number, Set<number>>();
    const touched = new Set<number>();
    const inMove = new Map(readMoves(run).map(({ event, task }) => [event, task]));
    const bays = new Map<number, Set<number>>();
    /** Items that live in the bay of a location. */
    const inBay = (location: number): number[] =>
      [...(bays.get(run.model.locations.rackBay[location]!) ?? [])].flatMap((other) => [...(residents.get(other) ?? [])]);
    let tick = run.from;
    const settle = (): void => {
      for (const location of touched) {
        const living = [...(residents.get(location) ?? [])];
        if (living.length > 1)
          report(tick, run.locationName(location), `is the home of ${living.map((item) => items.code[item]).join(' and ')}`);
        for (const item of living) {
          const other = inBay(location).find((each) => conflict(run, item, each));
          if (other !== undefined)
            report(tick, run.locationName(location), `makes ${items.code[item]} live in one bay with ${items.code[other]}`);
        }
      }
      touched.clear();
    };
    for (const event of run.events) {
      if (event.kind !== 'home-given' && event.kind !== 'stock-changed') continue;
      if (event.tick !== tick) {
        settle();
        tick = event.tick;
      }
      if (event.kind === 'stock-changed') {
        const other = [...(residents.get(event.a) ?? [])].find((item) => item !== event.c);
        if (event.b > 0 && other !== undefined)
          report(tick, run.locationName(event.a), `receives ${items.code[event.c]}, but is the home of ${items.code[other]}`);
        continue;
      }
      const { a: item, b: home } = event;
      const code = items.code[item]!;
      const before = homeOf.get(item);
      if (before !== undefined && tick <= run.from) report(tick, code, 'is given a home twice at the start');
      if (tick > run.from && inMove.get(event)?.kind !== RE_SLOT) report(tick, code, 'moves house, but nobody is re-slotting');
      if (tick > run.from && before === home) report(tick, code, 'is given the home that it has');
      if (before !== undefined) residents.get(before)?.delete(item);
      homeOf.set(item, home);
      if (home < 0) continue;
      const living = residents.get(home);
      if (living === undefined) residents.set(home, new Set([item]));
      else living.add(item);
      touched.add(home);
      const bay = run.model.locations.rackBay[home]!;
      bays.set(bay, (bays.get(bay) ?? new Set<number>()).add(home));
      const because = unfit(run, item, home);
      if (because !== '') report(tick, run.locationName(home), `cannot be the home of ${code}: ${because}`);
      const given = items.givenHome[item]!;
      if (run.options.storageAssignment === 'dedicated' && tick <= run.from && given >= 0 && given !== home)
        report(tick, run.locationName(home), `is the home of ${code}, the scenario says location ${given}`);
    }
    settle();
    for (let item = 0; item < items.count; item++)
      if (!homeOf.has(item)) report(run.from, items.code[item]!, 'is never told to have a home or none');
  },
};

/** Whether two items are kept apart. */
function conflict({ model: { items, storage } }: RunRecord, a: number, b: number): boolean {
  const { classes, conflicts } = storage.keeping;
  return conflicts[items.keeping[a]! * classes.length + items.keeping[b]!] === 1;
}

/** Why not even one unit of an item may lie in a location; empty where it may. */
function unfit({ model }: RunRecord, item: number, at: number): string {
  const { items, locations, storage, racking } = model;
  if (locations.handPick[at] === 0) return 'no hand reaches it';
  if (locations.temperature[at] !== items.temperature[item]) return 'another temperature class';
  const kg = items.weight_kg[item]! * (1 - 1e-6);
  const most = Math.min(
    locations.maxLoad_kg[at]!,
    racking.levels.maxLoad_kg[locations.rackLevel[at]!]!,
    racking.bays.maxLoad_kg[locations.rackBay[at]!]!,
  );
  if (kg > most) return `it bears ${most} kg`;
  const { heavyLow } = storage;
  const floor_m = locations.z_m[at]! - locations.height_m[at]! / 2;
  if (heavyLow !== undefined && items.weight_kg[item]! >= heavyLow.weight_kg && floor_m > heavyLow.highest_m + 1e-4)
    return 'too high for goods as heavy';
  const sides = (a: number, b: number, c: number): number[] => [a, b, c].sort((p, q) => p - q);
  const slot = sides(locations.width_m[at]!, locations.depth_m[at]!, locations.height_m[at]!);
  const unit = sides(items.length_m[item]!, items.width_m[item]!, items.height_m[item]!);
  if (unit.some((side, i) => side > slot[i]! + 1e-4)) return 'a unit does not go in';
  return '';
}

// Whether a list of re-slotting moves can be made and keeps what it promises: the checker, which trusts no planner.
//
// Every SKU moves from where it lives, to an open location or to the home of the SKU it changes places with; no SKU and no
// location takes part twice; the goods fit their new homes; savings are the lines a day times the walking there and back that
// lies between the homes; pay-back days are work over saving; work and pay-back stay within the budget.
//
// Worked example: an SKU with 10 lines a day moves from 30 m to 20 m from the depot; people walk 1 m/s: 10 · 2 · 10 = 200 s a
// day. With 600 s of work it pays back in 3 days.

import {
  capacity,
  DEPOT,
  PICK,
  stationPlace,
  walkingDistance_m,
  type Model,
  type ReSlotMove,
  type RunningAssignment,
} from '@dongseon/engine';

/** Numbers closer than this share are equal. */
const EQUAL = 1e-6;

/** What is wrong with the moves, a sentence each; empty where they are sound. */
export function moveFaults(model: Model, now: RunningAssignment, moves: readonly ReSlotMove[]): string[] {
  const faults: string[] = [];
  const items = new Set<number>();
  const locations = new Set<number>();
  const residents = new Map<number, number>();
  for (let item = 0; item < model.items.count; item++) if (now.home[item]! >= 0) residents.set(now.home[item]!, item);
  let people_s = 0;
  let truck_s = 0;
  for (const move of moves) {
    const { item, from, to, other } = move;
    const name = model.items.code[item] ?? `SKU ${item}`;
    const wrong = (what: string): void => void faults.push(`${name}: ${what}`);
    if (now.home[item] !== from) wrong('it does not live where it is moved from');
    if ((residents.get(to) ?? -1) !== other) wrong('another SKU lives where it is moved to');
    if (other < 0 && now.occupied[to] === 1) wrong('goods lie where it is moved to');
    for (const one of other < 0 ? [item] : [item, other]) if (items.size === items.add(one).size) wrong('an SKU moves twice');
    for (const one of [from, to]) if (locations.size === locations.add(one).size) wrong('a location takes part twice');
    if (!fits(model, now, item, to) || (other >= 0 && !fits(model, now, other, from))) wrong('goods do not fit their new home');
    const saving = saving_sPerDay(model, now, move);
    if (!isNear(saving, move.saving_sPerDay)) wrong(`it saves ${saving} s a day, not ${move.saving_sPerDay}`);
    const payBack_d = (move.people_s + move.truck_s) / saving;
    if (!isNear(payBack_d, move.payBack_d)) wrong(`it pays back in ${payBack_d} days, not ${move.payBack_d}`);
    if (!(payBack_d <= model.storage.reSlotting.payBack_d * (1 + EQUAL))) wrong('it pays back too late');
    people_s += move.people_s;
    truck_s += move.truck_s;
  }
  const { people_h, truck_h } = model.storage.reSlotting;
  if (people_s > people_h * 3600 * (1 + EQUAL))
    faults.push(`the moves take ${people_s / 3600} hours of people, more than ${people_h}`);
  if (truck_s > truck_h * 3600 * (1 + EQUAL))
    faults.push(`the moves take ${truck_s / 3600} hours of trucks, more than ${truck_h}`);
  return faults;
}

function isNear(a: number, b: number): boolean {
  return Math.abs(a - b) <= EQUAL * Math.max(1, Math.abs(a));
}

function fits(model: Model, { homeUnits }: RunningAssignment, item: number, location: number): boolean {
  return capacity(model, item, location) >= Math.max(1, homeUnits[item]!);
}

function saving_sPerDay(model: Model, { linesPerDay }: RunningAssignment, { item, from, to, other }: ReSlotMove): number {
  const { network, locations, building, labour } = model;
  const depot = stationPlace(building.stations, DEPOT);
  const bothWays_m = (location: number): number => {
    const place = locations.place[location]!;
    return walkingDistance_m(network, depot, place) + walkingDistance_m(network, place, depot);
  };
  const speeds = labour.people.filter(({ role }) => labour.roles[role]!.skills.includes(PICK)).map(({ walk_mps }) => walk_mps);
  const walkers = speeds.length > 0 ? speeds : labour.people.map(({ walk_mps }) => walk_mps);
  const walk_mps = walkers.reduce((sum, speed) => sum + speed, 0) / walkers.length;
  const lines = linesPerDay[item]! - (other < 0 ? 0 : linesPerDay[other]!);
  return (lines * (bothWays_m(from) - bothWays_m(to))) / walk_mps;
}

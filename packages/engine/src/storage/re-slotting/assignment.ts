// A running assignment, as the re-slotting policies see it: who lives where, with how much stock, and how often it is asked for.

import { DEPOT, PALLET, stationPlace } from '../../model/building.ts';
import { COUNTERBALANCE_TRUCK, PICK, REACH_TRUCK } from '../../model/labour.ts';
import type { Model } from '../../model/model.ts';
import { walkingDistance_m } from '../../model/network.ts';
import { capacity } from '../../world/stock.ts';
import { NONE } from '../../world/world.ts';
import { bestMoves } from './plan.ts';
import type { ReSlotMove, ReSlottingView } from './policy.ts';

export interface RunningAssignment {
  /** Per item: its home or -1, units that lie there, and order lines a day. */
  readonly home: ArrayLike<number>;
  readonly homeUnits: ArrayLike<number>;
  readonly linesPerDay: ArrayLike<number>;
  /** Per location: 1 where goods lie or are on their way to. */
  readonly occupied: ArrayLike<number>;
}

/** The moves worth making in a running assignment, best first, within the hours the model gives to a day of re-slotting. */
export function planReSlotting(model: Model, running: RunningAssignment): readonly ReSlotMove[] {
  return bestMoves(viewOf(model, running));
}

const SECONDS_PER_HOUR = 3600;

export function viewOf(model: Model, running: RunningAssignment): ReSlottingView {
  const { building, items, locations, network, operations, storage } = model;
  const depot = stationPlace(building.stations, DEPOT);
  const residents = new Int32Array(locations.count).fill(NONE);
  for (let item = 0; item < items.count; item++) if (running.home[item] !== NONE) residents[running.home[item]!] = item;
  const walk_mps = pickerSpeed_mps(model);
  const drive_mps = truckSpeed_mps(model);
  const distance_m = (from: number, to: number): number =>
    walkingDistance_m(network, locations.place[from]!, locations.place[to]!);
  // Asked for many times over by whoever compares homes: worked out once.
  const depotDistance_m = Float64Array.from(
    locations.place,
    (place) => walkingDistance_m(network, depot, place) + walkingDistance_m(network, place, depot),
  );
  return {
    model,
    home: (item) => running.home[item]!,
    resident: (location) => residents[location]!,
    isOpen: (location) => residents[location] === NONE && running.occupied[location] === 0,
    linesPerDay: (item) => running.linesPerDay[item]!,
    depotDistance_m: (location) => depotDistance_m[location]!,
    capacity: (item, location) => capacity(model, item, location),
    homeUnits: (item) => running.homeUnits[item]!,
    work_s(item, from, to) {
      const byTruck = needsTruck(model, from, to);
      if ((byTruck ? storage.reSlotting.truck_h : storage.reSlotting.people_h) === 0) return { people_s: Infinity, truck_s: 0 };
      if (running.homeUnits[item] === 0) return { people_s: 0, truck_s: 0 };
      const handling_s = 2 * (operations.putAwayLine.mean_s + caseTime_s(model, item, running.homeUnits[item]!, byTruck));
      const carry_s = distance_m(from, to) / (byTruck ? drive_mps : walk_mps);
      const all_s = handling_s + carry_s;
      return byTruck ? { people_s: 0, truck_s: all_s } : { people_s: all_s, truck_s: 0 };
    },
    walk_mps,
    people_s: storage.reSlotting.people_h * SECONDS_PER_HOUR,
    truck_s: storage.reSlotting.truck_h * SECONDS_PER_HOUR,
    payBack_d: storage.reSlotting.payBack_d,
  };
}

/** Goods of pallet positions are moved by truck, those of shelves on foot. */
export function needsTruck({ locations }: Model, from: number, to: number): boolean {
  return locations.kind[from] === PALLET || locations.kind[to] === PALLET;
}

/** Taking goods out, or putting them in, besides the time of a put-away: a grip a case; a pallet is taken as it is. */
export function caseTime_s({ items, operations }: Model, item: number, units: number, byTruck: boolean): number {
  return byTruck ? 0 : operations.extractUnit_s * Math.ceil(units / items.unitsPerCase[item]!);
}

/** Mean walking speed of who picks (where nobody does, of everybody). */
function pickerSpeed_mps({ labour }: Model): number {
  const pickers = labour.people.filter(({ role }) => labour.roles[role]!.skills.includes(PICK));
  const walkers = pickers.length > 0 ? pickers : labour.people;
  return walkers.reduce((sum, { walk_mps }) => sum + walk_mps, 0) / walkers.length;
}

/** Speed of the slowest truck that moves pallets; Infinity where there is none (then no hours of trucks are budgeted). */
function truckSpeed_mps({ labour }: Model): number {
  const trucks = labour.equipment.filter(({ kind }) => kind === REACH_TRUCK || kind === COUNTERBALANCE_TRUCK);
  return trucks.reduce((slowest, { speed_mps }) => Math.min(slowest, speed_mps), Infinity);
}

// What it costs to bring an SKU to another home, and what it saves: the checker's own reckoning, by the model and the trace.

import { DEPOT, PALLET } from '../../packages/engine/src/model/building.ts';
import { COUNTERBALANCE_TRUCK, PICK, REACH_TRUCK } from '../../packages/engine/src/model/labour.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { Walks } from './geometry.ts';
import type { NetworkPoint } from './geometry.ts';

export interface Work {
  readonly byTruck: boolean;
  readonly work_s: number;
}

export class MoveWorth {
  private readonly model: Model;
  private readonly walks: Walks;
  private readonly depot: number;
  private readonly walk_mps: number;
  private readonly drive_mps: number;

  constructor(model: Model) {
    this.model = model;
    this.walks = new Walks(model.network);
    this.depot = model.building.stations.find(({ kind }) => kind === DEPOT)?.place ?? 0;
    const { people, roles, equipment } = model.labour;
    const pickers = people.filter(({ role }) => roles[role]!.skills.includes(PICK));
    const speeds = (pickers.length > 0 ? pickers : people).map(({ walk_mps }) => walk_mps);
    this.walk_mps = speeds.reduce((sum, speed) => sum + speed, 0) / speeds.length;
    const trucks = equipment.filter(({ kind }) => kind === REACH_TRUCK || kind === COUNTERBALANCE_TRUCK);
    this.drive_mps = Math.min(Infinity, ...trucks.map(({ speed_mps }) => speed_mps));
  }

  /**
   * What lies of one SKU in a location goes to another, and of a second SKU, of which perhaps nothing lies there, the other way:
   * of each the way, and twice the time of a put-away with, on foot, a grip a case.
   */
  work(from: number, to: number, units: readonly [item: number, there: number, other: number, back: number]): Work {
    const { items, locations, operations } = this.model;
    const byTruck = locations.kind[from] === PALLET || locations.kind[to] === PALLET;
    const [item, there, other, back] = units;
    const carry_s = (of: number, some: number, start: number, end: number): number => {
      if (some === 0) return 0;
      const cases_s = byTruck ? 0 : operations.extractUnit_s * Math.ceil(some / items.unitsPerCase[of]!);
      const way_s = this.way_m(locations.place[start]!, locations.place[end]!) / (byTruck ? this.drive_mps : this.walk_mps);
      return way_s + 2 * (operations.putAwayLine.mean_s + cases_s);
    };
    return { byTruck, work_s: carry_s(item, there, from, to) + carry_s(other, back, to, from) };
  }

  /** Seconds of a picker's walking between the depot and the homes that a move saves a day, for so many lines a day more. */
  saving_s(from: number, to: number, linesPerDay: number): number {
    return ((this.round_m(from) - this.round_m(to)) / this.walk_mps) * linesPerDay;
  }

  /** From the depot to a location and back. */
  private round_m(location: number): number {
    const place = this.model.locations.place[location]!;
    return this.way_m(this.depot, place) + this.way_m(place, this.depot);
  }

  private way_m(from: number, to: number): number {
    return this.walks.between(this.point(from), this.point(to));
  }

  private point(place: number): NetworkPoint {
    const { places } = this.model.network;
    return { edge: places.edge[place]!, along: places.offset_m[place]! };
  }
}

// What lies where, replayed from 'stock-changed': the common ground of the rules about stored goods.

import type { RunRecord } from './record.ts';
import type { Happening } from './record.ts';

export interface Held {
  readonly item: number;
  readonly units: number;
}

/** Units in every location; several items in one, where a trace tells so. */
export class Stock {
  private readonly run: RunRecord;
  private readonly byLocation = new Map<number, Map<number, number>>();
  private readonly level_kg: Float64Array;
  private readonly bay_kg: Float64Array;

  constructor(run: RunRecord) {
    this.run = run;
    const { levels, bays } = run.model.racking;
    this.level_kg = new Float64Array(levels.count);
    this.bay_kg = new Float64Array(bays.count);
  }

  /** Takes in a 'stock-changed'; returns the units of the item that lie in the location then. */
  change({ a: location, b: units, c: item }: Happening): number {
    const { locations, items } = this.run.model;
    let held = this.byLocation.get(location);
    if (held === undefined) this.byLocation.set(location, (held = new Map()));
    const now = (held.get(item) ?? 0) + units;
    if (now === 0) held.delete(item);
    else held.set(item, now);
    // Units weigh whole grams: what is less than half a gram a unit is nothing.
    const kg = (units * Math.round(items.weight_kg[item]! * 1000)) / 1000;
    this.level_kg[locations.rackLevel[location]!]! += kg;
    this.bay_kg[locations.rackBay[location]!]! += kg;
    return now;
  }

  units(location: number, item: number): number {
    return this.byLocation.get(location)?.get(item) ?? 0;
  }

  /** Everything that lies in a location. */
  in(location: number): Held[] {
    return [...(this.byLocation.get(location) ?? [])].map(([item, units]) => ({ item, units }));
  }

  /** Kilograms on a level of a bay, and on the whole bay. */
  onLevel_kg(level: number): number {
    return this.level_kg[level]!;
  }

  onBay_kg(bay: number): number {
    return this.bay_kg[bay]!;
  }
}

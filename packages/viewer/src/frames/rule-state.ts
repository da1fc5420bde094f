// Whether what lies in each location may lie there, kept up to date with every change of stock: a rule that a location breaks by
// itself is looked up when its goods change; loads of rack levels and bays are sums that change with them.
//
// Worked example: a level that bears 80 kg holds two slots of 50 kg each. Both break 'level-load'. When one of them is emptied,
// the other is in order again.

import { ruleBrokenAlone, STORAGE_RULES, type Model, type StorageRule } from './engine.ts';

export const RULE = Object.fromEntries(STORAGE_RULES.map((name, index) => [name, index])) as Readonly<
  Record<StorageRule, number>
>;
/** Sums of single-precision weights are right to about this. */
const TOLERANCE = 1 + 1e-5;

/** The first rule of STORAGE_RULES (its index) that units of an item break in a location by themselves; 0: none. */
export function ownRule(model: Model, location: number, item: number, units: number): number {
  if (item < 0 || units <= 0) return RULE.ok;
  const { length_m, width_m, height_m } = model.items;
  return ruleBrokenAlone(model, location, item, units, length_m[item]! * width_m[item]! * height_m[item]!);
}

export class RuleState {
  /** Index into STORAGE_RULES by location: what it breaks by itself. */
  private readonly own: Uint8Array;
  private readonly weight_kg: Float64Array;
  private readonly level_kg: Float64Array;
  private readonly bay_kg: Float64Array;
  private readonly model: Model;

  constructor(model: Model) {
    this.model = model;
    this.own = new Uint8Array(model.locations.count);
    this.weight_kg = new Float64Array(model.locations.count);
    this.level_kg = new Float64Array(model.racking.levels.count);
    this.bay_kg = new Float64Array(model.racking.bays.count);
  }

  /** Takes note of what lies in a location now. */
  set(location: number, item: number, units: number): void {
    const { locations, items } = this.model;
    const weight = item < 0 ? 0 : units * items.weight_kg[item]!;
    const change = weight - this.weight_kg[location]!;
    this.weight_kg[location] = weight;
    this.level_kg[locations.rackLevel[location]!]! += change;
    this.bay_kg[locations.rackBay[location]!]! += change;
    this.own[location] = ownRule(this.model, location, item, units);
  }

  /** Index into STORAGE_RULES; 0 where all is well. */
  at(location: number): number {
    const own = this.own[location]!;
    if (own !== RULE.ok) return own;
    if (this.weight_kg[location] === 0) return RULE.ok;
    const { locations, racking } = this.model;
    const level = locations.rackLevel[location]!;
    if (this.level_kg[level]! > racking.levels.maxLoad_kg[level]! * TOLERANCE) return RULE['level-load'];
    const bay = locations.rackBay[location]!;
    return this.bay_kg[bay]! > racking.bays.maxLoad_kg[bay]! * TOLERANCE ? RULE['bay-load'] : RULE.ok;
  }
}

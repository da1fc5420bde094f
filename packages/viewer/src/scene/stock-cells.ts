// What the twin knows of each location, four bytes each: how full it is, which goods, which colour of the overlay. A change of
// stock rewrites one cell; an overlay is recoloured in one pass over all of them, at most once in a simulated minute unless
// stock has changed.
//
// Cost: 100,000 locations in well under 2 ms (tests/bench/overlay.bench.ts).

import { PALLET, TICKS_PER_MINUTE, type Model } from '../frames/engine.ts';
import { filledShare, NO_GROUP, type StorageState } from '../frames/storage-state.ts';
import { heatOf, isQuantity, paintsLocations, scaleOf, type Overlay, type Scale } from '../state/overlays.ts';

/** Height of a pallet, metres: under every load. */
const PALLET_M = 0.14;
/** Goods of the cold rooms: more often the white and blue ones of the table of goods. */
const COLD_GOODS = [72, 120, 184, 250] as const;

/** Colour of a location: 0 nothing is drawn, 1 the question has no answer there, 2 … 255 from cold to hot. */
export const NO_ANSWER = 1;
const COLDEST = 2;
const HOTTEST = 255;
/** Fine enough also where a scale is steep. */
const STEPS = 4096;

/** Share of a location that its stock is drawn to fill, in [0.1, 1]; 0 where it is empty. */
export function fillShare(model: Model, location: number, item: number, units: number): number {
  return units <= 0 || item < 0 ? 0 : Math.max(0.1, filledShare(model, location, item, units));
}

export class StockCells {
  /** Four bytes a location: fill, goods, colour, unused. */
  readonly data: Uint8Array;
  private readonly model: Model;
  private readonly storage: StorageState;
  private readonly values: Float32Array;
  private readonly groups: Uint8Array;
  /** Colours of equal steps of a scale. */
  private readonly steps = new Uint8Array(STEPS);
  private stepsOf: Scale | undefined;
  private goodsChanged = true;
  private colouredFor: Overlay = 'none';
  private colouredAt = -1;

  /** @param data room for four bytes a location. */
  constructor(model: Model, storage: StorageState, data: Uint8Array) {
    this.model = model;
    this.storage = storage;
    this.data = data;
    this.values = new Float32Array(model.locations.count);
    this.groups = new Uint8Array(model.locations.count);
    storage.onChange = (location) => this.write(location);
  }

  private write(location: number): void {
    const { storage, data, model } = this;
    const item = storage.item[location]!;
    let share = fillShare(model, location, item, storage.units[location]!);
    if (model.locations.kind[location] === PALLET && share > 0) {
      share = Math.min(1, share + PALLET_M / model.locations.height_m[location]!);
    }
    data[location * 4] = Math.round(share * 255);
    if (item >= 0) {
      const cold = model.locations.temperature[location] !== 0;
      const kind = (item * 2654435761) >>> 24;
      data[location * 4 + 1] = cold && kind % 3 !== 0 ? COLD_GOODS[kind % COLD_GOODS.length]! : kind;
    }
    this.goodsChanged = true;
  }

  /** Brings the cells to an instant. @returns whether goods changed, and whether any cell did. */
  update(tick: number, overlay: Overlay): { readonly goods: boolean; readonly cells: boolean } {
    this.storage.moveTo(tick);
    const goods = this.goodsChanged;
    this.goodsChanged = false;
    const minute = Math.floor(tick / TICKS_PER_MINUTE);
    let coloured = false;
    if (paintsLocations(overlay) && (goods || overlay !== this.colouredFor || minute !== this.colouredAt)) {
      coloured = isQuantity(overlay) ? this.colourQuantity(overlay) : this.colourGroups(overlay);
      this.colouredAt = minute;
    }
    this.colouredFor = overlay;
    return { goods, cells: goods || coloured };
  }

  private colourQuantity(quantity: Parameters<StorageState['measure']>[0]): boolean {
    const { data, values, steps } = this;
    const scale = scaleOf(this.model, quantity);
    if (this.stepsOf !== scale) this.fillSteps(scale);
    this.storage.measure(quantity, values);
    const last = steps.length - 1;
    const perUnit = steps.length / scale.high;
    let changed = false;
    for (let i = 0, at = 2; i < values.length; i++, at += 4) {
      const value = values[i]!;
      let colour = 0;
      if (value >= scale.high) colour = value === Infinity ? NO_ANSWER : steps[last]!;
      else if (value > 0) colour = steps[(value * perUnit) | 0]!;
      else if (value <= 0) colour = steps[0]!;
      if (data[at] === colour) continue;
      data[at] = colour;
      changed = true;
    }
    return changed;
  }

  private fillSteps(scale: Scale): void {
    this.stepsOf = scale;
    const { steps } = this;
    for (let i = 0; i < steps.length; i++) {
      const heat = heatOf((i / (steps.length - 1)) * scale.high, scale);
      steps[i] = COLDEST + Math.round(heat * (HOTTEST - COLDEST));
    }
  }

  private colourGroups(grouping: Parameters<StorageState['group']>[0]): boolean {
    const { data, groups } = this;
    this.storage.group(grouping, groups);
    let changed = false;
    for (let i = 0, at = 2; i < groups.length; i++, at += 4) {
      const colour = groups[i] === NO_GROUP ? 0 : groups[i]! + COLDEST;
      if (data[at] === colour) continue;
      data[at] = colour;
      changed = true;
    }
    return changed;
  }
}

type Colour = readonly [number, number, number];

/** The 256 colours of the cells. @param of colours from cold to hot, or one for each group. */
export function coloursOf(of: readonly Colour[], noAnswer: Colour, spread: boolean): Colour[] {
  const table: Colour[] = [noAnswer, noAnswer];
  for (let i = COLDEST; i <= HOTTEST; i++) {
    const at = spread ? Math.round(((i - COLDEST) / (HOTTEST - COLDEST)) * (of.length - 1)) : i - COLDEST;
    table.push(of[Math.min(at, of.length - 1)]!);
  }
  return table;
}

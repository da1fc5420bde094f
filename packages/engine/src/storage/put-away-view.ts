// What a put-away policy sees: the open locations for the units at hand, and what is known of the SKU they belong to.

import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import type { OpenLocations } from './open-locations.ts';
import type { PutAwayView } from './policy.ts';
import { bandOfClass, classOfItems } from './storage-assignment/classes.ts';
import { meanStay_d } from './storage-assignment/mean-stock.ts';
import { byPopularity } from './storage-assignment/slots.ts';

/** Re-used for every decision: `show` before each. */
export class UnitsToPutAway implements PutAwayView {
  item = NONE;
  units = 0;
  private near = NONE;
  private readonly context: Context;
  private readonly open: OpenLocations;
  /** Class of each item; mean stay of the SKUs that are asked for, days, the shortest first. Worked out when first asked for. */
  private classOf: Int32Array | undefined;
  private stays_d: Float64Array | undefined;

  constructor(context: Context, open: OpenLocations) {
    this.context = context;
    this.open = open;
  }

  /** Turns to `units` of an item that stand at place `from`. */
  show(item: number, units: number, from: number): this {
    const { model, world } = this.context;
    const home = world.items.columns.home[item]!;
    this.item = item;
    this.units = units;
    this.near = home === NONE ? from : model.locations.place[home]!;
    return this;
  }

  get openCount(): number {
    return this.open.count(this.item);
  }

  openLocation(number: number): number {
    return this.open.at(this.item, number);
  }

  nearestOpen(): number {
    return this.open.nearest(this.item, this.near);
  }

  openAtShare(share: number): number {
    return this.open.atShare(this.item, share);
  }

  classBand(): { readonly from: number; readonly to: number } {
    const { model } = this.context;
    this.classOf ??= classOfItems(model, byPopularity({ model }));
    return bandOfClass(model.storage.classBoundaries, this.classOf[this.item]!);
  }

  /** First in, first out: what is in stock leaves before these units, and half of them before their middle one. */
  stayShare(): number {
    const { model, world } = this.context;
    const lots = world.lots.columns;
    let before = 0;
    for (let lot = world.items.columns.firstLot[this.item]!; lot !== NONE; lot = lots.next[lot]!) before += lots.units[lot]!;
    const demand = model.items.demand[this.item]!;
    if (demand <= 0) return 1;
    const stay_d = (before + this.units / 2) / demand;
    const stays_d = (this.stays_d ??= meanStay_d(model)
      .filter((stay) => stay < Infinity)
      .sort());
    let low = 0;
    let high = stays_d.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stays_d[middle]! < stay_d) low = middle + 1;
      else high = middle;
    }
    return low / stays_d.length;
  }
}

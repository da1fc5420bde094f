// A world with goods put into its locations by hand, at a time: as the KPIs of storage see it.

import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { Context } from '../../../packages/engine/src/world/context.ts';
import { addLot } from '../../../packages/engine/src/world/stock.ts';
import { World } from '../../../packages/engine/src/world/world.ts';

export interface Goods {
  readonly item: number;
  readonly location: number;
  readonly units: number;
  /** Days of the run, may be negative. */
  readonly received_d?: number;
  readonly expiry_d?: number;
  readonly reserved?: number;
}

/** At day `now_d` of the run. What lies in a location has lain there from the beginning. */
export function stored(model: Model, now_d: number, goods: readonly Goods[]): Context {
  const world = new World(model);
  const context = { model, world, sim: { now: now_d * TICKS_PER_DAY } } as unknown as Context;
  for (const { item, location, units, received_d = 0, expiry_d = Infinity, reserved = 0 } of goods) {
    const lot = addLot(context, item, location, units, received_d * TICKS_PER_DAY, expiry_d * TICKS_PER_DAY);
    world.lots.columns.reserved[lot] = reserved;
    world.locations.columns.item[location] = item;
    world.locations.columns.units[location]! += units;
  }
  return context;
}

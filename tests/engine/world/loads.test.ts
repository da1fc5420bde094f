// The load of levels and bays: the worked example of loads.ts, and that it is a hard rule for whoever puts goods somewhere.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { Context } from '../../../packages/engine/src/world/context.ts';
import { loadsAllowSwap } from '../../../packages/engine/src/world/loads.ts';
import { expectUnits, freeCapacity } from '../../../packages/engine/src/world/stock.ts';
import { World } from '../../../packages/engine/src/world/world.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A } = TINY_ITEM;
const LOW = tinyLocation(0, 0, 0, 0);
/** Above it, in the same bay; and in another bay. */
const HIGH = tinyLocation(0, 0, 0, 1);
const OTHER = tinyLocation(0, 0, 1, 0);

/** Every level and every bay with a limit; A weighs 25 kg, a slot bears anything. */
function limited(level_kg: number, bay_kg: number): Model {
  const model = tinyModel();
  const { racking, items, locations } = model;
  items.weight_kg[A] = 25;
  return {
    ...model,
    locations: { ...locations, maxLoad_kg: locations.maxLoad_kg.map(() => 10_000) },
    racking: {
      bays: { ...racking.bays, maxLoad_kg: racking.bays.maxLoad_kg.map(() => bay_kg) },
      levels: { ...racking.levels, maxLoad_kg: racking.levels.maxLoad_kg.map(() => level_kg) },
    },
  };
}

/** As much of a run as the functions of the stock ask for. */
function contextOf(model: Model): Context {
  const services = { locationTaken: () => undefined };
  return { model, world: new World(model), services } as unknown as Context;
}

describe('the room that a rack leaves', () => {
  it('is what its level may still carry: the worked example', () => {
    const context = contextOf(limited(1000, Infinity));
    context.world.rackLevels.columns.load_g[context.model.locations.rackLevel[LOW]!] = 700_000;
    expect(freeCapacity(context, A, LOW)).toBe(12);
  });

  it('is what its bay may still carry, wherever in it the goods lie or go', () => {
    const context = contextOf(limited(Infinity, 300));
    expect(freeCapacity(context, A, LOW)).toBe(12);
    expectUnits(context, A, HIGH, 5);
    expect(freeCapacity(context, A, LOW)).toBe(7);
    expect(freeCapacity(context, A, OTHER)).toBe(12);
  });

  it('is not used up by goods that come from the same bay', () => {
    const context = contextOf(limited(Infinity, 300));
    expectUnits(context, A, HIGH, 12);
    expect(freeCapacity(context, A, LOW)).toBe(0);
    expect(freeCapacity(context, A, LOW, HIGH)).toBe(freeCapacity(contextOf(limited(Infinity, Infinity)), A, LOW));
  });

  it('lets goods of a full rack change places, but none become heavier', () => {
    const context = contextOf(limited(400, 700));
    context.world.rackLevels.columns.load_g.fill(400_000);
    context.world.rackBays.columns.load_g.fill(700_000);
    expect(loadsAllowSwap(context, LOW, OTHER, 300_000, 300_000)).toBe(true);
    expect(loadsAllowSwap(context, LOW, OTHER, 300_000, 300_001)).toBe(false);
  });
});

describe('goods that are put away', () => {
  it('leave a full bay alone and go on to the next with room, unit by unit', () => {
    // A lives in the first slot; a bay bears 100 kg: four units. Ten at tick 0, in three bays.
    const model = { ...limited(Infinity, 100), demand: tinyDemand([]) };
    const stock = tinyStock([
      { item: A, units: 1, location: LOW },
      { item: A, units: 9, location: -1 },
    ]);
    const day = toldDay({ ...model, initialStock: stock }, { 'put-away': 'closest-open' });
    const perBay = new Map<number, number>();
    for (const { a, b } of day.of('stock-changed')) {
      const bay = model.locations.rackBay[a]!;
      perBay.set(bay, (perBay.get(bay) ?? 0) + b);
    }
    expect([...perBay.values()]).toEqual([4, 4, 2]);
  });

  it('are rejected where no rack has room', () => {
    const model = { ...limited(Infinity, 100), demand: tinyDemand([]) };
    const stock = tinyStock([{ item: A, units: 40, location: -1 }]);
    const day = toldDay({ ...model, initialStock: stock }, { 'put-away': 'random-open', 'storage-assignment': 'full-turnover' });
    // Eight bays of four units; one of them is home of B and D, both slots of it.
    const rejected = day.of('units-rejected').reduce((sum, { c }) => sum + c, 0);
    expect(rejected).toBe(40 - 28);
  });
});

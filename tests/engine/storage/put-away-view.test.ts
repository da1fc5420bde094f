import { describe, expect, it } from 'vitest';
import { stationPlace, DEPOT, type Model } from '../../../packages/engine/src/index.ts';
import { OpenLocations } from '../../../packages/engine/src/storage/open-locations.ts';
import { UnitsToPutAway } from '../../../packages/engine/src/storage/put-away-view.ts';
import type { Context } from '../../../packages/engine/src/world/context.ts';
import { World } from '../../../packages/engine/src/world/world.ts';
import { tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';

const { A, B, C, D } = TINY_ITEM;

/** The tiny DC with stocks that last 1, 2, 4 and 8 days, and the view of what is to be put away there. */
function arriving(onHand: number, demand = 10): UnitsToPutAway {
  const plain = tinyModel();
  const model: Model = {
    ...plain,
    items: {
      ...plain.items,
      unitsPerCase: plain.items.unitsPerCase.map(() => 1),
      demand: plain.items.demand.map((_, item) => (item === D ? demand : 10)),
    },
    initialStock: tinyStock([
      { item: A, units: 10, location: -1 },
      { item: B, units: 20, location: -1 },
      { item: C, units: 40, location: -1 },
      { item: D, units: 80, location: -1 },
    ]),
  };
  const world = new World(model);
  const open = new OpenLocations(model, world, stationPlace(model.building.stations, DEPOT));
  open.rebuild();
  const lot = world.lots.add();
  world.lots.columns.units[lot] = onHand;
  world.lots.columns.next[lot] = -1;
  world.items.columns.firstLot[D] = lot;
  return new UnitsToPutAway({ model, world } as Context, open);
}

describe('what is known of goods to be put away', () => {
  it('is the share of the SKUs whose goods stay shorter: 3 days of 1, 2, 4 and 8 in the worked example', () => {
    // 25 on hand and half of 10, of which 10 are asked for a day.
    expect(arriving(25).show(D, 10, 0).stayShare()).toBe(0.5);
    expect(arriving(0).show(D, 1, 0).stayShare()).toBe(0);
    expect(arriving(500).show(D, 1, 0).stayShare()).toBe(1);
  });

  it('is that what nobody asks for stays the longest', () => {
    expect(arriving(0, 0).show(D, 10, 0).stayShare()).toBe(1);
  });

  it('is the band of its class, and the open locations as seen from its home or from where it stands', () => {
    const view = arriving(0);
    const bands = [A, B, C, D].map((item) => view.show(item, 1, 0).classBand());
    expect(new Set(bands.map(({ to }) => to)).size).toBeGreaterThan(1);
    expect(view.openCount).toBeGreaterThan(1);
    const there = tinyModel().locations.place[tinyLocation(1, 0, 0, 0)]!;
    const nearest = view.show(D, 1, there).nearestOpen();
    expect(tinyModel().locations.place[nearest]).toBe(there);
    expect(view.openAtShare(0)).not.toBe(view.openAtShare(1));
  });
});

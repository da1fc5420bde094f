import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPOT, capacity, keepingOf, stationPlace, walkingDistance_m, type Model } from '../../../packages/engine/src/index.ts';
import { OpenLocations } from '../../../packages/engine/src/storage/open-locations.ts';
import { World } from '../../../packages/engine/src/world/world.ts';
import { TINY_ITEM, tinyModel } from '../../fixtures/tiny-model.ts';

describe('the index of open locations', () => {
  it('answers as looking at all of them would, through any changes', () => {
    const plain = tinyModel();
    // Every other bay is set aside for class 1, which A has; from 2 kg on goods lie on the lowest level.
    const conflicts = Uint8Array.of(0, 1, 1, 0);
    const model: Model = {
      ...plain,
      items: { ...plain.items, keeping: plain.items.keeping.map((_, item) => (item === TINY_ITEM.A ? 1 : 0)) },
      racking: {
        ...plain.racking,
        bays: { ...plain.racking.bays, keeping: plain.racking.bays.keeping.map((_, bay) => bay % 2) },
      },
      storage: {
        ...plain.storage,
        keeping: keepingOf(['general', 'fragrant'], conflicts),
        heavyLow: { weight_kg: 2, highest_m: 0.1 },
      },
    };
    const { locations, network, items } = model;
    const depot = stationPlace(model.building.stations, DEPOT);
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: locations.count, maxLength: locations.count }),
        fc.array(fc.nat(locations.count - 1), { maxLength: 30 }),
        (homes, changes) => {
          const world = new World(model);
          const { homeOf, item } = world.locations.columns;
          homes.forEach((isHome, location) => isHome && (homeOf[location] = 0));
          const open = new OpenLocations(model, world, depot);
          open.rebuild();
          for (const location of changes) {
            if (item[location] === -1) {
              item[location] = 1;
              open.remove(location);
            } else {
              item[location] = -1;
              open.add(location);
            }
          }
          for (let sku = 0; sku < items.count; sku++) {
            const legal: number[] = [];
            for (let location = 0; location < locations.count; location++) {
              if (homeOf[location] === -1 && item[location] === -1 && capacity(model, sku, location) > 0) legal.push(location);
            }
            expect(open.count(sku)).toBe(legal.length);
            expect(legal.map((_, number) => open.at(sku, number)).sort((a, b) => a - b)).toEqual(legal);
            const fromDepot = (location: number): number => walkingDistance_m(network, depot, locations.place[location]!);
            const byDistance = [...legal].sort((a, b) => fromDepot(a) - fromDepot(b) || a - b);
            for (const share of [0, 0.3, 0.5, 1]) {
              expect(open.atShare(sku, share)).toBe(byDistance[Math.round(share * (legal.length - 1))] ?? -1);
            }
            for (let place = 0; place < network.places.count; place++) {
              const far = (location: number): number => walkingDistance_m(network, place, locations.place[location]!);
              const nearest = [...legal].sort((a, b) => far(a) - far(b) || a - b)[0] ?? -1;
              expect(open.nearest(sku, place)).toBe(nearest);
              const hasRoom = (location: number): boolean => (location + sku + place) % 3 > 0;
              const roomy = legal.filter(hasRoom).sort((a, b) => far(a) - far(b) || a - b)[0] ?? -1;
              expect(open.nearest(sku, place, hasRoom)).toBe(roomy);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

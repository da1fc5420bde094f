import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capacity, walkingDistance_m } from '../../../packages/engine/src/index.ts';
import { OpenLocations } from '../../../packages/engine/src/storage/open-locations.ts';
import { World } from '../../../packages/engine/src/world/world.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

describe('the index of open locations', () => {
  it('answers as looking at all of them would, through any changes', () => {
    const model = tinyModel();
    const { locations, network, items } = model;
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: locations.count, maxLength: locations.count }),
        fc.array(fc.nat(locations.count - 1), { maxLength: 30 }),
        (homes, changes) => {
          const world = new World(model);
          const { homeOf, item } = world.locations.columns;
          homes.forEach((isHome, location) => isHome && (homeOf[location] = 0));
          const open = new OpenLocations(model, world);
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
            for (let place = 0; place < network.places.count; place++) {
              const far = (location: number): number => walkingDistance_m(network, place, locations.place[location]!);
              const nearest = [...legal].sort((a, b) => far(a) - far(b) || a - b)[0] ?? -1;
              expect(open.nearest(sku, place)).toBe(nearest);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

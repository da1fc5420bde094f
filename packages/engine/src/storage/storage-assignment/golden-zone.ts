// Golden zone: the popular SKUs of each class lie between waist and shoulder, so that most lines are picked without bending or
// stretching. Classes have nearest-distance zones as in class-based storage: near bays first, and in them the golden levels
// first.
//
// Within the zone of a class, as many of its most popular SKUs as there are golden places get them. Among SKUs on golden places
// the heavier one lies nearer to the waist (the lower end of the golden zone), and outside it too: what is light goes to the top
// and to the floor. So how far one walks is settled by the class, how one reaches by popularity and weight.
//
// Source:     Petersen, C.G., Siu, C. & Heiser, D.R. (2005), "Improving order picking performance utilizing slotting and golden
//             zone storage", International Journal of Operations & Production Management 25(10), 997-1012; that loads are best
//             lifted near the waist: Waters, T.R. et al. (1993), the revised NIOSH lifting equation, Ergonomics 36(7), 749-776.
// Applies to: DCs with an order history and shelves of several levels. A little more walking than full turnover.
// Cost:       O(L log L + N log N) for L locations and N items.
//
// Worked example: one class, one bay with levels at 0.3, 0.8, 1.2 and 1.7 m, golden from 0.7 to 1.4 m; SKUs with 9, 8, 2 and 1
// lines a day of 1, 5, 3 and 2 kg. The two most popular lie at 0.8 and 1.2 m, the one of 5 kg at the waist, 0.8 m; of the others
// the one of 3 kg lies at 0.3 m (0.4 m from the waist), the one of 2 kg at 1.7 m.

import type { Model } from '../../model/model.ts';
import { isGolden } from '../../model/storage.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { classZones } from './classes.ts';
import { needsPopularity } from './full-turnover.ts';
import { houseInTurn } from './matching.ts';
import { buildSlotTable } from './slots.ts';

export const goldenZone: StorageAssignmentPolicy = {
  id: 'golden-zone',
  names: { ko: '골든존 배정', en: 'Golden zone' },
  supports: needsPopularity,
  decide(view) {
    const { items, locations, storage } = view.model;
    const isEasy = (location: number): boolean => isGolden(storage.goldenZone, locations, location);
    const table = buildSlotTable(view);
    const home = new Int32Array(items.count).fill(-1);
    for (const { members, zone } of classZones(view, table, table.nearestFirst)) {
      const golden = zone.filter((location) => isEasy(location));
      const others = zone.filter((location) => !isEasy(location));
      // The most popular ones get the golden places; whom a place suits is settled among those who got one.
      const reach = houseInTurn(table, members, Int32Array.of(...golden, ...others));
      for (const inside of [true, false]) {
        const lot = members.filter((item) => isEasy(reach[item]!) === inside);
        const heaviestFirst = lot.sort((a, b) => items.weight_kg[b]! - items.weight_kg[a]! || a - b);
        const waistFirst = nearestToWaist(
          view.model,
          lot.map((item) => reach[item]!),
        );
        const settled = houseInTurn(table, heaviestFirst, waistFirst);
        for (const item of lot) home[item] = settled[item]!;
      }
    }
    return home;
  },
};

/** Locations by how far their height is from the waist, to the centimetre, then by number. */
function nearestToWaist({ locations, storage }: Model, list: Int32Array): Int32Array {
  const away = (location: number): number => Math.round(100 * Math.abs(locations.z_m[location]! - storage.goldenZone.from_m));
  return list.sort((a, b) => away(a) - away(b) || a - b);
}

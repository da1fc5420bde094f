// Random storage: every SKU gets a home drawn from the locations that accept it, each with the same chance.
//
// Source:     Hausman, W.H., Schwarz, L.B. & Graves, S.C. (1976), "Optimal storage assignment in automatic warehousing
//             systems", Management Science 22(6), 629-638.
// Applies to: everything. The reference that the other policies are measured against.
// Cost:       O(L log L + N) for L locations and N items (the sort is for a table that all assignments share).
//
// Worked example: three equal items, four equal locations: each of the 4 · 3 · 2 = 24 assignments has probability 1/24.
// Where slots differ, an item is refused a slot that somebody else cannot do without (see matching.ts).

import { SUPPORTED } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { HomeMatching } from './matching.ts';
import { buildSlotTable, byPopularity } from './slots.ts';

export const randomStorage: StorageAssignmentPolicy = {
  id: 'random',
  names: { ko: '임의 배정', en: 'Random storage' },
  supports: () => SUPPORTED,
  decide(view, random) {
    const table = buildSlotTable(view);
    const matching = new HomeMatching(table, byPopularity(view), table.nearestFirst);
    const home = new Int32Array(view.model.items.count);
    for (let item = 0; item < home.length; item++) home[item] = matching.takeRandom(item, random);
    return home;
  },
};

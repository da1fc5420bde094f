// Dedicated storage: every SKU has a fixed home, without regard to demand. SKUs live where the scenario says (`givenHome`);
// the others follow each other by number through the free locations in order of address.
//
// A given home counts where the rules of storage let the SKU lie there, a hand reaches it, and no SKU with a lower number has
// it; otherwise the SKU is housed with the others. As many of the others are housed as the given homes leave room for.
//
// Source:     Bartholdi, J.J. & Hackman, S.T. (2019), "Warehouse & Distribution Science", release 0.98.1, on dedicated
//             storage; de Koster, R., Le-Duc, T. & Roodbergen, K.J. (2007), European Journal of Operational Research 182(2),
//             481-501, on storage assignment.
// Applies to: everything. What people know by heart; how most DCs without a system are laid out, and so the honest "before".
// Cost:       O(L log L + N).
//
// Worked example: four equal locations 0 … 3, three SKUs, SKU 1 has location 0 given: SKU 0 -> 1, SKU 1 -> 0, SKU 2 -> 2.

import { SUPPORTED } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { houseInTurn } from './matching.ts';
import { buildSlotTable } from './slots.ts';

export const dedicated: StorageAssignmentPolicy = {
  id: 'dedicated',
  names: { ko: '고정 로케이션', en: 'Dedicated storage' },
  supports: () => SUPPORTED,
  decide(view) {
    const { givenHome, count } = view.model.items;
    const table = buildSlotTable(view);
    const given = new Int32Array(count).fill(-1);
    const taken = new Uint8Array(table.kindOf.length);
    for (let item = 0; item < count; item++) {
      const location = givenHome[item]!;
      if (location < 0 || table.kindOf[location]! < 0 || taken[location] === 1) continue;
      if (table.accepts[table.groupOf[item]! * table.kinds + table.kindOf[location]!] === 0) continue;
      given[item] = location;
      taken[location] = 1;
    }
    const others = Int32Array.from({ length: count }, (_, item) => item).filter((item) => given[item] === -1);
    const free = table.nearestFirst.filter((location) => taken[location] === 0).sort();
    const home = houseInTurn(table, others, free);
    for (let item = 0; item < count; item++) if (given[item]! >= 0) home[item] = given[item]!;
    return home;
  },
};

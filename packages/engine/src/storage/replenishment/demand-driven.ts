// Demand-driven replenishment: a face is filled when the orders known so far ask for more than it holds, by what is missing.
//
// Source:     de Vries, H., Carrasco-Gallego, R., Farenhorst-Yuan, T. & Dekker, R. (2014), "Prioritizing replenishments of the
//             piece picking area", European Journal of Operational Research 236(1), 126-134 (replenishing by order needs, as
//             against stock needs).
// Applies to: faces with a reserve, a role that replenishes and a reach or counterbalance truck; of use where orders are known
//             some time before they are picked. Faces run down to nothing between orders.
// Cost:       O(1) an order line and a pick.
//
// Worked example: a face holds 10 units, 4 more are on their way, orders that have arrived ask for 20: 6 units are asked for.
// An order for 2 more arrives: 2 more are asked for.

import { canReplenish } from './can-replenish.ts';
import type { ReplenishmentPolicy } from './policy.ts';

export const demandDriven: ReplenishmentPolicy = {
  id: 'demand-driven',
  names: { ko: '수요 기반 보충', en: 'Demand-driven' },
  moments: ['order-arrived', 'face-taken-from', 'reserve-stored'],
  supports: canReplenish,
  decide: ({ faceUnits, comingUnits, demandUnits }) => Math.max(0, demandUnits - faceUnits - comingUnits),
};

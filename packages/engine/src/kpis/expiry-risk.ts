// Units that will expire before they are asked for.
//
// Source:   the fluid view of a perishable stock issued first expired first (Nahmias 1982, Perishable inventory theory: a review,
//           section 1): units asked for at a constant rate are taken from the lot that expires first; what is left of a lot at
//           its expiry is lost, and the demand goes on with the next lot.
// Applies to: one SKU. Where goods do not leave first expired first, it is what would be lost at least.
// Cost:     O(lots), and of sorting them where they are not in order of expiry.
//
// Worked example: 5 units a day; lots of 20, 20 and 30 units that expire in 2, 5 and 20 days. By day 2 10 units are asked for:
// 10 of the first lot are lost. By day 5 15 more: 5 of the second. The third lasts 6 days more: none of it. In all 15 units.

/**
 * @param count number of lots
 * @param units [lot] not reserved for anybody
 * @param days [lot] to the expiry, Infinity where they do not expire; not negative: what has expired is not at risk any more
 * @param demand units asked for a day
 * @param lost [lot], written: units that will expire before they are asked for, maybe a fraction
 * @returns their sum
 */
export function atRisk(
  count: number,
  units: ArrayLike<number>,
  days: ArrayLike<number>,
  demand: number,
  lost: { [lot: number]: number },
): number {
  if (order.length < count) order = new Int32Array(2 * count);
  for (let lot = 0; lot < count; lot++) {
    let at = lot;
    for (; at > 0 && days[order[at - 1]!]! > days[lot]!; at--) order[at] = order[at - 1]!;
    order[at] = lot;
  }
  let issued = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const lot = order[i]!;
    const askedFor = days[lot]! < Infinity ? demand * days[lot]! : Infinity;
    const used = Math.min(units[lot]!, Math.max(0, askedFor - issued));
    issued += used;
    lost[lot] = units[lot]! - used;
    sum += lost[lot]!;
  }
  return sum;
}

/** Scratch: the lots in order of expiry. */
let order = new Int32Array(16);

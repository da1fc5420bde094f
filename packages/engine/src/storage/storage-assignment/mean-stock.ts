// How much of an SKU lies in the DC on average, as far as the model tells: its initial stock, but at least one case.
//
// Worked example: lots of 30 and 12 units of an SKU that comes in cases of 6: 42 units. An SKU without stock: 6 units.

import type { Model } from '../../model/model.ts';

/** Units per item, > 0. */
export function meanStock({ items, initialStock }: Pick<Model, 'items' | 'initialStock'>): Float64Array {
  const units = new Float64Array(items.count);
  for (let lot = 0; lot < initialStock.count; lot++) units[initialStock.item[lot]!]! += initialStock.units[lot]!;
  for (let item = 0; item < items.count; item++) units[item] = Math.max(units[item]!, items.unitsPerCase[item]!, 1);
  return units;
}

/** Days that a unit stays on average, by Little's law: mean stock ÷ demand. Infinity where nothing is asked for. */
export function meanStay_d(model: Pick<Model, 'items' | 'initialStock'>): Float64Array {
  const { demand } = model.items;
  return meanStock(model).map((units, item) => (demand[item]! > 0 ? units / demand[item]! : Infinity));
}

/** Items by a value, the least first; equal ones by popularity, then by number. */
export function byLeast({ items }: Pick<Model, 'items'>, value: Float64Array): Int32Array {
  const { popularity, count } = items;
  return Int32Array.from({ length: count }, (_, item) => item).sort((a, b) => {
    if (value[a] !== value[b]) return value[a]! < value[b]! ? -1 : 1;
    return popularity[b]! - popularity[a]! || a - b;
  });
}

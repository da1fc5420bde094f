import type { Rule } from '../rule.ts';

/** Heavy goods lie low. */
export const heavyLow: Rule = {
  id: 'heavy-low',
  proves: 'goods as heavy as the rule names never lie in a slot whose floor is higher than it allows',
  check(run, report) {
    const { locations, items, storage } = run.model;
    if (storage.heavyLow === undefined) return;
    const { weight_kg, highest_m } = storage.heavyLow;
    for (const { tick, a: location, b: change, c: item } of run.of('stock-changed')) {
      if (change <= 0 || items.weight_kg[item]! < weight_kg) continue;
      const floor_m = locations.z_m[location]! - locations.height_m[location]! / 2;
      // Heights are 32-bit floats: a tenth of a millimetre is nothing.
      if (floor_m <= highest_m + 1e-4) continue;
      report(
        tick,
        run.locationName(location),
        `${floor_m.toFixed(2)} m high receives ${items.code[item]} of ${items.weight_kg[item]!.toFixed(1)} kg a unit`,
      );
    }
  },
};

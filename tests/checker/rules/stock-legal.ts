import type { Rule } from '../rule.ts';

/** What lies in a location may lie there. */
export const stockLegal: Rule = {
  id: 'stock-legal',
  proves:
    'stock is never negative; a location holds one SKU at a time, of its temperature class, within its volume and ' + 'load',
  check(run, report) {
    const { locations, items } = run.model;
    const units = new Map<string, number>();
    const itemAt = new Map<number, number>();
    for (const { tick, a: location, b: change, c: item } of run.of('stock-changed')) {
      const place = run.locationName(location);
      if (location < 0 || location >= locations.count || item < 0 || item >= items.count) {
        report(tick, place, `stock of item ${item} changes by ${change}: no such location or item`);
        continue;
      }
      const key = `${location}/${item}`;
      const now = (units.get(key) ?? 0) + change;
      units.set(key, now);
      const code = items.code[item]!;
      if (now < 0) report(tick, place, `holds ${now} units of ${code}`);
      if (change > 0) {
        const other = itemAt.get(location);
        if (other !== undefined && other !== item && (units.get(`${location}/${other}`) ?? 0) > 0) {
          report(tick, place, `receives ${code} while it holds ${items.code[other]}`);
        }
        itemAt.set(location, item);
        if (items.temperature[item] !== locations.temperature[location]) {
          report(
            tick,
            place,
            `temperature class ${locations.temperature[location]} receives ${code} of class ${items.temperature[item]}`,
          );
        }
        const unit_m3 = items.length_m[item]! * items.width_m[item]! * items.height_m[item]!;
        const slot_m3 = locations.width_m[location]! * locations.depth_m[location]! * locations.height_m[location]!;
        if (now * unit_m3 > slot_m3 * (1 + 1e-6)) {
          report(
            tick,
            place,
            `${now} units of ${code} are ${(now * unit_m3).toFixed(4)} m³, the slot is ${slot_m3.toFixed(4)} m³`,
          );
        }
        const load_kg = now * items.weight_kg[item]!;
        if (load_kg > locations.maxLoad_kg[location]! * (1 + 1e-6)) {
          report(
            tick,
            place,
            `${now} units of ${code} weigh ${load_kg.toFixed(2)} kg, the location bears ${locations.maxLoad_kg[location]} kg`,
          );
        }
      }
    }
  },
};

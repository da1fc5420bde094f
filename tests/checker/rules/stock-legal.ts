import { Stock } from '../stock.ts';
import type { Rule } from '../rule.ts';

/** Slots are measured in 32-bit floats: a tenth of a millimetre is nothing. */
const TIGHT_M = 1e-4;

/** What lies in a location may lie there. */
export const stockLegal: Rule = {
  id: 'stock-legal',
  proves:
    'stock is never negative; a location holds one SKU at a time, of its temperature class, that goes in by its sides, ' +
    'within its volume and load',
  check(run, report) {
    const { locations, items } = run.model;
    const stock = new Stock(run);
    for (const event of run.of('stock-changed')) {
      const { tick, a: location, b: change, c: item } = event;
      const place = run.locationName(location);
      const now = stock.change(event);
      const code = items.code[item]!;
      if (now < 0) report(tick, place, `holds ${now} units of ${code}`);
      if (change <= 0) continue;
      for (const other of stock.in(location)) {
        if (other.item !== item && other.units > 0)
          report(tick, place, `receives ${code} while it holds ${items.code[other.item]}`);
      }
      if (items.temperature[item] !== locations.temperature[location]) {
        report(
          tick,
          place,
          `temperature class ${locations.temperature[location]} receives ${code} of class ${items.temperature[item]}`,
        );
      }
      const unit_m = sorted(items.length_m[item]!, items.width_m[item]!, items.height_m[item]!);
      const slot_m = sorted(locations.width_m[location]!, locations.depth_m[location]!, locations.height_m[location]!);
      if (unit_m.some((side, i) => side > slot_m[i]! + TIGHT_M)) {
        report(tick, place, `a unit of ${code} of ${unit_m.join(' × ')} m does not go into ${slot_m.join(' × ')} m`);
      }
      const [unit_m3, slot_m3] = [volume(unit_m), volume(slot_m)];
      if (now * unit_m3 > slot_m3 * (1 + 1e-6)) {
        report(tick, place, `${now} units of ${code} are ${(now * unit_m3).toFixed(4)} m³, the slot is ${slot_m3.toFixed(4)} m³`);
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
  },
};

function sorted(...sides_m: number[]): number[] {
  return sides_m.sort((p, q) => p - q);
}

function volume([a, b, c]: readonly number[]): number {
  return a! * b! * c!;
}

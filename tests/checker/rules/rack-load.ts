import { Stock } from '../stock.ts';
import type { Rule } from '../rule.ts';

/** Racks bear what lies on them: every level of a bay, and every bay. */
export const rackLoad: Rule = {
  id: 'rack-load',
  proves: 'at every moment the goods on a level of a rack bay, and on the whole bay, weigh no more than it bears',
  check(run, report) {
    const { locations, racking } = run.model;
    const stock = new Stock(run);
    for (const event of run.of('stock-changed')) {
      stock.change(event);
      if (event.b <= 0) continue;
      const level = locations.rackLevel[event.a]!;
      const bay = locations.rackBay[event.a]!;
      for (const [what, load_kg, most_kg] of [
        ['level', stock.onLevel_kg(level), racking.levels.maxLoad_kg[level]!],
        ['bay', stock.onBay_kg(bay), racking.bays.maxLoad_kg[bay]!],
      ] as const) {
        if (load_kg > most_kg * (1 + 1e-6) + 1e-6) {
          const place = run.locationName(event.a);
          report(event.tick, place, `${load_kg.toFixed(2)} kg lie on its ${what}, which bears ${most_kg} kg`);
        }
      }
    }
  },
};

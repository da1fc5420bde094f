// When and how much of each SKU is ordered from its supplier, by the scenario's days of cover; and how much of it there is at most.

import type { Items } from '@dongseon/engine';
import type { ScenarioFile } from '../format/schema/scenario.ts';
import type { Tables } from '../format/tables.ts';
import { uniformLineSizes } from '../generate/line-sizes.ts';
import type { LineSizes } from '../generate/line-sizes.ts';
import { reorderRule } from '../generate/replenishment.ts';
import type { ReorderRule } from '../generate/replenishment.ts';

/** Days of cover where the stock comes from a table and the trucks are generated. */
const USUAL_COVER = { ambient: 18, chilled: 4, frozen: 10 };

export function compileReorder(file: ScenarioFile, tables: Tables, items: Items, sizes: LineSizes): ReorderRule {
  const cover = file.items.stock.generate?.daysOfCover ?? USUAL_COVER;
  const busiest = tables.orders === undefined ? Math.max(1, file.demand.previousDayFactor, ...file.demand.dayFactors) : 1;
  return reorderRule(items, sizes, cover, busiest);
}

/** Units of each SKU that there are at most, as a planner expects from its demand: the reorder point and a lot, or the stock table's. */
export function mostUnits(file: ScenarioFile, tables: Tables, items: Items): Float64Array {
  const { point, lot } = compileReorder(file, tables, items, uniformLineSizes(items));
  const most = Float64Array.from({ length: items.count }, (_, item) => point[item]! + lot[item]!);
  const { stock } = tables;
  if (stock === undefined) return most;
  const itemOf = new Map(items.code.map((code, index) => [code, index]));
  const held = new Float64Array(items.count);
  for (let row = 0; row < stock.rows; row++) {
    const item = itemOf.get(stock.sku[row]!);
    if (item !== undefined) held[item]! += stock.units[row]!;
  }
  return most.map((units, item) => Math.max(units, held[item]!));
}

// What an order puts on board: the units picked for it.

import type { RunRecord } from './record.ts';

/** Units of each line that were picked, or were staged before the run. */
export function pickedUnits(run: RunRecord): Int32Array {
  const { lines, orders } = run.model.demand;
  const units = new Int32Array(lines.count);
  for (const { a: line, c } of run.of('line-picked')) units[line]! += c;
  for (let line = 0; line < lines.count; line++) if (orders.staged[lines.order[line]!] === 1) units[line] = lines.units[line]!;
  return units;
}

export function loadOf(run: RunRecord, units: Int32Array, order: number): { kg: number; l: number; classes: number } {
  const { items, demand } = run.model;
  const { lines, orders } = demand;
  let kg = 0;
  let l = 0;
  let classes = 0;
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
    if (units[line] === 0) continue;
    const item = lines.item[line]!;
    kg += units[line]! * items.weight_kg[item]!;
    l += units[line]! * items.length_m[item]! * items.width_m[item]! * items.height_m[item]! * 1000;
    classes |= 1 << items.temperature[item]!;
  }
  return { kg, l, classes };
}

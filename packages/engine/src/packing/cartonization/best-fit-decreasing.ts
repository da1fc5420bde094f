// Best fit decreasing: units from the largest to the smallest volume, each into the open carton that it fills best; where
// none has room, into a new one of the largest type that takes it. At last every carton is exchanged for the smallest type
// that holds its contents.
//
// Source:     Johnson, D.S., Demers, A., Ullman, J.D., Garey, M.R. & Graham, R.L. (1974), "Worst-case performance bounds
//             for simple one-dimensional packing algorithms", SIAM Journal on Computing 3(4), 299-325: at most 11/9 of the
//             optimum plus 4, in volume with one carton type.
// Applies to: everything.
// Cost:       O(lines log lines + lines · cartons); units of a line go together while they fit.
//
// Worked example: cartons of 40 l and 100 l, fill factor 0.85 (34 l and 85 l of goods); units of 10, 60, 30, 20 and 40 l:
//   60 -> carton 1; 40 -> carton 2; 30 -> carton 2 (70 l); 20 -> carton 1 (80 l); 10 -> carton 2 (80 l):  two of 100 l.
// Next fit in the order given needs two as well: 10 + 60, then 30 + 20; the unit of 40 l makes a third.

import { SUPPORTED } from '../../model/policy.ts';
import {
  cartonVolume_m3,
  emptyCarton,
  largestType,
  loose,
  type OpenCarton,
  put,
  smallestType,
  unitsThatFit,
  unitVolume_m3,
} from './contents.ts';
import type { CartonizationPolicy, CartonizationView, PackedCarton } from './policy.ts';

export const bestFitDecreasing: CartonizationPolicy = {
  id: 'best-fit-decreasing',
  names: { ko: '큰 것부터 꼭 맞게 담기', en: 'Best fit decreasing' },
  supports: () => SUPPORTED,
  decide(view) {
    const cartons: OpenCarton[] = [];
    const pieces: PackedCarton[] = [];
    const volume_m3 = view.lines.map(unitVolume_m3);
    const order = view.lines.map((_, index) => index).sort((a, b) => volume_m3[b]! - volume_m3[a]! || a - b);
    for (const index of order) {
      const line = view.lines[index]!;
      const type = largestType(view, line);
      if (type < 0) {
        pieces.push(...loose(index, line.units));
        continue;
      }
      for (let left = line.units; left > 0;) {
        let open = fullestWithRoom(view, cartons, index);
        if (open === undefined) {
          open = emptyCarton(type, line.temperature);
          cartons.push(open);
        }
        const units = unitsThatFit(view, open, line, left);
        put(open, index, line, units);
        left -= units;
      }
    }
    return [...cartons.map((open) => ({ carton: smallestType(view, open), contents: open.contents })), ...pieces];
  },
};

/** Of the open cartons with room for a unit of the line, the one with the least volume left; ties: the first opened. */
function fullestWithRoom(view: CartonizationView, cartons: readonly OpenCarton[], index: number): OpenCarton | undefined {
  let best: OpenCarton | undefined;
  let least_m3 = Infinity;
  for (const open of cartons) {
    if (unitsThatFit(view, open, view.lines[index]!, 1) === 0) continue;
    const left_m3 = cartonVolume_m3(view.cartons[open.type]!) - open.volume_m3;
    if (left_m3 < least_m3) {
      best = open;
      least_m3 = left_m3;
    }
  }
  return best;
}

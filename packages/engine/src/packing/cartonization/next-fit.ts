// Next fit: lines are packed in the order they come, each unit into the carton in hand; a unit that does not fit closes it
// and the next one is opened: always of the largest type that takes the unit. One carton in hand per temperature class.
//
// Source:     Johnson, D.S. (1973), "Near-optimal bin packing algorithms", doctoral thesis, MIT; at most twice the number
//             of cartons of an optimal packing, in volume.
// Applies to: everything. What a packer does who does not look ahead.
// Cost:       O(lines + cartons).
//
// Worked example: one carton type of 100 l and 20 kg, fill factor 0.85 (85 l of goods); 3 units of 30 l, then 2 of 10 l, all
// 5 kg: carton 1 takes 2 · 30 l (a third would make 90 l), carton 2 takes 30 + 10 + 10 = 50 l.

import { SUPPORTED } from '../../model/policy.ts';
import { emptyCarton, largestType, loose, type OpenCarton, put, unitsThatFit } from './contents.ts';
import type { CartonizationPolicy, PackedCarton } from './policy.ts';

export const nextFit: CartonizationPolicy = {
  id: 'next-fit',
  names: { ko: '순서대로 담기', en: 'Next fit' },
  supports: () => SUPPORTED,
  decide(view) {
    const cartons: OpenCarton[] = [];
    const pieces: PackedCarton[] = [];
    const inHand: (OpenCarton | undefined)[] = [];
    view.lines.forEach((line, index) => {
      const type = largestType(view, line);
      if (type < 0) {
        pieces.push(...loose(index, line.units));
        return;
      }
      for (let left = line.units; left > 0;) {
        let open = inHand[line.temperature];
        let units = open === undefined ? 0 : unitsThatFit(view, open, line, left);
        if (open === undefined || units === 0) {
          open = emptyCarton(type, line.temperature);
          inHand[line.temperature] = open;
          cartons.push(open);
          units = unitsThatFit(view, open, line, left);
        }
        put(open, index, line, units);
        left -= units;
      }
    });
    return [...cartons.map(({ type, contents }) => ({ carton: type, contents })), ...pieces];
  },
};

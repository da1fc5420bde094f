// Family grouping (correlated storage): SKUs that are often asked for in one order are made a family and laid side by side; the
// family with the most order lines for each of its SKUs gets the best places. Places are taken aisle by aisle, so that a family
// lies together.
//
// Affinity is the Jaccard similarity of the order history (affinity.ts). Families are joined greedily, the strongest pair of
// SKUs first (single linkage), as long as the joint family has at most 25 SKUs, all of one temperature and one keeping class. An
// SKU without a strong partner is a family of its own. Within a family the most popular SKU comes first. (25: on the orders of
// an online gift wholesaler, learnt on six months and held against the next two, sizes of 20 to 100 do equally well and smaller
// ones worse.)
//
// Source:     Frazelle, E.H. & Sharp, G.P. (1989), "Correlated assignment strategy can improve any order-picking operation",
//             Industrial Engineering 21(4), 33-37; single linkage by Kruskal's (1956) tree as in Gower & Ross (1969), Applied
//             Statistics 18(1), 54-64; family grouping as a class of policies: de Koster, R., Le-Duc, T. & Roodbergen, K.J.
//             (2007), European Journal of Operational Research 182(2), 481-501, on storage assignment.
// Applies to: DCs with an order history whose orders have several lines and a pattern. Where popularity says it all (few lines
//             an order, independent choices) it is a blurred full turnover.
// Cost:       O(L log L + N log N + P log P) for L locations, N items and P pairs in orders, P capped (affinity.ts).
//
// Worked example: SKUs a, b, c, d with 9, 2, 8 and 1 lines a day; a and b are always asked for together. One aisle of four slots:
// families {c} with 8 lines an SKU, {a b} with 5.5, {d} with 1: c a b d.

import type { Model } from '../../model/model.ts';
import { SUPPORTED } from '../../model/policy.ts';
import type { StorageAssignmentPolicy } from '../policy.ts';
import { affinities } from './affinity.ts';
import { houseInTurn } from './matching.ts';
import { buildSlotTable } from './slots.ts';
import { fillOrder } from './zone-shapes.ts';

const LARGEST_FAMILY = 25;

export const familyGrouping: StorageAssignmentPolicy = {
  id: 'family-grouping',
  names: { ko: '연관 상품 묶음 배정', en: 'Family grouping (affinity)' },
  supports({ history }) {
    if (history.count > 0) return SUPPORTED;
    return { ok: false, because: 'there are no orders of the past to learn from (history): give an order history' };
  },
  decide(view) {
    const table = buildSlotTable(view);
    return houseInTurn(table, byFamily(view.model), fillOrder('within-aisle', view, table));
  },
};

/** Items family by family, the family with the most lines an SKU first. */
function byFamily(model: Model): Int32Array {
  const { count, popularity } = model.items;
  const familyOf = families(model);
  const lines = new Float64Array(count);
  const size = new Int32Array(count);
  for (let item = 0; item < count; item++) {
    lines[familyOf[item]!]! += popularity[item]!;
    size[familyOf[item]!]!++;
  }
  const density = lines.map((sum, family) => sum / Math.max(1, size[family]!));
  return Int32Array.from({ length: count }, (_, item) => item).sort((a, b) => {
    const [f, g] = [familyOf[a]!, familyOf[b]!];
    return density[g]! - density[f]! || f - g || popularity[b]! - popularity[a]! || a - b;
  });
}

/** Family per item: the lowest item in it. */
function families({ items, history }: Model): Int32Array {
  const { temperature, keeping, count } = items;
  const parent = Int32Array.from({ length: count }, (_, item) => item);
  const size = new Int32Array(count).fill(1);
  const root = (item: number): number => {
    while (parent[item] !== item) item = parent[item] = parent[parent[item]!]!;
    return item;
  };
  const pairs = affinities(history, count);
  for (let pair = 0; pair < pairs.count; pair++) {
    const a = root(pairs.one[pair]!);
    const b = root(pairs.other[pair]!);
    if (a === b || size[a]! + size[b]! > LARGEST_FAMILY) continue;
    if (temperature[a] !== temperature[b] || keeping[a] !== keeping[b]) continue;
    const lower = Math.min(a, b);
    parent[Math.max(a, b)] = lower;
    size[lower] = size[a]! + size[b]!;
  }
  return parent.map((_, item) => root(item));
}

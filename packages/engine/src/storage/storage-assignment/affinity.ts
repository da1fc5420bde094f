// Affinity: which SKUs are asked for together. Of each pair of SKUs that orders have in common: the Jaccard similarity, the share
// of the orders with either of them that have both.
//
// Pairs in fewer than 3 orders are left out as chance, and so are pairs no more frequent than if the two were ordered
// independently (lift at most 1). An order of more than 40 lines tells little of any pair and has very many: 40 of its lines
// count, at even steps. Orders are read from the newest back until 4 million pairs are read.
//
// Source:     Jaccard's coefficient as in Bindi, F., Manzini, R., Pareschi, A. & Regattieri, A. (2009), "Similarity-based storage
//             allocation rules in an order picking system", International Journal of Logistics 12(4), 233-247; lift: Brin, S.
//             et al. (1997), "Dynamic itemset counting and implication rules for market basket data", SIGMOD, 255-264.
// Cost:       O(P log P) for P pairs in orders (at most 20 a line, and 4 million), 8 bytes each.
//
// Worked example: orders {a b}, {a b}, {a b c}, {a}, {c}: a in 4, b in 3, both in 3 of 5 orders: 3 / (4 + 3 - 3) = 0.75, lift
// 3 · 5 / (4 · 3) = 1.25. a and c share one order: left out.

import type { OrderHistory } from '../../model/demand.ts';

const LEAST_ORDERS = 3;
const MOST_LINES = 40;
const MOST_PAIRS = 4_000_000;

/** Row per pair of items, the strongest first. */
export interface Affinities {
  readonly count: number;
  /** The lower and the higher item of the pair. */
  readonly one: Int32Array;
  readonly other: Int32Array;
  /** Jaccard similarity, in (0, 1]. */
  readonly similarity: Float64Array;
}

/** @param items number of items; `one * items + other` has to be exact: below 90 million. */
export function affinities(history: OrderHistory, items: number): Affinities {
  const from = firstOrderRead(history);
  const ordered = new Int32Array(items);
  const pairs = new Float64Array(pairsFrom(history, from));
  let count = 0;
  for (let order = from; order < history.count; order++) {
    const lines = linesRead(history, order);
    for (let i = 0; i < lines.length; i++) {
      ordered[lines[i]!]!++;
      for (let j = 0; j < i; j++) pairs[count++] = Math.min(lines[i]!, lines[j]!) * items + Math.max(lines[i]!, lines[j]!);
    }
  }
  pairs.sort();

  const orders = history.count - from;
  const key: number[] = [];
  const similarity: number[] = [];
  for (let start = 0, end = 0; start < count; start = end) {
    while (end < count && pairs[end] === pairs[start]) end++;
    const both = end - start;
    const a = ordered[Math.floor(pairs[start]! / items)]!;
    const b = ordered[pairs[start]! % items]!;
    if (both < LEAST_ORDERS || both * orders <= a * b) continue;
    key.push(pairs[start]!);
    similarity.push(both / (a + b - both));
  }
  const strongest = Int32Array.from(key, (_, pair) => pair).sort((p, q) => similarity[q]! - similarity[p]! || p - q);
  return {
    count: key.length,
    one: strongest.map((pair) => Math.floor(key[pair]! / items)),
    other: strongest.map((pair) => key[pair]! % items),
    similarity: Float64Array.from(strongest, (pair) => similarity[pair]!),
  };
}

/** The oldest order that is read. */
function firstOrderRead(history: OrderHistory): number {
  let pairs = 0;
  for (let order = history.count - 1; order >= 0; order--) {
    pairs += pairsOf(history, order);
    if (pairs > MOST_PAIRS) return order + 1;
  }
  return 0;
}

function pairsFrom(history: OrderHistory, from: number): number {
  let pairs = 0;
  for (let order = from; order < history.count; order++) pairs += pairsOf(history, order);
  return pairs;
}

function pairsOf({ firstLine }: OrderHistory, order: number): number {
  const lines = Math.min(MOST_LINES, firstLine[order + 1]! - firstLine[order]!);
  return (lines * (lines - 1)) / 2;
}

/** The items of an order, or as many of them as count. */
function linesRead({ firstLine, item }: OrderHistory, order: number): Int32Array {
  const lines = item.subarray(firstLine[order]!, firstLine[order + 1]!);
  if (lines.length <= MOST_LINES) return lines;
  return Int32Array.from({ length: MOST_LINES }, (_, i) => lines[Math.floor((i * lines.length) / MOST_LINES)]!);
}

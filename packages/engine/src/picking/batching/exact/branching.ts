// What a branch-and-bound search over batches decides: how many batches there are, and which two orders share one.
//
// Source:     Ryan, D.M. and Foster, B.A. (1981), "An integer programming approach to scheduling", in: Wren (ed.), Computer
//             Scheduling of Public Transport, 269-280, for pairs.
// Applies to: any set partitioning; the number of batches matters where the capacity is tight.
// Cost:       O(members) a batch and decision.
//
// Worked example (capacity 24, orders of 143 items in all): with at most 6 batches one item of room is to spare, so that only
// batches of 23 and 24 items may be used.

import type { BatchSizes } from '../search/problem.ts';
import type { Columns } from './columns.ts';
import { sharesTogether, type Share } from './subset-row-cuts.ts';

/** Decisions that lead to a node. */
export interface Decisions {
  readonly fewest: number;
  readonly most: number;
  /** Pairs of orders, a · orders + b, that share a batch, and that do not. */
  readonly together: readonly number[];
  readonly apart: readonly number[];
}

/** What divides a node in two: a number of batches (at most it, or more), or a pair of orders. */
export type Question = { readonly batches: number } | { readonly pair: number };

/** The two sides of a question. */
export function sidesOf(decisions: Decisions, question: Question): [Decisions, Decisions] {
  if ('batches' in question)
    return [
      { ...decisions, most: question.batches },
      { ...decisions, fewest: question.batches + 1 },
    ];
  return [
    { ...decisions, together: [...decisions.together, question.pair] },
    { ...decisions, apart: [...decisions.apart, question.pair] },
  ];
}

/** The room that batches have in each dimension that binds. */
export class Room {
  private readonly dimensions: { readonly limit: number; readonly of: Float64Array; readonly total: number }[];

  constructor(orders: number, sizes: readonly BatchSizes[]) {
    this.dimensions = sizes.map(({ limit, of }) => {
      // An order beyond the capacity fills its batch.
      const capped = Float64Array.from({ length: orders }, (_, order) => Math.min(of[order]!, limit));
      return { limit, of: capped, total: capped.reduce((sum, size) => sum + size, 0) };
    });
  }

  /** No partition has fewer batches. */
  fewest(): number {
    return this.dimensions.reduce((fewest, { limit, total }) => Math.max(fewest, Math.ceil(total / limit - 1e-7)), 1);
  }

  /** Whether so many batches are together so full that batches must be nearly full. */
  isTight(batches: number): boolean {
    return this.dimensions.some(({ limit, total }) => batches * limit - total < limit / 2);
  }

  /** Whether a batch leaves no more room than `most` batches together have to spare. */
  isFull({ first, members }: Columns, j: number, most: number): boolean {
    for (const { limit, of, total } of this.dimensions) {
      const spare = most * limit - total;
      if (spare >= limit) continue;
      let size = 0;
      for (let p = first[j]!; p < first[j + 1]!; p++) size += of[members[p]!]!;
      if (size < limit - spare - 1e-7) return false;
    }
    return true;
  }
}

/** Whether a batch may be used under the decisions. */
export function isAllowed(columns: Columns, j: number, { together, apart, most }: Decisions, room: Room): boolean {
  const { orders, first, members } = columns;
  const holds = (order: number): boolean => {
    for (let p = first[j]!; p < first[j + 1]!; p++) if (members[p] === order) return true;
    return false;
  };
  for (const pair of together) if (holds(Math.floor(pair / orders)) !== holds(pair % orders)) return false;
  for (const pair of apart) if (holds(Math.floor(pair / orders)) && holds(pair % orders)) return false;
  return room.isFull(columns, j, most);
}

/** The number of batches to ask about next; undefined where it needs no decision. */
export function batchesToAsk(decisions: Decisions, used: readonly Share[], room: Room): number | undefined {
  const batches = used.reduce((sum, { share }) => sum + share, 0);
  const whole = Math.round(batches);
  if (Math.abs(batches - whole) > 1e-2) return Math.floor(batches);
  return whole < decisions.most && room.isTight(whole) ? whole : undefined;
}

/** Pairs of orders of which it is least clear whether they share a batch, at most `most`. */
export function undecidedPairs(columns: Columns, used: readonly Share[], most: number): number[] {
  const { orders } = columns;
  const together = sharesTogether(columns, used);
  const found: { pair: number; distance: number }[] = [];
  for (let a = 0; a < orders; a++)
    for (let b = a + 1; b < orders; b++) {
      const distance = Math.abs(together[a * orders + b]! - 0.5);
      if (distance < 0.49) found.push({ pair: a * orders + b, distance });
    }
  found.sort((x, y) => x.distance - y.distance || x.pair - y.pair);
  return found.slice(0, most).map(({ pair }) => pair);
}

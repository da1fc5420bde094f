// The shortest partition of the orders into batches, proved: branch and bound over batches that are at hand.
//
// Source:     Barnhart, C., Johnson, E.L., Nemhauser, G.L., Savelsbergh, M.W.P. and Vance, P.H. (1998), "Branch-and-price",
//             Operations Research 46(3), 316-329; Baldacci, R., Christofides, N. and Mingozzi, A. (2008), Mathematical
//             Programming 115, 351-385, for keeping only batches whose reduced cost is within the gap; Achterberg, T., Koch,
//             T. and Martin, A. (2005), Operations Research Letters 33(1), 42-54, for trying decisions before they are taken.
// Applies to: any routing policy; any number of columns that memory holds.
// Cost:       a root relaxation of some hundred to thousand pivots; then by how tight it is: mostly ones to hundreds of nodes.
//
// Worked example: orders 0, 1, 2, alone 10 each, in pairs 12: 22, one pair and one alone. The relaxation says 18, and 22 once
// the cut on the three orders is in.

import type { BatchSizes } from '../search/problem.ts';
import { batchesToAsk, isAllowed, Room, sidesOf, undecidedPairs, type Decisions, type Question } from './branching.ts';
import { batchOf, pickColumns, type Columns } from './columns.ts';
import { commonStep_m } from './common-step.ts';
import { PartitionLp } from './partition-lp.ts';
import { mostHelpful, mostNegative } from './pricing.ts';
import { violatedCuts, type Share } from './subset-row-cuts.ts';

export interface Partition {
  /** Columns used; undefined where none shorter than `upper_m` was found. */
  readonly columns: number[] | undefined;
  readonly length_m: number;
  readonly lowerBound_m: number;
  readonly proved: boolean;
}

interface Node {
  readonly decisions: Decisions;
  readonly bound_m: number;
  /** Columns that may still be used. */
  readonly open: Int32Array;
  /** The relaxation's solution, from which the children start, and what divides them. */
  readonly vertex: readonly number[];
  readonly question: Question;
}

/** Columns brought into play in one pricing. */
const PRICED = 200;
const CUTS_A_ROUND = 30;
const MOST_CUTS = 160;
/** Rounds of cuts at the root and where the number of batches was decided, and elsewhere. */
const MANY_ROUNDS = 20;
const FEW_ROUNDS = 3;
/** Pairs tried before one is decided, and dual pivots for each side. */
const CANDIDATES = 8;
const TRIAL_PIVOTS = 20;
const EPSILON_M = 1e-6;

export class PartitionSearch {
  nodes = 0;
  private readonly full: Columns;
  private readonly room: Room;
  private readonly step_m: number;
  private columns: Columns;
  /** Column of `full` for each of `columns`. */
  private numbers: Int32Array;
  private lp: PartitionLp;
  private best: number[] | undefined;
  private best_m: number;
  /** What is known before the root is solved. */
  private rootBound_m: number;
  private isRooted = false;
  private readonly queue: Node[] = [];
  /** Least bound of nodes that rounding noise leaves without anything to decide. */
  private stuck_m = Infinity;

  /**
   * @param columns every batch that fits.
   * @param upper_m length of a partition that is at hand: only shorter ones are looked for. Infinity for none.
   */
  constructor(columns: Columns, sizes: readonly BatchSizes[], upper_m: number) {
    this.full = columns;
    this.columns = columns;
    this.numbers = Int32Array.from({ length: columns.count }, (_, j) => j);
    this.room = new Room(columns.orders, sizes);
    this.step_m = commonStep_m(columns.length_m);
    this.best_m = upper_m;
    this.rootBound_m = sharedBound_m(columns);
    this.lp = new PartitionLp(columns, this.room.fewest());
  }

  get pivots(): number {
    return this.lp.pivots;
  }

  /** Searches on until it is proved, or `goesOn`, asked now and then, answers false. */
  run(goesOn: () => boolean): Partition {
    if (!this.isRooted) this.root(goesOn);
    while (this.queue.length > 0 && goesOn()) this.branch(this.take());
    const open_m = this.isRooted
      ? this.queue.reduce((least, node) => Math.min(least, node.bound_m), this.stuck_m)
      : this.rootBound_m;
    const proved = this.isClosed(open_m);
    const lowerBound_m = proved ? this.best_m : Math.min(this.best_m, open_m);
    return { columns: this.best, length_m: this.best_m, lowerBound_m, proved };
  }

  /** Whether nothing shorter than the best can lie under a bound: lengths are multiples of `step_m`. */
  private isClosed(bound_m: number): boolean {
    return bound_m > this.best_m - this.step_m + EPSILON_M;
  }

  /** The node with the least bound; of equals the latest. */
  private take(): Node {
    let at = this.queue.length - 1;
    for (let k = at - 1; k >= 0; k--) if (this.queue[k]!.bound_m < this.queue[at]!.bound_m - EPSILON_M) at = k;
    return this.queue.splice(at, 1)[0]!;
  }

  /** The first relaxation, over all columns; only those that may be part of something shorter are kept. */
  private root(goesOn: () => boolean): void {
    const bound_m = this.relax(this.numbers, goesOn);
    if (bound_m === undefined) return;
    this.rootBound_m = Math.max(this.rootBound_m, bound_m);
    const { first } = this.full;
    const worth = this.affordable(this.numbers, bound_m);
    const isWorth = new Uint8Array(this.full.count);
    for (const j of worth) isWorth[j] = 1;
    const kept = this.numbers.filter((j) => isWorth[j] === 1 || first[j + 1]! - first[j]! === 1);
    const { pivots } = this.lp;
    const smaller = new PartitionLp(pickColumns(this.full, kept), this.room.fewest());
    kept.forEach((j, k) => {
      if (this.lp.isInPlay(j)) smaller.play(k);
    });
    smaller.pivots = pivots;
    this.columns = smaller.columns;
    this.numbers = kept;
    this.lp = smaller;
    this.isRooted = true;
    const open = Int32Array.from({ length: kept.length }, (_, k) => k);
    const decisions = { fewest: smaller.fewest, most: smaller.most, together: [], apart: [] };
    this.process(decisions, open, bound_m, MANY_ROUNDS);
  }

  private branch({ bound_m, decisions, question, open, vertex }: Node): void {
    if (this.isClosed(bound_m)) return;
    for (const side of sidesOf(decisions, question)) {
      this.lp.place(vertex);
      this.process(side, open, bound_m, 'batches' in question ? MANY_ROUNDS : FEW_ROUNDS);
    }
  }

  /** Solves a node's relaxation with cuts, and queues it if it stays open. */
  private process(decisions: Decisions, openBefore: Int32Array, boundBefore_m: number, rounds: number): void {
    this.nodes++;
    let open = this.enter(decisions, openBefore);
    let bound_m = boundBefore_m;
    let used: readonly Share[];
    for (let round = 0; ; round++) {
      const before_m = bound_m;
      bound_m = Math.max(
        bound_m,
        this.relax(open, () => true)!,
      );
      if (this.isClosed(bound_m)) return;
      used = this.lp.used();
      this.accept(used);
      if (this.isClosed(bound_m)) return;
      open = this.affordable(open, bound_m);
      const isWorthwhile = round <= 2 || bound_m - before_m >= 0.02 * (this.best_m - bound_m);
      if (round === rounds || !isWorthwhile) break;
      const cuts = violatedCuts(this.columns, used, Math.min(CUTS_A_ROUND, MOST_CUTS - this.lp.cuts.length));
      if (cuts.length === 0) break;
      this.lp.addCuts(cuts);
    }
    const vertex = this.lp.vertex();
    const batches = batchesToAsk(decisions, used, this.room);
    const pair = batches === undefined ? this.pairToAsk(decisions, open, used) : undefined;
    if (batches !== undefined) this.queue.push({ decisions, bound_m, open, vertex, question: { batches } });
    else if (pair !== undefined) this.queue.push({ decisions, bound_m, open, vertex, question: { pair } });
    else this.stuck_m = Math.min(this.stuck_m, bound_m);
  }

  /** Makes the relaxation that of a node; its open columns. */
  private enter(decisions: Decisions, openBefore: Int32Array): Int32Array {
    const flags = new Uint8Array(this.columns.count).fill(1);
    const open = openBefore.filter((j) => isAllowed(this.columns, j, decisions, this.room));
    for (const j of open) flags[j] = 0;
    this.lp.restrict(flags, decisions.fewest, decisions.most);
    return open;
  }

  /** Optimises over the open columns; what the relaxation proves. Undefined where `goesOn` ended it. */
  private relax(open: Int32Array, goesOn: () => boolean): number | undefined {
    while (goesOn()) {
      const isSolved = this.lp.optimise();
      const wanted = isSolved ? mostNegative(this.lp, open, PRICED) : mostHelpful(this.lp, open, PRICED);
      let added = 0;
      for (const j of wanted) if (this.lp.play(j)) added++;
      if (added === 0) return isSolved ? this.lp.bound_m() : Infinity;
    }
    return undefined;
  }

  /** The open columns whose use leaves the total below the best. */
  private affordable(open: Int32Array, bound_m: number): Int32Array {
    const { lp } = this;
    const room_m = this.best_m - this.step_m + EPSILON_M - bound_m;
    return open.filter((j) => {
      const cost_m = lp.reducedCost_m(j);
      return cost_m <= room_m && lp.fullReducedCost_m(j, cost_m) <= room_m;
    });
  }

  /** Takes a solution that is a partition as the best, where it is shorter. */
  private accept(used: readonly Share[]): void {
    const whole = used.filter(({ share }) => share > 0.98).map(({ column }) => column);
    const held = whole.flatMap((j) => batchOf(this.columns, j));
    if (held.length !== this.columns.orders || new Set(held).size !== held.length) return;
    const length_m = whole.reduce((sum, j) => sum + this.columns.length_m[j]!, 0);
    if (length_m >= this.best_m - EPSILON_M) return;
    this.best_m = length_m;
    this.best = whole.map((j) => this.numbers[j]!);
  }

  /** Of the most undecided pairs the one whose two sides raise the bound most, by a few dual pivots each. */
  private pairToAsk(decisions: Decisions, open: Int32Array, used: readonly Share[]): number | undefined {
    const pairs = undecidedPairs(this.columns, used, CANDIDATES);
    if (pairs.length < 2) return pairs[0];
    const base_m = this.lp.bound_m();
    this.lp.keep();
    let best = pairs[0]!;
    let highest = -1;
    for (const pair of pairs) {
      const gains_m = sidesOf(decisions, { pair }).map((side) => {
        this.enter(side, open);
        const value_m = this.lp.mend(TRIAL_PIVOTS) ? this.lp.bound_m() : Infinity;
        this.lp.restore();
        return Math.max(1e-3, Math.min(value_m, this.best_m + 1) - base_m);
      });
      const score = gains_m[0]! * gains_m[1]!;
      if (score > highest) {
        highest = score;
        best = pair;
      }
    }
    return best;
  }
}

/** A quick bound: every order bears a share of its batch by the number of its orders, at the least such share. */
function sharedBound_m({ orders, count, first, members, length_m }: Columns): number {
  const least_m = new Float64Array(orders).fill(Infinity);
  for (let j = 0; j < count; j++) {
    const share_m = length_m[j]! / (first[j + 1]! - first[j]!);
    for (let p = first[j]!; p < first[j + 1]!; p++) least_m[members[p]!] = Math.min(least_m[members[p]!]!, share_m);
  }
  return least_m.reduce((sum, share_m) => sum + share_m, 0);
}

// The linear relaxation of set partitioning with cuts: primal and dual simplex over the batches in play.
//
// Source:     Chvátal, V. (1983), "Linear Programming", chapters 8 and 10. Right-hand sides are perturbed against degeneracy;
//             bounds are taken from the duals and the true right-hand sides.
// Applies to: minimise the length of all batches, every order in exactly one, their number between two limits, under cuts "of
//             the batches that hold two or more of a triple of orders, at most one". Batches may be forbidden for a while.
// Cost:       O(rows²) a pivot, O(entries) a pricing of the batches in play.
//
// Worked example: orders 0, 1, 2, alone 10 each, in pairs 12: half of each pair costs 18, and the cut on {0, 1, 2} (at most one
// batch with two of them) makes it 22.

import { Basis } from './basis.ts';
import type { Columns } from './columns.ts';
import { DualCandidates, leavingRow, PIVOT_TOLERANCE } from './ratio-tests.ts';
import { holdsTwo, type Triple } from './subset-row-cuts.ts';

/** Reduced costs above minus this are not negative, metres. */
const PRICE_TOLERANCE_M = 1e-7;
/** A value is 0 if it is no further off than this: more than the perturbation comes to. */
const ZERO = 2e-6;
const PERTURBATION = 1e-7;
/** Pivots after which the basis is inverted anew. */
const REFRESH = 150;
/** Rows that limit the number of batches, after those of the orders. */
const LIMITS = 2;
const NONE = Number.NEGATIVE_INFINITY;

export class PartitionLp {
  readonly columns: Columns;
  readonly cuts: Triple[] = [];
  pivots = 0;
  fewest: number;
  most: number;

  private readonly basis = new Basis();
  /** Batches in play: column, and its rows. */
  private readonly playing: number[] = [];
  private readonly rowsOf: number[][] = [];
  private readonly inBasis: number[] = [];
  private readonly isPlaying: Uint8Array;
  private readonly isForbidden: Uint8Array;
  private rowOfInverse = new Float64Array(0);
  private readonly candidates = new DualCandidates();
  private sinceRefresh = 0;
  /** Row of the last dual pivot, and whether its value was below (-1) or above (1) where it has to be. */
  private side = 1;

  /** @param fewest least number of batches. Every order alone must be among the columns. */
  constructor(columns: Columns, fewest: number) {
    this.columns = columns;
    this.fewest = fewest;
    this.most = columns.orders;
    this.isPlaying = new Uint8Array(columns.count);
    this.isForbidden = new Uint8Array(columns.count);
    const variables = [-1 - columns.orders, -2 - columns.orders];
    for (let j = 0; j < columns.count; j++) {
      if (columns.first[j + 1]! - columns.first[j]! > 1) continue;
      variables.push(this.playing.length);
      this.play(j);
    }
    this.place(variables);
  }

  /** The duals: orders, "at least `fewest`" (never negative), "at most `most`" and the cuts (never positive). */
  get duals(): Float64Array {
    return this.basis.duals;
  }

  /** Brings a batch into play; whether it was not yet. */
  play(j: number): boolean {
    if (this.isPlaying[j]) return false;
    this.isPlaying[j] = 1;
    const { first, members, orders } = this.columns;
    const rows = [...members.subarray(first[j], first[j + 1]), orders, orders + 1];
    this.cuts.forEach((cut, c) => {
      if (holdsTwo(this.columns, j, cut)) rows.push(orders + LIMITS + c);
    });
    this.playing.push(j);
    this.rowsOf.push(rows);
    this.inBasis.push(0);
    return true;
  }

  isInPlay(j: number): boolean {
    return this.isPlaying[j] === 1;
  }

  /** Forbids the batches for which the flag is 1, and sets the limits of their number. */
  restrict(flags: Uint8Array, fewest: number, most: number): void {
    this.isForbidden.set(flags);
    if (fewest === this.fewest && most === this.most) return;
    this.fewest = fewest;
    this.most = most;
    this.basis.solve((row) => this.perturbed(row));
  }

  addCuts(cuts: readonly Triple[]): void {
    for (const cut of cuts) {
      const row = this.columns.orders + LIMITS + this.cuts.length;
      this.cuts.push(cut);
      for (let k = 0; k < this.playing.length; k++) if (holdsTwo(this.columns, this.playing[k]!, cut)) this.rowsOf[k]!.push(row);
    }
    this.place(this.vertex());
  }

  /** The present vertex; with the slack of cuts that came since, `place` leads back to it. */
  vertex(): number[] {
    return [...this.basis.variables];
  }

  place(vertex: readonly number[]): void {
    this.inBasis.fill(0);
    for (const variable of vertex) if (variable >= 0) this.inBasis[variable] = 1;
    const variables = [...vertex];
    for (let row = vertex.length; row < this.columns.orders + LIMITS + this.cuts.length; row++) variables.push(-1 - row);
    this.basis.install(
      variables,
      (variable) => this.entriesOf(variable),
      (variable) => this.signOf(variable),
    );
    this.basis.solve((row) => this.perturbed(row));
    this.basis.price((variable) => this.costOf(variable));
    this.sinceRefresh = 0;
  }

  keep(): void {
    this.basis.keep();
  }

  restore(): void {
    this.basis.restore();
    this.inBasis.fill(0);
    for (const variable of this.basis.variables) if (variable >= 0) this.inBasis[variable] = 1;
  }

  /** Reduced cost of a batch without the cuts' share, metres. */
  reducedCost_m(j: number): number {
    const { first, members, length_m, orders } = this.columns;
    const { duals } = this;
    let cost_m = length_m[j]! - duals[orders]! - duals[orders + 1]!;
    for (let p = first[j]!; p < first[j + 1]!; p++) cost_m -= duals[members[p]!]!;
    return cost_m;
  }

  /** The reduced cost with the cuts' share, which is never negative. */
  fullReducedCost_m(j: number, withoutCuts_m: number): number {
    const from = this.columns.orders + LIMITS;
    let cost_m = withoutCuts_m;
    for (let c = 0; c < this.cuts.length; c++)
      if (this.duals[from + c]! < 0 && holdsTwo(this.columns, j, this.cuts[c]!)) cost_m -= this.duals[from + c]!;
    return cost_m;
  }

  /**
   * Where `optimise` found no solution: how much a batch does for the row that cannot be satisfied. If no allowed batch does
   * anything (more than 0), there is no solution at all.
   */
  lift(j: number): number {
    const { first, members, orders } = this.columns;
    const { rowOfInverse } = this;
    let lift = rowOfInverse[orders]! + rowOfInverse[orders + 1]!;
    for (let p = first[j]!; p < first[j + 1]!; p++) lift += rowOfInverse[members[p]!]!;
    for (let c = 0; c < this.cuts.length; c++) {
      const share = rowOfInverse[orders + LIMITS + c]!;
      if (share !== 0 && holdsTwo(this.columns, j, this.cuts[c]!)) lift += share;
    }
    return lift * this.side;
  }

  /** What the duals prove where no allowed batch has a negative reduced cost, metres. */
  bound_m(): number {
    let bound_m = 0;
    for (let row = 0; row < this.basis.rows; row++) bound_m += this.duals[row]! * this.rightSide(row);
    return bound_m;
  }

  /** Batches used, with their share. */
  used(): { readonly column: number; readonly share: number }[] {
    const used: { column: number; share: number }[] = [];
    this.basis.variables.forEach((variable, row) => {
      const share = this.basis.values[row]!;
      if (variable >= 0 && share > 1e-4) used.push({ column: this.playing[variable]!, share });
    });
    return used;
  }

  /** Optimises over the allowed batches in play: dual simplex, then primal. False where they have no solution: see `lift`. */
  optimise(): boolean {
    if (!this.mend(Infinity)) return false;
    for (;;) {
      const entering = this.cheapest();
      if (entering === NONE) return true;
      this.direct(entering);
      const leaving = leavingRow(this.basis, (variable) => this.isHeld(variable));
      if (leaving < 0) throw new Error('a partition cannot be unbounded');
      this.pivot(leaving, entering);
    }
  }

  /**
   * Dual simplex: from a vertex that is optimal but for new cuts, limits or forbidden batches, by at most `most` pivots.
   * False where the batches in play have no solution. What the duals prove grows with every pivot.
   */
  mend(most: number): boolean {
    const { basis } = this;
    for (let pivots = 0; pivots < most; pivots++) {
      let leaving = -1;
      let worst = ZERO;
      for (let i = 0; i < basis.rows; i++) {
        const value = basis.values[i]!;
        const variable = basis.variables[i]!;
        const over = value >= 0 && this.isHeld(variable) ? value : -value;
        if (over > worst) {
          worst = over;
          leaving = i;
        }
      }
      if (leaving < 0) return true;
      const entering = this.dualRatioTest(leaving);
      if (entering === NONE) return false;
      this.direct(entering);
      this.pivot(leaving, entering);
    }
    return true;
  }

  /** The variable with the most negative reduced cost. */
  private cheapest(): number {
    const { playing, rowsOf, inBasis, isForbidden, duals } = this;
    const { length_m, orders } = this.columns;
    let best = -PRICE_TOLERANCE_M;
    let entering = NONE;
    for (let k = 0; k < playing.length; k++) {
      const j = playing[k]!;
      if (inBasis[k] || isForbidden[j]) continue;
      let cost_m = length_m[j]!;
      const rows = rowsOf[k]!;
      for (let at = 0; at < rows.length; at++) cost_m -= duals[rows[at]!]!;
      if (cost_m < best) {
        best = cost_m;
        entering = k;
      }
    }
    for (let row = orders; row < this.basis.rows; row++) {
      const cost_m = -duals[row]! * this.sign(row);
      if (cost_m < best) {
        best = cost_m;
        entering = -1 - row;
      }
    }
    return entering;
  }

  /** The variable that brings row `leaving` to 0 with the least loss; of near equals the one with the largest pivot. */
  private dualRatioTest(leaving: number): number {
    const { playing, rowsOf, inBasis, isForbidden, duals, basis } = this;
    if (this.rowOfInverse.length < basis.rows) this.rowOfInverse = new Float64Array(basis.rows + 64);
    const { rowOfInverse } = this;
    basis.row(leaving, rowOfInverse);
    const side = (this.side = basis.values[leaving]! < 0 ? -1 : 1);
    const { candidates } = this;
    candidates.clear();
    for (let k = 0; k < playing.length; k++) {
      const j = playing[k]!;
      if (inBasis[k] || isForbidden[j]) continue;
      const rows = rowsOf[k]!;
      let alpha = 0;
      for (let at = 0; at < rows.length; at++) alpha += rowOfInverse[rows[at]!]!;
      if (alpha * side <= PIVOT_TOLERANCE) continue;
      let cost_m = this.columns.length_m[j]!;
      for (let at = 0; at < rows.length; at++) cost_m -= duals[rows[at]!]!;
      candidates.consider(k, alpha * side, cost_m);
    }
    for (let row = this.columns.orders; row < basis.rows; row++) {
      const alpha = rowOfInverse[row]! * this.sign(row) * side;
      if (alpha > PIVOT_TOLERANCE && basis.variables[leaving] !== -1 - row)
        candidates.consider(-1 - row, alpha, -duals[row]! * this.sign(row));
    }
    return candidates.best() ?? NONE;
  }

  /** A forbidden batch in the basis may neither fall below 0 nor rise above it. */
  private isHeld(variable: number): boolean {
    return variable >= 0 && this.isForbidden[this.playing[variable]!] === 1;
  }

  private direct(entering: number): void {
    this.basis.direct(this.entriesOf(entering), this.signOf(entering));
  }

  private pivot(leaving: number, entering: number): void {
    let cost_m = this.costOf(entering);
    for (const row of this.entriesOf(entering)) cost_m -= this.signOf(entering) * this.duals[row]!;
    const left = this.basis.variables[leaving]!;
    this.basis.pivot(leaving, entering, cost_m);
    if (left >= 0) this.inBasis[left] = 0;
    if (entering >= 0) this.inBasis[entering] = 1;
    this.pivots++;
    if (++this.sinceRefresh >= REFRESH) this.place(this.vertex());
  }

  private entriesOf(variable: number): readonly number[] {
    return variable >= 0 ? this.rowsOf[variable]! : [-1 - variable];
  }

  private signOf(variable: number): number {
    return variable >= 0 ? 1 : this.sign(-1 - variable);
  }

  private costOf(variable: number): number {
    return variable >= 0 ? this.columns.length_m[this.playing[variable]!]! : 0;
  }

  /** Coefficient of a row's own variable. */
  private sign(row: number): number {
    return row === this.columns.orders ? -1 : 1;
  }

  private rightSide(row: number): number {
    const { orders } = this.columns;
    return row === orders ? this.fewest : row === orders + 1 ? this.most : 1;
  }

  /** Spread so that no two vertices fall on each other; limits and cuts only get weaker. */
  private perturbed(row: number): number {
    const spread = PERTURBATION * (1 + ((row * 7_919) % 1_009) / 1_009);
    return this.rightSide(row) + (row < this.columns.orders ? spread : 300 * spread * this.sign(row));
  }
}

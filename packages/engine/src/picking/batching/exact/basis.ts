// The inverse of a simplex basis, dense: pivots, solutions and duals of a linear programme with some hundred rows.
//
// Source:     Chvátal, V. (1983), "Linear Programming", chapter 7 (the revised simplex method).
// Applies to: equality rows, each with one variable of its own (a slack); columns are given by their entries.
// Cost:       O(rows²) a pivot, O(rows³) to invert anew.
//
// Worked example: rows x + y = 2 and y = 1 with the basis {x, y} have the inverse [1 -1; 0 1] and the values x = y = 1.

/** Entries of a column smaller than this are rounding noise. */
const NOISE = 1e-11;

export class Basis {
  rows = 0;
  /** Variable of each row, as the caller numbers them. */
  variables: number[] = [];
  values = new Float64Array(0);
  duals = new Float64Array(0);
  /** inverse · column of the entering variable. */
  direction = new Float64Array(0);
  /** Columns of the inverse, one after the other: inverse[k · stride + i]. */
  private inverse = new Float64Array(0);
  private stride = 0;
  private kept: { inverse: Float64Array; values: Float64Array; duals: Float64Array; variables: number[] } | undefined;

  /**
   * Inverts the basis of these variables.
   * @param entries rows of a variable's column, each with coefficient `sign(variable)`; a row twice counts twice.
   */
  install(
    variables: readonly number[],
    entries: (variable: number) => readonly number[],
    sign: (variable: number) => number,
  ): void {
    const rows = (this.rows = variables.length);
    this.reserve(rows);
    const { inverse, stride } = this;
    inverse.fill(0, 0, rows * stride);
    for (let row = 0; row < rows; row++) inverse[row * stride + row] = 1;
    const placed = Array.from({ length: rows }, () => Number.NaN);
    // A row's own variable needs no elimination, and goes first.
    for (const variable of variables) {
      if (variable >= 0) continue;
      placed[-1 - variable] = variable;
      inverse[(-1 - variable) * stride + (-1 - variable)] = sign(variable);
    }
    for (const variable of variables) {
      if (variable < 0) continue;
      this.direct(entries(variable), sign(variable));
      let at = -1;
      for (let i = 0; i < rows; i++)
        if (Number.isNaN(placed[i]!) && (at < 0 || Math.abs(this.direction[i]!) > Math.abs(this.direction[at]!))) at = i;
      this.eliminate(at);
      placed[at] = variable;
    }
    this.variables = placed;
  }

  /** Works out the values for right-hand sides. */
  solve(rightSide: (row: number) => number): void {
    const { rows, stride, inverse, values } = this;
    values.fill(0);
    for (let row = 0; row < rows; row++) {
      const right = rightSide(row);
      const from = row * stride;
      for (let i = 0; i < rows; i++) values[i]! += right * inverse[from + i]!;
    }
  }

  /** Works out the duals for costs. */
  price(cost: (variable: number) => number): void {
    const { rows, stride, inverse, duals } = this;
    const costs = Float64Array.from(this.variables, cost);
    for (let k = 0; k < rows; k++) {
      const from = k * stride;
      let dual = 0;
      for (let i = 0; i < rows; i++) dual += costs[i]! * inverse[from + i]!;
      duals[k] = dual;
    }
  }

  /** Works out `direction` for a column. */
  direct(entries: readonly number[], sign: number): void {
    const { rows, stride, inverse, direction } = this;
    direction.fill(0, 0, rows);
    for (const row of entries) {
      const from = row * stride;
      for (let i = 0; i < rows; i++) direction[i]! += sign * inverse[from + i]!;
    }
  }

  /** Row `row` of the inverse. */
  row(row: number, into: Float64Array): void {
    for (let k = 0; k < this.rows; k++) into[k] = this.inverse[k * this.stride + row]!;
  }

  /** The variable of `direction` replaces that of row `leaving`. @param reducedCost of the variable that enters. */
  pivot(leaving: number, entering: number, reducedCost: number): void {
    const { rows, values, direction, duals } = this;
    const step = values[leaving]! / direction[leaving]!;
    this.eliminate(leaving);
    for (let i = 0; i < rows; i++) values[i]! -= step * direction[i]!;
    values[leaving] = step;
    for (let k = 0; k < rows; k++) duals[k]! += reducedCost * this.inverse[k * this.stride + leaving]!;
    this.variables[leaving] = entering;
  }

  /** Keeps the present vertex. */
  keep(): void {
    const { rows, stride, inverse, values, duals, variables } = this;
    this.kept = {
      ...{ inverse: inverse.slice(0, rows * stride), values: values.slice(), duals: duals.slice() },
      variables: [...variables],
    };
  }

  /** Back to the vertex kept last; the rows must be the same. */
  restore(): void {
    const kept = this.kept!;
    this.inverse.set(kept.inverse);
    this.values.set(kept.values);
    this.duals.set(kept.duals);
    this.variables = [...kept.variables];
  }

  private eliminate(leaving: number): void {
    const { rows, stride, inverse, direction } = this;
    const pivot = direction[leaving]!;
    for (let k = 0; k < rows; k++) {
      const from = k * stride;
      const factor = inverse[from + leaving]! / pivot;
      if (factor > -NOISE && factor < NOISE) {
        inverse[from + leaving] = 0;
        continue;
      }
      for (let i = 0; i < rows; i++) inverse[from + i]! -= factor * direction[i]!;
      inverse[from + leaving] = factor;
    }
  }

  private reserve(rows: number): void {
    if (rows <= this.stride) return;
    this.stride = rows + 64;
    this.inverse = new Float64Array(this.stride * this.stride);
    this.values = new Float64Array(this.stride);
    this.duals = new Float64Array(this.stride);
    this.direction = new Float64Array(this.stride);
  }
}

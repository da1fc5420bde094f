// The classes of partial tours in a warehouse with any number of cross-aisles, and how each step changes them.
//
// Source:     Cambazard, H. and Catusse, N. (2018), "Fixed-parameter algorithms for rectilinear Steiner tree and rectilinear
//             traveling salesman problem in the plane", European Journal of Operational Research 270(2), 419-429; Pansart,
//             L., Catusse, N. and Cambazard, H. (2018), "Exact algorithms for the order picking problem", Computers &
//             Operations Research 100, 117-127. They extend Ratliff & Rosenthal (1983) and Roodbergen & de Koster (2001).
// Applies to: any number of cross-aisles; the number of classes grows about fivefold with each (7, 25, 113, 569, 3,033, …).
//
// The frontier is the column of crossings up to which the tour is known, one crossing for each cross-aisle. A class says of
// each crossing whether it is untouched, or of odd or even degree, and which touched crossings hang together. Parts are
// numbered in order of first appearance from the front, so equal situations have equal codes:
//
//   code = sum over cross-aisles j of digit(j) · 32^j,   digit = 0 untouched, 2 · part (even), 2 · part + 1 (odd); part >= 1
//
// Worked example (two cross-aisles): untouched 00; one pass makes both crossings odd and joins them: digits 3, 3 = UU1C;
// picks served from the front: digits 2, 0 = 0E1C; from both ends: digits 2, 4 = EE2C.
//
// Transitions do not depend on the instance: they are worked out when first met and kept in a table.

/** Steps within a block, after the way the subaisle is served (tour-plan.ts): 0 … 5. */
const SERVICES = 6;
/** Steps to the next column: walked 0, 1 or 2 times. */
const CROSSINGS = 3;

/** The class before anything is picked, and the class of a closed tour that has left the frontier. */
export const UNTOUCHED = 0;
export const COMPLETE = 1;
/** A step that leads to no tour. */
export const IMPOSSIBLE = -1;
/** A step that has not been worked out yet. */
export const UNKNOWN = -2;

const BASE = 32;
/** Codes are exact and digits below the base up to here. */
export const MAX_CROSS_AISLES = 10;

export class PartialTours {
  /** Crossings of the frontier: cross-aisles. */
  readonly rows: number;
  /** Steps of a class: 6 for each block, then 3 for each cross-aisle, then touch and turn for each cross-aisle. */
  readonly steps: number;
  /** Class after a step: [class · steps + step]. Ask `after`, which fills it. */
  next: Int32Array;
  /** Number of classes met so far. */
  count = 2;
  private readonly codes: number[] = [0, -1];
  private readonly classOf = new Map<number, number>([[0, UNTOUCHED]]);
  private readonly digits: Int32Array;
  private readonly names = new Int32Array(BASE);

  constructor(rows: number) {
    this.rows = rows;
    this.steps = SERVICES * (rows - 1) + CROSSINGS * rows + 2 * rows;
    this.next = new Int32Array(64 * this.steps).fill(UNKNOWN);
    this.digits = new Int32Array(rows);
  }

  /** First of the six service steps of block b. */
  serviceStep(b: number): number {
    return SERVICES * b;
  }

  /** First of the three steps to the next column on cross-aisle j. */
  acrossStep(j: number): number {
    return SERVICES * (this.rows - 1) + CROSSINGS * j;
  }

  /** The crossing must be visited (the depot). */
  touchStep(j: number): number {
    return SERVICES * (this.rows - 1) + CROSSINGS * this.rows + j;
  }

  /** The tour starts or ends at the crossing, but not both: its degree counts one more. */
  turnStep(j: number): number {
    return SERVICES * (this.rows - 1) + (CROSSINGS + 1) * this.rows + j;
  }

  /** The class after a step, or IMPOSSIBLE. */
  after(state: number, step: number): number {
    const known = this.next[state * this.steps + step]!;
    if (known !== UNKNOWN) return known;
    const next = state === COMPLETE ? this.afterComplete(step) : this.workOut(state, step);
    this.next[state * this.steps + step] = next;
    return next;
  }

  /** A closed tour stands only further columns without picks. */
  private afterComplete(step: number): number {
    const services = SERVICES * (this.rows - 1);
    const nothing =
      step < services ? step % SERVICES === 0 : step < services + CROSSINGS * this.rows && (step - services) % CROSSINGS === 0;
    return nothing ? COMPLETE : IMPOSSIBLE;
  }

  private workOut(state: number, step: number): number {
    const { rows, digits } = this;
    let code = this.codes[state]!;
    for (let j = 0; j < rows; j++) {
      digits[j] = code % BASE;
      code = Math.floor(code / BASE);
    }
    const services = SERVICES * (rows - 1);
    if (step < services) {
      this.serve(Math.floor(step / SERVICES), step % SERVICES);
      return this.classify();
    }
    const rest = step - services;
    if (rest < CROSSINGS * rows) return this.cross(Math.floor(rest / CROSSINGS), rest % CROSSINGS);
    const row = (rest - CROSSINGS * rows) % rows;
    this.touch(row);
    if (rest >= (CROSSINGS + 1) * rows) digits[row]! ^= 1;
    return this.classify();
  }

  private serve(block: number, served: number): void {
    // The services are numbered as in tour-plan.ts.
    if (served === 1 || served === 2 || served === 4 || served === 5) this.touch(block);
    if (served === 1 || served === 3 || served === 4 || served === 5) this.touch(block + 1);
    if (served === 1 || served === 5) this.join(block, block + 1);
    if (served === 1) {
      this.digits[block]! ^= 1;
      this.digits[block + 1]! ^= 1;
    }
  }

  /** The crossing of one cross-aisle moves on to the next column; the one left behind must have even degree. */
  private cross(row: number, times: number): number {
    const { digits, rows } = this;
    const digit = digits[row]!;
    if (times === 1) return (digit & 1) === 1 ? this.classify() : IMPOSSIBLE;
    if ((digit & 1) === 1) return IMPOSSIBLE;
    // Twice from an untouched crossing would reach nothing that is behind it.
    if (times === 2) return digit === 0 ? IMPOSSIBLE : this.classify();
    if (digit === 0) return this.classify();
    digits[row] = 0;
    let others = false;
    for (let j = 0; j < rows; j++) {
      if (digits[j]! >> 1 === digit >> 1) return this.classify();
      others ||= digits[j] !== 0;
    }
    return others ? IMPOSSIBLE : COMPLETE;
  }

  private touch(row: number): void {
    if (this.digits[row] !== 0) return;
    let part = 1;
    for (let j = 0; j < this.rows; j++) part = Math.max(part, (this.digits[j]! >> 1) + 1);
    this.digits[row] = 2 * part;
  }

  private join(a: number, b: number): void {
    const kept = this.digits[a]! >> 1;
    const merged = this.digits[b]! >> 1;
    for (let j = 0; j < this.rows; j++) {
      if (this.digits[j]! >> 1 === merged) this.digits[j] = 2 * kept + (this.digits[j]! & 1);
    }
  }

  /** Numbers the parts anew and finds or adds the class. */
  private classify(): number {
    const { digits, rows, names } = this;
    names.fill(0);
    let parts = 0;
    let code = 0;
    let place = 1;
    for (let j = 0; j < rows; j++) {
      const digit = digits[j]!;
      if (digit !== 0) {
        const part = digit >> 1;
        if (names[part] === 0) names[part] = ++parts;
        code += (2 * names[part]! + (digit & 1)) * place;
      }
      place *= BASE;
    }
    const known = this.classOf.get(code);
    if (known !== undefined) return known;
    const state = this.count++;
    this.codes.push(code);
    this.classOf.set(code, state);
    if (this.next.length < this.count * this.steps) {
      const longer = new Int32Array(2 * this.next.length).fill(UNKNOWN);
      longer.set(this.next);
      this.next = longer;
    }
    return state;
  }
}

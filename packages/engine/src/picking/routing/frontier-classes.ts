// Classes of partial tours at a frontier: which of its vertices are touched, of odd or even degree, and hang together.
//
// The frontier is the set of vertices up to which a tour is known, one in each slot. Parts are numbered in order of first
// appearance from slot 0 on, so equal situations have equal codes:
//
//   code = sum over slots j of digit(j) · 32^j,   digit = 0 untouched, 2 · part (even), 2 · part + 1 (odd); part >= 1
//
// Source:     Ratliff & Rosenthal (1983) for two slots; Cambazard & Catusse (2018) for any number: see partial-tours.ts.
// Cost:       of a step O(slots) when it is first met, one look-up after that: transitions do not depend on the instance.
//
// Worked example (two slots): untouched 00; both odd and joined: digits 3, 3; both even and apart: digits 2, 4.

/** The class before anything is walked, and the class of a closed tour that has left the frontier. */
export const UNTOUCHED = 0;
export const COMPLETE = 1;
/** A step that leads to no tour. */
export const IMPOSSIBLE = -1;
/** A step that has not been worked out yet. */
export const UNKNOWN = -2;

const BASE = 32;
/** Codes are exact and digits below the base up to here. */
export const MAX_SLOTS = 10;

export abstract class FrontierClasses {
  readonly slots: number;
  /** Steps of a class. */
  readonly steps: number;
  /** Class after a step: [step · capacity + class], so that the classes of one step lie together. Ask `after`, which fills it. */
  next: Int32Array;
  /** Classes that `next` has room for. */
  capacity = 64;
  /** Number of classes met so far. */
  count = 2;
  protected readonly digits: Int32Array;
  private readonly codes: number[] = [0, -1];
  private readonly classOf = new Map<number, number>([[0, UNTOUCHED]]);
  private readonly names = new Int32Array(BASE);

  constructor(slots: number, steps: number) {
    this.slots = slots;
    this.steps = steps;
    this.next = new Int32Array(this.capacity * steps).fill(UNKNOWN);
    this.digits = new Int32Array(slots);
  }

  /** The class after a step, or IMPOSSIBLE. */
  after(state: number, step: number): number {
    const known = this.next[step * this.capacity + state]!;
    if (known !== UNKNOWN) return known;
    let next: number;
    if (state === COMPLETE) next = this.isNothing(step) ? COMPLETE : IMPOSSIBLE;
    else {
      this.load(state);
      next = this.take(step);
    }
    this.next[step * this.capacity + state] = next;
    return next;
  }

  /** Whether a step walks nothing: a closed tour stands only those. */
  protected abstract isNothing(step: number): boolean;

  /** The class after a step from what stands in `digits`. */
  protected abstract take(step: number): number;

  protected touch(slot: number): void {
    if (this.digits[slot] !== 0) return;
    let part = 1;
    for (let j = 0; j < this.slots; j++) part = Math.max(part, (this.digits[j]! >> 1) + 1);
    this.digits[slot] = 2 * part;
  }

  protected join(a: number, b: number): void {
    const kept = this.digits[a]! >> 1;
    const merged = this.digits[b]! >> 1;
    for (let j = 0; j < this.slots; j++) {
      if (this.digits[j]! >> 1 === merged) this.digits[j] = 2 * kept + (this.digits[j]! & 1);
    }
  }

  /** Leaves a vertex, which must have even degree; its part must go on elsewhere or be the whole tour. */
  protected leave(slot: number): number {
    const { digits, slots } = this;
    const digit = digits[slot]!;
    if ((digit & 1) === 1) return IMPOSSIBLE;
    if (digit === 0) return this.classify();
    digits[slot] = 0;
    let others = false;
    for (let j = 0; j < slots; j++) {
      if (digits[j]! >> 1 === digit >> 1) return this.classify();
      others ||= digits[j] !== 0;
    }
    return others ? IMPOSSIBLE : COMPLETE;
  }

  /** Numbers the parts anew and finds or adds the class. */
  protected classify(): number {
    const { digits, slots, names } = this;
    names.fill(0);
    let parts = 0;
    let code = 0;
    let place = 1;
    for (let j = 0; j < slots; j++) {
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
    if (this.count > this.capacity) this.grow();
    return state;
  }

  private grow(): void {
    const { next, capacity, steps } = this;
    const longer = new Int32Array(2 * capacity * steps).fill(UNKNOWN);
    for (let step = 0; step < steps; step++)
      longer.set(next.subarray(step * capacity, (step + 1) * capacity), 2 * step * capacity);
    this.next = longer;
    this.capacity = 2 * capacity;
  }

  private load(state: number): void {
    let code = this.codes[state]!;
    for (let j = 0; j < this.slots; j++) {
      this.digits[j] = code % BASE;
      code = Math.floor(code / BASE);
    }
  }
}

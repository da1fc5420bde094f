// The layers of a dynamic programme over classes of partial tours: every class that can be reached and the least length to
// reach it, with what is needed to follow the choices back.
//
// Cost:       of a step O(entries · choices that are open); a mark costs one look-up an entry and keeps no layer of its own.
//
// Worked example: an edge walked twice (5 m) and twice again (3 m), or once (4 m) and once more (1 m): one class, one entry, 5 m.

import { IMPOSSIBLE, UNKNOWN, type FrontierClasses } from './frontier-classes.ts';

export class Layers {
  /** Entries of all layers, one after the other: class, least length, entry of the layer before and the choice taken. */
  classes = new Int32Array(1024);
  length_m = new Float64Array(1024);
  before = new Int32Array(1024);
  choice = new Uint8Array(1024);
  /** Entries of the last layer: from `begin` to `end` - 1. */
  begin = 0;
  end = 0;
  // Entry of each class in the layer being filled; older values are recognised by their place.
  private entryOf = new Int32Array(64);
  /** The choices of a step that are open at all. */
  private readonly open = new Uint8Array(256);

  /** Starts anew with one entry. */
  start(state: number): void {
    this.begin = 0;
    this.end = 1;
    this.classes[0] = state;
    this.length_m[0] = 0;
    this.before[0] = -1;
    this.choice[0] = 0;
  }

  /**
   * The next layer: every class of the last one by each of `choices` steps from `firstStep` on.
   * @param within_m entries that reach this length are left out.
   */
  advance(tours: FrontierClasses, firstStep: number, choice_m: Float64Array, choices: number, within_m = Infinity): void {
    const { begin: from, end: begin, open } = this;
    let end = begin;
    // Each entry opens as many new ones as there are choices at most; new classes may come up on the way.
    while (this.classes.length < begin + (begin - from) * choices) this.grow();
    const { classes, length_m: least_m, before, choice: chosen } = this;
    let { next, capacity } = tours;
    let entryOf = this.reserve(capacity);
    let opened = 0;
    for (let choice = 0; choice < choices; choice++) if (choice_m[choice]! < Infinity) open[opened++] = choice;
    for (let entry = from; entry < begin; entry++) {
      const state = classes[entry]!;
      const before_m = least_m[entry]!;
      for (let i = 0; i < opened; i++) {
        const choice = open[i]!;
        const length_m = before_m + choice_m[choice]!;
        if (!(length_m < within_m)) continue;
        let after = next[(firstStep + choice) * capacity + state]!;
        if (after === UNKNOWN) {
          after = tours.after(state, firstStep + choice);
          if (tours.capacity > capacity) {
            ({ next, capacity } = tours);
            entryOf = this.reserve(capacity);
          }
        }
        if (after === IMPOSSIBLE) continue;
        let at = entryOf[after]!;
        if (at < begin || at >= end || classes[at] !== after) {
          at = end++;
          entryOf[after] = at;
          classes[at] = after;
        } else if (length_m >= least_m[at]!) continue;
        least_m[at] = length_m;
        before[at] = entry;
        chosen[at] = choice;
      }
    }
    this.begin = begin;
    this.end = end;
  }

  /** Changes the classes of the last layer in place, at no cost; of two that become equal the shorter is kept. */
  mark(tours: FrontierClasses, step: number): void {
    const { begin, end: until, classes, length_m, before, choice } = this;
    let { next, capacity } = tours;
    let entryOf = this.reserve(capacity);
    let end = begin;
    for (let entry = begin; entry < until; entry++) {
      let after = next[step * capacity + classes[entry]!]!;
      if (after === UNKNOWN) {
        after = tours.after(classes[entry]!, step);
        if (tours.capacity > capacity) {
          ({ next, capacity } = tours);
          entryOf = this.reserve(capacity);
        }
      }
      if (after === IMPOSSIBLE) continue;
      let at = entryOf[after]!;
      if (at < begin || at >= end || classes[at] !== after) {
        at = end++;
        entryOf[after] = at;
        classes[at] = after;
      } else if (length_m[entry]! >= length_m[at]!) continue;
      length_m[at] = length_m[entry]!;
      before[at] = before[entry]!;
      choice[at] = choice[entry]!;
    }
    this.end = end;
  }

  /** The entry of a class in the last layer; -1 where it is not reached. */
  find(state: number): number {
    for (let entry = this.begin; entry < this.end; entry++) if (this.classes[entry] === state) return entry;
    return -1;
  }

  /** Room for the entries of so many classes. */
  private reserve(classes: number): Int32Array {
    if (this.entryOf.length < classes) {
      const longer = new Int32Array(classes);
      longer.set(this.entryOf);
      this.entryOf = longer;
    }
    return this.entryOf;
  }

  private grow(): void {
    const capacity = 2 * this.classes.length;
    const grown = <A extends Int32Array | Float64Array | Uint8Array>(longer: A, old: A): A => {
      longer.set(old);
      return longer;
    };
    this.classes = grown(new Int32Array(capacity), this.classes);
    this.length_m = grown(new Float64Array(capacity), this.length_m);
    this.before = grown(new Int32Array(capacity), this.before);
    this.choice = grown(new Uint8Array(capacity), this.choice);
  }
}

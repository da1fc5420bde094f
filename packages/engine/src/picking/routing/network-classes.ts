// The classes of partial tours on any graph, vertex by vertex: what each step does to the frontier (frontier-classes.ts).
//
// A vertex takes a slot when its first edge is walked or left, and gives it back when all its edges are done.
//
// Worked example: slots 0 and 1 untouched, their edge walked once: digits 3, 3, both odd and joined; slot 0 cannot be left then.

import { FrontierClasses } from './frontier-classes.ts';
import { FROM_BACK, FROM_FRONT, NOT_WALKED, ONE_PASS, TWO_PASSES } from './tour-plan.ts';

/** Most vertices in the frontier at a time. */
export const MAX_FRONTIER = 8;
/** Ways to serve an edge, numbered as in tour-plan.ts: its front is the lower slot. */
export const WAYS = 6;

const PAIRS = (MAX_FRONTIER * (MAX_FRONTIER - 1)) / 2;

export class NetworkClasses extends FrontierClasses {
  constructor() {
    super(MAX_FRONTIER, PAIRS * WAYS + 3 * MAX_FRONTIER);
  }

  /** First of the six steps of an edge between two slots, the lower one first. */
  edgeStep(lower: number, upper: number): number {
    return (lower + (upper * (upper - 1)) / 2) * WAYS;
  }

  /** All edges of the slot's vertex are done. */
  leaveStep(slot: number): number {
    return PAIRS * WAYS + slot;
  }

  /** The vertex must be visited. */
  touchStep(slot: number): number {
    return PAIRS * WAYS + MAX_FRONTIER + slot;
  }

  /** The tour starts or ends there, but not both. */
  turnStep(slot: number): number {
    return PAIRS * WAYS + 2 * MAX_FRONTIER + slot;
  }

  protected isNothing(step: number): boolean {
    return step < PAIRS * WAYS ? step % WAYS === NOT_WALKED : step < PAIRS * WAYS + MAX_FRONTIER;
  }

  protected take(step: number): number {
    if (step < PAIRS * WAYS) {
      const pair = Math.floor(step / WAYS);
      let upper = 1;
      while ((upper * (upper + 1)) / 2 <= pair) upper++;
      return this.serve(pair - (upper * (upper - 1)) / 2, upper, step % WAYS);
    }
    const rest = step - PAIRS * WAYS;
    const slot = rest % MAX_FRONTIER;
    if (rest < MAX_FRONTIER) return this.leave(slot);
    this.touch(slot);
    if (rest >= 2 * MAX_FRONTIER) this.digits[slot]! ^= 1;
    return this.classify();
  }

  private serve(lower: number, upper: number, way: number): number {
    const { digits } = this;
    if (way !== NOT_WALKED && way !== FROM_BACK) this.touch(lower);
    if (way !== NOT_WALKED && way !== FROM_FRONT) this.touch(upper);
    if (way === ONE_PASS || way === TWO_PASSES) this.join(lower, upper);
    if (way === ONE_PASS) {
      digits[lower]! ^= 1;
      digits[upper]! ^= 1;
    }
    return this.classify();
  }
}

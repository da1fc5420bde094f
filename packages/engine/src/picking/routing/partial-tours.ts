// The classes of partial tours in a warehouse with any number of cross-aisles, and how each step changes them.
//
// Source:     Cambazard, H. and Catusse, N. (2018), "Fixed-parameter algorithms for rectilinear Steiner tree and rectilinear
//             traveling salesman problem in the plane", European Journal of Operational Research 270(2), 419-429; Pansart,
//             L., Catusse, N. and Cambazard, H. (2018), "Exact algorithms for the order picking problem", Computers &
//             Operations Research 100, 117-127. They extend Ratliff & Rosenthal (1983) and Roodbergen & de Koster (2001).
// Applies to: any number of cross-aisles; the number of classes grows about fivefold with each (7, 25, 113, 569, 3,033, …).
//
// The frontier is the column of crossings up to which the tour is known, one slot for each cross-aisle (frontier-classes.ts).
//
// Worked example (two cross-aisles): untouched 00; one pass makes both crossings odd and joins them: digits 3, 3 = UU1C;
// picks served from the front: digits 2, 0 = 0E1C; from both ends: digits 2, 4 = EE2C.

import { FrontierClasses, IMPOSSIBLE, MAX_SLOTS } from './frontier-classes.ts';

/** Steps within a block, after the way the subaisle is served (tour-plan.ts): 0 … 5. */
const SERVICES = 6;
/** Steps to the next column: walked 0, 1 or 2 times. */
const CROSSINGS = 3;

export const MAX_CROSS_AISLES = MAX_SLOTS;

export class PartialTours extends FrontierClasses {
  /** Steps of a class: 6 for each block, then 3 for each cross-aisle, then touch and turn for each cross-aisle. */
  constructor(rows: number) {
    super(rows, SERVICES * (rows - 1) + CROSSINGS * rows + 2 * rows);
  }

  /** First of the six service steps of block b. */
  serviceStep(b: number): number {
    return SERVICES * b;
  }

  /** First of the three steps to the next column on cross-aisle j. */
  acrossStep(j: number): number {
    return SERVICES * (this.slots - 1) + CROSSINGS * j;
  }

  /** The crossing must be visited (the depot). */
  touchStep(j: number): number {
    return SERVICES * (this.slots - 1) + CROSSINGS * this.slots + j;
  }

  /** The tour starts or ends at the crossing, but not both: its degree counts one more. */
  turnStep(j: number): number {
    return SERVICES * (this.slots - 1) + (CROSSINGS + 1) * this.slots + j;
  }

  protected isNothing(step: number): boolean {
    const services = SERVICES * (this.slots - 1);
    if (step < services) return step % SERVICES === 0;
    return step < services + CROSSINGS * this.slots && (step - services) % CROSSINGS === 0;
  }

  protected take(step: number): number {
    const { slots, digits } = this;
    const services = SERVICES * (slots - 1);
    if (step < services) {
      this.serve(Math.floor(step / SERVICES), step % SERVICES);
      return this.classify();
    }
    const rest = step - services;
    if (rest < CROSSINGS * slots) return this.cross(Math.floor(rest / CROSSINGS), rest % CROSSINGS);
    const row = (rest - CROSSINGS * slots) % slots;
    this.touch(row);
    if (rest >= (CROSSINGS + 1) * slots) digits[row]! ^= 1;
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
    const digit = this.digits[row]!;
    if (times === 0) return this.leave(row);
    if (times === 1) return (digit & 1) === 1 ? this.classify() : IMPOSSIBLE;
    // Twice from an untouched crossing would reach nothing that is behind it.
    return (digit & 1) === 1 || digit === 0 ? IMPOSSIBLE : this.classify();
  }
}

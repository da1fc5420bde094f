// The container-loading problems of Bischoff and Ratcliff: BR1 … BR7 and their followers, drawn by the published generator.
//
// Source:     Bischoff, E.E. & Ratcliff, M.S.W. (1995), "Issues in the development of approaches to container loading", Omega
//             23(4), 377-390; Davies, A.P. & Bischoff, E.E. (1999), European Journal of Operational Research 114(3), 509-527
//             (BR8 … BR15). The files thpack1 … thpack7 of the OR-Library are BR1 … BR7.
//
// A container of 587 × 233 × 220 cm. Of each box type the three sides are drawn evenly from 30-120, 25-100 and 20-80 cm and
// sorted, longest first; a side may stand vertically where it is shorter than twice the shortest. Each type has one box; then
// boxes of types drawn at random are added until the next would exceed the container's volume.
//
// Worked example: BR1 number 1 (seed 2502505) has 40 boxes of 108 × 76 × 30, 33 of 110 × 43 × 25 and 39 of 92 × 81 × 55 cm.

export interface BischoffRatcliffBox {
  /** Longest first, cm. */
  readonly sides: readonly [number, number, number];
  readonly mayStand: readonly [boolean, boolean, boolean];
  readonly count: number;
}

/** Inner size of the container, cm. */
export const BR_CONTAINER = [587, 233, 220] as const;

/** Box types of BR0, BR1, … BR15. */
export const BR_TYPES = [1, 3, 5, 8, 10, 12, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100] as const;

const SHORTEST = [30, 25, 20] as const;
const LONGEST = [120, 100, 80] as const;
/** A side stands where it is shorter than this many times the shortest. */
const STABILITY = 2;
const DISCARDED = 10;
const MULTIPLIER = 16_807;
const MODULUS = 2_147_483_647;

/** @param number from 1, as in the files. */
export function bischoffRatcliffSeed(number: number): number {
  return 2_502_505 + 100 * (number - 1);
}

/** The boxes of a problem with so many types. */
export function bischoffRatcliff(types: number, seed: number): BischoffRatcliffBox[] {
  let state = seed;
  const next = (): number => {
    state = (MULTIPLIER * state) % MODULUS;
    return state / MODULUS;
  };
  for (let i = 0; i < DISCARDED; i++) next();
  const boxes = Array.from({ length: types }, () => {
    const draws = [next(), next(), next()];
    const sides = draws.map((r, j) => SHORTEST[j]! + Math.floor(r * (LONGEST[j]! - SHORTEST[j]! + 1))).sort((a, b) => b - a);
    const mayStand = sides.map((side) => side / sides[2]! < STABILITY);
    return { sides, mayStand, count: 1, volume: sides[0]! * sides[1]! * sides[2]! };
  });
  const room = BR_CONTAINER[0] * BR_CONTAINER[1] * BR_CONTAINER[2];
  let used = boxes.reduce((sum, { volume }) => sum + volume, 0);
  for (;;) {
    const box = boxes[Math.floor(next() * types)]!;
    used += box.volume;
    if (used > room) break;
    box.count++;
  }
  return boxes.map(({ sides, mayStand, count }) => ({
    sides: sides as unknown as [number, number, number],
    mayStand: mayStand as unknown as [boolean, boolean, boolean],
    count,
  }));
}

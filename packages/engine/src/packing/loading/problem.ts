// A loading problem: boxes of several types, and one container to fill as full as possible.
//
// Lengths are whole numbers of one small unit (a "grain": 1 cm in the literature's instances, 0.1 mm in a warehouse), so that
// touching is exact and nothing overlaps by rounding. x runs along the container's length, y along its width, z up.

/** Boxes that are alike. */
export interface BoxType {
  /** The three sides, grains. */
  readonly sides: readonly [number, number, number];
  /** Whether the side may stand vertically; turning about the vertical is always allowed. */
  readonly mayStand: readonly [boolean, boolean, boolean];
  /** Boxes to be loaded, at most. */
  readonly count: number;
  /** Of one box; of the heaviest where `weights_kg` is given. */
  readonly weight_kg: number;
  /** Of each box, heaviest first, where they differ: they are loaded in this order. */
  readonly weights_kg?: readonly number[];
  /** On fragile boxes only fragile boxes may rest. */
  readonly fragile: boolean;
}

export interface Container {
  /** Inner size, grains. */
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly maxLoad_kg: number;
}

/** One box where it stands: its corner nearest the origin, and its sizes along x, y and z; grains. */
export interface PlacedBox {
  readonly type: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly alongX: number;
  readonly alongY: number;
  readonly alongZ: number;
}

/** Sums of weights may exceed a limit by this share: rounding, not goods. */
export const WEIGHT_TOLERANCE = 1 + 1e-9;

/** Grains in a metre where lengths come in metres. */
export const GRAINS_PER_M = 10_000;
/** Share of a grain that is rounding, not goods. */
const ROUNDING = 0.01;

/** A side of goods, rounded up to whole grains. */
export function grainsOfGoods(length_m: number): number {
  return Math.max(1, Math.ceil(length_m * GRAINS_PER_M - ROUNDING));
}

/** A side of free room, rounded down to whole grains. */
export function grainsOfRoom(length_m: number): number {
  return Math.floor(length_m * GRAINS_PER_M + ROUNDING);
}

/** The different ways a box may stand, each as its sizes along x, y and z. */
export function orientations({ sides, mayStand }: Pick<BoxType, 'sides' | 'mayStand'>): [number, number, number][] {
  const ways: [number, number, number][] = [];
  for (let up = 0; up < 3; up++) {
    // Sides that are as long stand alike.
    if (!mayStand[up] || (up > 0 && mayStand[0] && sides[up] === sides[0]) || (up > 1 && mayStand[1] && sides[2] === sides[1]))
      continue;
    const a = sides[(up + 1) % 3]!;
    const b = sides[(up + 2) % 3]!;
    ways.push([a, b, sides[up]!]);
    if (a !== b) ways.push([b, a, sides[up]!]);
  }
  return ways;
}

/** Whether a box alone goes into a container, some way it may stand. */
export function boxFits(box: Pick<BoxType, 'sides' | 'mayStand' | 'weight_kg'>, container: Container): boolean {
  if (box.weight_kg > container.maxLoad_kg * WEIGHT_TOLERANCE) return false;
  const { length, width, height } = container;
  for (let up = 0; up < 3; up++) {
    if (!box.mayStand[up] || box.sides[up]! > height) continue;
    const a = box.sides[(up + 1) % 3]!;
    const b = box.sides[(up + 2) % 3]!;
    if ((a <= length && b <= width) || (b <= length && a <= width)) return true;
  }
  return false;
}

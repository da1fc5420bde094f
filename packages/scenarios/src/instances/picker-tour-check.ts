// Whether a tour can be walked, passes its picks in the order it says, and is as long as it says: the checker, which trusts no
// router.
//
// It shares no code with the engine: the geometry is written down again here, from docs/solve-picker-tour.md.
//
// Worked example: aisles 5 m apart and 10 m long, a pick 3 m up aisle 1: (0,0) (5,0) (5,3) (5,0) (0,0) is 16 m and right;
// (0,0) (5,3) (0,0) is neither along an aisle nor along a cross-aisle.

import type { PickerTourFile } from './picker-tour.ts';

export interface ClaimedPickerTour {
  /** Pick indices in visiting order. */
  readonly sequence: readonly number[];
  /** Points walked, [x, y] in metres. */
  readonly path: readonly (readonly [number, number])[];
  readonly length_m: number;
}

/** Metres; lengths and coordinates closer than this are equal. */
const EQUAL_M = 1e-6;
/** At most so many legs without a way are told. */
const MAX_LEGS_TOLD = 5;

const isAt = (a: number, b: number): boolean => Math.abs(a - b) <= EQUAL_M;

/** What is wrong with a tour, a sentence each; empty for a right one. */
export function pickerTourFaults({ layout, picks }: PickerTourFile, tour: ClaimedPickerTour): string[] {
  const block_m = layout.subaisleLength + 2 * layout.crossAisleOffset;
  const { path, sequence, length_m } = tour;
  const faults: string[] = [];

  const home = [layout.depot.aisle * layout.aislePitch, layout.depot.crossAisle * block_m] as const;
  for (const [end, what] of [
    [path[0], 'start'],
    [path.at(-1), 'end'],
  ] as const)
    if (end === undefined || !isAt(end[0], home[0]) || !isAt(end[1], home[1])) faults.push(`it does not ${what} at the depot`);

  const isLine = (value: number, pitch: number, last: number): boolean => {
    const nearest = Math.round(value / pitch);
    return nearest >= 0 && nearest <= last && isAt(value, nearest * pitch);
  };
  const inside = ([x, y]: readonly [number, number]): boolean =>
    x >= -EQUAL_M &&
    x <= (layout.aisles - 1) * layout.aislePitch + EQUAL_M &&
    y >= -EQUAL_M &&
    y <= layout.blocks * block_m + EQUAL_M;
  let walked_m = 0;
  const offLines: string[] = [];
  for (let leg = 1; leg < path.length; leg++) {
    const [x0, y0] = path[leg - 1]!;
    const [x1, y1] = path[leg]!;
    const alongAisle = isAt(x0, x1) && isLine(x0, layout.aislePitch, layout.aisles - 1);
    const alongCrossAisle = isAt(y0, y1) && isLine(y0, block_m, layout.blocks);
    if ((!alongAisle && !alongCrossAisle) || !inside(path[leg]!))
      offLines.push(`from (${x0}, ${y0}) to (${x1}, ${y1}) there is no way`);
    walked_m += Math.abs(x1 - x0) + Math.abs(y1 - y0);
  }
  faults.push(...offLines.slice(0, MAX_LEGS_TOLD));
  if (!(Math.abs(walked_m - length_m) <= EQUAL_M * Math.max(1, walked_m))) faults.push(`it is ${walked_m} m, not ${length_m} m`);

  const times = new Map<number, number>();
  for (const pick of sequence) times.set(pick, (times.get(pick) ?? 0) + 1);
  picks.forEach((_, pick) => {
    if (times.get(pick) !== 1) faults.push(`pick ${pick} is in the sequence ${times.get(pick) ?? 0} times`);
  });
  for (const pick of times.keys()) if (picks[pick] === undefined) faults.push(`there is no pick ${pick}`);

  // Along the path, each pick at the earliest point not before the last one.
  let leg = 1;
  let here = path[0] ?? home;
  for (const pick of sequence) {
    const face = picks[pick];
    if (face === undefined) continue;
    const x = face.aisle * layout.aislePitch;
    const y = face.block * block_m + layout.crossAisleOffset + face.offset;
    while (leg < path.length && !isPassed(here, path[leg]!, x, y)) here = path[leg++]!;
    if (leg < path.length) here = [x, y];
    else if (!isAt(here[0], x) || !isAt(here[1], y)) {
      faults.push(`it does not pass pick ${pick} after those before it`);
      break;
    }
  }
  return faults;
}

/** Whether (x, y) lies between two points of one leg. */
function isPassed(from: readonly [number, number], to: readonly [number, number], x: number, y: number): boolean {
  const within = (value: number, a: number, b: number): boolean =>
    value >= Math.min(a, b) - EQUAL_M && value <= Math.max(a, b) + EQUAL_M;
  return within(x, from[0], to[0]) && within(y, from[1], to[1]);
}

// What the routing tests share: instances written by hand or drawn at random, and shortest tours by independent means.

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { Crossing, RectangularInstance } from '../../../../packages/engine/src/picking/routing/rectangular.ts';

/** One block: aisles `length` long and `pitch` apart, depot at the front of aisle 0; picks are [aisle, depth]. */
export function oneBlock(
  aisles: number,
  length: number,
  pitch: number,
  picks: readonly (readonly [number, number])[],
): RectangularInstance {
  return grid(
    aisles,
    [0, length],
    pitch,
    picks.map(([aisle, depth]) => [aisle, 0, depth] as const),
  );
}

/** Evenly spaced aisles between cross-aisles at the given heights; picks are [aisle, block, offset]. */
export function grid(
  aisles: number,
  crossAisles_y_m: readonly number[],
  pitch: number,
  picks: readonly (readonly [number, number, number])[],
  start: Crossing = { aisle: 0, crossAisle: 0 },
  end: Crossing = start,
): RectangularInstance {
  return {
    layout: { aisles_x_m: Array.from({ length: aisles }, (_, i) => i * pitch), crossAisles_y_m },
    start,
    end,
    count: picks.length,
    aisle: picks.map((pick) => pick[0]),
    block: picks.map((pick) => pick[1]),
    offset_m: picks.map((pick) => pick[2]),
  };
}

/**
 * A random instance with 1 to `maxBlocks` blocks, 1-6 unevenly spaced aisles and 1 to `maxPicks` picks, some at the same
 * point or on a crossing. Whole metres, so that lengths are exact. Half of the open instances end at the depot.
 */
export function randomInstance(random: RandomStream, maxBlocks: number, maxPicks: number, open: boolean): RectangularInstance {
  const aisles = 1 + random.integer(6);
  const blocks = 1 + random.integer(maxBlocks);
  const aisles_x_m = [0];
  for (let i = 1; i < aisles; i++) aisles_x_m.push(aisles_x_m[i - 1]! + 1 + random.integer(6));
  const crossAisles_y_m = [0];
  for (let j = 1; j <= blocks; j++) crossAisles_y_m.push(crossAisles_y_m[j - 1]! + 2 + random.integer(12));
  const crossing = (): Crossing => ({ aisle: random.integer(aisles), crossAisle: random.integer(blocks + 1) });
  const start = crossing();
  const count = 1 + random.integer(maxPicks);
  const block = Array.from({ length: count }, () => random.integer(blocks));
  return {
    layout: { aisles_x_m, crossAisles_y_m },
    start,
    end: open && random.integer(2) === 1 ? crossing() : start,
    count,
    aisle: Array.from({ length: count }, () => random.integer(aisles)),
    block,
    offset_m: block.map((b) => random.integer(crossAisles_y_m[b + 1]! - crossAisles_y_m[b]! + 1)),
  };
}

/** Distances between the picks, then the start, then the end: least over every cross-aisle on which one may turn. */
function distances(instance: RectangularInstance): number[][] {
  const { aisles_x_m, crossAisles_y_m } = instance.layout;
  const points = Array.from({ length: instance.count }, (_, p) => ({
    aisle: instance.aisle[p]!,
    y: crossAisles_y_m[instance.block[p]!]! + instance.offset_m[p]!,
  }));
  for (const { aisle, crossAisle } of [instance.start, instance.end]) points.push({ aisle, y: crossAisles_y_m[crossAisle]! });
  return points.map((a) =>
    points.map((b) => {
      if (a.aisle === b.aisle) return Math.abs(a.y - b.y);
      const turns = crossAisles_y_m.map((y) => Math.abs(a.y - y) + Math.abs(y - b.y));
      return Math.abs(aisles_x_m[a.aisle]! - aisles_x_m[b.aisle]!) + Math.min(...turns);
    }),
  );
}

/** Length of the shortest tour by Held & Karp: exact for any instance, practical to 12 picks. */
export function shortestByHeldKarp(instance: RectangularInstance): number {
  const n = instance.count;
  const distance = distances(instance);
  const least = new Float64Array((1 << n) * n).fill(Infinity);
  for (let p = 0; p < n; p++) least[(1 << p) * n + p] = distance[n]![p]!;
  for (let set = 1; set < 1 << n; set++) {
    for (let last = 0; last < n; last++) {
      const here = least[set * n + last]!;
      if (here === Infinity) continue;
      const row = distance[last]!;
      for (let next = 0; next < n; next++) {
        if ((set >> next) & 1) continue;
        const to = (set | (1 << next)) * n + next;
        if (here + row[next]! < least[to]!) least[to] = here + row[next]!;
      }
    }
  }
  let best = Infinity;
  for (let last = 0; last < n; last++) best = Math.min(best, least[((1 << n) - 1) * n + last]! + distance[last]![n + 1]!);
  return best;
}

/** Length of walking the picks in a sequence, each leg by a shortest way. */
export function walkedInSequence(instance: RectangularInstance, sequence: readonly number[]): number {
  const distance = distances(instance);
  let here = instance.count;
  let length = 0;
  for (const pick of sequence) {
    length += distance[here]![pick]!;
    here = pick;
  }
  return length + distance[here]![instance.count + 1]!;
}

/** Length of a path, and what is wrong with it: a leg off the lines, a wrong end, a pick not passed. */
export function checkPath(
  instance: RectangularInstance,
  path: readonly (readonly [number, number])[],
): { length: number; faults: string[] } {
  const { aisles_x_m, crossAisles_y_m } = instance.layout;
  const faults: string[] = [];
  let length = 0;
  const point = ({ aisle, crossAisle }: Crossing): string => `${aisles_x_m[aisle]!},${crossAisles_y_m[crossAisle]!}`;
  if (path[0]?.join() !== point(instance.start)) faults.push(`starts at ${path[0]?.join()}`);
  if (path.at(-1)?.join() !== point(instance.end)) faults.push(`ends at ${path.at(-1)?.join()}`);
  for (let at = 1; at < path.length; at++) {
    const [x0, y0] = path[at - 1]!;
    const [x1, y1] = path[at]!;
    const onAisle = x0 === x1 && aisles_x_m.includes(x0);
    const onCrossAisle = y0 === y1 && crossAisles_y_m.includes(y0);
    if (!onAisle && !onCrossAisle) faults.push(`leg ${x0},${y0} - ${x1},${y1} is off the lines`);
    length += Math.abs(x1 - x0) + Math.abs(y1 - y0);
  }
  for (let p = 0; p < instance.count; p++) {
    const x = aisles_x_m[instance.aisle[p]!]!;
    const y = crossAisles_y_m[instance.block[p]!]! + instance.offset_m[p]!;
    const passed =
      path.some(([x1, y1], at) => {
        const [x0, y0] = path[Math.max(0, at - 1)]!;
        return x0 === x && x1 === x && Math.min(y0, y1) <= y && y <= Math.max(y0, y1);
      }) || path.some(([x1, y1]) => x1 === x && y1 === y);
    if (!passed) faults.push(`pick ${p} at ${x},${y} is not passed`);
  }
  return { length, faults };
}

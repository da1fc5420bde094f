// The drawing of a tour on a floor plan, as numbers: the part of the floor that is shown, the way with its arrows, and which
// numbers of stops have room. Metres; y is turned over, as drawings have it.
//
// Worked example: a way from (0, 0) to (10, 0), drawn 0.5 m to the right of the walker, runs from (0, -0.5) to (10, -0.5); turned over
// in a plan whose top is y = 20 that is from (0, 20.5) to (10, 20.5).

import type { Model, TourPreview } from '../../state/engine.ts';

/** The part of the floor that is shown. */
export interface Bounds {
  readonly x: number;
  /** Northern edge. */
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Room around the routes. */
const MARGIN_M = 2.5;

/** What holds both routes, so that their plans have one scale; the whole building where there is none. */
export function boundsOf({ building }: Model, routes: readonly (TourPreview | undefined)[]): Bounds {
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const route of routes) {
    const path = route?.path ?? [];
    for (let i = 0; i + 1 < path.length; i += 2) {
      x0 = Math.min(x0, path[i]!);
      x1 = Math.max(x1, path[i]!);
      y0 = Math.min(y0, path[i + 1]!);
      y1 = Math.max(y1, path[i + 1]!);
    }
  }
  if (x0 > x1) [x0, y0, x1, y1] = [0, 0, building.width_m, building.depth_m];
  const x = Math.max(0, x0 - MARGIN_M);
  const bottom = Math.max(0, y0 - MARGIN_M);
  const top = Math.min(building.depth_m, y1 + MARGIN_M);
  return { x, top, width: Math.min(building.width_m, x1 + MARGIN_M) - x, height: top - bottom };
}

/** A point of the plan. */
type Point = readonly [x: number, y: number];

/** The way as a line beside itself, on the walker's right, so that there and back in one aisle can be told apart. */
export function besideWay(path: readonly number[], aside_m: number, top: number): Point[] {
  const points: Point[] = [];
  eachLeg(path, (x0, y0, dx, dy, length) => {
    const [ax, ay] = [(dy / length) * aside_m, (-dx / length) * aside_m];
    points.push([x0 + ax, top - (y0 + ay)], [x0 + dx + ax, top - (y0 + dy + ay)]);
  });
  return points;
}

/** Arrows on the way, every `every_m`, the first after half of that: place and direction (radians, clockwise from east). */
export function arrowsOn(
  path: readonly number[],
  every_m: number,
  aside_m: number,
  top: number,
): (readonly [...Point, number])[] {
  const arrows: (readonly [number, number, number])[] = [];
  let next = every_m / 2;
  let walked = 0;
  eachLeg(path, (x0, y0, dx, dy, length) => {
    for (; next < walked + length; next += every_m) {
      const share = (next - walked) / length;
      const x = x0 + dx * share + (dy / length) * aside_m;
      const y = y0 + dy * share - (dx / length) * aside_m;
      arrows.push([x, top - y, Math.atan2(-dy, dx)]);
    }
    walked += length;
  });
  return arrows;
}

/** Calls for every leg that has a length. */
function eachLeg(path: readonly number[], each: (x0: number, y0: number, dx: number, dy: number, length: number) => void): void {
  for (let i = 2; i + 1 < path.length; i += 2) {
    const dx = path[i]! - path[i - 2]!;
    const dy = path[i + 1]! - path[i - 1]!;
    const length = Math.hypot(dx, dy);
    if (length > 1e-6) each(path[i - 2]!, path[i - 1]!, dx, dy, length);
  }
}

/** Which of the points have room for a mark of this diameter, the earlier ones first. */
export function haveRoom(points: readonly Point[], diameter: number): boolean[] {
  const marked: Point[] = [];
  return points.map((point) => {
    const free = marked.every(([x, y]) => Math.hypot(x - point[0], y - point[1]) >= diameter);
    if (free) marked.push(point);
    return free;
  });
}

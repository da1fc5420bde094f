// Which storage location a ray hits, by arithmetic: the racks' boxes first, then the slots of the racks that are hit. No
// triangle is looked at (a raycast on 100,000 instanced boxes takes 128 ms, this some microseconds).

import type { Model } from '../../frames/engine.ts';

export interface Ray {
  /** Origin and direction in the building's frame; the direction need not be of length 1. */
  readonly ox: number;
  readonly oy: number;
  readonly oz: number;
  readonly dx: number;
  readonly dy: number;
  readonly dz: number;
}

export interface RackHit {
  readonly location: number;
  /** Along the ray, in lengths of its direction. */
  readonly t: number;
}

/** Where a ray enters an axis-parallel box; Infinity where it misses it or starts behind it. */
export function enterBox(ray: Ray, x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): number {
  let near = 0;
  let far = Infinity;
  const slab = (origin: number, direction: number, low: number, high: number): void => {
    if (direction === 0) {
      if (origin < low || origin > high) far = -1;
      return;
    }
    const a = (low - origin) / direction;
    const b = (high - origin) / direction;
    near = Math.max(near, Math.min(a, b));
    far = Math.min(far, Math.max(a, b));
  };
  slab(ray.ox, ray.dx, x0, x1);
  slab(ray.oy, ray.dy, y0, y1);
  slab(ray.oz, ray.dz, z0, z1);
  return near <= far ? near : Infinity;
}

export class RackGrid {
  private readonly model: Model;
  /** Locations of each rack. */
  private readonly byRack: Int32Array[];
  private readonly height: Float64Array;

  constructor(model: Model) {
    this.model = model;
    this.byRack = locationsByRack(model);
    const { z_m, height_m } = model.locations;
    this.height = Float64Array.from(this.byRack, (locations, rack) => {
      let top = model.building.racks[rack]!.height_m;
      for (const location of locations) top = Math.max(top, z_m[location]! + height_m[location]! / 2);
      return top;
    });
  }

  /** The first location that the ray enters. */
  hit(ray: Ray): RackHit | undefined {
    const { racks } = this.model.building;
    let best = -1;
    let bestT = Infinity;
    for (let rack = 0; rack < racks.length; rack++) {
      const [x0, y0, x1, y1] = racks[rack]!.rectangle;
      if (enterBox(ray, x0, y0, 0, x1, y1, this.height[rack]!) >= bestT) continue;
      for (const location of this.byRack[rack]!) {
        const t = this.enterSlot(ray, location);
        if (t < bestT) {
          best = location;
          bestT = t;
        }
      }
    }
    return best < 0 ? undefined : { location: best, t: bestT };
  }

  private enterSlot(ray: Ray, location: number): number {
    const { x_m, y_m, z_m, width_m, depth_m, height_m } = this.model.locations;
    const x = x_m[location]!;
    const y = y_m[location]!;
    const z = z_m[location]!;
    const hx = depth_m[location]! / 2;
    const hy = width_m[location]! / 2;
    const hz = height_m[location]! / 2;
    return enterBox(ray, x - hx, y - hy, z - hz, x + hx, y + hy, z + hz);
  }
}

/** Each location belongs to the rack of its area whose rectangle holds its middle. */
function locationsByRack(model: Model): Int32Array[] {
  const { racks, areas } = model.building;
  const { x_m, y_m } = model.locations;
  const lists: number[][] = racks.map(() => []);
  areas.forEach((area, index) => {
    const candidates = racks.flatMap((rack, i) => (rack.area === index ? [{ i, rectangle: rack.rectangle }] : []));
    let last = candidates[0];
    const holds = (rack: (typeof candidates)[number] | undefined, location: number): boolean => {
      if (rack === undefined) return false;
      const [x0, y0, x1, y1] = rack.rectangle;
      return x_m[location]! >= x0 && x_m[location]! <= x1 && y_m[location]! >= y0 && y_m[location]! <= y1;
    };
    for (let location = area.firstLocation; location < area.endLocation; location++) {
      if (!holds(last, location)) last = candidates.find((rack) => holds(rack, location)) ?? last;
      if (last !== undefined) lists[last.i]!.push(location);
    }
  });
  return lists.map((list) => Int32Array.from(list));
}

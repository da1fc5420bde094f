// Whether an assignment is one, and whether its tours are as long as is said: the checker, which trusts no solver and no router.
//
// Every SKU has one location that is there, no location has two SKUs, and temperature, weight and volume are respected. Each
// tour's points are walked again: from the depot and back, along aisles and cross-aisles only, past the place of every SKU of
// the order; the metres are added up and compared with those that were claimed.
//
// It shares no code with the solvers: geometry and rules are written down again here, from docs/solve-slotting.md.
//
// Worked example: aisles 5 m apart and 10 m long, one SKU 3 m up aisle 1: (0,0) (5,0) (5,3) (5,0) (0,0) is 16 m and right;
// (0,0) (5,3) (0,0) is neither along an aisle nor along a cross-aisle.

import type { SlottingInstance } from './slotting.ts';

export interface ClaimedTour {
  /** Locations that the tour has to pass. */
  readonly locations: readonly number[];
  /** Points walked, [x, y] in metres. */
  readonly path: readonly (readonly [number, number])[];
  readonly length_m: number;
}

/** Metres; lengths and coordinates closer than this are equal. */
const EQUAL_M = 1e-6;

/** What is wrong with an assignment, a sentence each; empty for a legal one. @param home location per SKU. */
export function assignmentFaults(instance: SlottingInstance, home: Int32Array): string[] {
  const { skus, locations } = instance;
  const faults: string[] = [];
  if (home.length !== skus.count) faults.push(`${home.length} locations for ${skus.count} SKUs`);
  const resident = new Map<number, number>();
  home.forEach((location, sku) => {
    const name = `SKU ${skus.id[sku]}`;
    if (!(location >= 0 && location < locations.count)) {
      faults.push(`${name} has no location`);
      return;
    }
    const other = resident.get(location);
    if (other !== undefined) faults.push(`${name} and SKU ${skus.id[other]} share location ${locations.id[location]}`);
    resident.set(location, sku);
    const where = `location ${locations.id[location]}`;
    if (skus.temperature[sku] !== locations.temperature[location]) faults.push(`${name} has another temperature than ${where}`);
    if (skus.weight_kg[sku]! > locations.maxWeight_kg[location]!) faults.push(`${name} is too heavy for ${where}`);
    if (skus.volume_l[sku]! > locations.volume_l[location]!) faults.push(`${name} is too large for ${where}`);
  });
  return faults;
}

/** What is wrong with a tour; empty for one that can be walked, passes all its locations and is as long as claimed. */
export function tourFaults(instance: SlottingInstance, { locations, path, length_m }: ClaimedTour): string[] {
  const { layout, depot } = instance;
  const { aisles_x_m, crossAisles_y_m } = layout;
  const home_x = aisles_x_m[depot.aisle]!;
  const home_y = crossAisles_y_m[depot.crossAisle]!;
  const isAt = (a: number, b: number): boolean => Math.abs(a - b) <= EQUAL_M;
  const faults: string[] = [];
  for (const end of [path[0], path.at(-1)])
    if (end === undefined || !isAt(end[0], home_x) || !isAt(end[1], home_y))
      faults.push('it does not start and end at the depot');

  let walked_m = 0;
  for (let i = 1; i < path.length; i++) {
    const [x0, y0] = path[i - 1]!;
    const [x1, y1] = path[i]!;
    const alongAisle = isAt(x0, x1) && aisles_x_m.some((x) => isAt(x, x0));
    const alongCrossAisle = isAt(y0, y1) && crossAisles_y_m.some((y) => isAt(y, y0));
    if (!alongAisle && !alongCrossAisle) faults.push(`from (${x0}, ${y0}) to (${x1}, ${y1}) there is no way`);
    walked_m += Math.abs(x1 - x0) + Math.abs(y1 - y0);
  }
  if (Math.abs(walked_m - length_m) > EQUAL_M * Math.max(1, walked_m)) faults.push(`it is ${walked_m} m, not ${length_m} m`);

  for (const location of locations) {
    const x = aisles_x_m[instance.locations.aisle[location]!]!;
    const y = crossAisles_y_m[instance.locations.block[location]!]! + instance.locations.offset_m[location]!;
    const passes = path.some(([x1, y1], i) => {
      const [x0, y0] = path[Math.max(0, i - 1)]!;
      return isAt(x0, x) && isAt(x1, x) && Math.min(y0, y1) <= y + EQUAL_M && Math.max(y0, y1) >= y - EQUAL_M;
    });
    if (!passes) faults.push(`it does not pass location ${instance.locations.id[location]}`);
  }
  return faults;
}

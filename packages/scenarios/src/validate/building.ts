// The building: zones, racks and slots where they can stand.

import type { Rectangle } from '@dongseon/engine';
import { allRacks } from '../compile/layout.ts';
import type { RackPlan } from '../compile/layout.ts';
import type { BuildingFile } from '../format/schema/building.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

/** Coordinates are compared to the millimetre. */
const TOLERANCE_M = 0.001;
/** The narrowest aisle a person may work in, metres: guidance of safety advisers on passages. */
export const NARROWEST_AISLE_M = 0.8;

const metres = (value: number): string => `${Math.round(value * 1000) / 1000} m`;
const corners = (r: Rectangle): string => `x ${metres(r[0])} to ${metres(r[2])}, y ${metres(r[1])} to ${metres(r[3])}`;

function isInside(inner: Rectangle, outer: Rectangle): boolean {
  return (
    inner[0] >= outer[0] - TOLERANCE_M &&
    inner[1] >= outer[1] - TOLERANCE_M &&
    inner[2] <= outer[2] + TOLERANCE_M &&
    inner[3] <= outer[3] + TOLERANCE_M
  );
}

function overlap(a: Rectangle, b: Rectangle): boolean {
  return Math.min(a[2], b[2]) - Math.max(a[0], b[0]) > TOLERANCE_M && Math.min(a[3], b[3]) - Math.max(a[1], b[1]) > TOLERANCE_M;
}

function rackName(building: BuildingFile, rack: RackPlan): string {
  const area = building.areas[rack.area]!;
  const side = rack.side === 0 ? 'west' : 'east';
  return `the ${side} rack of aisle ${rack.aisle + 1}, block ${rack.block + 1} of area ${area.id} (${corners(rack.rectangle)})`;
}

const aislePath = (rack: RackPlan): Path => ['building', 'areas', rack.area, 'aisles', rack.aisle];

/** Pairs that overlap, by a sweep along x: O(n log n + pairs that share an x range). */
function forEachOverlap(rectangles: readonly Rectangle[], found: (a: number, b: number) => void): void {
  const order = rectangles.map((_, i) => i).sort((a, b) => rectangles[a]![0] - rectangles[b]![0] || a - b);
  let open: number[] = [];
  for (const i of order) {
    open = open.filter((j) => rectangles[j]![2] > rectangles[i]![0]);
    for (const j of open) if (overlap(rectangles[i]!, rectangles[j]!)) found(Math.min(i, j), Math.max(i, j));
    open.push(i);
  }
}

/** E2001 */
export function racksInsideBuilding(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const walls: Rectangle = [0, 0, building.width_m, building.depth_m];
  for (const rack of allRacks(building)) {
    if (isInside(rack.rectangle, walls)) continue;
    context.problems.add(
      'E2001',
      context.place(aislePath(rack)),
      `${rackName(building, rack)} stands outside the building (${corners(walls)})`,
      'Move the aisle, shorten the block, or say which sides carry racks with `racks`.',
    );
  }
}

/** E2002 */
export function racksApart(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const racks = allRacks(building);
  forEachOverlap(
    racks.map((rack) => rack.rectangle),
    (a, b) => {
      context.problems.add(
        'E2002',
        context.place(aislePath(racks[b]!)),
        `${rackName(building, racks[b]!)} overlaps ${rackName(building, racks[a]!)}`,
        'Aisles of one area stand at least the aisle width and two rack depths apart.',
      );
    },
  );
}

/** E2003 */
export function aislesWideEnough(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const check = (path: Path, what: string, width_m: number): void => {
    if (width_m >= NARROWEST_AISLE_M) return;
    context.problems.add(
      'E2003',
      context.place(path),
      `${what} ${metres(width_m)} wide`,
      `Make it ${NARROWEST_AISLE_M} m or more.`,
    );
  };
  building.areas.forEach((area, i) => {
    check(['building', 'areas', i, 'aisleWidth_m'], `the aisles of area ${area.id} are`, area.aisleWidth_m);
    check(['building', 'areas', i, 'crossAisleWidth_m'], `the cross-aisles of area ${area.id} are`, area.crossAisleWidth_m);
  });
  building.lanes.forEach((lane, i) => check(['building', 'lanes', i, 'width_m'], 'this lane is', lane.width_m));
}

/** E2006 */
export function racksInsideZone(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const walls: Rectangle = [0, 0, building.width_m, building.depth_m];
  for (const rack of allRacks(building)) {
    const zone = building.zones.find((candidate) => candidate.id === building.areas[rack.area]!.zone);
    if (zone === undefined || !isInside(rack.rectangle, walls) || isInside(rack.rectangle, zone.rectangle_m)) continue;
    context.problems.add(
      'E2006',
      context.place(aislePath(rack)),
      `${rackName(building, rack)} reaches out of its zone ${zone.id} (${corners(zone.rectangle_m)})`,
      'Move the aisle or enlarge the zone.',
    );
  }
}

/** E2007: also rectangles whose corners are the wrong way round. */
export function rectanglesInside(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const walls: Rectangle = [0, 0, building.width_m, building.depth_m];
  const check = (path: Path, what: string, rectangle: Rectangle): void => {
    if (rectangle[0] >= rectangle[2] || rectangle[1] >= rectangle[3]) {
      context.problems.add(
        'E2007',
        context.place(path),
        `${what} has no area`,
        'Write [x0, y0, x1, y1] with x0 < x1 and y0 < y1.',
      );
    } else if (!isInside(rectangle, walls)) {
      context.problems.add(
        'E2007',
        context.place(path),
        `${what} (${corners(rectangle)}) reaches outside the building (${corners(walls)})`,
        'Move it or shrink it.',
      );
    }
  };
  building.zones.forEach((zone, i) => check(['building', 'zones', i, 'rectangle_m'], `zone ${zone.id}`, zone.rectangle_m));
  building.stagingLanes.forEach((lane, i) =>
    check(['building', 'stagingLanes', i, 'rectangle_m'], `staging lane ${lane.id}`, lane.rectangle_m),
  );
}

/** E2008 */
export function zonesApart(context: CheckContext): void {
  const zones = context.parts.building?.zones;
  if (zones === undefined) return;
  forEachOverlap(
    zones.map((zone) => zone.rectangle_m),
    (a, b) => {
      context.problems.add(
        'E2008',
        context.place(['building', 'zones', b, 'rectangle_m']),
        `zone ${zones[b]!.id} overlaps zone ${zones[a]!.id}`,
        'Zones may touch but not overlap.',
      );
    },
  );
}

/** E2012: the goods on the top level must fit under the ceiling, and slots into their bay. */
export function racksFit(context: CheckContext): void {
  const { building } = context.parts;
  building?.areas.forEach((area, i) => {
    const { rack } = area;
    const path: Path = ['building', 'areas', i, 'rack'];
    const top = rack.base_m + (rack.levels - 1) * rack.levelHeight_m + rack.slot.height_m;
    if (top > building.clearHeight_m + TOLERANCE_M) {
      context.problems.add(
        'E2012',
        context.place([...path, 'levels']),
        `the racks of area ${area.id} reach ${metres(top)}; the building is ${metres(building.clearHeight_m)} high`,
        'Take levels away or lower them.',
      );
    }
    const wide = rack.slot.width_m * rack.slotsPerLevel > rack.bayWidth_m + TOLERANCE_M;
    const deep = rack.slot.depth_m > rack.depth_m + TOLERANCE_M;
    const high = rack.slot.height_m > rack.levelHeight_m + TOLERANCE_M;
    if (wide || deep || high) {
      const direction = [wide && 'width', deep && 'depth', high && 'height'].filter(Boolean).join(' and ');
      context.problems.add(
        'E2012',
        context.place([...path, 'slot']),
        `the slots of area ${area.id} do not fit their bay in ${direction}`,
        'Make the slots smaller or the bay larger.',
      );
    }
  });
}

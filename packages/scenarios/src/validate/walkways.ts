// The walkways: straight, clear of racks, and one network through every area, door and station.

import type { Rectangle } from '@dongseon/engine';
import { allRacks, allWalkways } from '../compile/layout.ts';
import { nearestWalkway } from '../compile/places.ts';
import { buildWalkwayGraph, CLOSED } from '../compile/walkways.ts';
import type { Walkway, WalkwayGraph } from '../compile/walkways.ts';
import type { BuildingFile } from '../format/schema/building.ts';
import type { CheckContext } from './checks.ts';
import type { Path } from './problem.ts';

/** Farthest that a door, station or staging lane may lie from the walkway it is reached from, metres. */
const FARTHEST_REACH_M = 6;
const TOLERANCE_M = 0.001;

/** E2009 */
export function lanesStraight(context: CheckContext): void {
  context.parts.building?.lanes.forEach((lane, i) => {
    const dx = Math.abs(lane.to_m[0] - lane.from_m[0]);
    const dy = Math.abs(lane.to_m[1] - lane.from_m[1]);
    if (dx < 1e-4 !== dy < 1e-4) return;
    context.problems.add(
      'E2009',
      context.place(['building', 'lanes', i]),
      dx < 1e-4 ? 'this lane has no length' : 'this lane runs aslant',
      'A lane runs in x or in y direction: make two of it.',
    );
  });
}

/** E2010: the centre line of a walkway goes through a rack. */
export function walkwaysClear(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const racks = allRacks(building);
  const check = (path: Path, what: string, way: Walkway): void => {
    const hit = racks.find((rack) => crosses(way, rack.rectangle));
    if (hit === undefined) return;
    context.problems.add(
      'E2010',
      context.place(path),
      `${what} leads through a rack of area ${building.areas[hit.area]!.id}`,
      'Move it, or end it in front of the rack.',
    );
  };
  building.lanes.forEach((lane, i) =>
    check(['building', 'lanes', i], 'this lane', {
      x0: lane.from_m[0],
      y0: lane.from_m[1],
      x1: lane.to_m[0],
      y1: lane.to_m[1],
      width_m: lane.width_m,
      oneWay: false,
    }),
  );
  building.areas.forEach((area, i) => {
    const west = Math.min(...area.aisles.map((aisle) => aisle.x_m));
    const east = Math.max(...area.aisles.map((aisle) => aisle.x_m));
    area.crossAisles_y_m.forEach((y, j) =>
      check(['building', 'areas', i, 'crossAisles_y_m', j], 'this cross-aisle', {
        x0: west,
        y0: y,
        x1: east,
        y1: y,
        width_m: 0,
        oneWay: false,
      }),
    );
  });
}

function crosses(way: Walkway, rack: Rectangle): boolean {
  return (
    Math.min(Math.max(way.x0, way.x1), rack[2]) - Math.max(Math.min(way.x0, way.x1), rack[0]) >
      (way.x0 === way.x1 ? -TOLERANCE_M : TOLERANCE_M) &&
    Math.min(Math.max(way.y0, way.y1), rack[3]) - Math.max(Math.min(way.y0, way.y1), rack[1]) >
      (way.y0 === way.y1 ? -TOLERANCE_M : TOLERANCE_M) &&
    (way.x0 !== way.x1 || (way.x0 > rack[0] + TOLERANCE_M && way.x0 < rack[2] - TOLERANCE_M)) &&
    (way.y0 !== way.y1 || (way.y0 > rack[1] + TOLERANCE_M && way.y0 < rack[3] - TOLERANCE_M))
  );
}

/** E2017: aisles and cross-aisles in ascending order, a block between each two cross-aisles, its bays inside it. */
export function areasInOrder(context: CheckContext): void {
  context.parts.building?.areas.forEach((area, i) => {
    const path: Path = ['building', 'areas', i];
    const report = (key: string, cause: string, cure: string): void =>
      context.problems.add('E2017', context.place([...path, key]), cause, cure);
    const ascending = (values: readonly number[]): boolean => values.every((value, k) => k === 0 || value > values[k - 1]!);
    if (!ascending(area.aisles.map((aisle) => aisle.x_m)))
      report('aisles', 'the aisles are not in order', 'List them from west to east.');
    if (!ascending(area.crossAisles_y_m))
      report('crossAisles_y_m', 'the cross-aisles are not in order', 'List them from south to north.');
    else if (area.blocks.length !== area.crossAisles_y_m.length - 1) {
      report(
        'blocks',
        `there are ${area.blocks.length} blocks between ${area.crossAisles_y_m.length} cross-aisles`,
        `Give ${area.crossAisles_y_m.length - 1}: one between each two cross-aisles.`,
      );
    } else {
      area.blocks.forEach((block, b) => {
        const end = block.start_y_m + block.bays * area.rack.bayWidth_m;
        if (block.start_y_m >= area.crossAisles_y_m[b]! - TOLERANCE_M && end <= area.crossAisles_y_m[b + 1]! + TOLERANCE_M)
          return;
        report(
          'blocks',
          `block ${b + 1} (y ${block.start_y_m} to ${Math.round(end * 1000) / 1000} m) is not between its cross-aisles`,
          'Move the block, take bays away, or move the cross-aisle.',
        );
      });
    }
  });
}

/** Whether the walkways are sound enough to make a network of. */
function graphOf(building: BuildingFile): WalkwayGraph {
  return buildWalkwayGraph(allWalkways(building));
}

/** E2011: a lane that meets an aisle between two cross-aisles would cut it; routing needs aisles whole. */
export function aislesWhole(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const graph = graphOf(building);
  building.areas.forEach((area, i) => {
    for (let b = 0; b + 1 < area.crossAisles_y_m.length; b++)
      area.aisles.forEach((aisle, a) => {
        const from = graph.nodeAt(aisle.x_m, area.crossAisles_y_m[b]!);
        const to = graph.nodeAt(aisle.x_m, area.crossAisles_y_m[b + 1]!);
        if (area.crossAisles_y_m[b]! >= area.crossAisles_y_m[b + 1]! || graph.edgeBetween(from, to) >= 0) return;
        context.problems.add(
          'E2011',
          context.place(['building', 'areas', i, 'aisles', a]),
          `another walkway meets aisle ${a + 1} of area ${area.id} between cross-aisles ${b + 1} and ${b + 2}`,
          'Make it a cross-aisle of the area, or end the lane before the aisle.',
        );
      });
  });
}

/** E2004: everything can be reached from everywhere. E2015: and lies near enough to a walkway on its side of the walls. */
export function networkConnected(context: CheckContext): void {
  const { building } = context.parts;
  if (building === undefined) return;
  const graph = graphOf(building);
  const component = components(graph);
  const main = largest(component);
  const report = (path: Path, what: string): void =>
    context.problems.add(
      'E2004',
      context.place(path),
      `${what} cannot be reached from the rest of the building`,
      'Add a lane that joins its walkways to the others (they must meet or cross).',
    );

  building.areas.forEach((area, i) => {
    const node = graph.nodeAt(area.aisles[0]!.x_m, area.crossAisles_y_m[0]!);
    if (node >= 0 && component[node] !== main) report(['building', 'areas', i], `area ${area.id}`);
  });
  building.lanes.forEach((lane, i) => {
    const node = graph.nodeAt(lane.from_m[0], lane.from_m[1]);
    if (node >= 0 && component[node] !== main) report(['building', 'lanes', i], 'this lane');
  });
  const walls = building.zones.filter((zone) => zone.walled).map((zone) => zone.rectangle_m as Rectangle);
  const reach = (path: Path, what: string, x_m: number, y_m: number): void => {
    const { edge, distance_m } = nearestWalkway(graph.nodes, graph.edges, walls, x_m, y_m);
    if (edge < 0 || distance_m > FARTHEST_REACH_M) {
      context.problems.add(
        'E2015',
        context.place(path),
        edge < 0
          ? `no walkway on its side of the walls leads to ${what}`
          : `${what} is ${Math.round(distance_m * 10) / 10} m from the nearest walkway`,
        `Bring a lane within ${FARTHEST_REACH_M} m.`,
      );
    } else if (component[graph.edges.from[edge]!] !== main) report(path, what);
  };
  building.doors.forEach((door, i) => reach(['building', 'doors', i], `door ${door.id}`, door.x_m, door.y_m));
  building.stations.forEach((station, i) =>
    reach(['building', 'stations', i], `station ${station.id}`, station.x_m, station.y_m),
  );
  building.stagingLanes.forEach((lane, i) => {
    const [x0, y0, x1, y1] = lane.rectangle_m;
    reach(['building', 'stagingLanes', i], `staging lane ${lane.id}`, (x0 + x1) / 2, (y0 + y1) / 2);
  });
}

/** The component of each node, by its lowest node. */
function components(graph: WalkwayGraph): Int32Array {
  const parent = Int32Array.from({ length: graph.nodes.count }, (_, i) => i);
  const root = (node: number): number => {
    let top = node;
    while (parent[top] !== top) top = parent[top] = parent[parent[top]!]!;
    return top;
  };
  for (let edge = 0; edge < graph.edges.count; edge++) {
    if (graph.edges.oneWay[edge] === CLOSED) continue;
    const a = root(graph.edges.from[edge]!);
    const b = root(graph.edges.to[edge]!);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, node) => root(node));
}

function largest(component: Int32Array): number {
  const size = new Map<number, number>();
  for (const root of component) size.set(root, (size.get(root) ?? 0) + 1);
  let best = -1;
  for (const [root, count] of size) if (best < 0 || count > size.get(best)!) best = root;
  return best;
}

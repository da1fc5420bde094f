// The geometry that follows from the compact declaration of storage areas: racks and walkways. Used by the compiler and by
// the checks of the building.
//
// The racks of an aisle stand at half the aisle's width from its centre line, `depth_m` deep; a block's bays follow each
// other from its start. So two aisles whose centre lines are (width + 2 depth) apart have a double row between them.

import type { Rectangle } from '@dongseon/engine';
import type { AreaFile, BuildingFile } from '../format/schema/building.ts';
import type { Walkway } from './walkways.ts';

export interface RackPlan {
  readonly area: number;
  readonly aisle: number;
  readonly block: number;
  /** 0 west, 1 east of the aisle. */
  readonly side: 0 | 1;
  readonly bays: number;
  readonly rectangle: Rectangle;
  readonly height_m: number;
}

/** Bays on one side of an aisle in a block of so many bays. */
export function baysOfSide(aisle: AreaFile['aisles'][number], side: 0 | 1, blockBays: number): number {
  const here = aisle.racks === 'both' || aisle.racks === (side === 0 ? 'west' : 'east');
  return here ? Math.min((side === 0 ? aisle.westBays : aisle.eastBays) ?? blockBays, blockBays) : 0;
}

export function areaRacks(area: AreaFile, index: number): RackPlan[] {
  const racks: RackPlan[] = [];
  const { depth_m, bayWidth_m, levels, levelHeight_m, base_m } = area.rack;
  area.aisles.forEach((aisle, a) =>
    area.blocks.forEach((block, b) => {
      for (const side of [0, 1] as const) {
        const bays = baysOfSide(aisle, side, block.bays);
        if (bays === 0) continue;
        const near = aisle.x_m + (side === 0 ? -1 : 1) * (area.aisleWidth_m / 2);
        const far = near + (side === 0 ? -1 : 1) * depth_m;
        racks.push({
          area: index,
          aisle: a,
          block: b,
          side,
          bays,
          rectangle: [Math.min(near, far), block.start_y_m, Math.max(near, far), block.start_y_m + bays * bayWidth_m],
          height_m: base_m + levels * levelHeight_m,
        });
      }
    }),
  );
  return racks;
}

/** Sub-aisles and cross-aisles of an area. */
export function areaWalkways(area: AreaFile): Walkway[] {
  const ways: Walkway[] = [];
  const cross = area.crossAisles_y_m;
  for (const aisle of area.aisles)
    for (let b = 0; b + 1 < cross.length; b++) {
      const south = aisle.direction === 'south' ? 1 : 0;
      ways.push({
        x0: aisle.x_m,
        y0: cross[b + south]!,
        x1: aisle.x_m,
        y1: cross[b + 1 - south]!,
        width_m: area.aisleWidth_m,
        oneWay: aisle.direction !== 'both',
        closed: aisle.closedBlocks.includes(b + 1),
      });
    }
  const west = Math.min(...area.aisles.map((aisle) => aisle.x_m));
  const east = Math.max(...area.aisles.map((aisle) => aisle.x_m));
  for (const y of cross) ways.push({ x0: west, y0: y, x1: east, y1: y, width_m: area.crossAisleWidth_m, oneWay: false });
  return ways;
}

/** Every walkway of the building. */
export function allWalkways(building: BuildingFile): Walkway[] {
  return [
    ...building.areas.flatMap(areaWalkways),
    ...building.lanes.map((lane) => ({
      x0: lane.from_m[0],
      y0: lane.from_m[1],
      x1: lane.to_m[0],
      y1: lane.to_m[1],
      width_m: lane.width_m,
      oneWay: lane.oneWay,
    })),
  ];
}

export function allRacks(building: BuildingFile): RackPlan[] {
  return building.areas.flatMap(areaRacks);
}

/** Slots of one storage area. */
export function slotsOfArea(area: AreaFile): number {
  const perBay = area.rack.levels * area.rack.slotsPerLevel;
  let bays = 0;
  for (const aisle of area.aisles)
    for (const block of area.blocks) {
      bays += baysOfSide(aisle, 0, block.bays) + baysOfSide(aisle, 1, block.bays);
    }
  return bays * perBay;
}

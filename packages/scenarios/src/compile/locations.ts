// Locations: one row per slot of every rack, in the order area, aisle, block, side, bay, level, slot. Both sides of an aisle
// share their places: one per slot position of a bay.

import { PALLET, SHELF, STORAGE_KINDS, TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { Locations } from '@dongseon/engine';
import type { AreaFile } from '../format/schema/building.ts';
import { baysOfSide, slotsOfArea } from './layout.ts';
import type { PlaceBuilder } from './places.ts';

type Columns = { -readonly [Key in keyof Locations]: Locations[Key] };

export function emptyLocations(count: number): Columns {
  return {
    count,
    area: new Int32Array(count),
    aisle: new Int32Array(count),
    block: new Int32Array(count),
    side: new Uint8Array(count),
    bay: new Int32Array(count),
    slot: new Uint8Array(count),
    level: new Uint8Array(count),
    kind: new Uint8Array(count),
    temperature: new Uint8Array(count),
    handPick: new Uint8Array(count),
    place: new Int32Array(count),
    x_m: new Float32Array(count),
    y_m: new Float32Array(count),
    z_m: new Float32Array(count),
    width_m: new Float32Array(count),
    depth_m: new Float32Array(count),
    height_m: new Float32Array(count),
    maxLoad_kg: new Float32Array(count),
    rackBay: new Int32Array(count),
    rackLevel: new Int32Array(count),
  };
}

export function countLocations(areas: readonly AreaFile[]): number {
  return areas.reduce((sum, area) => sum + slotsOfArea(area), 0);
}

/** Places that the locations of an area need. */
export function countPlaces(area: AreaFile): number {
  return area.aisles.length * area.blocks.reduce((sum, block) => sum + block.bays, 0) * area.rack.slotsPerLevel;
}

/**
 * Fills the rows of one area from `first` on. Returns the row after the last.
 * @param subaisle edge of aisle i in block b, at [b * aisles + i]; its `from` node is the southern one, unless the aisle is
 * one-way to the south.
 */
export function fillArea(
  into: Columns,
  area: AreaFile,
  index: number,
  temperature: (typeof TEMPERATURE_CLASSES)[number],
  first: number,
  subaisle: readonly number[],
  places: PlaceBuilder,
): number {
  const { rack } = area;
  const { slot: slotSize } = rack;
  const kind = STORAGE_KINDS.indexOf(area.kind);
  const pitch = rack.bayWidth_m / rack.slotsPerLevel;
  const position = new Int32Array(Math.max(...area.blocks.map((block) => block.bays)) * rack.slotsPerLevel);
  let row = first;
  area.aisles.forEach((aisle, a) =>
    area.blocks.forEach((block, b) => {
      for (let k = 0; k < block.bays * rack.slotsPerLevel; k++) {
        const y = block.start_y_m + (k + 0.5) * pitch;
        const south = aisle.direction === 'south' && !aisle.closedBlocks.includes(b + 1);
        const offset_m = south ? area.crossAisles_y_m[b + 1]! - y : y - area.crossAisles_y_m[b]!;
        position[k] = places.onEdge(subaisle[b * area.aisles.length + a]!, offset_m);
      }
      for (const side of [0, 1] as const) {
        const x = aisle.x_m + ((side === 0 ? -1 : 1) * (area.aisleWidth_m + rack.depth_m)) / 2;
        const bays = baysOfSide(aisle, side, block.bays);
        for (let bay = 0; bay < bays; bay++)
          for (let level = 0; level < rack.levels; level++) {
            for (let slot = 0; slot < rack.slotsPerLevel; slot++, row++) {
              const k = bay * rack.slotsPerLevel + slot;
              into.area[row] = index;
              into.aisle[row] = a;
              into.block[row] = b;
              into.side[row] = side;
              into.bay[row] = bay;
              into.slot[row] = slot;
              into.level[row] = level;
              into.kind[row] = kind;
              into.temperature[row] = TEMPERATURE_CLASSES.indexOf(temperature);
              into.handPick[row] = kind === SHELF || (kind === PALLET && level === 0) ? 1 : 0;
              into.place[row] = position[k]!;
              into.maxLoad_kg[row] = aisle.closedBlocks.includes(b + 1) ? 0 : slotSize.maxLoad_kg;
              into.x_m[row] = x;
              into.y_m[row] = block.start_y_m + (k + 0.5) * pitch;
              into.z_m[row] = rack.base_m + level * rack.levelHeight_m + slotSize.height_m / 2;
            }
          }
      }
    }),
  );
  into.width_m.fill(slotSize.width_m, first, row);
  into.depth_m.fill(slotSize.depth_m, first, row);
  into.height_m.fill(slotSize.height_m, first, row);
  return row;
}

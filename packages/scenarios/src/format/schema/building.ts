// The building of a scenario file: zones, storage areas, walkways, doors, staging lanes, stations and the yard.

import { z } from 'zod';
import { DOOR_KINDS, STATION_KINDS, STORAGE_KINDS, ZONE_KINDS } from '@dongseon/engine';
import { count, id, names, nonNegative, point, positive, rectangle, temperature } from './common.ts';

const zone = z.strictObject({
  id,
  names,
  kind: z.enum(ZONE_KINDS),
  rectangle_m: rectangle,
  temperature: temperature.default('ambient'),
  set_c: z.number().optional().describe('Set temperature, degrees Celsius.'),
  walled: z.boolean().default(false).describe('Walls around it: it is entered only where a lane leads in.'),
});

const aisle = z.strictObject({
  x_m: z.number().describe('Centre line.'),
  racks: z.enum(['both', 'west', 'east', 'none']).default('both').describe('Sides of the aisle that carry racks.'),
  westBays: count.optional().describe('Bays on the west side of every block where fewer than the block has, from the front.'),
  eastBays: count.optional(),
  direction: z.enum(['both', 'north', 'south']).default('both').describe('One-way: people and machines go only north, or south.'),
  closedBlocks: z
    .array(count)
    .default([])
    .describe('Blocks, from 1, in which the aisle is blocked: nobody goes there, and nothing is stored there.'),
});

const rack = z.strictObject({
  depth_m: positive,
  bayWidth_m: positive.describe('Along the aisle.'),
  levels: count.max(255),
  slotsPerLevel: count.max(255).describe('Slots side by side in one level of one bay.'),
  levelHeight_m: positive.describe('From level to level.'),
  base_m: nonNegative.default(0).describe('Height of the lowest level above the floor.'),
  slot: z.strictObject({
    width_m: positive.describe('Inner width, along the aisle.'),
    depth_m: positive,
    height_m: positive,
    maxLoad_kg: positive,
  }),
  levelMaxLoad_kg: positive.optional().describe('What one level of one bay bears; no limit where it is not given.'),
  bayMaxLoad_kg: positive.optional().describe('What all levels of one bay bear together.'),
});

const area = z.strictObject({
  id,
  names,
  zone: z.string(),
  kind: z.enum(STORAGE_KINDS),
  temperature: temperature.optional().describe("The zone's, where it is not said."),
  aisleWidth_m: positive.describe('Clear width between the racks: at least 0.8.'),
  aisles: z.array(aisle).min(1).describe('Parallel aisles from west to east; each runs in y direction.'),
  crossAisles_y_m: z.array(z.number()).min(2).describe('Centre lines of the cross-aisles, front (south) first.'),
  crossAisleWidth_m: positive,
  blocks: z
    .array(z.strictObject({ start_y_m: z.number(), bays: count }))
    .min(1)
    .describe('Block b lies between cross-aisles b and b + 1; its first bay begins at start_y_m.'),
  rack,
});

const lane = z
  .strictObject({
    from_m: z.tuple([z.number(), z.number()]),
    to_m: z.tuple([z.number(), z.number()]),
    width_m: positive,
    oneWay: z.boolean().default(false).describe('Only from `from_m` to `to_m`.'),
  })
  .describe('A straight walkway in x or y direction. Where two walkways meet or cross, one can turn.');

const door = z
  .strictObject({
    id,
    kind: z.enum(DOOR_KINDS),
    x_m: z.number(),
    y_m: z.number(),
    width_m: positive,
    open: z.boolean().default(true).describe('false: blocked in this scenario.'),
    stagingLane: z.string(),
    classes: z.array(temperature).min(1).optional().describe('Temperature classes that it is meant for; without it all.'),
  })
  .describe('A dock door; its centre lies on a wall of the building.');

const stagingLane = z.strictObject({
  id,
  kind: z.enum(DOOR_KINDS),
  rectangle_m: rectangle,
  capacity: count.describe('Pallets (inbound) or orders (outbound).'),
});

const station = z.strictObject({ id, kind: z.enum(STATION_KINDS), x_m: z.number(), y_m: z.number() });

export const building = z.strictObject({
  width_m: positive,
  depth_m: positive,
  clearHeight_m: positive,
  zones: z.array(zone).min(1),
  areas: z.array(area).min(1),
  lanes: z.array(lane).default([]),
  doors: z.array(door).min(1),
  stagingLanes: z.array(stagingLane).min(1),
  stations: z.array(station).min(1),
  yard: z.strictObject({
    gate: point,
    inbound: z.array(point).min(1).describe('Parking spots of trucks that wait to be unloaded.'),
    outbound: z.array(point).min(1).describe('Parking spots of the delivery vehicles.'),
  }),
});

export type BuildingFile = z.output<typeof building>;
export type AreaFile = BuildingFile['areas'][number];

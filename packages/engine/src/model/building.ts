// The building: zones with their temperature, storage areas, doors, stations and lanes.

/** Temperature class of a zone and of an item. Index into `TEMPERATURE_CLASSES`. */
export const TEMPERATURE_CLASSES = ['ambient', 'chilled', 'frozen'] as const;
export type TemperatureClass = (typeof TEMPERATURE_CLASSES)[number];
export const AMBIENT = 0;
export const CHILLED = 1;
export const FROZEN = 2;

/** A name in both languages of the product. */
export interface Names {
  readonly ko: string;
  readonly en: string;
}

/** [x0, y0, x1, y1] in metres, x east, y north, origin the inner south-west corner of the building. */
export type Rectangle = readonly [number, number, number, number];

export const ZONE_KINDS = ['receiving', 'repack', 'shipping', 'office', 'anteroom', 'storage', 'packing', 'other'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

export interface Zone {
  readonly id: string;
  readonly names: Names;
  readonly kind: ZoneKind;
  readonly rectangle: Rectangle;
  /** Index into TEMPERATURE_CLASSES. */
  readonly temperature: number;
  /** Set temperature, degrees Celsius; undefined where it is not conditioned. */
  readonly set_c?: number;
  /** Walls around it (a cold room). */
  readonly walled: boolean;
}

/** What a storage area holds: hand-picked shelf slots, or pallet positions served by a truck. */
export const STORAGE_KINDS = ['shelf', 'pallet'] as const;
export type StorageKind = (typeof STORAGE_KINDS)[number];
export const SHELF = 0;
export const PALLET = 1;

/**
 * A storage area: parallel aisles (in y direction) between cross-aisles (in x direction); the rectangular layout of the
 * picker-routing literature. Aisle `i` is the line x = aisles_x_m[i]; cross-aisle `j` is y = crossAisles_y_m[j], 0 = front
 * (south). Block `b` lies between cross-aisles b and b + 1.
 */
export interface StorageArea {
  readonly id: string;
  readonly names: Names;
  readonly zone: number;
  /** SHELF or PALLET. */
  readonly kind: number;
  readonly temperature: number;
  readonly aisles_x_m: readonly number[];
  readonly crossAisles_y_m: readonly number[];
  readonly aisleWidth_m: number;
  /** Network node at the crossing of aisle i and cross-aisle j: [j * aisles + i]. */
  readonly crossingNodes: readonly number[];
  /** Network edge of the sub-aisle of aisle i in block b (from cross-aisle b to b + 1): [b * aisles + i]. */
  readonly subaisleEdges: readonly number[];
  /** The crossing nearest to the picking depot: { aisle, crossAisle }. Tours of this area alone start there. */
  readonly gate: { readonly aisle: number; readonly crossAisle: number };
  readonly levels: number;
  /** First and last + 1 location of the area: its locations are contiguous. */
  readonly firstLocation: number;
  readonly endLocation: number;
}

/** A rack: a row of bays on one side of one sub-aisle. For drawing; the locations hold the facts. */
export interface Rack {
  readonly area: number;
  readonly rectangle: Rectangle;
  readonly height_m: number;
  readonly bays: number;
  readonly levels: number;
}

/** Row per location. A location holds the stock of one SKU at a time (several lots of it). */
export interface Locations {
  readonly count: number;
  readonly area: Int32Array;
  readonly aisle: Int32Array;
  readonly block: Int32Array;
  /** 0 west, 1 east of the aisle. */
  readonly side: Uint8Array;
  readonly bay: Int32Array;
  /** Slot within bay and level, from the front. */
  readonly slot: Uint8Array;
  /** 0 = floor. */
  readonly level: Uint8Array;
  /** SHELF or PALLET. */
  readonly kind: Uint8Array;
  readonly temperature: Uint8Array;
  /** 1 = can be picked by hand without a truck (a shelf slot, or a pallet on the floor). */
  readonly handPick: Uint8Array;
  /** Access point: index into network.places. */
  readonly place: Int32Array;
  /** Centre of the slot, metres. */
  readonly x_m: Float32Array;
  readonly y_m: Float32Array;
  readonly z_m: Float32Array;
  /** Inner size of the slot, metres: width (along the aisle), depth, height. */
  readonly width_m: Float32Array;
  readonly depth_m: Float32Array;
  readonly height_m: Float32Array;
  /** 0: the location is blocked, nothing fits. */
  readonly maxLoad_kg: Float32Array;
  /** Row of `racking.bays` and of `racking.levels` that the slot is part of. */
  readonly rackBay: Int32Array;
  readonly rackLevel: Int32Array;
}

export const DOOR_KINDS = ['inbound', 'outbound'] as const;
export const INBOUND = 0;
export const OUTBOUND = 1;

export interface Door {
  readonly id: string;
  /** INBOUND or OUTBOUND. */
  readonly kind: number;
  readonly place: number;
  readonly x_m: number;
  readonly y_m: number;
  readonly width_m: number;
  /** false: cannot be used in this scenario (a blocked door). */
  readonly open: boolean;
  /** Staging lane of this door: index into `stagingLanes`. */
  readonly lane: number;
  /** 1 bit per temperature class that it is meant for; 7: all. Policies that part doors by class go by it. */
  readonly classes: number;
}

/** A staging area on the floor: inbound (goods waiting for put-away) or outbound (orders waiting for loading). */
export interface StagingLane {
  readonly id: string;
  readonly kind: number;
  readonly place: number;
  readonly rectangle: Rectangle;
  /** Orders (outbound) or pallets (inbound) that fit. Lanes are chosen by the room left; a full lane overflows. */
  readonly capacity: number;
}

export const STATION_KINDS = ['packing', 'inspection', 'counter', 'depot', 'restroom'] as const;
export const PACKING = 0;
export const INSPECTION = 1;
export const COUNTER = 2;
/** Where pick tours start: carts and pick lists. */
export const DEPOT = 3;
/** Where people rest and come from. */
export const REST = 4;

export interface Station {
  readonly id: string;
  readonly kind: number;
  readonly place: number;
  readonly x_m: number;
  readonly y_m: number;
}

/** A parking spot in the yard for trucks (y < 0). */
export interface YardSpot {
  readonly x_m: number;
  readonly y_m: number;
}

export interface Building {
  readonly width_m: number;
  readonly depth_m: number;
  readonly clearHeight_m: number;
  readonly zones: readonly Zone[];
  readonly areas: readonly StorageArea[];
  readonly racks: readonly Rack[];
  readonly doors: readonly Door[];
  readonly stagingLanes: readonly StagingLane[];
  readonly stations: readonly Station[];
  readonly yard: { readonly inbound: readonly YardSpot[]; readonly outbound: readonly YardSpot[]; readonly gate: YardSpot };
}

/** Place of the first station of a kind; `otherwise` where the building has none. */
export function stationPlace(stations: readonly Station[], kind: number, otherwise = 0): number {
  return stations.find((station) => station.kind === kind)?.place ?? otherwise;
}

/** Human address of a location: `S-03-W-1-12-2-4` = area, aisle, side, block, bay, level, slot (all counted from 1). */
export function locationLabel(building: Building, locations: Locations, location: number): string {
  const area = building.areas[locations.area[location]!]!;
  const two = (value: number): string => String(value + 1).padStart(2, '0');
  const side = locations.side[location] === 0 ? 'W' : 'E';
  return [
    area.id,
    two(locations.aisle[location]!),
    side,
    locations.block[location]! + 1,
    two(locations.bay[location]!),
    locations.level[location]! + 1,
    locations.slot[location]! + 1,
  ].join('-');
}

// The plot around the building, laid out from what the model has: the hall, its doors, the parking spots and the gate.
// Everything is a rectangle in the building's frame; drawing them is the layers' business.

import { COUNTER, INBOUND, type Building, type Rectangle, type YardSpot } from '../frames/engine.ts';

export interface Site {
  /** The whole plot with its green border. */
  readonly plot: Rectangle;
  /** Asphalt in front of and beside the hall. */
  readonly yard: Rectangle;
  /** The public road along the plot. */
  readonly road: Rectangle;
  /** Way from the yard to the road. */
  readonly entrance: Rectangle;
  /** Parking bays for trucks, seen from above; the spot is their middle. */
  readonly bays: readonly { readonly rectangle: Rectangle; readonly inbound: boolean }[];
  /** Parking places for members' cars. */
  readonly carPlaces: readonly Rectangle[];
}

const BAY_WIDTH_M = 3.4;
/** A parked vehicle's rear is this far north of its spot; its nose this far south of it (large inbound, small outbound). */
const BAY_NORTH_M = 4.3;
const BAY_SOUTH_M = { inbound: 5.2, outbound: 2.4 } as const;
const CAR_WIDTH_M = 2.5;
const CAR_LENGTH_M = 5;

export function layOutSite(building: Building): Site {
  const { yard, width_m, depth_m } = building;
  const spots = [...yard.inbound, ...yard.outbound, yard.gate];
  const south = Math.min(-24, ...spots.map((spot) => spot.y_m - 5));
  const west = Math.min(-4, ...spots.map((spot) => spot.x_m - 4));
  const east = Math.max(width_m + 4, ...spots.map((spot) => spot.x_m + 4));
  const yardRectangle: Rectangle = [west, south, east, 0];
  const bay = (spot: YardSpot, all: readonly YardSpot[], inbound: boolean): Site['bays'][number] => {
    const half = bayWidth(spot, all) / 2;
    const nose = inbound ? BAY_SOUTH_M.inbound : BAY_SOUTH_M.outbound;
    return { inbound, rectangle: [spot.x_m - half, spot.y_m - nose, spot.x_m + half, spot.y_m + BAY_NORTH_M] };
  };
  const gate = yard.gate;
  const roadNear = south - 3.5;
  return {
    plot: [west - 5, south - 3.5, east + 5, depth_m + 6],
    yard: yardRectangle,
    road: [west - 70, roadNear - 9, east + 70, roadNear],
    entrance: [gate.x_m - 5, roadNear - 0.5, gate.x_m + 5, Math.min(gate.y_m + 4, south + 2)],
    bays: [
      ...yard.inbound.map((spot) => bay(spot, yard.inbound, true)),
      ...yard.outbound.map((spot) => bay(spot, yard.outbound, false)),
    ],
    carPlaces: carPlaces(building, east),
  };
}

/** Bays side by side share their lines: as wide as the spots are apart, where that is about a truck's width. */
function bayWidth(spot: YardSpot, all: readonly YardSpot[]): number {
  let pitch = Infinity;
  for (const other of all) {
    const apart = Math.abs(other.x_m - spot.x_m);
    if (other !== spot && Math.abs(other.y_m - spot.y_m) < 1 && apart > 0) pitch = Math.min(pitch, apart);
  }
  return pitch < BAY_WIDTH_M * 1.4 ? pitch : BAY_WIDTH_M;
}

/** Six places along the east side of the yard, near the counter, where no dock door is. */
function carPlaces(building: Building, east: number): Rectangle[] {
  const counter = building.stations.find((station) => station.kind === COUNTER);
  if (counter === undefined) return [];
  const doors = building.doors.filter((door) => door.kind !== INBOUND);
  const lastDoor = Math.max(0, ...doors.map((door) => door.x_m + door.width_m));
  const from = Math.max(lastDoor + 1.5, counter.x_m - 3 * CAR_WIDTH_M);
  const places: Rectangle[] = [];
  for (let x = from; x + CAR_WIDTH_M <= east - 0.5 && places.length < 6; x += CAR_WIDTH_M) {
    places.push([x, -CAR_LENGTH_M - 1.2, x + CAR_WIDTH_M, -1.2]);
  }
  return places;
}

// The plot around the building, laid out from what the model has: the hall, its doors, the parking spots and the gate.
// Everything is a rectangle in the building's frame; drawing them is the layers' business.

import { COUNTER, INBOUND, type Building, type Rectangle } from '../frames/engine.ts';

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
const BAY_AHEAD_M = 2.6;
const BAY_BEHIND_M = 4.4;
const CAR_WIDTH_M = 2.5;
const CAR_LENGTH_M = 5;

export function layOutSite(building: Building): Site {
  const { yard, width_m, depth_m } = building;
  const spots = [...yard.inbound, ...yard.outbound, yard.gate];
  const south = Math.min(-24, ...spots.map((spot) => spot.y_m - 5));
  const west = Math.min(-4, ...spots.map((spot) => spot.x_m - 4));
  const east = Math.max(width_m + 4, ...spots.map((spot) => spot.x_m + 4));
  const yardRectangle: Rectangle = [west, south, east, 0];
  const bay = (spot: { x_m: number; y_m: number }, inbound: boolean): Site['bays'][number] => ({
    inbound,
    rectangle: [spot.x_m - BAY_WIDTH_M / 2, spot.y_m - BAY_BEHIND_M, spot.x_m + BAY_WIDTH_M / 2, spot.y_m + BAY_AHEAD_M],
  });
  const gate = yard.gate;
  const roadNear = south - 3.5;
  return {
    plot: [west - 5, south - 3.5, east + 5, depth_m + 6],
    yard: yardRectangle,
    road: [west - 70, roadNear - 9, east + 70, roadNear],
    entrance: [gate.x_m - 5, roadNear - 0.5, gate.x_m + 5, Math.min(gate.y_m + 4, south + 2)],
    bays: [...yard.inbound.map((spot) => bay(spot, true)), ...yard.outbound.map((spot) => bay(spot, false))],
    carPlaces: carPlaces(building, east),
  };
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

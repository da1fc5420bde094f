// Doors, staging lanes and stations: on the walls, of the right kind, and all that the work needs.

import type { CheckContext } from './checks.ts';

const TOLERANCE_M = 0.001;

/** E2005 */
export function doorsOnWalls(context: CheckContext): void {
  const { building } = context.parts;
  building?.doors.forEach((door, i) => {
    const { width_m, depth_m } = building;
    const half = door.width_m / 2;
    const fits = (at: number, along: number): boolean => at - half >= -TOLERANCE_M && at + half <= along + TOLERANCE_M;
    const near = (a: number, b: number): boolean => Math.abs(a - b) <= TOLERANCE_M;
    const southOrNorth = (near(door.y_m, 0) || near(door.y_m, depth_m)) && fits(door.x_m, width_m);
    const westOrEast = (near(door.x_m, 0) || near(door.x_m, width_m)) && fits(door.y_m, depth_m);
    if (southOrNorth || westOrEast) return;
    context.problems.add(
      'E2005',
      context.place(['building', 'doors', i]),
      `door ${door.id} at (${door.x_m}, ${door.y_m}) with ${door.width_m} m is not in a wall of the building`,
      `Its centre lies on x 0 or ${width_m}, or y 0 or ${depth_m}, and its whole width in that wall.`,
    );
  });
}

/** E2016 */
export function doorsMatchLanes(context: CheckContext): void {
  const { building } = context.parts;
  building?.doors.forEach((door, i) => {
    const lane = building.stagingLanes.find((candidate) => candidate.id === door.stagingLane);
    if (lane === undefined || lane.kind === door.kind) return;
    context.problems.add(
      'E2016',
      context.place(['building', 'doors', i, 'stagingLane']),
      `the ${door.kind} door ${door.id} has the ${lane.kind} staging lane ${lane.id}`,
      'Name a lane of the same kind.',
    );
  });
}

/** E2013: stations that the work of this scenario needs. */
export function stationsPresent(context: CheckContext): void {
  const { building, demand, inbound } = context.parts;
  if (building === undefined) return;
  const need = (kind: string, why: string): void => {
    if (building.stations.some((station) => station.kind === kind)) return;
    context.problems.add(
      'E2013',
      context.place(['building', 'stations']),
      `there is no ${kind} station; ${why}`,
      `Add a station of kind ${kind}.`,
    );
  };
  need('depot', 'pick tours start at one');
  need('restroom', 'people come from one and rest there');
  if (deliversOrders(context)) need('packing', 'orders are packed at one');
  if (servesCounter(context)) need('counter', 'members pay at one');
  if (inbound?.generate !== undefined || inbound?.table !== undefined) need('inspection', 'goods are inspected at one');
  void demand;
}

/** E2014 */
export function doorsOpen(context: CheckContext): void {
  const { building, inbound } = context.parts;
  if (building === undefined) return;
  const need = (kind: 'inbound' | 'outbound', why: string): void => {
    if (building.doors.some((door) => door.kind === kind && door.open)) return;
    context.problems.add(
      'E2014',
      context.place(['building', 'doors']),
      `no ${kind} door is open; ${why}`,
      `Open or add an ${kind} door.`,
      false,
    );
  };
  if (inbound?.generate !== undefined || inbound?.table !== undefined) need('inbound', 'trucks are unloaded at one');
  if (deliversOrders(context)) need('outbound', 'vehicles are loaded at one');
}

/** E2018 */
export function stationsInside(context: CheckContext): void {
  const { building } = context.parts;
  building?.stations.forEach((station, i) => {
    const { x_m, y_m } = station;
    if (x_m >= 0 && x_m <= building.width_m && y_m >= 0 && y_m <= building.depth_m) return;
    context.problems.add(
      'E2018',
      context.place(['building', 'stations', i]),
      `station ${station.id} at (${x_m}, ${y_m}) is outside the building`,
      'Move it inside.',
    );
  });
}

/** Whether some order is delivered to a store. */
export function deliversOrders({ parts, tables }: CheckContext): boolean {
  if (parts.demand?.table !== undefined) return tables.orders?.store.some((store) => store !== '') ?? false;
  return (parts.demand?.delivery?.ordersPerDay ?? 0) > 0;
}

/** Whether some member comes to the counter. */
export function servesCounter({ parts, tables }: CheckContext): boolean {
  if (parts.demand?.table !== undefined) return tables.orders?.store.some((store) => store === '') ?? false;
  return (parts.demand?.counter?.visitsPerDay ?? 0) > 0;
}

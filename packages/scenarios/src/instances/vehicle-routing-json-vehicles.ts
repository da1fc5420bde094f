// The sorts of vehicles of a JSON instance.

import type { VehicleSort } from '@dongseon/engine';
import { bitsOf, type FileContext } from './vehicle-routing-json-context.ts';
import type { VehicleFile } from './vehicle-routing-schema.ts';
import { PLAIN_VEHICLE } from './vehicle-routing.ts';

export function vehicleSorts(context: FileContext): VehicleSort[] {
  const taken = new Map<string, string>();
  return context.file.vehicles.map((vehicle, i) => {
    checkTimes(vehicle, i, context);
    checkBattery(vehicle, i, context);
    checkOnBoard(vehicle, i, context);
    return sortOf(vehicle, startOf(vehicle, i, context), onBoardOf(vehicle, i, taken, context), context);
  });
}

function sortOf(vehicle: VehicleFile, startNode: number, onBoard: readonly number[], context: FileContext): VehicleSort {
  const { depot } = context.file;
  const dimensions = context.file.vehicles.find(({ capacity }) => capacity !== undefined)?.capacity?.length ?? 1;
  const { battery, used } = vehicle;
  return {
    count: vehicle.count ?? Infinity,
    capacity: vehicle.capacity ?? Array.from({ length: dimensions }, () => Infinity),
    classes: bitsOf(vehicle.classes, context),
    maxStops: vehicle.maxStops ?? Infinity,
    maxDistance: vehicle.maxDistance ?? Infinity,
    maxTrips: vehicle.trips ?? 1,
    reload: vehicle.reload ?? 0,
    shiftStart: vehicle.shift?.[0] ?? depot.opens ?? 0,
    shiftEnd: vehicle.shift?.[1] ?? depot.closes ?? Infinity,
    breaks: vehicle.breaks ?? [],
    battery: battery && { ...battery, start: battery.start ?? battery.capacity },
    fixedCost: vehicle.fixedCost ?? PLAIN_VEHICLE.fixedCost,
    costPerDistance: vehicle.costPerDistance ?? PLAIN_VEHICLE.costPerDistance,
    costPerTime: vehicle.costPerTime ?? PLAIN_VEHICLE.costPerTime,
    ...{ startNode, onBoard },
    ...(used === undefined ? {} : { used: usedOf(used, dimensions) }),
  };
}

function usedOf({ load = [], stops = 0, distance = 0 }: NonNullable<VehicleFile['used']>, dimensions: number) {
  return { load: Array.from({ length: dimensions }, (_, dimension) => load[dimension] ?? 0), stops, distance };
}

/** E8405 */
function checkTimes({ id, shift, breaks }: VehicleFile, index: number, { at, problems }: FileContext): void {
  if (shift !== undefined && shift[1] < shift[0])
    problems.add(
      'E8405',
      at(['vehicles', index, 'shift']),
      `the shift of "${id}" ends at ${shift[1]}, before it begins at ${shift[0]}`,
      'Correct it.',
    );
  breaks?.forEach(({ earliest, latest }, i) => {
    const place = at(['vehicles', index, 'breaks', i]);
    const before = breaks[i - 1];
    if (latest < earliest)
      problems.add('E8405', place, `a break begins until ${latest}, before it may begin at ${earliest}`, 'Correct it.');
    if (before !== undefined && earliest < before.latest + before.length)
      problems.add(
        'E8405',
        place,
        `a break may begin at ${earliest}, and the one before it ends at ${before.latest + before.length} at the latest`,
        'Give the breaks in their order, and so that no two can fall together.',
      );
  });
}

/** E8411 */
function checkBattery({ id, battery, maxDistance }: VehicleFile, index: number, { at, problems }: FileContext): void {
  if (battery === undefined) return;
  const place = at(['vehicles', index, 'battery']);
  if ((battery.start ?? 0) > battery.capacity)
    problems.add(
      'E8411',
      place,
      `"${id}" starts with ${battery.start}, more than its battery holds`,
      `Give at most ${battery.capacity}.`,
    );
  if (maxDistance !== undefined)
    problems.add(
      'E8411',
      place,
      `"${id}" has a battery and a "maxDistance"`,
      'Take one of them out: the battery limits the distance.',
    );
}

/** E8410 */
function startOf({ startAt }: VehicleFile, index: number, { nodeOf, at, problems }: FileContext): number {
  const node = startAt === undefined ? 0 : nodeOf.get(startAt);
  if (node === undefined)
    problems.add('E8410', at(['vehicles', index, 'startAt']), `there is no place "${startAt}"`, 'List it under "places".');
  return node ?? 0;
}

/** E8411 */
function checkOnBoard(
  { id, capacity, classes, onBoard = [] }: VehicleFile,
  index: number,
  { file, at, problems }: FileContext,
): void {
  const carried = file.stops.filter((stop) => onBoard.includes(stop.id));
  const place = at(['vehicles', index, 'onBoard']);
  capacity?.forEach((most, dimension) => {
    const load = carried.reduce((sum, { demand }) => sum + (demand?.[dimension] ?? 0), 0);
    if (load > most) problems.add('E8411', place, `"${id}" has ${load} on board, and carries ${most}`, 'Correct one of them.');
  });
  for (const stop of carried)
    if (stop.classes?.some((name) => !classes?.includes(name)) === true)
      problems.add('E8411', place, `"${id}" does not carry the classes of goods of "${stop.id}"`, 'Correct one of them.');
}

/** E8410, E8411 */
function onBoardOf(
  { id, count, onBoard = [] }: VehicleFile,
  index: number,
  taken: Map<string, string>,
  { file, nodeOf, at, problems }: FileContext,
): number[] {
  if (onBoard.length > 0 && count !== 1)
    problems.add('E8411', at(['vehicles', index]), `"${id}" has goods on board, and its "count" is not 1`, 'Give "count": 1.');
  return onBoard.flatMap((stop, i) => {
    const place = at(['vehicles', index, 'onBoard', i]);
    const node = nodeOf.get(stop) ?? 0;
    const other = taken.get(stop);
    if (node < 1 || node > file.stops.length) problems.add('E8410', place, `"${stop}" is no stop`, 'Give the id of a stop.');
    else if (other !== undefined)
      problems.add('E8411', place, `the goods for "${stop}" are on board of "${other}"`, 'Take it out.');
    else {
      taken.set(stop, id);
      return [node];
    }
    return [];
  });
}

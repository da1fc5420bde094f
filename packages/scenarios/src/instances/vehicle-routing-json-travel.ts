// Distances and durations of a JSON instance: by coordinates, a road factor and speeds, or as given.

import type { TravelTables } from '@dongseon/engine';
import type { Path } from '../validate/problem.ts';
import type { FileContext } from './vehicle-routing-json-context.ts';
import { euclidean } from './vehicle-routing-rows.ts';
import type { DistanceConvention } from './vehicle-routing.ts';

type Matrix = readonly (readonly (number | null)[])[];

/** E8407, E8411 */
export function travelTables(context: FileContext, convention: DistanceConvention): TravelTables {
  const { file, at, problems } = context;
  const { speeds = [1], durations, periodLength, distances } = file.travel ?? {};
  const periods = durations?.length ?? speeds.length;
  if (durations !== undefined && file.travel?.speeds !== undefined)
    problems.add('E8411', at(['travel', 'speeds']), 'there are "durations" and "speeds"', 'Give one of them.');
  if (distances !== undefined && (file.travel?.roadFactor ?? file.travel?.convention) !== undefined)
    problems.add(
      'E8411',
      at(['travel', 'distances']),
      'there are "distances" and a "roadFactor" or "convention"',
      'Give the distances as they count.',
    );
  if (periods > 1 !== (periodLength !== undefined))
    problems.add(
      'E8411',
      at(['travel']),
      periods > 1 ? `there are ${periods} periods, and no "periodLength"` : 'there is one period, and a "periodLength"',
      'Give "periodLength" where, and only where, durations or speeds are by period.',
    );
  const distance = distances === undefined ? straight(context, convention) : tableOf(distances, ['travel', 'distances'], context);
  return {
    distance,
    durations:
      durations?.map((matrix, period) => tableOf(matrix, ['travel', 'durations', period], context)) ??
      speeds.map((speed) => (speed === 1 ? distance : distance.map((length) => length / speed))),
    periodLength: periodLength ?? Infinity,
  };
}

/** E8411 */
function straight({ file, nodes, at, problems }: FileContext, convention: DistanceConvention): Float64Array {
  const roadFactor = file.travel?.roadFactor ?? 1;
  const points = nodes.map(({ place, path }) => {
    if (place.x === undefined || place.y === undefined)
      problems.add('E8411', at(path), `"${place.id}" has no coordinates`, 'Give "x" and "y", or "travel.distances" for all.');
    return { x: (place.x ?? 0) * roadFactor, y: (place.y ?? 0) * roadFactor };
  });
  return euclidean(points, convention);
}

/** E8407 */
function tableOf(matrix: Matrix, path: Path, { nodes, at, problems }: FileContext): Float64Array {
  const n = nodes.length;
  const table = new Float64Array(n * n);
  if (matrix.length !== n)
    problems.add('E8407', at(path), `there are ${matrix.length} rows, and ${n} places`, 'Give a row for every place.');
  matrix.slice(0, n).forEach((row, from) => {
    if (row.length !== n)
      problems.add('E8407', at([...path, from]), `there are ${row.length} numbers, and ${n} places`, 'Give one for every place.');
    row.slice(0, n).forEach((value, to) => {
      if (value === null && from !== to)
        problems.add(
          'E8407',
          at([...path, from, to]),
          `nothing is given from "${nodes[from]!.place.id}" to "${nodes[to]!.place.id}"`,
          'Give a number for every pair, in both directions.',
        );
      if (from !== to) table[from * n + to] = value ?? 0;
    });
  });
  return table;
}

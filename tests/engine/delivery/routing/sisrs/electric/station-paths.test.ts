// Ways over stations: the worked example, and what is left out.

import { expect, it } from 'vitest';
import { figuresOf } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/sort-figures.ts';
import { StationPaths } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/station-paths.ts';
import { gridProblem, type GridOptions } from './problems.ts';

function pathsOf(options: GridOptions, from: number, to: number) {
  const problem = gridProblem(options);
  const paths = new StationPaths(problem, figuresOf(problem, problem.vehicles[0]!));
  const begin = paths.begin(from, to);
  return Array.from({ length: paths.count(from, to) }, (_, i) => ({
    stations: paths.stationsOf(begin + i),
    before: paths.need[begin + i],
    after: paths.needAfter[begin + i],
    length: paths.distance[begin + i],
    time: paths.timeToLast[begin + i]! + paths.timeAfter[begin + i]!,
  }));
}

it('keeps the two paths of the worked example', () => {
  const places = { stops: [{ x: -3 }, { x: 5 }], stations: [{ x: 1 }, { x: 3 }, { x: 17 }], battery: 8 };
  const found = pathsOf(places, 1, 2).sort((a, b) => a.time - b.time);
  expect(found).toEqual([
    { stations: [3], before: 4, after: 4, length: 8, time: 12 },
    { stations: [3, 4], before: 4, after: 2, length: 8, time: 14 },
  ]);
});

it('knows no path where a station is of no use: from the depot with a full battery to a place nearer than from the station', () => {
  expect(pathsOf({ stops: [{ x: 3 }], stations: [{ x: -1 }] }, 0, 1)).toEqual([]);
});

it('counts the time to connect at a station as part of the way', () => {
  const places = { stops: [{ x: 0 }, { x: 10 }], stations: [{ x: 5, service: 2 }] };
  expect(pathsOf(places, 1, 2)).toMatchObject([{ stations: [3], time: 10 + 2 + 5 }]);
});

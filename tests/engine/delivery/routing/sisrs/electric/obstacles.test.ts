// What the electric kernel cannot do is said, all of it.

import { expect, it } from 'vitest';
import { ElectricKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/kernel.ts';
import { electricObstacles } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/obstacles.ts';
import { electricSort, gridProblem } from './problems.ts';

const sound = gridProblem({ stops: [{ x: 1 }], stations: [{ x: 2 }] });

it('names nothing for a problem it can do', () => {
  expect(electricObstacles(sound)).toEqual([]);
});

it('names every reason at once', () => {
  const problem = {
    ...sound,
    latenessCost: 1,
    vehicles: [
      electricSort({ maxTrips: 2, costPerTime: 1, classes: 1 }, 10),
      electricSort({ battery: undefined, startNode: 1 }, 10),
    ],
    node: {
      ...sound.node,
      release: Float64Array.of(0, 5, 0),
      classes: Uint8Array.of(0, 2, 0),
      opens: Float64Array.of(0, 0, 3),
    },
  };
  expect(electricObstacles(problem)).toHaveLength(8);
  expect(() => new ElectricKernel(problem, 'cost')).toThrow('all vehicles need a battery; electric vehicles make one trip each');
});

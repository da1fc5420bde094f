// The best way to charge on a route: the worked example, and everything tried.

import { describe, expect, it } from 'vitest';
import { chargingPlan } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/charging-plan.ts';
import { Labeller } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/labeller.ts';
import { figuresOf } from '../../../../../../packages/engine/src/delivery/routing/sisrs/electric/sort-figures.ts';
import type { VehicleRoutingProblem } from '../../../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { Dice } from '../../../../../fixtures/dice.ts';
import { electricFaults } from '../../../../../fixtures/electric-faults.ts';
import { shortestWay } from './brute-force.ts';
import { gridProblem, randomProblem } from './problems.ts';

const labellerOf = (problem: VehicleRoutingProblem): Labeller => new Labeller(problem, figuresOf(problem, problem.vehicles[0]!));

function planned(problem: VehicleRoutingProblem, stops: readonly number[]) {
  return chargingPlan(problem, labellerOf(problem), stops);
}

describe('chargingPlan', () => {
  it('charges twice at the station of the worked example: 5 and 6 with full charging, 1 and 5 with partial', () => {
    const places = { stops: [{ x: 8, closes: 14 }], stations: [{ x: 5 }] };
    const full = { visits: [2, 1, 2], charges: [5, 0, 6], distance: 16 };
    expect(planned(gridProblem(places), [1])).toEqual(full);
    expect(planned(gridProblem({ ...places, charging: 'partial' }), [1])).toEqual({ ...full, charges: [1, 0, 5] });
  });

  it('makes a detour where there is no station on the way', () => {
    const problem = gridProblem({ stops: [{ x: 6 }], stations: [{ x: 4, y: 1 }] });
    expect(planned(problem, [1])).toEqual({ visits: [1, 2], charges: [0, 9], distance: 14 });
  });

  it('has time for some energy where it has none for a full battery', () => {
    const places = { stops: [{ x: 8, closes: 12 }], stations: [{ x: 5 }] };
    expect(planned(gridProblem(places), [1])).toBeUndefined();
    expect(planned(gridProblem({ ...places, charging: 'partial' }), [1])!.charges).toEqual([1, 0, 5]);
  });

  it('charges while it would wait, so that it need not later', () => {
    // Stop 1 opens at 20; from then on it is 10 of driving, and one unit of energy more than a full battery has at stop 1.
    const stops = [
      { x: 4, opens: 20 },
      { x: 7, closes: 23 },
    ];
    const problem = gridProblem({ stops, stations: [{ x: 3 }, { x: 7 }], charging: 'partial', horizon: 31 });
    const plan = planned(problem, [1, 2])!;
    expect(plan.distance).toBe(14);
    expect(plan.charges.reduce((sum, charge) => sum + charge)).toBe(4);
    expect(plan.charges[0]).toBe(3);
    expect(electricFaults(problem, { routes: [{ sort: 0, ...plan }], unserved: [], cost: 14, distance: 14 })).toEqual([]);
  });

  it('goes over several stations in a row', () => {
    const problem = gridProblem({ stops: [{ x: 20 }], stations: [{ x: 8 }, { x: 16 }] });
    expect(planned(problem, [1])!.visits).toEqual([2, 3, 1, 3, 2]);
  });

  for (const charging of ['full', 'partial'] as const) {
    it(`finds the shortest way with ${charging} charging, as trying everything does`, () => {
      const dice = new Dice(charging === 'full' ? 1 : 2);
      let detours = 0;
      let impossible = 0;
      for (let trial = 0; trial < 60; trial++) {
        const problem = randomProblem(dice, 4, charging);
        const stops = dice.many(dice.from(1, 4), (i) => i + 1).sort((a, b) => problem.node.opens[a]! - problem.node.opens[b]!);
        const plan = planned(problem, stops);
        const shortest = shortestWay(problem, stops);
        expect(plan?.distance ?? Infinity, `trial ${trial}`).toBe(shortest);
        if (plan === undefined) impossible++;
        else {
          if (plan.visits.length > stops.length) detours++;
          const unserved = [1, 2, 3, 4].filter((stop) => !stops.includes(stop));
          const whole = { routes: [{ sort: 0, ...plan }], unserved, cost: shortest, distance: shortest };
          expect(electricFaults(problem, whole), `trial ${trial}`).toEqual([]);
        }
      }
      expect(detours).toBeGreaterThan(10);
      expect(impossible).toBeGreaterThan(10);
    });
  }
});

import { describe, expect, it } from 'vitest';
import { nearestNeighbour } from '../../../../packages/engine/src/delivery/routing/nearest-neighbour.ts';
import { placesFromDistances } from '../../../../packages/engine/src/delivery/routing/places-from-distances.ts';
import type { VehicleRoutingView } from '../../../../packages/engine/src/delivery/routing/policy.ts';
import { planOfTours, viewOfProblem } from '../../../../packages/engine/src/delivery/routing/problem-view.ts';
import { savings } from '../../../../packages/engine/src/delivery/routing/savings.ts';
import type { VehicleRoutingProblem } from '../../../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { SolverProblem } from '../../../../packages/engine/src/delivery/routing/solver-problem.ts';
import { sweep } from '../../../../packages/engine/src/delivery/routing/sweep.ts';
import { anyStream, planeView, type Point, stop, totalLength_km, vehicle } from './view.ts';

const points: Point[] = Array.from({ length: 20 }, (_, i) => [((i * 37) % 41) - 20, ((i * 23) % 31) - 15]);
const plane = planeView(
  points,
  [vehicle({ maxStops: 5, fixed_krw: 1000 }), vehicle({ maxStops: 5, fixed_krw: 1000 })],
  points.map(() => stop({ weight_kg: 40 })),
);

function problemOf(view: VehicleRoutingView): VehicleRoutingProblem {
  const stops = view.stops.map((_, s) => s);
  return new SolverProblem(view, { stops, until_s: 0, unserved_krw: 1e7, apart: false, staying: view.vehicles.map(() => []) })
    .problem;
}

function must(problem: VehicleRoutingProblem): VehicleRoutingView {
  const view = viewOfProblem(problem);
  if ('because' in view) throw new Error(view.because);
  return view;
}

describe('places from distances', () => {
  it('are as far from one another as before: the worked example', () => {
    const three: Point[] = [
      [3, 4],
      [0, 2],
      [-3, 4],
    ];
    const places = placesFromDistances(problemOf(planeView(three, [vehicle()])));
    const expected = [
      [0, 0],
      [5, 0],
      [1.6, 1.2],
      [1.4, 4.8],
    ];
    places.forEach((place, i) => place.forEach((value, k) => expect(value).toBeCloseTo(expected[i]![k]!, 9)));
  });

  it('are so for any stops in the plane', () => {
    const places = placesFromDistances(problemOf(plane));
    for (let i = 0; i <= points.length; i++) {
      for (let j = 0; j <= points.length; j++) {
        const apart = Math.hypot(places[i]![0] - places[j]![0], places[i]![1] - places[j]![1]);
        expect(apart).toBeCloseTo(plane.distance_km(i - 1, j - 1), 6);
      }
    }
    expect(placesFromDistances(problemOf(planeView([], [vehicle()])))).toEqual([[0, 0]]);
    expect(placesFromDistances(problemOf(planeView([[0, 0]], [vehicle()])))).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('a problem as a view', () => {
  it('gives the simple policies the same tours as the view it was made from', () => {
    const view = must(problemOf(plane));
    for (const policy of [nearestNeighbour, savings]) {
      expect(policy.decide(view, anyStream())).toEqual(policy.decide(plane, anyStream()));
    }
    // The round begins elsewhere: as long, or nearly.
    expect(totalLength_km(view, sweep.decide(view, anyStream()))).toBeLessThan(
      1.1 * totalLength_km(plane, sweep.decide(plane, anyStream())),
    );
  });

  it('takes no pickup and delivery, batteries, vehicles under way, or a third dimension of load, and says all of it', () => {
    const problem = problemOf(plane);
    const [sort] = problem.vehicles;
    const battery = { capacity: 1, start: 1, usePerDistance: 1, chargeRate: 1 };
    const bad = {
      ...problem,
      deliveryOf: Int32Array.from({ length: problem.nodes }, (_, i) => (i === 1 ? 2 : 0)),
      vehicles: [{ ...sort!, battery, startNode: 1 }],
      node: { ...problem.node, demand: [1, 2, 3].map(() => new Float64Array(problem.nodes)) },
    };
    const refused = viewOfProblem(bad);
    expect('because' in refused && refused.because).toBe(
      'the simple policies cannot do pickup and delivery, nor batteries, nor vehicles under way, ' +
        'nor more than two dimensions of load',
    );
    expect(() => planOfTours(bad, [])).toThrow('pickup and delivery');
  });

  it('has as many vehicles of an unlimited sort as stops', () => {
    const problem = problemOf(plane);
    const unlimited = { ...problem, vehicles: [{ ...problem.vehicles[0]!, count: Infinity }] };
    expect(must(unlimited).vehicles).toHaveLength(20);
  });
});

describe('tours as a plan', () => {
  it('are routes by vehicle with trips between depots: the worked example', () => {
    const problem = problemOf(planeView(points.slice(0, 4), [vehicle(), vehicle()]));
    const plan = planOfTours(problem, [
      { vehicle: 0, stops: [0, 1] },
      { vehicle: 1, stops: [2] },
      { vehicle: 1, stops: [3] },
    ]);
    expect(plan.routes).toEqual([
      { sort: 0, visits: [1, 2], charges: [] },
      { sort: 0, visits: [3, 0, 4], charges: [] },
    ]);
    expect(plan.unserved).toEqual([]);
  });

  it('cost what the problem says: vehicles, distance, time, lateness, and stops that are left', () => {
    const two = planeView(
      [
        [8, 0],
        [16, 0],
      ],
      [vehicle({ fixed_krw: 100, shiftEnd_s: 1 })],
      [stop({ closes_s: 0 }), stop()],
    );
    const problem = { ...problemOf(two), unservedCost: 7000 };
    const plan = planOfTours(problem, [{ vehicle: 0, stops: [0] }]);
    expect(plan).toMatchObject({ unserved: [2], distance: 16 });
    // 900 s out, late by as much, 600 s of service, 900 s back.
    expect(plan.cost).toBeCloseTo(100 + 16 * 300 + (2400 / 3600) * 12_000 + (900 / 3600) * 30_000 + 7000, 6);
    const hard = { ...problem, latenessCost: Infinity, unservedCost: Infinity };
    expect(planOfTours(hard, [{ vehicle: 0, stops: [0] }]).cost).toBeCloseTo(100 + 16 * 300 + 8000, 6);
  });
});

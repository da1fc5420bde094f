import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { planCost } from '../../../../packages/engine/src/delivery/routing/plan-cost.ts';
import { canDrive } from '../../../../packages/engine/src/delivery/routing/plan-limits.ts';
import type { VehicleRoutingView } from '../../../../packages/engine/src/delivery/routing/policy.ts';
import { savings } from '../../../../packages/engine/src/delivery/routing/savings.ts';
import { vehicleRoutingSearch } from '../../../../packages/engine/src/delivery/routing/sisrs/solve.ts';
import { SolverProblem } from '../../../../packages/engine/src/delivery/routing/solver-problem.ts';
import { runningView, townView, underWay } from '../re-planning/view.ts';
import { planeView, stop, vehicle } from './view.ts';

/** 60 km/h: a minute a kilometre. */
const aMinuteAKm = (view: VehicleRoutingView): VehicleRoutingView => ({
  ...view,
  duration_s: (from, to) => 60 * view.distance_km(from, to),
});

describe('the cost of a plan', () => {
  const road = aMinuteAKm(
    planeView(
      [
        [10, 0],
        [20, 0],
      ],
      [vehicle()],
      [stop(), stop({ closes_s: 1500 })],
    ),
  );

  it('is 26,500 won in the worked example', () => {
    const cost = planCost(road, [{ vehicle: 0, stops: [0, 1] }]);
    expect(cost).toMatchObject({
      distance_km: 40,
      driver_s: 3600,
      lateness_s: 300,
      overtime_s: 0,
      fixed_krw: 0,
      total_krw: 26_500,
    });
    expect([...cost.begins_s]).toEqual([600, 1800]);
    expect([...cost.late_s]).toEqual([0, 300]);
  });

  it('counts from the departure that is just in time for the first stop, and waiting at all others', () => {
    const opens = { ...road, stops: [stop({ opens_s: 4000 }), stop({ opens_s: 6000 })] };
    const cost = planCost(opens, [{ vehicle: 0, stops: [0, 1] }]);
    expect(cost.tours).toMatchObject([{ leaves_s: 3400, back_s: 6000 + 600 + 1200 }]);
    expect([...cost.begins_s]).toEqual([4000, 6000]);
  });

  it('lets a tour leave when the vehicle is reloaded and the goods are there; a collection is not waited for at the DC', () => {
    const offer = vehicle({ reload_s: 100, availableFrom_s: 50, shiftEnd_s: 5000, fixed_krw: 777 });
    const two = { ...road, vehicles: [offer, offer] };
    const tours = [
      { vehicle: 0, stops: [0] },
      { vehicle: 0, stops: [1] },
    ];
    expect(planCost(two, tours).tours.map(({ leaves_s }) => leaves_s)).toEqual([50, 50 + 600 + 600 + 600 + 100]);
    const released = { ...two, stops: [stop(), stop({ release_s: 3000 })] };
    const later = planCost(released, tours);
    expect(later.tours[1]).toMatchObject({ leaves_s: 3000, back_s: 6000 });
    expect(later).toMatchObject({ overtime_s: 1000, fixed_krw: 777 });
    expect(later.total_krw).toBeCloseTo(777 + 60 * 300 + ((1800 + 3000) / 3600) * 12_000 + (1000 / 3600) * 30_000, 9);
    const fetched = { ...two, stops: [stop(), stop({ release_s: 3000, collection: true })] };
    expect(planCost(fetched, [{ vehicle: 1, stops: [1] }]).tours[0]).toMatchObject({ leaves_s: 3000 - 1200, back_s: 4800 });
    expect(planCost(fetched, tours).tours[1]!.leaves_s).toBe(1950);
    expect(planCost(two, []).total_krw).toBe(0);
    expect([...planCost(two, []).begins_s]).toEqual([NaN, NaN]);
  });

  it('begins with a vehicle under way where it will be free, and brings it home also without a stop', () => {
    const view = aMinuteAKm(
      runningView([{ at: [10, 0] }, { at: [-5, 0] }], [{ at: [15, 0], underWay: underWay(1000, [0]) }], []),
    );
    const cost = planCost(view, [
      { vehicle: 0, stops: [0] },
      { vehicle: 0, stops: [1] },
    ]);
    expect([...cost.begins_s]).toEqual([1300, 2500 + 300]);
    expect(cost.tours).toMatchObject([
      { leaves_s: 1000, back_s: 2500, distance_km: 15 },
      { leaves_s: 2500, back_s: 3700, distance_km: 10 },
    ]);
    expect(planCost(view, []).tours).toMatchObject([{ stops: [], leaves_s: 1000, back_s: 1900, distance_km: 15 }]);
  });

  it('asks for each leg at the time at which it is driven', () => {
    const rush = {
      ...road,
      duration_s: (from: number, to: number, at_s: number) => road.duration_s(from, to, 0) * (at_s < 1000 ? 1 : 2),
    };
    const cost = planCost(rush, [{ vehicle: 0, stops: [0, 1] }]);
    expect([...cost.begins_s]).toEqual([600, 1200 + 1200]);
    expect(cost.tours[0]!.back_s).toBe(3000 + 2400);
  });

  it('is the cost of the search where durations are the same all day', () => {
    for (const seed of ['one', 'two', 'three']) {
      const view = townView(seed, 30, 4);
      const start = savings.decide(view, new RandomStream(seed));
      const stops = start.flatMap((tour) => tour.stops).sort((a, b) => a - b);
      const solver = new SolverProblem(view, {
        stops,
        until_s: 72_000,
        unserved_krw: 1e7,
        apart: false,
        staying: view.vehicles.map(() => []),
      });
      const search = vehicleRoutingSearch(solver.problem, 'cost', new RandomStream(seed));
      search.run(300);
      const cost = planCost(view, solver.tours(view, search.best));
      expect(search.best.unserved).toEqual([]);
      expect(cost.total_krw).toBeCloseTo(search.best.cost, 3);
      expect(cost.distance_km).toBeCloseTo(search.best.distance, 6);
    }
  });
});

describe('the limits of a tour', () => {
  it('are what a running tour has used and no more: the worked example', () => {
    const out = underWay(0, [0, 1], { fetched_kg: 30, done: 1 });
    const view = (weight_kg: number) =>
      runningView(
        [{ at: [1, 0], weight_kg }, { at: [2, 0], weight_kg }, { at: [3, 0], collection: true, weight_kg: 0 }, { at: [4, 0] }],
        [{ capacity_kg: 100, maxStops: 3, underWay: out }],
        [],
      );
    expect(canDrive(view(35), 0, [0, 1], true)).toBe(true);
    expect(canDrive(view(36), 0, [0, 1], true)).toBe(false);
    expect(canDrive(view(50), 0, [0, 1], false)).toBe(true);
    expect(canDrive(view(1), 0, [0, 2], true)).toBe(true);
    expect(canDrive(view(1), 0, [0, 1, 2], true)).toBe(false);
    expect(canDrive(view(1), 0, [3], true)).toBe(false);
  });

  it('are the kilometres from where the vehicle is, on top of those driven', () => {
    const at = (driven_km: number) =>
      runningView([{ at: [10, 0] }], [{ at: [12, 0], range_km: 40, underWay: underWay(0, [0], { driven_km }) }], []);
    expect(canDrive(at(28), 0, [0], true)).toBe(true);
    expect(canDrive(at(28.1), 0, [0], true)).toBe(false);
  });
});

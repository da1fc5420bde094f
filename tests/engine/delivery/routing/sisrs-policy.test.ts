import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { insertLeft } from '../../../../packages/engine/src/delivery/routing/insert-left.ts';
import { planCost } from '../../../../packages/engine/src/delivery/routing/plan-cost.ts';
import { savings } from '../../../../packages/engine/src/delivery/routing/savings.ts';
import { sisrs } from '../../../../packages/engine/src/delivery/routing/sisrs-policy.ts';
import { SolverProblem } from '../../../../packages/engine/src/delivery/routing/solver-problem.ts';
import { runningView, townView, underWay } from '../re-planning/view.ts';
import { faults, planeView, type Point, stop, totalLength_km, vehicle } from './view.ts';

const stream = (): RandomStream => new RandomStream('sisrs');
const line: Point[] = [
  [2, 0],
  [-1, 0],
  [3, 0],
];

describe('SISRs as a policy', () => {
  it('drives 8 km in the worked example, and first to the stop that closes first', () => {
    const fleet = [vehicle({ maxStops: 2 })];
    const view = planeView(line, fleet);
    const tours = sisrs.decide(view, stream());
    expect(faults(view, tours)).toEqual([]);
    expect(totalLength_km(view, tours)).toBe(8);
    const hurried = planeView(line, fleet, [stop(), stop(), stop({ closes_s: 0 })]);
    expect(sisrs.decide(hurried, stream())).toEqual([
      { vehicle: 0, stops: [2, 0] },
      { vehicle: 0, stops: [1] },
    ]);
  });

  it('keeps windows that savings does not look at, and the same seed gives the same tours', () => {
    const view = townView('windows', 40, 4);
    const tours = sisrs.decide(view, stream());
    expect(faults(view, tours)).toEqual([]);
    expect(planCost(view, tours).total_krw).toBeLessThan(0.6 * planCost(view, savings.decide(view, stream())).total_krw);
    expect(sisrs.decide(view, stream())).toEqual(tours);
  });

  it('is never worse than savings, also without an iteration', () => {
    for (const iterations of [0, 1, 50]) {
      for (const seed of ['a', 'b', 'c']) {
        const view = { ...townView(seed, 25, 3), iterations };
        const cost_krw = planCost(view, sisrs.decide(view, stream())).total_krw;
        expect(cost_krw).toBeLessThanOrEqual(planCost(view, savings.decide(view, stream())).total_krw);
      }
    }
  });

  it('serves what does not fit the shifts in overtime', () => {
    const town = townView('short shifts', 30, 2);
    const view = { ...town, vehicles: town.vehicles.map((offer) => ({ ...offer, shiftEnd_s: town.departure_s + 3 * 3600 })) };
    const tours = sisrs.decide(view, stream());
    expect(faults(view, tours)).toEqual([]);
    expect(planCost(view, tours).overtime_s).toBeGreaterThan(0);
    const none = { ...town, vehicles: town.vehicles.map((offer) => ({ ...offer, shiftEnd_s: 0 })) };
    expect(faults(none, sisrs.decide(none, stream()))).toEqual([]);
  });

  it('uses fewer vehicles when they cost more', () => {
    const points = Array.from({ length: 8 }, (_, i): Point => [i < 4 ? 6 : -6, i % 4]);
    const view = (fixed_krw: number) =>
      planeView(
        points,
        [vehicle({ fixed_krw, reload_s: 0 }), vehicle({ fixed_krw, reload_s: 0 })],
        points.map(() => stop({ closes_s: 3600 })),
      );
    const used = (fixed_krw: number) => new Set(sisrs.decide(view(fixed_krw), stream()).map((tour) => tour.vehicle)).size;
    expect(used(0)).toBe(2);
    expect(used(1_000_000)).toBe(1);
  });

  it('sends a vehicle that comes back later on a tour that begins later', () => {
    const points: Point[] = [
      [10, 0],
      [-10, 0],
    ];
    const view = planeView(
      points,
      [vehicle({ maxStops: 1, availableFrom_s: 7200 }), vehicle({ maxStops: 1 })],
      [stop({ closes_s: 1200 }), stop({ opens_s: 9000, closes_s: 9600 })],
    );
    expect(planCost(view, sisrs.decide(view, stream())).lateness_s).toBe(0);
  });
});

describe('stops that are left', () => {
  it('go in with overtime: the worked example', () => {
    const at = (hours: number, minutes: number): number => 3600 * hours + 60 * minutes;
    const points: Point[] = [
      [8, 0],
      [40 / 3, 0],
    ];
    const view = { ...planeView(points, [vehicle({ shiftEnd_s: at(18, 0) })]), departure_s: at(17, 10) };
    expect(planCost(view, [{ vehicle: 0, stops: [0] }]).tours[0]!.back_s).toBeCloseTo(at(17, 50), 6);
    const tours = insertLeft(view, [{ vehicle: 0, stops: [0] }], [1]);
    expect(tours).toHaveLength(1);
    expect(planCost(view, tours).tours[0]!.back_s).toBeCloseTo(at(18, 20), 6);
    expect(planCost(view, tours).overtime_s).toBeCloseTo(1200, 6);
  });

  it('stay out where no vehicle can take them', () => {
    const view = planeView(line, [vehicle()], [stop(), stop({ weight_kg: 5000 }), stop()]);
    expect(
      insertLeft(view, [], [0, 1, 2])
        .flatMap(({ stops }) => stops)
        .sort((a, b) => a - b),
    ).toEqual([0, 2]);
  });
});

describe('the problem of the search', () => {
  it('counts from the full hour, and asks for durations by the hour: the worked example', () => {
    const plane = planeView(line, [vehicle(), vehicle(), vehicle({ maxStops: 2 })]);
    const view = {
      ...plane,
      departure_s: 33_600,
      stops: [stop({ opens_s: 36_000, release_s: 34_000 }), stop({ collection: true, release_s: 37_000 }), stop()],
      duration_s: (from: number, to: number, at_s: number) => plane.duration_s(from, to, 0) + Math.floor(at_s / 3600),
    };
    const settings = { stops: [0, 1, 2], until_s: 40_200, unserved_krw: 1e6, apart: false, staying: [[], [], []] };
    const { problem } = new SolverProblem(view, settings);
    expect(problem.node.opens[0]).toBe(1200);
    expect([...problem.node.opens.subarray(1)]).toEqual([3600, 37_000 - 32_400, -32_400]);
    expect([...problem.node.release]).toEqual([0, 1600, 0, 0]);
    expect(problem.travel.durations.map((table) => table[1]! - plane.duration_s(-1, 0, 0))).toEqual([9, 10, 11]);
    expect(problem.vehicles.map(({ count }) => count)).toEqual([2, 1]);
    expect(new SolverProblem(plane, { ...settings, until_s: 90_000 }).problem.travel.durations).toHaveLength(1);
  });

  it('keeps vehicles and running tours there and back', () => {
    const view = runningView(
      line.map((at) => ({ at })),
      [{ at: [1, 1], underWay: underWay(500, []) }, {}, { at: [0, 2], underWay: underWay(700, [1]) }],
      [],
    );
    const tours = [
      { vehicle: 0, stops: [] },
      { vehicle: 0, stops: [2] },
      { vehicle: 1, stops: [0] },
      { vehicle: 2, stops: [1] },
    ];
    const solver = new SolverProblem(view, {
      stops: [0, 1, 2],
      until_s: 3600,
      unserved_krw: 1e6,
      apart: true,
      staying: [[], [], [1]],
    });
    expect(solver.problem.vehicles.map(({ startNode, onBoard, shiftStart }) => [startNode, onBoard, shiftStart])).toEqual([
      [4, [], 500],
      [0, [], 0],
      [5, [2], 700],
    ]);
    const plan = solver.plan(tours);
    expect(plan.routes.map(({ visits }) => visits)).toEqual([[0, 3], [1], [2]]);
    expect(solver.tours(view, plan)).toEqual(tours);
  });
});

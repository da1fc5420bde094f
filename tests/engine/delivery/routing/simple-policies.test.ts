import { describe, expect, it } from 'vitest';
import { cutIntoRuns, districtsOf, fixedZones } from '../../../../packages/engine/src/delivery/routing/fixed-zones.ts';
import { nearestNeighbour } from '../../../../packages/engine/src/delivery/routing/nearest-neighbour.ts';
import { turnOf } from '../../../../packages/engine/src/delivery/routing/polar-angle.ts';
import { RoutingProblem } from '../../../../packages/engine/src/delivery/routing/problem.ts';
import { savings } from '../../../../packages/engine/src/delivery/routing/savings.ts';
import { sweep, sweepTours } from '../../../../packages/engine/src/delivery/routing/sweep.ts';
import { anyStream, faults, planeView, type Point, stop, totalLength_km, vehicle } from './view.ts';

describe('polar angle', () => {
  it('grows with the angle from east round to east', () => {
    const points: Point[] = [
      [1, 0],
      [1, 1],
      [0, 3],
      [-2, 0],
      [0, -1],
    ];
    expect(points.map(([east, north]) => turnOf(east, north))).toEqual([0, 0.125, 0.25, 0.5, 0.75]);
    expect(turnOf(0, 0)).toBe(0);
    const turns = Array.from({ length: 360 }, (_, d) => turnOf(Math.cos((d * Math.PI) / 180), Math.sin((d * Math.PI) / 180)));
    for (let d = 1; d < 360; d++) expect(turns[d]).toBeGreaterThan(turns[d - 1]!);
    expect(turns[359]).toBeLessThan(1);
  });
});

describe('sweep', () => {
  const cross: Point[] = [
    [1, 0],
    [0, 1],
    [-1, 0],
    [0, -1],
  ];

  it('cuts the round into tours: the worked example', () => {
    const view = planeView(cross, [vehicle({ maxStops: 2 })]);
    expect(sweepTours(new RoutingProblem(view))).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(totalLength_km(view, sweep.decide(view, anyStream()))).toBeCloseTo(4 + 2 * Math.SQRT2, 9);
  });

  it('begins where the tours become shortest: two groups are not cut', () => {
    // Beginning with the stop at east, {0}, {1, 2}, {3} would be three tours for room for two.
    const groups: Point[] = [
      [8, 1],
      [8, -1],
      [-8, 1],
      [-8, -1],
    ];
    const view = planeView(groups, [vehicle({ maxStops: 2 }), vehicle({ maxStops: 2 })]);
    const tours = sweep.decide(view, anyStream());
    expect(tours.map(({ stops }) => [...stops].sort((a, b) => a - b))).toEqual(
      expect.arrayContaining([
        [0, 1],
        [2, 3],
      ]),
    );
    expect(totalLength_km(view, tours)).toBeCloseTo(4 * Math.sqrt(65) + 4, 9);
  });

  it('puts each tour into a good order, but trades no stop between tours', () => {
    const points: Point[] = Array.from({ length: 24 }, (_, i) => [((i * 37) % 41) - 20, ((i * 23) % 31) - 15]);
    const view = planeView(points, [vehicle({ maxStops: 6 })]);
    const tours = sweep.decide(view, anyStream());
    expect(faults(view, tours)).toEqual([]);
    // Every tour is a run of the round: its stops' turns do not enclose those of another.
    const round = points.map((_, s) => s).sort((a, b) => turnOf(...points[a]!) - turnOf(...points[b]!) || a - b);
    for (const { stops } of tours) {
      const ranks = stops.map((s) => round.indexOf(s)).sort((a, b) => a - b);
      const gaps = ranks.filter((rank, i) => i > 0 && rank !== ranks[i - 1]! + 1);
      expect(gaps.length).toBeLessThanOrEqual(1);
    }
  });
});

describe('fixed zones', () => {
  const points: Point[] = [
    [5, 0],
    [6, 0.2],
    [7, -0.1],
    [0, 5],
    [0.1, 6],
    [-5, 0],
    [-6, 0.1],
    [-7, 0.2],
    [-8, 0.1],
  ];
  const zones = [0, 0, 0, 1, 1, 2, 2, 2, 2];
  const view = planeView(
    points,
    [vehicle(), vehicle()],
    zones.map((zone) => stop({ zone })),
  );

  it('gives drivers zones that lie side by side: the worked example', () => {
    expect(districtsOf(new RoutingProblem(view)).map((stops) => [...stops].sort((a, b) => a - b))).toEqual([
      [0, 1, 2, 3, 4],
      [5, 6, 7, 8],
    ]);
    const tours = fixedZones.decide(view, anyStream());
    expect(faults(view, tours)).toEqual([]);
    expect(tours).toEqual([
      { vehicle: 0, stops: [0, 1, 2, 3, 4] },
      { vehicle: 1, stops: [5, 6, 7, 8] },
    ]);
  });

  it('leaves each driver his zones when one of them has more to do, and sends him out again', () => {
    const more: Point[] = [...points, ...Array.from({ length: 4 }, (_, i): Point => [4 + i / 10, 0.1])];
    const busy = planeView(
      more,
      [vehicle({ maxStops: 5 }), vehicle({ maxStops: 5 })],
      [...zones, 0, 0, 0, 0].map((zone) => stop({ zone })),
    );
    const tours = fixedZones.decide(busy, anyStream());
    expect(faults(busy, tours)).toEqual([]);
    // East alone is now as much as north and west together: north changes hands, east and west do not.
    const driverOf = (zone: number): Set<number> =>
      new Set(tours.filter(({ stops }) => stops.some((s) => busy.stops[s]!.zone === zone)).map(({ vehicle: v }) => v));
    expect(driverOf(0)).toEqual(new Set([0]));
    expect(driverOf(2)).toEqual(new Set([1]));
    expect(tours.filter(({ vehicle: v }) => v === 0).length).toBe(2);
  });

  it('splits a zone by angle where there are more drivers than zones', () => {
    const one = planeView(points, [vehicle(), vehicle(), vehicle()]);
    const districts = districtsOf(new RoutingProblem(one));
    expect(districts.map(({ length }) => length)).toEqual([3, 3, 3]);
    expect(faults(one, fixedZones.decide(one, anyStream()))).toEqual([]);
  });

  it('hands a stop that the driver cannot carry to the next who can', () => {
    const cold = planeView(
      points,
      [vehicle({ compartments: 1 }), vehicle({ compartments: 3 })],
      zones.map((zone, s) => stop({ zone, compartments: s === 0 ? 2 : 1 })),
    );
    const tours = fixedZones.decide(cold, anyStream());
    expect(faults(cold, tours)).toEqual([]);
    expect(tours.find(({ stops }) => stops.includes(0))!.vehicle).toBe(1);
  });

  it('cuts a row so that the heaviest run is lightest', () => {
    expect(cutIntoRuns([3, 2, 4], 2)).toEqual([
      [0, 2],
      [2, 3],
    ]);
    expect(cutIntoRuns([1, 1, 1, 9], 3).map(([from, to]) => to - from)).toContain(1);
    expect(cutIntoRuns([], 2)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });
});

describe('vehicles that are still out', () => {
  it('come after those that can leave at once', () => {
    const points: Point[] = [
      [2, 0],
      [-3, 0],
    ];
    const fleet = [vehicle({ availableFrom_s: 7200, maxStops: 1 }), vehicle({ maxStops: 1 }), vehicle({ maxStops: 1 })];
    for (const policy of [nearestNeighbour, savings, sweep]) {
      const tours = policy.decide(planeView(points, fleet), anyStream());
      expect(tours.map(({ vehicle: v }) => v).sort((a, b) => a - b)).toEqual([1, 2]);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { improveTours } from '../../../../packages/engine/src/delivery/routing/local-search.ts';
import { nearestNeighbour } from '../../../../packages/engine/src/delivery/routing/nearest-neighbour.ts';
import { vehicleRoutingPolicies } from '../../../../packages/engine/src/delivery/routing/policies.ts';
import { RoutingProblem } from '../../../../packages/engine/src/delivery/routing/problem.ts';
import { savings, savingsTours } from '../../../../packages/engine/src/delivery/routing/savings.ts';
import { assignVehicles } from '../../../../packages/engine/src/delivery/routing/vehicle-assignment.ts';
import { anyStream, faults, length_km, planeView, type Point, stop, totalLength_km, vehicle } from './view.ts';

const line: Point[] = [
  [2, 0],
  [-1, 0],
  [3, 0],
];

describe('nearest neighbour', () => {
  it('drives 12 km in the worked example', () => {
    const view = planeView(line, [vehicle({ maxStops: 2 })]);
    const tours = nearestNeighbour.decide(view, anyStream());
    expect(tours).toEqual([
      { vehicle: 0, stops: [1, 0] },
      { vehicle: 0, stops: [2] },
    ]);
    expect(totalLength_km(view, tours)).toBe(12);
  });

  it('passes over a near stop that is too heavy and comes back for it', () => {
    const asked = [{ weight_kg: 600 }, { weight_kg: 600 }, { weight_kg: 300 }].map(stop);
    const tours = nearestNeighbour.decide(
      planeView(
        [
          [1, 0],
          [2, 0],
          [3, 0],
        ],
        [vehicle()],
        asked,
      ),
      anyStream(),
    );
    expect(tours.map((tour) => tour.stops)).toEqual([[0, 2], [1]]);
  });
});

describe('savings', () => {
  it('drives 8 km in the worked example', () => {
    const view = planeView(line, [vehicle({ maxStops: 2 })]);
    const tours = savings.decide(view, anyStream());
    expect(faults(view, tours)).toEqual([]);
    expect(totalLength_km(view, tours)).toBe(8);
  });

  it('dissolves a short tour rather than send a vehicle out twice', () => {
    // 70, 20, 20 and 80 kg, two vehicles for 100 kg. The nearest pair, the two of 20 kg, is joined: three tours.
    const view = planeView(
      [
        [3, 0],
        [1, 4],
        [2, 2],
        [-4, 0],
      ],
      [vehicle({ capacity_kg: 100 }), vehicle({ capacity_kg: 100 })],
      [70, 20, 20, 80].map((weight_kg) => stop({ weight_kg })),
    );
    expect(savingsTours(new RoutingProblem(view))).toEqual([[0], [1, 2], [3]]);
    const tours = savings.decide(view, anyStream());
    expect(faults(view, tours)).toEqual([]);
    expect(tours).toEqual([
      { vehicle: 0, stops: [1, 3] },
      { vehicle: 1, stops: [2, 0] },
    ]);
  });
});

describe('local search', () => {
  it('uncrosses a tour: the worked example', () => {
    const view = planeView(
      [
        [0, 1],
        [1, 1],
        [1, 0],
      ],
      [vehicle()],
    );
    const tours = [[0, 2, 1]];
    improveTours(new RoutingProblem(view), tours);
    expect(tours).toHaveLength(1);
    expect(length_km(view, tours[0]!)).toBe(4);
  });

  it('never lengthens, and ends with legal tours, also with one-way roads', () => {
    const points: Point[] = Array.from({ length: 40 }, (_, i) => [((i * 37) % 41) - 20, ((i * 23) % 31) - 15]);
    const plane = planeView(points, [vehicle({ maxStops: 9 })]);
    const view = { ...plane, distance_km: (a: number, b: number) => plane.distance_km(a, b) * (a < b ? 1.3 : 1) };
    const tours = Array.from({ length: 5 }, (_, t) => Array.from({ length: 8 }, (_, i) => t + 5 * i));
    const before = tours.reduce((sum, tour) => sum + length_km(view, tour), 0);
    improveTours(new RoutingProblem(view), tours);
    const after = tours.reduce((sum, tour) => sum + length_km(view, tour), 0);
    expect(after).toBeLessThan(before * 0.6);
    expect(
      faults(
        view,
        tours.map((stops) => ({ vehicle: 0, stops })),
      ),
    ).toEqual([]);
  });
});

describe('vehicle assignment', () => {
  it('sends as many tours as possible out at once, the longest first: the worked example', () => {
    const asked = [stop({ compartments: 1 }), stop({ compartments: 2 }), stop({ compartments: 1 })];
    const view = planeView(
      [
        [20, 0],
        [15, 0],
        [10, 0],
      ],
      [vehicle({ compartments: 3 }), vehicle({ compartments: 1 })],
      asked,
    );
    expect(assignVehicles(new RoutingProblem(view), [[0], [1], [2]])).toEqual([
      { vehicle: 0, stops: [1] },
      { vehicle: 1, stops: [0] },
      { vehicle: 0, stops: [2] },
    ]);
  });
});

describe('every vehicle routing policy', () => {
  it('leaves out a stop that no vehicle can carry, for each reason', () => {
    const asked = [stop(), stop({ weight_kg: 2000 }), stop({ volume_l: 9000 }), stop({ compartments: 8 }), stop()];
    const points: Point[] = [
      [1, 0],
      [1, 1],
      [1, 2],
      [1, 3],
      [150, 0],
    ];
    const view = planeView(points, [vehicle({ range_km: 211 })], asked);
    for (const policy of vehicleRoutingPolicies) {
      expect(policy.decide(view, anyStream())).toEqual([{ vehicle: 0, stops: [0] }]);
    }
  });

  it('plans nothing for no stops or no vehicles', () => {
    for (const policy of vehicleRoutingPolicies) {
      expect(policy.decide(planeView([], [vehicle()]), anyStream())).toEqual([]);
      expect(policy.decide(planeView(line, []), anyStream())).toEqual([]);
    }
  });

  it('gives chilled stops to the vehicle with a cold compartment', () => {
    const asked = [stop({ compartments: 3 }), stop(), stop({ compartments: 2 }), stop()];
    const view = planeView(
      [
        [1, 0],
        [2, 0],
        [3, 0],
        [4, 0],
      ],
      [vehicle({ compartments: 1, maxStops: 2 }), vehicle({ compartments: 3, maxStops: 2 })],
      asked,
    );
    for (const policy of vehicleRoutingPolicies) expect(faults(view, policy.decide(view, anyStream()))).toEqual([]);
  });
});

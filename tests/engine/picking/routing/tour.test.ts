import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { Model } from '../../../../packages/engine/src/model/model.ts';
import { walkingDistance_m } from '../../../../packages/engine/src/model/network.ts';
import { shortestSequence } from '../../../../packages/engine/src/picking/routing/network-tour.ts';
import { optimalWalk } from '../../../../packages/engine/src/picking/routing/optimal.ts';
import { composite, optimal, routingPolicies, sShape } from '../../../../packages/engine/src/picking/routing/policies.ts';
import type { RoutingView } from '../../../../packages/engine/src/picking/routing/policy.ts';
import { sShapeWalk } from '../../../../packages/engine/src/picking/routing/s-shape.ts';
import { chainAreas, composeTour, sequenceLength_m } from '../../../../packages/engine/src/picking/routing/tour.ts';
import { type AreaPlan, type Face, restrict, type Restrictions, testBuilding } from './building.ts';

const random = new RandomStream('tour-test');

/** Two areas with one gate each: A at x 10, B at x 30; each two aisles, 4 m apart, 10 m long, 3 m above the lane. */
const TWO: AreaPlan[] = [
  { id: 'A', aisles_x_m: [10, 14], crossAisles_y_m: [3, 13], gates: [0] },
  { id: 'B', aisles_x_m: [30, 34], crossAisles_y_m: [3, 13], gates: [0] },
];

/** Five areas, some with several gates. */
const FIVE: AreaPlan[] = [
  { id: 'A', aisles_x_m: [5, 9, 13], crossAisles_y_m: [3, 12, 20], gates: [0, 2] },
  { id: 'B', aisles_x_m: [20, 26], crossAisles_y_m: [4, 15], gates: [1] },
  { id: 'C', aisles_x_m: [40, 43, 46, 50], crossAisles_y_m: [3, 14], gates: [0, 3] },
  { id: 'D', aisles_x_m: [60], crossAisles_y_m: [8, 18], gates: [0] },
  { id: 'E', aisles_x_m: [70, 75], crossAisles_y_m: [2, 9, 16, 25], gates: [0, 1] },
];

function randomFaces(plans: readonly AreaPlan[], count: number, areas: number): Face[] {
  return Array.from({ length: count }, () => {
    const area = random.integer(areas);
    const { aisles_x_m, crossAisles_y_m } = plans[area]!;
    const block = random.integer(crossAisles_y_m.length - 1);
    const length = crossAisles_y_m[block + 1]! - crossAisles_y_m[block]!;
    return { area, aisle: random.integer(aisles_x_m.length), block, offset_m: 1 + random.integer(length - 1) };
  });
}

function viewOf(plans: readonly AreaPlan[], faces: readonly Face[], start_x = 2, end_x = start_x): RoutingView {
  const { network, areas, stops, lanePlaces } = testBuilding(plans, faces, [start_x, end_x]);
  return { network, areas, stops, start: lanePlaces[0]!, end: lanePlaces[1]! };
}

/** Length of walking the stops in a sequence. */
function walked(view: RoutingView, sequence: readonly number[]): number {
  let here = view.start;
  let length = 0;
  for (const s of sequence) {
    length += walkingDistance_m(view.network, here, view.stops[s]!.place);
    here = view.stops[s]!.place;
  }
  return length + walkingDistance_m(view.network, here, view.end);
}

function leastOverAllOrders(view: RoutingView): number {
  const orders = (rest: number[]): number[][] =>
    rest.length === 0 ? [[]] : rest.flatMap((s) => orders(rest.filter((t) => t !== s)).map((order) => [s, ...order]));
  return Math.min(...orders(view.stops.map((_, s) => s)).map((order) => walked(view, order)));
}

describe('a tour over a building', () => {
  it('visits the areas in the best order, each from its gate', () => {
    // Start and end at x 2: lane 8 to A, 3 up; A: 5 up, 5 back; 3 down, lane 20 to B, 3 up, 10 up, 4, 10 down, 4, 3 down,
    // lane 28 home. The other way round is as long, so the lower area comes first.
    const view = viewOf(TWO, [
      { area: 1, aisle: 0, block: 0, offset_m: 9 },
      { area: 0, aisle: 0, block: 0, offset_m: 5 },
      { area: 1, aisle: 1, block: 0, offset_m: 9 },
    ]);
    const route = sShape.decide(view, random);
    expect(route.sequence).toEqual([1, 0, 2]);
    expect(route.length_m).toBe(8 + 3 + 5 + 5 + 3 + 20 + 3 + 10 + 4 + 10 + 4 + 3 + 28);
  });

  it('starts with the area at the start where it ends at the other', () => {
    const faces = [
      { area: 0, aisle: 0, block: 0, offset_m: 5 },
      { area: 1, aisle: 0, block: 0, offset_m: 5 },
    ];
    expect(composeTour(viewOf(TWO, faces, 2, 50), () => sShapeWalk).sequence).toEqual([0, 1]);
    expect(composeTour(viewOf(TWO, faces, 50, 2), () => sShapeWalk).sequence).toEqual([1, 0]);
  });

  it('goes straight to the end where there is nothing to pick', () => {
    for (const policy of routingPolicies) {
      expect(policy.decide(viewOf(TWO, [], 2, 50), random)).toMatchObject({ sequence: [], length_m: 48 });
    }
  });

  it('is a permutation of the stops, and its length is that of walking it, under every policy', () => {
    for (let n = 0; n < 60; n++) {
      const view = viewOf(FIVE, randomFaces(FIVE, 1 + random.integer(30), 1 + random.integer(5)), 2, n % 2 === 0 ? 2 : 55);
      for (const policy of routingPolicies) {
        const route = policy.decide(view, random);
        expect([...route.sequence].sort((a, b) => a - b)).toEqual(view.stops.map((_, s) => s));
        expect(route.length_m).toBe(walked(view, route.sequence));
        expect(route.length_m).toBe(sequenceLength_m(view, route.sequence));
      }
    }
  });

  it('is the shortest of all orders on small tours under the optimal policy', () => {
    for (let n = 0; n < 40; n++) {
      const view = viewOf(FIVE, randomFaces(FIVE, 1 + random.integer(6), 5), 2, n % 2 === 0 ? 2 : 55);
      expect(optimal.decide(view, random).length_m).toBeCloseTo(leastOverAllOrders(view), 9);
      expect(walked(view, shortestSequence(view))).toBeCloseTo(leastOverAllOrders(view), 9);
    }
  });

  it('is never longer under the optimal policy than the chained areas or any rule', () => {
    for (let n = 0; n < 60; n++) {
      const view = viewOf(FIVE, randomFaces(FIVE, 9 + random.integer(30), 5), 2, n % 2 === 0 ? 2 : 55);
      const { length_m } = optimal.decide(view, random);
      expect(length_m).toBeLessThanOrEqual(
        walked(
          view,
          chainAreas(view, () => optimalWalk),
        ) + 1e-9,
      );
      for (const rule of routingPolicies) expect(length_m).toBeLessThanOrEqual(rule.decide(view, random).length_m * 1.02);
    }
  });

  it('takes the nearest area next beyond six areas', () => {
    const eight = Array.from({ length: 8 }, (_, a): AreaPlan => ({
      id: `A${a}`,
      aisles_x_m: [10 + 20 * a, 14 + 20 * a],
      crossAisles_y_m: [3, 13],
      gates: [0],
    }));
    const faces = [5, 2, 7, 0, 3, 6, 1, 4].map((area) => ({ area, aisle: 0, block: 0, offset_m: 5 }));
    expect(sShape.decide(viewOf(eight, faces), random).sequence).toEqual([3, 6, 1, 4, 7, 0, 5, 2]);
  });
});

describe('what a building must have', () => {
  const modelOf = (plans: readonly AreaPlan[], change: (view: RoutingView) => RoutingView = (view) => view): Model => {
    const { network, areas } = change(viewOf(plans, []));
    return { network, building: { areas } } as unknown as Model;
  };

  it('supports rectangular areas', () => {
    for (const policy of routingPolicies) expect(policy.supports(modelOf(FIVE))).toEqual({ ok: true });
  });

  it('takes one-way and closed aisles, and names the aisle that no way leads to or back from', () => {
    const restricted = (restrictions: Restrictions): Model => modelOf(TWO, (view) => restrict(view, restrictions));
    expect(sShape.supports(restricted({ '1/1/0': 'up', '0/1/0': 'closed' }))).toEqual({ ok: true });
    expect(sShape.supports(restricted({ '1/0/0': 'up', '1/1/0': 'down' }))).toEqual({ ok: true });
    // Both aisles of B lead away from the gate: nobody comes back.
    expect(sShape.supports(restricted({ '1/0/0': 'up', '1/1/0': 'up' }))).toEqual({
      ok: false,
      because: 'Area B has aisle 1 in block 1 that no way leads back from; open one, or close the aisle.',
    });
    expect(sShape.supports(restricted({ '1/0/0': 'down', '1/1/0': 'down' }))).toEqual({
      ok: false,
      because: 'Area B has aisle 1 in block 1 that no way leads to; open one, or close the aisle.',
    });
  });

  it('refuses an area whose aisles do not cross every cross-aisle', () => {
    const model = modelOf(TWO, (view) => ({
      ...view,
      areas: [{ ...view.areas[0]!, crossingNodes: view.areas[0]!.crossingNodes.slice(1) }],
    }));
    expect(sShape.supports(model)).toMatchObject({
      ok: false,
      because: expect.stringContaining('does not cross every cross-aisle'),
    });
  });

  it('refuses more blocks than the exact method is practical for, but only where nothing else can be done', () => {
    const model = modelOf([{ id: 'A', aisles_x_m: [10, 14], crossAisles_y_m: [3, 9, 15, 21, 27, 33], gates: [0] }]);
    expect(sShape.supports(model)).toEqual({ ok: true });
    expect(optimal.supports(model)).toEqual({ ok: true });
    expect(composite.supports(model)).toEqual({ ok: false, because: 'Area A has 5 blocks; this policy is practical up to 4.' });
  });
});

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import {
  alongPassages,
  BACK_ONLY,
  BOTH_WAYS,
  DOWNWARDS,
  FRONT_ONLY,
  NO_WAY,
  passage,
  UPWARDS,
} from '../../../../packages/engine/src/picking/routing/passages.ts';
import { largestGap, sShape } from '../../../../packages/engine/src/picking/routing/policies.ts';
import type { RoutingView } from '../../../../packages/engine/src/picking/routing/policy.ts';
import { groupStops } from '../../../../packages/engine/src/picking/routing/stop-groups.ts';
import { type AreaPlan, type Face, restrict, testBuilding } from './building.ts';
import { laneView } from './network.ts';

/** Four aisles of 10 m, gates at both ends of the front. */
const PLAN: AreaPlan[] = [{ id: 'A', aisles_x_m: [10, 14, 18, 22], crossAisles_y_m: [3, 13], gates: [0, 3] }];
const face = (aisle: number, offset_m: number): Face => ({ area: 0, aisle, block: 0, offset_m });

function viewOf(faces: readonly Face[]): RoutingView {
  const { network, areas, stops, lanePlaces } = testBuilding(PLAN, faces, [2]);
  return { network, areas, stops, start: lanePlaces[0]!, end: lanePlaces[0]! };
}

describe('passages', () => {
  it('are what the network says of a sub-aisle', () => {
    const view = restrict(viewOf([]), { '0/0/0': 'up', '0/1/0': 'down', '0/2/0': 'closed' });
    const area = view.areas[0]!;
    expect([0, 1, 2, 3].map((aisle) => passage(view.network, area, aisle, 0))).toEqual([UPWARDS, DOWNWARDS, NO_WAY, BOTH_WAYS]);
    const missing = { ...area, subaisleEdges: [-1, ...area.subaisleEdges.slice(1)] };
    expect(passage(view.network, missing, 0, 0)).toBe(NO_WAY);
    // Aisle 3 does not meet its back (front) crossing: open at its other end only.
    const elsewhere = area.crossingNodes[0]!;
    const atBack = { ...area, crossingNodes: [...area.crossingNodes.slice(0, 7), elsewhere] };
    const atFront = { ...area, crossingNodes: area.crossingNodes.map((node, at) => (at === 3 ? elsewhere : node)) };
    expect(passage(view.network, atBack, 3, 0)).toBe(FRONT_ONLY);
    expect(passage(view.network, atFront, 3, 0)).toBe(BACK_ONLY);
  });

  it('turn a sub-aisle walked against its direction round: 2, 5, 8', () => {
    const view = restrict(viewOf([face(1, 8), face(1, 5), face(1, 2)]), { '0/1/0': 'up' });
    expect(alongPassages(view, [0, 1, 2])).toEqual([2, 1, 0]);
    const free = viewOf([face(1, 8), face(1, 5), face(1, 2)]);
    const sequence = [0, 1, 2];
    expect(alongPassages(free, sequence)).toBe(sequence);
  });

  it('draw together what largest gap splits', () => {
    const faces = [face(0, 5), face(1, 1), face(1, 9), face(2, 5)];
    const random = new RandomStream('passages');
    expect(largestGap.decide(viewOf(faces), random).sequence).toEqual([0, 2, 3, 1]);
    const oneWay = restrict(viewOf(faces), { '0/1/0': 'down' });
    expect(largestGap.decide(oneWay, random).sequence).toEqual([0, 2, 1, 3]);
  });

  it('let S-shape walk one-way aisles in their direction: up, down, up, down without an extra metre', () => {
    const faces = [face(0, 5), face(1, 5), face(2, 5), face(3, 5)];
    const random = new RandomStream('passages');
    const free = sShape.decide(viewOf(faces), random);
    const along = restrict(viewOf(faces), { '0/0/0': 'up', '0/1/0': 'down', '0/2/0': 'up', '0/3/0': 'down' });
    expect(sShape.decide(along, random)).toEqual(free);
    const against = restrict(viewOf(faces), { '0/0/0': 'down', '0/1/0': 'up', '0/2/0': 'down', '0/3/0': 'up' });
    expect(sShape.decide(against, random).length_m).toBeGreaterThan(free.length_m);
  });
});

describe('groups of stops', () => {
  it('are the stops inside a one-way edge, 3 m from 2 to 5 m; stops at its ends stand alone', () => {
    // A ring: the one-way edge 0 - 1, back over 1 - 2 and 2 - 0.
    const view = laneView(
      [
        [0, 1, 10, 1],
        [1, 2, 10],
        [2, 0, 10],
      ],
      [2, 5],
      [2, 5],
      [
        [0, 5],
        [0, 2],
        [0, 10],
        [1, 5],
      ],
    );
    const { groups, matrix_m, inner_m, reversible } = groupStops(view);
    expect(groups).toEqual([[1, 0], [2], [3]]);
    expect(inner_m).toBe(3);
    expect(reversible).toBe(false);
    // Start to the group: 5 to node 0 and 2 on; from the group to the stop at node 1: 5.
    expect(matrix_m[3 * 5]).toBe(7);
    expect(matrix_m[1]).toBe(5);
  });
});

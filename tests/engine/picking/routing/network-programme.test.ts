import { describe, expect, it } from 'vitest';

import { TourGraph } from '../../../../packages/engine/src/picking/routing/network-graph.ts';
import { sweepRanks } from '../../../../packages/engine/src/picking/routing/network-order.ts';
import { networkOptimum } from '../../../../packages/engine/src/picking/routing/network-programme.ts';
import { graphTrail } from '../../../../packages/engine/src/picking/routing/network-trail.ts';
import { sequenceLength_m } from '../../../../packages/engine/src/picking/routing/tour.ts';
import { type Lane, laneView } from './network.ts';

/** A ring of four lanes of 10 m: corners 0, 1, 2, 3. */
const RING: Lane[] = [
  [0, 1, 10],
  [1, 2, 10],
  [2, 3, 10],
  [3, 0, 10],
];

describe('the programme over a network', () => {
  it('goes in and out of both lanes: 16 m; once round with a stop at the opposite corner: 40 m', () => {
    const near = laneView(
      RING,
      [0, 0],
      [0, 0],
      [
        [0, 4],
        [3, 6],
      ],
    );
    const { sequence, proved } = networkOptimum(near, 100, 10_000);
    expect(proved).toBe(true);
    expect(sequenceLength_m(near, sequence!)).toBe(16);
    const far = laneView(
      RING,
      [0, 0],
      [0, 0],
      [
        [0, 4],
        [3, 6],
        [1, 10],
      ],
    );
    expect(sequenceLength_m(far, networkOptimum(far, 100, 10_000).sequence!)).toBe(40);
  });

  it('says that nothing is shorter than what is known, and gives up where it may not work', () => {
    const far = laneView(
      RING,
      [0, 0],
      [0, 0],
      [
        [0, 4],
        [3, 6],
        [1, 10],
      ],
    );
    expect(networkOptimum(far, 40, 10_000)).toEqual({ proved: true });
    expect(networkOptimum(far, 100, 1)).toEqual({ proved: false });
  });

  it('starts and ends in the middle of lanes, at different points of one of them too', () => {
    const open = laneView(
      RING,
      [0, 2],
      [0, 8],
      [
        [2, 5],
        [0, 5],
      ],
    );
    // Back to the corner, round to the other end: 2 + 30 + 2, and in to the stop between and out: 3 + 3 from either end.
    expect(sequenceLength_m(open, networkOptimum(open, 100, 10_000).sequence!)).toBe(40);
  });

  it('does not walk closed lanes', () => {
    const view = laneView([[0, 1, 10, 2], ...RING.slice(1)], [3, 10], [3, 10], [[1, 0]]);
    expect(sequenceLength_m(view, networkOptimum(view, 100, 10_000).sequence!)).toBe(60);
  });
});

describe('the graph of a tour', () => {
  it('leaves dead ends without stops out and makes detours of the others: 6 m at the start', () => {
    const view = laneView(
      [
        [0, 1, 4],
        [0, 2, 10],
      ],
      [0, 0],
      [0, 0],
      [[0, 3]],
    );
    const graph = new TourGraph(view);
    expect(graph.sweep()).toEqual([0]);
    expect(graph.edgesOf(0)).toEqual([]);
    expect(graph.detours[0]).toEqual([0]);
    expect(graph.fixed_m).toBe(6);
    expect(graphTrail(graph, new Uint8Array(graph.edges.length))).toEqual([0]);
  });

  it('walks a ring behind a vertex round, or from both ends where a long stretch is empty', () => {
    const round = new TourGraph(
      laneView(
        RING,
        [0, 0],
        [0, 0],
        [
          [0, 8],
          [2, 5],
        ],
      ),
    );
    expect([round.fixed_m, round.detours[0]]).toEqual([40, [0, 1]]);
    const split = new TourGraph(
      laneView(
        RING,
        [0, 0],
        [0, 0],
        [
          [0, 8],
          [3, 5],
        ],
      ),
    );
    expect(split.fixed_m).toBe(26);
    expect(new Set(split.detours[0])).toEqual(new Set([0, 1]));
  });

  it('keeps the shorter of parallel lanes without stops', () => {
    const graph = new TourGraph(
      laneView(
        [
          [0, 1, 10],
          [0, 1, 8],
        ],
        [0, 0],
        [0, 10],
        [],
      ),
    );
    expect(graph.edgesOf(0).map((edge) => graph.edges[edge]!.length_m)).toEqual([8]);
  });
});

describe('the sweep over a network', () => {
  it('goes over a ladder from one end to the other', () => {
    const lanes: Lane[] = [];
    for (let i = 0; i < 10; i++) {
      lanes.push([2 * i, 2 * i + 1, 1]);
      if (i < 9) lanes.push([2 * i, 2 * i + 2, 1], [2 * i + 1, 2 * i + 3, 1]);
    }
    const { network } = laneView(lanes, [0, 0], [0, 0], []);
    const ranks = sweepRanks(network);
    const order = [...ranks.keys()].sort((a, b) => ranks[a]! - ranks[b]!);
    let widest = 0;
    order.forEach((_, at) => {
      const done = new Set(order.slice(0, at + 1));
      const inside = new Set([order[at]!]);
      for (const [from, to] of lanes) {
        if (done.has(from) && !done.has(to)) inside.add(to);
        if (done.has(to) && !done.has(from)) inside.add(from);
      }
      widest = Math.max(widest, inside.size);
    });
    expect(widest).toBe(3);
  });
});

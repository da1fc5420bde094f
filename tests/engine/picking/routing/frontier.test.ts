import { describe, expect, it } from 'vitest';

import { COMPLETE, IMPOSSIBLE, UNTOUCHED } from '../../../../packages/engine/src/picking/routing/frontier-classes.ts';
import { Layers } from '../../../../packages/engine/src/picking/routing/layers.ts';
import { MAX_FRONTIER, NetworkClasses } from '../../../../packages/engine/src/picking/routing/network-classes.ts';
import { TourGraph } from '../../../../packages/engine/src/picking/routing/network-graph.ts';
import { graphTrail } from '../../../../packages/engine/src/picking/routing/network-trail.ts';
import { PartialTours } from '../../../../packages/engine/src/picking/routing/partial-tours.ts';
import {
  FROM_BACK,
  FROM_FRONT,
  LARGEST_GAP,
  ONE_PASS,
  TWO_PASSES,
} from '../../../../packages/engine/src/picking/routing/tour-plan.ts';
import { laneView } from './network.ts';

describe('classes at a frontier', () => {
  it('an edge walked once makes both ends odd: neither can be left; walked twice, both can, and the tour is complete', () => {
    const tours = new NetworkClasses();
    const once = tours.after(UNTOUCHED, tours.edgeStep(0, 1) + ONE_PASS);
    expect(tours.after(once, tours.leaveStep(0))).toBe(IMPOSSIBLE);
    const twice = tours.after(UNTOUCHED, tours.edgeStep(0, 1) + TWO_PASSES);
    expect(tours.after(tours.after(twice, tours.leaveStep(0)), tours.leaveStep(1))).toBe(COMPLETE);
    expect(tours.after(COMPLETE, tours.touchStep(2))).toBe(IMPOSSIBLE);
    expect(tours.after(COMPLETE, tours.edgeStep(0, 1))).toBe(COMPLETE);
  });

  it('two parts cannot be left apart', () => {
    const tours = new NetworkClasses();
    const apart = tours.after(UNTOUCHED, tours.edgeStep(3, 5) + LARGEST_GAP);
    expect(tours.after(apart, tours.leaveStep(3))).toBe(IMPOSSIBLE);
    const joined = tours.after(apart, tours.edgeStep(3, 5) + TWO_PASSES);
    expect(tours.after(tours.after(joined, tours.leaveStep(3)), tours.leaveStep(5))).toBe(COMPLETE);
  });

  it('tell every pair of slots and every way apart', () => {
    const tours = new NetworkClasses();
    const steps = new Set<number>();
    for (let upper = 1; upper < MAX_FRONTIER; upper++) {
      for (let lower = 0; lower < upper; lower++) {
        steps.add(tours.edgeStep(lower, upper));
        // From the front touches the lower slot only, from the back the upper one.
        const front = tours.after(UNTOUCHED, tours.edgeStep(lower, upper) + FROM_FRONT);
        expect(tours.after(front, tours.leaveStep(lower))).toBe(COMPLETE);
        const back = tours.after(UNTOUCHED, tours.edgeStep(lower, upper) + FROM_BACK);
        expect(tours.after(back, tours.leaveStep(upper))).toBe(COMPLETE);
      }
    }
    expect(steps.size).toBe((MAX_FRONTIER * (MAX_FRONTIER - 1)) / 2);
  });

  it('two turns at one vertex cancel out; one pass joins them in two cross-aisles', () => {
    const tours = new PartialTours(2);
    const pass = tours.after(UNTOUCHED, tours.serviceStep(0) + ONE_PASS);
    const turned = tours.after(tours.after(pass, tours.turnStep(0)), tours.turnStep(1));
    expect(tours.after(tours.after(turned, tours.acrossStep(0)), tours.acrossStep(1))).toBe(COMPLETE);
  });
});

describe('layers', () => {
  it('keep one entry a class, the shorter, and none that is too long', () => {
    const tours = new NetworkClasses();
    const layers = new Layers();
    layers.start(UNTOUCHED);
    const ways = new Float64Array([Infinity, 4, Infinity, Infinity, Infinity, 5]);
    layers.advance(tours, tours.edgeStep(0, 1), ways, 6);
    expect(layers.end - layers.begin).toBe(2);
    ways.fill(Infinity);
    ways[ONE_PASS] = 1;
    ways[TWO_PASSES] = 3;
    layers.advance(tours, tours.edgeStep(0, 1), ways, 6);
    // Joined and even: 4 + 1 (once, once more) is shorter than 5 + 3; joined and odd: 5 + 1, 4 + 3.
    expect([...layers.length_m.subarray(layers.begin, layers.end)].sort((a, b) => a - b)).toEqual([5, 6]);
    layers.advance(tours, tours.leaveStep(2), new Float64Array(1), 1, 6);
    expect(layers.end - layers.begin).toBe(1);
    expect(layers.find(COMPLETE)).toBe(-1);
  });
});

describe('a trail', () => {
  it('from A to B passes the stop, then makes the detour at B', () => {
    // A-B with a stop on it; at B, the end of the tour, a dead end with a stop.
    const view = laneView(
      [
        [0, 1, 10],
        [1, 2, 4],
      ],
      [0, 0],
      [0, 10],
      [
        [0, 4],
        [1, 3],
      ],
    );
    const graph = new TourGraph(view);
    const ways = new Uint8Array(graph.edges.length);
    ways[graph.edgesOf(0)[0]!] = ONE_PASS;
    expect(graphTrail(graph, ways)).toEqual([0, 1]);
    ways.fill(0);
    expect(() => graphTrail(graph, ways)).toThrow('not one trail');
  });
});

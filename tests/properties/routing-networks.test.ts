// Routing on random buildings: several areas, one-way and closed aisles. Every policy's tour can be walked, none is shorter than the
// shortest, what is proved is the shortest, and no lower bound lies above it.

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { networkOptimum } from '../../packages/engine/src/picking/routing/network-programme.ts';
import { FULL_EFFORT, networkTour } from '../../packages/engine/src/picking/routing/network-tour.ts';
import { optimal, routingPolicies, sShape } from '../../packages/engine/src/picking/routing/policies.ts';
import type { RoutingView } from '../../packages/engine/src/picking/routing/policy.ts';
import { type BuildingKind, randomView, shortestOnNetwork, walkedOnNetwork } from '../engine/picking/routing/random-building.ts';

const isWhole = (view: RoutingView, sequence: readonly number[]): boolean =>
  sequence.length === view.stops.length && new Set(sequence).size === view.stops.length;

const kinds: Readonly<Record<string, BuildingKind>> = {
  'walked both ways': { areas: 3, maxStops: 9, oneWay: 0, closed: 0 },
  'with closed aisles': { areas: 3, maxStops: 9, oneWay: 0, closed: 0.25 },
  'with one-way aisles': { areas: 2, maxStops: 9, oneWay: 0.5, closed: 0.1 },
};

describe.each(Object.entries(kinds))('in 1,000 buildings %s', (name, kind) => {
  it('the optimum is that of Held & Karp, and no policy is shorter', () => {
    const random = new RandomStream(`networks/${name}`);
    const wrong: string[] = [];
    let proved = 0;
    let counted = 0;
    for (let n = 0; n < 1_000; n++) {
      const view = randomView(random, kind);
      const shortest = shortestOnNetwork(view);
      // A stop from which another cannot be reached makes no tour; the scenario's check forbids such buildings.
      if (shortest === Infinity) continue;
      counted++;
      for (const policy of routingPolicies) {
        const route = policy.decide(view, random);
        const length = walkedOnNetwork(view, route.sequence);
        const fault = (what: string): void => void wrong.push(`${n} ${policy.id}: ${what}`);
        if (!isWhole(view, route.sequence)) fault('a stop is left out or visited twice');
        if (Math.abs(length - route.length_m) > 1e-6) fault(`${length} m, not ${route.length_m}`);
        if (length < shortest - 1e-6) fault(`${length} m is shorter than the shortest, ${shortest}`);
        if (route.proved === true && length > shortest + 1e-6) fault(`${length} m is proved, and ${shortest} is shorter`);
        if (policy.length_m(view) < length - 1e-6) fault(`it is longer than its length for comparing`);
        if (policy === optimal && route.proved === true) proved++;
      }
      const full = networkTour(view, sShape.decide(view, random).sequence, FULL_EFFORT, random);
      if (full.proved !== true || Math.abs(full.length_m - shortest) > 1e-6) wrong.push(`${n}: ${full.length_m} for ${shortest}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(counted).toBeGreaterThan(800);
    expect(proved).toBeGreaterThan(0.97 * counted);
  });

  it('with 9-11 stops the bounds lie below where little effort is made, and full effort proves the optimum', () => {
    const random = new RandomStream(`bounds/${name}`);
    const wrong: string[] = [];
    let gap = 0;
    let counted = 0;
    for (let n = 0; n < 150; n++) {
      const view = randomView(random, { ...kind, maxStops: 11 });
      const shortest = shortestOnNetwork(view);
      if (shortest === Infinity || view.stops.length < 9) continue;
      counted++;
      const known = sShape.decide(view, random).sequence;
      const { sequence, length_m, proved, lowerBound_m } = networkTour(
        view,
        known,
        { entries: 10, states: 5, restarts: 2, bounds: true },
        random,
      );
      if (!isWhole(view, sequence)) wrong.push(`${n}: a stop is left out`);
      if (!(lowerBound_m! <= shortest + 1e-6)) wrong.push(`${n}: bound ${lowerBound_m} above ${shortest}`);
      if (proved === true && length_m > shortest + 1e-6) wrong.push(`${n}: ${length_m} proved for ${shortest}`);
      gap += (shortest - lowerBound_m!) / shortest;
      const full = networkTour(view, known, FULL_EFFORT, random);
      if (full.proved !== true || Math.abs(full.length_m - shortest) > 1e-6) wrong.push(`${n}: ${full.length_m} for ${shortest}`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(gap / counted).toBeLessThan(0.2);
  });
});

describe('the programme over the network', () => {
  it('finds the same optimum as Held & Karp whatever is known before, on 2,000 tours of up to 11 stops', () => {
    const random = new RandomStream('network-programme');
    const wrong: string[] = [];
    let solved = 0;
    for (let n = 0; n < 2_000; n++) {
      const view = randomView(random, { areas: 3, maxStops: n % 10 === 0 ? 11 : 7, oneWay: 0, closed: n % 2 === 0 ? 0.2 : 0 });
      const shortest = shortestOnNetwork(view);
      if (shortest === Infinity) continue;
      const { sequence, proved } = networkOptimum(view, shortest + 1, 1_000_000);
      if (!proved) continue;
      solved++;
      if (sequence === undefined || !isWhole(view, sequence)) wrong.push(`${n}: no tour`);
      else if (Math.abs(walkedOnNetwork(view, sequence) - shortest) > 1e-6) {
        wrong.push(`${n}: ${walkedOnNetwork(view, sequence)} for ${shortest}`);
      }
      if (networkOptimum(view, shortest, 1_000_000).sequence !== undefined) wrong.push(`${n}: shorter than the shortest`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
    expect(solved).toBeGreaterThan(1_900);
  });
});

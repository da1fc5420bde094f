import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { PutAwayView } from '../../../../packages/engine/src/storage/policy.ts';
import { closestOpen } from '../../../../packages/engine/src/storage/put-away/closest-open.ts';
import { classZone } from '../../../../packages/engine/src/storage/put-away/class-zone.ts';
import { closestToDepot } from '../../../../packages/engine/src/storage/put-away/closest-to-depot.ts';
import { durationOfStay } from '../../../../packages/engine/src/storage/put-away/duration-of-stay.ts';
import { putAwayPolicies } from '../../../../packages/engine/src/storage/put-away/policies.ts';
import { randomOpen } from '../../../../packages/engine/src/storage/put-away/random-open.ts';

const random = new RandomStream('put-away');

interface Known {
  /** Distances from the home and from the depot by open location; as listed, where none are given. */
  readonly home_m?: Record<number, number>;
  readonly depot_m?: Record<number, number>;
  readonly band?: { readonly from: number; readonly to: number };
  readonly stay?: number;
}

/** Open locations and what is known of the goods; the index that answers for a DC has a test of its own. */
function view(open: readonly number[], { home_m = {}, depot_m = {}, band, stay }: Known = {}): PutAwayView {
  const near = (from: Record<number, number>): number[] => [...open].sort((a, b) => (from[a] ?? a) - (from[b] ?? b) || a - b);
  return {
    item: 0,
    units: 3,
    openCount: open.length,
    openLocation: (number) => open[number]!,
    nearestOpen: () => near(home_m)[0] ?? -1,
    openAtShare: (share) => near(depot_m)[Math.round(share * (open.length - 1))] ?? -1,
    classBand: () => band ?? { from: 0, to: 1 },
    stayShare: () => stay ?? 0,
  };
}

describe('put-away', () => {
  it('closest open location takes the one nearest to the home, the first of equals', () => {
    expect(closestOpen.decide(view([4, 7, 9], { home_m: { 4: 12, 7: 5, 9: 5 } }), random)).toBe(7);
  });

  it('random open location takes every open location as often as another', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 3000; i++) {
      const location = randomOpen.decide(view([4, 7, 9]), random);
      counts.set(location, (counts.get(location) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([4, 7, 9]);
    // Chi-square with 2 degrees of freedom: 13.82 is its 99.9 % quantile.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(13.82);
  });

  it('closest to the depot takes the one nearest to the depot, wherever the home is', () => {
    const known = { home_m: { 4: 1, 7: 50, 9: 60 }, depot_m: { 4: 30, 7: 22, 9: 25 } };
    expect(closestToDepot.decide(view([4, 7, 9], known), random)).toBe(7);
  });

  it('class zone takes the nearest for A, the farthest for C, and a share between for B', () => {
    const open = [1, 2, 3, 4, 5, 6, 7, 8];
    const put = (from: number, to: number): number => classZone.decide(view(open, { band: { from, to } }), random);
    expect([put(0, 0.2), put(0.2, 0.5), put(0.5, 1)]).toEqual([1, 3, 8]);
    // One class only: nothing to tell apart.
    expect(put(0, 1)).toBe(1);
  });

  it('duration of stay takes the one at the share of the goods that stay shorter', () => {
    const put = (stay: number): number => durationOfStay.decide(view([1, 2, 3, 4, 5], { stay }), random);
    expect([put(0), put(0.5), put(1)]).toEqual([1, 3, 5]);
  });

  it('says -1 where no location is open', () => {
    for (const policy of putAwayPolicies) expect(policy.decide(view([]), random)).toBe(-1);
  });
});

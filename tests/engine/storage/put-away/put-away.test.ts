import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { PutAwayView } from '../../../../packages/engine/src/storage/policy.ts';
import { closestOpen } from '../../../../packages/engine/src/storage/put-away/closest-open.ts';
import { putAwayPolicies } from '../../../../packages/engine/src/storage/put-away/policies.ts';
import { randomOpen } from '../../../../packages/engine/src/storage/put-away/random-open.ts';

const random = new RandomStream('put-away');

/** Open locations with their distances; the index that answers `nearestOpen` has a test of its own. */
function view(open: readonly number[], home_m: Record<number, number>): PutAwayView {
  const byDistance = [...open].sort((a, b) => home_m[a]! - home_m[b]! || a - b);
  return {
    item: 0,
    units: 3,
    openCount: open.length,
    openLocation: (number) => open[number]!,
    nearestOpen: () => byDistance[0] ?? -1,
  };
}

describe('put-away', () => {
  it('closest open location takes the one nearest to the home, the first of equals', () => {
    expect(closestOpen.decide(view([4, 7, 9], { 4: 12, 7: 5, 9: 5 }), random)).toBe(7);
  });

  it('random open location takes every open location as often as another', () => {
    const counts = new Map<number, number>();
    for (let i = 0; i < 3000; i++) {
      const location = randomOpen.decide(view([4, 7, 9], {}), random);
      counts.set(location, (counts.get(location) ?? 0) + 1);
    }
    expect([...counts.keys()].sort((a, b) => a - b)).toEqual([4, 7, 9]);
    // Chi-square with 2 degrees of freedom: 13.82 is its 99.9 % quantile.
    expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(13.82);
  });

  it('says -1 where no location is open', () => {
    for (const policy of putAwayPolicies) expect(policy.decide(view([], {}), random)).toBe(-1);
  });
});

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { sharePower } from '../../../packages/engine/src/yard/power-sharing.ts';

describe('sharing power', () => {
  it('gives to the others what one cannot take (worked example)', () => {
    expect(sharePower([7, 20, 20], 30)).toEqual([7, 11.5, 11.5]);
  });

  it('gives everybody what it can take where there is enough, and nobody anything where nobody is', () => {
    expect(sharePower([7, 20], 30)).toEqual([7, 20]);
    expect(sharePower([], 30)).toEqual([]);
  });

  it('uses the power there is, and no two are unequal unless the one with less has all it can take', () => {
    const random = new RandomStream('power');
    for (let round = 0; round < 300; round++) {
      const limits = Array.from({ length: 1 + random.integer(8) }, () => 1 + random.integer(50));
      const site = 1 + random.integer(150);
      const shares = sharePower(limits, site);
      const sum = shares.reduce((total, share) => total + share, 0);
      const most = Math.max(...shares);
      expect(sum).toBeCloseTo(
        Math.min(
          site,
          limits.reduce((total, limit) => total + limit, 0),
        ),
        9,
      );
      shares.forEach((share, user) => {
        expect(share).toBeLessThanOrEqual(limits[user]!);
        if (share < most - 1e-9) expect(share).toBe(limits[user]);
      });
    }
  });
});

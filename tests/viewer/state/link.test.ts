import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../../../packages/engine/src/model/policy.ts';
import { formatLink, formatLinkTime, parseLink, parseLinkTime } from '../../../packages/viewer/src/state/link.ts';

const SECOND = 1e6;

describe('the link to a view', () => {
  it('reads as in its description', () => {
    const hash = '#scenario=gimhae-shared-dc&mode=digital&seed=20230306&days=1&policies=routing:s-shape&t=08:30:00&lang=ko';
    const link = parseLink(hash);
    expect(link).toEqual({
      scenario: 'gimhae-shared-dc',
      mode: 'digital',
      seed: 20230306,
      days: 1,
      policies: { routing: 's-shape' },
      tick: 30_600 * SECOND,
      language: 'ko',
    });
    expect(formatLink(link)).toBe(hash);
  });

  it('comes back the same whatever is in it', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
    fc.assert(
      fc.property(
        fc.record({
          scenario: fc.string({ minLength: 1, maxLength: 20 }),
          mode: id,
          seed: fc.nat(),
          days: fc.integer({ min: 1, max: 400 }),
          policies: fc.dictionary(fc.constantFrom(...DECISIONS), id),
          tick: fc.nat(40_000_000).map((seconds) => seconds * SECOND),
          language: fc.constantFrom('ko' as const, 'en' as const),
        }),
        (link) => {
          expect(parseLink(formatLink(link))).toEqual({ ...link, policies: { ...link.policies } });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('leaves out what it does not understand', () => {
    expect(parseLink('#seed=-3&days=0&policies=colour:blue,routing:,routing:A%20B&t=99:99&lang=fr&x=1')).toEqual({
      policies: {},
    });
    expect(parseLink('')).toEqual({ policies: {} });
  });

  it('writes the day before the time from the second day on', () => {
    expect(formatLinkTime((86_400 + 30_605) * SECOND)).toBe('1.08:30:05');
    expect(parseLinkTime('1.08:30:05')).toBe((86_400 + 30_605) * SECOND);
    expect(parseLinkTime('8:30')).toBe(30_600 * SECOND);
    expect(parseLinkTime('8:61')).toBeUndefined();
  });
});

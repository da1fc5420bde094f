import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpenByDistance } from '../../../packages/engine/src/storage/open-by-distance.ts';

describe('open locations by distance', () => {
  it('pass over kinds that are not asked for: the worked example', () => {
    const open = new OpenByDistance(Float64Array.of(20, 5, 8), 2);
    open.change(0, 0, 1);
    open.change(0, 1, 1);
    open.change(1, 2, 1);
    expect([open.at([0], 0), open.at([0], 1)]).toEqual([1, 0]);
    expect([0, 1, 2].map((nearer) => open.at([0, 1], nearer))).toEqual([1, 2, 0]);
    expect([open.count(0), open.count(1)]).toEqual([2, 1]);
  });

  it('are those of the sorted list, for any kinds, numbers and changes; what cannot be walked to is not there', () => {
    const location = fc.record({
      distance_m: fc.oneof(fc.nat(9), fc.constant(Infinity)),
      kind: fc.nat(2),
      open: fc.boolean(),
      changes: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(location, { maxLength: 40 }), fc.uniqueArray(fc.nat(2)), (all, kinds) => {
        const open = new OpenByDistance(
          Float64Array.from(all, ({ distance_m }) => distance_m),
          3,
        );
        all.forEach((own, number) => own.open !== own.changes && open.change(own.kind, number, 1));
        all.forEach((own, number) => own.changes && open.change(own.kind, number, own.open ? 1 : -1));
        const there = (kind: number): number[] =>
          all.flatMap((own, number) => (own.open && own.kind === kind && own.distance_m < Infinity ? [number] : []));
        const expected = kinds.flatMap(there).sort((a, b) => all[a]!.distance_m - all[b]!.distance_m || a - b);
        for (const kind of [0, 1, 2]) expect(open.count(kind)).toBe(there(kind).length);
        expect(expected.map((_, nearer) => open.at(kinds, nearer))).toEqual(expected);
      }),
    );
  });
});

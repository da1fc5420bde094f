import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { StorageAssignmentPolicy } from '../../../../packages/engine/src/storage/policy.ts';
import { classBasedAcrossAisle } from '../../../../packages/engine/src/storage/storage-assignment/class-based-across-aisle.ts';
import { classBasedDiagonal } from '../../../../packages/engine/src/storage/storage-assignment/class-based-diagonal.ts';
import { classBasedWithinAisle } from '../../../../packages/engine/src/storage/storage-assignment/class-based-within-aisle.ts';
import { buildSlotTable } from '../../../../packages/engine/src/storage/storage-assignment/slots.ts';
import { turnoverAcrossAisle } from '../../../../packages/engine/src/storage/storage-assignment/turnover-across-aisle.ts';
import { turnoverDiagonal } from '../../../../packages/engine/src/storage/storage-assignment/turnover-diagonal.ts';
import { turnoverWithinAisle } from '../../../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';
import {
  ZONE_SHAPES,
  fillOrder,
  orderByShape,
  type SlotPositions,
  type ZoneShape,
} from '../../../../packages/engine/src/storage/storage-assignment/zone-shapes.ts';
import { storageView, type TestItem, type TestLocation, type TestRules } from '../view.ts';

/** One block: aisles `pitch_m` apart, slots 1, 2 … m deep, the depot in front of an aisle. Row = aisle · depth + depth - 1. */
function block(aisles: number, depth: number, pitch_m: number, depotAisle = 0): SlotPositions & { count: number } {
  const count = aisles * depth;
  const each = (value: (aisle: number, depth_m: number) => number): Float64Array =>
    Float64Array.from({ length: count }, (_, row) => value(Math.floor(row / depth), (row % depth) + 1));
  const across = (aisle: number): number => Math.abs(aisle - depotAisle) * pitch_m;
  return {
    count,
    area: new Int32Array(count),
    aisle: each((aisle) => aisle),
    level: new Uint8Array(count),
    gate_m: new Float64Array(count),
    across_m: each(across),
    depth_m: each((_, depth_m) => depth_m),
    distance_m: each((aisle, depth_m) => across(aisle) + depth_m),
  };
}
const rows = (count: number): Int32Array => Int32Array.from({ length: count }, (_, row) => row);
const order = (shape: ZoneShape, slots: SlotPositions & { count: number }): number[] => [
  ...orderByShape(shape, slots, rows(slots.count)),
];

/** The same block as locations of a model; the items' popularity falls with their number. */
const locationsOf = (slots: SlotPositions & { count: number }): TestLocation[] =>
  [...rows(slots.count)].map((row) => ({
    distance_m: slots.distance_m[row]!,
    aisle: slots.aisle[row]!,
    depth_m: slots.depth_m[row]!,
  }));
const falling = (count: number): TestItem[] => Array.from({ length: count }, (_, item) => ({ popularity: 10 - item }));
const homes = (
  policy: StorageAssignmentPolicy,
  count: number,
  slots: SlotPositions & { count: number },
  rules: TestRules,
): number[] => [...policy.decide(storageView(falling(count), locationsOf(slots), rules), new RandomStream('shape'))];
const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);

describe('zone shapes', () => {
  it('fill two aisles of two slots as the worked example says', () => {
    const abcd = block(2, 2, 4);
    expect(order('within-aisle', abcd)).toEqual([0, 1, 2, 3]);
    expect(order('across-aisle', abcd)).toEqual([0, 2, 1, 3]);
    expect(order('nearest-distance', abcd)).toEqual([0, 1, 2, 3]);
    expect(order('diagonal', abcd)).toEqual([0, 1, 2, 3]);
    // With a third aisle, 8 m across, the slot at aisle 1, 1 m ranks with the one at aisle 0, 2 m, and is the shallower one.
    expect(order('diagonal', block(3, 2, 4)).slice(0, 3)).toEqual([0, 2, 1]);
  });

  it('on a large block have straight contours: an aisle, a depth, the walk, the diagonal', () => {
    const wide = block(20, 100, 4);
    const rank = (shape: ZoneShape): Int32Array => {
      const ranks = new Int32Array(wide.count);
      order(shape, wide).forEach((row, index) => (ranks[row] = index));
      return ranks;
    };
    const measure: Record<ZoneShape, (row: number) => number> = {
      'nearest-distance': (row) => wide.across_m[row]! + wide.depth_m[row]!,
      'within-aisle': (row) => wide.across_m[row]! * 1000 + wide.depth_m[row]!,
      'across-aisle': (row) => wide.depth_m[row]! * 1000 + wide.across_m[row]!,
      diagonal: (row) => wide.across_m[row]! / 76 + wide.depth_m[row]! / 100,
    };
    const wrong: string[] = [];
    for (const shape of ZONE_SHAPES) {
      const ranks = rank(shape);
      for (let row = 0; row < wide.count; row++) {
        const other = (row * 7919 + 13) % wide.count;
        const before = measure[shape](row) < measure[shape](other) - 1e-4;
        if (before && ranks[row]! > ranks[other]!) wrong.push(`${shape}: ${row} after ${other}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('take the aisles on both sides of a depot in the middle in turn, one after the other', () => {
    expect(order('within-aisle', block(3, 2, 4, 1))).toEqual([2, 3, 0, 1, 4, 5]);
    expect(order('across-aisle', block(3, 2, 4, 1))).toEqual([2, 0, 4, 3, 1, 5]);
  });

  it('begin a far area when the near one is filled as much deeper', () => {
    const near = block(1, 4, 4);
    const far = block(1, 4, 4);
    const join = (a: ArrayLike<number>, b: ArrayLike<number>): Float64Array =>
      Float64Array.of(...Array.from(a), ...Array.from(b));
    const both: SlotPositions & { count: number } = {
      count: 8,
      area: Int32Array.of(0, 0, 0, 0, 1, 1, 1, 1),
      aisle: join(near.aisle, far.aisle),
      level: new Uint8Array(8),
      gate_m: Float64Array.of(0, 0, 0, 0, 2, 2, 2, 2),
      across_m: join(near.across_m, far.across_m),
      depth_m: join(near.depth_m, far.depth_m),
      distance_m: Float64Array.of(1, 2, 3, 4, 3, 4, 5, 6),
    };
    expect(order('across-aisle', both)).toEqual([0, 1, 2, 4, 3, 5, 6, 7]);
    expect(order('within-aisle', both)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('take lower levels first, and every row once, whatever lies where', () => {
    const length = fc.double({ min: 0, max: 50, noNaN: true });
    const slot = fc.record({
      area: fc.nat(2),
      aisle: fc.nat(3),
      level: fc.nat(2),
      gate_m: length,
      across_m: length,
      depth_m: fc.integer({ min: 0, max: 3 }),
      distance_m: length,
    });
    fc.assert(
      fc.property(fc.array(slot, { maxLength: 30 }), fc.constantFrom(...ZONE_SHAPES), (slots, shape) => {
        const column = (name: keyof (typeof slots)[number]): number[] => slots.map((own) => own[name]);
        const positions: SlotPositions = {
          area: column('area'),
          aisle: column('aisle'),
          level: column('level'),
          gate_m: column('gate_m'),
          across_m: column('across_m'),
          depth_m: column('depth_m'),
          distance_m: column('distance_m'),
        };
        const filled = [...orderByShape(shape, positions, rows(slots.length))];
        expect(sorted(filled)).toEqual([...rows(slots.length)]);
      }),
    );
    const three: SlotPositions & { count: number } = {
      count: 3,
      area: [0, 0, 0],
      aisle: [0, 0, 0],
      level: [2, 0, 1],
      gate_m: [0, 0, 0],
      across_m: [0, 0, 0],
      depth_m: [1, 1, 1],
      distance_m: [1, 1, 1],
    };
    for (const shape of ZONE_SHAPES) expect(order(shape, three)).toEqual([1, 2, 0]);
  });

  it('see a building from the gates of its areas', () => {
    const view = storageView(falling(1), locationsOf(block(2, 2, 4)));
    const table = buildSlotTable(view);
    expect([...fillOrder('across-aisle', view, table)]).toEqual([0, 2, 1, 3]);
    expect([...fillOrder('within-aisle', view, table)]).toEqual([0, 1, 2, 3]);
    expect([...fillOrder('nearest-distance', view, table)]).toEqual([...table.nearestFirst]);
  });
});

describe('full turnover by shape', () => {
  it('fills the nearest aisle first (within-aisle), the fronts of all aisles first (across-aisle)', () => {
    expect(homes(turnoverWithinAisle, 4, block(2, 2, 4), {})).toEqual([0, 1, 2, 3]);
    expect(homes(turnoverAcrossAisle, 4, block(2, 2, 4), {})).toEqual([0, 2, 1, 3]);
  });

  it('runs along diagonals', () => {
    expect(homes(turnoverDiagonal, 4, block(3, 3, 3), { pitch_m: 3 })).toEqual([0, 1, 3, 2]);
  });
});

describe('class-based storage by shape', () => {
  it('gives class A the first aisle (within-aisle)', () => {
    const home = homes(classBasedWithinAisle, 10, block(2, 5, 4), { classBoundaries: [0.5] });
    expect(sorted(home.slice(0, 5))).toEqual([0, 1, 2, 3, 4]);
  });

  it('gives class A the fronts of all aisles (across-aisle)', () => {
    const home = homes(classBasedAcrossAisle, 10, block(2, 5, 4), { classBoundaries: [0.4] });
    expect(sorted(home.slice(0, 4))).toEqual([0, 1, 5, 6]);
  });

  it('gives class A the corner by the depot (diagonal)', () => {
    const home = homes(classBasedDiagonal, 9, block(3, 3, 3), { classBoundaries: [1 / 3], pitch_m: 3 });
    expect(sorted(home.slice(0, 3))).toEqual([0, 1, 3]);
  });
});

import { describe, expect, it } from 'vitest';
import { Racks } from '../../../packages/engine/src/model/bay-types.ts';
import type { BaysAsideView } from '../../../packages/engine/src/model/bay-types.ts';
import { setBaysAside } from '../../../packages/engine/src/model/bays-aside.ts';
import type { Locations } from '../../../packages/engine/src/model/building.ts';
import { slotKinds } from '../../../packages/engine/src/model/slot-kinds.ts';
import { keepingOf, plainRacking } from '../../../packages/engine/src/model/storage.ts';
import { crowdedKinds } from '../../../packages/scenarios/src/validate/flow.ts';
import { Dice } from '../../fixtures/dice.ts';

/** A bay: slots on each level, of a size (m) and a load (kg), at a distance from the depot. */
interface Bay {
  readonly at_m: number;
  readonly levels: number;
  readonly slots: number;
  readonly size_m: number;
  readonly loads_kg?: readonly number[];
}

interface Goods {
  readonly keeping: number;
  /** Longest side, m; fits a slot of that size. */
  readonly size_m?: number;
  /** Only on the floor. */
  readonly heavy?: boolean;
  readonly units?: number;
  readonly lies?: number;
}

/** @param apart pairs of classes that never lie together. */
function viewOf(
  bays: readonly Bay[],
  goods: readonly Goods[],
  classes: number,
  apart: readonly (readonly number[])[],
): BaysAsideView {
  const rows = bays.flatMap((bay, number) =>
    Array.from({ length: bay.levels * bay.slots }, (_, k) => ({
      number,
      level: Math.floor(k / bay.slots),
      size_m: bay.size_m,
      load_kg: bay.loads_kg?.[k] ?? 100,
    })),
  );
  const of = (value: (row: (typeof rows)[number]) => number): Float32Array => Float32Array.from(rows, value);
  const count = rows.length;
  const plain = {
    count,
    area: new Int32Array(count),
    aisle: new Int32Array(count),
    block: new Int32Array(count),
    side: new Uint8Array(count),
    bay: Int32Array.from(rows, (row) => row.number),
    level: Uint8Array.from(rows, (row) => row.level),
  };
  const racking = plainRacking(plain);
  const levelOf = new Map<string, number>();
  const locations = {
    ...plain,
    rackBay: plain.bay,
    rackLevel: Int32Array.from(rows, (row) => {
      const key = `${row.number} ${row.level}`;
      if (!levelOf.has(key)) levelOf.set(key, levelOf.size);
      return levelOf.get(key)!;
    }),
    kind: new Uint8Array(count),
    temperature: new Uint8Array(count),
    handPick: new Uint8Array(count).fill(1),
    width_m: of((row) => row.size_m),
    depth_m: of((row) => row.size_m),
    height_m: of((row) => row.size_m),
    maxLoad_kg: of((row) => row.load_kg),
    z_m: of((row) => row.level + row.size_m / 2),
  } as unknown as Locations;
  const conflicts = new Uint8Array(classes * classes);
  for (const [a, b] of apart) conflicts[a! * classes + b!] = conflicts[b! * classes + a!] = 1;
  return {
    items: {
      count: goods.length,
      keeping: Uint16Array.from(goods, (each) => each.keeping),
      temperature: new Uint8Array(goods.length),
    },
    locations,
    racking,
    kinds: slotKinds(locations, racking, 0),
    keeping: keepingOf(
      Array.from({ length: classes }, (_, c) => `class ${c}`),
      conflicts,
    ),
    capacity: (item, at) => {
      const { size_m = 0.1, heavy = false } = goods[item]!;
      if (size_m > rows[at]!.size_m || rows[at]!.load_kg === 0 || (heavy && rows[at]!.level > 0)) return 0;
      return 10;
    },
    mostUnits: (item) => goods[item]!.units ?? 1,
    distance_m: (at) => bays[rows[at]!.number]!.at_m,
    resident: (at) => goods.findIndex((each) => each.lies === at),
  };
}

const shelves = (count: number, slots = 2): Bay[] =>
  Array.from({ length: count }, (_, k) => ({ at_m: k + 1, levels: 1, slots, size_m: 0.3 }));
const many = (count: number, each: Goods): Goods[] => Array.from({ length: count }, () => each);

describe('bays set aside', () => {
  it('are those of the worked example: the second and the fifth of six', () => {
    const view = viewOf(shelves(6), [...many(8, { keeping: 0 }), ...many(3, { keeping: 1 })], 2, [[0, 1]]);
    expect(setBaysAside(view)).toEqual({ keeping: Uint16Array.of(0, 1, 0, 0, 1, 0), homeless: [], clashes: [] });
  });

  it('are none where the class may lie with the general goods', () => {
    const view = viewOf(shelves(4), [...many(4, { keeping: 0 }), ...many(3, { keeping: 1 })], 3, [[0, 2]]);
    // Class 1 conflicts with nothing, but class 2 does with class 0: class 1 may lie in general bays.
    expect([...setBaysAside(view).keeping]).toEqual([0, 0, 0, 0]);
  });

  it('are first those where such goods lie, and what lies there decides about a mixed one', () => {
    const goods = [{ keeping: 1, lies: 6 }, ...many(1, { keeping: 1 }), { keeping: 0, lies: 0 }, ...many(4, { keeping: 0 })];
    const view = viewOf(shelves(4), goods, 2, [[0, 1]]);
    expect([...setBaysAside(view).keeping]).toEqual([0, 0, 0, 1]);
    const mixed = viewOf(
      shelves(4),
      [
        { keeping: 1, lies: 6 },
        { keeping: 0, lies: 7 },
      ],
      2,
      [[0, 1]],
    );
    expect(setBaysAside(mixed).clashes).toEqual([3]);
  });

  it('count the low slots for heavy goods: three heavy and one light need the floors of three bays, not two bays', () => {
    const bays = Array.from({ length: 5 }, (_, k): Bay => ({ at_m: k, levels: 2, slots: 1, size_m: 0.3 }));
    const goods = [...many(3, { keeping: 1, heavy: true }), ...many(1, { keeping: 1 })];
    const { keeping, homeless } = setBaysAside(viewOf(bays, [...many(4, { keeping: 0 }), ...goods], 2, [[0, 1]]));
    expect([homeless, keeping.filter((c) => c === 1).length]).toEqual([[], 3]);
  });

  it('are of larger slots where the others cannot spare small ones', () => {
    // 3 shelf bays of 4 for 11 general SKUs and 1 that lies apart: a shelf bay for it would leave 8 places for 11.
    const bays: Bay[] = [...shelves(3, 4), { at_m: 9, levels: 1, slots: 2, size_m: 1.2 }];
    const view = viewOf(bays, [...many(11, { keeping: 0 }), { keeping: 1 }], 2, [[0, 1]]);
    expect(setBaysAside(view)).toMatchObject({ keeping: Uint16Array.of(0, 0, 0, 1), homeless: [] });
  });

  it('are more where the stock of the class needs more than its homes, and others can spare them', () => {
    const goods = [...many(4, { keeping: 0 }), ...many(2, { keeping: 1, units: 30 })];
    const { keeping } = setBaysAside(viewOf(shelves(8), goods, 2, [[0, 1]]));
    // 2 SKUs of 30 units, 10 to a slot: 6 slots, 3 bays.
    expect(keeping.filter((c) => c === 1).length).toBeGreaterThanOrEqual(3);
    expect(keeping.filter((c) => c === 0).length).toBeGreaterThanOrEqual(2);
  });

  it('leave those without home whom no bay is left for', () => {
    const goods = [{ keeping: 0, lies: 0 }, { keeping: 0, lies: 2 }, { keeping: 1 }, { keeping: 1 }];
    expect(setBaysAside(viewOf(shelves(2), goods, 2, [[0, 1]])).homeless).toEqual([2, 3]);
  });

  it('are known by type and size, as in the worked example of bay-types.ts', () => {
    const loads_kg = Array.from({ length: 30 }, (_, k) => (k === 7 ? 0 : 40));
    const bays = Array.from({ length: 200 }, (_, k): Bay => ({
      at_m: k,
      levels: 6,
      slots: 5,
      size_m: 0.3,
      ...(k === 50 ? { loads_kg } : { loads_kg: loads_kg.map(() => 40) }),
    }));
    const view = viewOf(bays, many(1000, { keeping: 0 }), 2, [[0, 1]]);
    const racks = new Racks(view, new Uint8Array(200), new Uint16Array(200));
    racks.tally(view, new Uint8Array(1000));
    expect(racks.types.map(({ hand, bays: own }) => [hand, own.length])).toEqual([
      [30, 199],
      [29, 1],
    ]);
    expect(racks.sizes.map(({ spare }) => spare)).toEqual([4999]);
  });
});

/** Random racks with two sizes of slots, heavy goods, classes that conflict, and goods that lie somewhere from the start. */
function randomView(seed: number): { view: BaysAsideView; goods: Goods[] } {
  const dice = new Dice(seed);
  const bays = Array.from({ length: dice.from(2, 14) }, (): Bay => {
    const large = dice.chance(0.3);
    return { at_m: dice.from(1, 50), levels: dice.from(1, 3), slots: large ? 1 : dice.from(1, 4), size_m: large ? 1.2 : 0.3 };
  });
  const classes = dice.from(2, 4);
  const apart = Array.from({ length: classes - 1 }, (_, c) => [dice.from(0, c), c + 1] as const);
  const slots = bays.reduce((sum, bay) => sum + bay.levels * bay.slots, 0);
  const goods = Array.from({ length: dice.from(1, slots) }, (): Goods => ({
    keeping: dice.from(0, classes - 1),
    size_m: dice.chance(0.2) ? 1 : 0.2,
    heavy: dice.chance(0.2),
    units: dice.from(1, 40),
  }));
  const taken = new Set<number>();
  const placed = goods.map((each) => {
    const lies = dice.from(0, slots - 1);
    if (!dice.chance(0.1) || taken.has(lies)) return each;
    taken.add(lies);
    return { ...each, lies };
  });
  return { view: viewOf(bays, placed, classes, apart), goods: placed };
}

describe('bays set aside in 2,000 random DCs', () => {
  it('give every SKU of a class a home of its own but those that are named, and take nothing that others live in', () => {
    let housed = 0;
    let homeless = 0;
    for (let seed = 1; seed <= 2000; seed++) {
      const { view, goods } = randomView(seed);
      const { keeping, locations } = view;
      const n = keeping.classes.length;
      const aside = setBaysAside(view);
      expect(setBaysAside(view)).toEqual(aside);
      goods.forEach(({ lies, keeping: own }) => {
        if (lies === undefined || aside.clashes.includes(locations.rackBay[lies]!)) return;
        expect(keeping.admits[own * n + aside.keeping[locations.rackBay[lies]!]!], `seed ${seed}`).toBe(1);
      });
      for (let c = 1; c < n; c++) {
        if (keeping.admits[c * n] === 1) continue;
        const own = [...goods.keys()].filter(
          (item) => goods[item]!.keeping === c && goods[item]!.lies === undefined && !aside.homeless.includes(item),
        );
        const open = [...locations.rackBay.keys()].filter(
          (at) => aside.keeping[locations.rackBay[at]!] === c && view.resident(at) < 0,
        );
        const fits = own.map((item) => [...open.keys()].filter((k) => view.capacity(item, open[k]!) > 0));
        expect(crowdedKinds(new Float64Array(own.length).fill(1), new Float64Array(open.length).fill(1), fits)).toBeUndefined();
        housed += own.length;
      }
      homeless += aside.homeless.length;
    }
    expect([housed > 3000, homeless > 100]).toEqual([true, true]);
  });
});

// Whatever stands in a scenario file, loading it lists problems or gives a scenario that compiles. It never throws.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile, loadBuiltin, loadScenario } from '../../../packages/scenarios/src/index.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Every path into the data. */
function paths(data: Json, here: (string | number)[] = []): (string | number)[][] {
  if (typeof data !== 'object' || data === null) return [here];
  const steps = Array.isArray(data) ? [...data.keys()] : Object.keys(data);
  return [here, ...steps.flatMap((step) => paths((data as Record<string | number, Json>)[step]!, [...here, step]))];
}

function replaced(data: Json, path: readonly (string | number)[], value: Json | undefined): Json {
  const copy = structuredClone(data);
  let holder = copy as Record<string | number, Json>;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string | number, Json>;
  const last = path.at(-1)!;
  if (value !== undefined) holder[last] = value;
  else if (Array.isArray(holder)) holder.splice(Number(last), 1);
  else delete holder[last];
  return copy;
}

const junk: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(
    null,
    true,
    '',
    'A',
    'I1',
    '08:30',
    '25:00',
    'four-orders',
    'orders.csv',
    [],
    {},
    [[]],
    [1, 2],
    [0, 0, 1, 1],
  ),
  fc.double({ min: -1e3, max: 1e3, noNaN: true }),
  fc.integer({ min: -3, max: 40 }),
  fc.constantFrom<Json>(0, -1, 0.5, 1e-9, 1e6),
);

/** four-orders with every rule of storage, a past and a table of locations. */
const STORED: Json = {
  ...(loadBuiltin('four-orders').source.data as { [key: string]: Json }),
  storage: {
    classBoundaries_percent: [20, 50],
    heavyLow: { weight_kg: 2, highest_m: 1.2 },
    goldenZone: { from_m: 0.7, to_m: 1.5, outside_s: 2.2 },
    firstExpired: true,
    replenishment: { min_percent: 25, max_percent: 100 },
    reSlotting: { at: '15:00', people_h: 1, truck_h: 0.5, payBack_d: 20 },
    separate: [{ classes: ['detergent', 'general'] }],
    apart: ['owner'],
    locations: { table: 'locations.csv' },
  },
};
const STORED_TABLES: Readonly<Record<string, string>> = {
  'skus.csv': `sku,length_m,width_m,height_m,weight_kg,temperature,separation
s1,0.2,0.1,0.05,1,ambient,
s2,0.1,0.1,0.25,1.5,ambient,
s3,0.2,0.15,0.1,0.5,ambient,
s4,0.15,0.1,0.2,0.7,ambient,
s5,0.25,0.12,0.12,0.3,ambient,
s6,0.2,0.15,0.28,3,ambient,detergent
`,
  'locations.csv': 'location,sku,maxLoad_kg,use\nA-01-W-1-01-1-1,s1,50,open\nA-02-E-1-01-1-1,,,blocked\n',
  'history.csv': 'order,day,sku\np1,-2,s1\np1,-2,s6\n',
};

describe('loading damaged storage rules', () => {
  it('lists problems or compiles them', () => {
    const withPast = replaced(STORED, ['demand', 'history'], { table: 'history.csv' });
    const all = paths(withPast).filter((path) => path[0] === 'storage' || path[1] === 'history' || path.includes('rack'));
    const load = (data: Json): ReturnType<typeof loadScenario> =>
      loadScenario(data as object, { fileName: 'four-orders', readTable: (name) => STORED_TABLES[name] });
    expect(load(withPast).ok).toBe(true);
    const words = fc.constantFrom<Json>('detergent', 'general', 'food', 'locations.csv', 'history.csv', '19:30', [
      'owner',
      'owner',
    ]);
    fc.assert(
      fc.property(fc.constantFrom(...all), fc.oneof(junk, words), (path, value) => {
        const result = load(replaced(withPast, path, value));
        if (result.ok) expect(compile(result.loaded).locations.count).toBeGreaterThan(0);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('lists problems of damaged tables or compiles them', () => {
    const withPast = replaced(STORED, ['demand', 'history'], { table: 'history.csv' });
    const cells = fc.constantFrom(
      '',
      '0',
      '-1',
      's1',
      's6',
      's9',
      'A-01-W-1-01-1-1',
      'A-01-W-1-09-1-1',
      'blocked',
      'general',
      '1e9',
      'x',
    );
    const table = fc.constantFrom('skus.csv', 'locations.csv', 'history.csv');
    fc.assert(
      fc.property(table, fc.nat(5), fc.nat(6), cells, (name, row, column, cell) => {
        const lines = STORED_TABLES[name]!.split('\n').map((line) => line.split(','));
        const target = lines[Math.min(row + 1, lines.length - 2)]!;
        target[Math.min(column, target.length - 1)] = cell;
        const text = lines.map((line) => line.join(',')).join('\n');
        const result = loadScenario(withPast as object, {
          fileName: 'four-orders',
          readTable: (wanted) => (wanted === name ? text : STORED_TABLES[wanted]),
        });
        if (result.ok) expect(compile(result.loaded).items.count).toBe(6);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

describe('loading damaged scenarios', () => {
  it.each([
    ['four-orders', 400],
    ['gimhae-shared-dc', 60],
  ] as const)('lists problems of %s or compiles it', (id, runs) => {
    const data = loadBuiltin(id).source.data as Json;
    const all = paths(data).slice(1);
    fc.assert(
      fc.property(fc.constantFrom(...all), junk, (path, value) => {
        const result = loadScenario(replaced(data, path, value) as object, { fileName: id });
        if (result.ok) expect(compile(result.loaded).days).toBeGreaterThan(0);
        else expect(result.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: runs, seed: 7 },
    );
  });

  it('lists problems of any text, and any table', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'a: -[]{}#"\'\n\t&*!|>%@`1,.'.split('')) }), (text) => {
        expect(loadScenario(text).ok).toBe(false);
      }),
      { numRuns: 200, seed: 7 },
    );
    const source = loadBuiltin('four-orders').source.text!;
    fc.assert(
      fc.property(
        fc.constantFrom('skus.csv', 'orders.csv', 'stock.csv', 'inbound.csv', 'stores.csv'),
        fc.string({ unit: fc.constantFrom(...'a1,"\n;\t -.'.split('')) }),
        (name, text) => {
          const result = loadScenario(source, {
            fileName: 'four-orders',
            readTable: (wanted) => (wanted === name ? text : undefined),
          });
          expect(result.ok).toBe(false);
        },
      ),
      { numRuns: 100, seed: 7 },
    );
  });
});

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

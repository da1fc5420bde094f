import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { readSlotting } from '../../../packages/scenarios/src/instances/read-slotting.ts';
import { slottingExample } from '../../../packages/scenarios/src/instances/slotting-example.ts';
import { readSlottingJson } from '../../../packages/scenarios/src/instances/slotting-json.ts';

interface Example {
  layout: Record<string, unknown>;
  locations: unknown;
  skus: Record<string, unknown>[];
  history: Record<string, unknown>[];
  assignment?: Record<string, string>;
  [key: string]: unknown;
}

/** The example with some changes. */
function changed(change: (file: Example) => void): string {
  const file = JSON.parse(slottingExample) as Example;
  change(file);
  return JSON.stringify(file, null, 2);
}

/** Code, place without its line, and exit code of what is wrong with a text. */
function problemsOf(text: string): { found: string[]; exitCode: number; lines: string[] } {
  try {
    readSlottingJson(text, 'i.json');
  } catch (error) {
    if (!(error instanceof InvalidInstance)) throw error;
    const found = error.problems.map(({ code, place }) => `${code} ${place.replace(/:\d+/g, '')}`);
    return { found, exitCode: error.exitCode, lines: error.message.split('\n') };
  }
  return { found: [], exitCode: 0, lines: [] };
}

describe('a slotting instance in JSON', () => {
  it('is the example of its documents, read whole', () => {
    const instance = readSlottingJson(slottingExample, 'example');
    expect(instance.layout).toEqual({ aisles_x_m: [0, 3], crossAisles_y_m: [0, 6] });
    expect(instance.locations.id).toEqual(['01-1-001-W', '01-1-002-W', '01-1-003-W', '02-1-001-W', '02-1-002-W', '02-1-003-W']);
    expect([...instance.locations.offset_m]).toEqual([1, 3, 5, 1, 3, 5]);
    expect(instance.skus.id).toEqual(['soap', 'rice', 'tea', 'oil']);
    // Three days lie between the first and the last order: lines a day.
    expect([...instance.skus.popularity].map((lines) => Math.round(3 * lines))).toEqual([1, 3, 4, 1]);
    expect([...instance.history.firstLine]).toEqual([0, 2, 3, 6, 8, 9]);
    expect([...instance.history.sku]).toEqual([2, 1, 2, 1, 2, 3, 1, 2, 0]);
    expect([...instance.present!]).toEqual([0, 5, 2, 1]);
    expect(instance.evaluation!.count).toBe(3);
  });

  it('stands word for word in docs/solve-slotting.md', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../docs/solve-slotting.md', import.meta.url)), 'utf8');
    expect(page).toContain(slottingExample.trim());
  });

  it('takes listed locations with limits, popularity as given, and orders line by line', () => {
    const instance = readSlottingJson(
      changed((file) => {
        file.locations = ['a', 'b', 'c', 'd'].map((id, i) => ({
          id,
          aisle: 0,
          block: 0,
          offset: i,
          maxWeight_kg: 10 * i,
          level: i,
        }));
        file.skus[0] = { id: 'soap', popularity: 7, weight_kg: 25, volume_l: 3 };
        file.history = [
          { order: 'H1', sku: 'soap' },
          { order: 'H2', sku: 'tea' },
          { order: 'H1', sku: 'rice' },
          { order: 'H1', sku: 'soap' },
        ];
        delete file.assignment;
      }),
      'i.json',
    );
    expect([...instance.locations.maxWeight_kg]).toEqual([0, 10, 20, 30]);
    expect([...instance.locations.volume_l]).toEqual([Infinity, Infinity, Infinity, Infinity]);
    expect(instance.skus.popularity[0]).toBe(7);
    expect([...instance.history.firstLine]).toEqual([0, 2, 3]);
    expect([...instance.history.sku]).toEqual([0, 1, 2]);
    expect(instance.present).toBeUndefined();
  });

  it('may be one of several in JSON lines', () => {
    const line = JSON.stringify(JSON.parse(slottingExample));
    const other = line.replace('"name":"example"', '"name":"other"');
    const names = readSlotting(Buffer.from(`${line}\n${other}\n`), 'two.jsonl').map(({ name }) => name);
    expect(names).toEqual(['example', 'other']);
  });

  it('is no other JSON or text: E8001', () => {
    expect(() => readSlotting(Buffer.from('a;b;c\n1;2;3\n'), 'x.csv')).toThrow('E8001 x.csv: this is no form');
  });
});

describe('what is wrong with a slotting instance is listed whole, with place and cure', () => {
  it.each<[string, (file: Example) => void, string[], number]>([
    [
      'a depot outside',
      (file) => (file.layout['depot'] = { aisle: 2, crossAisle: 5 }),
      ['E8002 i.json layout.depot.aisle', 'E8002 i.json layout.depot.crossAisle'],
      3,
    ],
    [
      'cells that do not fit',
      (file) => (file.locations = { cellsPerSide: 9, sides: 1, cellLength: 2 }),
      ['E8002 i.json locations.cellsPerSide'],
      3,
    ],
    ['an SKU twice', (file) => file.skus.push({ id: 'soap' }), ['E8003 i.json skus.4.id'], 3],
    ['an order for an unknown SKU', (file) => (file.history[0]!['skus'] = ['tae', 'rice']), ['E8004 i.json history.0'], 3],
    ['an order without lines', (file) => delete file.history[0]!['skus'], ['E8005 i.json history.0'], 3],
    ['two SKUs in one location', (file) => (file.assignment!['oil'] = '01-1-001-W'), ['E8006 i.json assignment.oil'], 3],
    ['an SKU without a location', (file) => delete file.assignment!['oil'], ['E8006 i.json assignment'], 3],
    ['an assignment to nowhere', (file) => (file.assignment!['oil'] = '09-1-001-W'), ['E8004 i.json assignment.oil'], 3],
    [
      'an SKU that fits nowhere',
      (file) => ((file.skus[0]!['temperature'] = 'frozen'), delete file.assignment),
      ['E8007 i.json skus.0'],
      4,
    ],
    [
      'fewer locations than SKUs',
      (file) => ((file.locations = { cellsPerSide: 1, sides: 1, cellLength: 2 }), delete file.assignment),
      ['E8008 i.json'],
      4,
    ],
    ['a key that nobody knows', (file) => (file['routng'] = 'optimal'), ['E1003 i.json routng'], 3],
    ['a number out of range', (file) => (file.layout['aislePitch'] = -1), ['E1006 i.json layout.aislePitch'], 3],
    ['a missing part', (file) => ((file as Record<string, unknown>)['history'] = undefined), ['E1004 i.json'], 3],
  ])('%s', (_what, change, expected, exitCode) => {
    const problems = problemsOf(changed(change));
    expect(problems.found.filter((one) => !expected.includes(one))).toEqual([]);
    expect(problems.found).toEqual(expect.arrayContaining(expected));
    expect(problems.exitCode).toBe(exitCode);
    for (const line of problems.lines) expect(line).toMatch(/^E\d{4} i\.json.*: .+\. .+/);
  });

  it('several at once, each with its line', () => {
    const { lines } = problemsOf(
      changed((file) => {
        file.skus[1]!['id'] = 'soap';
        file.history[0]!['skus'] = ['tae'];
      }),
    );
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toMatch(/^E8003 i\.json:\d+ skus\.1\.id: "soap" stands twice/);
    expect(lines.join('\n')).toContain('Did you mean "tea"?');
  });

  it('a text that is not JSON', () => {
    expect(problemsOf('{ "name": [1, }').found[0]).toMatch(/^E1001 i\.json/);
    expect(problemsOf('{ "name": yes }').found[0]).toMatch(/^E1001 i\.json/);
  });

  it('an instance that breaks the rules now cannot be compared with', () => {
    const { found } = problemsOf(
      changed((file) => {
        file.skus[3]!['temperature'] = 'chilled';
        file.locations = [
          ...['01-1-001-W', '02-1-003-W', '01-1-003-W', '01-1-002-W'].map((id, offset) => ({ id, aisle: 0, block: 0, offset })),
          { id: 'cold', aisle: 1, block: 0, offset: 1, temperature: 'chilled' },
        ];
      }),
    );
    expect(found).toEqual(['E8006 i.json assignment.oil']);
  });
});

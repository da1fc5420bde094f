import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { pickerTourFaults } from '../../../packages/scenarios/src/instances/picker-tour-check.ts';
import { pickerTourExample } from '../../../packages/scenarios/src/instances/picker-tour-example.ts';
import { readPickerTours } from '../../../packages/scenarios/src/instances/picker-tour-json.ts';
import type { PickerTourFile } from '../../../packages/scenarios/src/instances/picker-tour.ts';
import { PICKER_TOUR_POLICIES, PickerTourSolver } from '../../../packages/scenarios/src/instances/solve-picker-tour.ts';

const read = (text: string): PickerTourFile[] => readPickerTours(Buffer.from(text), 'i.json');
const example = read(pickerTourExample)[0]!;
const policy = (id: string): (typeof PICKER_TOUR_POLICIES)[number] => PICKER_TOUR_POLICIES.find((one) => one.id === id)!;

/** Code and place without its line, of what is wrong with a text. */
function problemsOf(text: string): { found: string[]; message: string } {
  try {
    read(text);
  } catch (error) {
    if (!(error instanceof InvalidInstance)) throw error;
    return { found: error.problems.map(({ code, place }) => `${code} ${place.replace(/:\d+/g, '')}`), message: error.message };
  }
  return { found: [], message: '' };
}

describe('a picker-tour instance', () => {
  it('stands word for word in its document', () => {
    const page = readFileSync(fileURLToPath(new URL('../../../docs/solve-picker-tour.md', import.meta.url)), 'utf8');
    expect(page).toContain(pickerTourExample.trim());
    for (const { id } of PICKER_TOUR_POLICIES) expect(page).toContain(`| \`${id}\` |`);
  });

  it('may be one of many in JSON lines, may state its optimum and may hold no pick', () => {
    const line = JSON.stringify({ ...example, optimum: 40 });
    const tours = read(`${line}\n${JSON.stringify({ ...example, name: 'none', picks: [] })}\n`);
    expect(tours.map(({ name, optimum }) => [name, optimum])).toEqual([
      ['example', 40],
      ['none', undefined],
    ]);
    const { result, faults } = new PickerTourSolver(tours[1]!, { seed: 1 }).solve(policy('optimal'));
    expect(faults).toEqual([]);
    expect(result).toMatchObject({ objective: 0, proved: true, solution: { sequence: [], path: [[0, 0]] } });
  });

  it('is listed whole with what is wrong: form and places at once, each with its cure', () => {
    const wrong = JSON.stringify(
      {
        ...example,
        layout: { ...example.layout, depot: { aisle: 4, crossAisle: 2 } },
        picks: [
          { aisle: 7, block: 0, offset: 3 },
          { aisle: 0, block: 1, offset: 10.5 },
          { aisle: 0, block: 0, ofset: 1 },
          { aisle: -1, block: 0, offset: 1 },
        ],
      },
      null,
      1,
    );
    const { found, message } = problemsOf(wrong);
    expect([...found].sort()).toEqual(
      [
        'E8102 i.json layout.depot.aisle',
        'E8102 i.json layout.depot.crossAisle',
        'E8102 i.json picks.0.aisle',
        'E8102 i.json picks.1.block',
        'E8102 i.json picks.1.offset',
        'E1003 i.json picks.2.ofset',
        'E1004 i.json picks.2',
        'E1006 i.json picks.3.aisle',
      ].sort(),
    );
    expect(message).toContain('pick 0 lies at aisle 7, outside the layout. Give 0 … 3.');
    expect(message).toContain('Did you mean "offset"?');
  });

  it('needs an aisle and a block, and to be JSON', () => {
    const none = JSON.stringify({ ...example, layout: { ...example.layout, aisles: 0, blocks: 0 } });
    expect(problemsOf(none).found).toEqual(['E1006 i.json layout.aisles', 'E1006 i.json layout.blocks']);
    expect(problemsOf('aisle;block\n1;2\n').found).toEqual(['E8101 i.json']);
    expect(problemsOf('{ "name": "x", ').found[0]).toMatch(/^E1001/);
    const second = `${JSON.stringify(example)}\n${JSON.stringify({ ...example, picks: [{ aisle: 9, block: 0, offset: 0 }] })}\n`;
    expect(problemsOf(second).found).toEqual(['E8102 i.json picks.0.aisle']);
    expect(problemsOf(second).message).toContain('i.json:2:');
  });
});

describe('the picker-tour solver', () => {
  it('gives every policy a tour that the checker accepts: 40 m, return 45 m', () => {
    const solver = new PickerTourSolver(example, { seed: 1 });
    for (const one of PICKER_TOUR_POLICIES) {
      const { result, faults } = solver.solve(one);
      expect(faults).toEqual([]);
      expect(result).toMatchObject({ problem: 'picker-tour', policy: one.id, unit: 'm', lowerBound: 40, feasible: true });
      expect(result.objective).toBe(one.id === 'return' ? 45 : 40);
      expect(result.proved).toBe(one.id === 'optimal');
    }
  });

  it('says why composite does not apply, and bounds a tour through nine blocks', () => {
    const picks = Array.from({ length: 40 }, (_, n) => ({ aisle: (7 * n) % 10, block: (5 * n) % 9, offset: (3 * n) % 10 }));
    const large: PickerTourFile = { ...example, layout: { ...example.layout, aisles: 10, blocks: 9 }, picks };
    const solver = new PickerTourSolver(large, { seed: 1 });
    expect(solver.whyNot(policy('composite'))).toContain('Choose another --policy');
    expect(solver.whyNot(policy('aisle-by-aisle'))).toBeUndefined();
    const { result, faults } = solver.solve(policy('optimal'));
    expect(faults).toEqual([]);
    expect(result.lowerBound).toBeLessThanOrEqual(result.objective);
    expect(result.lowerBound).toBeGreaterThan(0.9 * result.objective);
    expect(result.proved).toBe(result.objective - result.lowerBound < 1e-6);
    const again = new PickerTourSolver(large, { seed: 1 }).solve(policy('optimal')).result;
    expect(again.solution).toEqual(result.solution);
  });

  const shared = fileURLToPath(new URL('../../../../shared/data/picker-tour/multi-block.jsonl', import.meta.url));
  const present = existsSync(shared);
  if (!present) console.log('skipped: shared data (picker-tour/multi-block.jsonl) not found');
  it.skipIf(!present)('solves the 300 multi-block tours: all optimal, proved, and accepted by the checker', () => {
    const tours = readPickerTours(readFileSync(shared), 'multi-block.jsonl');
    expect(tours).toHaveLength(300);
    for (const tour of tours) {
      const { result, faults } = new PickerTourSolver(tour, { seed: 1 }).solve(policy('optimal'));
      expect(faults, tour.name).toEqual([]);
      expect(result.proved, tour.name).toBe(true);
      expect(result.objective, tour.name).toBeCloseTo(tour.optimum!, 9);
    }
  });
});

describe('the checker of picker tours', () => {
  const right = {
    sequence: [0, 1],
    path: [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [0, 0],
    ] as const,
    length_m: 40,
  };

  it('accepts a right tour, also backwards', () => {
    expect(pickerTourFaults(example, right)).toEqual([]);
    expect(pickerTourFaults(example, { ...right, sequence: [1, 0], path: [...right.path].reverse() })).toEqual([]);
  });

  it.each<[string, Partial<typeof right> | Record<string, unknown>, string]>([
    ['another length', { length_m: 39 }, 'it is 40 m, not 39 m'],
    ['a pick left out', { sequence: [0] }, 'pick 1 is in the sequence 0 times'],
    ['a pick twice', { sequence: [0, 0, 1] }, 'pick 0 is in the sequence 2 times'],
    ['a pick that is none', { sequence: [0, 1, 2] }, 'there is no pick 2'],
    ['another order than the path', { sequence: [1, 0] }, 'it does not pass pick 0 after those before it'],
    ['another start', { path: right.path.slice(1), length_m: 30 }, 'it does not start at the depot'],
    ['another end', { path: right.path.slice(0, 4), length_m: 30 }, 'it does not end at the depot'],
    [
      'a short cut through the racks',
      {
        path: [
          [0, 0],
          [0, 9],
          [10, 9],
          [10, 0],
          [0, 0],
        ],
        length_m: 38,
      },
      'from (0, 9) to (10, 9) there is no way',
    ],
    [
      'a way outside',
      {
        path: [
          [0, 0],
          [0, 12],
          [0, 10],
          [10, 10],
          [10, 0],
          [0, 0],
        ],
        length_m: 44,
      },
      'from (0, 0) to (0, 12) there is no way',
    ],
    ['no path', { path: [], length_m: 0 }, 'it does not start at the depot'],
    ['a length that is none', { length_m: Number.NaN }, 'it is 40 m, not NaN m'],
  ])('refuses %s', (_, change, fault) => {
    expect(pickerTourFaults(example, { ...right, ...change } as typeof right)).toContain(fault);
  });
});

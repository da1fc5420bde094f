import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { errorExamples, errorsPage, problemsOf } from '../../../packages/scenarios/scripts/error-examples.ts';
import {
  InvalidScenario,
  builtinText,
  loadScenario,
  scenarioJsonSchema,
  validateScenario,
} from '../../../packages/scenarios/src/index.ts';

describe('problems of a scenario', () => {
  it.each(errorExamples.map((example) => [example.code, example.title, example] as const))(
    '%s is found: %s',
    (code, _title, example) => {
      const problem = problemsOf(example).find((candidate) => candidate.code === code)!;
      expect(problem).toBeDefined();
      expect(problem.place).not.toBe('');
      expect(problem.cause).not.toMatch(/undefined|NaN|\[object/);
      expect(problem.cure).toMatch(/[.?]$/);
    },
  );

  it('have one example for every code in the source', () => {
    const source = new URL('../../../packages/scenarios/src/', import.meta.url);
    const files = ['format', 'validate'].flatMap((folder) =>
      readdirSync(new URL(folder, source))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(new URL(`${folder}/${name}`, source), 'utf8')),
    );
    const inSource = new Set(files.flatMap((text) => [...text.matchAll(/'(E\d{4})'/g)].map((match) => match[1]!)));
    expect(errorExamples.map(({ code }) => code)).toEqual([...inSource].sort());
  });

  it('are listed all at once, with file, line and cure', () => {
    const problems = validateScenario(
      `formatVersion: 1
id: many
extends: four-orders
bulding: {}
days: 0
labour:
  shifts: [{ id: day, start: "18:00", end: "07:00" }]
operations:
  packLine_s: -1
modes:
  paper:
    policies: { routing: largest-gab, batching: saving }
`,
      { fileName: 'many.yaml' },
    );
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ['E1003', 'many.yaml:4 bulding'],
      ['E1006', 'many.yaml:5 days'],
      ['E1006', 'many.yaml:9 operations.packLine_s'],
      ['E4001', 'many.yaml:7 labour.shifts.day.end'],
      ['E7001', 'many.yaml:12 modes.paper.policies.batching'],
      ['E7001', 'many.yaml:12 modes.paper.policies.routing'],
    ]);
    expect(problems[0]!.cure).toBe('Did you mean "building"?');
    expect(problems[5]!.cure).toBe('Did you mean "largest-gap"?');
  });

  it('cite the file that a value comes from, the extended one or its own', () => {
    const problems = validateScenario('formatVersion: 1\nid: x\nextends: gimhae-shared-dc\nbuilding:\n  width_m: 60\n', {
      fileName: 'x.yaml',
    });
    expect(problems.some(({ code, place }) => code === 'E2001' && place.startsWith('gimhae-shared-dc:'))).toBe(true);
    const lanes = validateScenario(
      'formatVersion: 1\nid: x\nextends: four-orders\nbuilding:\n  lanes:\n    - { from_m: [2, 2], to_m: [3, 5], width_m: 2 }\n',
      { fileName: 'x.yaml' },
    );
    expect(lanes.find(({ code }) => code === 'E2009')!.place).toBe('x.yaml:6 building.lanes.0');
  });

  it('.nan and .inf are no measures', () => {
    const text = builtinText('four-orders')!
      .replace('packLine_s: 10', 'packLine_s: .nan')
      .replace('yard_mps: 2', 'yard_mps: .inf');
    expect(validateScenario(text, { fileName: 'four-orders' }).map(({ code, cause }) => [code, cause])).toEqual([
      ['E1006', 'NaN is not a finite number'],
      ['E1006', 'Infinity is not a finite number'],
    ]);
  });

  it('end with exit code 4 only where the input is sound but cannot be satisfied', () => {
    const codeOf = (set: string[]): number =>
      new InvalidScenario(validateScenario(builtinText('four-orders')!, { fileName: 'four-orders', settings: set })).exitCode;
    expect(codeOf(['building.areas.A.blocks.0.bays=1'])).toBe(4);
    expect(codeOf(['building.areas.A.blocks.0.bays=1', 'days=0'])).toBe(3);
  });

  it('are cut short where there are very many of one kind in one file', () => {
    const orders = [
      'order,arrival,store,sku,units',
      ...Array.from({ length: 500 }, (_, k) => `o${k},0 09:00,nowhere-at-all,s1,1`),
    ].join('\n');
    const result = loadScenario(builtinText('four-orders')!, {
      fileName: 'four-orders',
      readTable: (name) => (name === 'orders.csv' ? orders : undefined),
    });
    const problems = result.ok ? [] : result.problems.filter(({ code }) => code === 'E5001');
    expect(problems).toHaveLength(51);
    expect(problems[50]!.cause).toBe('450 more problems of this kind are not listed');
  });
});

describe('the documents', () => {
  const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), 'utf8');

  it('docs/errors.md is up to date (npx tsx packages/scenarios/scripts/write-schema.ts)', () => {
    expect(page('errors.md')).toBe(errorsPage());
  });

  it('docs/schema/scenario.schema.json is up to date, and all its references lead somewhere', () => {
    const text = page('schema/scenario.schema.json');
    expect(text).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
    const schema = JSON.parse(text) as { $defs: Record<string, unknown> };
    for (const [, name] of text.matchAll(/"#\/\$defs\/([^"]+)"/g)) expect(schema.$defs).toHaveProperty(name!);
  });
});

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import type { ReplicationResult } from '../../../packages/scenarios/src/experiments/replicate.ts';
import { replicationsCsv, summaryCsv } from '../../../packages/scenarios/src/report/csv.ts';
import { readable } from '../../../packages/scenarios/src/report/number.ts';
import { makeResults } from '../../../packages/scenarios/src/report/results.ts';
import { kpiTable, textTable } from '../../../packages/scenarios/src/report/table.ts';
import { writeFiles } from '../../../packages/scenarios/src/report/write-files.ts';

const provenance = {
  scenario: 'a,b',
  scenarioHash: '0',
  engine: '0',
  mode: 'paper',
  days: 1,
  policies: {},
  illustrative: false,
  attribution: [],
};
const measures = [
  { id: 'rate', unit: '1/h' },
  { id: 'late', unit: '' },
  { id: 'never', unit: 'm' },
];
const result = (replication: number, kpis: Record<string, number>): ReplicationResult => ({
  ...{ replication, seed: 1, traceHash: 'ff', events: 10 },
  kpis,
});
/** `late` could be computed in two of three replications, `never` in none. */
const results = makeResults(
  provenance,
  [result(0, { rate: 1, late: 5 }), result(1, { rate: 2 }), result(2, { rate: 3, late: 7 })],
  measures,
);

describe('results', () => {
  it('summarise a KPI over the replications that have it, and leave it out where none has', () => {
    expect(results.summary.rate).toMatchObject({ mean: 2, n: 3, unit: '1/h' });
    expect(results.summary.late).toMatchObject({ mean: 6, n: 2, unit: '' });
    expect(results.summary).not.toHaveProperty('never');
    expect(results.replications[1]!.kpis).toEqual({ rate: { value: 2, unit: '1/h' } });
  });

  it('as CSV have an empty cell where a value is absent', () => {
    expect(replicationsCsv(results)).toBe(
      'replication,seed,trace_hash,events,rate,late\r\n0,1,ff,10,1,5\r\n1,1,ff,10,2,\r\n2,1,ff,10,3,7\r\n',
    );
    expect(summaryCsv(results).split('\r\n')[1]).toMatch(/^rate,1\/h,2,2\.484/);
  });

  it('as a table say in how many replications a KPI could be computed', () => {
    expect(kpiTable(results, (id) => `Name of ${id}`).split('\n')).toEqual([
      'Name of rate  2  ± 2.48   1/h',
      'Name of late  6  ± 12.71       (2 of 3)',
    ]);
  });
});

describe('numbers for people', () => {
  it.each([
    [0, '0'],
    [71.2345, '71.23'],
    [0.00421, '0.00421'],
    [1234.5, '1,235'],
    [105185, '105,185'],
    [32_512_345, '32.5 M'],
    [-1978318, '-1,978,318'],
    [100, '100'],
    [1e9, '1,000 M'],
  ])('%d is written %s', (value, text) => {
    expect(readable(value)).toBe(text);
  });
});

describe('a text table', () => {
  it('counts Hangul as two cells', () => {
    expect(
      textTable([
        ['피킹', 'x'],
        ['pick', 'y'],
      ]),
    ).toBe('피킹  x\npick  y');
  });
});

describe('writing files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dongseon-files-'));
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('makes the folder and leaves nothing else in it', () => {
    writeFiles(join(folder, 'a/b'), { 'x.txt': 'x', 'y.txt': 'y' });
    expect(readdirSync(join(folder, 'a/b')).sort()).toEqual(['x.txt', 'y.txt']);
  });

  it('changes no file when one of them cannot be written', () => {
    writeFiles(folder, { 'x.txt': 'old' });
    writeFileSync(join(folder, 'blocked'), 'a file where a folder is needed');
    expect(() => writeFiles(folder, { 'x.txt': 'new', 'blocked/y.txt': 'y' })).toThrow();
    expect(readFileSync(join(folder, 'x.txt'), 'utf8')).toBe('old');
    expect(readdirSync(folder).sort()).toEqual(['blocked', 'x.txt']);
  });
});

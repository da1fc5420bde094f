// Experiments with a fake in the middle: what is designed, who runs it and what comes back are tested apart.

import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { designReplications } from '../../../packages/scenarios/src/experiments/design.ts';
import { inProcess } from '../../../packages/scenarios/src/experiments/in-process.ts';
import { replicate, type ReplicationResult } from '../../../packages/scenarios/src/experiments/replicate.ts';
import { Parts } from '../../../packages/scenarios/src/experiments/resume.ts';
import { loadSource, scenarioHash } from '../../../packages/scenarios/src/experiments/source.ts';
import { findMismatches } from '../../../packages/scenarios/src/experiments/verify.ts';
import { builtinTable, builtinText } from '../../../packages/scenarios/src/builtin/texts.ts';

const source = { text: builtinText('four-orders')!, fileName: 'four-orders', files: {}, settings: [] };
const design = { seed: 4, replications: 3, days: 1, mode: 'paper' };
const result = (replication: number, traceHash: string): ReplicationResult => ({
  ...{ replication, seed: 1, traceHash, events: 1 },
  kpis: { orders: 1.5 },
});

describe('a design', () => {
  it('numbers its replications and gives all the same seed, so that two designs share their luck', () => {
    const tasks = designReplications(source, design);
    expect(tasks.map(({ replication, seed }) => [replication, seed])).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
    ]);
  });
});

describe('a replication', () => {
  it('is decided by its task alone: any order, again and again', () => {
    const tasks = designReplications(source, design);
    const forwards = tasks.map(replicate);
    const backwards = [...tasks].reverse().map(replicate).reverse();
    expect(backwards).toEqual(forwards);
    expect(new Set(forwards.map(({ replication }) => replication)).size).toBe(3);
  });
});

describe('the in-process executor', () => {
  it('reports each result as it is finished and returns them in order', async () => {
    const tasks = designReplications(source, design);
    const seen: number[] = [];
    const results = await inProcess.run(tasks, { onResult: ({ replication }) => seen.push(replication) });
    expect(seen).toEqual([0, 1, 2]);
    expect(results).toEqual(tasks.map(replicate));
  });

  it('hands out the storage at the end where it is asked for, and does not keep it', async () => {
    const tasks = designReplications(source, { ...design, replications: 2, storage: true });
    const handed: (readonly string[])[] = [];
    const results = await inProcess.run(tasks, {
      onResult: ({ storage }, index) => {
        handed[index] = Object.keys(storage ?? {});
      },
    });
    expect(handed).toEqual([
      ['storage-zones.csv', 'storage-locations.csv'],
      ['storage-zones.csv', 'storage-locations.csv'],
    ]);
    // The rest is what it is without.
    expect(results).toEqual(designReplications(source, { ...design, replications: 2 }).map(replicate));
  });

  it('begins nothing more when it is aborted', async () => {
    const abort = new AbortController();
    const results = await inProcess.run(designReplications(source, design), {
      signal: abort.signal,
      onResult: () => abort.abort(),
    });
    expect(results.map(({ replication }) => replication)).toEqual([0]);
  });
});

describe('the parts of an interrupted run', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dongseon-parts-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are found again by the same run only', () => {
    const parts = new Parts(folder, { seed: 1 });
    parts.save(result(2, 'aa'));
    expect(new Parts(folder, { seed: 1 }).load(2)).toEqual(result(2, 'aa'));
    expect(new Parts(folder, { seed: 1 }).load(3)).toBeUndefined();
    expect(new Parts(folder, { seed: 2 }).load(2)).toBeUndefined();
    parts.clear();
    expect(existsSync(join(folder, '.parts'))).toBe(false);
  });
});

describe('the determinism alarm', () => {
  it('names each replication that had two hashes', () => {
    const first = [result(0, 'aa'), result(1, 'bb'), result(2, 'cc')];
    const second = [result(0, 'aa'), result(1, 'dd')];
    expect(findMismatches(first, first)).toEqual([]);
    expect(findMismatches(first, second)).toEqual([
      { replication: 1, first: 'bb', second: 'dd' },
      { replication: 2, first: 'cc', second: 'none' },
    ]);
  });
});

describe('the hash of a scenario', () => {
  const gimhae = { text: builtinText('gimhae-shared-dc')!, fileName: 'gimhae-shared-dc', files: {}, settings: [] };

  it('depends on what it says, not on how it is written', () => {
    const hash = scenarioHash(gimhae);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(scenarioHash({ ...gimhae, text: `# a comment\n${gimhae.text}` })).toBe(hash);
    expect(scenarioHash({ ...gimhae, fileName: 'copy.json', text: JSON.stringify(loadSource(gimhae).source.data) })).toBe(hash);
    expect(scenarioHash({ ...gimhae, settings: ['days=2'] })).not.toBe(hash);
    expect(scenarioHash({ ...gimhae, settings: ['days=1'] })).toBe(hash);
  });

  it('depends on the tables', () => {
    const [header, ...rows] = builtinTable('four-orders', 'orders.csv')!.trim().split('\n');
    const withOrders = (lines: readonly string[]): string =>
      scenarioHash({ ...source, files: { 'orders.csv': [header, ...lines].join('\n') } });
    expect(withOrders(rows)).toBe(scenarioHash(source));
    expect(withOrders(rows.slice(1))).not.toBe(scenarioHash(source));
  });
});

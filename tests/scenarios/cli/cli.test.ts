import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DECISIONS, ENGINE_VERSION, kpiDefinitions } from '../../../packages/engine/src/index.ts';
import { builtinIds, builtinText } from '../../../packages/scenarios/src/index.ts';
import type { RunResults } from '../../../packages/scenarios/src/report/results.ts';
import { dongseon, start } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function resultsOf(...args: string[]): Promise<RunResults> {
  const { code, stdout, stderr } = await dongseon(['run', ...args, '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as RunResults;
}

describe('dongseon run', () => {
  it('prints one JSON document with provenance, replications and summary', async () => {
    const results = await resultsOf('four-orders');
    expect(results).toMatchObject({ scenario: 'four-orders', engine: ENGINE_VERSION, mode: 'paper', days: 1 });
    expect(results.scenarioHash).toMatch(/^[0-9a-f]{16}$/);
    expect(results.replications).toHaveLength(1);
    const [{ replication, seed, traceHash, events, kpis }] = results.replications as [RunResults['replications'][0]];
    expect({ replication, seed }).toEqual({ replication: 0, seed: 4 });
    expect(traceHash).toMatch(/^[0-9a-f]{16}$/);
    expect(events).toBeGreaterThan(0);
    expect(kpis.orders_delivered).toEqual({ value: 4, unit: '' });
    expect(results.summary.orders_delivered).toEqual({ mean: 4, n: 1, unit: '' });
  });

  it('leaves out a KPI that cannot be computed', async () => {
    const results = await resultsOf('four-orders');
    const ids = Object.keys(results.replications[0]!.kpis);
    expect(ids.every((id) => kpiDefinitions.some((definition) => definition.id === id))).toBe(true);
    expect(ids).not.toContain('visit_time_mean'); // nobody visits: there is no mean
  });

  it('prints a table for people, with the interval where there are several replications', async () => {
    const { code, stdout, stderr } = await dongseon(['run', 'four-orders', '--replications', '3', '--jobs', '1']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^four-orders, mode paper, 1 day, seed 4, 3 replications/);
    expect(stdout).toMatch(/Orders delivered +4 +± 0/);
    expect(stdout).toContain('illustrative');
    expect(stderr).toContain('3 of 3 replications');
  });

  it('gives the same results on one thread and on several', async () => {
    const one = await resultsOf('four-orders', '--replications', '3', '--jobs', '1');
    const two = await resultsOf('four-orders', '--replications', '3', '--jobs', '2');
    expect(two).toEqual(one);
    expect(one.replications.map(({ replication }) => replication)).toEqual([0, 1, 2]);
  });

  it('takes seed, days, mode, settings and policies', async () => {
    const plain = await resultsOf('gimhae-shared-dc');
    const seed = await resultsOf('gimhae-shared-dc', '--seed', '7');
    expect(seed.replications[0]!.seed).toBe(7);
    expect(seed.replications[0]!.traceHash).not.toBe(plain.replications[0]!.traceHash);
    expect(seed.scenarioHash).toBe(plain.scenarioHash);
    const mode = await resultsOf('gimhae-shared-dc', '--mode', 'paper');
    expect(mode.mode).toBe('paper');
    expect(mode.summary.lines_per_labour_hour!.mean).toBeLessThan(plain.summary.lines_per_labour_hour!.mean);
    const policy = await resultsOf(
      'gimhae-shared-dc',
      '--policy',
      'routing=s-shape',
      '--policy',
      'batching=first-come-first-served',
    );
    expect(policy.policies).toMatchObject({ routing: 's-shape', batching: 'first-come-first-served' });
    expect(policy.scenarioHash).not.toBe(plain.scenarioHash);
    const set = await resultsOf('four-orders', '--set', 'operations.extractUnit_s=99');
    expect(set.summary.lines_per_labour_hour!.mean).toBeLessThan(
      (await resultsOf('four-orders')).summary.lines_per_labour_hour!.mean,
    );
    expect((await resultsOf('gimhae-shared-dc', '--days', '2')).days).toBe(2);
  });

  it('gives the same numbers for a file as for the built-in scenario it is a copy of', async () => {
    const copy = await resultsOf(file('copy.yaml', builtinText('gimhae-shared-dc')!));
    expect(copy).toEqual(await resultsOf('gimhae-shared-dc'));
  });

  it('stores the results whole under --out', async () => {
    const out = join(folder, 'out');
    const { code, stderr } = await dongseon(['run', 'four-orders', '--replications', '2', '--out', out]);
    expect(code).toBe(0);
    expect(stderr).toContain('Stored in');
    expect(readdirSync(out).sort()).toEqual([
      'replication-0',
      'replication-1',
      'replications.csv',
      'results.json',
      'summary.csv',
    ]);
    expect(readdirSync(join(out, 'replication-1')).sort()).toEqual(['storage-locations.csv', 'storage-zones.csv']);
    const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunResults;
    const rows = readFileSync(join(out, 'replications.csv'), 'utf8').split('\r\n');
    expect(rows[0]).toMatch(/^replication,seed,trace_hash,events,lines_per_labour_hour,/);
    expect(rows[1]).toMatch(new RegExp(`^0,4,${results.replications[0]!.traceHash},`));
    expect(readFileSync(join(out, 'summary.csv'), 'utf8')).toContain('orders_delivered,,4,0,2\r\n');
  });

  it('leaves older results alone when the input is invalid', async () => {
    const out = join(folder, 'kept');
    await dongseon(['run', 'four-orders', '--out', out]);
    const before = readFileSync(join(out, 'results.json'), 'utf8');
    const { code } = await dongseon(['run', 'four-orders', '--set', 'building.width_m=-1', '--out', out]);
    expect(code).toBe(3);
    expect(readFileSync(join(out, 'results.json'), 'utf8')).toBe(before);
    expect(readdirSync(out)).toHaveLength(4);
  });

  it('verifies that each replication has one hash', async () => {
    const { code } = await dongseon(['run', 'four-orders', '--replications', '2', '--verify', '--quiet']);
    expect(code).toBe(0);
  });

  it('ends with 5 when it is interrupted, and the same command continues', async () => {
    const out = join(folder, 'resumed');
    const args = ['run', 'gimhae-shared-dc', '--replications', '8', '--jobs', '1', '--out', out];
    const running = start(args);
    await running.waitFor(/1 of 8 replications/);
    running.kill('SIGINT');
    const interrupted = await running.ended;
    expect(interrupted.code).toBe(5);
    expect(interrupted.stderr).toContain('the same command');
    expect(interrupted.stdout).toBe('');
    expect(existsSync(join(out, 'results.json'))).toBe(false);
    const rest = await dongseon(args);
    expect(rest.code).toBe(0);
    expect(rest.stderr).not.toContain('8 of 8'); // the bar counts what is left to do
    const results = JSON.parse(readFileSync(join(out, 'results.json'), 'utf8')) as RunResults;
    expect(results).toEqual(await resultsOf('gimhae-shared-dc', '--replications', '8'));
    expect(readdirSync(out)).toHaveLength(3 + 8);
  });
});

describe('wrong usage ends with 2 and says what is possible', () => {
  it.each([
    [['runn'], 'Did you mean run?'],
    [['run', 'four-orders', '--replicatons', '3'], 'Did you mean --replications?'],
    [['run', 'four-orders', '--replications', '0'], 'whole number of at least 1'],
    [['run', 'four-orders', '--seed', '1.5'], 'whole number'],
    [['run', 'four-orders', '--set', 'days'], 'key=value'],
    [['run', 'four-orders', '--policy', 'routng=s-shape'], 'Did you mean "routing"?'],
    [['run', 'four-orders', '--policy', 'routing=s-shpe'], 'Did you mean "s-shape"?'],
    [['run', 'four-orders', '--mode', 'papr'], 'Did you mean "paper"?'],
    [['run', 'four-order'], 'Did you mean "four-orders"?'],
    [['solve', 'slottin', 'example'], 'Did you mean slotting?'],
    [['run'], 'missing required argument'],
    [['list', 'secrets'], 'Allowed choices are scenarios, policies, kpis, streams'],
    [[], 'Usage: dongseon'],
  ])('dongseon %j', async (args, message) => {
    const { code, stdout, stderr } = await dongseon(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('invalid input ends with 3 and lists everything', () => {
  const broken = builtinText('four-orders')!
    .replace('depth_m: 14', 'depth_m: fourteen')
    .replace('clearHeight_m:', 'clearHeigth_m:')
    .replace('mode: paper', 'mode: papr');

  it('with code, place, cause and cure, on stderr', async () => {
    const { code, stdout, stderr } = await dongseon(['validate', file('broken.yaml', broken)]);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^E\d{4} broken\.yaml:\d+ building\.depth_m: .*fourteen/m);
    expect(stderr).toMatch(/clearHeight_m/);
    expect(stderr.trim().split('\n').length).toBeGreaterThanOrEqual(3);
  });

  it('or as one JSON document', async () => {
    const { code, stdout } = await dongseon(['validate', file('broken.yaml', broken), '--json']);
    expect(code).toBe(3);
    const document = JSON.parse(stdout) as { valid: boolean; problems: Record<string, string>[] };
    expect(document.valid).toBe(false);
    expect(document.problems.length).toBeGreaterThanOrEqual(2);
    for (const problem of document.problems) expect(Object.keys(problem)).toEqual(['code', 'place', 'cause', 'cure']);
  });

  it('of a file that is not YAML', async () => {
    const { code, stderr } = await dongseon(['run', file('not.yaml', 'formatVersion: [1')]);
    expect(code).toBe(3);
    expect(stderr).toMatch(/^E1001 not\.yaml:1/);
  });
});

describe('dongseon validate', () => {
  it.each(builtinIds())('accepts %s', async (id) => {
    const { code, stdout } = await dongseon(['validate', id, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ scenario: id, valid: true, problems: [] });
  });
});

describe('dongseon list', () => {
  it('kpis: unit, meaning, formula and both names', async () => {
    const { stdout } = await dongseon(['list', 'kpis', '--json']);
    const list = JSON.parse(stdout) as Record<string, unknown>[];
    expect(list).toHaveLength(kpiDefinitions.length);
    for (const kpi of list) {
      expect(Object.keys(kpi)).toEqual(['id', 'unit', 'better', 'names', 'meaning', 'formula']);
      expect(kpi.id).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(kpi.names).toEqual({ ko: expect.stringMatching(/./), en: expect.stringMatching(/./) });
    }
  });

  it('policies: at least two for each decision', async () => {
    const { stdout } = await dongseon(['list', 'policies', '--json']);
    const list = JSON.parse(stdout) as { decision: string; policies: unknown[] }[];
    expect(list.map(({ decision }) => decision)).toEqual(DECISIONS);
    for (const { decision, policies } of list) expect(policies.length, decision).toBeGreaterThanOrEqual(2);
  });

  it('scenarios and streams, as tables too', async () => {
    const scenarios = await dongseon(['list', 'scenarios']);
    expect(
      scenarios.stdout
        .split('\n')
        .map((line) => line.split(' ')[0])
        .filter(Boolean),
    ).toEqual(builtinIds());
    const streams = await dongseon(['list', 'streams', '--json']);
    expect((JSON.parse(streams.stdout) as { name: string }[]).map(({ name }) => name)).toContain('person-<person>/search');
  });
});

describe('--help', () => {
  // Those of compare are run in compare.test.ts.
  it.each(['run', 'validate', 'list', 'view', 'compare', 'solve', 'solve slotting', 'solve re-slotting'])(
    'of %s ends with 0 and has examples that work as printed',
    async (verb) => {
      const help = await dongseon([...verb.split(' '), '--help']);
      expect(help.code).toBe(0);
      const examples = [...help.stdout.matchAll(/^ {2}dongseon (.+)$/gm)].map(([, example]) => example!);
      expect(examples.length).toBeGreaterThan(0);
      for (const example of examples) {
        expect(example.startsWith(`${verb} `)).toBe(true);
        if (verb === 'view' || verb === 'compare') continue; // tests/e2e/ serves the viewer
        const { code } = await dongseon(example.split(' '));
        expect(code, example).toBe(0);
      }
    },
  );

  it('names the exit codes', async () => {
    const { code, stdout } = await dongseon(['--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/6 {2}the same replication gave two trace hashes/);
  });
});

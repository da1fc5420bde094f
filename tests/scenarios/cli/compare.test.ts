import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { kpiDefinitions } from '../../../packages/engine/src/index.ts';
import type { Comparison } from '../../../packages/scenarios/src/report/comparison.ts';
import type { RunResults } from '../../../packages/scenarios/src/report/results.ts';
import { dongseon, start } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-compare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function comparisonOf(...args: string[]): Promise<Comparison> {
  const { code, stdout, stderr } = await dongseon(['compare', ...args, '--jobs', '1', '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Comparison;
}

describe('dongseon compare', () => {
  it('runs both sides with the random numbers that dongseon run has, replication by replication', async () => {
    const comparison = await comparisonOf(
      'gimhae-shared-dc',
      'gimhae-shared-dc',
      '--mode-a',
      'paper',
      '--mode-b',
      'digital',
      '--replications',
      '2',
    );
    for (const [side, mode] of [
      ['a', 'paper'],
      ['b', 'digital'],
    ] as const) {
      const { stdout } = await dongseon([
        'run',
        'gimhae-shared-dc',
        '--mode',
        mode,
        '--replications',
        '2',
        '--jobs',
        '1',
        '--json',
        '--quiet',
      ]);
      const run = JSON.parse(stdout) as RunResults;
      expect(comparison[side]).toMatchObject({
        scenario: 'gimhae-shared-dc',
        scenarioHash: run.scenarioHash,
        mode,
        policies: run.policies,
      });
      expect(comparison.replications.map((pair) => pair[side].traceHash)).toEqual(
        run.replications.map(({ traceHash }) => traceHash),
      );
      expect(comparison.kpis.metres_per_line![side]).toBeCloseTo(run.summary.metres_per_line!.mean, 9);
    }
    const { a, b, difference, halfWidth95, n, unit } = comparison.kpis.metres_per_line!;
    expect(difference).toBeCloseTo(b - a, 9);
    expect(difference + halfWidth95!).toBeLessThan(0); // digital walks less
    expect([n, unit]).toEqual([2, 'm']);
    expect(Object.keys(comparison.kpis).every((id) => kpiDefinitions.some((definition) => definition.id === id))).toBe(true);
  });

  it('finds no difference between a scenario and itself, on any KPI', async () => {
    const comparison = await comparisonOf('four-orders', 'four-orders', '--replications', '3', '--seed', '9');
    for (const { difference, halfWidth95 } of Object.values(comparison.kpis)) expect([difference, halfWidth95]).toEqual([0, 0]);
    expect(comparison.replications.map(({ replication, seed }) => [replication, seed])).toEqual([
      [0, 9],
      [1, 9],
      [2, 9],
    ]);
    for (const { a, b } of comparison.replications) expect(a.traceHash).toBe(b.traceHash);
  });

  it('changes both sides, and one side over both', async () => {
    const { a, b } = await comparisonOf(
      ...['four-orders', 'four-orders', '--replications', '1', '--days', '2'],
      ...['--policy', 'routing=largest-gap', '--policy-b', 'routing=return'],
      ...['--set', 'operations.extractUnit_s=9', '--set-a', 'operations.packLine_s=1'],
    );
    expect([a.policies['routing'], b.policies['routing']]).toEqual(['largest-gap', 'return']);
    expect([a.days, b.days]).toEqual([2, 2]);
    expect(a.scenarioHash).not.toBe(b.scenarioHash);
  });

  it('prints a table for people: what differs, the interval, and which side is better', async () => {
    const { code, stdout, stderr } = await dongseon([
      ...['compare', 'gimhae-shared-dc', 'gimhae-shared-dc', '--replications', '2', '--jobs', '1', '--mode', 'paper'],
      ...['--policy-a', 'routing=return', '--policy-b', 'routing=optimal'],
    ]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^a: gimhae-shared-dc, mode \w+ \([0-9a-f]{16}\)$/m);
    expect(stdout).toMatch(/^routing +return +optimal$/m);
    expect(stdout).toMatch(/^↓ {2}Metres per line .+ ± .+ m .+%  b better$/m);
    expect(stdout).toContain('2 pairs of replications on the same random numbers');
    expect(stderr).toContain('4 of 4 replications');
    expect(stderr).toContain('Advice');
  });

  it('stores the results whole under --out, and continues where it was interrupted', async () => {
    const out = join(folder, 'out');
    const args = [
      'compare',
      'gimhae-shared-dc',
      'gimhae-shared-dc',
      '--mode-b',
      'paper',
      '--replications',
      '2',
      '--jobs',
      '1',
      '--out',
      out,
    ];
    const running = start(args);
    await running.waitFor(/1 of 4 replications/);
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(5);
    expect(readdirSync(out)).toEqual(['.parts']);
    const rest = await dongseon(args);
    expect(rest.code).toBe(0);
    expect(rest.stderr).not.toContain('4 of 4');
    expect(readdirSync(out).sort()).toEqual(['comparison.csv', 'comparison.json', 'pairs.csv']);
    const stored = JSON.parse(readFileSync(join(out, 'comparison.json'), 'utf8')) as Comparison;
    expect(stored).toEqual(
      await comparisonOf('gimhae-shared-dc', 'gimhae-shared-dc', '--mode-b', 'paper', '--replications', '2'),
    );
  });

  it.each([
    [['--mode-a', 'papr'], '--mode-a: there is no mode "papr". Did you mean "paper"?'],
    [['--policy-b', 'routing=optimum'], '--policy-b: there is no routing policy "optimum". Did you mean "optimal"?'],
    [['--replications', '0'], 'whole number of at least 1'],
  ])('says what is wrong with %j, and ends with 2', async (flags, message) => {
    const { code, stdout, stderr } = await dongseon(['compare', 'four-orders', 'four-orders', ...flags]);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('has examples in its help that work as printed (here with one pair of replications)', async () => {
    const { stdout } = await dongseon(['compare', '--help']);
    const examples = [...stdout.matchAll(/^ {2}dongseon (compare .+)$/gm)].map(([, example]) => example!.split(' '));
    expect(examples).toHaveLength(2);
    for (const example of examples) {
      const { code, stderr } = await dongseon([...example, '--replications', '1', '--jobs', '1', '--quiet']);
      expect(stderr).toBe('');
      expect(code).toBe(0);
    }
  });

  it('refuses to compare one day with two', async () => {
    const { code, stderr } = await dongseon(['compare', 'four-orders', 'four-orders', '--set-b', 'days=2']);
    expect(code).toBe(2);
    expect(stderr).toContain('a simulates 1 and b 2 days');
  });
});

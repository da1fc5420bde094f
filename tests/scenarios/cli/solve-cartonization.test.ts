import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { cartonizationExample } from '../../../packages/scenarios/src/instances/cartonization-example.ts';
import type { CartonizationResult } from '../../../packages/scenarios/src/instances/solve-cartonization.ts';
import { dongseon } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-cartonization-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('dongseon solve cartonization', () => {
  it('prints one object for one instance and policy, in the shape that others rely on', async () => {
    const { code, stdout, stderr } = await dongseon([
      ...['solve', 'cartonization', 'example', '--policy', 'maximal-spaces', '--seed', '3', '--json', '--quiet'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const result = JSON.parse(stdout) as CartonizationResult;
    expect(Object.keys(result)).toEqual([
      ...[
        'instance',
        'problem',
        'policy',
        'objective',
        'unit',
        'proved',
        'lowerBound',
        'upperBound',
        'feasible',
        'time_s',
        'solution',
      ],
    ]);
    expect(result).toMatchObject({ instance: 'example', problem: 'cartonization', objective: 1500, feasible: true });
    expect(Object.keys(result.solution.placements[0]!)).toEqual(['item', 'container', 'position', 'orientation']);
    expect(result.solution.seed).toBe(3);
  });

  it('prints a list for several instances, packed files and generated names among them', async () => {
    const own = file('own.json.gz', gzipSync(cartonizationExample.replace('"name": "example"', '"name": "own"')));
    const { stdout } = await dongseon(['solve', 'cartonization', own, 'br1#2', '--time-limit', '0.2', '--json', '--quiet']);
    const results = JSON.parse(stdout) as CartonizationResult[];
    expect(results.map(({ instance, policy }) => `${instance} ${policy}`).sort()).toEqual([
      ...[
        'br1#2 beam-search',
        'br1#2 greedy',
        'own beam-search',
        'own best-fit-decreasing',
        'own maximal-spaces',
        'own next-fit',
      ],
    ]);
    expect(results.filter(({ policy }) => !policy.includes('fit')).every(({ feasible }) => feasible)).toBe(true);
  });

  it('prints a table for people', async () => {
    const { code, stdout } = await dongseon(['solve', 'cartonization', 'example']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/example +maximal-spaces +1,500 +cost +1,500 +proved/);
  });

  it('ends with 2, 3 and 4 as agreed', async () => {
    const usage = await dongseon(['solve', 'cartonization', 'example', '--policy', 'maximal-space']);
    expect([usage.code, usage.stderr]).toEqual([2, expect.stringContaining('maximal-spaces')]);
    const invalid = await dongseon([
      'solve',
      'cartonization',
      file('bad.json', cartonizationExample.replace('25,', '0,')),
      'br99#1',
    ]);
    expect([invalid.code, invalid.stderr]).toEqual([3, expect.stringMatching(/bad\.json[^]*E8309 br99#1/)]);
    const large = await dongseon([
      'solve',
      'cartonization',
      file('large.json', cartonizationExample.replace('"length": 25', '"length": 95')),
    ]);
    expect([large.code, large.stderr]).toEqual([4, expect.stringMatching(/E8304 large\.json:9 items\.0: rice/)]);
    const other = await dongseon(['solve', 'cartonization', 'example', '--policy', 'greedy']);
    expect([other.code, other.stderr]).toEqual([4, expect.stringContaining('greedy does not apply')]);
  });
});

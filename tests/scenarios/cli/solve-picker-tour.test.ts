import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { pickerTourExample } from '../../../packages/scenarios/src/instances/picker-tour-example.ts';
import { PICKER_TOUR_POLICIES, type PickerTourResult } from '../../../packages/scenarios/src/instances/solve-picker-tour.ts';
import { dongseon } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-picker-tour-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const line = JSON.stringify(JSON.parse(pickerTourExample));

describe('dongseon solve picker-tour', () => {
  it('prints one object for one instance and policy, in the shape that others rely on', async () => {
    const { code, stdout, stderr } = await dongseon([
      ...['solve', 'picker-tour', 'example', '--policy', 'optimal', '--json', '--quiet'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const result = JSON.parse(stdout) as PickerTourResult;
    expect(Object.keys(result)).toEqual([
      ...['instance', 'problem', 'policy', 'objective', 'unit', 'proved', 'lowerBound', 'feasible', 'time_s', 'solution'],
    ]);
    expect(result).toMatchObject({
      ...{ instance: 'example', problem: 'picker-tour', policy: 'optimal', objective: 40, unit: 'm' },
      ...{ proved: true, lowerBound: 40, feasible: true },
    });
    expect(new Set(result.solution.sequence)).toEqual(new Set([0, 1]));
    expect(result.solution.path[0]).toEqual([0, 0]);
  });

  it('reads compressed JSON lines, runs all policies, and tells a stated optimum that is none', async () => {
    const wrong = line.replace('"name":"example"', '"name":"other","optimum":39');
    const path = file('two.jsonl.gz', gzipSync(`${line}\n${wrong}\n`));
    const { code, stdout, stderr } = await dongseon(['solve', 'picker-tour', path, '--json']);
    expect(code).toBe(0);
    const results = JSON.parse(stdout) as PickerTourResult[];
    expect(results).toHaveLength(2 * PICKER_TOUR_POLICIES.length);
    expect(results.every(({ feasible }) => feasible)).toBe(true);
    expect(stderr).toContain('other: the file gives an optimum of 39 m; the shortest tour is 40 m.');
  });

  it('prints a table for people', async () => {
    const { code, stdout } = await dongseon(['solve', 'picker-tour', 'example', '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^instance +policy +m +above % +bound m/);
    expect(stdout).toMatch(/^example +return +45 +12\.5 +40/m);
    expect(stdout).toMatch(/^example +optimal +40 +0\.0 +40 +proved/m);
  });

  it('lists all problems of all files and ends with 3; ends with 2 for a policy that is none', async () => {
    const first = file('first.json', pickerTourExample.replace('"aisle": 2', '"aisle": 4'));
    const second = file('second.json', pickerTourExample.replace('"blocks": 1', '"blocks": 0'));
    const { code, stdout, stderr } = await dongseon(['solve', 'picker-tour', first, second]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(/E8102 first\.json:\d+ picks\.1\.aisle: pick 1 lies at aisle 4, outside the layout\. Give 0 … 3\./);
    expect(stderr).toMatch(/E1006 second\.json:\d+ layout\.blocks/);

    const unknown = await dongseon(['solve', 'picker-tour', 'example', '--policy', 's-shaped']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "s-shape"?');
  });

  it('ends with 4 where the one policy asked for does not apply', async () => {
    const large = file('large.json', pickerTourExample.replace('"blocks": 1', '"blocks": 9'));
    const { code, stderr } = await dongseon(['solve', 'picker-tour', large, '--policy', 'composite']);
    expect(code).toBe(4);
    expect(stderr).toContain('example: composite does not apply:');
  });
});

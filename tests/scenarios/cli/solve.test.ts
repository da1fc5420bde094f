import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { storageAssignmentPolicies } from '../../../packages/engine/src/index.ts';
import type { ReSlottingResult } from '../../../packages/scenarios/src/instances/re-slotting.ts';
import { slottingExample } from '../../../packages/scenarios/src/instances/slotting-example.ts';
import type { SlottingResult } from '../../../packages/scenarios/src/instances/solve-slotting.ts';
import { dongseon } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-solve-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function answer<Result>(...args: string[]): Promise<Result> {
  const { code, stdout, stderr } = await dongseon(['solve', ...args, '--json', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
  return JSON.parse(stdout) as Result;
}

describe('dongseon solve slotting', () => {
  it('prints one object for one instance and policy, in the shape that others rely on', async () => {
    const result = await answer<SlottingResult>(
      'slotting',
      'example',
      '--policy',
      'full-turnover',
      '--routing',
      's-shape',
      '--seed',
      '3',
    );
    expect(Object.keys(result)).toEqual([
      ...['instance', 'problem', 'policy', 'objective', 'unit', 'proved', 'lowerBound', 'feasible', 'time_s', 'solution'],
    ]);
    expect(result).toMatchObject({
      instance: 'example',
      problem: 'slotting',
      policy: 'full-turnover',
      unit: 'm',
      feasible: true,
    });
    expect(result.solution).toMatchObject({ routing: 's-shape', seed: 3 });
    expect(Object.keys(result.solution.assignment).sort()).toEqual(['oil', 'rice', 'soap', 'tea']);
  });

  it('prints a list for several instances, or for all policies', async () => {
    const own = file('own.json.gz', gzipSync(slottingExample.replace('"name": "example"', '"name": "own"')));
    const two = await answer<SlottingResult[]>('slotting', 'example', own, '--policy', 'random');
    expect(two.map(({ instance }) => instance)).toEqual(['example', 'own']);
    const all = await answer<SlottingResult[]>('slotting', own, '--policy', 'all');
    expect(all.map(({ policy }) => policy)).toEqual(storageAssignmentPolicies.map(({ id }) => id));
    expect(all.every(({ feasible }) => feasible)).toBe(true);
  });

  it('prints a table for people, and takes the routing of the instance', async () => {
    const own = file('routed.json', slottingExample.replace('"routing": "optimal"', '"routing": "return"'));
    const { code, stdout } = await dongseon(['solve', 'slotting', own, '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^instance +policy +routing +m\/order/);
    expect(stdout).toMatch(/^example +full-turnover +return +8\.67 +± /m);
  });

  it('lists all problems of all files with place and cure, and ends with 3', async () => {
    const first = file(
      'first.json',
      slottingExample.replaceAll('"rice"', '"rise"').replace('{ "id": "rise" }', '{ "id": "rice" }'),
    );
    const second = file('second.json', slottingExample.replace('"aisles": 2', '"aisles": "two"'));
    const { code, stdout, stderr } = await dongseon(['solve', 'slotting', first, second]);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toMatch(
      /^E8004 first\.json:\d+ history\.0: order H1 asks for "rise", which is no SKU\. Did you mean "rice"\?$/m,
    );
    expect(stderr).toMatch(/^E1005 second\.json:\d+ layout\.aisles: /m);
    expect(stderr).toContain('docs/errors.md, docs/solve-slotting.md explain each code');
  });

  it('ends with 4 where the instance is sound but cannot be satisfied', async () => {
    const cold = JSON.parse(slottingExample) as { skus: object[]; assignment?: object };
    cold.skus[0] = { id: 'soap', temperature: 'frozen' };
    delete cold.assignment;
    const { code, stderr } = await dongseon(['solve', 'slotting', file('cold.json', JSON.stringify(cold))]);
    expect(code).toBe(4);
    expect(stderr).toMatch(/^E8007 cold\.json.*: SKU soap .* fits no location\. Add a location/);
  });

  it.each([
    [['slotting', 'exmple'], 'cannot be read'],
    [['slotting', 'example', '--policy', 'full-turnovr'], 'Did you mean "full-turnover"?'],
    [['slotting', 'example', '--routing', 'zigzag'], 'Allowed choices are'],
    [['slotting', 'example', '--learn-until', 'soon'], 'YYYY-MM-DD'],
    [['re-slotting', 'gimhae'], 'Did you mean "gimhae-shared-dc"?'],
    [['re-slotting', 'four-orders', '--people-hours', '-1'], 'at least 0'],
  ])('%j is wrong usage', async (args, message) => {
    const { code, stdout, stderr } = await dongseon(['solve', ...args]);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('dongseon solve re-slotting', () => {
  const scenario = ['re-slotting', 'gimhae-shared-dc', '--mode', 'paper'];

  it('lists the moves that pay back soonest, within the hours', async () => {
    const { objective, feasible, solution } = await answer<ReSlottingResult>(
      ...scenario,
      '--people-hours',
      '1',
      '--pay-back-days',
      '5',
    );
    expect(feasible).toBe(true);
    expect(solution.budget).toMatchObject({ people_h: 1, payBack_d: 5 });
    expect(solution.moves.length).toBeGreaterThan(5);
    expect(solution.used.people_h).toBeLessThanOrEqual(1);
    const payBacks = solution.moves.map(({ payBack_d }) => payBack_d);
    expect(payBacks).toEqual([...payBacks].sort((a, b) => a - b));
    expect(payBacks.at(-1)).toBeLessThanOrEqual(5);
    expect(objective).toBeCloseTo(
      solution.moves.reduce((sum, { saving_sPerDay }) => sum + saving_sPerDay, 0),
      6,
    );
    const more = await answer<ReSlottingResult>(...scenario, '--people-hours', '2', '--pay-back-days', '5');
    expect(more.objective).toBeGreaterThan(objective);
  });

  it('prints a table for people, and advice where there is no budget', async () => {
    const table = await dongseon(['solve', ...scenario, '--people-hours', '1']);
    expect(table.stdout).toMatch(/^gimhae-shared-dc: \d+ moves, saving .+ minutes of walking a day at most; .+ of 1 h of people/);
    expect(table.stdout).toMatch(/^SKU +name +from +to +swaps with/m);
    const nothing = await dongseon(['solve', ...scenario, '--people-hours', '0', '--truck-hours', '0']);
    expect(nothing.stdout).toMatch(/^gimhae-shared-dc: 0 moves/);
    expect(nothing.stderr).toContain('give --people-hours or --truck-hours');
    expect(nothing.code).toBe(0);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { orderBatchingExample } from '../../../packages/scenarios/src/instances/order-batching-example.ts';
import {
  ORDER_BATCHING_POLICIES,
  type OrderBatchingResult,
} from '../../../packages/scenarios/src/instances/solve-order-batching.ts';
import { dongseon } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-order-batching-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe('dongseon solve order-batching', () => {
  it('prints one object for one instance and policy, in the shape that others rely on', async () => {
    const { code, stdout, stderr } = await dongseon([
      ...['solve', 'order-batching', 'example', '--policy', 'exact', '--json', '--quiet'],
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const result = JSON.parse(stdout) as OrderBatchingResult;
    expect(Object.keys(result)).toEqual([
      ...['instance', 'problem', 'policy', 'objective', 'unit', 'proved', 'lowerBound', 'feasible', 'time_s', 'solution'],
    ]);
    expect(result).toMatchObject({
      ...{ instance: 'example', problem: 'order-batching', policy: 'exact', objective: 34, unit: 'm' },
      ...{ proved: true, lowerBound: 34, feasible: true },
      solution: {
        routing: 'optimal',
        batches: [
          ['A', 'C'],
          ['B', 'D'],
        ],
        tours: [18, 16],
      },
    });
  });

  it('reads compressed JSON lines and runs all policies under another routing', async () => {
    const line = JSON.stringify(JSON.parse(orderBatchingExample));
    const path = file('two.jsonl.gz', gzipSync(`${line}\n${line.replace('"example"', '"other"')}\n`));
    const { code, stdout } = await dongseon([
      ...['solve', 'order-batching', path, '--routing', 'return', '--time-limit', '0.05', '--json', '--quiet'],
    ]);
    expect(code).toBe(0);
    const results = JSON.parse(stdout) as OrderBatchingResult[];
    expect(results).toHaveLength(2 * ORDER_BATCHING_POLICIES.length);
    expect(results.every(({ feasible, solution }) => feasible && solution.routing === 'return')).toBe(true);
  });

  it('prints a table for people', async () => {
    const { code, stdout } = await dongseon(['solve', 'order-batching', 'example', '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^instance +policy +routing +batches +m +above % +bound m/);
    expect(stdout).toMatch(/^example +first-come-first-served +optimal +3 +60 +76\.5 +34/m);
    expect(stdout).toMatch(/^example +exact +optimal +2 +34 +0\.0 +34 +proved/m);
  });

  it('lists all problems of all files and ends with 3; ends with 2 for a policy or a routing that is none', async () => {
    const first = file('first.json', orderBatchingExample.replace('"aisle": 2', '"aisle": 3'));
    const second = file('second.json', orderBatchingExample.replace('"value": 4', '"value": 0'));
    const { code, stdout, stderr } = await dongseon(['solve', 'order-batching', first, second]);
    expect([code, stdout]).toEqual([3, '']);
    expect(stderr).toMatch(
      /E8202 first\.json:\d+ orders\.1\.picks\.0\.aisle: pick 0 of order B lies at aisle 3, outside the layout\./,
    );
    expect(stderr).toMatch(/E8203 second\.json:\d+ capacity\.value: a batch can take 0\. Give a capacity above 0\./);

    const unknown = await dongseon(['solve', 'order-batching', 'example', '--policy', 'exakt']);
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain('Did you mean "exact"?');
    expect((await dongseon(['solve', 'order-batching', 'example', '--routing', 'spiral'])).code).toBe(2);
  });

  it('ends with 4 where orders are larger than the capacity, and lists them', async () => {
    const small = file('small.json', orderBatchingExample.replace('"value": 4', '"value": 1'));
    const { code, stderr } = await dongseon(['solve', 'order-batching', small]);
    expect(code).toBe(4);
    for (const id of ['A', 'C', 'D']) expect(stderr).toContain(`example: order ${id} takes`);
    expect(stderr).not.toContain('order B takes');
    expect(stderr).toContain('Divide these orders, or give a larger capacity.');
  });
});

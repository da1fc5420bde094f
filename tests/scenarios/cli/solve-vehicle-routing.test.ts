import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../packages/scenarios/src/cli/main.ts';
import type { VehicleRoutingResult } from '../../../packages/scenarios/src/instances/solve-vehicle-routing.ts';
import { vehicleRoutingExample } from '../../../packages/scenarios/src/instances/vehicle-routing-example.ts';
import { dongseon, type Ended } from './dongseon.ts';

const folder = mkdtempSync(join(tmpdir(), 'dongseon-vehicle-routing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const VERB = ['solve', 'vehicle-routing'];

/** The command in this process: a process of its own takes seconds to start from the sources. */
async function inProcess(args: readonly string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((text) => {
      written[stream] += String(text);
      return true;
    }),
  );
  try {
    return { code: await main(args), ...written };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

describe('dongseon solve vehicle-routing', () => {
  it('prints one object for one instance and policy, in the shape that others rely on', async () => {
    const { code, stdout, stderr } = await dongseon([
      ...VERB,
      'example',
      '--iterations',
      '500',
      '--seed',
      '3',
      '--json',
      '--quiet',
    ]);
    expect([code, stderr]).toEqual([0, '']);
    const result = JSON.parse(stdout) as VehicleRoutingResult;
    expect(Object.keys(result)).toEqual([
      ...['instance', 'problem', 'policy', 'goal', 'objective', 'unit', 'vehicles', 'proved', 'feasible', 'time_s', 'solution'],
    ]);
    expect(result).toMatchObject({ instance: 'example', problem: 'vehicle-routing', policy: 'sisrs', objective: 260 });
    expect(Object.keys(result.solution)).toEqual(['seed', 'iterations', 'convention', 'distance', 'routes', 'trips', 'unserved']);
    expect([result.solution.seed, result.solution.iterations]).toEqual([3, 500]);
  });

  it('prints a table for people, of packed files and of every policy that applies', async () => {
    const square = [
      ...['NAME : square', 'TYPE : CVRP', 'DIMENSION : 4', 'EDGE_WEIGHT_TYPE : EUC_2D', 'CAPACITY : 2'],
      ...['NODE_COORD_SECTION', '1 0 0', '2 0 10', '3 10 10', '4 10 0'],
      ...['DEMAND_SECTION', '1 0', '2 1', '3 1', '4 1', 'DEPOT_SECTION', '1', '-1', 'EOF'],
    ].join('\n');
    const { code, stdout } = await inProcess([...VERB, file('square.vrp.gz', gzipSync(square)), '--policy', 'all', '--quiet']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/square +sisrs +54 +distance +2 /);
    expect(stdout).toMatch(/square +savings +54 +distance +2 /);
  });

  it('ends with 2, 3 and 4 as agreed', async () => {
    const usage = await inProcess([...VERB, 'example', '--policy', 'sisr']);
    expect([usage.code, usage.stderr]).toEqual([2, expect.stringContaining('sisrs')]);
    const invalid = await inProcess([...VERB, file('bad.json', vehicleRoutingExample.replace('120,', '50,'))]);
    expect([invalid.code, invalid.stderr]).toEqual([
      3,
      expect.stringMatching(/E8405 bad\.json:\d+ stops\.0: [^]*docs\/solve-vehicle-routing\.md/),
    ]);
    const other = await inProcess([...VERB, 'example', '--policy', 'savings']);
    expect([other.code, other.stderr]).toEqual([4, expect.stringContaining('savings does not apply')]);
    const stops = [
      { id: 'left', x: -10, y: 0, opens: 10, closes: 12 },
      { id: 'right', x: 10, y: 0, opens: 10, closes: 12 },
      { id: 'near', x: 1, y: 0 },
    ];
    const one = { name: 'one', depot: { id: 'dc', x: 0, y: 0 }, stops, vehicles: [{ id: 'van', count: 1 }] };
    const conflict = await inProcess([...VERB, file('one.json', JSON.stringify(one)), '--json', '--quiet']);
    expect([conflict.code, conflict.stderr]).toEqual([
      4,
      expect.stringMatching(/^E8416 one: stops "left", "right" cannot be served/),
    ]);
    expect((JSON.parse(conflict.stdout) as VehicleRoutingResult).solution.unserved).toHaveLength(1);
  });
});

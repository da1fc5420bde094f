import { afterAll, describe, expect, it } from 'vitest';
import { connectInProcess } from '../../packages/engine/src/protocol/index.ts';
import { cases, prepare, runRestored, runThrough, type Outcome } from '../cross-platform/runs.ts';
import { nameOf, readGolden, writeGolden } from './golden.ts';

const updating = process.env.UPDATE_GOLDEN !== undefined;
const golden = updating ? {} : readGolden();
const found: Record<string, Outcome> = {};

afterAll(() => {
  if (updating) writeGolden(found);
});

describe('the built-in scenarios', () => {
  it('are all in the golden file, and nothing else is', () => {
    if (!updating) expect(Object.keys(golden).sort()).toEqual(cases().map(nameOf).sort());
    expect(cases().length).toBeGreaterThan(0);
  });

  describe.each(cases().map((which) => [nameOf(which), which] as const))('%s', (name, which) => {
    const prepared = prepare(which);

    it('ends with the golden hash and KPIs', () => {
      found[name] = runThrough(prepared);
      expect(found[name]).toEqual(updating ? found[name] : golden[name]);
    });

    it('ends with the same after a restore in the middle of the day', () => {
      expect(runRestored(prepared, 0.45)).toEqual(found[name]);
    });

    it('ends with the same behind the protocol, in frames', async () => {
      const client = connectInProcess();
      let last: Outcome | undefined;
      client.onFrame((frame, release) => {
        last = { hash: frame.hash, events: frame.events, kpis: frame.kpis };
        release();
      });
      const { horizon } = await client.load({ version: 1, ...prepared, replication: 0 });
      await client.runUntil(horizon);
      client.close();
      expect(last).toEqual(found[name]);
    });
  });
});

// The page the browsers open: computes a run on the main thread or in a worker, when the test asks for it.

import { connectWorker } from '../../../packages/engine/src/protocol/index.ts';
import { prepare, runRestored, runThrough, type Case, type Outcome } from '../runs.ts';

declare global {
  interface Window {
    runOnMainThread(which: Case, restoredAt?: number): Outcome;
    runInWorker(which: Case): Promise<Outcome>;
  }
}

window.runOnMainThread = (which, restoredAt) => {
  const prepared = prepare(which);
  return restoredAt === undefined ? runThrough(prepared) : runRestored(prepared, restoredAt);
};

window.runInWorker = async (which) => {
  const { model, policies, seed } = prepare(which);
  const worker = new Worker(new URL('../../../packages/engine/src/worker.ts', import.meta.url), { type: 'module' });
  const client = connectWorker(worker);
  try {
    let last: Outcome | undefined;
    client.onFrame((frame, release) => {
      last = { hash: frame.hash, events: frame.events, kpis: frame.kpis };
      release();
    });
    const { horizon } = await client.load({ version: 1, model, policies, seed, replication: 0 });
    await client.runUntil(horizon);
    if (last === undefined) throw new Error('no frame came');
    return last;
  } finally {
    client.close();
  }
};

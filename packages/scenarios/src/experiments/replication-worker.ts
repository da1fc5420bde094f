// A thread of the worker pool: runs the replications it is sent.

import { parentPort } from 'node:worker_threads';
import { replicate } from './replicate.ts';
import type { WorkerReport, WorkerTask } from './worker-pool.ts';

const port = parentPort;
if (port === null) throw new Error('replication-worker is started by worker-pool');
const report = (message: WorkerReport): void => port.postMessage(message);

port.on('message', ({ index, task }: WorkerTask) => {
  try {
    report({ kind: 'result', index, result: replicate(task) });
  } catch (error) {
    report({ kind: 'failed', index, error: error instanceof Error ? error : new Error(String(error)) });
  }
});
report({ kind: 'ready' });

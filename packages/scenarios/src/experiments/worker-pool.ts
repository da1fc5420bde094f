// Runs replications on several threads. Which thread runs which replication has no influence on the results: a replication
// is determined by its task alone.
//
// Each thread takes the next task when it has finished the one before, so an uneven load balances itself. Cost: about 0.3 s
// to start a thread, then the copy of the task (scenario file and tables) for each replication.

import { Worker } from 'node:worker_threads';
import { withoutStorage, type Executor, type ExecutorOptions } from './executor.ts';
import type { ReplicationResult, ReplicationTask } from './replicate.ts';

/** From a thread: it is ready, or has finished the task with this index, or could not. */
export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'result'; readonly index: number; readonly result: ReplicationResult }
  | { readonly kind: 'failed'; readonly index: number; readonly error: Error };

export interface WorkerTask {
  readonly index: number;
  readonly task: ReplicationTask;
}

/** The thread's entry: beside the bundle when this is bundled, the source file under a loader when it is not. */
function startWorker(): Worker {
  const isSource = import.meta.url.endsWith('.ts');
  if (!isSource) return new Worker(new URL('./replication-worker.js', import.meta.url));
  const entry = new URL('./replication-worker.ts', import.meta.url).href;
  const loader = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const start = `import { register } from ${loader}; register(); await import(${JSON.stringify(entry)});`;
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(start)}`));
}

export function workerPool(threads: number): Executor {
  return {
    run: (tasks, options = {}) => runOnThreads(Math.min(threads, tasks.length), tasks, options),
  };
}

async function runOnThreads(
  threads: number,
  tasks: readonly ReplicationTask[],
  { onResult, signal }: ExecutorOptions,
): Promise<ReplicationResult[]> {
  const results: (ReplicationResult | undefined)[] = tasks.map(() => undefined);
  const workers: Worker[] = [];
  let next = 0;

  /** Feeds one thread until nothing is left to do. */
  const work = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      worker.on('message', (report: WorkerReport) => {
        if (report.kind === 'failed') {
          reject(report.error);
          return;
        }
        if (report.kind === 'result') {
          results[report.index] = withoutStorage(report.result);
          onResult?.(report.result, report.index);
        }
        const index = next;
        if (signal?.aborted || index >= tasks.length) {
          resolve();
          return;
        }
        next++;
        worker.postMessage({ index, task: tasks[index]! } satisfies WorkerTask);
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`a worker thread ended with code ${code}`)));
    });

  try {
    for (let i = 0; i < threads; i++) workers.push(startWorker());
    await Promise.all(workers.map(work));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results.filter((result) => result !== undefined);
}

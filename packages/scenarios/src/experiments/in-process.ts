// Runs replications one after the other in this thread.

import type { Executor } from './executor.ts';
import { replicate, type ReplicationResult } from './replicate.ts';

/** Lets signals and timers in between two replications. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const inProcess: Executor = {
  async run(tasks, { onResult, signal } = {}) {
    const results: ReplicationResult[] = [];
    for (const task of tasks) {
      await breathe();
      if (signal?.aborted) break;
      const result = replicate(task);
      results.push(result);
      onResult?.(result);
    }
    return results;
  },
};

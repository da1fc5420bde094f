// Runs replications one after the other in this thread.

import { withoutStorage, type Executor } from './executor.ts';
import { Replication, type ReplicationResult } from './replicate.ts';

/** Lets signals and timers in. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export const inProcess: Executor = {
  async run(tasks, { onResult, signal } = {}) {
    const results: ReplicationResult[] = [];
    for (const [index, task] of tasks.entries()) {
      await breathe();
      if (signal?.aborted) return results;
      const replication = new Replication(task);
      while (!replication.isDone) {
        replication.advance();
        await breathe();
        if (signal?.aborted) return results;
      }
      const result = replication.result();
      results.push(withoutStorage(result));
      onResult?.(result, index);
    }
    return results;
  },
};

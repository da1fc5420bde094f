// Who runs the replications. A design says what to run, an executor runs it, statistics and reports read the results: none
// of the three knows the others, so tests put a fake in the middle.

import type { ReplicationResult, ReplicationTask } from './replicate.ts';

export interface ExecutorOptions {
  /** Called as each replication is finished, in any order; `index` is that of its task. */
  readonly onResult?: (result: ReplicationResult, index: number) => void;
  /** When it is aborted no further replication is begun; what is finished is returned. */
  readonly signal?: AbortSignal;
}

export interface Executor {
  /**
   * Results of the finished tasks in the order of the tasks, whoever finished first, without their `storage`: that is large and
   * goes to `onResult` alone. Rejects with the first failure.
   */
  run(tasks: readonly ReplicationTask[], options?: ExecutorOptions): Promise<ReplicationResult[]>;
}

/** What an executor keeps of a result. */
export function withoutStorage({ storage: _storage, ...result }: ReplicationResult): ReplicationResult {
  return result;
}

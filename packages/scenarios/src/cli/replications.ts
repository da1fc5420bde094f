// Runs the replications of one or several designs together: progress, threads, interruption and resuming.

import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { Executor } from '../experiments/executor.ts';
import { inProcess } from '../experiments/in-process.ts';
import type { ReplicationResult, ReplicationTask } from '../experiments/replicate.ts';
import { Parts } from '../experiments/resume.ts';
import { workerPool } from '../experiments/worker-pool.ts';
import type { Provenance } from '../report/results.ts';
import { writeFiles } from '../report/write-files.ts';
import { EXIT, Ending } from './exit.ts';
import { makeProgress } from './output.ts';

export interface Batch {
  readonly tasks: readonly ReplicationTask[];
  readonly provenance: Provenance;
}

export interface ReplicationFlags {
  readonly out?: string;
  readonly jobs?: number;
  readonly quiet?: boolean;
}

/** Under --out: what belongs to one replication only. */
export function replicationFolder(replication: number | string): string {
  return `replication-${replication}`;
}

export function executorFor(tasks: readonly ReplicationTask[], jobs: number | undefined): Executor {
  const threads = Math.min(jobs ?? availableParallelism(), tasks.length);
  return threads > 1 ? workerPool(threads) : inProcess;
}

/**
 * Runs what is not yet done; the results of each batch in the order of its tasks. Interrupted, it keeps what is finished (under
 * --out) and ends with code 5.
 */
export async function runReplications(batches: readonly Batch[], flags: ReplicationFlags): Promise<ReplicationResult[][]> {
  const entries = batches.flatMap(({ tasks, provenance }) => {
    const parts = flags.out === undefined ? undefined : new Parts(flags.out, { ...provenance, seed: tasks[0]!.seed });
    return tasks.map((task) => ({ task, parts, result: parts?.load(task.replication) }));
  });
  const rest = entries.filter(({ result }) => result === undefined);
  const tasks = rest.map(({ task }) => task);
  const progress = makeProgress(rest.length, 'replications', flags.quiet ?? false);
  const interruption = new AbortController();
  const interrupt = (): void => interruption.abort();
  process.once('SIGINT', interrupt);
  process.once('SIGTERM', interrupt);
  try {
    await executorFor(tasks, flags.jobs).run(tasks, {
      signal: interruption.signal,
      onResult: ({ storage, ...result }, index) => {
        const entry = rest[index]!;
        entry.result = result;
        // Written as it comes in: the storage of a large centre over many replications does not fit the memory.
        if (storage !== undefined && flags.out !== undefined)
          writeFiles(join(flags.out, replicationFolder(result.replication)), storage);
        if (entries.length > 1) entry.parts?.save(result);
        progress.advance();
      },
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'PolicyUnsupported') throw new Ending(EXIT.unsatisfiable, error.message);
    throw error;
  } finally {
    progress.done();
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  }
  const results = entries.flatMap(({ result }) => result ?? []);
  if (results.length < entries.length) {
    const done = `Interrupted: ${results.length} of ${entries.length} replications are done.`;
    const resume =
      flags.out !== undefined && results.length > 0
        ? 'They are kept: the same command with the same --out continues with the rest.'
        : 'Nothing was kept: with --out the same command can continue where it stopped.';
    throw new Ending(EXIT.interrupted, `${done} ${resume}`);
  }
  let first = 0;
  return batches.map((batch) => results.slice(first, (first += batch.tasks.length)));
}

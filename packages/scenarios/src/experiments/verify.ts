// The determinism alarm: the same replication computed twice must have one trace hash.

import type { ReplicationResult } from './replicate.ts';

export interface Mismatch {
  readonly replication: number;
  readonly first: string;
  readonly second: string;
}

/** Replications of `first` whose hash differs in `second`; a replication missing there is one too. */
export function findMismatches(first: readonly ReplicationResult[], second: readonly ReplicationResult[]): Mismatch[] {
  const hashes = new Map(second.map(({ replication, traceHash }) => [replication, traceHash]));
  return first.flatMap(({ replication, traceHash }) => {
    const other = hashes.get(replication) ?? 'none';
    return other === traceHash ? [] : [{ replication, first: traceHash, second: other }];
  });
}

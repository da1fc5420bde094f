// Which replications an experiment consists of.

import type { ReplicationTask } from './replicate.ts';
import type { ScenarioSource } from './source.ts';

export interface Design {
  readonly seed: number;
  readonly replications: number;
  readonly days: number;
  readonly mode: string;
  /** Whether results hold the storage at the end. */
  readonly storage?: boolean;
}

/**
 * Replications 0 … n - 1 of one scenario. All have the same seed; the replication's number makes their random numbers
 * independent. So two designs with equal seeds face the same demand and luck, replication by replication, whatever else is
 * different between them (common random numbers).
 */
export function designReplications(source: ScenarioSource, { replications, ...design }: Design): ReplicationTask[] {
  return Array.from({ length: replications }, (_, replication) => ({ source, replication, ...design }));
}

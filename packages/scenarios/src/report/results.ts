// The results of a run of replications, as `dongseon run --json` prints them and `--out` stores them.

import type { ReplicationResult } from '../experiments/replicate.ts';
import { summarize, type Summary } from '../statistics/summary.ts';

/** What was run: together with the engine's version it determines every number below. */
export interface Provenance {
  readonly scenario: string;
  /** Of the scenario as it was run: settings, tables and all. */
  readonly scenarioHash: string;
  /** Version of the engine. */
  readonly engine: string;
  readonly mode: string;
  readonly days: number;
  readonly policies: Readonly<Record<string, string>>;
  /** The scenario's layout is invented: whoever shows the numbers says so. */
  readonly illustrative: boolean;
  readonly attribution: readonly string[];
}

export interface Quantity {
  readonly value: number;
  readonly unit: string;
}

export interface RunResults extends Provenance {
  readonly replications: readonly {
    readonly replication: number;
    readonly seed: number;
    readonly traceHash: string;
    readonly events: number;
    /** A KPI that could not be computed is absent. */
    readonly kpis: Readonly<Record<string, Quantity>>;
  }[];
  /** Over the replications in which the KPI could be computed. */
  readonly summary: Readonly<Record<string, Summary & { readonly unit: string }>>;
}

/** A KPI as far as results need to know it. */
export interface Measure {
  readonly id: string;
  readonly unit: string;
}

export function makeResults(
  provenance: Provenance,
  results: readonly ReplicationResult[],
  measures: readonly Measure[],
): RunResults {
  const summary: Record<string, Summary & { unit: string }> = {};
  for (const { id, unit } of measures) {
    const summarized = summarize(results.map(({ kpis }) => kpis[id]).filter((value) => value !== undefined));
    if (summarized !== undefined) summary[id] = { ...summarized, unit };
  }
  return {
    ...provenance,
    replications: results.map(({ replication, seed, traceHash, events, kpis }) => ({
      replication,
      seed,
      traceHash,
      events,
      kpis: Object.fromEntries(
        measures.flatMap(({ id, unit }) => (kpis[id] === undefined ? [] : [[id, { value: kpis[id], unit }]])),
      ),
    })),
    summary,
  };
}

// The comparison of two scenarios, as `dongseon compare --json` prints it and `--out` stores it.

import type { ReplicationResult } from '../experiments/replicate.ts';
import { pairedDifference, type PairedDifference } from '../statistics/paired.ts';
import type { Measure, Provenance } from './results.ts';

export type Side = Omit<Provenance, 'engine'>;

interface PairSide {
  readonly traceHash: string;
  readonly events: number;
  /** A KPI that could not be computed is absent. Units stand in `kpis` of the comparison. */
  readonly kpis: Readonly<Record<string, number>>;
}

export interface Comparison {
  readonly a: Side;
  readonly b: Side;
  /** Version of the engine. */
  readonly engine: string;
  /** Replication i of both has the same seed and number: the same random numbers. */
  readonly replications: readonly {
    readonly replication: number;
    readonly seed: number;
    readonly a: PairSide;
    readonly b: PairSide;
  }[];
  /** Over the replications in which both could compute the KPI; `difference` is b - a. */
  readonly kpis: Readonly<Record<string, PairedDifference & { readonly unit: string }>>;
}

/** @param results of a and of b, in the order of the replications. */
export function makeComparison(
  provenances: readonly [a: Provenance, b: Provenance],
  [a, b]: readonly [a: readonly ReplicationResult[], b: readonly ReplicationResult[]],
  measures: readonly Measure[],
): Comparison {
  const kpis: Record<string, PairedDifference & { unit: string }> = {};
  for (const { id, unit } of measures) {
    const paired = pairedDifference(
      a.map((result) => result.kpis[id]),
      b.map((result) => result.kpis[id]),
    );
    if (paired !== undefined) kpis[id] = { ...paired, unit };
  }
  return {
    a: sideOf(provenances[0]),
    b: sideOf(provenances[1]),
    engine: provenances[0].engine,
    replications: a.map((result, i) => ({
      replication: result.replication,
      seed: result.seed,
      a: pairSide(result, kpis),
      b: pairSide(b[i]!, kpis),
    })),
    kpis,
  };
}

function sideOf({ engine: _engine, ...side }: Provenance): Side {
  return side;
}

function pairSide({ traceHash, events, kpis }: ReplicationResult, compared: Comparison['kpis']): PairSide {
  return { traceHash, events, kpis: Object.fromEntries(Object.entries(kpis).filter(([id]) => Object.hasOwn(compared, id))) };
}

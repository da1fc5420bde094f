// One replication: a scenario, a seed and a number in, a trace hash and KPIs out. Everything an experiment runs comes down
// to this; nothing else decides its result.

import { Run, TICKS_PER_HOUR, unsupported, type Model } from '@dongseon/engine';
import { compile } from '../compile/compile.ts';
import { policyChoice } from '../compile/operations.ts';
import { storageLocationsCsv, storageZonesCsv } from '../report/storage-csv.ts';
import { loadSource, type ScenarioSource } from './source.ts';

export interface ReplicationTask {
  readonly source: ScenarioSource;
  readonly seed: number;
  /** 0, 1, … */
  readonly replication: number;
  readonly days: number;
  readonly mode: string;
  /** Whether the result holds the storage at the end. */
  readonly storage?: boolean;
}

export interface ReplicationResult {
  readonly replication: number;
  readonly seed: number;
  readonly traceHash: string;
  readonly events: number;
  /** By id; absent where a KPI could not be computed. */
  readonly kpis: Readonly<Record<string, number>>;
  /** Texts of CSV files by name, where the task asks for them: the storage at the end of the replication. */
  readonly storage?: Readonly<Record<string, string>>;
}

/** The scenario is sound, but a policy that was chosen cannot serve it. */
export class PolicyUnsupported extends Error {
  constructor(reasons: readonly { readonly decision: string; readonly because: string }[]) {
    super(reasons.map(({ decision, because }) => `${decision}: ${because}`).join('\n'));
    this.name = 'PolicyUnsupported';
  }
}

/** A replication under way, advanced hour by hour so that a caller can see to other things in between. */
export class Replication {
  private readonly task: ReplicationTask;
  private readonly model: Model;
  private readonly run: Run;

  constructor(task: ReplicationTask) {
    const { source, seed, replication, days, mode } = task;
    const loaded = loadSource(source);
    const model = compile(loaded, { seed, replication, days, mode });
    const choice = policyChoice(loaded.scenario, mode);
    const reasons = unsupported(model, choice);
    if (reasons.length > 0) throw new PolicyUnsupported(reasons);
    this.task = task;
    this.model = model;
    this.run = new Run(model, choice, seed, { replication });
  }

  get isDone(): boolean {
    return this.run.now >= this.run.horizon;
  }

  /** Simulates the next hour. */
  advance(): void {
    this.run.runUntil(Math.min(this.run.now + TICKS_PER_HOUR, this.run.horizon));
  }

  result(): ReplicationResult {
    const { model, run } = this;
    const { replication, seed, storage } = this.task;
    const result = { replication, seed, traceHash: run.hash(), events: run.events, kpis: run.kpis() };
    if (!storage) return result;
    const report = run.storageReport();
    return {
      ...result,
      storage: {
        'storage-zones.csv': storageZonesCsv(model, report),
        'storage-locations.csv': storageLocationsCsv(model, report),
      },
    };
  }
}

export function replicate(task: ReplicationTask): ReplicationResult {
  const replication = new Replication(task);
  while (!replication.isDone) replication.advance();
  return replication.result();
}

// What crosses the worker border. Commands go by comlink (`EngineHost`), data comes on a MessagePort as frames whose
// buffers are transferred. The buffers stay with the viewer, which scrubs in them; a frame is acknowledged by its number,
// and the host has at most two frames out that are not acknowledged.

import type { PendingEvent } from '../describe-event.ts';
import type { PackedCarton, PickedUnits, PreviewPick, TourPreviewResult } from '../index.ts';
import type { KpiValues } from '../kpis/definition.ts';
import type { DeliveryCosts } from '../kpis/delivery-costs.ts';
import type { StorageReport } from '../kpis/storage-report.ts';
import type { Model } from '../model/model.ts';
import type { PolicyChoice } from '../model/policy.ts';
import type { AgentTable, TraceChunk } from '../trace/format.ts';

export const PROTOCOL_VERSION = 1;

export interface LoadCommand {
  readonly version: typeof PROTOCOL_VERSION;
  readonly model: Model;
  readonly policies: PolicyChoice;
  readonly seed: number;
  readonly replication: number;
}

export interface Loaded {
  readonly engine: string;
  readonly agents: AgentTable;
  readonly horizon: number;
}

export type { KpiValues, PackedCarton, PendingEvent, PickedUnits, PreviewPick, StorageReport, TourPreviewResult };

/** What the tours that were back at `tick` cost. */
export interface DeliveryCostsAt extends DeliveryCosts {
  readonly tick: number;
}

/** Everything of the run between two ticks, and where it stands at the end of it. */
export interface Frame {
  /** Counts from 0; acknowledged by number. */
  readonly number: number;
  readonly chunk: TraceChunk;
  readonly kpis: KpiValues;
  /** Trace hash so far, 16 hex digits. */
  readonly hash: string;
  readonly events: number;
  readonly done: boolean;
}

// One simulated run as the viewer drives it: load a model, simulate ahead in the background, execute single events, look
// into the calendar. The only importer of the engine's protocol.
//
// A frame is released as soon as its listener returns, so the listener must copy what it keeps (RunRecord.append does). The
// engine then sends the next: it is never more than two frames ahead of the viewer's thread.

import type { Model, PolicyChoice } from '@dongseon/engine';
import {
  connectWorker,
  PROTOCOL_VERSION,
  type DeliveryCostsAt,
  type EngineClient,
  type Frame,
  type Loaded,
  type PackedCarton,
  type PendingEvent,
  type PreviewPick,
  type TourPreviewResult,
  type PickedUnits,
} from '@dongseon/engine/protocol';

export type {
  DeliveryCostsAt,
  EngineClient,
  Frame,
  Loaded,
  PackedCarton,
  PendingEvent,
  PreviewPick,
  TourPreviewResult,
  PickedUnits,
};

/** What decides a run. */
export interface RunSpecification {
  readonly model: Model;
  readonly policies: PolicyChoice;
  readonly seed: number;
  readonly replication?: number;
}

export interface Session {
  /** Loads a run and stands at tick 0; replaces the one before, whose frames stop. */
  load(specification: RunSpecification): Promise<Loaded>;
  /**
   * Simulates in the background, up to `tick` or to the end of the run; resolves when it is there or was told to pause.
   * Asked again while it runs, it goes on to the later of the two.
   */
  runAhead(tick?: number): Promise<void>;
  /** Stops simulating ahead at the next slab of time; resolves when it stands. */
  pause(): Promise<void>;
  /** Whether it simulates ahead at present. */
  readonly running: boolean;
  /** Executes exactly one event (after pausing); undefined at the end of the run. */
  step(): Promise<PendingEvent | undefined>;
  /** The next events of the calendar. */
  upcoming(count: number): Promise<PendingEvent[]>;
  /** The tour that would pick one order alone under a routing policy; `picks` says where its goods lie. */
  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult>;
  /** How the run's cartonization policy packs these goods of one order. */
  packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]>;
  /** What the tours that are back in what is simulated cost. */
  deliveryCosts(): Promise<DeliveryCostsAt>;
  /** The whole state of the engine, structured-clonable; `restore` continues from it. */
  snapshot(): Promise<unknown>;
  restore(snapshot: unknown): Promise<void>;
  /** Ends the session and its worker. */
  close(): void;
}

/** Starts the engine in a thread of its own. */
export function openEngine(): EngineClient {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'dongseon-engine' });
  const client = connectWorker(worker);
  return {
    load: (command) => client.load(command),
    runUntil: (tick) => client.runUntil(tick),
    pause: () => client.pause(),
    step: () => client.step(),
    upcoming: (count) => client.upcoming(count),
    storageReport: () => client.storageReport(),
    tourPreview: (order, routing, picks) => client.tourPreview(order, routing, picks),
    packingPreview: (goods) => client.packingPreview(goods),
    deliveryCosts: () => client.deliveryCosts(),
    snapshot: () => client.snapshot(),
    restore: (snapshot) => client.restore(snapshot),
    onFrame: (listener) => client.onFrame(listener),
    close: () => {
      client.close();
      worker.terminate();
    },
  };
}

/**
 * Drives an engine. `onFrame` is called with every frame of the run that was loaded last, in order.
 * @throws what the engine's `load` throws, from `load`.
 */
export function startSession(client: EngineClient, onFrame: (frame: Frame) => void): Session {
  return new EngineSession(client, onFrame);
}

class EngineSession implements Session {
  private readonly client: EngineClient;
  /** Frames are passed on only between a load and the next. */
  private accepting = false;
  private target = -1;
  private horizon = 0;
  private pausing = false;
  private running_: Promise<void> | undefined;

  constructor(client: EngineClient, onFrame: (frame: Frame) => void) {
    this.client = client;
    client.onFrame((frame, release) => {
      try {
        if (this.accepting) onFrame(frame);
      } finally {
        release();
      }
    });
  }

  get running(): boolean {
    return this.running_ !== undefined;
  }

  async load(specification: RunSpecification): Promise<Loaded> {
    this.accepting = false;
    await this.pause();
    const { model, policies, seed, replication = 0 } = specification;
    const loaded = await this.client.load({ version: PROTOCOL_VERSION, model, policies, seed, replication });
    this.horizon = loaded.horizon;
    this.target = -1;
    this.accepting = true;
    return loaded;
  }

  runAhead(tick = this.horizon): Promise<void> {
    this.target = Math.max(this.target, Math.min(tick, this.horizon));
    this.pausing = false;
    this.running_ ??= this.runToTarget().finally(() => {
      this.running_ = undefined;
    });
    return this.running_;
  }

  private async runToTarget(): Promise<void> {
    let reached = -1;
    while (!this.pausing && reached < this.target) {
      reached = this.target;
      await this.client.runUntil(reached);
    }
  }

  async pause(): Promise<void> {
    if (this.running_ === undefined) return;
    this.pausing = true;
    this.target = -1;
    await this.client.pause();
    await this.running_;
  }

  async step(): Promise<PendingEvent | undefined> {
    await this.pause();
    return this.client.step();
  }

  upcoming(count: number): Promise<PendingEvent[]> {
    return this.client.upcoming(count);
  }

  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult> {
    return this.client.tourPreview(order, routing, picks);
  }

  packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]> {
    return this.client.packingPreview(goods);
  }

  deliveryCosts(): Promise<DeliveryCostsAt> {
    return this.client.deliveryCosts();
  }

  snapshot(): Promise<unknown> {
    return this.client.snapshot();
  }

  restore(snapshot: unknown): Promise<void> {
    return this.client.restore(snapshot);
  }

  close(): void {
    this.accepting = false;
    this.client.close();
  }
}

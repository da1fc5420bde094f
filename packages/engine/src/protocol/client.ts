// The engine as its users see it from the other side of the border. One interface, two transports: a Web Worker
// (`connectWorker`), or in the same thread for tests and Node (`connectInProcess`).

import type {
  DeliveryCostsAt,
  Frame,
  LoadCommand,
  Loaded,
  PackedCarton,
  PendingEvent,
  PreviewPick,
  StorageReport,
  TourPreviewResult,
  PickedUnits,
} from './messages.ts';

export interface EngineClient {
  /** Loads a model and stands at tick 0. Replaces what was loaded. */
  load(command: LoadCommand): Promise<Loaded>;
  /**
   * Simulates up to `tick` as fast as possible, sending a frame per slab of simulated time; resolves when `tick` is reached
   * or `pause()` was called.
   */
  runUntil(tick: number): Promise<void>;
  /** Stops a `runUntil` under way at the next slab. What was simulated stays. */
  pause(): Promise<void>;
  /** Executes exactly one event and sends its frame; undefined at the end of the run. */
  step(): Promise<PendingEvent | undefined>;
  /** The next events of the calendar in the order in which they will be executed. */
  upcoming(count: number): Promise<PendingEvent[]>;
  /** The storage by location and by level, as it is at the end of the slab under way; its buffers belong to the caller. */
  storageReport(): Promise<StorageReport>;
  /**
   * The tour that would pick one order alone under a routing policy, with its expected times. `picks` says where its goods lie;
   * without it the engine looks for them itself. Rejects an order or a policy that does not exist.
   */
  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult>;
  /**
   * How the run's cartonization policy packs these goods of one order: cartons with their contents (indices into `goods`) and,
   * where the policy works them out, placements.
   */
  packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]>;
  /** What the tours that are back at the end of the slab under way cost, by store and by tenant; its buffers belong to the caller. */
  deliveryCosts(): Promise<DeliveryCostsAt>;
  /** The whole state, structured-clonable; `restore` continues from it, bit for bit. */
  snapshot(): Promise<unknown>;
  restore(snapshot: unknown): Promise<void>;
  /** Called with each frame in order. The frame's buffers belong to the listener; `release` acknowledges it. */
  onFrame(listener: (frame: Frame, release: () => void) => void): void;
  close(): void;
}

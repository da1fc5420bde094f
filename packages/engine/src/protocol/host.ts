// The engine's side of the worker border: drives a run slab by slab and sends what happened as frames.
//
// Between two slabs it lets messages in, so that a pause takes effect within one slab of simulated time. It never has more
// than two frames out: a slow viewer slows the engine down instead of filling the memory. Simulation state is in the run
// only; what is kept here is about the conversation.

import { TICKS_PER_MINUTE, formatTick } from '../base/units.ts';
import type { DeliveryCosts } from '../kpis/delivery-costs.ts';
import type { AgentTable, TraceChunk } from '../trace/format.ts';
import {
  PROTOCOL_VERSION,
  type DeliveryCostsAt,
  type Frame,
  type KpiValues,
  type LoadCommand,
  type Loaded,
  type PackedCarton,
  type PendingEvent,
  type PreviewPick,
  type StorageReport,
  type TourPreviewResult,
  type PickedUnits,
} from './messages.ts';
import { Breather, type FramePort } from './port.ts';

/** Simulated time per frame while running. */
export const SLAB_TICKS = 10 * TICKS_PER_MINUTE;
/** Frames sent and not yet acknowledged, at most. */
export const FRAMES_OUT = 2;

/** What the host asks of a run. `Run` is one; tests bring a smaller one. */
export interface HostedRun {
  readonly now: number;
  readonly horizon: number;
  readonly events: number;
  readonly agents: AgentTable;
  hash(): string;
  runUntil(tick: number): void;
  step(): PendingEvent | undefined;
  upcoming(count: number): PendingEvent[];
  /** The trace since the last drain. Its arrays are given away: the host transfers their buffers. */
  drain(): TraceChunk;
  kpis(): KpiValues;
  storageReport(): StorageReport;
  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): TourPreviewResult;
  packingPreview(goods: readonly PickedUnits[]): PackedCarton[];
  deliveryCosts(): DeliveryCosts;
  snapshot(): unknown;
  restore(snapshot: never): void;
}

export interface Engine {
  readonly version: string;
  makeRun(command: LoadCommand): HostedRun;
}

/** From host to client on the frame port. `load` counts the loads, so that frames of a replaced run can be told. */
export interface FrameMessage {
  readonly load: number;
  readonly frame: Frame;
}

/** From client to host on the frame port: this frame was taken; one more may come. */
export interface Acknowledgement {
  readonly load: number;
  readonly number: number;
}

/** The commands as they cross the border. Those that send frames answer with the number of frames sent since the load. */
export interface HostCommands {
  load(command: LoadCommand): Promise<Loaded & { readonly load: number }>;
  runUntil(tick: number): Promise<number>;
  pause(): Promise<void>;
  step(): Promise<{ readonly event: PendingEvent | undefined; readonly frames: number }>;
  upcoming(count: number): Promise<PendingEvent[]>;
  storageReport(): Promise<StorageReport>;
  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult>;
  packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]>;
  deliveryCosts(): Promise<DeliveryCostsAt>;
  snapshot(): Promise<unknown>;
  restore(snapshot: unknown): Promise<void>;
  close(): Promise<void>;
}

export class EngineHost implements HostCommands {
  private readonly engine: Engine;
  private readonly port: FramePort;
  private readonly breather = new Breather();
  private run: HostedRun | undefined;
  private loads = 0;
  private framesSent = 0;
  private framesTaken = 0;
  /** Commands that stop what is under way are done one after the other; the last of them is here. */
  private queue: Promise<unknown> = Promise.resolve();
  /** Number of the newest of those commands: an older one that is still running stops at the next slab. */
  private newest = 0;
  private wake: (() => void) | undefined;

  constructor(engine: Engine, port: FramePort) {
    this.engine = engine;
    this.port = port;
    port.onmessage = (event) => this.acknowledge(event.data as Acknowledgement);
  }

  async load(command: LoadCommand): Promise<Loaded & { readonly load: number }> {
    const spoken: number = command.version;
    if (spoken !== PROTOCOL_VERSION) {
      throw new Error(`the viewer speaks protocol ${spoken}, this engine ${String(PROTOCOL_VERSION)}: reload the page`);
    }
    return this.alone(() => {
      this.run = undefined;
      const run = this.engine.makeRun(command);
      this.run = run;
      this.loads++;
      this.framesSent = this.framesTaken = 0;
      return { engine: this.engine.version, agents: run.agents, horizon: run.horizon, load: this.loads };
    });
  }

  async runUntil(tick: number): Promise<number> {
    return this.alone(async (command) => {
      const run = this.loaded();
      const target = Math.min(tick, run.horizon);
      while (run.now < target && command === this.newest && (await this.roomForAFrame(command))) {
        this.guarded(run, () => {
          run.runUntil(Math.min(nextSlab(run.now), target));
          this.sendFrame(run);
        });
        await this.breather.breathe();
      }
      return this.framesSent;
    });
  }

  async step(): Promise<{ readonly event: PendingEvent | undefined; readonly frames: number }> {
    return this.alone(async (command) => {
      const run = this.loaded();
      if (!(await this.roomForAFrame(command)))
        throw new Error('the step was given up: no frame was released, and another command came');
      const event = this.guarded(run, () => {
        const executed = run.step();
        if (executed !== undefined) this.sendFrame(run);
        return executed;
      });
      return { event, frames: this.framesSent };
    });
  }

  async pause(): Promise<void> {
    await this.alone(() => undefined);
  }

  async upcoming(count: number): Promise<PendingEvent[]> {
    return this.loaded().upcoming(count);
  }

  async storageReport(): Promise<StorageReport> {
    return this.loaded().storageReport();
  }

  async tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult> {
    return this.loaded().tourPreview(order, routing, picks);
  }

  async packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]> {
    return this.loaded().packingPreview(goods);
  }

  async deliveryCosts(): Promise<DeliveryCostsAt> {
    const run = this.loaded();
    return { ...run.deliveryCosts(), tick: run.now };
  }

  async snapshot(): Promise<unknown> {
    return this.loaded().snapshot();
  }

  async restore(snapshot: unknown): Promise<void> {
    await this.alone(() => this.loaded().restore(snapshot as never));
  }

  async close(): Promise<void> {
    await this.alone(() => {
      this.run = undefined;
      this.port.onmessage = null;
      this.breather.close();
    });
  }

  private loaded(): HostedRun {
    if (this.run === undefined) throw new Error('no run is loaded');
    return this.run;
  }

  /** Stops what is under way, waits for it and for the commands given before, then does `work`. */
  private alone<Result>(work: (command: number) => Result | Promise<Result>): Promise<Result> {
    const command = ++this.newest;
    this.wake?.();
    const result = this.queue.then(() => work(command));
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** A run that throws is broken: it is let go, and the error says when. */
  private guarded<Result>(run: HostedRun, work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      this.run = undefined;
      throw atTick(error, run.now);
    }
  }

  private sendFrame(run: HostedRun): void {
    const chunk = run.drain();
    const frame: Frame = {
      number: this.framesSent++,
      chunk,
      kpis: run.kpis(),
      hash: run.hash(),
      events: run.events,
      done: run.now >= run.horizon,
    };
    const message: FrameMessage = { load: this.loads, frame };
    this.port.postMessage(message, buffersOf(chunk.segments, chunk.events));
  }

  /** Waits until another frame may be sent; false where a newer command came first. */
  private async roomForAFrame(command: number): Promise<boolean> {
    while (this.framesSent - this.framesTaken >= FRAMES_OUT) {
      if (command !== this.newest) return false;
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    }
    return true;
  }

  private acknowledge({ load, number }: Acknowledgement): void {
    if (load !== this.loads) return;
    this.framesTaken = Math.max(this.framesTaken, number + 1);
    this.wake?.();
  }
}

/** Slabs end on whole multiples, wherever a step or a pause left the clock. */
function nextSlab(now: number): number {
  return (Math.floor(now / SLAB_TICKS) + 1) * SLAB_TICKS;
}

/** The buffers of the columns of some tables, to be transferred. */
export function buffersOf(...tables: readonly object[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  for (const columns of tables) {
    for (const column of Object.values(columns)) if (ArrayBuffer.isView(column)) buffers.add(column.buffer as ArrayBuffer);
  }
  return [...buffers];
}

function atTick(error: unknown, now: number): Error {
  const message = error instanceof Error ? error.message : String(error);
  const readable = new Error(`the simulation stopped at day ${formatTick(now)} with a defect: ${message}`);
  if (error instanceof Error && error.stack !== undefined) readable.stack = `${readable.message}\n${error.stack}`;
  return readable;
}

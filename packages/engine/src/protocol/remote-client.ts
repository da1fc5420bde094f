// The client over any transport: commands by the interface `HostCommands`, frames by a port.
//
// Commands and frames travel on two channels whose order to each other is not given. So that a caller need not know, a
// command that sends frames resolves after its last frame was handed to the listener, and frames of a run that has been
// replaced are dropped.

import type { EngineClient } from './client.ts';
import type { Acknowledgement, FrameMessage, HostCommands } from './host.ts';
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
import type { FramePort } from './port.ts';

type FrameListener = (frame: Frame, release: () => void) => void;

export class RemoteClient implements EngineClient {
  private readonly commands: HostCommands;
  private readonly port: FramePort;
  private readonly disconnect: () => void;
  private listener: FrameListener | undefined;
  private currentLoad = 0;
  private framesReceived = 0;
  private waiting: { readonly frames: number; readonly load: number; readonly resolve: () => void }[] = [];
  /** Frames that came before their `load` was answered. */
  private early: FrameMessage[] = [];
  private rejectAll: (error: Error) => void = () => undefined;
  private readonly broken: Promise<never>;

  constructor(commands: HostCommands, port: FramePort, disconnect: () => void) {
    this.commands = commands;
    this.port = port;
    this.disconnect = disconnect;
    this.broken = new Promise((_resolve, reject) => {
      this.rejectAll = reject;
    });
    this.broken.catch(() => undefined); // nobody may be waiting
    port.onmessage = (event) => this.receive(event.data as FrameMessage);
  }

  async load(command: LoadCommand): Promise<Loaded> {
    const { load, ...loaded } = await this.answer(this.commands.load(command));
    this.currentLoad = load;
    this.framesReceived = 0;
    this.settle();
    const early = this.early;
    this.early = [];
    for (const message of early) this.receive(message);
    return loaded;
  }

  async runUntil(tick: number): Promise<void> {
    const load = this.currentLoad;
    await this.delivered(load, await this.answer(this.commands.runUntil(tick)));
  }

  async step(): Promise<PendingEvent | undefined> {
    const load = this.currentLoad;
    const { event, frames } = await this.answer(this.commands.step());
    await this.delivered(load, frames);
    return event;
  }

  pause(): Promise<void> {
    return this.answer(this.commands.pause());
  }

  upcoming(count: number): Promise<PendingEvent[]> {
    return this.answer(this.commands.upcoming(count));
  }

  storageReport(): Promise<StorageReport> {
    return this.answer(this.commands.storageReport());
  }

  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): Promise<TourPreviewResult> {
    return this.answer(this.commands.tourPreview(order, routing, picks));
  }

  packingPreview(goods: readonly PickedUnits[]): Promise<PackedCarton[]> {
    return this.answer(this.commands.packingPreview(goods));
  }

  deliveryCosts(): Promise<DeliveryCostsAt> {
    return this.answer(this.commands.deliveryCosts());
  }

  snapshot(): Promise<unknown> {
    return this.answer(this.commands.snapshot());
  }

  restore(snapshot: unknown): Promise<void> {
    return this.answer(this.commands.restore(snapshot));
  }

  onFrame(listener: FrameListener): void {
    this.listener = listener;
  }

  close(): void {
    this.listener = undefined;
    this.fail(new Error('the engine was closed'));
    this.disconnect();
    this.port.onmessage = null;
    this.port.close();
  }

  /** The other side is gone: every command under way and to come is refused with this error. */
  fail(error: Error): void {
    this.rejectAll(error);
  }

  private answer<Result>(answer: Promise<Result>): Promise<Result> {
    return Promise.race([answer, this.broken]);
  }

  private receive(message: FrameMessage): void {
    const { load, frame } = message;
    if (load > this.currentLoad) {
      this.early.push(message);
      return;
    }
    if (load < this.currentLoad) return;
    this.framesReceived = frame.number + 1;
    let released = false;
    const release = (): void => {
      if (released) return;
      released = true;
      const acknowledgement: Acknowledgement = { load, number: frame.number };
      this.port.postMessage(acknowledgement, []);
    };
    if (this.listener === undefined) release();
    else this.listener(frame, release);
    this.settle();
  }

  private delivered(load: number, frames: number): Promise<void> {
    return this.answer(
      new Promise<void>((resolve) => {
        this.waiting.push({ frames, load, resolve });
        this.settle();
      }),
    );
  }

  private settle(): void {
    const isSettled = (frames: number, load: number): boolean => load !== this.currentLoad || frames <= this.framesReceived;
    for (const { frames, load, resolve } of this.waiting) if (isSettled(frames, load)) resolve();
    this.waiting = this.waiting.filter(({ frames, load }) => !isSettled(frames, load));
  }
}

// The playback clock: which simulated instant is on screen. Not React state: the scene reads it every frame, panels
// subscribe and hear of it at most four times a second.

import { TICKS_PER_SECOND } from './engine.ts';

/** Listeners hear of a running clock at most this often; of a seek, at once. */
const NOTIFY_EVERY_MS = 250;

export class PlaybackClock {
  /** The instant on screen, in ticks. */
  tick = 0;
  playing = false;
  /** Simulated seconds per second. */
  speed = 60;
  private limit: () => number = () => 0;
  private readonly listeners = new Set<() => void>();
  private lastNotice_ms = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** From now on plays this record, from `tick` on. */
  follow(record: { readonly simulatedUntil: number }, tick = 0): void {
    this.limit = () => record.simulatedUntil;
    this.seek(tick);
  }

  /** End of what is simulated: the clock cannot pass it. */
  get until(): number {
    return this.limit();
  }

  /** Moves on by `dt_s` seconds of real time if it plays; true where the instant changed. */
  advance(dt_s: number): boolean {
    if (!this.playing || dt_s <= 0) return false;
    const next = Math.min(this.tick + dt_s * this.speed * TICKS_PER_SECOND, this.limit());
    if (next <= this.tick) return false;
    this.tick = next;
    this.notifySoon();
    return true;
  }

  /** Goes to an instant, within what is simulated. */
  seek(tick: number): void {
    this.tick = Math.max(0, Math.min(tick, this.limit()));
    this.notify();
  }

  setPlaying(playing: boolean): void {
    if (this.playing === playing) return;
    this.playing = playing;
    this.notify();
  }

  setSpeed(speed: number): void {
    if (this.speed === speed) return;
    this.speed = speed;
    this.notify();
  }

  /** Calls `listener` when the instant, the speed or playing changed; returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private notifySoon(): void {
    if (this.timer !== undefined) return;
    const wait = this.lastNotice_ms + NOTIFY_EVERY_MS - performance.now();
    if (wait <= 0) this.notify();
    else this.timer = setTimeout(() => this.notify(), wait);
  }

  private notify(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.lastNotice_ms = performance.now();
    for (const listener of this.listeners) listener();
  }
}

/** The clock of the run on screen. */
export const clock = new PlaybackClock();

// What a frame costs on the main thread: script time from the clock's step to the last draw call, draw calls, triangles.

const KEPT = 240;

export interface FrameStats {
  /** Median and 95th percentile of script time a frame, ms, over the last 240 frames. */
  readonly js_ms: number;
  readonly js_p95_ms: number;
  readonly drawCalls: number;
  readonly triangles: number;
  readonly frames: number;
  /** Frames a second over the last 240 frames. */
  readonly fps: number;
}

class FrameMeter {
  private readonly times = new Float64Array(KEPT);
  private readonly starts = new Float64Array(KEPT);
  private count = 0;
  private start = 0;
  private calls = 0;
  private triangles = 0;

  begin(): void {
    this.start = performance.now();
  }

  end(calls: number, triangles: number): void {
    this.times[this.count % KEPT] = performance.now() - this.start;
    this.starts[this.count % KEPT] = this.start;
    this.count++;
    this.calls = calls;
    this.triangles = triangles;
  }

  read(): FrameStats {
    const kept = Math.min(this.count, KEPT);
    const sorted = this.times.slice(0, kept).sort();
    const oldest = this.count > KEPT ? this.starts[this.count % KEPT]! : this.starts[0]!;
    const newest = this.starts[(this.count - 1 + KEPT) % KEPT]!;
    return {
      js_ms: sorted[kept >> 1] ?? 0,
      js_p95_ms: sorted[Math.floor(kept * 0.95)] ?? 0,
      drawCalls: this.calls,
      triangles: this.triangles,
      frames: this.count,
      fps: kept > 1 ? ((kept - 1) * 1000) / Math.max(1, newest - oldest) : 0,
    };
  }
}

export const frameStats = new FrameMeter();

declare global {
  interface Window {
    /** For tests: what a frame costs. */
    __dongseonStats?: FrameStats;
  }
}

if (typeof window !== 'undefined') {
  Object.defineProperty(window, '__dongseonStats', { get: () => frameStats.read(), configurable: true });
}

// A run without a warehouse: an event each simulated minute, told as one 'order-arrived' in the trace.

import type { Engine, HostedRun } from '../../../packages/engine/src/protocol/host.ts';
import type { DeliveryCosts } from '../../../packages/engine/src/kpis/delivery-costs.ts';
import { STORAGE_SUMS, type StorageReport, type StorageSum } from '../../../packages/engine/src/kpis/storage-report.ts';
import type {
  LoadCommand,
  PackedCarton,
  PendingEvent,
  PreviewPick,
  TourPreviewResult,
  PickedUnits,
} from '../../../packages/engine/src/protocol/messages.ts';
import { TICKS_PER_MINUTE } from '../../../packages/engine/src/base/units.ts';
import type { TraceChunk } from '../../../packages/engine/src/trace/format.ts';

export class FakeRun implements HostedRun {
  now = 0;
  readonly horizon = 120 * TICKS_PER_MINUTE;
  events = 0;
  readonly agents = { count: 1, kind: new Uint8Array(1), id: ['picker-1'], subject: new Int32Array(1) };
  /** Throws when this tick is reached. */
  readonly failsAt: number;
  private drainedTo = 0;
  private drainedEvents = 0;

  constructor(failsAt = Infinity) {
    this.failsAt = failsAt;
  }

  private get next(): number {
    return (this.events + 1) * TICKS_PER_MINUTE;
  }

  hash(): string {
    return this.events.toString(16).padStart(16, '0');
  }

  runUntil(tick: number): void {
    while (this.next <= tick) {
      this.now = this.next;
      if (this.now >= this.failsAt) throw new Error('order 7 is in two places');
      this.events++;
    }
    this.now = tick;
  }

  step(): PendingEvent | undefined {
    const [event] = this.upcoming(1);
    if (event !== undefined) this.runUntil(event.tick);
    return event;
  }

  upcoming(count: number): PendingEvent[] {
    const list: PendingEvent[] = [];
    for (let i = 0; i < count && this.next + i * TICKS_PER_MINUTE <= this.horizon; i++) {
      const sequence = this.events + i;
      list.push({
        tick: (sequence + 1) * TICKS_PER_MINUTE,
        priority: 0,
        sequence,
        kind: 'order',
        a: sequence,
        b: 0,
        subject: '',
      });
    }
    return list;
  }

  drain(): TraceChunk {
    const count = this.events - this.drainedEvents;
    const chunk: TraceChunk = {
      from: this.drainedTo,
      to: this.now,
      segments: {
        count: 0,
        agent: new Int32Array(0),
        t0: new Float64Array(0),
        t1: new Float64Array(0),
        x0: new Float32Array(0),
        y0: new Float32Array(0),
        z0: new Float32Array(0),
        x1: new Float32Array(0),
        y1: new Float32Array(0),
        z1: new Float32Array(0),
        state: new Uint8Array(0),
      },
      events: {
        count,
        tick: Float64Array.from({ length: count }, (_, i) => (this.drainedEvents + i + 1) * TICKS_PER_MINUTE),
        kind: new Uint8Array(count),
        a: new Int32Array(count),
        b: new Int32Array(count),
        c: new Int32Array(count),
      },
    };
    this.drainedTo = this.now;
    this.drainedEvents = this.events;
    return chunk;
  }

  kpis(): Record<string, number> {
    return { orders: this.events };
  }

  /** One location, in which as many units lie as there were events. */
  storageReport(): StorageReport {
    const sums = {} as Record<StorageSum, Float64Array>;
    for (const sum of STORAGE_SUMS) sums[sum] = Float64Array.of(sum === 'units' ? this.events : 0);
    return {
      tick: this.now,
      rows: { count: 1, zone: new Int32Array(1), area: new Int32Array(1), level: new Int32Array(1), ...sums },
      locations: {
        count: 1,
        item: new Int32Array(1),
        units: Int32Array.of(this.events),
        received: new Float64Array(1),
        fill: new Float32Array(1),
        lines: new Int32Array(1),
        linesPerDay: new Float32Array(1),
        age_d: new Float32Array(1),
        cover_d: new Float32Array(1),
        expiry_d: Float32Array.of(Infinity),
        expiryRisk: new Float32Array(1),
        rule: new Uint8Array(1),
      },
    };
  }

  /** A stop costs as many won as there were events. */
  deliveryCosts(): DeliveryCosts {
    return {
      store_krw: Float64Array.of(this.events),
      tenant_krw: Float64Array.of(this.events),
      collections_krw: 0,
      total_krw: this.events,
      stops: 1,
      orders: 1,
      cartons: 2,
    };
  }

  /** Knows one policy, and a tour of 10 m for each pick. */
  tourPreview(order: number, routing: string, picks: readonly PreviewPick[] = []): TourPreviewResult {
    if (routing !== 's-shape') return { supported: false, routing, because: 'there are no aisles' };
    return {
      supported: true,
      order,
      routing,
      source: 'given',
      stops: picks.map((pick, i) => ({ place: pick.location, at_m: 10 * i, picks: [pick] })),
      path: [0, 0, 10 * picks.length, 0],
      length_m: 10 * picks.length,
      lowerBound_m: undefined,
      proved: undefined,
      walk_s: 0,
      search_s: 0,
      extract_s: 0,
      setUp_s: 0,
      handOver_s: 0,
      total_s: 0,
      unplaced: [],
    };
  }

  /** A carton for each line. */
  packingPreview(goods: readonly PickedUnits[]): PackedCarton[] {
    return goods.map(({ units }, i) => ({ carton: 0, contents: [[i, units]] }));
  }

  snapshot(): { now: number; events: number } {
    return { now: this.now, events: this.events };
  }

  restore(snapshot: { now: number; events: number }): void {
    this.now = this.drainedTo = snapshot.now;
    this.events = this.drainedEvents = snapshot.events;
  }
}

export function fakeEngine(failsAt?: number): Engine & { readonly runs: FakeRun[] } {
  const runs: FakeRun[] = [];
  return {
    version: '9.9.9',
    runs,
    makeRun: () => {
      const run = new FakeRun(failsAt);
      runs.push(run);
      return run;
    },
  };
}

/** A command to load the fake, which looks at nothing in it. */
export const loadCommand = { version: 1, model: {}, policies: {}, seed: 1, replication: 0 } as unknown as LoadCommand;

// The border, over both transports, with a run of one event a minute. The numbers in the titles are those of SPEC.md.

import { afterEach, describe, expect, it } from 'vitest';
import { TICKS_PER_MINUTE } from '../../../packages/engine/src/base/units.ts';
import type { EngineClient } from '../../../packages/engine/src/protocol/client.ts';
import { connectInProcess } from '../../../packages/engine/src/protocol/connect-in-process.ts';
import { connectWorker, type EngineWorker } from '../../../packages/engine/src/protocol/connect-worker.ts';
import { FRAMES_OUT, SLAB_TICKS, type Engine } from '../../../packages/engine/src/protocol/host.ts';
import type { Frame } from '../../../packages/engine/src/protocol/messages.ts';
import { serve } from '../../../packages/engine/src/protocol/serve.ts';
import { fakeEngine, loadCommand } from './fake-run.ts';

const HORIZON = 120 * TICKS_PER_MINUTE;

/** A "worker" at the other end of a message channel: comlink and all, without a thread. */
function connectBySerialisation(engine: Engine): EngineClient {
  const { port1, port2 } = new MessageChannel();
  serve(engine, port1 as never);
  const worker = Object.assign(port2, { terminate: () => port1.close() });
  return connectWorker(worker as unknown as EngineWorker);
}

const open: EngineClient[] = [];
afterEach(() => {
  for (const client of open.splice(0)) client.close();
});

/** Lets everything that is on its way arrive. */
async function quiet(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe.each([
  ['in process', connectInProcess],
  ['as a worker', connectBySerialisation],
])('the engine %s', (_name, connect) => {
  function start(failsAt?: number) {
    const engine = fakeEngine(failsAt);
    const client = connect(engine);
    open.push(client);
    return { engine, client };
  }

  function collect(client: EngineClient): Frame[] {
    const frames: Frame[] = [];
    client.onFrame((frame, release) => {
      frames.push(frame);
      release();
    });
    return frames;
  }

  it('P1: answers a load with its version, the agents and the horizon', async () => {
    const { client } = start();
    const loaded = await client.load(loadCommand);
    expect(loaded).toMatchObject({ engine: '9.9.9', horizon: HORIZON, agents: { count: 1, id: ['picker-1'] } });
  });

  it('P2: sends gapless frames in order, one per slab, all before runUntil resolves', async () => {
    const { client } = start();
    const frames = collect(client);
    await client.load(loadCommand);
    await client.runUntil(HORIZON);
    expect(frames.map((frame) => frame.number)).toEqual(frames.map((_, i) => i));
    expect(frames).toHaveLength(HORIZON / SLAB_TICKS);
    expect(frames.map((frame) => frame.chunk.from)).toEqual(frames.map((_, i) => i * SLAB_TICKS));
    expect(frames.map((frame) => frame.chunk.to)).toEqual(frames.map((_, i) => (i + 1) * SLAB_TICKS));
    expect(frames.flatMap((frame) => [...frame.chunk.events.tick])).toEqual(
      Array.from({ length: 120 }, (_, i) => (i + 1) * TICKS_PER_MINUTE),
    );
    expect(frames.at(-1)).toMatchObject({ done: true, events: 120, kpis: { orders: 120 }, hash: '0000000000000078' });
    expect(frames.at(-2)!.done).toBe(false);
  });

  it('P3: has at most two frames out, and goes on when one is released', async () => {
    const { client, engine } = start();
    const held: (() => void)[] = [];
    client.onFrame((_frame, release) => held.push(release));
    await client.load(loadCommand);
    const finished = client.runUntil(HORIZON);
    await quiet();
    expect(held).toHaveLength(FRAMES_OUT);
    expect(engine.runs[0]!.now).toBe(FRAMES_OUT * SLAB_TICKS);
    held[0]!();
    held[0]!(); // releasing twice counts once
    await quiet();
    expect(held).toHaveLength(FRAMES_OUT + 1);
    client.onFrame((_frame, release) => release());
    for (const release of held) release();
    await finished;
    expect(engine.runs[0]!.now).toBe(HORIZON);
  });

  it('P4: pauses at the end of a slab, keeps what was simulated, and continues from there', async () => {
    const { client, engine } = start();
    const frames: Frame[] = [];
    let pausing: Promise<void> | undefined;
    client.onFrame((frame, release) => {
      frames.push(frame);
      if (frame.number === 2) pausing = client.pause();
      release();
    });
    await client.load(loadCommand);
    await client.runUntil(HORIZON);
    await pausing;
    const now = engine.runs[0]!.now;
    expect(now).toBeLessThan(HORIZON);
    expect(now % SLAB_TICKS).toBe(0);
    await client.runUntil(HORIZON);
    expect(frames.flatMap((frame) => [...frame.chunk.events.tick])).toHaveLength(120);
    expect(frames.map((frame) => frame.number)).toEqual(frames.map((_, i) => i));
  });

  it('P5: pauses even while it waits for a frame to be released', async () => {
    const { client } = start();
    client.onFrame(() => undefined);
    await client.load(loadCommand);
    const finished = client.runUntil(HORIZON);
    await quiet();
    await client.pause();
    await expect(finished).resolves.toBeUndefined();
  });

  it('P6: steps by one event with a frame of its own, and says undefined at the end', async () => {
    const { client } = start();
    const frames = collect(client);
    await client.load(loadCommand);
    expect(await client.step()).toMatchObject({ tick: TICKS_PER_MINUTE, sequence: 0 });
    expect(await client.step()).toMatchObject({ tick: 2 * TICKS_PER_MINUTE, sequence: 1 });
    expect(frames.map((frame) => [frame.chunk.from, frame.chunk.to])).toEqual([
      [0, TICKS_PER_MINUTE],
      [TICKS_PER_MINUTE, 2 * TICKS_PER_MINUTE],
    ]);
    await client.runUntil(HORIZON);
    expect(frames[2]!.chunk.to).toBe(SLAB_TICKS);
    expect(await client.step()).toBeUndefined();
  });

  it('P7: shows the calendar without changing it', async () => {
    const { client, engine } = start();
    await client.load(loadCommand);
    const upcoming = await client.upcoming(3);
    expect(upcoming.map((event) => event.tick)).toEqual([1, 2, 3].map((minute) => minute * TICKS_PER_MINUTE));
    expect(engine.runs[0]!.events).toBe(0);
  });

  it('P8: restores a snapshot and continues from it', async () => {
    const { client } = start();
    const frames = collect(client);
    await client.load(loadCommand);
    await client.runUntil(30 * TICKS_PER_MINUTE);
    const snapshot = structuredClone(await client.snapshot());
    await client.runUntil(60 * TICKS_PER_MINUTE);
    const first = frames.at(-1)!.hash;
    await client.restore(snapshot);
    const before = frames.length;
    await client.runUntil(60 * TICKS_PER_MINUTE);
    expect(frames[before]!.chunk.from).toBe(30 * TICKS_PER_MINUTE);
    expect(frames.at(-1)!.hash).toBe(first);
  });

  it('P9: a defect of the run reaches the caller in words, with the simulated time, and the run is let go', async () => {
    const { client } = start(34 * TICKS_PER_MINUTE);
    collect(client);
    await client.load(loadCommand);
    await expect(client.runUntil(HORIZON)).rejects.toThrow(
      'the simulation stopped at day 0 00:34:00 with a defect: order 7 is in two places',
    );
    await expect(client.step()).rejects.toThrow('no run is loaded');
    await client.load(loadCommand);
    await client.runUntil(30 * TICKS_PER_MINUTE);
  });

  it('P10: a load replaces a run under way, whose frames do not reach the listener any more', async () => {
    const { client, engine } = start();
    const seen: [run: number, number: number][] = [];
    let loads = 0;
    client.onFrame((frame, release) => {
      seen.push([loads, frame.number]);
      release();
    });
    await client.load(loadCommand);
    loads = 1;
    const first = client.runUntil(HORIZON);
    await client.load(loadCommand);
    loads = 2;
    await client.runUntil(HORIZON);
    await first;
    const ofSecond = seen.filter(([run]) => run === 2).map(([, number]) => number);
    expect(ofSecond).toEqual(Array.from({ length: HORIZON / SLAB_TICKS }, (_, i) => i));
    expect(engine.runs).toHaveLength(2);
  });

  it('P11: refuses another version of the protocol', async () => {
    const { client } = start();
    await expect(client.load({ ...loadCommand, version: 2 as never })).rejects.toThrow('protocol 2');
  });

  it('P12: runs without a listener', async () => {
    const { client, engine } = start();
    await client.load(loadCommand);
    await client.runUntil(HORIZON);
    expect(engine.runs[0]!.now).toBe(HORIZON);
  });

  it('P13: refuses what is under way when it is closed', async () => {
    const { client } = start();
    client.onFrame(() => undefined);
    await client.load(loadCommand);
    const finished = client.runUntil(HORIZON);
    client.close();
    await expect(finished).rejects.toThrow('closed');
  });

  it('P15: tells how the storage is, stops nothing and changes nothing', async () => {
    const { client, engine } = start();
    const frames = collect(client);
    await client.load(loadCommand);
    await client.runUntil(30 * TICKS_PER_MINUTE);
    const report = await client.storageReport();
    expect(report.tick).toBe(30 * TICKS_PER_MINUTE);
    expect([...report.locations.units]).toEqual([30]);
    expect([...report.rows.units]).toEqual([30]);
    expect(report.locations.expiry_d[0]).toBe(Infinity);
    const finished = client.runUntil(HORIZON);
    const meanwhile = await client.storageReport();
    await finished;
    expect(meanwhile.tick).toBeGreaterThanOrEqual(report.tick);
    expect(engine.runs[0]!.events).toBe(120);
    expect(frames.at(-1)).toMatchObject({ done: true, events: 120 });
  });

  it('P16: previews tours and packing while it runs, stops nothing and changes nothing', async () => {
    const { client, engine } = start();
    const frames = collect(client);
    await client.load(loadCommand);
    const finished = client.runUntil(HORIZON);
    const picks = [0, 1].map((line) => ({ line, location: line + 5, units: 2 }));
    const [tour, refused, cartons] = await Promise.all([
      client.tourPreview(3, 's-shape', picks),
      client.tourPreview(3, 'spiral'),
      client.packingPreview([{ line: 7, units: 4 }]),
    ]);
    await finished;
    expect(tour).toMatchObject({
      supported: true,
      order: 3,
      length_m: 20,
      stops: [{ place: 5 }, { place: 6, picks: [picks[1]] }],
    });
    expect(refused).toEqual({ supported: false, routing: 'spiral', because: 'there are no aisles' });
    expect(cartons).toEqual([{ carton: 0, contents: [[0, 4]] }]);
    expect(engine.runs[0]!.events).toBe(120);
    expect(frames.at(-1)).toMatchObject({ done: true, events: 120 });
  });

  it('P16: refuses a preview where no run is loaded', async () => {
    const { client } = start();
    await expect(client.tourPreview(0, 's-shape')).rejects.toThrow('no run is loaded');
    await expect(client.packingPreview([])).rejects.toThrow('no run is loaded');
  });

  it('P17: tells what the deliveries cost and of which tick, stops nothing and changes nothing', async () => {
    const { client, engine } = start();
    const frames = collect(client);
    await expect(client.deliveryCosts()).rejects.toThrow('no run is loaded');
    await client.load(loadCommand);
    await client.runUntil(30 * TICKS_PER_MINUTE);
    const costs = await client.deliveryCosts();
    expect(costs).toMatchObject({ tick: 30 * TICKS_PER_MINUTE, total_krw: 30, stops: 1, orders: 1, cartons: 2 });
    expect([[...costs.store_krw], [...costs.tenant_krw]]).toEqual([[30], [30]]);
    const finished = client.runUntil(HORIZON);
    const meanwhile = await client.deliveryCosts();
    await finished;
    expect(meanwhile.tick).toBeGreaterThanOrEqual(costs.tick);
    expect(engine.runs[0]!.events).toBe(120);
    expect(frames.at(-1)).toMatchObject({ done: true, events: 120 });
  });
});

describe('a worker that cannot start', () => {
  it('P14: is reported to every caller', async () => {
    const { port1, port2 } = new MessageChannel();
    const worker = Object.assign(port2, { terminate: () => port1.close() });
    const client = connectWorker(worker as unknown as EngineWorker);
    const loading = client.load(loadCommand);
    port2.dispatchEvent(Object.assign(new Event('error'), { message: 'worker.js could not be loaded' }));
    await expect(loading).rejects.toThrow("the engine's worker failed: worker.js could not be loaded");
    client.close();
    port1.close();
  });
});

import { describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../packages/engine/src/protocol/client.ts';
import type { Frame } from '../../../packages/engine/src/protocol/messages.ts';
import { startSession } from '../../../packages/viewer/src/engine-link/session.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

/** An engine that does nothing by itself: tests send its frames and end its runs. */
class ScriptedEngine implements EngineClient {
  readonly calls: string[] = [];
  released = 0;
  private listener: (frame: Frame, release: () => void) => void = () => {};
  private endRun: (() => void) | undefined;

  load(): ReturnType<EngineClient['load']> {
    this.calls.push('load');
    return Promise.resolve({ engine: '0', agents: smallAgents, horizon: 1000 });
  }
  runUntil(tick: number): Promise<void> {
    this.calls.push(`run ${tick}`);
    return new Promise((resolve) => {
      this.endRun = resolve;
    });
  }
  pause(): Promise<void> {
    this.calls.push('pause');
    this.finishRun();
    return Promise.resolve();
  }
  step(): ReturnType<EngineClient['step']> {
    this.calls.push('step');
    return Promise.resolve(undefined);
  }
  upcoming(): ReturnType<EngineClient['upcoming']> {
    return Promise.resolve([]);
  }
  storageReport(): Promise<never> {
    return Promise.reject(new Error('not asked for here'));
  }
  deliveryCosts(): Promise<never> {
    return Promise.reject(new Error('not asked for here'));
  }
  tourPreview(): Promise<never> {
    return Promise.reject(new Error('not asked for here'));
  }
  packingPreview(): Promise<never> {
    return Promise.reject(new Error('not asked for here'));
  }
  snapshot(): Promise<unknown> {
    return Promise.resolve({});
  }
  restore(): Promise<void> {
    return Promise.resolve();
  }
  onFrame(listener: (frame: Frame, release: () => void) => void): void {
    this.listener = listener;
  }
  close(): void {
    this.calls.push('close');
  }

  finishRun(): void {
    this.endRun?.();
    this.endRun = undefined;
  }
  send(number: number): void {
    this.listener(frame(number, number, number + 1, []), () => {
      this.released++;
    });
  }
}

const choice = { model: smallModel(), policies: {} as never, seed: 1 };
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });

describe('a session with the engine', () => {
  it('passes on the frames of the loaded run only, and releases every one', async () => {
    const engine = new ScriptedEngine();
    const seen: number[] = [];
    const session = startSession(engine, ({ number }) => seen.push(number));
    engine.send(0);
    await session.load(choice);
    engine.send(1);
    const reload = session.load(choice);
    engine.send(2);
    await reload;
    engine.send(3);
    expect(seen).toEqual([1, 3]);
    expect(engine.released).toBe(4);
  });

  it('releases a frame also when its listener fails', async () => {
    const engine = new ScriptedEngine();
    const session = startSession(engine, () => {
      throw new Error('no');
    });
    await session.load(choice);
    expect(() => engine.send(0)).toThrow('no');
    expect(engine.released).toBe(1);
  });

  it('runs ahead to the horizon, and on to a later goal that is named meanwhile', async () => {
    const engine = new ScriptedEngine();
    const session = startSession(engine, () => {});
    await session.load(choice);
    const done = session.runAhead(400);
    expect(session.running).toBe(true);
    expect(session.runAhead(9999)).toBe(done);
    engine.finishRun();
    await turn();
    engine.finishRun();
    await done;
    expect(engine.calls).toEqual(['load', 'run 400', 'run 1000']);
    expect(session.running).toBe(false);
  });

  it('pauses before a single step and before another load', async () => {
    const engine = new ScriptedEngine();
    const session = startSession(engine, () => {});
    await session.load(choice);
    void session.runAhead();
    await session.step();
    void session.runAhead();
    await session.load(choice);
    expect(engine.calls).toEqual(['load', 'run 1000', 'pause', 'step', 'run 1000', 'pause', 'load']);
  });
});

import { describe, expect, it } from 'vitest';
import { TraceHash } from '../../../packages/engine/src/base/hash.ts';
import { Recorder, STATE } from '../../../packages/engine/src/trace/recorder.ts';
import type { TraceChunk } from '../../../packages/engine/src/trace/format.ts';

function rows({ segments: s }: TraceChunk): number[][] {
  return Array.from({ length: s.count }, (_, i) => [s.agent[i]!, s.t0[i]!, s.t1[i]!, s.x0[i]!, s.x1[i]!, s.state[i]!]);
}

describe('the recorder', () => {
  it('cuts a move and a dwell at the end of a chunk, and goes on in the next without a gap', () => {
    const recorder = new Recorder(2, new TraceHash(), true);
    recorder.place(0, 0, 0, 0, STATE.idle);
    recorder.place(1, 5, 0, 0, STATE.absent);
    recorder.move(0, 10, 30, 20, 0, 0, STATE.walking);
    expect(rows(recorder.drain(20))).toEqual([
      [0, 0, 10, 0, 0, STATE.idle],
      [0, 10, 20, 0, 10, STATE.walking],
      [1, 0, 20, 5, 5, STATE.absent],
    ]);
    recorder.dwell(0, 30, STATE.picking);
    expect(rows(recorder.drain(40))).toEqual([
      [0, 20, 30, 10, 20, STATE.walking],
      [0, 30, 40, 20, 20, STATE.picking],
      [1, 20, 40, 5, 5, STATE.absent],
    ]);
  });

  it('keeps what was reported ahead of time for later chunks', () => {
    const recorder = new Recorder(1, new TraceHash(), true);
    recorder.place(0, 0, 0, 0, STATE.idle);
    recorder.dwellUntil(0, 0, 10, STATE.searching);
    recorder.dwellUntil(0, 0, 25, STATE.picking);
    expect(rows(recorder.drain(5))).toEqual([[0, 0, 5, 0, 0, STATE.searching]]);
    expect(rows(recorder.drain(5))).toEqual([]);
    expect(rows(recorder.drain(20))).toEqual([
      [0, 5, 10, 0, 0, STATE.searching],
      [0, 10, 20, 0, 0, STATE.picking],
    ]);
    expect(rows(recorder.drain(25))).toEqual([[0, 20, 25, 0, 0, STATE.picking]]);
  });

  it('hashes what is reported, not how it is cut, nor whether it is kept', () => {
    const digest = (keep: boolean, drainAt: readonly number[]): string => {
      const hash = new TraceHash();
      const recorder = new Recorder(1, hash, keep);
      recorder.place(0, 0, 0, 0, STATE.idle);
      recorder.move(0, 10, 30, 20, 0, 0, STATE.walking);
      for (const tick of drainAt) recorder.drain(tick);
      recorder.event(30, 3, 1, 2);
      return hash.digest();
    };
    expect(digest(true, [])).toBe(digest(true, [12, 29]));
    expect(digest(true, [])).toBe(digest(false, []));
  });

  it('comes back from a save with its open dwells and what lies ahead', () => {
    const recorder = new Recorder(1, new TraceHash(), true);
    recorder.place(0, 0, 0, 0, STATE.idle);
    recorder.move(0, 0, 30, 30, 0, 0, STATE.walking);
    recorder.drain(10);
    const other = new Recorder(1, new TraceHash(), true);
    other.restore(recorder.save());
    expect(rows(other.drain(40))).toEqual(rows(recorder.drain(40)));
  });
});

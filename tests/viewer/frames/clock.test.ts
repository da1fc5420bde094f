import { describe, expect, it, vi } from 'vitest';
import { PlaybackClock } from '../../../packages/viewer/src/frames/clock.ts';

describe('the playback clock', () => {
  it('moves by speed, only while it plays, and waits at the end of what is simulated', () => {
    const record = { simulatedUntil: 100e6 };
    const clock = new PlaybackClock();
    clock.follow(record);
    clock.advance(1);
    expect(clock.tick).toBe(0);
    clock.setPlaying(true);
    clock.advance(0.5);
    expect(clock.tick).toBe(30e6);
    clock.advance(10);
    expect(clock.tick).toBe(100e6);
    record.simulatedUntil = 200e6;
    clock.advance(1);
    expect(clock.tick).toBe(160e6);
  });

  it('keeps a seek within what is simulated', () => {
    const clock = new PlaybackClock();
    clock.follow({ simulatedUntil: 50e6 }, 20e6);
    expect(clock.tick).toBe(20e6);
    clock.seek(80e6);
    expect(clock.tick).toBe(50e6);
    clock.seek(-1);
    expect(clock.tick).toBe(0);
  });

  it('tells its listeners of a seek at once and of playing at most four times a second', () => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] });
    const clock = new PlaybackClock();
    clock.follow({ simulatedUntil: 3600e6 });
    const heard = vi.fn();
    const stop = clock.subscribe(heard);
    clock.seek(1e6);
    expect(heard).toHaveBeenCalledTimes(1);
    clock.setPlaying(true);
    heard.mockClear();
    for (let frame = 0; frame < 120; frame++) {
      vi.advanceTimersByTime(1000 / 60);
      clock.advance(1 / 60);
    }
    expect(heard.mock.calls.length).toBeGreaterThanOrEqual(7);
    expect(heard.mock.calls.length).toBeLessThanOrEqual(8);
    stop();
    heard.mockClear();
    clock.seek(0);
    expect(heard).not.toHaveBeenCalled();
    vi.useRealTimers();
  });
});

// Hooks that connect what lives outside React (the clock, the record of the run) with components, at a few renders a second.

import { useCallback, useRef, useSyncExternalStore } from 'react';
import { clock } from '../frames/clock.ts';
import { RunDigest } from './digest.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { useRun } from './run.ts';
import { effectiveTheme, useSaved, type Language } from './saved.ts';

/** The tick on screen, at most four times a second. */
export function useTick(): number {
  return useSyncExternalStore(clock.subscribe, () => clock.tick);
}

/** The tick on screen, at most once in `every_ms` of playing; at once after a jump of more than a few minutes. */
export function useSlowTick(every_ms: number): number {
  const last = useRef({ tick: clock.tick, at: 0 });
  return useSyncExternalStore(clock.subscribe, () => {
    const now = performance.now();
    const kept = last.current;
    if (kept.tick !== clock.tick && (now - kept.at >= every_ms || !clock.playing || clock.tick < kept.tick)) {
      last.current = { tick: clock.tick, at: now };
    }
    return last.current.tick;
  });
}

/** The end of what is simulated: changes with each frame of the engine, but at most `PER_SECOND` times a second. */
const PER_SECOND = 4;
export function useSimulatedUntil(record: RunRecord | null): number {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (record === null) return () => {};
      let timer: ReturnType<typeof setTimeout> | undefined;
      const stop = record.subscribe(() => {
        timer ??= setTimeout(() => {
          timer = undefined;
          listener();
        }, 1000 / PER_SECOND);
      });
      return () => {
        clearTimeout(timer);
        stop();
      };
    },
    [record],
  );
  return useSyncExternalStore(subscribe, () => record?.simulatedUntil ?? 0);
}

const digests = new WeakMap<RunRecord, RunDigest>();

/** The counts behind the charts, up to date with the record. */
export function digestOf(record: RunRecord): RunDigest {
  let digest = digests.get(record);
  if (digest === undefined) digests.set(record, (digest = new RunDigest(record)));
  digest.update();
  return digest;
}

export function useLanguage(): Language {
  return useSaved((state) => state.language);
}

const darkQuery = (): MediaQueryList | undefined =>
  typeof matchMedia === 'function' ? matchMedia('(prefers-color-scheme: dark)') : undefined;

function subscribeToDark(listener: () => void): () => void {
  const query = darkQuery();
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

/** The theme that is drawn. */
export function useTheme(): 'light' | 'dark' {
  const dark = useSyncExternalStore(subscribeToDark, () => darkQuery()?.matches ?? false);
  return effectiveTheme(
    useSaved((state) => state.theme),
    dark,
  );
}

const narrowQuery = (): MediaQueryList | undefined =>
  typeof matchMedia === 'function' ? matchMedia('(max-width: 760px)') : undefined;

function subscribeToNarrow(listener: () => void): () => void {
  const query = narrowQuery();
  query?.addEventListener('change', listener);
  return () => query?.removeEventListener('change', listener);
}

/** A phone, or a window as narrow as one. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribeToNarrow, () => narrowQuery()?.matches ?? false);
}

/** The run on screen, or null before the first one. */
export function useRecord(): RunRecord | null {
  return useRun((state) => state.record);
}

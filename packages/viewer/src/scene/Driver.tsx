// The frame: first the clock and the poses, then the layers (in the order in which they are mounted), last the drawing. Also
// measures what a frame costs and gives way on slow machines.

import { useEffect, useRef } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { clock } from '../frames/clock.ts';
import { useRun } from '../state/run.ts';
import { TEST_MODE } from './flags.ts';
import { useSetting } from './setting.ts';
import { frameStats } from './stats.ts';

/** Longest step of the clock, so that a page that slept does not jump. */
const LONGEST_STEP_S = 0.1;
/** A mean frame above this for two seconds asks for less detail. */
const SLOW_FRAME_MS = 42;
const SLOW_FRAMES = 48;

/** Begins the frame. Mount before the layers. */
export function FrameStart({ onSlow }: { onSlow: () => void }): null {
  const { record, poses } = useSetting();
  const invalidate = useThree((state) => state.invalidate);
  const frameloop = useThree((state) => state.frameloop);
  const slow = useRef({ frames: 0, sum_ms: 0 });
  useEffect(() => invalidate(), [frameloop, invalidate]);
  useEffect(() => clock.subscribe(invalidate), [invalidate]);
  useEffect(
    () =>
      record.subscribe(() => {
        if (!clock.playing) invalidate();
      }),
    [record, invalidate],
  );
  useEffect(() => useRun.subscribe(() => invalidate()), [invalidate]);
  useFrame((_, delta_s) => {
    frameStats.begin();
    if (!TEST_MODE) clock.advance(Math.min(delta_s, LONGEST_STEP_S));
    poses.update(clock.tick);
    const s = slow.current;
    if (!clock.playing || delta_s > 0.5) return;
    s.frames++;
    s.sum_ms += delta_s * 1000;
    if (s.frames < SLOW_FRAMES) return;
    if (s.sum_ms / s.frames > SLOW_FRAME_MS) onSlow();
    s.frames = s.sum_ms = 0;
  });
  return null;
}

/** Ends the frame: draws it. Mount after the layers. */
export function FrameEnd(): null {
  useFrame(({ gl, scene, camera }) => {
    gl.render(scene, camera);
    frameStats.end(gl.info.render.calls, gl.info.render.triangles);
  }, 1);
  return null;
}

// The camera: views by preset, following a selection, free movement by mouse and touch (drag turns, right drag or two fingers
// shift, the wheel moves towards the pointer).

import { useEffect, useMemo, useRef } from 'react';
import { CameraControls } from '@react-three/drei';
import { useFrame, useThree } from '@react-three/fiber';
import { Box3, PerspectiveCamera, Vector3 } from 'three';
import { clock } from '../../frames/clock.ts';
import { useRun, type CameraPreset } from '../../state/run.ts';
import { TEST_MODE } from '../flags.ts';
import { makePlace, placeOf } from '../selection-place.ts';
import { useSetting } from '../setting.ts';
import { fitView, viewOf } from './views.ts';

/** Distance from which a followed person is seen, metres. */
const FOLLOW_M = 24;
/** Angle from straight above at which a follower looks into the aisles. */
const FOLLOW_POLAR = 0.62;

export function Camera(): React.JSX.Element {
  const { model, record, poses } = useSetting();
  const controls = useRef<CameraControls>(null);
  const camera = useThree((state) => state.camera) as PerspectiveCamera;
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const preset = useRun((state) => state.camera);
  const request = useRun((state) => state.cameraRequest);
  const selection = useRun((state) => state.selection);
  const reducedMotion = useRun((state) => state.reducedMotion);
  const place = useMemo(makePlace, []);
  const target = useMemo(() => new Vector3(), []);
  const shown = useRef<{ model: unknown; request: number; preset: CameraPreset } | null>(null);
  const approach = useRef(false);
  const aspect = size.width / Math.max(1, size.height);

  useEffect(() => {
    const c = controls.current;
    if (c === null || size.width === 0) return;
    const first = shown.current === null || shown.current.model !== model;
    const again = shown.current?.request !== request || shown.current.preset !== preset;
    if (!first && !again) return;
    shown.current = { model, request, preset };
    const view = viewOf(model, preset);
    // A change of lens cannot be a smooth flight.
    const smooth = !first && !TEST_MODE && !reducedMotion && camera.fov === view.fov;
    if (camera.fov !== view.fov) {
      camera.fov = view.fov;
      camera.updateProjectionMatrix();
    }
    if (preset === 'follow' && useRun.getState().selection !== null) {
      approach.current = true;
    } else {
      const { position: p, target: t } = fitView(view, aspect);
      void c.setLookAt(p[0], p[2], -p[1], t[0], t[2], -t[1], smooth);
    }
    invalidate();
  }, [model, preset, request, aspect, size.width, reducedMotion, camera, invalidate]);

  useEffect(() => {
    const c = controls.current;
    if (c === null) return;
    const { width_m: w, depth_m: d } = model.building;
    c.setBoundary(new Box3(new Vector3(-30, -2, -d - 15), new Vector3(w + 30, 8, 40)));
    c.maxDistance = Math.hypot(w, d) * 8;
  }, [model]);

  // Depth is kept around what is looked at, so that surfaces close to each other do not flicker from afar.
  useFrame(() => {
    const c = controls.current;
    if (c === null) return;
    const reach = Math.hypot(model.building.width_m, model.building.depth_m) * 1.6 + 40;
    const near = Math.max(0.4, c.distance - reach);
    if (Math.abs(near - camera.near) < 0.05 * near && camera.far > c.distance + reach) return;
    camera.near = near;
    camera.far = c.distance + reach * 2.5;
    camera.updateProjectionMatrix();
  });

  useFrame(() => {
    const c = controls.current;
    if (c === null || preset !== 'follow' || selection === null) return;
    if (!placeOf(record, poses, selection, clock.tick, place)) return;
    const smooth = !TEST_MODE && !reducedMotion;
    const y = place.z + place.height / 2;
    c.getTarget(target);
    if (Math.abs(target.x - place.x) + Math.abs(target.y - y) + Math.abs(target.z + place.y) > 1e-3) {
      void c.moveTo(place.x, y, -place.y, smooth);
      invalidate();
    }
    if (!approach.current) return;
    approach.current = false;
    if (c.distance > FOLLOW_M) void c.dollyTo(FOLLOW_M, smooth);
    if (c.polarAngle > FOLLOW_POLAR) void c.rotatePolarTo(FOLLOW_POLAR, smooth);
    invalidate();
  });

  return (
    <CameraControls
      ref={controls}
      makeDefault
      camera={camera}
      minDistance={3}
      maxPolarAngle={1.5}
      smoothTime={0.35}
      draggingSmoothTime={0.08}
      dollyToCursor
      dollySpeed={0.7}
      truckSpeed={1.6}
    />
  );
}

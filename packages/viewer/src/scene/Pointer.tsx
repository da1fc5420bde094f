// Pointing and clicking in the picture. Hovering is looked at once a frame at most; a click is a press without a drag.

import { useEffect, useMemo, useRef } from 'react';
import { useFrame, useThree } from '@react-three/fiber';
import { useRun } from '../state/run.ts';
import { pick } from './picking/pick.ts';
import { RackGrid } from './picking/rack-grid.ts';
import { FAR_SCALE, useSetting } from './setting.ts';

/** A press that moves further than this is a drag. */
const DRAG_PX = 5;

export function Pointer(): null {
  const { model, record, poses } = useSetting();
  const gl = useThree((state) => state.gl);
  const camera = useThree((state) => state.camera);
  const invalidate = useThree((state) => state.invalidate);
  const grid = useMemo(() => new RackGrid(model), [model]);
  const pointer = useRef({ x: 0, y: 0, inside: false, moved: false, downX: 0, downY: 0, pressed: false });

  useEffect(() => {
    const canvas = gl.domElement;
    const p = pointer.current;
    const at = (event: PointerEvent): void => {
      const box = canvas.getBoundingClientRect();
      p.x = event.clientX - box.left;
      p.y = event.clientY - box.top;
    };
    const look = (): ReturnType<typeof pick> =>
      pick(record, poses, grid, camera, canvas.clientWidth, canvas.clientHeight, p.x, p.y, FAR_SCALE);
    const move = (event: PointerEvent): void => {
      at(event);
      p.inside = true;
      p.moved = true;
      invalidate();
    };
    const leave = (): void => {
      p.inside = false;
      useRun.getState().point(null);
    };
    const down = (event: PointerEvent): void => {
      at(event);
      p.downX = p.x;
      p.downY = p.y;
      p.pressed = event.button === 0;
    };
    const up = (event: PointerEvent): void => {
      at(event);
      const clicked = p.pressed && event.button === 0 && Math.hypot(p.x - p.downX, p.y - p.downY) < DRAG_PX;
      p.pressed = false;
      if (clicked) useRun.getState().select(look());
    };
    canvas.addEventListener('pointermove', move);
    canvas.addEventListener('pointerleave', leave);
    canvas.addEventListener('pointerdown', down);
    canvas.addEventListener('pointerup', up);
    return () => {
      canvas.removeEventListener('pointermove', move);
      canvas.removeEventListener('pointerleave', leave);
      canvas.removeEventListener('pointerdown', down);
      canvas.removeEventListener('pointerup', up);
    };
  }, [gl, camera, record, poses, grid, invalidate]);

  useFrame(() => {
    const p = pointer.current;
    if (!p.inside || !p.moved || p.pressed) return;
    p.moved = false;
    const canvas = gl.domElement;
    const found = pick(record, poses, grid, camera, canvas.clientWidth, canvas.clientHeight, p.x, p.y, FAR_SCALE);
    useRun.getState().point(found);
    canvas.style.cursor = found === null ? 'grab' : 'pointer';
  });
  return null;
}

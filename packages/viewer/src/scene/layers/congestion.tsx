// Where people stood in each other's way: the ways are painted by how long was waited on them, at most once in ten simulated
// seconds.

import { useEffect, useMemo, useRef } from 'react';
import { useFrame } from '@react-three/fiber';
import { Color, InstancedMesh, Matrix4, MeshBasicMaterial, PlaneGeometry } from 'three';
import { clock } from '../../frames/clock.ts';
import { TICKS_PER_SECOND } from '../../frames/engine.ts';
import type { WayPieces } from '../../frames/way-pieces.ts';
import { waitedByPiece, waitScale } from '../../state/congestion.ts';
import { heatOf } from '../../state/overlays.ts';
import { useRun } from '../../state/run.ts';
import { heatColour } from '../heat.ts';
import { useSetting } from '../setting.ts';

const EVERY_TICKS = 10 * TICKS_PER_SECOND;
const LIFT_M = 0.03;
/** Drawn no wider than this: the staging area's ways are as wide as the hall. */
const WIDEST_M = 2.4;

/** A flat strip from one end of a piece to the other. */
function stripOf(pieces: WayPieces, piece: number, out: Matrix4): Matrix4 {
  const dx = pieces.x1[piece]! - pieces.x0[piece]!;
  const dy = pieces.y1[piece]! - pieces.y0[piece]!;
  const length = Math.hypot(dx, dy);
  const width = Math.min(WIDEST_M, pieces.width_m[piece]!) / length;
  const x = (pieces.x0[piece]! + pieces.x1[piece]!) / 2;
  const y = (pieces.y0[piece]! + pieces.y1[piece]!) / 2;
  return out.set(dx, -dy * width, 0, x, dy, dx * width, 0, y, 0, 0, 1, LIFT_M, 0, 0, 0, 1);
}

export function Congestion(): React.JSX.Element | null {
  const overlay = useRun((state) => state.overlay);
  return overlay === 'congestion' ? <Strips /> : null;
}

function Strips(): React.JSX.Element {
  const { record, dark } = useSetting();
  const { pieces } = record.waits;
  const window = useRun((state) => state.waitWindow);
  const waited = useMemo(() => new Float64Array(pieces.count), [pieces]);
  const mesh = useMemo(() => {
    const material = new MeshBasicMaterial({ transparent: true, opacity: 0.86, depthWrite: false, toneMapped: false });
    const made = new InstancedMesh(new PlaneGeometry(1, 1), material, Math.max(1, pieces.count));
    made.frustumCulled = false;
    made.renderOrder = 2;
    made.raycast = () => {};
    return made;
  }, [pieces]);
  const drawn = useRef({ bin: -1, key: '' });
  useEffect(
    () => () => {
      mesh.geometry.dispose();
      mesh.material.dispose();
      mesh.dispose();
    },
    [mesh],
  );
  useFrame(() => {
    const bin = Math.floor(clock.tick / EVERY_TICKS);
    const key = `${window}/${dark}/${record.waits.count}`;
    if (bin === drawn.current.bin && key === drawn.current.key) return;
    drawn.current = { bin, key };
    paint();
  });

  function paint(): void {
    const scale = waitScale(window);
    const matrix = new Matrix4();
    const colour = new Color();
    waitedByPiece(record, window, clock.tick, waited);
    let count = 0;
    for (let piece = 0; piece < pieces.count; piece++) {
      if (waited[piece]! <= 0) continue;
      const [r, g, b] = heatColour(heatOf(waited[piece]!, scale), dark);
      mesh.setMatrixAt(count, stripOf(pieces, piece, matrix));
      mesh.setColorAt(count, colour.setRGB(r / 255, g / 255, b / 255, 'srgb'));
      count++;
    }
    mesh.count = count;
    mesh.visible = count > 0;
    mesh.instanceMatrix.needsUpdate = true;
    if (mesh.instanceColor !== null) mesh.instanceColor.needsUpdate = true;
  }

  return <primitive object={mesh} />;
}

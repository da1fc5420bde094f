// Outer walls as in a doll's house: only the faces that look at the viewer from inside are drawn, so the walls between the
// viewer and the hall are never in the way. A dark line runs along their tops and a low plinth all around.

import { useEffect, useMemo } from 'react';
import { BackSide, BufferAttribute, BufferGeometry, FrontSide } from 'three';
import type { Model } from '../../frames/engine.ts';
import { useSetting } from '../setting.ts';

/** Drawn height of the outer walls, metres: lower than the hall, so that the racks stand out. */
export const WALL_HEIGHT_M = 4.6;
const DOOR_HEIGHT_M = 3.1;

type Span = readonly [number, number];

/** The pieces of the south wall between its door openings. */
export function wallSpans(width: number, openings: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [start, end] of [...openings].sort((a, b) => a[0] - b[0])) {
    if (start > from) spans.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < width) spans.push([from, width]);
  return spans;
}

/** Quads of the walls with outward normals (front faces outside). */
function wallGeometry(model: Model, height: number): BufferGeometry {
  const { width_m: w, depth_m: d, doors } = model.building;
  const positions: number[] = [];
  const quad = (x0: number, y0: number, z0: number, x1: number, y1: number, z1: number): void => {
    positions.push(x0, y0, z0, x1, y1, z0, x1, y1, z1, x0, y0, z0, x1, y1, z1, x0, y0, z1);
  };
  const openings = doors.map((door): Span => [door.x_m - door.width_m / 2, door.x_m + door.width_m / 2]);
  const lintel = Math.min(DOOR_HEIGHT_M, height);
  for (const [from, to] of wallSpans(w, openings)) quad(from, 0, 0, to, 0, height);
  for (const [from, to] of openings) quad(from, 0, lintel, to, 0, height);
  quad(w, 0, 0, w, d, height);
  quad(w, d, 0, 0, d, height);
  quad(0, d, 0, 0, 0, height);
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  geometry.computeVertexNormals();
  return geometry;
}

export function Walls(): React.JSX.Element {
  const { model, palette } = useSetting();
  const { width_m: w, depth_m: d, clearHeight_m } = model.building;
  const height = Math.min(WALL_HEIGHT_M, clearHeight_m);
  const geometry = useMemo(() => wallGeometry(model, height), [model, height]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  const rim = 0.22;
  const bars = [
    [w / 2, 0, w + rim, rim], [w / 2, d, w + rim, rim], [0, d / 2, rim, d], [w, d / 2, rim, d],
  ] as const;
  return (
    <group>
      <mesh geometry={geometry} raycast={() => {}} receiveShadow>
        <meshLambertMaterial color={palette.wall} side={BackSide} shadowSide={FrontSide} />
      </mesh>
      {bars.slice(1).map(([x, y, length, width], i) => (
        <mesh key={i} position={[x, y, 0.09]} raycast={() => {}}>
          <boxGeometry args={[length, width, 0.18]} />
          <meshLambertMaterial color={palette.wallCap} />
        </mesh>
      ))}
      {bars.map(([x, y, length, width], i) => (
        <mesh key={i} position={[x, y, height + 0.05]} raycast={() => {}}>
          <boxGeometry args={[length, width * 0.8, 0.1]} />
          <meshLambertMaterial color={palette.wallCap} transparent opacity={i === 0 ? 0.55 : 1} />
        </mesh>
      ))}
    </group>
  );
}

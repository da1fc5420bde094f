// Cold rooms: glass walls that let the racks be seen, with bright edges and a colder tint the colder the room.

import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DoubleSide } from 'three';
import { FROZEN, type Rectangle, type Zone } from '../../frames/engine.ts';
import { useSetting } from '../setting.ts';

const HEIGHT_M = 3.6;

function glass(zones: readonly Zone[]): BufferGeometry {
  const positions: number[] = [];
  for (const zone of zones) {
    const [x0, y0, x1, y1] = zone.rectangle;
    const corners = [[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const;
    corners.forEach(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % 4]!;
      positions.push(ax, ay, 0, bx, by, 0, bx, by, HEIGHT_M, ax, ay, 0, bx, by, HEIGHT_M, ax, ay, HEIGHT_M);
    });
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  return geometry;
}

/** The edges of the glass as thin bars: [x, y, z, length x, y, z]. */
function edges([x0, y0, x1, y1]: Rectangle): (readonly [number, number, number, number, number, number])[] {
  const t = 0.07;
  const w = x1 - x0;
  const d = y1 - y0;
  const bars: (readonly [number, number, number, number, number, number])[] = [];
  for (const z of [HEIGHT_M]) {
    bars.push([x0 + w / 2, y0, z, w + t, t, t], [x0 + w / 2, y1, z, w + t, t, t], [x0, y0 + d / 2, z, t, d, t], [x1, y0 + d / 2, z, t, d, t]);
  }
  for (const [x, y] of [[x0, y0], [x1, y0], [x1, y1], [x0, y1]] as const) bars.push([x, y, HEIGHT_M / 2, t, t, HEIGHT_M]);
  return bars;
}

export function ColdRooms(): React.JSX.Element {
  const { model, palette } = useSetting();
  const rooms = useMemo(() => model.building.zones.filter((zone) => zone.walled), [model]);
  const geometry = useMemo(() => glass(rooms), [rooms]);
  useEffect(() => () => geometry.dispose(), [geometry]);
  if (rooms.length === 0) return <group />;
  return (
    <group>
      <mesh geometry={geometry} renderOrder={5} raycast={() => {}}>
        <meshBasicMaterial
          color={palette.glass} transparent opacity={palette.glassOpacity} side={DoubleSide} depthWrite={false} toneMapped={false}
        />
      </mesh>
      {rooms.map((room) => (
        <group key={room.id}>
          {edges(room.rectangle).map(([x, y, z, lx, ly, lz], i) => (
            <mesh key={i} position={[x, y, z]} raycast={() => {}}>
              <boxGeometry args={[lx, ly, lz]} />
              <meshBasicMaterial color={room.temperature === FROZEN ? '#8f9cf5' : '#8fd0f0'} toneMapped={false} />
            </mesh>
          ))}
        </group>
      ))}
    </group>
  );
}

// Rooms within the hall: glass walls that let the racks be seen, with bright edges and a colder tint the colder the room.

import { useEffect, useMemo } from 'react';
import { BufferAttribute, BufferGeometry, DoubleSide, MeshLambertMaterial } from 'three';
import { AMBIENT, type Zone } from '../../frames/engine.ts';
import { staticBoxes, type Box } from '../models/static-boxes.ts';
import { useSetting } from '../setting.ts';

const COLD_HEIGHT_M = 3.6;
const OFFICE_HEIGHT_M = 2.5;
/** Edges by temperature class; the glass of an ambient room is white. */
const EDGE = ['#b9a98e', '#7cc8ee', '#8694f2'] as const;

function heightOf(zone: Zone): number {
  return zone.temperature === AMBIENT ? OFFICE_HEIGHT_M : COLD_HEIGHT_M;
}

function glass(zones: readonly Zone[]): BufferGeometry {
  const positions: number[] = [];
  for (const zone of zones) {
    const [x0, y0, x1, y1] = zone.rectangle;
    const height = heightOf(zone);
    const corners = [
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ] as const;
    corners.forEach(([ax, ay], i) => {
      const [bx, by] = corners[(i + 1) % 4]!;
      positions.push(ax, ay, 0, bx, by, 0, bx, by, height, ax, ay, 0, bx, by, height, ax, ay, height);
    });
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(Float32Array.from(positions), 3));
  return geometry;
}

/** The edges of the glass as thin bars. */
function edges(zone: Zone): Box[] {
  const [x0, y0, x1, y1] = zone.rectangle;
  const height = heightOf(zone);
  const t = 0.07;
  const colour = EDGE[zone.temperature] ?? EDGE[0];
  const x = (x0 + x1) / 2;
  const y = (y0 + y1) / 2;
  const bars: Box[] = [];
  for (const z of [height]) {
    for (const end of [y0, y1]) bars.push({ x, y: end, z, length: x1 - x0 + t, width: t, height: t, colour });
    for (const end of [x0, x1]) bars.push({ x: end, y, z, length: t, width: y1 - y0 + t, height: t, colour });
  }
  for (const cx of [x0, x1])
    for (const cy of [y0, y1]) bars.push({ x: cx, y: cy, z: height / 2, length: t, width: t, height, colour });
  return bars;
}

export function ColdRooms(): React.JSX.Element {
  const { model, palette } = useSetting();
  const made = useMemo(() => {
    const rooms = model.building.zones.filter((zone) => zone.walled);
    const material = new MeshLambertMaterial({ emissive: '#ffffff', emissiveIntensity: 0.12 });
    return {
      cold: glass(rooms.filter((zone) => zone.temperature !== AMBIENT)),
      warm: glass(rooms.filter((zone) => zone.temperature === AMBIENT)),
      material,
      bars: staticBoxes(rooms.flatMap(edges), material, false),
    };
  }, [model]);
  useEffect(
    () => () => {
      made.cold.dispose();
      made.warm.dispose();
      made.material.dispose();
      made.bars.forEach((mesh) => mesh.dispose());
    },
    [made],
  );
  return (
    <group>
      {(
        [
          [made.cold, palette.glass, palette.glassOpacity],
          [made.warm, '#ffffff', palette.glassOpacity * 0.5],
        ] as const
      ).map(([geometry, colour, opacity], i) => (
        <mesh key={i} geometry={geometry} renderOrder={5} raycast={() => {}}>
          <meshBasicMaterial
            color={colour}
            transparent
            opacity={opacity}
            side={DoubleSide}
            depthWrite={false}
            toneMapped={false}
          />
        </mesh>
      ))}
      {made.bars.map((mesh, i) => (
        <primitive key={i} object={mesh} />
      ))}
    </group>
  );
}

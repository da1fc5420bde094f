// Outer walls as in a doll's house: a wall is drawn only while the viewer looks at its inner side, so that no wall is ever in
// the way of the hall.

import { useMemo, useRef } from 'react';
import { useFrame } from '@react-three/fiber';
import type { Group } from 'three';
import type { Model } from '../../frames/engine.ts';
import { useSetting, YARD_DROP_M } from '../setting.ts';

/** Drawn height of the outer walls, metres: lower than the hall, so that the racks stand out. */
export const WALL_HEIGHT_M = 5.2;
const THICKNESS_M = 0.28;
const DOOR_HEIGHT_M = 3.1;
const CAP_M = 0.16;

type Span = readonly [number, number];

/** The pieces of a wall of some length between its openings. */
export function wallSpans(length: number, openings: readonly Span[]): Span[] {
  const spans: Span[] = [];
  let from = 0;
  for (const [start, end] of [...openings].sort((a, b) => a[0] - b[0])) {
    if (start > from) spans.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < length) spans.push([from, length]);
  return spans;
}

/** A block of wall: middle and size, metres. */
interface Block {
  readonly at: readonly [number, number, number];
  readonly size: readonly [number, number, number];
}

interface Wall {
  readonly name: string;
  /** Whether the viewer at (x, y) sees its inner side. */
  readonly seenFrom: (x: number, y: number) => boolean;
  readonly blocks: readonly Block[];
  readonly cap: Block;
}

function layOutWalls(model: Model, height: number): Wall[] {
  const { width_m: w, depth_m: d, doors } = model.building;
  const t = THICKNESS_M;
  const openings = doors.map((door): Span => [door.x_m - door.width_m / 2, door.x_m + door.width_m / 2]);
  const lintel = Math.min(DOOR_HEIGHT_M, height - 0.2);
  const south: Block[] = [
    ...wallSpans(w, openings).map(([from, to]): Block => ({
      at: [(from + to) / 2, -t / 2, height / 2],
      size: [to - from, t, height],
    })),
    ...openings.map(([from, to]): Block => ({
      at: [(from + to) / 2, -t / 2, (lintel + height) / 2],
      size: [to - from, t, height - lintel],
    })),
  ];
  const alongX = (y: number): Block => ({ at: [w / 2, y, height / 2], size: [w + 2 * t, t, height] });
  const alongY = (x: number): Block => ({ at: [x, d / 2, height / 2], size: [t, d, height] });
  const cap = ({ at, size }: Block): Block => ({
    at: [at[0], at[1], height + CAP_M / 2],
    size: [size[0] + 0.06, size[1] + 0.06, CAP_M],
  });
  const north = alongX(d + t / 2);
  const west = alongY(-t / 2);
  const east = alongY(w + t / 2);
  return [
    { name: 'south', seenFrom: (_, y) => y > 0, blocks: south, cap: cap(alongX(-t / 2)) },
    { name: 'north', seenFrom: (_, y) => y < d, blocks: [north], cap: cap(north) },
    { name: 'west', seenFrom: (x) => x > 0, blocks: [west], cap: cap(west) },
    { name: 'east', seenFrom: (x) => x < w, blocks: [east], cap: cap(east) },
  ];
}

export function Walls(): React.JSX.Element {
  const { model, palette } = useSetting();
  const { width_m: w, depth_m: d, clearHeight_m } = model.building;
  const height = Math.min(WALL_HEIGHT_M, clearHeight_m);
  const walls = useMemo(() => layOutWalls(model, height), [model, height]);
  const group = useRef<Group>(null);
  useFrame(({ camera }) => {
    walls.forEach((wall, i) => {
      const child = group.current?.children[i];
      if (child !== undefined) child.visible = wall.seenFrom(camera.position.x, -camera.position.z);
    });
  });
  const plinth = YARD_DROP_M + 0.14;
  return (
    <group>
      <group ref={group}>
        {walls.map((wall) => (
          <group key={wall.name}>
            {wall.blocks.map(({ at, size }, i) => (
              <mesh key={i} position={[...at]} receiveShadow raycast={() => {}}>
                <boxGeometry args={[...size]} />
                <meshLambertMaterial color={palette.wall} emissive={palette.wall} emissiveIntensity={palette.wallGlow} />
              </mesh>
            ))}
            <mesh position={[...wall.cap.at]} raycast={() => {}}>
              <boxGeometry args={[...wall.cap.size]} />
              <meshLambertMaterial color={palette.wallCap} />
            </mesh>
          </group>
        ))}
      </group>
      {(
        [
          [w / 2, d + 0.14, w + 0.56, 0.28],
          [-0.14, d / 2, 0.28, d],
          [w + 0.14, d / 2, 0.28, d],
        ] as const
      ).map(([x, y, length, width], i) => (
        <mesh key={i} position={[x, y, plinth / 2 - YARD_DROP_M]} raycast={() => {}}>
          <boxGeometry args={[length, width, plinth]} />
          <meshLambertMaterial color={palette.wallCap} />
        </mesh>
      ))}
    </group>
  );
}

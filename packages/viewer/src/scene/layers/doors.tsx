// Dock doors: frame, bumpers, a roller shutter that is up while a vehicle stands there, a signal light, a barrier where the
// door is blocked.

import { useEffect, useMemo } from 'react';
import { useFrame } from '@react-three/fiber';
import { Color, MeshLambertMaterial } from 'three';
import { clock } from '../../frames/clock.ts';
import { INBOUND, type Model } from '../../frames/engine.ts';
import { Mould, PART_TINT } from '../models/mould.ts';
import { staticBoxes, type Box } from '../models/static-boxes.ts';
import { BLOCKED_COLOUR, INBOUND_COLOUR, OUTBOUND_COLOUR, type Palette } from '../palette.ts';
import { useSetting, YARD_DROP_M } from '../setting.ts';
import { PosedInstances, posedMaterial } from '../shaders/posed.ts';

const OPENING_M = 2.9;
const FREE = new Color('#2fbf71');
const BUSY = new Color('#e5484d');

function doorBoxes(model: Model, palette: Palette): Box[] {
  const boxes: Box[] = [];
  for (const door of model.building.doors) {
    const half = door.width_m / 2;
    const colour = !door.open ? BLOCKED_COLOUR : door.kind === INBOUND ? INBOUND_COLOUR : OUTBOUND_COLOUR;
    const y = -0.05;
    for (const side of [-1, 1]) {
      boxes.push({
        x: door.x_m + side * (half + 0.09),
        y,
        z: OPENING_M / 2,
        length: 0.18,
        width: 0.42,
        height: OPENING_M,
        colour,
      });
      boxes.push({
        x: door.x_m + side * (half - 0.35),
        y: -0.24,
        z: -0.22,
        length: 0.28,
        width: 0.2,
        height: 0.42,
        colour: palette.dockFrame,
      });
    }
    boxes.push({ x: door.x_m, y, z: OPENING_M + 0.22, length: door.width_m + 0.36, width: 0.46, height: 0.44, colour });
    boxes.push({
      x: door.x_m,
      y: -0.12,
      z: -0.5,
      length: door.width_m,
      width: 0.1,
      height: YARD_DROP_M,
      colour: palette.dockFrame,
    });
    if (!door.open) {
      for (const z of [0.45, 0.95]) {
        boxes.push({ x: door.x_m, y: 0.9, z, length: door.width_m, width: 0.08, height: 0.18, colour: '#f4f5f6' });
        for (let i = -1; i <= 1; i++) {
          boxes.push({ x: door.x_m + i, y: 0.9, z, length: 0.42, width: 0.09, height: 0.185, colour: BLOCKED_COLOUR });
        }
      }
    }
  }
  return boxes;
}

/** A shutter of slats, 1 m wide and 1 m high, hanging from its upper edge; scaled by drawing it rolled up or down. */
function shutter(width: number, palette: Palette): Mould {
  const mould = new Mould();
  for (let i = 0; i < 10; i++) {
    const z = (OPENING_M / 10) * i;
    mould.block(0, 0, z, width, 0.05, OPENING_M / 10 - 0.03, palette.shutter);
  }
  return mould;
}

function lamp(): Mould {
  return new Mould().block(0, 0, 0, 0.3, 0.16, 0.3, '#ffffff', PART_TINT);
}

export function Doors(): React.JSX.Element {
  const { model, record, palette } = useSetting();
  const { doors } = model.building;
  const scene = useMemo(() => {
    const material = new MeshLambertMaterial();
    const posed = posedMaterial();
    const width = Math.max(1, ...doors.map((door) => door.width_m)) - 0.1;
    return {
      material,
      frames: staticBoxes(doorBoxes(model, palette), material, true),
      shutters: new PosedInstances(shutter(width, palette).build(), posed, doors.length),
      lamps: new PosedInstances(lamp().build(), posed, doors.length),
    };
  }, [model, palette, doors]);
  useEffect(
    () => () => {
      scene.material.dispose();
      scene.shutters.dispose();
      scene.lamps.dispose();
    },
    [scene],
  );
  useFrame(() => {
    const occupant = record.doorsAt(clock.tick);
    scene.shutters.begin();
    scene.lamps.begin();
    doors.forEach((door, i) => {
      const busy = occupant[i]! >= 0;
      if (!busy) scene.shutters.add(door.x_m, 0.05, 0, 0, undefined);
      if (door.open) scene.lamps.add(door.x_m + door.width_m / 2 + 0.45, -0.12, 2.1, 0, busy ? BUSY : FREE);
    });
    scene.shutters.end();
    scene.lamps.end();
  });
  return (
    <group>
      {scene.frames.map((mesh, i) => (
        <primitive key={i} object={mesh} />
      ))}
      <primitive object={scene.shutters.mesh} />
      <primitive object={scene.lamps.mesh} />
    </group>
  );
}

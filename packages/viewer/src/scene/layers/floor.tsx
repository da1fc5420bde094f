// The hall's floor: a slab whose top is one painted picture of zones, lanes, aisle markings and contact shadows.

import { useEffect, useMemo } from 'react';
import { useThree } from '@react-three/fiber';
import { CanvasTexture } from 'three';
import { INBOUND, PALLET, type Model, type Rectangle } from '../../frames/engine.ts';
import { FloorPainter } from '../paint.ts';
import { BLOCKED_COLOUR, INBOUND_COLOUR, OUTBOUND_COLOUR, zoneTint, type Palette } from '../palette.ts';
import { useSetting, YARD_DROP_M } from '../setting.ts';

function inset([x0, y0, x1, y1]: Rectangle, by: number): Rectangle {
  return [x0 + by, y0 + by, x1 - by, y1 - by];
}

function paintZones(painter: FloorPainter, model: Model, palette: Palette): void {
  for (const zone of model.building.zones) {
    const { colour, share } = zoneTint(zone);
    painter.fill(zone.rectangle, colour, share * palette.zoneTint);
    painter.outline(inset(zone.rectangle, 0.06), colour, 0.12, Math.min(1, share * 2.2));
  }
}

/** Yellow lines along the storage aisles and their crossings; a fine dashed line where people walk. */
function paintAisles(painter: FloorPainter, model: Model, palette: Palette): void {
  for (const area of model.building.areas) {
    const ys = area.crossAisles_y_m;
    const half = area.aisleWidth_m / 2 - 0.08;
    for (let block = 0; block + 1 < ys.length; block++) {
      const racks = model.building.racks.filter(
        (rack) =>
          model.building.areas[rack.area] === area &&
          rack.rectangle[1] >= ys[block]! - 0.01 &&
          rack.rectangle[3] <= ys[block + 1]! + 0.01,
      );
      const from = Math.min(...racks.map((rack) => rack.rectangle[1]), ys[block + 1]!);
      const to = Math.max(...racks.map((rack) => rack.rectangle[3]), ys[block]!);
      for (const x of area.aisles_x_m) {
        if (area.kind === PALLET) {
          painter.line(x - half, from, x - half, to, palette.floorLine, 0.1, 0.85);
          painter.line(x + half, from, x + half, to, palette.floorLine, 0.1, 0.85);
        }
        painter.line(x, from, x, to, palette.asphaltLine, 0.05, 0.55, [0.5, 0.5]);
      }
    }
  }
}

function paintLanes(painter: FloorPainter, model: Model): void {
  for (const lane of model.building.stagingLanes) {
    const colour = lane.kind === INBOUND ? INBOUND_COLOUR : OUTBOUND_COLOUR;
    painter.fill(lane.rectangle, colour, 0.12);
    painter.outline(lane.rectangle, colour, 0.1, 0.9);
    const [x0, , x1, y1] = lane.rectangle;
    painter.line(x0, y1, x1, y1, colour, 0.22, 0.9);
  }
}

function paintDoors(painter: FloorPainter, model: Model, palette: Palette): void {
  for (const door of model.building.doors) {
    const half = door.width_m / 2;
    const colour = !door.open ? BLOCKED_COLOUR : door.kind === INBOUND ? INBOUND_COLOUR : OUTBOUND_COLOUR;
    painter.fill([door.x_m - half, 0, door.x_m + half, 0.55], '#3a3f46', 0.85);
    painter.stripes([door.x_m - half, 0, door.x_m + half, 0.55], door.open ? palette.floorLine : BLOCKED_COLOUR, 0.42, 0.95);
    painter.fill([door.x_m - 1, 0.55, door.x_m + 1, 2.35], '#7b838c', 0.55);
    painter.outline([door.x_m - 1, 0.55, door.x_m + 1, 2.35], '#4d555e', 0.06, 0.8);
    painter.line(door.x_m - half - 0.05, 0, door.x_m - half - 0.05, 0.9, colour, 0.12, 0.9);
    painter.line(door.x_m + half + 0.05, 0, door.x_m + half + 0.05, 0.9, colour, 0.12, 0.9);
  }
}

function paintContacts(painter: FloorPainter, model: Model, palette: Palette): void {
  for (const rack of model.building.racks) painter.contact(inset(rack.rectangle, -0.05), 0.4, palette.contact);
  for (const zone of model.building.zones) {
    if (!zone.walled) continue;
    const [x0, y0, x1, y1] = zone.rectangle;
    for (const wall of [
      [x0, y0, x1, y0 + 0.05],
      [x0, y1 - 0.05, x1, y1],
      [x0, y0, x0 + 0.05, y1],
      [x1 - 0.05, y0, x1, y1],
    ] as const) {
      painter.contact(wall, 0.45, palette.contact * 0.8);
    }
  }
  const { width_m: w, depth_m: d } = model.building;
  for (const wall of [
    [0, d - 0.1, w, d],
    [0, 0, 0.1, d],
    [w - 0.1, 0, w, d],
  ] as const)
    painter.contact(wall, 0.8, palette.contact);
}

export function paintFloor(model: Model, palette: Palette, longest: number): FloorPainter {
  const { width_m, depth_m } = model.building;
  const painter = new FloorPainter([0, 0, width_m, depth_m], longest);
  painter.fill([0, 0, width_m, depth_m], palette.floor);
  for (let x = 6; x < width_m; x += 6) painter.line(x, 0, x, depth_m, palette.floorJoint, 0.05);
  for (let y = 6; y < depth_m; y += 6) painter.line(0, y, width_m, y, palette.floorJoint, 0.05);
  paintZones(painter, model, palette);
  paintLanes(painter, model);
  paintAisles(painter, model, palette);
  paintDoors(painter, model, palette);
  paintContacts(painter, model, palette);
  return painter;
}

/** The slab's visible thickness below the yard's level, metres. */
const FOUNDATION_M = 0.12;

export function Floor(): React.JSX.Element {
  const { model, palette, fine } = useSetting();
  const anisotropy = useThree((state) => (fine ? Math.min(8, state.gl.capabilities.getMaxAnisotropy()) : 1));
  const texture = useMemo<CanvasTexture>(
    () => paintFloor(model, palette, fine ? 4096 : 1536).texture(anisotropy),
    [model, palette, fine, anisotropy],
  );
  useEffect(() => () => texture.dispose(), [texture]);
  const { width_m, depth_m } = model.building;
  const height = YARD_DROP_M + FOUNDATION_M;
  return (
    <group>
      <mesh position={[width_m / 2, depth_m / 2, 0]} receiveShadow raycast={() => {}}>
        <planeGeometry args={[width_m, depth_m]} />
        <meshLambertMaterial map={texture} />
      </mesh>
      <mesh position={[width_m / 2, depth_m / 2, -height / 2 - 0.02]} raycast={() => {}}>
        <boxGeometry args={[width_m + 0.3, depth_m + 0.3, height - 0.02]} />
        <meshLambertMaterial color={palette.slabSide} />
      </mesh>
    </group>
  );
}

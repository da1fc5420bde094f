// The racks: uprights, beams and boards, one box each, drawn together. Heights come from the locations, so what is drawn is
// what the model holds.

import { useEffect, useMemo } from 'react';
import { useThree } from '@react-three/fiber';
import { PALLET, type Model, type Rack } from '../../frames/engine.ts';
import { useRun } from '../../state/run.ts';
import { staticBoxes, washableMaterial, type Box } from '../models/static-boxes.ts';
import type { Palette } from '../palette.ts';
import { useSetting } from '../setting.ts';

/** Height of the bottom of each level of an area, metres. */
export function levelHeights(model: Model, area: number): number[] {
  const { firstLocation, endLocation, levels } = model.building.areas[area]!;
  const { level, z_m, height_m } = model.locations;
  const bottoms = new Array<number>(levels).fill(NaN);
  for (let location = firstLocation; location < endLocation; location++) {
    const at = level[location]!;
    if (Number.isNaN(bottoms[at])) bottoms[at] = z_m[location]! - height_m[location]! / 2;
  }
  return bottoms.map((bottom, i) => (Number.isNaN(bottom) ? i * 1.5 : bottom));
}

function palletRack(rack: Rack, bottoms: readonly number[], palette: Palette, boxes: Box[]): void {
  const [x0, y0, x1, y1] = rack.rectangle;
  const bay = (y1 - y0) / rack.bays;
  const height = Math.max(...bottoms) + 0.9;
  const xs = [x0 + 0.06, x1 - 0.06];
  for (let i = 0; i <= rack.bays; i++) {
    const y = Math.min(y1 - 0.05, Math.max(y0 + 0.05, y0 + i * bay));
    for (const x of xs) boxes.push({ x, y, z: height / 2, length: 0.09, width: 0.1, height, colour: palette.upright });
    for (let z = 0.6; z < height - 0.2; z += 1.7) {
      boxes.push({ x: (x0 + x1) / 2, y, z, length: x1 - x0 - 0.14, width: 0.04, height: 0.04, colour: palette.upright });
    }
  }
  for (const bottom of bottoms.slice(1)) {
    for (const x of xs) {
      boxes.push({
        x,
        y: (y0 + y1) / 2,
        z: bottom - 0.055,
        length: 0.06,
        width: y1 - y0 - 0.08,
        height: 0.11,
        colour: palette.beam,
      });
    }
  }
}

function shelfRack(rack: Rack, bottoms: readonly number[], palette: Palette, boxes: Box[], tops: Box[]): void {
  const [x0, y0, x1, y1] = rack.rectangle;
  const bay = (y1 - y0) / rack.bays;
  const height = rack.height_m;
  for (let i = 0; i <= rack.bays; i++) {
    const y = y0 + i * bay;
    for (const x of [x0 + 0.02, x1 - 0.02]) {
      boxes.push({ x, y, z: height / 2, length: 0.04, width: 0.045, height, colour: palette.shelfPost });
    }
  }
  const middle = { x: (x0 + x1) / 2, y: (y0 + y1) / 2, length: x1 - x0 - 0.03, width: y1 - y0, height: 0.03 };
  for (const bottom of bottoms) boxes.push({ ...middle, z: Math.max(0.04, bottom - 0.015), colour: palette.shelfBoard });
  tops.push({ ...middle, z: height - 0.015, colour: palette.shelfBoard });
}

/** The boxes of all racks; the shelves' top boards apart, because an overlay takes them off. */
export function rackBoxes(model: Model, palette: Palette): { readonly boxes: Box[]; readonly tops: Box[] } {
  const boxes: Box[] = [];
  const tops: Box[] = [];
  const bottoms = model.building.areas.map((_, area) => levelHeights(model, area));
  for (const rack of model.building.racks) {
    const draw = model.building.areas[rack.area]!.kind === PALLET ? palletRack : shelfRack;
    draw(rack, bottoms[rack.area]!, palette, boxes, tops);
  }
  return { boxes, tops };
}

export function Racks(): React.JSX.Element {
  const { model, palette } = useSetting();
  const overlay = useRun((state) => state.overlay);
  const invalidate = useThree((state) => state.invalidate);
  const { frames, tops, material, wash } = useMemo(() => {
    const washable = washableMaterial();
    const racks = rackBoxes(model, palette);
    return {
      ...washable,
      frames: staticBoxes(racks.boxes, washable.material, true),
      tops: staticBoxes(racks.tops, washable.material, true),
    };
  }, [model, palette]);
  useEffect(
    () => () => {
      [...frames, ...tops].forEach((mesh) => mesh.dispose());
      material.dispose();
    },
    [frames, tops, material],
  );
  useEffect(() => {
    wash.value = overlay === 'none' ? 0 : 0.85;
    for (const mesh of tops) mesh.visible = overlay === 'none';
    invalidate();
  }, [overlay, wash, tops, invalidate]);
  return (
    <group>
      {[...frames, ...tops].map((mesh, i) => (
        <primitive key={i} object={mesh} />
      ))}
    </group>
  );
}

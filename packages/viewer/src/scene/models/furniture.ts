// What stands on the floor: packing tables, inspection benches, counter desks, the cart depot, the rest corner; and the
// goods that pile up: roll containers with cartons, pallets, cartons waiting at a table.

import type { BufferGeometry } from 'three';
import { Mould, PART_TINT } from './mould.ts';

const STEEL = '#8d97a3';
const TOP = '#e9dfcf';
const SCREEN = '#28323c';
const GLOW = '#7fd0f5';
const KRAFT = '#c79a63';
const KRAFT_LIGHT = '#d8b07c';
const TAPE = '#eadcc2';
const WOOD = '#b98f5c';

function legs(mould: Mould, length: number, width: number, height: number): void {
  for (const x of [-length / 2 + 0.06, length / 2 - 0.06]) {
    for (const y of [-width / 2 + 0.06, width / 2 - 0.06]) mould.block(x, y, 0, 0.06, 0.06, height, STEEL);
  }
}

/** Packing table, 1.8 m × 0.8 m, with a frame above it, a screen and a printer. It stands 0.75 m ahead of the packer. */
export function packingTableGeometry(): BufferGeometry {
  const mould = new Mould();
  legs(mould, 1.8, 0.8, 0.86);
  mould.block(0, 0, 0.86, 1.8, 0.8, 0.05, TOP);
  mould.block(0, 0, 0.3, 1.7, 0.7, 0.03, '#c4ccd4');
  for (const x of [-0.86, 0.86]) mould.block(x, 0.36, 0.9, 0.05, 0.05, 0.95, STEEL);
  mould.block(0, 0.36, 1.8, 1.78, 0.05, 0.05, STEEL);
  mould.block(0, 0.3, 1.42, 1.72, 0.22, 0.03, '#c4ccd4');
  mould.block(0.45, 0.3, 1.45, 0.3, 0.18, 0.2, KRAFT);
  mould.block(0.05, 0.3, 1.45, 0.26, 0.18, 0.14, KRAFT_LIGHT);
  mould.block(-0.6, 0.26, 1.0, 0.4, 0.04, 0.28, SCREEN);
  mould.block(-0.6, 0.235, 1.02, 0.36, 0.01, 0.24, GLOW);
  mould.block(0.68, 0.1, 0.91, 0.24, 0.3, 0.16, SCREEN);
  mould.block(0.1, -0.08, 0.91, 0.44, 0.34, 0.26, KRAFT);
  mould.block(0.1, -0.08, 1.17, 0.06, 0.345, 0.005, TAPE);
  return mould.build();
}

export function inspectionBenchGeometry(): BufferGeometry {
  const mould = new Mould();
  legs(mould, 1.4, 0.7, 0.82);
  mould.block(0, 0, 0.82, 1.4, 0.7, 0.05, '#d8dee4');
  mould.block(-0.4, 0.2, 0.87, 0.36, 0.05, 0.26, SCREEN);
  mould.block(-0.4, 0.17, 0.89, 0.32, 0.01, 0.22, GLOW);
  mould.block(0.3, 0, 0.87, 0.5, 0.42, 0.04, STEEL);
  mould.block(0.3, 0, 0.91, 0.34, 0.28, 0.2, KRAFT_LIGHT);
  return mould.build();
}

export function counterDeskGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0, 0, 0, 2.0, 0.75, 0.92, '#f1ece3');
  mould.block(0, -0.38, 0.1, 1.9, 0.02, 0.5, '#ffffff', PART_TINT);
  mould.block(0, 0, 0.92, 2.1, 0.82, 0.05, '#9c7b56');
  mould.block(-0.4, 0.05, 0.97, 0.32, 0.22, 0.3, SCREEN, 0, [0, 0.5]);
  mould.block(0.5, 0, 0.97, 0.7, 0.5, 0.03, '#3a4148');
  mould.block(0.85, 0.1, 0.97, 0.12, 0.12, 0.24, '#d9dee3');
  return mould.build();
}

/** The depot: a board with pick lists and devices. */
export function depotGeometry(): BufferGeometry {
  const mould = new Mould();
  for (const x of [-0.8, 0.8]) mould.block(x, 0, 0, 0.06, 0.06, 1.9, STEEL);
  mould.block(0, 0, 0.95, 1.66, 0.06, 0.95, '#2f3a46');
  for (let i = 0; i < 3; i++)
    mould.block(-0.5 + i * 0.5, -0.035, 1.1 + (i % 2) * 0.2, 0.38, 0.01, 0.48, i === 1 ? '#8fd3a8' : GLOW);
  mould.block(0, -0.18, 0.78, 1.6, 0.4, 0.04, TOP);
  return mould.build();
}

export function restCornerGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0, 0.5, 0, 1.8, 0.5, 0.42, '#6c8fb5');
  mould.block(0, 0.72, 0.42, 1.8, 0.12, 0.42, '#6c8fb5');
  mould.pillar(0, -0.45, 0, 0.06, 0.68, 6, STEEL);
  mould.pillar(0, -0.45, 0.68, 0.45, 0.04, 12, '#f3efe7');
  mould.pillar(1.35, 0.55, 0, 0.2, 0.34, 8, '#c96f4d', 0, 1.15);
  mould.ball(1.35, 0.55, 0.72, 0.42, '#7fa873', 0, 7, 4);
  return mould.build();
}

/** Roll container with cartons: one staged order. 0.7 m × 0.6 m. */
export function rollContainerGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0, 0, 0.12, 0.72, 0.6, 0.04, STEEL);
  for (const x of [-0.34, 0.34]) for (const y of [-0.28, 0.28]) mould.block(x, y, 0.12, 0.03, 0.03, 1.05, STEEL);
  for (const y of [-0.28, 0.28]) for (const z of [0.5, 0.85, 1.14]) mould.block(0, y, z, 0.7, 0.015, 0.02, STEEL);
  mould.block(-0.02, -0.12, 0.16, 0.56, 0.3, 0.34, KRAFT);
  mould.block(0.02, 0.14, 0.16, 0.56, 0.22, 0.28, KRAFT_LIGHT);
  mould.block(0, 0, 0.5, 0.5, 0.46, 0.26, '#ffffff', PART_TINT);
  mould.block(-0.06, 0.02, 0.76, 0.38, 0.36, 0.2, KRAFT_LIGHT);
  for (const x of [-0.3, 0.3]) for (const y of [-0.24, 0.2]) mould.wheel(x, y, 0.06, 0.04, '#2b3037', 6);
  return mould.build();
}

/** A pallet with goods, wrapped: what stands on an inbound lane. */
export function palletLoadGeometry(): BufferGeometry {
  const mould = new Mould();
  for (const y of [-0.47, 0, 0.47]) mould.block(0, y, 0, 1.1, 0.14, 0.1, WOOD);
  mould.block(0, 0, 0.1, 1.1, 1.1, 0.04, WOOD);
  mould.block(0, 0, 0.14, 1.02, 1.02, 0.85, KRAFT);
  for (const z of [0.4, 0.68]) mould.block(0, 0, z, 1.03, 1.03, 0.025, '#a97f4e');
  mould.block(0, 0, 0.3, 0.03, 1.035, 0.62, TAPE);
  mould.block(0.05, -0.05, 0.99, 0.86, 0.9, 0.28, '#ffffff', PART_TINT);
  return mould.build();
}

/** A tote with picked goods: an order waiting to be packed. */
export function toteGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0, 0, 0, 0.5, 0.36, 0.3, '#3d86c6', 0, [-0.08, -0.08]);
  mould.block(0, 0, 0.28, 0.42, 0.3, 0.06, KRAFT_LIGHT);
  return mould.build();
}

export function treeGeometry(foliage: string, trunk: string): BufferGeometry {
  const mould = new Mould();
  mould.pillar(0, 0, 0, 0.14, 1.2, 5, trunk, 0, 0.7);
  mould.ball(0, 0, 2.3, 1.25, foliage, 0, 7, 4);
  mould.ball(0.45, 0.3, 3.1, 0.8, foliage, 0, 6, 4);
  return mould.build();
}

// Trucks and carts of the floor, by kind. The origin is where their user stands; a cart is pushed ahead of him.

import type { BufferGeometry } from 'three';
import { Mould } from './mould.ts';

const FRAME = '#5f6a76';
const DARK = '#2b3037';
const YELLOW = '#f3b21b';
const ORANGE = '#ee7a22';
const RED = '#d9442f';
const KRAFT = '#c79a63';
const KRAFT_LIGHT = '#d8b07c';
const FILM = '#e7e5dd';
const WOOD = '#b98f5c';

function pallet(mould: Mould, x: number, z: number): void {
  for (const y of [-0.47, 0, 0.47]) mould.block(x, y, z, 1.1, 0.14, 0.1, WOOD);
  mould.block(x, 0, z + 0.1, 1.1, 1.1, 0.035, WOOD);
}

/** Reach truck: mast and forks ahead, the driver sits on it. */
export function reachTruckGeometry(loaded: boolean): BufferGeometry {
  const mould = new Mould();
  mould.block(-0.55, 0, 0.12, 1.1, 1.2, 0.85, YELLOW);
  mould.block(-0.95, 0, 0.3, 0.5, 1.1, 0.95, DARK, 0, [0, 0.05]);
  mould.block(0.45, -0.52, 0.06, 1.3, 0.16, 0.22, DARK);
  mould.block(0.45, 0.52, 0.06, 1.3, 0.16, 0.22, DARK);
  for (const y of [-0.32, 0.32]) mould.block(0.3, y, 0.15, 0.14, 0.12, 2.5, FRAME);
  mould.block(0.3, 0, 2.55, 0.12, 0.76, 0.1, FRAME);
  for (const y of [-0.24, 0.24]) mould.block(0.95, y, 0.16, 1.15, 0.12, 0.05, DARK);
  mould.block(0.4, 0, 0.16, 0.06, 0.8, 0.5, DARK);
  for (const y of [-0.5, 0.5]) for (const x of [-0.95, 0.02]) mould.block(x, y, 0.95, 0.07, 0.07, 1.25, DARK);
  mould.block(-0.45, 0, 2.2, 1.15, 1.12, 0.06, YELLOW);
  mould.pillar(-0.9, 0.3, 2.26, 0.06, 0.1, 6, ORANGE);
  for (const y of [-0.6, 0.42]) mould.wheel(-0.75, y, 0.2, 0.18, DARK, 8);
  if (loaded) {
    pallet(mould, 1.0, 0.2);
    mould.block(1.0, 0, 0.34, 1.02, 1.02, 0.95, KRAFT);
    mould.block(1.0, 0, 0.62, 1.03, 1.03, 0.04, KRAFT_LIGHT);
    mould.block(1.0, 0, 0.95, 1.03, 1.03, 0.04, KRAFT_LIGHT);
  }
  return mould.build();
}

/** Counterbalance truck: heavy rear, cabin with roof. */
export function counterbalanceGeometry(loaded: boolean): BufferGeometry {
  const mould = new Mould();
  mould.block(-0.5, 0, 0.2, 1.5, 1.1, 0.62, ORANGE);
  mould.block(-1.05, 0, 0.3, 0.55, 1.08, 0.78, DARK, 0, [0, 0.1]);
  for (const y of [-0.44, 0.44]) for (const x of [-0.95, 0.12]) mould.block(x, y, 0.8, 0.07, 0.07, 1.35, DARK);
  mould.block(-0.42, 0, 2.12, 1.2, 1.0, 0.06, ORANGE);
  for (const y of [-0.3, 0.3]) mould.block(0.42, y, 0.12, 0.14, 0.12, 2.1, FRAME);
  for (const y of [-0.24, 0.24]) mould.block(1.05, y, 0.14, 1.15, 0.12, 0.05, DARK);
  mould.block(0.52, 0, 0.14, 0.06, 0.9, 0.6, DARK);
  mould.pillar(-0.95, 0.3, 2.18, 0.06, 0.1, 6, RED);
  for (const y of [-0.6, 0.4]) {
    mould.wheel(0.08, y, 0.3, 0.2, DARK, 10);
    mould.wheel(-0.95, y, 0.24, 0.2, DARK, 10);
  }
  if (loaded) {
    pallet(mould, 1.1, 0.18);
    mould.block(1.1, 0, 0.32, 1.04, 1.04, 1.1, FILM);
    mould.block(1.1, 0, 1.42, 0.8, 0.8, 0.2, KRAFT);
  }
  return mould.build();
}

/** Electric pallet truck, led by its handle. */
export function palletTruckGeometry(loaded: boolean): BufferGeometry {
  const mould = new Mould();
  mould.block(0.62, 0, 0.12, 0.36, 0.62, 0.72, RED, 0, [0.25, 0.1]);
  mould.box(0.28, -0.03, 0.62, 0.26, 0.06, 0.06, DARK);
  mould.block(0.3, 0, 0.86, 0.08, 0.34, 0.06, DARK);
  mould.block(0.36, 0, 0.62, 0.06, 0.06, 0.28, DARK);
  for (const y of [-0.22, 0.22]) mould.block(1.38, y, 0.06, 1.15, 0.16, 0.07, DARK);
  if (loaded) {
    pallet(mould, 1.42, 0.13);
    mould.block(1.42, -0.26, 0.27, 1.02, 0.5, 0.78, KRAFT);
    mould.block(1.42, 0.26, 0.27, 1.02, 0.5, 0.62, KRAFT_LIGHT);
  }
  return mould.build();
}

/** Pick cart: two shelves with totes. */
export function pickCartGeometry(loaded: boolean): BufferGeometry {
  const mould = new Mould();
  for (const x of [0.48, 1.32]) for (const y of [-0.3, 0.3]) mould.block(x, y, 0.08, 0.045, 0.045, 1.02, FRAME);
  for (const z of [0.2, 0.72]) mould.block(0.9, 0, z, 0.92, 0.66, 0.04, '#cfd5db');
  mould.block(0.4, 0, 1.0, 0.05, 0.62, 0.05, DARK);
  for (const x of [0.5, 1.3]) {
    mould.wheel(x, -0.33, 0.08, 0.06, DARK, 6);
    mould.wheel(x, 0.27, 0.08, 0.06, DARK, 6);
  }
  if (loaded) {
    const totes = ['#3d86c6', '#2fa37c', '#e0a92e', '#3d86c6'];
    totes.forEach((colour, i) => {
      mould.block(0.68 + (i & 1) * 0.44, 0, i < 2 ? 0.24 : 0.76, 0.38, 0.56, 0.3, colour, 0, [-0.06, -0.06]);
    });
    mould.block(0.68, 0, 1.0, 0.28, 0.4, 0.12, KRAFT);
  }
  return mould.build();
}

/** A member's shopping cart. */
export function shoppingCartGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0.82, 0, 0.42, 0.82, 0.52, 0.5, '#9fabb6', 0, [-0.16, -0.12]);
  mould.block(0.82, 0, 0.86, 0.7, 0.46, 0.07, KRAFT);
  mould.block(0.7, 0.08, 0.9, 0.26, 0.24, 0.16, '#d76c5c');
  mould.block(1.0, -0.08, 0.9, 0.24, 0.22, 0.12, '#6aa67a');
  mould.block(0.82, 0, 0.16, 0.8, 0.5, 0.04, FRAME);
  mould.block(0.38, 0, 0.96, 0.05, 0.54, 0.05, RED);
  for (const y of [-0.24, 0.24]) mould.block(0.5, y, 0.16, 0.04, 0.03, 0.8, FRAME);
  for (const x of [0.5, 1.15]) {
    mould.wheel(x, -0.26, 0.08, 0.05, DARK, 6);
    mould.wheel(x, 0.21, 0.08, 0.05, DARK, 6);
  }
  return mould.build();
}

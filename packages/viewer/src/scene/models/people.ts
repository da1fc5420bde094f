// A person, 1.75 m tall: boots, trousers, a vest in the colour of the role with reflecting bands, arms, head and helmet.

import type { BufferGeometry } from 'three';
import { Mould, PART_LEFT_ARM, PART_LEFT_LEG, PART_OWN, PART_RIGHT_ARM, PART_RIGHT_LEG, PART_TINT } from './mould.ts';

const SKIN = '#e6b48e';
const TROUSERS = '#39485c';
const BOOT = '#2b2f36';
const BAND = '#f4f1c9';
const SLEEVE = '#48596f';
const HAIR = '#2c2622';

/** Height of the hip and shoulder joints, metres: where limbs swing. */
export const HIP_M = 0.86;
export const SHOULDER_M = 1.42;

/** @param helmet workers wear one; members do not. */
export function personGeometry(helmet: boolean): BufferGeometry {
  const mould = new Mould();
  for (const [side, leg, arm] of [
    [1, PART_LEFT_LEG, PART_LEFT_ARM],
    [-1, PART_RIGHT_LEG, PART_RIGHT_ARM],
  ] as const) {
    mould.block(0.03, side * 0.1, 0, 0.28, 0.12, 0.1, BOOT, leg);
    mould.block(0, side * 0.1, 0.1, 0.16, 0.14, 0.78, TROUSERS, leg);
    mould.block(0, side * 0.285, 0.86, 0.12, 0.1, 0.56, helmet ? SLEEVE : SKIN, arm);
    mould.block(0, side * 0.285, 0.76, 0.11, 0.09, 0.11, SKIN, arm);
  }
  mould.block(0, 0, 0.82, 0.25, 0.42, 0.62, '#ffffff', PART_TINT, [-0.1, -0.14]);
  if (helmet) {
    mould.block(0, 0, 0.98, 0.275, 0.452, 0.07, BAND, PART_OWN, [-0.02, -0.02]);
    mould.block(0, 0, 1.18, 0.29, 0.47, 0.07, BAND, PART_OWN, [-0.02, -0.02]);
  }
  mould.pillar(0, 0, 1.43, 0.07, 0.08, 6, SKIN);
  mould.ball(0.01, 0, 1.62, 0.135, SKIN, PART_OWN, 9, 5);
  if (helmet) {
    mould.pillar(0, 0, 1.64, 0.16, 0.07, 10, '#ffffff', PART_TINT, 0.94);
    mould.pillar(0, 0, 1.71, 0.15, 0.08, 10, '#ffffff', PART_TINT, 0.55);
    mould.block(0.15, 0, 1.635, 0.12, 0.2, 0.025, '#ffffff', PART_TINT);
  } else {
    mould.ball(-0.015, 0, 1.65, 0.14, HAIR, PART_OWN, 9, 5);
  }
  return mould.build();
}

// Road vehicles. The origin lies where a docked vehicle's centre is in the engine (4 m ahead of the wall), so that every
// body's rear reaches the dock whatever its length: the rear is at x = -3.75.

import type { BufferGeometry } from 'three';
import { Mould, PART_TINT } from './mould.ts';

const REAR_M = -3.75;
const CAB = '#f2f4f6';
const WINDOW = '#31414f';
const CHASSIS = '#343a41';
const TYRE = '#23272c';
const LAMP = '#fff2c8';
const TAIL = '#d6442f';

interface Body {
  readonly length: number;
  readonly width: number;
  readonly height: number;
  readonly cab: number;
  readonly bed: number;
  readonly wheel: number;
  readonly body: string;
  readonly reefer: boolean;
}

function truck(shape: Body): BufferGeometry {
  const { length, width, height, cab, bed, wheel, body, reefer } = shape;
  const half = width / 2;
  const front = REAR_M + length + cab;
  const mould = new Mould();
  mould.box(REAR_M + 0.15, -half * 0.5, bed - 0.34, length + cab - 0.6, half, 0.22, CHASSIS);
  // Load body with a coloured band along both sides and the rear doors.
  mould.box(REAR_M, -half, bed - 0.1, length, width, height, body);
  mould.box(REAR_M + 0.05, -half - 0.012, bed + 0.25, length - 0.1, width + 0.024, 0.42, '#ffffff', PART_TINT);
  mould.box(REAR_M - 0.02, -half + 0.08, bed, 0.03, width - 0.16, height - 0.25, '#dfe3e6');
  mould.box(REAR_M - 0.035, -0.02, bed, 0.03, 0.04, height - 0.25, '#8f979f');
  mould.box(REAR_M - 0.04, -half + 0.05, bed - 0.32, 0.06, 0.22, 0.14, TAIL);
  mould.box(REAR_M - 0.04, half - 0.27, bed - 0.32, 0.06, 0.22, 0.14, TAIL);
  if (reefer) mould.box(REAR_M + length - 0.05, -half * 0.62, bed + height - 0.75, 0.36, half * 1.24, 0.55, '#c7cdd3');
  // Cab: box with a slanted windscreen.
  const low = 0.42;
  const roof = Math.min(bed + height - 0.25, bed + 1.45);
  mould.box(front - cab + 0.12, -half * 0.96, low, cab - 0.12, width * 0.96, roof - low - 0.62, CAB);
  mould.prism(
    [
      [front - cab + 0.12, -half * 0.96, roof - 0.62],
      [front, -half * 0.96, roof - 0.62],
      [front, half * 0.96, roof - 0.62],
      [front - cab + 0.12, half * 0.96, roof - 0.62],
    ],
    [
      [front - cab + 0.16, -half * 0.9, roof],
      [front - 0.3, -half * 0.88, roof],
      [front - 0.3, half * 0.88, roof],
      [front - cab + 0.16, half * 0.9, roof],
    ],
    CAB,
    0,
  );
  mould.prism(
    [
      [front - 0.1, -half * 0.86, roof - 0.58],
      [front + 0.012, -half * 0.86, roof - 0.6],
      [front + 0.012, half * 0.86, roof - 0.6],
      [front - 0.1, half * 0.86, roof - 0.58],
    ],
    [
      [front - 0.38, -half * 0.8, roof - 0.06],
      [front - 0.262, -half * 0.8, roof - 0.08],
      [front - 0.262, half * 0.8, roof - 0.08],
      [front - 0.38, half * 0.8, roof - 0.06],
    ],
    WINDOW,
    0,
  );
  mould.box(front - cab + 0.45, -half * 0.975, roof - 0.56, cab - 0.95, width * 0.975, 0.42, WINDOW);
  mould.box(front - 0.02, -half * 0.9, low + 0.18, 0.05, 0.3, 0.16, LAMP);
  mould.box(front - 0.02, half * 0.9 - 0.3, low + 0.18, 0.05, 0.3, 0.16, LAMP);
  mould.box(front - 0.02, -half * 0.94, low, 0.07, width * 0.94, 0.14, CHASSIS);
  for (const x of [REAR_M + length * 0.24, front - cab * 0.52]) {
    mould.wheel(x, -half, wheel, 0.24, TYRE);
    mould.wheel(x, half - 0.24, wheel, 0.24, TYRE);
  }
  return mould.build();
}

/** The Korean one-tonne box truck. */
export function smallTruckGeometry(): BufferGeometry {
  return truck({ length: 3.1, width: 1.76, height: 1.95, cab: 1.75, bed: 0.86, wheel: 0.34, body: '#f7f8f8', reefer: true });
}

/** A five-tonne truck: what brings pallets. */
export function largeTruckGeometry(): BufferGeometry {
  return truck({ length: 6.2, width: 2.34, height: 2.4, cab: 2.0, bed: 1.05, wheel: 0.46, body: '#eef1f4', reefer: false });
}

/** A parked private car, for the members' places. */
export function carGeometry(): BufferGeometry {
  const mould = new Mould();
  mould.block(0, 0, 0.28, 4.2, 1.74, 0.56, '#ffffff', PART_TINT);
  mould.block(-0.15, 0, 0.84, 2.5, 1.6, 0.56, WINDOW, 0, [0.34, 0.18]);
  mould.block(-0.15, 0, 1.38, 1.7, 1.34, 0.05, '#ffffff', PART_TINT);
  for (const x of [-1.3, 1.3]) {
    mould.wheel(x, -0.87, 0.32, 0.2, TYRE);
    mould.wheel(x, 0.67, 0.32, 0.2, TYRE);
  }
  return mould.build();
}

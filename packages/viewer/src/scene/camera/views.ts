// Where the camera stands: views that fit a part of the building into the picture, whatever its shape.

import { COUNTER, INBOUND, INSPECTION, OUTBOUND, PACKING, type Model } from '../../frames/engine.ts';
import type { CameraPreset } from '../../state/run.ts';

/** What is to be seen, in the building's frame, and from which side. */
export interface View {
  /** x0, y0, z0, x1, y1, z1 in metres. */
  readonly box: readonly [number, number, number, number, number, number];
  /** Degrees from due south towards east, as seen from above. */
  readonly azimuth: number;
  /** Degrees above the horizon. */
  readonly elevation: number;
  /** Vertical opening of the lens, degrees: a plan is seen from far through a narrow one, so that nothing leans. */
  readonly fov: number;
}

/** Of the usual lens, degrees. */
export const FIELD_OF_VIEW = 28;

export interface Eye {
  /** Position and point looked at, in the building's frame. */
  readonly position: readonly [number, number, number];
  readonly target: readonly [number, number, number];
}

type Box = [number, number, number, number, number, number];

function around(points: readonly (readonly [number, number])[], margin: number, fallback: Box): Box {
  if (points.length === 0) return fallback;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return [Math.min(...xs) - margin, Math.min(...ys) - margin, 0, Math.max(...xs) + margin, Math.max(...ys) + margin, 2.5];
}

function corners(rectangles: readonly (readonly [number, number, number, number])[]): (readonly [number, number])[] {
  return rectangles.flatMap(
    ([x0, y0, x1, y1]) =>
      [
        [x0, y0],
        [x1, y1],
      ] as const,
  );
}

/** The view of a preset; 'follow' is the overview until something is selected. */
export function viewOf(model: Model, preset: CameraPreset): View {
  const { building } = model;
  const fov = FIELD_OF_VIEW;
  const whole: Box = [-1, -11, -1, building.width_m + 1, building.depth_m, 4];
  const doors = (kind: number): (readonly [number, number])[] =>
    building.doors.filter((door) => door.kind === kind).map((door) => [door.x_m, door.y_m] as const);
  const lanes = (kind: number): (readonly [number, number])[] =>
    corners(building.stagingLanes.filter((lane) => lane.kind === kind).map((lane) => lane.rectangle));
  const stations = (...kinds: number[]): (readonly [number, number])[] =>
    building.stations.filter((station) => kinds.includes(station.kind)).map((station) => [station.x_m, station.y_m] as const);
  switch (preset) {
    case 'plan':
      return { box: [0, -11, 0, building.width_m, building.depth_m, 0], azimuth: 0, elevation: 89.5, fov: 7 };
    case 'receiving':
      return {
        box: around([...doors(INBOUND), ...lanes(INBOUND), ...stations(INSPECTION)], 5.5, whole),
        azimuth: -24,
        elevation: 34,
        fov,
      };
    case 'storage':
      return {
        box: around(corners(building.racks.map((rack) => rack.rectangle)), 0.5, whole),
        azimuth: 30,
        elevation: 42,
        fov,
      };
    case 'packing':
      return { box: around(stations(PACKING), 8, whole), azimuth: 22, elevation: 34, fov };
    case 'dispatch':
      return {
        box: around([...doors(OUTBOUND), ...lanes(OUTBOUND), ...stations(COUNTER)], 4, whole),
        azimuth: 16,
        elevation: 33,
        fov,
      };
    default:
      return { box: whole, azimuth: 20, elevation: 40, fov };
  }
}

/**
 * Where to stand so that the whole box is in the picture and no nearer than needed.
 * @param aspect width / height of the picture.
 */
export function fitView(view: View, aspect: number, margin = 1.04): Eye {
  const azimuth = (view.azimuth * Math.PI) / 180;
  const elevation = (view.elevation * Math.PI) / 180;
  // From the target towards the eye, to the right, and up, in the building's frame.
  const back = [Math.sin(azimuth) * Math.cos(elevation), -Math.cos(azimuth) * Math.cos(elevation), Math.sin(elevation)] as const;
  const right = [Math.cos(azimuth), Math.sin(azimuth), 0] as const;
  const up = [-Math.sin(azimuth) * Math.sin(elevation), Math.cos(azimuth) * Math.sin(elevation), Math.cos(elevation)] as const;
  const tallness = Math.tan((view.fov * Math.PI) / 360);
  const wideness = tallness * aspect;
  const [x0, y0, z0, x1, y1, z1] = view.box;
  const target: [number, number, number] = [(x0 + x1) / 2, (y0 + y1) / 2, (z0 + z1) / 2];
  let distance = 0;
  let low = Infinity;
  let high = -Infinity;
  // Two rounds: the first finds the distance, the second shifts the target so that the picture is centred vertically.
  for (let round = 0; round < 3; round++) {
    distance = 0;
    const seen: { sideways: number; upwards: number; towards: number }[] = [];
    for (const x of [x0, x1])
      for (const y of [y0, y1])
        for (const z of [z0, z1]) {
          const d = [x - target[0], y - target[1], z - target[2]] as const;
          const along = (axis: readonly [number, number, number]): number => d[0] * axis[0] + d[1] * axis[1] + d[2] * axis[2];
          seen.push({ sideways: along(right), upwards: along(up), towards: along(back) });
        }
    for (const { sideways, upwards, towards } of seen) {
      distance = Math.max(
        distance,
        (Math.abs(sideways) * margin) / wideness + towards,
        (Math.abs(upwards) * margin) / tallness + towards,
      );
    }
    low = Infinity;
    high = -Infinity;
    for (const { upwards, towards } of seen) {
      const at = upwards / (distance - towards);
      low = Math.min(low, at);
      high = Math.max(high, at);
    }
    const shift = ((low + high) / 2) * distance;
    for (let i = 0; i < 3; i++) target[i] = target[i]! + up[i]! * shift;
  }
  return { target, position: [target[0] + back[0] * distance, target[1] + back[1] * distance, target[2] + back[2] * distance] };
}

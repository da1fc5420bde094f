// What lies under the pointer: the nearest moving thing in screen space, else a door or station, else a storage location.

import { Vector3, type Camera } from 'three';
import { MEMBER, PERSON, TRUCK, type Model } from '../../frames/engine.ts';
import type { RunRecord } from '../../frames/timeline.ts';
import type { Selection } from '../../state/run.ts';
import { ON_SITE, type AgentPoses } from '../poses.ts';
import { enterBox, type RackGrid, type Ray } from './rack-grid.ts';

/** A person is hit within this many pixels of the middle of his body. */
const PERSON_REACH_PX = 20;
/** A station, door or lane mark within this many. */
const MARK_REACH_PX = 22;

const point = new Vector3();

/** Building frame to pixels from the upper left; false where it lies behind the camera. */
export function toScreen(
  camera: Camera,
  width: number,
  height: number,
  x: number,
  y: number,
  z: number,
  out: { x: number; y: number },
): boolean {
  point.set(x, z, -y).project(camera);
  out.x = ((point.x + 1) / 2) * width;
  out.y = ((1 - point.y) / 2) * height;
  return point.z < 1 && point.z > -1;
}

/** The ray from the camera through a pixel, in the building's frame. */
export function rayThrough(camera: Camera, width: number, height: number, x: number, y: number): Ray {
  const to = point.set((x / width) * 2 - 1, 1 - (y / height) * 2, 0.5).unproject(camera);
  const from = camera.position;
  return { ox: from.x, oy: -from.z, oz: from.y, dx: to.x - from.x, dy: -(to.z - from.z), dz: to.y - from.y };
}

const KIND_NAMES = ['person', 'truck', 'vehicle', 'member'] as const;

/** The agent under a pixel. People win over vehicles: they are smaller. */
export function pickAgent(
  record: RunRecord,
  poses: AgentPoses,
  camera: Camera,
  width: number,
  height: number,
  px: number,
  py: number,
  scale: number,
): Selection | null {
  const { kind, subject } = record.agents;
  const ray = rayThrough(camera, width, height, px, py);
  const screen = { x: 0, y: 0 };
  let best = -1;
  let bestDistance = PERSON_REACH_PX;
  let vehicle = -1;
  let vehicleT = Infinity;
  for (let agent = 0; agent < poses.count; agent++) {
    if (poses.where[agent] !== ON_SITE) continue;
    const x = poses.x[agent]!;
    const y = poses.y[agent]!;
    const z = poses.z[agent]!;
    if (kind[agent] === PERSON || kind[agent] === MEMBER) {
      if (!toScreen(camera, width, height, x, y, z + 0.9 * scale, screen)) continue;
      const distance = Math.hypot(screen.x - px, screen.y - py);
      if (distance < bestDistance) {
        best = agent;
        bestDistance = distance;
      }
    } else {
      const half = kind[agent] === TRUCK ? 3.9 : 2.7;
      const t = enterBox(ray, x - 1.6, y - half, z, x + 1.6, y + half, z + 3);
      if (t < vehicleT) {
        vehicle = agent;
        vehicleT = t;
      }
    }
  }
  const found = best >= 0 ? best : vehicle;
  return found < 0 ? null : { kind: KIND_NAMES[kind[found]!]!, index: subject[found]! };
}

/** The door or station under a pixel. */
export function pickMark(model: Model, camera: Camera, width: number, height: number, px: number, py: number): Selection | null {
  const screen = { x: 0, y: 0 };
  let best: Selection | null = null;
  let bestDistance = MARK_REACH_PX;
  const consider = (x: number, y: number, z: number, selection: Selection): void => {
    if (!toScreen(camera, width, height, x, y, z, screen)) return;
    const distance = Math.hypot(screen.x - px, screen.y - py);
    if (distance >= bestDistance) return;
    best = selection;
    bestDistance = distance;
  };
  model.building.doors.forEach((door, index) => consider(door.x_m, door.y_m, 1.6, { kind: 'door', index }));
  model.building.stations.forEach((station, index) => {
    consider(station.x_m, station.y_m + 0.4, 0.8, { kind: 'station', index });
  });
  return best;
}

/** What a click or a hover means. */
export function pick(
  record: RunRecord,
  poses: AgentPoses,
  grid: RackGrid,
  camera: Camera,
  width: number,
  height: number,
  px: number,
  py: number,
  scale: number,
): Selection | null {
  const agent = pickAgent(record, poses, camera, width, height, px, py, scale);
  if (agent !== null) return agent;
  const mark = pickMark(record.model, camera, width, height, px, py);
  if (mark !== null) return mark;
  const hit = grid.hit(rayThrough(camera, width, height, px, py));
  return hit === undefined ? null : { kind: 'location', index: hit.location };
}

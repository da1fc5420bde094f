// Where a selection is in the building, and how large: for its halo, its tag and the camera.

import { MEMBER, ORDER_STATES, PERSON, TRUCK, VEHICLE, type Model } from '../frames/engine.ts';
import type { RunRecord } from '../frames/timeline.ts';
import type { Selection } from '../state/run.ts';
import { ON_SITE, type AgentPoses } from './poses.ts';

export interface Place {
  x: number;
  y: number;
  /** Of the ground under it. */
  z: number;
  /** Half its extent on the floor. */
  radius: number;
  height: number;
}

export function makePlace(): Place {
  return { x: 0, y: 0, z: 0, radius: 1, height: 1 };
}

const AGENT_KIND = { person: PERSON, truck: TRUCK, vehicle: VEHICLE, member: MEMBER } as const;

/** Agent number of a selection; -1 where it is none. */
export function agentOfSelection(record: RunRecord, selection: Selection | null): number {
  if (selection === null) return -1;
  const { kind, index } = selection;
  if (kind !== 'person' && kind !== 'truck' && kind !== 'vehicle' && kind !== 'member') return -1;
  return record.index.agent(AGENT_KIND[kind], index);
}

/** Fills `out`; false where the selection is nowhere to be seen now. */
export function placeOf(record: RunRecord, poses: AgentPoses, selection: Selection, tick: number, out: Place): boolean {
  const { model } = record;
  const agent = agentOfSelection(record, selection);
  if (agent >= 0) {
    if (poses.where[agent] !== ON_SITE) return false;
    const vehicle = selection.kind === 'truck' || selection.kind === 'vehicle';
    set(out, poses.x[agent]!, poses.y[agent]!, poses.z[agent]!, vehicle ? 3.2 : 0.95, vehicle ? 3 : 1.9);
    return true;
  }
  switch (selection.kind) {
    case 'location':
      return placeOfLocation(model, selection.index, out);
    case 'door': {
      const door = model.building.doors[selection.index];
      if (door !== undefined) set(out, door.x_m, door.y_m + 1.2, 0, door.width_m / 2 + 0.4, 3.2);
      return door !== undefined;
    }
    case 'station': {
      const station = model.building.stations[selection.index];
      if (station !== undefined) set(out, station.x_m, station.y_m + 0.4, 0, 1.4, 1.9);
      return station !== undefined;
    }
    case 'order':
      return placeOfOrder(record, selection.index, tick, out);
    default:
      return false;
  }
}

function set(out: Place, x: number, y: number, z: number, radius: number, height: number): void {
  out.x = x;
  out.y = y;
  out.z = z;
  out.radius = radius;
  out.height = height;
}

function placeOfLocation(model: Model, location: number, out: Place): boolean {
  const l = model.locations;
  if (location < 0 || location >= l.count) return false;
  const height = l.height_m[location]!;
  set(
    out,
    l.x_m[location]!,
    l.y_m[location]!,
    l.z_m[location]! - height / 2,
    Math.max(l.width_m[location]!, l.depth_m[location]!) / 2,
    height,
  );
  return true;
}

const STAGED = ORDER_STATES.indexOf('staged');

/** A staged order stands on its lane; any other is on its way with somebody. */
function placeOfOrder(record: RunRecord, order: number, tick: number, out: Place): boolean {
  if (record.orderStateAt(order, tick) !== STAGED) return false;
  const lane = record.model.building.stagingLanes[record.floor.orderLane.moveTo(tick)[order]!];
  if (lane === undefined) return false;
  const [x0, y0, x1, y1] = lane.rectangle;
  set(out, (x0 + x1) / 2, (y0 + y1) / 2, 0, Math.min(x1 - x0, y1 - y0) / 2, 1.4);
  return true;
}

// Where every agent is at the instant on screen: read from the record once a frame, shared by all layers.

import { isOnRoad, STATE } from '../frames/engine.ts';
import { makePose, type RunRecord } from '../frames/timeline.ts';
import { YARD_DROP_M } from './setting.ts';

/** Not drawn. */
export const HIDDEN = 0;
/** In the building or its yard. */
export const ON_SITE = 1;
/** On the road map. */
export const ON_ROAD = 2;

export class AgentPoses {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Of the ground it stands on, metres; negative in the yard. */
  readonly z: Float32Array;
  readonly heading: Float32Array;
  /** m/s. */
  readonly speed: Float32Array;
  readonly walked: Float32Array;
  readonly state: Uint8Array;
  /** HIDDEN, ON_SITE or ON_ROAD. */
  readonly where: Uint8Array;
  tick = -1;
  private version = -1;
  private readonly record: RunRecord;
  private readonly pose = makePose();

  constructor(record: RunRecord) {
    const { count } = record.agents;
    this.record = record;
    this.count = count;
    this.x = new Float32Array(count);
    this.y = new Float32Array(count);
    this.z = new Float32Array(count);
    this.heading = new Float32Array(count);
    this.speed = new Float32Array(count);
    this.walked = new Float32Array(count);
    this.state = new Uint8Array(count);
    this.where = new Uint8Array(count);
  }

  /** Reads all poses at `tick`; true where anything may have changed. */
  update(tick: number): boolean {
    const { record, pose } = this;
    if (tick === this.tick && record.version === this.version) return false;
    this.tick = tick;
    this.version = record.version;
    for (let agent = 0; agent < this.count; agent++) {
      if (!record.poseAt(agent, tick, pose)) {
        this.where[agent] = HIDDEN;
        this.state[agent] = STATE.absent;
        continue;
      }
      this.x[agent] = pose.x;
      this.y[agent] = pose.y;
      this.z[agent] = pose.z + groundAt(this.record.model.building, pose.x, pose.y);
      this.heading[agent] = pose.heading;
      this.speed[agent] = pose.speed;
      this.walked[agent] = pose.walked;
      this.state[agent] = pose.state;
      this.where[agent] = isOnRoad(pose.state) ? ON_ROAD : ON_SITE;
    }
    return true;
  }
}

/** Height of the ground, metres: 0 in the hall, below it in the yard. */
export function groundAt(building: { readonly width_m: number; readonly depth_m: number }, x: number, y: number): number {
  return x >= 0 && x <= building.width_m && y >= 0 && y <= building.depth_m ? 0 : -YARD_DROP_M;
}

// The motion of one agent: its segments in order of time, and where it is at any instant.
//
// The engine cuts segments at the end of each slab; here the pieces are joined again where they continue each other, so a
// whole night of absence is one row. Looking up an instant near the last one asked for is O(1) (a cursor), any other
// O(log n). Nothing is allocated by a look-up.

import { isOnRoad, TICKS_PER_SECOND } from './engine.ts';

/** Where an agent is and what it does. Metres in the building's frame (km on the road map), heading in radians from east. */
export interface Pose {
  x: number;
  y: number;
  z: number;
  /** Where it looks, radians counter-clockwise from east. */
  heading: number;
  /** m/s (km/s on the road); 0 while it stands. */
  speed: number;
  /** Metres walked since the beginning of the segment: drives the gait. */
  walked: number;
  /** Index into AGENT_STATES. */
  state: number;
}

export function makePose(): Pose {
  return { x: 0, y: 0, z: 0, heading: 0, speed: 0, walked: 0, state: 0 };
}

/** Numbers per segment in `values`: t0, t1, x0, y0, z0, x1, y1, z1, heading. */
const WIDTH = 9;
/** Pieces whose velocities differ by less than this (m/s) are one segment. */
const SAME_VELOCITY_MPS = 2e-3;

/** A vehicle that moves north to beyond this (metres) backs into a dock. */
const DOCK_Y_M = -6;

/**
 * @param facing how the heading follows from a leg: a walker looks where it goes; a vehicle backs into docks and stands in the
 *   yard with its nose to the south.
 */
export class Track {
  count = 0;
  private readonly facing: 'walker' | 'vehicle';
  /** Row-wise: WIDTH numbers a segment, so that one look-up touches one cache line. */
  private values = new Float64Array(16 * WIDTH);
  private states = new Uint8Array(16);
  private cursor = 0;

  constructor(facing: 'walker' | 'vehicle' = 'walker') {
    this.facing = facing;
  }

  append(t0: number, t1: number, x0: number, y0: number, z0: number, x1: number, y1: number, z1: number, state: number): void {
    if (this.extendLast(t0, t1, x0, y0, z0, x1, y1, z1, state)) return;
    if (this.count === this.states.length) this.grow();
    const v = this.values;
    const i = this.count * WIDTH;
    v[i] = t0;
    v[i + 1] = t1;
    v[i + 2] = x0;
    v[i + 3] = y0;
    v[i + 4] = z0;
    v[i + 5] = x1;
    v[i + 6] = y1;
    v[i + 7] = z1;
    v[i + 8] = this.headingOf(x0, y0, x1, y1, state, this.count > 0 ? v[i - 1]! : Math.PI / 2);
    this.states[this.count++] = state;
  }

  private headingOf(x0: number, y0: number, x1: number, y1: number, state: number, before: number): number {
    const vehicle = this.facing === 'vehicle' && !isOnRoad(state);
    if (x0 === x1 && y0 === y1) return vehicle && y0 < 0 ? -Math.PI / 2 : before;
    const ahead = Math.atan2(y1 - y0, x1 - x0);
    return vehicle && y1 > y0 && y1 > DOCK_Y_M && y1 < 0 ? ahead + Math.PI : ahead;
  }

  private extendLast(
    t0: number,
    t1: number,
    x0: number,
    y0: number,
    z0: number,
    x1: number,
    y1: number,
    z1: number,
    state: number,
  ): boolean {
    if (this.count === 0 || this.states[this.count - 1] !== state) return false;
    const v = this.values;
    const i = (this.count - 1) * WIDTH;
    if (v[i + 1] !== t0) return false;
    const joined = Math.abs(v[i + 5]! - x0) + Math.abs(v[i + 6]! - y0) + Math.abs(v[i + 7]! - z0) < 1e-4;
    if (!joined) return false;
    const before = TICKS_PER_SECOND / (t0 - v[i]!);
    const after = TICKS_PER_SECOND / (t1 - t0);
    const difference =
      Math.abs((v[i + 5]! - v[i + 2]!) * before - (x1 - x0) * after) +
      Math.abs((v[i + 6]! - v[i + 3]!) * before - (y1 - y0) * after) +
      Math.abs((v[i + 7]! - v[i + 4]!) * before - (z1 - z0) * after);
    if (difference > SAME_VELOCITY_MPS) return false;
    v[i + 1] = t1;
    v[i + 5] = x1;
    v[i + 6] = y1;
    v[i + 7] = z1;
    return true;
  }

  private grow(): void {
    const values = new Float64Array(this.values.length * 2);
    values.set(this.values);
    this.values = values;
    const states = new Uint8Array(this.states.length * 2);
    states.set(this.states);
    this.states = states;
  }

  /** End of what is known, tick; -1 where nothing is. */
  get end(): number {
    return this.count === 0 ? -1 : this.values[(this.count - 1) * WIDTH + 1]!;
  }

  /** The segment that holds `tick` (t0 <= tick < t1; the last one also at its end); -1 outside of what is known. */
  find(tick: number): number {
    const v = this.values;
    const at = this.cursor;
    if (at < this.count && v[at * WIDTH]! <= tick) {
      if (tick < v[at * WIDTH + 1]!) return at;
      const next = at + 1;
      if (next < this.count && v[next * WIDTH]! <= tick && tick < v[next * WIDTH + 1]!) return (this.cursor = next);
    }
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (v[middle * WIDTH]! <= tick) low = middle + 1;
      else high = middle;
    }
    const found = low - 1;
    if (found < 0 || tick > v[found * WIDTH + 1]!) return -1;
    return (this.cursor = found);
  }

  stateOf(segment: number): number {
    return this.states[segment]!;
  }

  /** Fills `out` with the pose at `tick`; false outside of what is known. A turn is spread over `turn_ticks` after it. */
  poseAt(tick: number, turn_ticks: number, out: Pose): boolean {
    const segment = this.find(tick);
    if (segment < 0) return false;
    const v = this.values;
    const i = segment * WIDTH;
    const t0 = v[i]!;
    const length = v[i + 1]! - t0;
    const share = length > 0 ? Math.min(1, (tick - t0) / length) : 1;
    const dx = v[i + 5]! - v[i + 2]!;
    const dy = v[i + 6]! - v[i + 3]!;
    out.x = v[i + 2]! + dx * share;
    out.y = v[i + 3]! + dy * share;
    out.z = v[i + 4]! + (v[i + 7]! - v[i + 4]!) * share;
    out.state = this.states[segment]!;
    const distance = Math.sqrt(dx * dx + dy * dy);
    out.speed = length > 0 ? (distance * TICKS_PER_SECOND) / length : 0;
    out.walked = distance * share;
    out.heading = v[i + 8]!;
    if (segment > 0 && tick - t0 < turn_ticks) out.heading = turning(v[i - 1]!, v[i + 8]!, (tick - t0) / turn_ticks);
    return true;
  }

  /**
   * The way walked between two ticks as points [x, y, tick, x, y, tick, …] in `into` (emptied first). Stops at jumps onto
   * the road map are the caller's business: the state of each point's segment is given by `keep`.
   */
  pathBetween(from: number, to: number, into: number[], keep: (state: number) => boolean): number[] {
    into.length = 0;
    if (this.count === 0) return into;
    const v = this.values;
    let segment = Math.max(0, this.find(Math.max(from, v[0]!)));
    for (; segment < this.count && v[segment * WIDTH]! < to; segment++) {
      if (!keep(this.states[segment]!)) continue;
      const i = segment * WIDTH;
      const t0 = v[i]!;
      const t1 = v[i + 1]!;
      const start = Math.max(0, (from - t0) / (t1 - t0));
      const stop = Math.min(1, (to - t0) / (t1 - t0));
      const dx = v[i + 5]! - v[i + 2]!;
      const dy = v[i + 6]! - v[i + 3]!;
      pushPoint(into, v[i + 2]! + dx * start, v[i + 3]! + dy * start, t0 + (t1 - t0) * start);
      pushPoint(into, v[i + 2]! + dx * stop, v[i + 3]! + dy * stop, t0 + (t1 - t0) * stop);
    }
    return into;
  }

  /** Calls `visit` with the length (ticks, cut to the window) and the state of every segment between two ticks. */
  eachDwell(from: number, to: number, visit: (length: number, state: number) => void): void {
    const v = this.values;
    let segment = this.count === 0 ? 0 : Math.max(0, this.find(Math.max(from, v[0]!)));
    for (; segment < this.count && v[segment * WIDTH]! < to; segment++) {
      const i = segment * WIDTH;
      visit(Math.min(to, v[i + 1]!) - Math.max(from, v[i]!), this.states[segment]!);
    }
  }

  /** Calls `visit` for every segment between two ticks, cut to that window, with the ticks of its ends. */
  eachLeg(from: number, to: number, visit: LegVisitor): void {
    const v = this.values;
    let segment = this.count === 0 ? 0 : Math.max(0, this.find(Math.max(from, v[0]!)));
    for (; segment < this.count && v[segment * WIDTH]! < to; segment++) {
      const i = segment * WIDTH;
      const t0 = v[i]!;
      const length = v[i + 1]! - t0;
      const start = Math.max(0, (from - t0) / length);
      const stop = Math.min(1, (to - t0) / length);
      const dx = v[i + 5]! - v[i + 2]!;
      const dy = v[i + 6]! - v[i + 3]!;
      visit(
        v[i + 2]! + dx * start,
        v[i + 3]! + dy * start,
        v[i + 2]! + dx * stop,
        v[i + 3]! + dy * stop,
        this.states[segment]!,
        t0 + length * start,
        t0 + length * stop,
      );
    }
  }
}

/** Ends in metres, state, ticks of both ends. */
type LegVisitor = (x0: number, y0: number, x1: number, y1: number, state: number, t0: number, t1: number) => void;

function pushPoint(into: number[], x: number, y: number, tick: number): void {
  const n = into.length;
  if (n >= 3 && Math.abs(into[n - 3]! - x) + Math.abs(into[n - 2]! - y) < 1e-4) {
    into[n - 1] = tick;
    return;
  }
  into.push(x, y, tick);
}

/** Turns from one heading to another by the shorter way; `share` in [0, 1] is eased. */
export function turning(from: number, to: number, share: number): number {
  let difference = (to - from) % (2 * Math.PI);
  if (difference > Math.PI) difference -= 2 * Math.PI;
  else if (difference < -Math.PI) difference += 2 * Math.PI;
  return to - difference * (1 - share * share * (3 - 2 * share));
}

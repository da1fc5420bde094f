// The recorder: takes what the processes report, keeps it in columns until it is drained, and mixes it into the trace hash.
//
// Motion that is known ahead (a walk, a search of known length) is reported when it begins, with its end; open-ended
// dwells (idle, waiting) when they end. `drain(to)` cuts whatever crosses `to`, so chunks tile time without gap; cutting does
// not touch the hash. With `keep = false` only the hash is kept: a headless run needs no memory for its trace.

import type { TraceHash } from '../base/hash.ts';
import { Table, type SavedTable } from '../base/columns.ts';
import type { EventColumns, SegmentColumns, TraceChunk } from './format.ts';
import { AGENT_STATES, TRACE_EVENTS, type AgentState, type TraceEventName } from './format.ts';

/** Index of each agent state by name, e.g. `STATE.walking`. */
export const STATE = Object.fromEntries(AGENT_STATES.map((name, index) => [name, index])) as Readonly<Record<AgentState, number>>;
/** Index of each trace event by name, e.g. `TRACED['order-picked']`. */
export const TRACED = Object.fromEntries(TRACE_EVENTS.map((name, index) => [name, index])) as Readonly<
  Record<TraceEventName, number>
>;

const SEGMENT_SPEC = {
  agent: 'i32',
  t0: 'f64',
  t1: 'f64',
  x0: 'f64',
  y0: 'f64',
  z0: 'f64',
  x1: 'f64',
  y1: 'f64',
  z1: 'f64',
  state: 'u8',
} as const;
const EVENT_SPEC = { tick: 'f64', kind: 'u8', a: 'i32', b: 'i32', c: 'i32' } as const;
/** Where an agent is known to be until (`t`), and the state of the open dwell that follows. */
const AGENT_SPEC = { t: 'f64', x: 'f64', y: 'f64', z: 'f64', state: 'u8' } as const;

export interface SavedRecorder {
  readonly drainedTo: number;
  readonly agents: SavedTable;
  readonly segments: SavedTable;
  readonly events: SavedTable;
}

export class Recorder {
  readonly keep: boolean;
  private readonly hash: TraceHash;
  private readonly agents: Table<typeof AGENT_SPEC>;
  private segments = new Table(SEGMENT_SPEC, 0, 1024);
  private events = new Table(EVENT_SPEC, 0, 1024);
  private drainedTo = 0;

  constructor(agents: number, hash: TraceHash, keep: boolean) {
    this.keep = keep;
    this.hash = hash;
    this.agents = new Table(AGENT_SPEC, agents);
  }

  /** Puts an agent somewhere at tick 0, in a state. */
  place(agent: number, x: number, y: number, z: number, state: number): void {
    const a = this.agents.columns;
    a.t[agent] = 0;
    a.x[agent] = x;
    a.y[agent] = y;
    a.z[agent] = z;
    a.state[agent] = state;
  }

  /** From `now` on the agent dwells in `state`, until further notice. */
  dwell(agent: number, now: number, state: number): void {
    this.hash.mix(agent * 32 + state);
    if (!this.keep) return;
    this.closeDwell(agent, now);
    this.agents.columns.state[agent] = state;
  }

  /** From the end of what is known the agent dwells in `state` until tick `until`. */
  dwellUntil(agent: number, now: number, until: number, state: number): void {
    const a = this.agents.columns;
    this.hash.mix(agent * 32 + state);
    this.hash.mix(until);
    if (!this.keep) return;
    this.closeDwell(agent, now);
    this.append(agent, until, a.x[agent]!, a.y[agent]!, a.z[agent]!, state);
    a.state[agent] = state;
  }

  /** From the end of what is known the agent moves straight to (x, y, z), arriving at tick `until`. */
  move(agent: number, now: number, until: number, x: number, y: number, z: number, state: number): void {
    this.hash.mix(agent * 32 + state);
    this.hash.mix(until);
    this.hash.mix(x);
    this.hash.mix(y);
    if (!this.keep) return;
    this.closeDwell(agent, now);
    this.append(agent, until, x, y, z, state);
    this.agents.columns.state[agent] = state;
  }

  /** The agent is somewhere else at once (it enters or leaves the road map, or the DC). */
  jump(agent: number, now: number, x: number, y: number, z: number, state: number): void {
    this.hash.mix(agent * 32 + state);
    if (!this.keep) return;
    this.closeDwell(agent, now);
    const a = this.agents.columns;
    a.x[agent] = x;
    a.y[agent] = y;
    a.z[agent] = z;
    a.state[agent] = state;
  }

  event(now: number, kind: number, a = -1, b = -1, c = -1): void {
    this.hash.mix(kind);
    this.hash.mix(a);
    this.hash.mix(b);
    this.hash.mix(c);
    if (!this.keep) return;
    const row = this.events.add();
    const e = this.events.columns;
    e.tick[row] = now;
    e.kind[row] = kind;
    e.a[row] = a;
    e.b[row] = b;
    e.c[row] = c;
  }

  /** Ends the open dwell of an agent: what is known of it then reaches `now` (or further already). */
  private closeDwell(agent: number, now: number): void {
    const a = this.agents.columns;
    if (a.t[agent]! < now) this.append(agent, now, a.x[agent]!, a.y[agent]!, a.z[agent]!, a.state[agent]!);
  }

  private append(agent: number, until: number, x: number, y: number, z: number, state: number): void {
    const a = this.agents.columns;
    const t0 = a.t[agent]!;
    if (until > t0) {
      const row = this.segments.add();
      const s = this.segments.columns;
      s.agent[row] = agent;
      s.t0[row] = t0;
      s.t1[row] = until;
      s.x0[row] = a.x[agent]!;
      s.y0[row] = a.y[agent]!;
      s.z0[row] = a.z[agent]!;
      s.x1[row] = x;
      s.y1[row] = y;
      s.z1[row] = z;
      s.state[row] = state;
    }
    a.t[agent] = until;
    a.x[agent] = x;
    a.y[agent] = y;
    a.z[agent] = z;
  }

  /** Hands over everything up to tick `to` (the present) and forgets it; what lies beyond is kept for the next chunk. */
  drain(to: number): TraceChunk {
    for (let agent = 0; agent < this.agents.count; agent++) this.closeDwell(agent, to);
    const all = this.segments;
    const rest = new Table(SEGMENT_SPEC, 0, 1024);
    const s = all.columns;
    const rows: number[] = [];
    for (let row = 0; row < all.count; row++) {
      if (s.t0[row]! < to) rows.push(row);
      if (s.t1[row]! > to) copyTail(s, row, to, rest);
    }
    const chunk: TraceChunk = {
      from: this.drainedTo,
      to,
      segments: packSegments(s, rows, to),
      events: packEvents(this.events),
    };
    this.segments = rest;
    this.events = new Table(EVENT_SPEC, 0, 1024);
    this.drainedTo = to;
    return chunk;
  }

  save(): SavedRecorder {
    return {
      drainedTo: this.drainedTo,
      agents: this.agents.save(),
      segments: this.segments.save(),
      events: this.events.save(),
    };
  }

  restore(saved: SavedRecorder): void {
    this.drainedTo = saved.drainedTo;
    this.agents.restore(saved.agents);
    this.segments.restore(saved.segments);
    this.events.restore(saved.events);
  }
}

type SegmentTable = Table<typeof SEGMENT_SPEC>;

/** Share of a segment that lies before tick `to`. */
function shareBefore(s: SegmentTable['columns'], row: number, to: number): number {
  return (to - s.t0[row]!) / (s.t1[row]! - s.t0[row]!);
}

/** Copies the part of a segment after tick `to` into `rest`. */
function copyTail(s: SegmentTable['columns'], row: number, to: number, rest: SegmentTable): void {
  const share = s.t0[row]! < to ? shareBefore(s, row, to) : 0;
  const tail = rest.add();
  const r = rest.columns;
  r.agent[tail] = s.agent[row]!;
  r.t0[tail] = Math.max(s.t0[row]!, to);
  r.t1[tail] = s.t1[row]!;
  r.x0[tail] = s.x0[row]! + (s.x1[row]! - s.x0[row]!) * share;
  r.y0[tail] = s.y0[row]! + (s.y1[row]! - s.y0[row]!) * share;
  r.z0[tail] = s.z0[row]! + (s.z1[row]! - s.z0[row]!) * share;
  r.x1[tail] = s.x1[row]!;
  r.y1[tail] = s.y1[row]!;
  r.z1[tail] = s.z1[row]!;
  r.state[tail] = s.state[row]!;
}

/** The chosen segments as columns, cut at tick `to`. */
function packSegments(s: SegmentTable['columns'], rows: readonly number[], to: number): SegmentColumns {
  const count = rows.length;
  const packed = {
    count,
    agent: new Int32Array(count),
    t0: new Float64Array(count),
    t1: new Float64Array(count),
    x0: new Float32Array(count),
    y0: new Float32Array(count),
    z0: new Float32Array(count),
    x1: new Float32Array(count),
    y1: new Float32Array(count),
    z1: new Float32Array(count),
    state: new Uint8Array(count),
  };
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const cut = s.t1[row]! > to;
    const share = cut ? shareBefore(s, row, to) : 1;
    packed.agent[i] = s.agent[row]!;
    packed.t0[i] = s.t0[row]!;
    packed.t1[i] = cut ? to : s.t1[row]!;
    packed.x0[i] = s.x0[row]!;
    packed.y0[i] = s.y0[row]!;
    packed.z0[i] = s.z0[row]!;
    packed.x1[i] = s.x0[row]! + (s.x1[row]! - s.x0[row]!) * share;
    packed.y1[i] = s.y0[row]! + (s.y1[row]! - s.y0[row]!) * share;
    packed.z1[i] = s.z0[row]! + (s.z1[row]! - s.z0[row]!) * share;
    packed.state[i] = s.state[row]!;
  }
  return packed;
}

function packEvents(events: Table<typeof EVENT_SPEC>): EventColumns {
  const e = events.columns;
  const count = events.count;
  return {
    count,
    tick: e.tick.slice(0, count),
    kind: e.kind.slice(0, count),
    a: e.a.slice(0, count),
    b: e.b.slice(0, count),
    c: e.c.slice(0, count),
  };
}

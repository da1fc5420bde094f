// The checker's own reading of a run: all chunks laid end to end, segments by agent, events in their order.
//
// Of the engine only the format is used: the names of states and events, and the shapes of model and trace.

import type { Model } from '../../packages/engine/src/model/model.ts';
import { AGENT_STATES, TRACE_EVENTS } from '../../packages/engine/src/trace/format.ts';
import { danglingReference } from './operands.ts';
import type { AgentState, AgentTable, TraceChunk, TraceEventName } from '../../packages/engine/src/trace/format.ts';

export interface CheckOptions {
  /** The run was driven to its end: what must have come to an end by then is asked for. Default true. */
  readonly complete?: boolean;
  /** The stock selection policy in force; 'fefo' switches the first-expired-first-out rule on whatever the model says. */
  readonly stockSelection?: string;
  /** The storage assignment policy in force; 'dedicated' gives every item the home that the scenario says. */
  readonly storageAssignment?: string;
  /** Report at most this many violations of each rule. Default 20. */
  readonly most?: number;
  /** Check only these rules. Default: all. */
  readonly only?: readonly string[];
}

/** A segment as read: positions in metres (building) or kilometres (road). */
export interface Leg {
  readonly agent: number;
  readonly t0: number;
  readonly t1: number;
  readonly x0: number;
  readonly y0: number;
  readonly z0: number;
  readonly x1: number;
  readonly y1: number;
  readonly z1: number;
  readonly state: AgentState;
}

export interface Happening {
  readonly tick: number;
  readonly kind: TraceEventName;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** States in which an agent's coordinates lie on the road map. */
export function onRoad(state: AgentState): boolean {
  return state === 'driving' || state === 'delivering' || state === 'waiting-store' || state === 'broken-down';
}

export class RunRecord {
  readonly model: Model;
  readonly agents: AgentTable;
  readonly options: CheckOptions;
  readonly chunks: readonly TraceChunk[];
  /** First tick and last tick that the trace covers. */
  readonly from: number;
  readonly to: number;
  /** The legs of each agent, in the order of the trace. */
  readonly legs: readonly (readonly Leg[])[];
  /** All events in the order of the trace, but those that name what there is not. */
  readonly events: readonly Happening[];
  /** Events that name what the model does not have, and what that is. */
  readonly dangling: readonly { readonly event: Happening; readonly because: string }[];
  /** Agent of a person, vehicle, shopping cart; -1 where it has none. */
  readonly personAgent: readonly number[];
  readonly vehicleAgent: readonly number[];
  readonly memberAgent: ReadonlyMap<number, number>;
  private readonly byKind = new Map<TraceEventName, Happening[]>();

  constructor(model: Model, agents: AgentTable, chunks: Iterable<TraceChunk>, options: CheckOptions) {
    this.model = model;
    this.agents = agents;
    this.options = options;
    this.chunks = [...chunks];
    this.from = this.chunks[0]?.from ?? 0;
    this.to = this.chunks[this.chunks.length - 1]?.to ?? 0;
    const legs: Leg[][] = Array.from({ length: agents.count }, () => []);
    const events: Happening[] = [];
    const dangling: { event: Happening; because: string }[] = [];
    for (const chunk of this.chunks) {
      for (let row = 0; row < chunk.segments.count; row++) legs[chunk.segments.agent[row]!]!.push(readLeg(chunk, row));
      for (let row = 0; row < chunk.events.count; row++) {
        const event = readHappening(chunk, row);
        const because = danglingReference(model, event.kind, [event.a, event.b, event.c]);
        if (because === undefined) events.push(event);
        else dangling.push({ event, because });
      }
    }
    this.legs = legs;
    this.events = events;
    this.dangling = dangling;
    for (const event of events) {
      const list = this.byKind.get(event.kind);
      if (list === undefined) this.byKind.set(event.kind, [event]);
      else list.push(event);
    }
    const agentOf = (kind: number, subject: number): number => {
      for (let i = 0; i < agents.count; i++) if (agents.kind[i] === kind && agents.subject[i] === subject) return i;
      return -1;
    };
    this.personAgent = model.labour.people.map((_, person) => agentOf(0, person));
    this.vehicleAgent = model.fleet.vehicles.map((_, vehicle) => agentOf(2, vehicle));
    const members = new Map<number, number>();
    for (let i = 0; i < agents.count; i++) if (agents.kind[i] === 3) members.set(agents.subject[i]!, i);
    this.memberAgent = members;
  }

  /** Events of one kind, in the order of the trace. */
  of(kind: TraceEventName): readonly Happening[] {
    return this.byKind.get(kind) ?? [];
  }

  /** Legs of an agent that touch the tick (two where it is a border of legs). */
  legsAt(agent: number, tick: number): Leg[] {
    const legs = this.legs[agent] ?? [];
    let low = 0;
    let high = legs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (legs[middle]!.t1 < tick) low = middle + 1;
      else high = middle;
    }
    const found: Leg[] = [];
    for (let i = low; i < legs.length && legs[i]!.t0 <= tick; i++) found.push(legs[i]!);
    return found;
  }

  /** Legs of an agent between two ticks, none reaching beyond either; those that take no time are left out. */
  legsBetween(agent: number, from: number, to: number): Leg[] {
    const legs = this.legs[agent] ?? [];
    let low = 0;
    let high = legs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (legs[middle]!.t0 < from) low = middle + 1;
      else high = middle;
    }
    const found: Leg[] = [];
    for (let i = low; i < legs.length && legs[i]!.t0 < to; i++)
      if (legs[i]!.t1 > legs[i]!.t0 && legs[i]!.t1 <= to) found.push(legs[i]!);
    return found;
  }

  agentName(agent: number): string {
    return this.agents.id[agent] ?? `agent ${agent}`;
  }

  personName(person: number): string {
    return `person ${this.model.labour.people[person]?.id ?? person}`;
  }

  orderName(order: number): string {
    return `order ${this.model.demand.orders.code[order] ?? order}`;
  }

  locationName(location: number): string {
    const { locations, building } = this.model;
    if (location < 0 || location >= locations.count) return `location ${location}`;
    const area = building.areas[locations.area[location]!]?.id ?? '?';
    return `location ${location} (${area}, aisle ${locations.aisle[location]! + 1})`;
  }
}

function readLeg(chunk: TraceChunk, row: number): Leg {
  const s = chunk.segments;
  const state = AGENT_STATES[s.state[row]!];
  if (state === undefined) throw new RangeError(`segment ${row} of the chunk from ${chunk.from}: no state ${s.state[row]}`);
  return {
    agent: s.agent[row]!,
    t0: s.t0[row]!,
    t1: s.t1[row]!,
    x0: s.x0[row]!,
    y0: s.y0[row]!,
    z0: s.z0[row]!,
    x1: s.x1[row]!,
    y1: s.y1[row]!,
    z1: s.z1[row]!,
    state,
  };
}

function readHappening(chunk: TraceChunk, row: number): Happening {
  const e = chunk.events;
  const kind = TRACE_EVENTS[e.kind[row]!];
  if (kind === undefined) throw new RangeError(`event ${row} of the chunk from ${chunk.from}: no kind ${e.kind[row]}`);
  return { tick: e.tick[row]!, kind, a: e.a[row]!, b: e.b[row]!, c: e.c[row]! };
}

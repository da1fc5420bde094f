// The business events of a run in order of time, and which of them concern which agent.

import { EVENT, MEMBER, PERSON, TRUCK, VEHICLE, type AgentTable, type EventColumns } from './engine.ts';
import { countUpTo, GrowingFloat64, GrowingInt32 } from './growing.ts';

/** One event. `kind` is an index into TRACE_EVENTS; a, b, c are its operands as TRACE_EVENTS documents them. */
export interface RunEvent {
  /** Number of the event in the run, from 0. */
  readonly row: number;
  readonly tick: number;
  readonly kind: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

/** Which operand (0 a, 1 b, 2 c) names a person, by event kind. */
const PERSON_OPERAND = new Map<number, number>([
  [EVENT['task-started'], 0],
  [EVENT['task-finished'], 0],
  [EVENT['shift-started'], 0],
  [EVENT['shift-ended'], 0],
  [EVENT['break-started'], 0],
  [EVENT['break-ended'], 0],
  [EVENT['order-picked'], 1],
  [EVENT['order-packed'], 1],
  [EVENT['order-sold'], 1],
  [EVENT['line-inspected'], 1],
  [EVENT['equipment-seized'], 1],
  [EVENT['wrong-pick'], 1],
  [EVENT['wrong-pick-found'], 1],
  [EVENT['pick-tour-order'], 1],
  [EVENT['zone-picked'], 2],
]);
/** Which operand names a vehicle. */
const VEHICLE_OPERAND = new Map<number, number>([
  [EVENT['order-loaded'], 1],
  [EVENT['order-delivered'], 1],
  [EVENT['tour-planned'], 1],
  [EVENT['vehicle-docked'], 0],
  [EVENT['vehicle-undocked'], 0],
  [EVENT['vehicle-departed'], 0],
  [EVENT['vehicle-returned'], 0],
  [EVENT['order-undelivered'], 1],
  [EVENT['line-refused'], 1],
  [EVENT['order-returned'], 1],
  [EVENT['parcels-collected'], 1],
  [EVENT['parcels-received'], 1],
  [EVENT['empties-returned'], 1],
  [EVENT['vehicle-held'], 0],
  [EVENT['vehicle-freed'], 0],
  [EVENT['charging-asked'], 0],
  [EVENT['charging-started'], 0],
  [EVENT['charging-ended'], 0],
  [EVENT['pre-cooling-started'], 0],
]);
/** Events whose first operand is an inbound truck. */
const TRUCK_EVENTS = new Set<number>([
  EVENT['truck-arrived'],
  EVENT['truck-docked'],
  EVENT['truck-unloaded'],
  EVENT['truck-left'],
]);

/** Agent numbers of the things that events name. */
export class AgentIndex {
  private readonly bySubject: Map<number, number>[];

  constructor(agents: AgentTable) {
    this.bySubject = [new Map(), new Map(), new Map(), new Map()];
    for (let agent = 0; agent < agents.count; agent++) this.bySubject[agents.kind[agent]!]!.set(agents.subject[agent]!, agent);
  }

  /** Agent of a person, dock slot, vehicle or shopping cart by its kind and subject; -1 where there is none. */
  agent(kind: number, subject: number): number {
    return this.bySubject[kind]?.get(subject) ?? -1;
  }
}

export class EventLog {
  readonly tick = new GrowingFloat64(1024);
  readonly kind = new GrowingInt32(1024);
  readonly a = new GrowingInt32(1024);
  readonly b = new GrowingInt32(1024);
  readonly c = new GrowingInt32(1024);
  /** Rows that concern each agent, ascending. */
  private readonly ofAgent: (GrowingInt32 | undefined)[];
  private readonly index: AgentIndex;

  constructor(agents: AgentTable, index: AgentIndex) {
    this.index = index;
    this.ofAgent = new Array<GrowingInt32 | undefined>(agents.count).fill(undefined);
  }

  get count(): number {
    return this.tick.length;
  }

  /** @param slotOfTruck dock slot that an inbound truck occupies as of this event; -1 unknown. */
  append(events: EventColumns, i: number, slotOfTruck: (truck: number) => number): void {
    const row = this.count;
    const kind = events.kind[i]!;
    const operands = [events.a[i]!, events.b[i]!, events.c[i]!] as const;
    this.tick.push(events.tick[i]!);
    this.kind.push(kind);
    this.a.push(operands[0]);
    this.b.push(operands[1]);
    this.c.push(operands[2]);
    const person = PERSON_OPERAND.get(kind);
    if (person !== undefined) this.concern(this.index.agent(PERSON, operands[person]!), row);
    const vehicle = VEHICLE_OPERAND.get(kind);
    if (vehicle !== undefined) this.concern(this.index.agent(VEHICLE, operands[vehicle]!), row);
    if (TRUCK_EVENTS.has(kind)) this.concern(this.index.agent(TRUCK, slotOfTruck(operands[0])), row);
    if (kind === EVENT['visit-started']) this.concern(this.index.agent(MEMBER, operands[1]), row);
  }

  private concern(agent: number, row: number): void {
    if (agent >= 0) (this.ofAgent[agent] ??= new GrowingInt32(16)).push(row);
  }

  at(row: number): RunEvent {
    return {
      row,
      tick: this.tick.data[row]!,
      kind: this.kind.data[row]!,
      a: this.a.data[row]!,
      b: this.b.data[row]!,
      c: this.c.data[row]!,
    };
  }

  /** Events with from < tick <= to, in order; at most `limit`, the latest ones. */
  between(from: number, to: number, limit = Infinity): RunEvent[] {
    const end = this.tick.countUpTo(to);
    const start = Math.max(this.tick.countUpTo(from), end - limit);
    const found: RunEvent[] = [];
    for (let row = start; row < end; row++) found.push(this.at(row));
    return found;
  }

  /** The first event after `tick` (direction 1) or the last before it (-1), of an agent or of all. */
  next(agent: number | 'all', tick: number, direction: 1 | -1): RunEvent | undefined {
    const before = direction === -1 ? Math.max(0, tick - 0.5) : tick;
    if (agent === 'all') {
      const row = countUpTo(this.tick.data, this.count, before) - (direction === -1 ? 1 : 0);
      return row >= 0 && row < this.count ? this.at(row) : undefined;
    }
    const rows = this.ofAgent[agent];
    if (rows === undefined) return undefined;
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.tick.data[rows.data[middle]!]! <= before) low = middle + 1;
      else high = middle;
    }
    const found = low - (direction === -1 ? 1 : 0);
    return found >= 0 && found < rows.length ? this.at(rows.data[found]!) : undefined;
  }

  /** The latest events up to `tick` that concern an agent, newest last. */
  latestOf(agent: number, tick: number, limit: number): RunEvent[] {
    const rows = this.ofAgent[agent];
    const found: RunEvent[] = [];
    if (rows === undefined) return found;
    for (let i = rows.length - 1; i >= 0 && found.length < limit; i--) {
      const row = rows.data[i]!;
      if (this.tick.data[row]! <= tick) found.push(this.at(row));
    }
    return found.reverse();
  }
}

// The record of a run: everything the engine has sent, readable at any instant. Scrubbing, rewinding and stepping from
// event to event never ask the worker.
//
// Frames are appended as they come; their columns are copied, so a frame may be released at once. Live arrays that a
// method returns are valid until its next call.

import {
  AGENT_STATES,
  EVENT,
  ORDER_STATES,
  PERSON,
  STATE,
  TICKS_PER_SECOND,
  TRUCK,
  VEHICLE,
  type AgentTable,
  type Frame,
  type KpiValues,
  type Model,
} from './engine.ts';
import { AgentIndex, EventLog, type RunEvent } from './events.ts';
import { FloorState, type Task } from './floor-state.ts';
import { Carriers } from './carriers.ts';
import { KpiHistory, type KpiSeries } from './kpi-history.ts';
import { PickTours } from './pick-tours.ts';
import { StockLog } from './stock.ts';
import { StorageFlow } from './storage-flow.ts';
import { StorageState } from './storage-state.ts';
import { makePose, Track, type Pose } from './track.ts';
import { WaitLog } from './waits.ts';

export { makePose, type Pose } from './track.ts';
export type { RunEvent } from './events.ts';
export type { Task } from './floor-state.ts';
export type { KpiSeries } from './kpi-history.ts';

/** A turn takes a person 0.4 s and a truck 3 s on screen. */
const TURN_PERSON_TICKS = 0.4 * TICKS_PER_SECOND;
const TURN_TRUCK_TICKS = 3 * TICKS_PER_SECOND;

export class RunRecord {
  readonly model: Model;
  readonly agents: AgentTable;
  readonly index: AgentIndex;
  readonly floor: FloorState;
  readonly log: EventLog;
  readonly stockLog: StockLog;
  readonly flow: StorageFlow;
  readonly pickTours: PickTours;
  readonly waits: WaitLog;
  /** The end of what is simulated, tick. */
  simulatedUntil = 0;
  /** Trace hash so far, 16 hex digits. */
  hash = '';
  /** Events the engine has executed. */
  events = 0;
  /** The run is over: `simulatedUntil` is its end. */
  done = false;
  /** Counts appended frames: for memoising what is computed from the record. */
  version = 0;

  private readonly tracks: Track[];
  private readonly storage: StorageState;
  private readonly carriers: Carriers;
  private readonly kpis = new KpiHistory();
  private readonly listeners = new Set<() => void>();

  constructor(model: Model, agents: AgentTable) {
    this.model = model;
    this.agents = agents;
    this.index = new AgentIndex(agents);
    this.tracks = Array.from(agents.kind, (kind) => new Track(kind === TRUCK || kind === VEHICLE ? 'vehicle' : 'walker'));
    this.floor = new FloorState(
      model,
      this.index,
      agents.kind.reduce((slots, kind) => slots + (kind === TRUCK ? 1 : 0), 0),
    );
    this.log = new EventLog(agents, this.index);
    this.stockLog = new StockLog(model.locations.count);
    this.flow = new StorageFlow(model);
    this.pickTours = new PickTours(model);
    this.waits = new WaitLog(model);
    this.storage = this.readStorage();
    this.carriers = new Carriers(
      model,
      {
        taskKind: (person) => this.floor.tasks[this.floor.personTask.latestOf(person)]?.kind ?? -1,
        poseOf: (person, tick, out) => this.poseAt(this.index.agent(PERSON, person), tick, out),
      },
      makePose(),
    );
  }

  /** Takes a frame in. Frames come in order and without gap. */
  append(frame: Frame): void {
    const { segments, events } = frame.chunk;
    const { agent, t0, t1, x0, y0, z0, x1, y1, z1, state } = segments;
    for (let i = 0; i < segments.count; i++) {
      this.tracks[agent[i]!]!.append(t0[i]!, t1[i]!, x0[i]!, y0[i]!, z0[i]!, x1[i]!, y1[i]!, z1[i]!, state[i]!);
      this.waits.append(t0[i]!, t1[i]!, x0[i]!, y0[i]!, state[i]!);
    }
    const slotOfTruck = (truck: number): number => this.floor.slotOfTruck(truck);
    for (let i = 0; i < events.count; i++) {
      const event = { tick: events.tick[i]!, kind: events.kind[i]!, a: events.a[i]!, b: events.b[i]!, c: events.c[i]! };
      this.floor.append(event);
      this.flow.append(event);
      this.pickTours.append(event);
      if (event.kind === EVENT['units-lifted']) this.carriers.note(event.tick, event.a, 1);
      if (event.kind === EVENT['units-set-down']) this.carriers.note(event.tick, event.a, 0);
      if (event.kind === EVENT['stock-lot']) this.stockLog.nameLot(event.a, event.b, event.c);
      if (event.kind === EVENT['stock-changed']) this.stockLog.append(event.tick, event.a, event.b, event.c);
      this.log.append(events, i, slotOfTruck);
    }
    this.kpis.append(frame.chunk.to, frame.kpis);
    this.simulatedUntil = Math.max(this.simulatedUntil, frame.chunk.to);
    this.hash = frame.hash;
    this.events = frame.events;
    this.done = frame.done;
    this.version++;
    for (const listener of this.listeners) listener();
  }

  /** Calls `listener` after each appended frame; returns how to stop that. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  // ---- motion ------------------------------------------------------------------------------------------------------

  /** Fills `out`; false where the agent is not in the DC or nothing is known of it then. */
  poseAt(agent: number, tick: number, out: Pose): boolean {
    const kind = this.agents.kind[agent];
    const turn = kind === TRUCK || kind === VEHICLE ? TURN_TRUCK_TICKS : TURN_PERSON_TICKS;
    return this.tracks[agent]!.poseAt(tick, turn, out) && out.state !== STATE.absent;
  }

  /** State of an agent, index into AGENT_STATES; 'absent' where nothing is known. */
  stateAt(agent: number, tick: number): number {
    const track = this.tracks[agent]!;
    const segment = track.find(tick);
    return segment < 0 ? STATE.absent : track.stateOf(segment);
  }

  /** Motion of one agent, for paths and trails. */
  track(agent: number): Track {
    return this.tracks[agent]!;
  }

  /** Ticks that an agent has spent in each state (by index) between two ticks. */
  timeByState(agent: number, from: number, to: number): Float64Array {
    const sums = new Float64Array(AGENT_STATES.length);
    this.tracks[agent]!.eachDwell(from, to, (length, state) => {
      sums[state]! += length;
    });
    return sums;
  }

  // ---- goods -------------------------------------------------------------------------------------------------------

  /** Units by location. */
  stockAt(tick: number): Int32Array {
    return this.storage.moveTo(tick).units;
  }

  /** Item by location; -1: empty. */
  itemAt(tick: number): Int32Array {
    return this.storage.moveTo(tick).item;
  }

  /** Everything known of the locations: one live object, valid until the next call. */
  storageAt(tick: number): StorageState {
    return this.storage.moveTo(tick);
  }

  /** The same for a reader that stands at an instant of its own. */
  readStorage(): StorageState {
    return new StorageState(this.model, this.stockLog, this.floor.picks.reader());
  }

  /** Item that lives in each location; -1 nobody. */
  residentsAt(tick: number): Int32Array {
    return this.flow.residents.moveTo(tick);
  }

  /** Units asked for from the reserve that have not arrived, by location. */
  comingAt(tick: number): Int32Array {
    return this.flow.coming.moveTo(tick);
  }

  /** Pick lines done at each location since the beginning. */
  picksAt(tick: number): Int32Array {
    return this.floor.picks.moveTo(tick);
  }

  /** Orders on each outbound lane, units on each inbound lane. */
  lanesAt(tick: number): Int32Array {
    return this.floor.lanes.moveTo(tick);
  }

  // ---- orders and tasks --------------------------------------------------------------------------------------------

  /** Index into ORDER_STATES. */
  orderStateAt(order: number, tick: number): number {
    return this.floor.orders.moveTo(tick)[order]!;
  }

  /** How many orders are in each of ORDER_STATES. */
  orderCountsAt(tick: number): Int32Array {
    return this.floor.ordersByState.moveTo(tick);
  }

  get orderStates(): readonly string[] {
    return ORDER_STATES;
  }

  /** The task a person has. */
  openTask(person: number, tick: number): Task | undefined {
    return this.floor.tasks[this.floor.personTask.moveTo(tick)[person] ?? -1];
  }

  /** 1 for each person who carries goods inside the storage: from the reserve to a face, from an old home to a new one. */
  carriesAt(tick: number): Int32Array {
    return this.carriers.carries.moveTo(tick);
  }

  /** Agent that holds each piece of equipment; -1 free. */
  holdersAt(tick: number): Int32Array {
    return this.floor.holders.moveTo(tick);
  }

  /** Inbound truck or vehicle at each door; -1 none. */
  doorsAt(tick: number): Int32Array {
    return this.floor.doors.moveTo(tick);
  }

  /** Inbound truck on each dock slot; -1 none. The slot is the subject of a truck's agent. */
  truckOnSlot(slot: number, tick: number): number {
    return this.floor.slots.moveTo(tick)[slot] ?? -1;
  }

  // ---- events ------------------------------------------------------------------------------------------------------

  /** Events with from < tick <= to, in order; at most `limit`, the latest ones. */
  eventsBetween(from: number, to: number, limit = Infinity): RunEvent[] {
    return this.log.between(from, to, limit);
  }

  /** The first event after `tick` (1) or the last before it (-1), of an agent or of all. */
  nextEventOf(agent: number | 'all', tick: number, direction: 1 | -1): RunEvent | undefined {
    return this.log.next(agent, tick, direction);
  }

  // ---- KPIs --------------------------------------------------------------------------------------------------------

  /** The latest KPI sample at or before `tick`. */
  kpisAt(tick: number): KpiValues {
    return this.kpis.at(tick);
  }

  kpiSeries(id: string): KpiSeries {
    return this.kpis.of(id);
  }
}

// What the events of a run say about the floor at any instant: how far each order is, which task each person has, who holds
// each machine, what stands at each door and on each lane.

import { EVENT, MEMBER, ORDER_STATES, PERSON, TRUCK, VEHICLE, type Model, type OrderState } from './engine.ts';
import type { AgentIndex, RunEvent } from './events.ts';
import { AssignmentReplay, CounterReplay } from './replay.ts';

/** Index of each order state by name. */
export const ORDER = Object.fromEntries(ORDER_STATES.map((name, index) => [name, index])) as Readonly<Record<OrderState, number>>;

/** A task that a person has or had. */
export interface Task {
  readonly person: number;
  /** Index into TASK_KINDS. */
  readonly kind: number;
  /** Order, truck, inbound line, tour: by kind. */
  readonly subject: number;
  readonly start: number;
  /** Tick; Infinity while it is not finished in what is simulated. */
  end: number;
}

/** A machine was left where this agent stood at this tick. */
export interface Release {
  readonly agent: number;
  readonly tick: number;
}

export class FloorState {
  /** State of each order, index into ORDER_STATES. */
  readonly orders: AssignmentReplay;
  /** How many orders are in each state. */
  readonly ordersByState: CounterReplay;
  /** Task of each person: index into `tasks`, -1 none. */
  readonly personTask: AssignmentReplay;
  readonly tasks: Task[] = [];
  /** Agent that holds each piece of equipment; -1 free. */
  readonly holders: AssignmentReplay;
  /** Where each piece of equipment was left: index into `releases`; -1: still where it was at the beginning. */
  readonly leftBy: AssignmentReplay;
  readonly releases: Release[] = [];
  /** 1 where a machine is under repair. */
  readonly down: AssignmentReplay;
  /** Inbound truck at each inbound door, vehicle at each outbound door; -1 none. */
  readonly doors: AssignmentReplay;
  /** Inbound truck on each dock slot; -1 none. */
  readonly slots: AssignmentReplay;
  /** Orders (outbound) or units (inbound) that stand on each lane. */
  readonly lanes: CounterReplay;
  /** Lane on which each staged order stands; -1 none. */
  readonly orderLane: AssignmentReplay;
  /** Pick lines done at each location since the beginning. */
  readonly picks: CounterReplay;
  /** Picked orders waiting to be packed, in all (slot 0). */
  readonly toPack: CounterReplay;
  /** Cartons of each packed order. */
  readonly cartons: Int32Array;

  private readonly model: Model;
  private readonly index: AgentIndex;
  private readonly laneOfTruck: Int32Array;
  private readonly slotOf: Int32Array;
  /** Trucks that wait outside for a dock slot, in order of arrival. */
  private readonly outside: number[] = [];

  constructor(model: Model, index: AgentIndex, slots: number) {
    const { demand, labour, building } = model;
    this.model = model;
    this.index = index;
    this.orders = new AssignmentReplay(demand.orders.count, ORDER.expected);
    this.ordersByState = new CounterReplay(ORDER_STATES.length);
    this.ordersByState.values[ORDER.expected] = demand.orders.count;
    this.personTask = new AssignmentReplay(labour.people.length, -1);
    this.holders = new AssignmentReplay(labour.equipment.length, -1);
    this.leftBy = new AssignmentReplay(labour.equipment.length, -1);
    this.down = new AssignmentReplay(labour.equipment.length, 0);
    this.doors = new AssignmentReplay(building.doors.length, -1);
    this.slots = new AssignmentReplay(slots, -1);
    this.lanes = new CounterReplay(building.stagingLanes.length);
    this.orderLane = new AssignmentReplay(demand.orders.count, -1);
    this.picks = new CounterReplay(model.locations.count);
    this.toPack = new CounterReplay(1);
    this.cartons = new Int32Array(demand.orders.count);
    this.laneOfTruck = new Int32Array(demand.trucks.count).fill(-1);
    this.slotOf = new Int32Array(demand.trucks.count).fill(-1);
  }

  /** Dock slot of an inbound truck after everything taken in; -1 where it has none. */
  slotOfTruck(truck: number): number {
    return this.slotOf[truck] ?? -1;
  }

  /** Takes in one event; events come in order of time. */
  append(event: Omit<RunEvent, 'row'>): void {
    const { tick, a, b, c } = event;
    switch (event.kind) {
      case EVENT['order-arrived']:
        return this.reach(tick, a, ORDER.ordered);
      case EVENT['order-released']:
        return this.reach(tick, a, ORDER.released);
      case EVENT['visit-started']:
        return this.startVisit(tick, a, b);
      case EVENT['line-picked']:
        return this.pickLine(tick, a, b);
      case EVENT['order-picked']:
        return this.finishPicking(tick, a);
      case EVENT['order-packed']:
        return this.finishPacking(tick, a, c);
      case EVENT['order-closed']:
        return this.close(tick, a);
      case EVENT['order-staged']:
        return this.stage(tick, a, b);
      case EVENT['order-loaded']:
        return this.unstage(tick, a, ORDER.loaded);
      case EVENT['order-delivered']:
      case EVENT['order-sold']:
        return this.reach(tick, a, ORDER.delivered);
      case EVENT['order-undelivered']:
        return this.reach(tick, a, ORDER.undelivered);
      case EVENT['order-returned']:
        // Of a delivered order only refused lines come back.
        if (this.orders.latestOf(a) === ORDER.undelivered) this.reach(tick, a, ORDER.returned);
        return;
      case EVENT['truck-arrived']:
        return this.arrive(tick, a, b);
      case EVENT['truck-docked']:
        return this.dockTruck(tick, a, b);
      case EVENT['truck-left']:
        return this.leaveSlot(tick, a, b);
      case EVENT['units-received']:
        return this.fillInboundLane(tick, a, c);
      case EVENT['put-away-done']:
      case EVENT['units-rejected']:
        return this.fillInboundLane(tick, a, -c);
      case EVENT['task-started']:
        return this.startTask(tick, a, b, c);
      case EVENT['task-finished']:
        return this.finishTask(tick, a);
      case EVENT['equipment-seized']:
        return this.holders.record(tick, a, this.holderAgent(a, b));
      case EVENT['equipment-released']:
        return this.release(tick, a);
      case EVENT['equipment-down']:
        return this.down.record(tick, a, 1);
      case EVENT['equipment-up']:
        return this.down.record(tick, a, 0);
      case EVENT['vehicle-docked']:
        return this.doors.record(tick, b, a);
      case EVENT['vehicle-undocked']:
        return this.freeDoor(tick, b, a);
      case EVENT['vehicle-departed']:
        return this.freeDoor(tick, c, a);
    }
  }

  private reach(tick: number, order: number, state: number): void {
    const before = this.orders.latestOf(order);
    if (before === state) return;
    this.orders.record(tick, order, state);
    this.ordersByState.record(tick, before, -1);
    this.ordersByState.record(tick, state, 1);
  }

  private startVisit(tick: number, order: number, cart: number): void {
    this.reach(tick, order, ORDER.picking);
    if (cart >= 0) this.holders.record(tick, cart, this.index.agent(MEMBER, cart));
  }

  private pickLine(tick: number, line: number, location: number): void {
    const order = this.model.demand.lines.order[line]!;
    if (this.orders.latestOf(order) < ORDER.picking) this.reach(tick, order, ORDER.picking);
    if (location >= 0) this.picks.record(tick, location, 1);
  }

  private finishPicking(tick: number, order: number): void {
    this.reach(tick, order, ORDER.picked);
    if (this.model.demand.orders.kind[order] === 0) this.toPack.record(tick, 0, 1);
  }

  /** Nothing of it was picked: it waits to be packed no more. */
  private close(tick: number, order: number): void {
    if (this.orders.latestOf(order) === ORDER.picked) this.toPack.record(tick, 0, -1);
    this.reach(tick, order, ORDER.closed);
  }

  private finishPacking(tick: number, order: number, cartons: number): void {
    if (this.orders.latestOf(order) === ORDER.picked) this.toPack.record(tick, 0, -1);
    this.cartons[order] = Math.max(0, cartons);
    this.reach(tick, order, ORDER.packed);
  }

  private stage(tick: number, order: number, lane: number): void {
    this.reach(tick, order, ORDER.staged);
    this.orderLane.record(tick, order, lane);
    if (lane >= 0) this.lanes.record(tick, lane, 1);
  }

  private unstage(tick: number, order: number, state: number): void {
    const lane = this.orderLane.latestOf(order);
    if (lane >= 0) this.lanes.record(tick, lane, -1);
    this.orderLane.record(tick, order, -1);
    this.reach(tick, order, state);
  }

  /** A truck takes the dock slot the event names, or else the lowest free one, or waits outside for one. */
  private arrive(tick: number, truck: number, named: number): void {
    let slot = named;
    for (let free = 0; slot < 0 && free < this.slots.values.length; free++) if (this.slots.latestOf(free) < 0) slot = free;
    if (slot < 0) this.outside.push(truck);
    else this.enterSlot(tick, truck, slot);
  }

  private enterSlot(tick: number, truck: number, slot: number): void {
    this.slotOf[truck] = slot;
    this.slots.record(tick, slot, truck);
  }

  private dockTruck(tick: number, truck: number, door: number): void {
    this.laneOfTruck[truck] = this.model.building.doors[door]?.lane ?? -1;
    this.doors.record(tick, door, truck);
  }

  private leaveSlot(tick: number, truck: number, door: number): void {
    this.freeDoor(tick, door, truck);
    const slot = this.slotOf[truck]!;
    if (slot < 0) return;
    const next = this.outside.shift();
    if (next === undefined) this.slots.record(tick, slot, -1);
    else this.enterSlot(tick, next, slot);
  }

  /** A door is free once who stood there has left, unless somebody else stands there already. */
  private freeDoor(tick: number, door: number, occupant: number): void {
    if (door >= 0 && this.doors.latestOf(door) === occupant) this.doors.record(tick, door, -1);
  }

  private fillInboundLane(tick: number, inboundLine: number, units: number): void {
    if (inboundLine < 0) return; // stock at the beginning: it came with no truck
    const lane = this.laneOfTruck[this.model.demand.inboundLines.truck[inboundLine]!]!;
    if (lane >= 0) this.lanes.record(tick, lane, units);
  }

  private startTask(tick: number, person: number, kind: number, subject: number): void {
    this.tasks.push({ person, kind, subject, start: tick, end: Infinity });
    this.personTask.record(tick, person, this.tasks.length - 1);
  }

  private finishTask(tick: number, person: number): void {
    const task = this.tasks[this.personTask.latestOf(person)];
    if (task !== undefined) task.end = tick;
    this.personTask.record(tick, person, -1);
  }

  private release(tick: number, equipment: number): void {
    const agent = this.holders.latestOf(equipment);
    this.holders.record(tick, equipment, -1);
    if (agent < 0) return;
    this.releases.push({ agent, tick });
    this.leftBy.record(tick, equipment, this.releases.length - 1);
  }

  private holderAgent(equipment: number, holder: number): number {
    return holder >= 0 ? this.index.agent(PERSON, holder) : this.index.agent(MEMBER, equipment);
  }

  /** Kinds of agent whose door use is recorded: for callers that turn `doors` into agents. */
  doorAgent(door: number, occupant: number): number {
    if (occupant < 0) return -1;
    if (this.model.building.doors[door]!.kind === 0) return this.index.agent(TRUCK, this.slotOfTruck(occupant));
    return this.index.agent(VEHICLE, occupant);
  }
}

// Dispatch: orders arrive, wait for their wave, and are released to planning and to the floor together. With continuous release
// each goes to the floor when it arrives; its delivery is planned with its group all the same.
//
// A group is a set of orders and collections with the same release and the same departure. Orders that were staged before the run
// began belong to a group that is planned at tick 0 and not picked. An order or a collection that comes after its group was planned
// is a latecomer: it goes to the floor at once, and the running plan is looked at again.

import { Priority } from '../kernel/simulation.ts';
import { DELIVERY } from '../model/demand.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { addGoods } from '../world/lines.ts';
import { COLLECTION, LINE, ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';

/** Second operand of 're-plan': a new order or collection. */
const NEW_ORDER = 2;

export class DispatchProcess {
  private readonly context: Context;

  constructor(context: Context) {
    this.context = context;
    context.sim.on(EVENT['order-arrival'], (order) => {
      this.arrive(order);
      this.scheduleArrival(order + 1);
    });
    context.sim.on(EVENT['collection-announced'], (collection) => {
      this.announce(collection);
      this.scheduleAnnouncement(collection + 1);
    });
    context.sim.on(EVENT['wave-release'], (group) => this.release(group));
  }

  begin(): void {
    const { sim, groups } = this.context;
    this.takeOver();
    // What arrives at the tick of a release is released with it.
    groups.forEach((group, index) => {
      sim.scheduleAt(Math.max(0, group.release), EVENT['wave-release'], index, 0, Priority.COLLECT);
    });
    const { arrival, count } = this.context.model.demand.orders;
    let first = 0;
    while (first < count && arrival[first]! <= 0) this.arrive(first++);
    this.scheduleArrival(first);
    const { announced, count: collections } = this.context.model.demand.collections;
    let next = 0;
    while (next < collections && announced[next]! <= 0) this.announce(next++);
    this.scheduleAnnouncement(next);
  }

  /** Orders already staged when the run begins: their goods stand in the DC, their lines are staged. */
  private takeOver(): void {
    const { model, world } = this.context;
    const { orders, lines } = model.demand;
    for (let order = 0; order < orders.count; order++) {
      if (orders.staged[order] === 0) continue;
      const o = world.orders.columns;
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
        const item = lines.item[line]!;
        const units = lines.units[line]!;
        world.lines.columns.state[line] = LINE.staged;
        world.lines.columns.allocated[line] = world.lines.columns.picked[line] = units;
        addGoods(this.context, order, item, units);
        world.totals.columns.unitsInitial[0]! += units;
        world.totals.columns.unitsStaged[0]! += units;
      }
      o.state[order] = ORDER.staged;
    }
  }

  private scheduleArrival(order: number): void {
    const { model, sim } = this.context;
    const { orders } = model.demand;
    if (order < orders.count) sim.scheduleAt(orders.arrival[order]!, EVENT['order-arrival'], order, 0);
  }

  private arrive(order: number): void {
    const { model, world, sim, recorder, services } = this.context;
    const { orders } = model.demand;
    recorder.event(sim.now, TRACED['order-arrived'], order);
    if (orders.staged[order] === 0) {
      world.orders.columns.state[order] = ORDER.ordered;
      for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
        world.lines.columns.state[line] = LINE.ordered;
      }
      services.orderArrived(order);
      if (orders.kind[order] !== DELIVERY) sim.schedule(0, EVENT['visit-step'], order, 0);
      else {
        const isLate = this.isPlanned(orders.release[order]!);
        if (isLate || model.picking.release === 'continuous') {
          this.toFloor(order);
          sim.schedule(0, EVENT['release-order'], order, 0);
        }
        if (isLate) this.comeLate(order);
      }
    }
  }

  private scheduleAnnouncement(collection: number): void {
    const { model, sim } = this.context;
    const { collections } = model.demand;
    if (collection < collections.count) {
      sim.scheduleAt(collections.announced[collection]!, EVENT['collection-announced'], collection, 0);
    }
  }

  private announce(collection: number): void {
    const { model, world, sim, recorder } = this.context;
    recorder.event(sim.now, TRACED['collection-announced'], collection);
    world.collections.columns.state[collection] = COLLECTION.announced;
    if (this.isPlanned(model.demand.collections.release[collection]!)) this.comeLate(-2 - collection);
  }

  /** Whether the group released at a tick has been planned. */
  private isPlanned(release: number): boolean {
    return this.context.sim.now > Math.max(0, release);
  }

  /** An order, or a collection as -2 - row, has come after its group was planned. */
  private comeLate(subject: number): void {
    const { world, sim } = this.context;
    world.lists.latecomers.push(subject);
    sim.schedule(0, EVENT['re-plan'], NONE, NEW_ORDER);
  }

  private toFloor(order: number): void {
    const { world, sim, recorder } = this.context;
    world.orders.columns.state[order] = ORDER.released;
    recorder.event(sim.now, TRACED['order-released'], order);
  }

  private release(group: number): void {
    const { world, sim, groups } = this.context;
    for (const order of groups[group]!.orders) {
      if (world.orders.columns.state[order] === ORDER.ordered) this.toFloor(order);
    }
    // Stock is reserved first: tours are planned for what will be on board.
    sim.schedule(0, EVENT['release-picking'], group, 0);
    sim.schedule(0, EVENT['plan-tours'], group, 0);
  }
}

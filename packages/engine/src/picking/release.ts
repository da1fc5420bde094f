// Release of orders to the floor: stock is reserved for them, and what is to be picked of them waits for a batch.
//
//   waves        the orders of a group at once: all of them are batched there and then
//   continuous   each order when it arrives: it waits in a pool, which is batched when `poolOrders` wait or the first of them has
//                waited `poolWait_s`; before that, as many batches are begun as there are pickers without work
//
// Nothing is batched out of the pool while nobody who picks is on shift. With parallel zones what lies in each zone is a part of
// its own, and each zone has a pool of its own. Where picks belong to zones they are bound to their places once they are parted.
//
// An order in several parts is given to the zones when there is room for it at the consolidation place; it has that room until
// its last part is there. So all parts of an order that has begun can be picked, some order can always be finished, and room comes
// free: nobody waits for ever. Orders that wait for room get it by due time, and their parts wait in the pools.
//
// Worked example, room for one order: of two that lie in two zones the first is given to both zones; when its second part has
// been brought, the other order is.

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { Priority } from '../kernel/simulation.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { bindPicks, volume_l } from '../world/lines.ts';
import { ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Batches } from './batches.ts';
import type { BatchingPolicy } from './batching/policy.ts';
import { batchingView } from './batching-view.ts';
import { linked, listed } from './parts.ts';
import type { PickRouter } from './router.ts';
import type { PickZones } from './zones.ts';

export class PickRelease {
  private readonly context: Context;
  private readonly zones: PickZones;
  private readonly router: PickRouter;
  private readonly batches: Batches;
  private readonly policy: BatchingPolicy;
  private readonly random: RandomStream;

  constructor(
    context: Context,
    zones: PickZones,
    router: PickRouter,
    batches: Batches,
    workforce: Workforce,
    policy: BatchingPolicy,
  ) {
    this.context = context;
    this.zones = zones;
    this.router = router;
    this.batches = batches;
    this.policy = policy;
    this.random = context.streams.get('policy/batching');
    const { sim } = context;
    sim.on(EVENT['release-picking'], (group) => this.releaseGroup(group));
    sim.on(EVENT['release-order'], (order) => this.releaseOrder(order));
    sim.on(EVENT['pool-due'], () => this.lookAgain());
    workforce.onIdle(() => this.askAgain());
  }

  /** Whether anything waits for room, a batch or a cart: then it is looked at again, after all else of this tick. */
  askAgain(): void {
    const { world, sim } = this.context;
    const { pool, gatherQueue, heldBatches } = world.lists;
    if (pool.length + gatherQueue.length + heldBatches.length > 0) sim.schedule(0, EVENT['pool-due'], 0, 0, Priority.COLLECT);
  }

  // ---- waves -------------------------------------------------------------------------------------------------------

  private releaseGroup(group: number): void {
    const { model, world, services, groups } = this.context;
    const parts: number[] = [];
    // What is released when it arrives has its stock already; the faces are looked at for the whole group all the same.
    if (model.picking.release === 'waves') {
      for (const order of groups[group]!.orders) {
        if (world.orders.columns.state[order] === ORDER.released) parts.push(...this.reserve(order));
      }
    }
    services.waveReserved(group);
    this.forEachZone((zone) => {
      for (const batch of this.decide(this.ofZone(parts, zone), zone)) this.batches.add(batch, zone);
    });
  }

  // ---- the pool ----------------------------------------------------------------------------------------------------

  private releaseOrder(order: number): void {
    this.pool(this.reserve(order));
    this.askAgain();
  }

  /** Parts of an order wait for a batch from now on. */
  private pool(parts: readonly number[]): void {
    const { model, world, sim } = this.context;
    for (const part of parts) {
      world.parts.columns.pooled[part] = sim.now;
      world.lists.pool.push(part);
    }
    const wait = secondsToTicks(model.picking.poolWait_s);
    if (parts.length > 0 && wait < Infinity) sim.schedule(wait, EVENT['pool-due'], 0, 0, Priority.COLLECT);
  }

  private lookAgain(): void {
    this.batches.beginHeld();
    this.admit();
    this.forEachZone((zone) => this.lookAtPool(zone));
  }

  /** Makes batches of what waits in a pool, if it is time. */
  private lookAtPool(zone: number): void {
    const { world } = this.context;
    const { lists } = world;
    const waiting = this.ofZone(lists.pool, zone);
    if (waiting.length === 0) return;
    const first = this.zones.first(world.parts.columns.firstPick[waiting[0]!]!);
    if (this.zones.staff(first) === 0) return;
    const most = this.isDue(waiting) ? Infinity : this.zones.idle(first);
    if (most === 0) return;
    const made = this.decide(waiting, zone).slice(0, most);
    const batched = new Set(made.flat());
    lists.pool = lists.pool.filter((part) => !batched.has(part));
    for (const batch of made) this.batches.add(batch, zone);
  }

  /** Whether the parts of a pool wait no longer for others. Of waves all have come: they wait for a picker only. */
  private isDue(waiting: readonly number[]): boolean {
    const { model, world, sim } = this.context;
    const { release, poolOrders, poolWait_s } = model.picking;
    const waited = sim.now - world.parts.columns.pooled[waiting[0]!]!;
    return release === 'continuous' && (waiting.length >= poolOrders || waited >= secondsToTicks(poolWait_s));
  }

  // ---- room at the consolidation place -----------------------------------------------------------------------------

  /** Orders that wait for room get it, those first that are due first. */
  private admit(): void {
    const { world, model } = this.context;
    const { due } = model.demand.orders;
    const queue = world.lists.gatherQueue;
    while (queue.length > 0 && this.hasRoom()) {
      let next = 0;
      for (let i = 1; i < queue.length; i++) if (due[queue[i]!]! < due[queue[next]!]!) next = i;
      this.pool(this.divide(queue.splice(next, 1)[0]!));
    }
  }

  private hasRoom(): boolean {
    const { ordersDivided, ordersGathered } = this.context.world.totals.columns;
    return ordersDivided[0]! - ordersGathered[0]! < this.context.model.picking.consolidation.orders;
  }

  // ---- both --------------------------------------------------------------------------------------------------------

  /**
   * Reserves stock for an order; returns its parts, if they may be picked now. An order of which nothing is in stock goes on as
   * it is.
   */
  private reserve(order: number): number[] {
    const { model, world, sim, recorder, services } = this.context;
    const { firstLine } = model.demand.orders;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) services.allocateLine(line);
    if (world.orders.columns.open[order] === 0) {
      recorder.event(sim.now, TRACED['order-picked'], order, NONE);
      sim.schedule(0, EVENT['order-picked'], order, 0);
      return [];
    }
    if (!this.needsRoom(order) || (world.lists.gatherQueue.length === 0 && this.hasRoom())) return this.divide(order);
    world.lists.gatherQueue.push(order);
    return [];
  }

  /** Whether what is reserved for an order lies in several of parallel zones. */
  private needsRoom(order: number): boolean {
    if (this.zones.method !== 'parallel-zones') return false;
    const { world } = this.context;
    const first = world.orders.columns.firstPick[order]!;
    const zone = this.zones.first(first);
    return listed(first, world.picks.columns.next).some((pick) => this.zones.ofPick(pick) !== zone);
  }

  /** The parts of an order: one, or one a zone where zones pick at the same time. */
  private divide(order: number): number[] {
    const { world } = this.context;
    const o = world.orders.columns;
    const picks = listed(o.firstPick[order]!, world.picks.columns.next);
    if (this.zones.method !== 'single-zone') bindPicks(this.context, o.firstPick[order]!);
    o.firstPick[order] = NONE;
    const parts: number[] = [];
    this.forEachZone((zone) => {
      const own = zone === NONE ? picks : picks.filter((pick) => this.zones.ofPick(pick) === zone);
      if (own.length > 0) parts.push(this.addPart(order, zone, own));
    });
    o.parts[order] = parts.length;
    if (parts.length > 1) {
      o.gathering[order] = 1;
      world.totals.columns.ordersDivided[0]! += 1;
    }
    return parts;
  }

  private addPart(order: number, zone: number, picks: readonly number[]): number {
    const { world, model } = this.context;
    const part = world.parts.add();
    const p = world.parts.columns;
    p.order[part] = order;
    p.zone[part] = zone;
    p.firstPick[part] = linked(picks, world.picks.columns.next);
    p.next[part] = NONE;
    if (zone === NONE) {
      p.volume_l[part] = world.orders.columns.volume_l[order]!;
      p.weight_kg[part] = world.orders.columns.weight_kg[order]!;
      return part;
    }
    for (const pick of picks) {
      const item = model.demand.lines.item[world.picks.columns.line[pick]!]!;
      const units = world.picks.columns.units[pick]!;
      p.volume_l[part]! += volume_l(this.context, item, units);
      p.weight_kg[part]! += units * model.items.weight_kg[item]!;
    }
    return part;
  }

  /** Batches of parts, in the order in which they are to be picked. */
  private decide(parts: readonly number[], zone: number): number[][] {
    if (parts.length === 0) return [];
    const view = batchingView(this.context, this.zones, this.router, parts, zone);
    return this.policy.decide(view, this.random).map((batch) => batch.map((i) => parts[i]!));
  }

  private ofZone(parts: readonly number[], zone: number): number[] {
    return parts.filter((part) => this.context.world.parts.columns.zone[part] === zone);
  }

  /** Visits every zone that picks a part of its own; -1 where orders are not divided. */
  private forEachZone(visit: (zone: number) => void): void {
    if (this.zones.method !== 'parallel-zones') visit(NONE);
    else this.zones.zones.forEach((_, zone) => visit(zone));
  }
}

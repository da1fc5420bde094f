// Batches on their way to the floor: a batch is made of parts of orders, and a task is added for it, or one a zone.
//
// Where the cart is passed on from zone to zone, a batch begins when a cart is free for it, and the cart goes with it to the end.
// So no picker waits for a cart while others hold all of them for want of him: nobody waits for ever.

import { PICK } from '../model/labour.ts';
import { kinds, type EquipmentPool } from '../workforce/equipment.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { NONE } from '../world/world.ts';
import { linked, listed, partsOf } from './parts.ts';
import type { PickZones } from './zones.ts';

export class Batches {
  private readonly context: Context;
  private readonly zones: PickZones;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;

  constructor(context: Context, zones: PickZones, workforce: Workforce, equipment: EquipmentPool) {
    this.context = context;
    this.zones = zones;
    this.workforce = workforce;
    this.equipment = equipment;
  }

  /** Makes a batch of parts and gives it to the floor, now or as soon as it may begin. @param zone of parallel zones */
  add(parts: readonly number[], zone: number): void {
    const batch = this.make(parts, zone);
    if (this.zones.method !== 'pick-and-pass') this.addTask(batch);
    else if (!this.beginWithCart(batch)) this.context.world.lists.heldBatches.push(batch);
  }

  private make(parts: readonly number[], zone: number): number {
    const { world, model } = this.context;
    const batch = world.batches.add();
    const b = world.batches.columns;
    const { order, firstPick, next } = world.parts.columns;
    b.later[batch] = b.cart[batch] = NONE;
    b.zone[batch] = zone;
    b.firstPart[batch] = linked(parts, next);
    b.firstPick[batch] = linked(
      parts.flatMap((part) => listed(firstPick[part]!, world.picks.columns.next)),
      world.picks.columns.next,
    );
    b.due[batch] = Infinity;
    for (const part of parts) {
      firstPick[part] = NONE;
      b.due[batch] = Math.min(b.due[batch]!, model.demand.orders.due[order[part]!]!);
    }
    return batch;
  }

  private addTask(batch: number): void {
    const b = this.context.world.batches.columns;
    this.workforce.addTask(PICK, batch, this.zones.start(b.zone[batch]!), b.due[batch]!);
  }

  // ---- from zone to zone -------------------------------------------------------------------------------------------

  /** Carts have come free, maybe: the batches that wait for one begin, those first that are due first. */
  beginHeld(): void {
    const { lists, batches } = this.context.world;
    const { due } = batches.columns;
    lists.heldBatches.sort((a, b) => due[a]! - due[b]!);
    lists.heldBatches = lists.heldBatches.filter((batch) => !this.beginWithCart(batch));
  }

  private beginWithCart(batch: number): boolean {
    const b = this.context.world.batches.columns;
    const first = this.zones.first(b.firstPick[batch]!);
    const cart = this.equipment.reserve(kinds(this.zones.equipment(first)), this.zones.start(first));
    if (cart === NONE) return false;
    b.cart[batch] = cart;
    b.later[batch] = b.firstPick[batch]!;
    this.toNextZone(batch);
    return true;
  }

  /** The zone a batch goes to next, -1: none. */
  nextZone(batch: number): number {
    return this.zones.first(this.context.world.batches.columns.later[batch]!);
  }

  /** Place where the tour under way in a batch ends. */
  endPlace(batch: number): number {
    return this.zones.end(this.nextZone(batch));
  }

  /** The cart stands at the start of the next zone: what lies there is to be picked now. */
  toNextZone(batch: number): void {
    const { world, model } = this.context;
    const b = world.batches.columns;
    const picks = world.picks.columns;
    const zone = this.nextZone(batch);
    const all = listed(b.later[batch]!, picks.next);
    const now = all.filter((pick) => this.zones.ofPick(pick) === zone);
    const orders = new Set(now.map((pick) => model.demand.lines.order[picks.line[pick]!]!));
    b.later[batch] = linked(
      all.filter((pick) => this.zones.ofPick(pick) !== zone),
      picks.next,
    );
    b.firstPick[batch] = linked(now, picks.next);
    b.zone[batch] = zone;
    b.visited[batch]! += 1;
    const { order, inZone } = world.parts.columns;
    for (const part of partsOf(this.context, batch)) inZone[part] = orders.has(order[part]!) ? 1 : 0;
    this.addTask(batch);
  }
}

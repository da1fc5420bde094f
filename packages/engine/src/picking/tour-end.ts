// The end of a pick tour: goods are parted by order and handed over, or the cart is passed on to the next zone.
//
//   one picker       at the packing station: the orders are picked
//   zone to zone     at the start of the next zone, where the cart stays for whoever picks there; after the last zone as above
//   parallel zones   at the consolidation place: an order is picked when its last part is there

import { STATE, TRACED } from '../trace/recorder.ts';
import type { EquipmentPool } from '../workforce/equipment.ts';
import type { Workforce } from '../workforce/workforce.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { NONE } from '../world/world.ts';
import type { Batches } from './batches.ts';
import { partsOf } from './parts.ts';
import { endTicks } from './pick-work.ts';
import type { PickRelease } from './release.ts';
import type { PickZones } from './zones.ts';

export class TourEnd {
  private readonly context: Context;
  private readonly zones: PickZones;
  private readonly batches: Batches;
  private readonly release: PickRelease;
  private readonly workforce: Workforce;
  private readonly equipment: EquipmentPool;

  constructor(
    context: Context,
    zones: PickZones,
    batches: Batches,
    release: PickRelease,
    workforce: Workforce,
    equipment: EquipmentPool,
  ) {
    this.context = context;
    this.zones = zones;
    this.batches = batches;
    this.release = release;
    this.workforce = workforce;
    this.equipment = equipment;
  }

  /** Spends the time of parting the goods and handing them over; a cart that is passed on is only left. */
  sort(person: number, batch: number): void {
    const b = this.context.world.batches.columns;
    if (this.batches.nextZone(batch) !== NONE) return;
    const parts = partsOf(this.context, batch).length;
    this.workforce.spend(person, STATE.sorting, endTicks(this.context.model, parts, b.picks[batch]!));
  }

  /** The tour is over: its orders wait for packing, for their other parts, or for the next zone; the cart stays here. */
  finish(person: number, batch: number): void {
    const { world, sim } = this.context;
    const totals = world.totals.columns;
    const b = world.batches.columns;
    totals.pickTours[0]! += 1;
    totals.pickTourLines[0]! += b.lines[batch]!;
    totals.pickTourTicks[0]! += sim.now - b.started[batch]!;
    totals.pickMetres[0]! += world.persons.columns.walked_m[person]! - b.walked_m[batch]!;
    if (this.batches.nextZone(batch) !== NONE) this.passOn(person, batch);
    else this.handOver(person, batch);
    this.workforce.finish(person);
  }

  private passOn(person: number, batch: number): void {
    for (const part of partsOf(this.context, batch)) this.tellZone(person, batch, part);
    this.equipment.keep(person);
    this.batches.toNextZone(batch);
  }

  private handOver(person: number, batch: number): void {
    const { world, sim, recorder } = this.context;
    const { order: orderOf } = world.parts.columns;
    for (const part of partsOf(this.context, batch)) {
      const order = orderOf[part]!;
      this.tellZone(person, batch, part);
      world.parts.release(part);
      if (!this.isComplete(order)) continue;
      recorder.event(sim.now, TRACED['order-picked'], order, person);
      sim.schedule(0, EVENT['order-picked'], order, 0);
    }
    world.batches.release(batch);
    this.equipment.release(person);
    this.release.askAgain();
  }

  private tellZone(person: number, batch: number, part: number): void {
    const { world, sim, recorder } = this.context;
    const zone = world.batches.columns.zone[batch]!;
    const { order, inZone } = world.parts.columns;
    if (zone !== NONE && (this.zones.method === 'parallel-zones' || inZone[part] === 1))
      recorder.event(sim.now, TRACED['zone-picked'], order[part]!, zone, person);
  }

  /** One part of an order has come to the others: whether it was the last. */
  private isComplete(order: number): boolean {
    const { world, sim } = this.context;
    const o = world.orders.columns;
    const totals = world.totals.columns;
    o.parts[order]! -= 1;
    if (o.gathering[order] === 0) return o.parts[order] === 0;
    if (o.firstPartAt[order] === 0) o.firstPartAt[order] = sim.now;
    if (o.parts[order]! > 0) return false;
    o.gathering[order] = 0;
    totals.ordersGathered[0]! += 1;
    totals.gatherTicks[0]! += sim.now - o.firstPartAt[order]!;
    return true;
  }
}

// Pick zones as the process sees them: where a location belongs, who picks there, with what, and where tours begin and end.
//
// With one picker for the whole of an order there are no zones: the zone is -1 everywhere, tours begin at the depot.

import { DEPOT, PACKING, stationPlace } from '../model/building.ts';
import { PICK, PICK_CART } from '../model/labour.ts';
import type { PickMethod, PickZone } from '../model/picking.ts';
import type { Context } from '../world/context.ts';
import { pickLocation } from '../world/lines.ts';
import { NONE } from '../world/world.ts';

export class PickZones {
  readonly method: PickMethod;
  readonly zones: readonly PickZone[];
  /** The picking depot, and where tours that are not in zones end: the first packing station (the depot, where there is none). */
  readonly depot: number;
  readonly packing: number;
  private readonly context: Context;
  private readonly ofArea: Int32Array;

  /** Throws where a storage area is in no zone: scenarios are validated before. */
  constructor(context: Context) {
    const { picking, building } = context.model;
    this.context = context;
    this.method = picking.method;
    this.zones = picking.method === 'single-zone' ? [] : picking.zones;
    this.depot = stationPlace(building.stations, DEPOT);
    this.packing = stationPlace(building.stations, PACKING, this.depot);
    this.ofArea = new Int32Array(building.areas.length).fill(NONE);
    this.zones.forEach(({ areas }, zone) => areas.forEach((area) => (this.ofArea[area] = zone)));
    const without = this.ofArea.indexOf(NONE);
    if (picking.method !== 'single-zone' && without >= 0)
      throw new Error(`storage area ${building.areas[without]!.id} is in no pick zone`);
  }

  /** The zone of a location, -1: the whole building. */
  of(location: number): number {
    return this.ofArea[this.context.model.locations.area[location]!]!;
  }

  ofPick(pick: number): number {
    return this.of(pickLocation(this.context, pick));
  }

  /** The first zone, in the order in which carts are passed on, with picks of a list; -1 where the list is empty. */
  first(firstPick: number): number {
    const { next } = this.context.world.picks.columns;
    let first = NONE;
    for (let pick = firstPick; pick !== NONE; pick = next[pick]!) {
      const zone = this.ofPick(pick);
      if (first === NONE || zone < first) first = zone;
    }
    return first;
  }

  /** Place where tours of a zone begin. */
  start(zone: number): number {
    return zone === NONE ? this.depot : this.zones[zone]!.start;
  }

  /**
   * Place where the tour of a zone ends: the next zone where the cart is passed on (-1: to nobody), the consolidation place
   * where parts of orders are brought together, otherwise packing.
   */
  end(next: number): number {
    if (this.method === 'parallel-zones') return this.context.model.picking.consolidation.place;
    return next === NONE ? this.packing : this.zones[next]!.start;
  }

  /** What picks of a zone travel on: index into EQUIPMENT_KINDS. */
  equipment(zone: number): number {
    return zone === NONE ? PICK_CART : this.zones[zone]!.equipment;
  }

  /** Whether a person picks in a zone. */
  mayPick(person: number, zone: number): boolean {
    const { labour } = this.context.model;
    const { role } = labour.people[person]!;
    if (!labour.roles[role]!.skills.includes(PICK)) return false;
    return zone === NONE || this.zones[zone]!.roles.length === 0 || this.zones[zone]!.roles.includes(role);
  }

  /** People on shift, and staying, who pick in a zone. */
  staff(zone: number): number {
    const { onShift, leaving } = this.context.world.persons.columns;
    let count = 0;
    for (let person = 0; person < onShift.length; person++) {
      if (onShift[person] === 1 && leaving[person] === 0 && this.mayPick(person, zone)) count++;
    }
    return count;
  }

  /** People without a task who pick in a zone. */
  idle(zone: number): number {
    return this.context.world.lists.idle.filter((person) => this.mayPick(person, zone)).length;
  }
}

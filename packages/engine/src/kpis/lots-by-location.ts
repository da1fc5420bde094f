// What the lots say of the locations they lie in: their ages, what has expired, what will before it is asked for.
//
// Cost: O(lots + locations), and of sorting the lots of an SKU of which several will expire.

import { TICKS_PER_DAY } from '../base/units.ts';
import type { Context } from '../world/context.ts';
import { NONE, type World } from '../world/world.ts';
import { atRisk } from './expiry-risk.ts';

export interface LotsByLocation {
  /** [item] units in the storage, on their way between two locations too. */
  readonly onHand: Float64Array;
  /** [location] days since receipt, summed over the units. */
  readonly age_d: Float64Array;
  /** [location] units that have expired, and that will before they are asked for. */
  readonly expired: Float64Array;
  readonly atRisk: Float64Array;
}

/**
 * @param received [location] NaN; written: tick at which the oldest units there were received
 * @param expiry_d [location] NaN; written: days to the expiry of the first to expire, Infinity: none does
 */
export function lotsByLocation({ model, world, sim }: Context, received: Float64Array, expiry_d: Float32Array): LotsByLocation {
  const locations = model.locations.count;
  const found = {
    onHand: new Float64Array(model.items.count),
    age_d: new Float64Array(locations),
    expired: new Float64Array(locations),
    atRisk: new Float64Array(locations),
    received,
    expiry_d,
  };
  const expiring = new Int32Array(model.items.count); // lots that will expire
  readLots(world, sim.now, found, expiring);
  addRisk(world, sim.now, model.items.demand, expiring, found.atRisk);
  return found;
}

type Found = LotsByLocation & { readonly received: Float64Array; readonly expiry_d: Float32Array };

/** Hot loop: it stands alone, with every column in a local name. */
function readLots(world: World, now: number, found: Found, expiring: Int32Array): void {
  const {
    item: itemOf,
    units: unitsOf,
    received: receivedOf,
    expiry: expiryOf,
    location: locationOf,
    moving,
  } = world.lots.columns;
  const { onHand, age_d, expired, received, expiry_d } = found;
  const { count } = world.lots;
  for (let lot = 0; lot < count; lot++) {
    const units = unitsOf[lot]!;
    if (units === 0) continue;
    const item = itemOf[lot]!;
    const expiry = expiryOf[lot]!;
    onHand[item]! += units;
    if (expiry > now && expiry < Infinity) expiring[item]!++;
    const location = moving[lot] === 0 ? locationOf[lot]! : placeOfMoving(world, lot);
    if (location === NONE) continue;
    const days = (expiry - now) / TICKS_PER_DAY;
    if (!(received[location]! <= receivedOf[lot]!)) received[location] = receivedOf[lot]!;
    if (!(expiry_d[location]! <= days)) expiry_d[location] = days;
    age_d[location]! += (units * (now - receivedOf[lot]!)) / TICKS_PER_DAY;
    if (days <= 0) expired[location]! += units;
  }
}

/** Where a lot lies that is being moved: where it is to be fetched from; on a truck: NONE. */
function placeOfMoving({ lots: { columns: lots }, moves: { columns: moves } }: World, lot: number): number {
  if (lots.moving[lot] === 1) return NONE;
  const move = lots.move[lot]!;
  return moves.item[move] === lots.item[lot] ? moves.from[move]! : moves.to[move]!;
}

/** Hot loop, as above. @param expiring [item] lots that will expire; 0 afterwards where there are several */
function addRisk(world: World, now: number, demand: Float64Array, expiring: Int32Array, risk: Float64Array): void {
  const { item: itemOf, units, reserved, expiry, location, moving } = world.lots.columns;
  const { count } = world.lots;
  const several = new ExpiringLots();
  for (let lot = 0; lot < count; lot++) {
    const at = expiry[lot]!;
    if (!(at > now && at < Infinity)) continue;
    const item = itemOf[lot]!;
    if (expiring[item] === 1) {
      const lost = units[lot]! - reserved[lot]! - (demand[item]! * (at - now)) / TICKS_PER_DAY;
      const place = moving[lot] === 0 ? location[lot]! : placeOfMoving(world, lot);
      if (lost > 0 && place !== NONE) risk[place]! += lost;
    } else if (expiring[item]! > 1) {
      several.addRisk(world, item, now, demand[item]!, risk);
      expiring[item] = 0;
    }
  }
}

/** The lots of one SKU that will expire, where there are several. Re-used for every SKU. */
class ExpiringLots {
  private readonly rows: number[] = [];
  private readonly units: number[] = [];
  private readonly days: number[] = [];
  private readonly lost: number[] = [];

  addRisk(world: World, item: number, now: number, demand: number, risk: Float64Array): void {
    const lots = world.lots.columns;
    let count = 0;
    for (let lot = world.items.columns.firstLot[item]!; lot !== NONE; lot = lots.next[lot]!) {
      const expiry = lots.expiry[lot]!;
      if (expiry <= now || expiry === Infinity) continue;
      this.rows[count] = lot;
      this.units[count] = lots.units[lot]! - lots.reserved[lot]!;
      this.days[count++] = (expiry - now) / TICKS_PER_DAY;
    }
    if (atRisk(count, this.units, this.days, demand, this.lost) === 0) return;
    for (let i = 0; i < count; i++) {
      const lot = this.rows[i]!;
      const place = lots.moving[lot] === 0 ? lots.location[lot]! : placeOfMoving(world, lot);
      if (place !== NONE) risk[place]! += this.lost[i]!;
    }
  }
}

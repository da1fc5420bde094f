// What delivery costs, and whom: the cost of each tour that is back, shared equally by its stops, and at each stop by the weight of
// the goods among the tenants that own them.
//
// A tour costs its kilometres, its driver's time and, the vehicle's first of a day, the day's fixed cost. A stop at which nobody was
// costs as much as any other. Parcels of collections are their member's: they count for the stores, not for tenants.

import type { Context } from '../world/context.ts';

export interface DeliveryCosts {
  /** KRW by store and by tenant. */
  readonly store_krw: Float64Array;
  readonly tenant_krw: Float64Array;
  /** Of collection stops, KRW. */
  readonly collections_krw: number;
  /** Of the tours that are back and had a stop, KRW, and their stops. */
  readonly total_krw: number;
  readonly stops: number;
  /** Orders and cartons (or loose pieces) handed over at these stops. */
  readonly orders: number;
  readonly cartons: number;
}

export function deliveryCosts({ model, world }: Context): DeliveryCosts {
  const { tours, tourStops } = world;
  const t = tours.columns;
  const s = tourStops.columns;
  const store_krw = new Float64Array(model.fleet.stores.count);
  const tenant_krw = new Float64Array(model.tenants.length);
  let collections_krw = 0;
  let total_krw = 0;
  let stops = 0;
  let orders = 0;
  let cartons = 0;
  for (let tour = 0; tour < tours.count; tour++) {
    if (t.cost_krw[tour]! === 0 || t.stops[tour]! === 0) continue;
    total_krw += t.cost_krw[tour]!;
    stops += t.stops[tour]!;
    const share_krw = t.cost_krw[tour]! / t.stops[tour]!;
    for (let stop = t.firstStop[tour]!; stop < t.firstStop[tour]! + t.stops[tour]!; stop++) {
      const order = s.order[stop]!;
      if (order < 0) {
        collections_krw += share_krw;
        store_krw[model.demand.collections.store[s.collection[stop]!]!]! += share_krw;
        continue;
      }
      orders += 1;
      cartons += world.orders.columns.cartons[order]!;
      store_krw[model.demand.orders.store[order]!]! += share_krw;
      shareAmongTenants(model, world, order, share_krw, tenant_krw);
    }
  }
  return { store_krw, tenant_krw, collections_krw, total_krw, stops, orders, cartons };
}

function shareAmongTenants(
  model: Context['model'],
  world: Context['world'],
  order: number,
  share_krw: number,
  tenant_krw: Float64Array,
): void {
  const { orders, lines } = model.demand;
  const { items } = model;
  const picked = world.lines.columns.picked;
  let all_kg = 0;
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
    all_kg += picked[line]! * items.weight_kg[lines.item[line]!]!;
  }
  if (all_kg === 0) return;
  for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
    const item = lines.item[line]!;
    tenant_krw[items.tenant[item]!]! += (share_krw * picked[line]! * items.weight_kg[item]!) / all_kg;
  }
}

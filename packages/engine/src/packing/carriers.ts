// Loading an order's cartons and loose goods on roll containers or pallets.
//
// A closed carton stands upright, and is as fragile as what it holds. What is too large or too heavy for every carrier goes
// along without one.

import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import type { OrderCartons } from './cartons.ts';
import { type CarrierGoods, loadCarriers } from './loading/carriers.ts';

const LITRES_PER_CUBIC_METRE = 1000;
const GRAMS_PER_KG = 1000;

/** Loads the order; tells and counts its carriers, how many they are is left in its `carriers`. */
export function loadOnCarriers(context: Context, order: number, cartons: OrderCartons): void {
  const { model, world, sim, recorder } = context;
  const { carriers: types } = model.packing;
  const totals = world.totals.columns;
  const goods: CarrierGoods[] = [];
  const goods_g: number[] = [];
  cartons.forEach(order, (row) => {
    goods.push(goodsOf(context, row));
    goods_g.push(world.cartons.columns.goods_g[row]!);
  });
  const { carriers } = loadCarriers(goods, types);
  for (const { type, placements } of carriers) {
    const carrier = types[type]!;
    let load_g = 0;
    for (const { box } of placements) {
      const { length_m, width_m, height_m } = goods[box]!;
      load_g += goods_g[box]!;
      totals.carrierLoad_l[0]! += length_m * width_m * height_m * LITRES_PER_CUBIC_METRE;
    }
    totals.carriers[0]! += 1;
    totals.carrierVolume_l[0]! += carrier.length_m * carrier.width_m * carrier.height_m * LITRES_PER_CUBIC_METRE;
    totals.carriers_krw[0]! += carrier.cost_krw;
    recorder.event(sim.now, TRACED['carrier-loaded'], order, type, load_g);
  }
  world.orders.columns.carriers[order] = carriers.length;
}

/** A carton, or a loose unit, as it is loaded. */
function goodsOf({ model, world }: Context, row: number): CarrierGoods {
  const { cartons, items } = model;
  const c = world.cartons.columns;
  const item = c.item[row]!;
  const type = c.type[row]!;
  const common = {
    weight_kg: c.goods_g[row]! / GRAMS_PER_KG,
    fragile: c.fragile[row] === 1,
    temperature: c.temperature[row]!,
  };
  if (type >= 0) {
    const { length_m, width_m, height_m } = cartons[type]!;
    return { ...common, length_m, width_m, height_m, upright: true };
  }
  return {
    ...common,
    length_m: items.length_m[item]!,
    width_m: items.width_m[item]!,
    height_m: items.height_m[item]!,
    upright: items.upright[item] === 1,
  };
}

// The cartons of an order at the packing station: what the cartonization policy puts into which, and what they cost.
//
// They are decided when the packing begins, since the time it takes depends on them, and told and counted when it ends. A unit
// too large for every carton is a piece of its own among them.

import type { RandomStream } from '../base/random.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { volume_l, WRONG } from '../world/lines.ts';
import { grams } from '../world/loads.ts';
import { NONE } from '../world/world.ts';
import { cartonVolume_m3 } from './cartonization/contents.ts';
import type { CartonizationPolicy } from './cartonization/policy.ts';
import { packLines, type PickedUnits } from './packing-preview.ts';

const LITRES_PER_CUBIC_METRE = 1000;

export class OrderCartons {
  private readonly context: Context;
  private readonly policy: CartonizationPolicy;
  private readonly random: RandomStream;

  constructor(context: Context, policy: CartonizationPolicy) {
    this.context = context;
    this.policy = policy;
    this.random = context.streams.get('policy/cartonization');
  }

  /** Decides the cartons of an order: rows of `world.cartons`, a list from the order's `firstCarton`. */
  fill(order: number): void {
    const { model, world } = this.context;
    const { firstLine } = model.demand.orders;
    const lines = world.lines.columns;
    const goods: PickedUnits[] = [];
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      const units = lines.picked[line]!;
      if (units > 0) goods.push({ line, units });
    }
    const packed = this.policy.decide({ lines: packLines(model, goods), cartons: model.cartons }, this.random);
    world.orders.columns.cartons[order] = packed.length;
    let last = NONE;
    /** Most units of a line in one carton so far. */
    const most = new Map<number, number>();
    for (const { carton, contents } of packed) {
      const row = world.cartons.add();
      world.cartons.columns.type[row] = carton;
      world.cartons.columns.item[row] = world.cartons.columns.next[row] = NONE;
      for (const [index, units] of contents) {
        const { line } = goods[index]!;
        this.put(row, line, units);
        // A wrong number is looked for with the last units of its line, another article where most of it lies.
        if (lines.wrong[line] === WRONG.article && units <= (most.get(line) ?? 0)) continue;
        most.set(line, units);
        lines.carton[line] = row;
      }
      if (last === NONE) world.orders.columns.firstCarton[order] = row;
      else world.cartons.columns.next[last] = row;
      last = row;
    }
  }

  /** Puts units of a line into a carton. */
  private put(row: number, line: number, units: number): void {
    const { model, world } = this.context;
    const c = world.cartons.columns;
    const item = model.demand.lines.item[line]!;
    const temperature = model.items.temperature[item]!;
    if (c.goods_l[row]! > 0 && c.temperature[row] !== temperature)
      throw new Error(
        `the policy ${this.policy.id} puts goods of temperature classes ${c.temperature[row]} and ${temperature} together`,
      );
    const unit_g = grams(model, item);
    if (c.type[row]! < 0) c.item[row] = item;
    c.temperature[row] = temperature;
    c.fragile[row]! |= model.items.fragile[item]!;
    c.goods_g[row]! += units * unit_g;
    c.squares_g2[row]! += units * unit_g * unit_g;
    c.goods_l[row]! += volume_l(this.context, item, units);
    const { wrong, wrong_g, picked } = world.lines.columns;
    if (wrong[line] === WRONG.article) c.off_g[row]! += (wrong_g[line]! * units) / picked[line]!;
  }

  /** Every carton and piece of an order, in the order in which the policy gave them. */
  forEach(order: number, visit: (carton: number) => void): void {
    const { cartons, orders } = this.context.world;
    for (let row = orders.columns.firstCarton[order]!; row !== NONE; row = cartons.columns.next[row]!) visit(row);
  }

  /** The order is packed: tells its cartons, counts their goods and what they cost. */
  account(order: number): void {
    const { model, world, sim, recorder } = this.context;
    const { packing, cartons } = model;
    const c = world.cartons.columns;
    const totals = world.totals.columns;
    this.forEach(order, (row) => {
      const type = c.type[row]!;
      totals.packaging_krw[0]! += packing.label_krw;
      if (type >= 0) {
        const inner_l = cartonVolume_m3(cartons[type]!) * LITRES_PER_CUBIC_METRE;
        totals.cartonVolume_l[0]! += inner_l;
        totals.packedVolume_l[0]! += c.goods_l[row]!;
        totals.packaging_krw[0]! += cartons[type]!.cost_krw + packing.voidFill_krwPerL * Math.max(0, inner_l - c.goods_l[row]!);
      }
      recorder.event(sim.now, TRACED['carton-packed'], order, type, c.goods_g[row]!);
    });
    totals.cartons[0]! += world.orders.columns.cartons[order]!;
    totals.ordersPacked[0]! += 1;
  }

  /** The cartons of an order leave the station: their rows are given back. */
  clear(order: number): void {
    const { cartons, orders } = this.context.world;
    let row = orders.columns.firstCarton[order]!;
    while (row !== NONE) {
      const next = cartons.columns.next[row]!;
      cartons.release(row);
      row = next;
    }
    orders.columns.firstCarton[order] = NONE;
  }
}

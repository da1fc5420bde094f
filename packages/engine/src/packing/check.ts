// The check at the packing station: which wrong picks of an order are found, what that takes, and what passes.
//
//   none     nothing is found
//   count    every unit is counted: every wrong pick is found
//   weight   every carton is weighed (check-weight.ts); the wrong picks in those that are opened are found
//
// A unit too many or too few is missed with the last units of its line; another article lies in all cartons of its line, in
// proportion, and is found where most of it lies. The weights of an order's cartons are drawn from its own stream.

import { normalByInversion } from '../base/distributions.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { FOUND, WRONG, wrongPickFound } from '../world/lines.ts';
import { GRAMS_PER_KG } from '../world/loads.ts';
import type { OrderCartons } from './cartons.ts';
import { isOff, shown_g } from './check-weight.ts';

export class PackingCheck {
  private readonly context: Context;
  private readonly cartons: OrderCartons;

  constructor(context: Context, cartons: OrderCartons) {
    this.context = context;
    this.cartons = cartons;
  }

  /** Where cartons are weighed: puts those of an order on the scale, and marks what is to be opened. */
  weigh(order: number): void {
    const { model, world, streams } = this.context;
    const { check, scaleStep_kg, sigmas, unitWeightCv } = model.packing;
    if (check !== 'weight') return;
    const c = world.cartons.columns;
    const lines = world.lines.columns;
    const random = streams.once(`order-${order}/weigh`);
    const step_g = scaleStep_kg * GRAMS_PER_KG;
    this.forEachWrong(order, (line) => {
      if (lines.wrong[line] === WRONG.number) c.off_g[lines.carton[line]!]! += lines.wrong_g[line]!;
    });
    this.cartons.forEach(order, (row) => {
      const deviation_g = unitWeightCv * Math.sqrt(c.squares_g2[row]!);
      const weight_g = normalByInversion(random, c.goods_g[row]! + c.off_g[row]!, deviation_g);
      c.off_g[row] = shown_g(weight_g, step_g) - c.goods_g[row]!;
      c.opened[row] = isOff(c.off_g[row]!, deviation_g, step_g, sigmas) ? 1 : 0;
    });
  }

  /** Checking the order and putting right what is found, seconds. After `weigh`. */
  seconds(order: number): number {
    const { packing, operations } = this.context.model;
    const { cartons, lines } = this.context.world;
    let seconds = 0;
    this.forEachWrong(order, (line) => {
      if (this.isFound(line)) seconds += operations.mispickCorrection_s;
    });
    if (packing.check === 'count')
      this.forEachLine(order, (line) => (seconds += packing.countUnit_s * lines.columns.picked[line]!));
    if (packing.check !== 'weight') return seconds;
    this.cartons.forEach(order, (row) => {
      seconds += packing.weighCarton_s + (cartons.columns.opened[row] === 1 ? packing.openCarton_s : 0);
    });
    return seconds;
  }

  /** The check is over: what it found is right now, the rest goes on unknown. Tells both kinds of findings. */
  settle(order: number, person: number): void {
    const { model, world, sim, recorder } = this.context;
    const lines = world.lines.columns;
    const totals = world.totals.columns;
    const wrongIn = new Set<number>();
    this.forEachWrong(order, (line) => {
      totals.wrongAtPacking[0]! += 1;
      wrongIn.add(lines.carton[line]!);
      if (this.isFound(line)) wrongPickFound(this.context, line, person, FOUND.atPacking);
    });
    if (model.packing.check !== 'weight') return;
    const c = world.cartons.columns;
    this.cartons.forEach(order, (row) => {
      const right = !wrongIn.has(row);
      if (right) totals.cartonsRight[0]! += 1;
      if (c.opened[row] === 0) return;
      totals.cartonsOpened[0]! += 1;
      if (right) totals.falseAlarms[0]! += 1;
      recorder.event(sim.now, TRACED['carton-opened'], order, c.type[row]!, Math.round(c.off_g[row]!));
    });
  }

  /** Whether the check finds that a line is wrong, which it is. */
  private isFound(line: number): boolean {
    const { cartons, lines } = this.context.world;
    const { check } = this.context.model.packing;
    return check === 'count' || (check === 'weight' && cartons.columns.opened[lines.columns.carton[line]!] === 1);
  }

  private forEachWrong(order: number, visit: (line: number) => void): void {
    const { picked, wrong } = this.context.world.lines.columns;
    this.forEachLine(order, (line) => {
      if (wrong[line]! > 0 && picked[line]! > 0) visit(line);
    });
  }

  private forEachLine(order: number, visit: (line: number) => void): void {
    const { firstLine } = this.context.model.demand.orders;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) visit(line);
  }
}

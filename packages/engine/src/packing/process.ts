// Packing: a picked order is checked, packed into cartons at a station and carried to its staging lane.
//
//   order-picked → [pack]: station → cartons → lane → order-staged

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { OUTBOUND, PACKING, stationPlace } from '../model/building.ts';
import { PACK } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { StationPool } from '../workforce/stations.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { passLines, pickedLines } from '../world/lines.ts';
import { LINE, ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import { cartonVolume_m3, unitVolume_m3 } from './cartonization/contents.ts';
import type { CartonizationPolicy, PackLine } from './cartonization/policy.ts';

const LITRES_PER_CUBIC_METRE = 1000;

export class PackingProcess {
  private readonly context: Context;
  private readonly workforce: Workforce;
  private readonly stations: StationPool;
  private readonly movement: Movement;
  private readonly policy: CartonizationPolicy;
  private readonly random: RandomStream;
  private readonly place: number;

  constructor(context: Context, workforce: Workforce, stations: StationPool, movement: Movement, policy: CartonizationPolicy) {
    this.context = context;
    this.workforce = workforce;
    this.stations = stations;
    this.movement = movement;
    this.policy = policy;
    this.random = context.streams.get('policy/cartonization');
    this.place = stationPlace(context.model.building.stations, PACKING);
    context.sim.on(EVENT['order-picked'], (order) => this.accept(order));
    workforce.register(PACK, (person) => this.pack(person));
  }

  private accept(order: number): void {
    const { model, world } = this.context;
    world.orders.columns.state[order] = ORDER.picked;
    this.workforce.addTask(PACK, order, this.place, model.demand.orders.due[order]!);
  }

  private pack(person: number): void {
    const { world, sim, recorder } = this.context;
    const p = world.persons.columns;
    const order = this.workforce.subject(person);
    switch (p.step[person]) {
      case 0:
        p.step[person] = 1;
        if (!this.stations.seize(person, PACKING)) return;
      // falls through
      case 1:
        p.step[person] = 2;
        this.movement.walk(person, this.stations.place(person), STATE.walking);
        this.workforce.spend(person, STATE.packing, this.packTicks(person, order));
        return this.workforce.proceed(person);
      case 2: {
        p.step[person] = 3;
        this.fillCartons(order);
        passLines(this.context, order, LINE.packed);
        world.orders.columns.state[order] = ORDER.packed;
        recorder.event(sim.now, TRACED['order-packed'], order, person, world.orders.columns.cartons[order]!);
        this.stations.release(person);
        this.movement.walk(person, this.lanePlace(order));
        return this.workforce.proceed(person);
      }
      default:
        this.stage(order);
        this.workforce.finish(person);
    }
  }

  private packTicks(person: number, order: number): number {
    const { model, world, streams } = this.context;
    const { operations } = model;
    const fixed =
      operations.packLine_s * pickedLines(this.context, order) +
      operations.mispickCorrection_s * world.orders.columns.wrongPicks[order]!;
    return drawTicks(operations.packOrder, streams.get(`person-${person}/pack`)) + secondsToTicks(fixed);
  }

  private fillCartons(order: number): void {
    const { model, world } = this.context;
    const { items, demand, cartons } = model;
    const lines: PackLine[] = [];
    for (let line = demand.orders.firstLine[order]!; line < demand.orders.firstLine[order + 1]!; line++) {
      const units = world.lines.columns.picked[line]!;
      if (units === 0) continue;
      const item = demand.lines.item[line]!;
      lines.push({
        units,
        length_m: items.length_m[item]!,
        width_m: items.width_m[item]!,
        height_m: items.height_m[item]!,
        weight_kg: items.weight_kg[item]!,
        temperature: items.temperature[item]!,
      });
    }
    const packed = this.policy.decide({ lines, cartons }, this.random);
    const totals = world.totals.columns;
    for (const { carton, contents } of packed) {
      if (carton < 0) continue; // loose goods
      totals.cartonVolume_l[0]! += cartonVolume_m3(cartons[carton]!) * LITRES_PER_CUBIC_METRE;
      for (const [line, units] of contents)
        totals.packedVolume_l[0]! += units * unitVolume_m3(lines[line]!) * LITRES_PER_CUBIC_METRE;
    }
    totals.cartons[0]! += packed.length;
    world.orders.columns.cartons[order] = packed.length;
  }

  /** The lane of the order's tour; for an order without a tour the first outbound lane. */
  private lane(order: number): number {
    const planned = this.context.world.orders.columns.lane[order]!;
    return planned !== NONE ? planned : this.context.model.building.stagingLanes.findIndex((lane) => lane.kind === OUTBOUND);
  }

  private lanePlace(order: number): number {
    return this.context.model.building.stagingLanes[this.lane(order)]!.place;
  }

  private stage(order: number): void {
    const { world, sim, recorder } = this.context;
    const o = world.orders.columns;
    const totals = world.totals.columns;
    const lane = this.lane(order);
    o.lane[order] = lane;
    o.state[order] = ORDER.staged;
    passLines(this.context, order, LINE.staged, 'unitsInMotion', 'unitsStaged');
    totals.ordersStaged[0]! += 1;
    totals.lastStaged[0] = sim.now;
    recorder.event(sim.now, TRACED['order-staged'], order, lane);
    sim.schedule(0, EVENT['order-staged'], order, 0);
  }
}

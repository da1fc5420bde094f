// Packing: a picked order is checked, packed into cartons at a station and carried to its staging lane.
//
//   order-picked → [pack]: station → cartons → lane → order-packed

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { OUTBOUND, PACKING } from '../model/building.ts';
import { PACK } from '../model/labour.ts';
import { STATE, TRACED } from '../trace/recorder.ts';
import type { Movement } from '../workforce/movement.ts';
import type { StationPool } from '../workforce/stations.ts';
import type { Workforce } from '../workforce/workforce.ts';
import { drawTicks, type Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { LINE, ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
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
    this.place = context.model.building.stations.find((station) => station.kind === PACKING)?.place ?? 0;
    context.sim.on(EVENT['order-picked'], (order) => this.accept(order));
    workforce.register(PACK, (person) => this.pack(person));
  }

  private accept(order: number): void {
    const { model, world, sim } = this.context;
    const o = world.orders.columns;
    o.state[order] = ORDER.picked;
    o.picked[order] = sim.now;
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
        this.setLines(order, LINE.packed);
        world.orders.columns.state[order] = ORDER.packed;
        world.orders.columns.packed[order] = sim.now;
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
    const { operations, demand } = model;
    const lines = demand.orders.firstLine[order + 1]! - demand.orders.firstLine[order]!;
    const fixed = operations.packLine_s * lines + operations.mispickCorrection_s * world.orders.columns.wrongPicks[order]!;
    return drawTicks(operations.packOrder, streams.get(`person-${person}/pack`)) + secondsToTicks(fixed);
  }

  private fillCartons(order: number): void {
    const { model, world } = this.context;
    const { items, demand, cartons } = model;
    const lines: PackLine[] = [];
    let volume_l = 0;
    for (let line = demand.orders.firstLine[order]!; line < demand.orders.firstLine[order + 1]!; line++) {
      const units = world.lines.columns.picked[line]!;
      if (units === 0) continue;
      const item = demand.lines.item[line]!;
      const length_m = items.length_m[item]!;
      const width_m = items.width_m[item]!;
      const height_m = items.height_m[item]!;
      volume_l += units * length_m * width_m * height_m * LITRES_PER_CUBIC_METRE;
      lines.push({ units, length_m, width_m, height_m, weight_kg: items.weight_kg[item]!, temperature: items.temperature[item]! });
    }
    const packed = this.policy.decide({ lines, cartons }, this.random);
    const totals = world.totals.columns;
    for (const { carton } of packed) {
      if (carton < 0) continue;
      const type = cartons[carton]!;
      totals.cartonVolume_l[0]! += type.length_m * type.width_m * type.height_m * LITRES_PER_CUBIC_METRE;
      totals.cartonCost_krw[0]! += type.cost_krw;
    }
    totals.packedVolume_l[0]! += volume_l;
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
    const { model, world, sim, recorder } = this.context;
    const { firstLine } = model.demand.orders;
    const o = world.orders.columns;
    const lane = this.lane(order);
    o.lane[order] = lane;
    o.state[order] = ORDER.staged;
    o.staged[order] = sim.now;
    world.lanes.columns.orders[lane]! += 1;
    this.setLines(order, LINE.staged);
    const totals = world.totals.columns;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      totals.unitsInMotion[0]! -= world.lines.columns.picked[line]!;
      totals.unitsStaged[0]! += world.lines.columns.picked[line]!;
    }
    totals.ordersStaged[0]! += 1;
    totals.lastStaged[0] = sim.now;
    recorder.event(sim.now, TRACED['order-staged'], order, lane);
    sim.schedule(0, EVENT['order-packed'], order, 0);
  }

  private setLines(order: number, state: number): void {
    const { firstLine } = this.context.model.demand.orders;
    const lines = this.context.world.lines.columns;
    for (let line = firstLine[order]!; line < firstLine[order + 1]!; line++) {
      if (lines.picked[line]! > 0) lines.state[line] = state;
    }
  }
}

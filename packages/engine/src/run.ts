// A run: a model, a choice of policies and a seed become events, a trace and KPIs. Wiring only.

import { RandomStreams, type SavedStreams } from './base/random.ts';
import { CounterProcess } from './counter/process.ts';
import { DeliveryProcess } from './delivery/process.ts';
import { DispatchProcess } from './dispatch/process.ts';
import { Simulation, type SavedSimulation } from './kernel/simulation.ts';
import { Tally } from './kernel/statistics.ts';
import { congestionReport, type CongestionReport } from './kpis/congestion.ts';
import { deliveryCosts, type DeliveryCosts } from './kpis/delivery-costs.ts';
import type { KpiValues } from './kpis/definition.ts';
import { measureKpis } from './kpis/kpis.ts';
import { storageReport, type StorageReport } from './kpis/storage-report.ts';
import type { Model } from './model/model.ts';
import type { PolicyChoice } from './model/policy.ts';
import type { CartonizationPolicy, PackedCarton } from './packing/cartonization/policy.ts';
import { packingPreview, type PickedUnits } from './packing/packing-preview.ts';
import { PackingProcess } from './packing/process.ts';
import { PickingProcess } from './picking/process.ts';
import { tourPreview, type PreviewPick, type TourPreviewResult } from './picking/tour-preview.ts';
import { policyOf } from './policies.ts';
import { describeEvent, type PendingEvent } from './describe-event.ts';
import { ReceivingProcess } from './receiving/process.ts';
import { StorageProcess } from './storage/process.ts';
import type { RunningAssignment } from './storage/re-slotting/assignment.ts';
import { ReSlottingProcess } from './storage/re-slotting/process.ts';
import { ReplenishmentProcess } from './storage/replenishment/process.ts';
import { MEMBER, TRUCK, VEHICLE, type AgentTable, type TraceChunk } from './trace/format.ts';
import { Recorder, type SavedRecorder } from './trace/recorder.ts';
import { EquipmentPool } from './workforce/equipment.ts';
import { Movement } from './workforce/movement.ts';
import { StationPool } from './workforce/stations.ts';
import { Workforce } from './workforce/workforce.ts';
import { firstAgent, type Context, type Services } from './world/context.ts';
import { groupOrders } from './world/groups.ts';
import { agentTable, World, type SavedWorld } from './world/world.ts';
import { Doors } from './yard/doors.ts';

export const ENGINE_VERSION = '0.1.0';

/** The whole state of a run between two events; structured-clonable. */
export interface RunSnapshot {
  readonly engine: string;
  readonly sim: SavedSimulation;
  readonly world: SavedWorld;
  readonly streams: SavedStreams;
  readonly recorder: SavedRecorder;
  readonly tallies: Readonly<Record<string, readonly number[]>>;
}

export interface RunOptions {
  /** Independent repetition of the same run, 0, 1, … */
  readonly replication?: number;
  /** Keep the trace for `drain`. Without it a run needs no memory for its history. */
  readonly record?: boolean;
}

export class Run {
  readonly horizon: number;
  readonly agents: AgentTable;
  private readonly context: Context;
  private readonly storage: StorageProcess;
  private readonly cartonization: CartonizationPolicy;
  private readonly reSlotting: ReSlottingProcess;

  constructor(model: Model, choice: PolicyChoice, seed: number, options: RunOptions = {}) {
    this.horizon = model.horizon;
    this.agents = agentTable(model);
    const sim = new Simulation();
    const context = (this.context = {
      model,
      sim,
      world: new World(model),
      recorder: new Recorder(this.agents.count, sim.hash, options.record ?? false),
      streams: new RandomStreams(seed, options.replication ?? 0),
      groups: groupOrders(model.demand),
      services: {} as Services,
      tallies: {
        orderCycle: new Tally(),
        dockToStock: new Tally(),
        visit: new Tally(),
        tour: new Tally(),
        packingQueue: new Tally(),
      },
      firstTruckAgent: firstAgent(this.agents, TRUCK),
      firstVehicleAgent: firstAgent(this.agents, VEHICLE),
      cartAgent: cartAgents(this.agents),
    });

    const movement = new Movement(context);
    const workforce = new Workforce(context, movement, policyOf(choice, 'task-dispatching'));
    const equipment = new EquipmentPool(context, workforce, movement);
    const stations = new StationPool(context, workforce);
    const doors = new Doors(context, policyOf(choice, 'door-assignment'));
    const replenishment = new ReplenishmentProcess(context, workforce, equipment, movement, policyOf(choice, 'replenishment'));
    this.storage = new StorageProcess(
      context,
      {
        storageAssignment: policyOf(choice, 'storage-assignment'),
        putAway: policyOf(choice, 'put-away'),
        stockSelection: policyOf(choice, 'stock-selection'),
      },
      replenishment,
    );
    this.reSlotting = new ReSlottingProcess(context, workforce, equipment, movement, policyOf(choice, 're-slotting'));
    const receiving = new ReceivingProcess(context, workforce, equipment, movement, doors, this.storage);
    new PickingProcess(context, workforce, equipment, movement, {
      batching: policyOf(choice, 'batching'),
      routing: policyOf(choice, 'routing'),
    });
    this.cartonization = policyOf(choice, 'cartonization');
    new PackingProcess(context, workforce, stations, movement, this.cartonization);
    const dispatch = new DispatchProcess(context);
    const delivery = new DeliveryProcess(context, workforce, movement, doors, {
      vehicleRouting: policyOf(choice, 'vehicle-routing'),
      replanning: policyOf(choice, 're-planning'),
    });
    const counter = new CounterProcess(context, workforce, equipment, stations, movement);

    for (const part of [
      workforce,
      equipment,
      this.storage,
      replenishment,
      this.reSlotting,
      receiving,
      dispatch,
      delivery,
      counter,
    ]) {
      part.begin();
    }
  }

  /** The present, ticks. */
  get now(): number {
    return this.context.sim.now;
  }

  /** Events executed so far. */
  get events(): number {
    return this.context.sim.executed;
  }

  /** Trace hash so far, 16 hex digits: equal for equal runs on every machine. */
  hash(): string {
    return this.context.sim.hash.digest();
  }

  /** Executes everything up to and at `tick` (at most the horizon). */
  runUntil(tick: number): void {
    this.context.sim.runUntil(Math.min(tick, this.horizon));
  }

  /** Executes one event and says which; undefined where none is left before the horizon. */
  step(): PendingEvent | undefined {
    const next = this.upcoming(1)[0];
    if (next === undefined) return undefined;
    this.context.sim.step();
    return next;
  }

  /** The next events in the order in which they will be executed (unless one of them schedules another between). */
  upcoming(count: number): PendingEvent[] {
    const { sim } = this.context;
    return sim
      .upcoming(count)
      .filter(({ tick }) => tick <= this.horizon)
      .map((event) => describeEvent(this.context, event));
  }

  /** The trace since the last drain. Needs `record`. */
  drain(): TraceChunk {
    return this.context.recorder.drain(this.now);
  }

  /** The KPIs that can be computed now, by id. */
  kpis(): KpiValues {
    return measureKpis(this.context);
  }

  /** The storage as it is now, by location and by level. */
  storageReport(): StorageReport {
    return storageReport(this.context);
  }

  /** The tour of an order alone under a routing policy; nothing of the run changes. What it throws for is in tour-preview.ts. */
  tourPreview(order: number, routing: string, picks?: readonly PreviewPick[]): TourPreviewResult {
    return tourPreview(this.context, order, routing, picks);
  }

  /** The cartons in which this run's policy would pack some goods; nothing of the run changes. */
  packingPreview(goods: readonly PickedUnits[]): PackedCarton[] {
    return packingPreview(this.context.model, this.cartonization, goods);
  }

  /** For what was waited so far, where traffic is modelled: aisles and faces, the most congested first. */
  congestion(): CongestionReport {
    return congestionReport(this.context);
  }

  /** What the tours that are back cost, by store and by tenant. */
  deliveryCosts(): DeliveryCosts {
    return deliveryCosts(this.context);
  }

  /** Who lives where now: what `planReSlotting` goes by. */
  assignment(): RunningAssignment {
    return this.reSlotting.assignment();
  }

  snapshot(): RunSnapshot {
    const { sim, world, streams, recorder, tallies } = this.context;
    return {
      engine: ENGINE_VERSION,
      sim: sim.save(),
      world: world.save(),
      streams: streams.save(),
      recorder: recorder.save(),
      tallies: Object.fromEntries(Object.entries(tallies).map(([name, tally]) => [name, tally.save()])),
    };
  }

  /** Continues from a snapshot of a run of the same model, policies, seed and engine version. */
  restore(snapshot: RunSnapshot): void {
    if (snapshot.engine !== ENGINE_VERSION) {
      throw new Error(`the snapshot is of engine ${snapshot.engine}, this is ${ENGINE_VERSION}: run it again from the start`);
    }
    const { sim, world, streams, recorder, tallies } = this.context;
    sim.restore(snapshot.sim);
    world.restore(snapshot.world);
    streams.restore(snapshot.streams);
    recorder.restore(snapshot.recorder);
    for (const [name, tally] of Object.entries(tallies)) tally.restore(snapshot.tallies[name]!);
    this.storage.refresh();
  }
}

/** Agent of each shopping cart, by equipment index. */
function cartAgents(agents: AgentTable): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (let agent = 0; agent < agents.count; agent++) {
    if (agents.kind[agent] === MEMBER) map.set(agents.subject[agent]!, agent);
  }
  return map;
}

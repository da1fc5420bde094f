// Tour planning: the orders of one departure become tours of vehicles, by the vehicle-routing policy.
//
// Every order is a stop of its own. A vehicle's tours are driven in the order of planning. Each tour gets the outbound lane
// with the most room left, so that its orders stand together. An order that is short of everything is no stop; one that turns
// out so later is dropped.

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { emptiestLane, takeLane } from '../world/lanes.ts';
import type { OrderGroup } from '../world/groups.ts';
import { allShort } from '../world/lines.ts';
import { NONE } from '../world/world.ts';
import type { VehicleRoutingPolicy } from './routing/policy.ts';

export class TourPlanner {
  private readonly context: Context;
  private readonly policy: VehicleRoutingPolicy;
  private readonly random: RandomStream;

  constructor(context: Context, policy: VehicleRoutingPolicy) {
    this.context = context;
    this.policy = policy;
    this.random = context.streams.get('policy/vehicle-routing');
  }

  /** Road distance between the stores of two orders; NONE stands for the DC. Straight line × road factor, kilometres. */
  distance_km(orderA: number, orderB: number): number {
    const { fleet, demand } = this.context.model;
    const storeA = orderA === NONE ? NONE : demand.orders.store[orderA]!;
    const storeB = orderB === NONE ? NONE : demand.orders.store[orderB]!;
    const dx = (storeA < 0 ? 0 : fleet.stores.east_km[storeA]!) - (storeB < 0 ? 0 : fleet.stores.east_km[storeB]!);
    const dy = (storeA < 0 ? 0 : fleet.stores.north_km[storeA]!) - (storeB < 0 ? 0 : fleet.stores.north_km[storeB]!);
    return Math.sqrt(dx * dx + dy * dy) * fleet.roads.roadFactor;
  }

  /** Plans the tours of a group and schedules their loading. */
  plan(group: OrderGroup): void {
    const { model, world, sim } = this.context;
    const o = world.orders.columns;
    const orders = group.orders.filter((order) => !allShort(this.context, order));
    // A vehicle without a driver stays where it is.
    const manned = model.fleet.vehicles.flatMap(({ driver }, vehicle) => (driver === NONE ? [] : [vehicle]));
    if (orders.length === 0 || manned.length === 0) return;
    const tours = this.policy.decide(
      {
        stops: orders.map((order) => ({
          weight_kg: o.weight_kg[order]!,
          volume_l: o.volume_l[order]!,
          compartments: o.compartments[order]!,
        })),
        vehicles: manned.map((vehicle) => model.fleet.vehicles[vehicle]!),
        distance_km: (from, to) => this.distance_km(from < 0 ? NONE : orders[from]!, to < 0 ? NONE : orders[to]!),
      },
      this.random,
    );
    const loadingFrom = Math.max(sim.now, group.due - secondsToTicks(model.operations.loadLead_s));
    for (const { vehicle, stops } of tours) {
      const tour = this.addTour(
        manned[vehicle]!,
        stops.map((stop) => orders[stop]!),
        group.due,
      );
      sim.scheduleAt(loadingFrom, EVENT['loading-due'], tour, 0);
    }
  }

  private addTour(vehicle: number, orders: readonly number[], due: number): number {
    const { world, sim, recorder } = this.context;
    const tour = world.tours.add();
    const lane = emptiestLane(this.context);
    recorder.event(sim.now, TRACED['tour-planned'], tour, vehicle, orders.length);
    const firstStop = world.tourStops.count;
    orders.forEach((order, position) => {
      const stop = world.tourStops.add();
      world.tourStops.columns.order[stop] = order;
      world.orders.columns.tour[order] = tour;
      takeLane(this.context, order, lane);
      recorder.event(sim.now, TRACED['tour-stop-planned'], tour, order, position);
    });
    const t = world.tours.columns;
    t.vehicle[tour] = vehicle;
    t.firstStop[tour] = firstStop;
    t.stops[tour] = orders.length;
    t.door[tour] = NONE;
    t.lane[tour] = lane;
    t.due[tour] = due;
    t.departed[tour] = NONE;
    return tour;
  }
}

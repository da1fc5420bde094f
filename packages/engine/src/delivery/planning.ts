// Tour planning: the orders and collections of one departure become tours of vehicles, by the vehicle-routing policy.
//
// Every order and every collection is a stop of its own. A vehicle's tours are driven in the order of planning: the first is due when
// the group is, a later one when the vehicle is expected back and loaded again. Each tour gets the outbound lane with the most room
// left, so that its orders stand together. An order that is short of everything is no stop; one that turns out so later is dropped.
// What no vehicle takes stays in the DC.

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { AMBIENT } from '../model/building.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import type { OrderGroup } from '../world/groups.ts';
import { allShort } from '../world/lines.ts';
import { COLLECTION, ORDER } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Cooling } from '../yard/cooling.ts';
import type { Expectation } from './expectation.ts';
import type { Roads } from './roads.ts';
import { freeAfter, manned, offerOf, routingView } from './routing-view.ts';
import type { VehicleRoutingPolicy } from './routing/policy.ts';
import { addTour, collectionOf, dueOf, ofCollection, openTours, orderOf, ordersOf, subjectsOf } from './tours.ts';

/** The driver of a tour that has nothing to be loaded is at his vehicle this long before it departs. */
const BOARD_LEAD_S = 300;

export class TourPlanner {
  private readonly context: Context;
  private readonly roads: Roads;
  private readonly expectation: Expectation;
  private readonly cooling: Cooling;
  private readonly policy: VehicleRoutingPolicy;
  private readonly random: RandomStream;

  constructor(context: Context, roads: Roads, expectation: Expectation, cooling: Cooling, policy: VehicleRoutingPolicy) {
    this.context = context;
    this.roads = roads;
    this.expectation = expectation;
    this.cooling = cooling;
    this.policy = policy;
    this.random = context.streams.get('policy/vehicle-routing');
  }

  /** Plans the tours of a group, of what there is of it, and schedules their loading. */
  planGroup(group: OrderGroup): void {
    const { world } = this.context;
    const { state } = world.collections.columns;
    this.plan(
      [
        ...group.orders.filter((order) => this.isToBePlanned(order)),
        ...group.collections.filter((row) => state[row] === COLLECTION.announced).map((row) => ofCollection(row)),
      ],
      group.due,
    );
  }

  /** Whether an order has come and has no tour yet, though there is something of it. */
  isToBePlanned(order: number): boolean {
    const { state, tour } = this.context.world.orders.columns;
    return (
      state[order] !== ORDER.expected && state[order] !== ORDER.closed && tour[order] === NONE && !allShort(this.context, order)
    );
  }

  /** Plans tours for some orders and collections that are due to leave at a tick. */
  plan(subjects: readonly number[], due: number): void {
    const { world, sim } = this.context;
    if (subjects.length === 0) return;
    const leaving = Math.max(due, sim.now);
    this.expectReturns();
    const offered = manned(this.context)
      .filter((vehicle) => world.vehicles.columns.brokenUntil[vehicle]! <= sim.now)
      .map((vehicle) => offerOf(this.context, vehicle, leaving, () => true));
    const answer =
      offered.length === 0
        ? []
        : this.policy.decide(routingView(this.context, this.roads, subjects, offered, leaving), this.random);
    const left = new Set(subjects);
    const tours = new Map<number, number>();
    for (const { vehicle, stops } of answer) {
      const { vehicle: index, offer } = offered[vehicle]!;
      const before = tours.get(index);
      const free = before === undefined ? secondsToTicks(offer.availableFrom_s) : freeAfter(this.context, before);
      const leaves = Math.max(due, free);
      const own = stops.map((stop) => subjects[stop]!);
      const tour = addTour(this.context, index, own, before === undefined ? due : leaves);
      this.expectation.plan(tour, leaves);
      this.scheduleLoading(tour);
      tours.set(index, tour);
      for (const subject of own) left.delete(subject);
    }
    this.tellUnplanned([...left]);
  }

  /** When the tours that have not departed are expected back, as things are now. */
  expectReturns(): void {
    const { world, sim } = this.context;
    const { due, departed } = world.tours.columns;
    for (const vehicle of manned(this.context)) {
      let free = Math.max(sim.now, world.vehicles.columns.heldUntil[vehicle]!);
      for (const tour of openTours(this.context, vehicle)) {
        if (departed[tour] === NONE) this.expectation.plan(tour, Math.max(due[tour]!, free));
        free = freeAfter(this.context, tour);
      }
    }
  }

  /** When the driver is asked to load a tour, or, where there is nothing to be loaded, to get in. */
  loadingFrom(tour: number): number {
    const { model, world, sim } = this.context;
    const lead_s = ordersOf(this.context, tour).length > 0 ? model.operations.loadLead_s : BOARD_LEAD_S;
    return Math.max(sim.now, world.tours.columns.due[tour]! - secondsToTicks(lead_s));
  }

  scheduleLoading(tour: number): void {
    const { world, sim } = this.context;
    const from = this.loadingFrom(tour);
    sim.scheduleAt(from, EVENT['loading-due'], tour, 0);
    if (this.needsCold(tour)) this.cooling.plan(world.tours.columns.vehicle[tour]!, from);
  }

  /** Whether a tour has goods that want a cold load space. */
  needsCold(tour: number): boolean {
    const { compartments } = this.context.world.orders.columns;
    return ordersOf(this.context, tour).some((order) => (compartments[order]! & ~(1 << AMBIENT)) !== 0);
  }

  /** The tours of a vehicle that are not begun are due again, one after the other: the first when its stops are. */
  dueAnew(tours: readonly number[], after: number): void {
    const { world, sim } = this.context;
    let before = after;
    for (const tour of tours) {
      const subjects = subjectsOf(this.context, tour);
      const free = before === NONE ? sim.now : freeAfter(this.context, before);
      world.tours.columns.due[tour] = Math.max(free, ...subjects.map((subject) => dueOf(this.context, subject)));
      this.expectation.plan(tour, world.tours.columns.due[tour]!);
      this.scheduleLoading(tour);
      before = tour;
    }
  }

  private tellUnplanned(subjects: readonly number[]): void {
    const { world, sim, recorder } = this.context;
    for (const subject of subjects) {
      recorder.event(sim.now, TRACED['delivery-unplanned'], orderOf(subject), collectionOf(subject));
      world.totals.columns.ordersUnplanned[0]! += 1;
    }
  }
}

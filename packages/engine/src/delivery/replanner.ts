// Re-planning, the process's side: when a running plan is looked at again, and what becomes of the policy's answer.
//
//   worse expectation, breakdown, latecomer → 're-plan' (same tick) → policy → tours changed, told, and expected anew
//
// Stops that are done, being served or headed for stay; a tour that is being loaded stays whole; what is on board stays there. A
// latecomer that the policy leaves out gets a tour of its own by the vehicle-routing policy, if any vehicle can take it.

import type { RandomStream } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { TRACED } from '../trace/recorder.ts';
import type { Context } from '../world/context.ts';
import { EVENT } from '../world/events.ts';
import { COLLECTION, TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Expectation } from './expectation.ts';
import type { TourPlanner } from './planning.ts';
import { checkAnswer } from './replanning-answer.ts';
import { replanningSituation, type Situation } from './replanning-view.ts';
import { CAUSES, type Cause, type ReplanningPolicy } from './re-planning/policy.ts';
import type { Roads } from './roads.ts';
import type { VehicleTour } from './routing/policy.ts';
import { addTour, collectionOf, dueOf, isUnderWay, openTours, setStops, subjectsOf } from './tours.ts';

export class Replanner {
  private readonly context: Context;
  private readonly roads: Roads;
  private readonly expectation: Expectation;
  private readonly planner: TourPlanner;
  private readonly policy: ReplanningPolicy;
  private readonly random: RandomStream;

  constructor(context: Context, roads: Roads, expectation: Expectation, planner: TourPlanner, policy: ReplanningPolicy) {
    this.context = context;
    this.roads = roads;
    this.expectation = expectation;
    this.planner = planner;
    this.policy = policy;
    this.random = context.streams.get('policy/re-planning');
    context.sim.on(EVENT['re-plan'], (_vehicle, cause) => this.replan(CAUSES[cause]!));
  }

  /** A stop of a tour is expected so many ticks later than was told last: true where the plan is looked at again now. */
  lookAt(tour: number, worse: number): boolean {
    const { model, world } = this.context;
    const { replanAfter_s } = model.delivery;
    if (replanAfter_s === Infinity || worse < secondsToTicks(replanAfter_s)) return false;
    this.ask(world.tours.columns.vehicle[tour]!, 'delay');
    return true;
  }

  /** A vehicle has broken down, so that it cannot be counted on. */
  brokenDown(vehicle: number): void {
    if (this.context.model.delivery.replanAfter_s < Infinity) this.ask(vehicle, 'breakdown');
  }

  private ask(vehicle: number, cause: Cause): void {
    this.context.sim.schedule(0, EVENT['re-plan'], vehicle, CAUSES.indexOf(cause));
  }

  private replan(cause: Cause): void {
    const { world } = this.context;
    const latecomers = world.lists.latecomers.splice(0).filter((subject) => this.isToBePlanned(subject));
    if (cause === 'new-order' && latecomers.length === 0) return;
    this.planner.expectReturns();
    const situation = replanningSituation(this.context, this.roads, this.expectation, cause, latecomers);
    const answer = situation.view.stops.length > 0 ? this.policy.decide(situation.view, this.random) : undefined;
    if (answer !== undefined) {
      checkAnswer(situation.view, answer);
      if (this.carryOut(situation, answer, cause)) this.count(situation, answer);
    }
    this.planRest(latecomers.filter((subject) => this.isToBePlanned(subject)));
  }

  private isToBePlanned(subject: number): boolean {
    if (subject >= 0) return this.planner.isToBePlanned(subject);
    return this.context.world.collections.columns.state[collectionOf(subject)] === COLLECTION.announced;
  }

  private count({ view }: Situation, answer: readonly VehicleTour[]): void {
    const totals = this.context.world.totals.columns;
    const before = new Map(view.tours.flatMap(({ vehicle, stops }) => stops.map((stop) => [stop, vehicle] as const)));
    totals.replans[0]! += 1;
    for (const { vehicle, stops } of answer) {
      totals.replanStops[0]! += stops.length;
      for (const stop of stops) if (before.has(stop) && before.get(stop) !== vehicle) totals.stopsMoved[0]! += 1;
    }
  }

  /** Running tours first, then those to come. Returns whether any is another than before. */
  private carryOut({ subjects, offered }: Situation, answer: readonly VehicleTour[], cause: Cause): boolean {
    const { world } = this.context;
    let changed = false;
    const lists = offered.map((_, index) =>
      answer.filter(({ vehicle }) => vehicle === index).map(({ stops }) => stops.map((stop) => subjects[stop]!)),
    );
    const running = offered.map(
      ({ vehicle }) => openTours(this.context, vehicle).find((tour) => isUnderWay(this.context, tour)) ?? NONE,
    );
    running.forEach((tour, index) => {
      if (tour === NONE) return;
      changed = this.change(tour, this.expectation.free(tour).position, lists[index]!.shift()!, cause) || changed;
    });
    offered.forEach(({ vehicle }, index) => {
      const open = openTours(this.context, vehicle);
      const planned = open.filter((tour) => world.tours.columns.phase[tour] === TOUR_PHASE.planned);
      const before = open.filter((tour) => world.tours.columns.phase[tour] !== TOUR_PHASE.planned).at(-1) ?? NONE;
      const own = lists[index]!.filter((stops) => stops.length > 0);
      changed = this.remake(vehicle, planned, own, before, cause) || changed;
    });
    for (const tour of running) if (tour !== NONE) this.expectation.tell(tour);
    return changed;
  }

  /** The tours of a vehicle that have not begun are these now; whether they are others than before. */
  private remake(
    vehicle: number,
    planned: readonly number[],
    lists: readonly (readonly number[])[],
    before: number,
    cause: Cause,
  ): boolean {
    const { world, sim } = this.context;
    let changed = false;
    planned.forEach((tour, i) => {
      changed = this.change(tour, 0, lists[i] ?? [], cause) || changed;
      if (world.tours.columns.stops[tour] === 0) world.tours.columns.phase[tour] = TOUR_PHASE.over;
    });
    const more = lists.slice(planned.length);
    for (const own of more) addTour(this.context, vehicle, own, sim.now);
    if (!changed && more.length === 0) return false;
    const left = openTours(this.context, vehicle).filter((tour) => world.tours.columns.phase[tour] === TOUR_PHASE.planned);
    this.planner.dueAnew(left, before);
    return changed;
  }

  /** The stops of a tour from a position on, where they are others than before; whether they are. */
  private change(tour: number, position: number, subjects: readonly number[], cause: Cause): boolean {
    const { sim, recorder } = this.context;
    if (subjectsOf(this.context, tour, position).join() === subjects.join()) return false;
    recorder.event(sim.now, TRACED['tour-changed'], tour, position, CAUSES.indexOf(cause));
    setStops(this.context, tour, position, subjects);
    return true;
  }

  /** What the policy has left out, each departure by itself. */
  private planRest(subjects: readonly number[]): void {
    const dues = [...new Set(subjects.map((subject) => dueOf(this.context, subject)))].sort((a, b) => a - b);
    for (const due of dues) {
      this.planner.plan(
        subjects.filter((subject) => dueOf(this.context, subject) === due),
        due,
      );
    }
  }
}

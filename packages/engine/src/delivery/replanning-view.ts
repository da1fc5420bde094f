// What a re-planning policy is shown: the tours under way and those not begun, with what is still free in them.

import { ticksToSeconds } from '../base/units.ts';
import type { Context } from '../world/context.ts';
import { ORDER, TOUR_PHASE } from '../world/states.ts';
import { NONE } from '../world/world.ts';
import type { Expectation, Free } from './expectation.ts';
import type { Cause, ReplanningView } from './re-planning/policy.ts';
import type { Roads } from './roads.ts';
import { loadOf, manned, offerOf, routingView, type Offered } from './routing-view.ts';
import type { UnderWay, VehicleTour } from './routing/policy.ts';
import { dueOf, isUnderWay, openTours, subjectsOf } from './tours.ts';

/** Drivers wait for the answer: a search has this share of the budget it has when tours are planned. */
const BUDGET_SHARE = 0.3;

/** The view, and what its stops and vehicles are. */
export interface Situation {
  readonly view: ReplanningView;
  readonly subjects: readonly number[];
  readonly offered: readonly Offered[];
}

export function replanningSituation(
  context: Context,
  roads: Roads,
  expectation: Expectation,
  cause: Cause,
  latecomers: readonly number[],
): Situation {
  const { world, sim } = context;
  const { phase, due } = world.tours.columns;
  const isPlanned = (tour: number): boolean => phase[tour] === TOUR_PHASE.planned;
  const soonest = Math.min(...soonestDues(context, latecomers));
  const subjects: number[] = [];
  const offered: Offered[] = [];
  const tours: VehicleTour[] = [];
  for (const vehicle of manned(context)) {
    const open = openTours(context, vehicle);
    const running = open.find((tour) => isUnderWay(context, tour)) ?? NONE;
    const planned = open.filter(isPlanned);
    const counts = world.vehicles.columns.brokenUntil[vehicle]! <= sim.now;
    if (running === NONE && planned.length === 0 && !counts) continue;
    const free = running === NONE ? undefined : expectation.free(running);
    const lists = planned.map((tour) => subjectsOf(context, tour));
    if (free !== undefined) lists.unshift(subjectsOf(context, running, free.position));
    const first = tours.length;
    for (const own of lists) {
      tours.push({ vehicle: offered.length, stops: own.map((_, i) => subjects.length + i) });
      subjects.push(...own);
    }
    const underWay = free === undefined ? undefined : underWayOf(context, running, free, tours[first]!.stops);
    const leaving = free === undefined ? Math.max(sim.now, planned.length > 0 ? due[planned[0]!]! : soonest) : sim.now;
    offered.push(offerOf(context, vehicle, leaving, (tour) => !isPlanned(tour), underWay, free?.place));
  }
  subjects.push(...latecomers);
  const view = routingView(context, roads, subjects, offered, sim.now);
  return { subjects, offered, view: { ...view, iterations: Math.ceil(view.iterations * BUDGET_SHARE), cause, tours } };
}

/** When tours that have not begun, and latecomers, are due; now, if there are none. */
function soonestDues(context: Context, latecomers: readonly number[]): number[] {
  const { world, sim } = context;
  const { phase, due } = world.tours.columns;
  const dues = latecomers.map((subject) => dueOf(context, subject));
  for (let tour = 0; tour < world.tours.count; tour++) if (phase[tour] === TOUR_PHASE.planned) dues.push(due[tour]!);
  return dues.length > 0 ? dues : [sim.now];
}

function underWayOf(context: Context, tour: number, { position, leaves }: Free, stops: readonly number[]): UnderWay {
  const { world } = context;
  const subjects = subjectsOf(context, tour);
  let fetched_kg = 0;
  let fetched_l = 0;
  for (const subject of subjects.slice(0, position)) {
    if (subject >= 0 && world.orders.columns.state[subject] !== ORDER.undelivered) continue;
    fetched_kg += loadOf(context, subject).weight_kg;
    fetched_l += loadOf(context, subject).volume_l;
  }
  return {
    free_s: ticksToSeconds(leaves),
    onBoard: stops.filter((_, i) => subjects[position + i]! >= 0),
    fetched_kg,
    fetched_l,
    done: position,
    driven_km: world.tours.columns.km[tour]!,
  };
}

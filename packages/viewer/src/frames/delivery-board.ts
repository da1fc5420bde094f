// Delivery at an instant, as a dispatcher sees it: vehicles with their tours, stops with their status, window and expected time, and
// the figures over all of them. Everything follows from the record and the tick; nothing is kept.
//
// Worked example: a stop closes at 12:00. Told at 11:00 to be reached at 12:10, it is expected 600 s late at 11:30; not begun by
// 12:00 it is late; begun at 12:05 it was 300 s late.

import { planAt, toldAt, type DeliveryStop, type DeliveryTour, type TourPlan } from './delivery-tours.ts';
import { isOnRoad, TICKS_PER_DAY, TICKS_PER_SECOND, VEHICLE, windowOfStore, type Model, type Window } from './engine.ts';
import { deliveryLogOf } from './delivery-log.ts';
import type { RunRecord } from './timeline.ts';
import type { Hold } from './vehicle-log.ts';

export const STOP_STATUSES = ['planned', 'waiting', 'next', 'serving', 'done', 'failed'] as const;
export type StopStatus = (typeof STOP_STATUSES)[number];

export interface StopView {
  readonly stop: DeliveryStop;
  readonly position: number;
  readonly status: StopStatus;
  /** undefined: open all day. */
  readonly window: Window | undefined;
  /** When service began, or is expected to begin, tick; undefined where nothing is told yet. */
  readonly eta: number | undefined;
  /** Late: it began after its window, or has not begun though the window is over. Expected: it is told to begin after it. */
  readonly late: 'no' | 'late' | 'expected';
  /** Seconds after the window, as it was or as far as is told. */
  readonly late_s: number;
}

export interface TourView {
  readonly tour: DeliveryTour;
  readonly phase: 'planned' | 'out' | 'back';
  readonly plan: TourPlan;
  /** The plan before, where the tour was planned anew after its first plan. */
  readonly before: TourPlan | undefined;
  readonly stops: readonly StopView[];
  /** Stops at which service has ended. */
  readonly done: number;
}

export interface VehicleView {
  readonly vehicle: number;
  /** Index into AGENT_STATES. */
  readonly state: number;
  readonly hold: Hold | undefined;
  /** Those of the day, and any that is not back yet. */
  readonly tours: readonly TourView[];
  /** Kilometres driven this day. */
  readonly km: number;
}

export interface BoardFigures {
  readonly out: number;
  readonly vehicles: number;
  readonly done: number;
  readonly left: number;
  readonly failed: number;
  readonly late: number;
  readonly expectedLate: number;
  readonly km: number;
  /** Share of the ended stops that were served in time, 0-1; NaN before the first. */
  readonly onTime: number;
  /** Parcels of collections on board or fetched this day, and those that are at the DC. */
  readonly parcelsCollected: number;
  readonly parcelsReceived: number;
  /** Tours planned anew this day. */
  readonly replanned: number;
}

export interface Board {
  readonly vehicles: readonly VehicleView[];
  readonly figures: BoardFigures;
}

/** The window of a stop. */
export function windowOfStop(model: Model, stop: DeliveryStop): Window | undefined {
  const { orders, collections } = model.demand;
  return windowOfStore(
    model.fleet.stores,
    stop.store,
    stop.order >= 0 ? orders.due[stop.order]! : collections.due[stop.collection]!,
  );
}

export function viewStop(model: Model, tour: DeliveryTour, plan: TourPlan, position: number, tick: number): StopView {
  const stop = plan.stops[position]!;
  const window = windowOfStop(model, stop);
  const status = statusOf(tour, plan, position, tick);
  const begun = stop.begun <= tick;
  const eta = begun ? stop.begun : toldAt(stop, tick);
  const close = window?.closes ?? Infinity;
  const late_s = begun ? stop.late_s : Math.max(0, (Math.max(eta ?? 0, tick) - close) / TICKS_PER_SECOND);
  const late = late_s === 0 ? 'no' : begun || tick > close ? 'late' : 'expected';
  return { stop, position, status, window, eta, late, late_s };
}

function statusOf(tour: DeliveryTour, plan: TourPlan, position: number, tick: number): StopStatus {
  const stop = plan.stops[position]!;
  if (stop.ended <= tick) return stop.failed ? 'failed' : 'done';
  if (stop.begun <= tick) return 'serving';
  if (tour.departed > tick) return 'planned';
  return plan.stops.findIndex((one) => one.ended > tick) === position ? 'next' : 'waiting';
}

export function viewTour(model: Model, tour: DeliveryTour, tick: number): TourView | undefined {
  const plan = planAt(tour, tick);
  if (plan === undefined) return undefined;
  const stops = plan.stops.map((_, position) => viewStop(model, tour, plan, position, tick));
  return {
    tour,
    plan,
    stops,
    phase: tour.returned <= tick ? 'back' : tour.departed <= tick ? 'out' : 'planned',
    before: tour.plans[tour.plans.indexOf(plan) - 1],
    done: stops.filter(({ status }) => status === 'done' || status === 'failed').length,
  };
}

/** Kilometres that a vehicle drove on the road between two ticks: straight lines times the road factor, so about, where a matrix is given. */
export function drivenKm(record: RunRecord, vehicle: number, from: number, to: number): number {
  const agent = record.index.agent(VEHICLE, vehicle);
  if (agent < 0) return 0;
  let sum = 0;
  record.track(agent).eachLeg(from, to, (x0, y0, x1, y1, state) => {
    if (isOnRoad(state)) sum += Math.sqrt((x1 - x0) * (x1 - x0) + (y1 - y0) * (y1 - y0));
  });
  return sum * record.model.fleet.roads.roadFactor;
}

const boards = new WeakMap<RunRecord, { readonly tick: number; readonly version: number; readonly board: Board }>();

/** Delivery at a tick; the list and the map of one instant share it. O(tours + stops + segments of the day). */
export function boardAt(record: RunRecord, tick: number): Board {
  const last = boards.get(record);
  if (last?.tick === tick && last.version === record.version) return last.board;
  const board = makeBoard(record, tick);
  boards.set(record, { tick, version: record.version, board });
  return board;
}

function makeBoard(record: RunRecord, tick: number): Board {
  const { model } = record;
  const log = deliveryLogOf(record);
  const day = Math.floor(tick / TICKS_PER_DAY) * TICKS_PER_DAY;
  const views = model.fleet.vehicles.map((): TourView[] => []);
  for (const tour of log.tours.tours) {
    if (tour === undefined || tour.returned < day) continue;
    const view = viewTour(model, tour, tick);
    if (view !== undefined && view.stops.length > 0) views[tour.vehicle]?.push(view);
  }
  const vehicles = views.map((tours, vehicle): VehicleView => ({
    vehicle,
    state: record.stateAt(record.index.agent(VEHICLE, vehicle), tick),
    hold: log.vehicles.holdOf(vehicle, tick),
    tours,
    km: drivenKm(record, vehicle, day, tick),
  }));
  return { vehicles, figures: figuresOf(record, vehicles, day, tick) };
}

function figuresOf(record: RunRecord, vehicles: readonly VehicleView[], day: number, tick: number): BoardFigures {
  const { model } = record;
  const { collected, received } = deliveryLogOf(record).tours;
  const tours = vehicles.flatMap((vehicle) => vehicle.tours);
  const stops = tours.flatMap((tour) => tour.stops);
  const count = (is: (view: StopView) => boolean): number => stops.filter(is).length;
  const ended = count(({ stop }) => stop.ended <= tick);
  const parcels = (at: Float64Array): number =>
    at.reduce((sum, when, i) => sum + (day <= when && when <= tick ? model.demand.collections.parcels[i]! : 0), 0);
  return {
    out: tours.filter(({ phase }) => phase === 'out').length,
    vehicles: vehicles.length,
    done: count(({ status }) => status === 'done'),
    failed: count(({ status }) => status === 'failed'),
    left: count(({ stop }) => stop.ended > tick),
    late: count(({ late }) => late === 'late'),
    expectedLate: count(({ late }) => late === 'expected'),
    km: vehicles.reduce((sum, { km }) => sum + km, 0),
    onTime: ended === 0 ? NaN : count(({ status, late }) => status === 'done' && late === 'no') / ended,
    parcelsCollected: parcels(collected),
    parcelsReceived: parcels(received),
    replanned: tours.filter(({ before }) => before !== undefined).length,
  };
}

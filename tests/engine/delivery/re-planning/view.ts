// Re-planning views for tests: plans that are cut off at some moment of the day, and what is wrong with an answer.

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import type { Cause, ReplanningView } from '../../../../packages/engine/src/delivery/re-planning/policy.ts';
import { planCost } from '../../../../packages/engine/src/delivery/routing/plan-cost.ts';
import type {
  VehicleOffer,
  VehicleRoutingView,
  VehicleStop,
  VehicleTour,
} from '../../../../packages/engine/src/delivery/routing/policy.ts';
import { planeView, type Point, stop, vehicle } from '../routing/view.ts';

/** Places of stops, then of vehicles: node stops + v is where vehicle v will be free. */
export function runningView(
  stops: readonly (Partial<VehicleStop> & { readonly at: Point })[],
  vehicles: readonly (Partial<VehicleOffer> & { readonly at?: Point })[],
  tours: readonly VehicleTour[],
  change: Partial<ReplanningView> = {},
): ReplanningView {
  const places = [...stops.map(({ at }) => at), ...vehicles.map(({ at }): Point => at ?? [0, 0])];
  const plane = planeView(places, []);
  return {
    ...plane,
    stops: stops.map((asked) => stop({ ...asked, east_km: asked.at[0], north_km: asked.at[1] })),
    vehicles: vehicles.map(vehicle),
    iterations: 2000,
    cause: 'delay',
    tours,
    ...change,
  };
}

export const underWay = (free_s: number, onBoard: readonly number[], rest: object = {}) => ({
  free_s,
  onBoard,
  fetched_kg: 0,
  fetched_l: 0,
  done: 0,
  driven_km: 0,
  ...rest,
});

/** A plan that is being driven, at a moment of the day at which something happens. */
export interface Event {
  readonly cause: Cause;
  /** When it happens, seconds of the run. */
  readonly now_s: number;
  /** By vehicle: how much later it is free than planned. */
  readonly delay_s: (vehicle: number) => number;
  /** Stops of `view` that nobody knew of when the plan was made. */
  readonly newStops: readonly number[];
}

/**
 * The plan at the moment of an event: what is done is gone, every vehicle on the road is on its way to its next stop or serves
 * it, and will be free there after it.
 */
export function cutOff(view: VehicleRoutingView, tours: readonly VehicleTour[], event: Event): ReplanningView {
  const { begins_s, tours: planned } = planCost(view, tours);
  const left: number[] = [...event.newStops];
  const place: number[] = view.vehicles.map(() => -1);
  const offers = view.vehicles.map((offer) => ({ ...offer, fixed_krw: 0 }));
  const rest: { vehicle: number; stops: readonly number[] }[] = [];
  view.vehicles.forEach((offer, v) => {
    for (const tour of planned.filter(({ vehicle: of }) => of === v)) {
      if (tour.leaves_s >= event.now_s) {
        rest.push({ vehicle: v, stops: tour.stops });
        continue;
      }
      if (tour.back_s <= event.now_s) {
        offers[v]!.availableFrom_s = Math.max(event.now_s, tour.back_s + offer.reload_s) + event.delay_s(v);
        continue;
      }
      // Going to, or serving, the first stop that is not over.
      const over = (s: number): boolean => begins_s[s]! + view.stops[s]!.service_s <= event.now_s;
      const current = tour.stops.findIndex((s) => !over(s));
      const at = current < 0 ? tour.stops.length - 1 : current;
      const target = tour.stops[at]!;
      const done = tour.stops.slice(0, at + 1);
      const onBoard = tour.stops.slice(at + 1);
      const fetched = done.filter((s) => view.stops[s]!.collection);
      place[v] = target;
      offers[v]!.underWay = {
        free_s: begins_s[target]! + view.stops[target]!.service_s + event.delay_s(v),
        onBoard: onBoard.filter((s) => !view.stops[s]!.collection),
        fetched_kg: fetched.reduce((sum, s) => sum + view.stops[s]!.weight_kg, 0),
        fetched_l: fetched.reduce((sum, s) => sum + view.stops[s]!.volume_l, 0),
        done: done.length,
        driven_km: done.reduce((sum, s, i) => sum + view.distance_km(i === 0 ? -1 : done[i - 1]!, s), 0),
      };
      rest.push({ vehicle: v, stops: onBoard });
    }
  });
  left.push(...rest.flatMap(({ stops }) => stops));
  left.sort((a, b) => a - b);
  const number = new Map(left.map((s, i) => [s, i]));
  const node = (n: number): number => (n < 0 ? -1 : n < left.length ? left[n]! : place[n - left.length]!);
  return {
    stops: left.map((s) => view.stops[s]!),
    vehicles: offers.map((offer) => ({
      ...offer,
      underWay: offer.underWay && { ...offer.underWay, onBoard: offer.underWay.onBoard.map((s) => number.get(s)!) },
    })),
    departure_s: event.now_s,
    lateness_krwPerHour: view.lateness_krwPerHour,
    iterations: view.iterations,
    distance_km: (from, to) => view.distance_km(node(from), node(to)),
    duration_s: (from, to, leaving_s) => view.duration_s(node(from), node(to), leaving_s),
    cause: event.cause,
    tours: rest.map(({ vehicle: v, stops }) => ({ vehicle: v, stops: stops.map((s) => number.get(s)!) })),
  };
}

/** A town with this many stops, half-day windows for every other one, and vehicles that go out twice. */
export function townView(seed: string, stops: number, vehicles: number, begin_s = 8 * 3600): VehicleRoutingView {
  const random = new RandomStream(seed);
  const points = Array.from({ length: stops }, (): Point => [random.uniform(-15, 15), random.uniform(-15, 15)]);
  const asked = points.map(() => {
    const opens_s = begin_s + 1800 * random.integer(9);
    const strict = random.chance(0.5);
    return stop({
      weight_kg: random.uniform(40, 160),
      volume_l: random.uniform(200, 800),
      compartments: 1 + random.integer(3),
      opens_s: strict ? opens_s : begin_s,
      closes_s: strict ? opens_s + 7200 : begin_s + 10 * 3600,
      service_s: 480,
    });
  });
  const fleet = Array.from({ length: vehicles }, () =>
    vehicle({ availableFrom_s: begin_s, shiftEnd_s: begin_s + 9 * 3600, reload_s: 1200, compartments: 3, fixed_krw: 20_000 }),
  );
  return { ...planeView(points, fleet, asked, 1.35), departure_s: begin_s, lateness_krwPerHour: 30_000, iterations: 100 * stops };
}

/** What is wrong with the tours as an answer: empty for legal ones. Trusts nothing of the engine. */
export function replanningFaults(view: ReplanningView, tours: readonly VehicleTour[]): string[] {
  const found: string[] = [];
  const n = view.stops.length;
  const visits = view.stops.map(() => 0);
  for (const { stops } of tours) for (const s of stops) visits[s]!++;
  const known = new Set(view.tours.flatMap(({ stops }) => stops));
  visits.forEach((count, s) => {
    if (count > 1 || (count === 0 && known.has(s))) found.push(`stop ${s} visited ${count} times`);
  });
  view.vehicles.forEach((offer, v) => {
    const mine = tours.filter((tour) => tour.vehicle === v);
    const { underWay: out } = offer;
    if (out !== undefined && mine.length === 0) found.push(`vehicle ${v} has lost its running tour`);
    if (out !== undefined && !out.onBoard.every((s) => mine[0]?.stops.includes(s))) found.push(`vehicle ${v} has lost goods`);
    mine.forEach(({ stops }, i) => {
      const running = i === 0 && out !== undefined;
      if (stops.length === 0 && !running) found.push('an empty tour');
      if (running && stops.some((s) => !view.stops[s]!.collection && !out.onBoard.includes(s))) {
        found.push(`vehicle ${v} delivers what it has not on board`);
      }
      const sum = (of: (s: VehicleStop) => number): number => stops.reduce((all, s) => all + of(view.stops[s]!), 0);
      let at = running ? n + v : -1;
      let length_km = running ? out.driven_km : 0;
      for (const next of [...stops, -1]) {
        length_km += view.distance_km(at, next);
        at = next;
      }
      const close = 1 + 1e-6;
      if (stops.length + (running ? out.done : 0) > offer.maxStops) found.push(`vehicle ${v}: stops`);
      if (sum((s) => s.weight_kg) + (running ? out.fetched_kg : 0) > offer.capacity_kg * close) found.push(`vehicle ${v}: kg`);
      if (sum((s) => s.volume_l) + (running ? out.fetched_l : 0) > offer.capacity_l * close) found.push(`vehicle ${v}: l`);
      if (stops.some((s) => (view.stops[s]!.compartments & ~offer.compartments) !== 0)) found.push(`vehicle ${v}: compartments`);
      if (length_km > offer.range_km * close) found.push(`vehicle ${v}: range`);
    });
  });
  return found;
}

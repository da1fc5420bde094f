import { deliveryTours, drivenStops, expectedLeg_s, toldOf, windowOf } from '../delivery-tours.ts';
import type { DeliveryTour, TourStop } from '../delivery-tours.ts';
import { flatDistance } from '../geometry.ts';
import type { RunRecord } from '../record.ts';
import type { Report, Rule } from '../rule.ts';

/** What is told again is off what was told before by at least this. */
const WORTH_TELLING_S = 60;
/** What is told is whole seconds; driving is rounded to ticks. */
const ROUNDING_S = 1;

/** What stores are told keeps up with what happens on the road. */
export const expectedTimes: Rule = {
  id: 'expected-times',
  proves:
    'when a stop is done, and when a vehicle is held up on the road, every stop to come has a time told that is within a minute of what ' +
    'roads, windows, service and holds let expect from there on',
  check(run, report) {
    for (const tour of deliveryTours(run).values()) {
      afterStops(run, tour, report);
      afterHolds(run, tour, report);
    }
  },
};

function afterStops(run: RunRecord, tour: DeliveryTour, report: Report): void {
  const holds = run.model.fleet.disruptions.filter(({ vehicle }) => vehicle === tour.vehicle);
  for (const { position, began, ended } of tour.done) {
    if (ended === undefined || ended.tick === began || ended.tick >= run.to) continue;
    const { tick } = ended;
    // Held up at this very moment: before or after it was told.
    if (holds.some(({ from }) => from === tick)) continue;
    const freed = holds.reduce((last, { from, length }) => (from < tick && from + length > last ? from + length : last), tick);
    compare(run, tour, tick, position + 1, freed / 1e6, report);
  }
}

/** Holds one at a time: what two that overlap let expect is left out. */
function afterHolds(run: RunRecord, tour: DeliveryTour, report: Report): void {
  const { roads, disruptions } = run.model.fleet;
  const holds = disruptions.filter(({ vehicle }) => vehicle === tour.vehicle);
  const agent = run.vehicleAgent[tour.vehicle] ?? -1;
  const onRoad = (run.legs[agent] ?? []).find(
    ({ t0, state, x0, y0 }) => t0 >= tour.departed && state === 'driving' && flatDistance(x0, y0, 0, 0) < 1e-6,
  )?.t0;
  if (onRoad === undefined) return;
  for (const { from, length } of holds) {
    if (from <= onRoad || from >= Math.min(tour.returned, run.to)) continue;
    const done = tour.done.filter(({ began }) => began <= from);
    const last = done.at(-1);
    const since = last === undefined ? onRoad : (last.ended?.tick ?? Infinity);
    const alone = holds.every((each) => each.from >= from || each.from + each.length <= Math.min(since, from));
    const twice = holds.filter((each) => each.from === from).length > 1;
    if (twice || !alone || since === from || last?.began === from) continue;
    const stops = stopsAt(run, tour, from);
    const freed_s = (from + length) / 1e6;
    if (since > from) {
      // It is being served: it leaves when that is done, and it is free.
      compare(run, tour, from, done.length, Math.max(freed_s, last!.began / 1e6 + roads.stop_s, from / 1e6), report);
      continue;
    }
    const next = stops[done.length];
    const driving = run.legsAt(agent, from).find(({ state, t0, t1 }) => state === 'driving' && t0 < from && t1 === from);
    if (next === undefined || driving === undefined) continue;
    const arrives_s = since / 1e6 + expectedLeg_s(run, stops[done.length - 1], next, since / 1e6);
    const begins_s = Math.max(Math.max(from / 1e6, arrives_s) + length / 1e6, windowOf(run, next).opens / 1e6);
    compareOne(tour, from, next, done.length, begins_s, report);
    compare(run, tour, from, done.length + 1, Math.max(freed_s, begins_s + roads.stop_s), report);
  }
}

/** The stops of a tour on the road as they were told at the end of a moment. */
function stopsAt(run: RunRecord, tour: DeliveryTour, tick: number): readonly TourStop[] {
  return drivenStops(run, { ...tour, stops: [...(tour.changes.find((change) => change.tick > tick)?.before ?? tour.stops)] });
}

/** What is told at the end of a moment of the stops from a position on, for one who sets out for it at a second of the run. */
function compare(run: RunRecord, tour: DeliveryTour, tick: number, position: number, leaves_s: number, report: Report): void {
  const stops = stopsAt(run, tour, tick);
  let at_s = leaves_s;
  for (let next = position; next < stops.length; next++) {
    at_s = Math.max(at_s + expectedLeg_s(run, stops[next - 1], stops[next], at_s), windowOf(run, stops[next]!).opens / 1e6);
    compareOne(tour, tick, stops[next]!, next, at_s, report);
    at_s += run.model.fleet.roads.stop_s;
  }
}

function compareOne(
  tour: DeliveryTour,
  tick: number,
  stop: TourStop,
  position: number,
  expected_s: number,
  report: Report,
): void {
  const told = toldOf(tour, stop)
    .filter((eta) => eta.tick <= tick)
    .at(-1);
  const off_s = told === undefined ? Infinity : Math.abs(told.second - expected_s);
  if (off_s <= (told?.tick === tick ? ROUNDING_S : WORTH_TELLING_S + ROUNDING_S)) return;
  report(
    tick,
    `tour ${tour.tour}`,
    `stop ${position} is to be expected at ${expected_s.toFixed(1)} s now, and is told to be at ${told?.second ?? 'no time'}`,
  );
}

// Whether the answer of a re-planning policy keeps to what re-planning/policy.ts asks of it.

import type { ReplanningView } from './re-planning/policy.ts';
import type { VehicleTour } from './routing/policy.ts';

/** Throws for an answer that moves what cannot be moved, or leaves out or repeats a stop. */
export function checkAnswer(view: ReplanningView, answer: readonly VehicleTour[]): void {
  const tourOf = new Map<number, number>();
  answer.forEach(({ vehicle, stops }, tour) => {
    if (view.vehicles[vehicle] === undefined) fail(`tour ${tour} is for vehicle ${vehicle}, which is not offered`);
    for (const stop of stops) {
      if (view.stops[stop] === undefined) fail(`tour ${tour} has stop ${stop}, which there is not`);
      if (tourOf.has(stop)) fail(`stop ${stop} is in two tours`);
      tourOf.set(stop, tour);
    }
  });
  for (const { stops } of view.tours) {
    for (const stop of stops) if (!tourOf.has(stop)) fail(`stop ${stop} is in no tour any more`);
  }
  view.vehicles.forEach(({ underWay }, vehicle) => {
    if (underWay === undefined) return;
    const running = answer.findIndex((tour) => tour.vehicle === vehicle);
    if (running < 0) fail(`vehicle ${vehicle} is under way and has no tour`);
    for (const stop of underWay.onBoard) {
      if (tourOf.get(stop) !== running)
        fail(`stop ${stop} is not on the running tour of vehicle ${vehicle}, which has its goods on board`);
    }
    for (const stop of answer[running]!.stops) {
      if (!view.stops[stop]!.collection && !underWay.onBoard.includes(stop))
        fail(`stop ${stop} is on the running tour of vehicle ${vehicle}, and its goods are at the DC`);
    }
  });
}

function fail(what: string): never {
  throw new Error(`the re-planning policy's answer breaks its contract: ${what}`);
}

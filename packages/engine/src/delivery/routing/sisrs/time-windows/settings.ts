// How the search treats plans with hard time windows. Temperatures are relative to the mean cost between two nodes, so that the same
// hold in any unit and on any map.
//
// Source: sizes of the ruin: Christiaens & Vanden Berghe (2020), table 3. Blinks, cuts of ruined routes and temperatures were
//         tried by hand with tests/bench/vehicle-routing.bench.ts on small samples of the published instances (about 14 of
//         Solomon, 7 of Gehring and Homberger, up to 18 of X), mostly with one seed: differences below 0.1 % cannot be told
//         from noise there. On 18 of X at 3 s: mean gap 0.64 % without exchanges of tails and 0.58 % with; 0.73 % from 40 %
//         of the first temperature.

import type { RoutingObjective, VehicleRoutingProblem } from '../problem.ts';
import type { SearchSettings } from '../search.ts';

/** With windows, and without any: then colder, and with fewer blinks. */
const START_TEMPERATURE = 0.25;
const END_TEMPERATURE = 0.004;
const START_TEMPERATURE_UNTIMED = 0.2;
const END_TEMPERATURE_UNTIMED = 0.002;
/** Without windows an exchange of tails is tried in this share of the iterations. */
const TAIL_EXCHANGES = 0.5;
/** Where vehicles come first, plans are tight, and lie farther apart. */
const START_TEMPERATURE_TIGHT = 0.8;
/** A plan to start from is kept in the main: so many times the last temperature. */
const WARM = 5;

/** @param warm the search starts from a plan that should not change more than it has to. */
export function timeWindowSettings(problem: VehicleRoutingProblem, objective: RoutingObjective, warm = false): SearchSettings {
  const unit = meanCost(problem);
  const fewest = objective === 'vehicles-first';
  const timed = problem.node.closes.some((closes, stop) => stop > 0 && stop <= problem.stops && closes < Infinity);
  const end = timed ? END_TEMPERATURE : END_TEMPERATURE_UNTIMED;
  const cold = timed ? START_TEMPERATURE : START_TEMPERATURE_UNTIMED;
  return {
    meanRemoved: 10,
    longestString: 10,
    splitString: 0.5,
    stopGrowing: 0.01,
    cutRoute: fewest ? 0 : timed ? 0.05 : 0.02,
    ...(timed ? {} : { exchangeTails: TAIL_EXCHANGES }),
    blink: timed ? 0.01 : 0.005,
    startTemperature: unit * (warm ? WARM * end : fewest ? START_TEMPERATURE_TIGHT : cold),
    endTemperature: unit * end,
    fleetShare: fewest ? 0.2 : 0,
    unservedCost: problem.unservedCost,
  };
}

/** Mean cost of going from one node to another, with the vehicles whose distance costs least. */
function meanCost({ nodes, stops, travel, vehicles }: VehicleRoutingProblem): number {
  const rate = Math.min(...vehicles.map(({ costPerDistance }) => costPerDistance));
  let sum = 0;
  for (let from = 0; from <= stops; from++) {
    for (let to = 0; to <= stops; to++) if (to !== from) sum += travel.distance[from * nodes + to]!;
  }
  return (rate * sum) / (stops * (stops + 1)) || 1;
}

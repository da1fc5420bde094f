// The vehicle routing solver: ruin and recreate (search.ts) on the representation of routes that a problem needs.
//
// Applies to: what one of the kernels can do; `supportsProblem` tells before.
//               time-windows     capacities, classes, hard windows, several sorts of vehicle: the fastest
//               pickup-delivery  pairs of a pickup and its delivery
//               electric         batteries and charging stations on the way
//               vehicle-days     several trips a day, release times, breaks, lateness, paid time, periods of the day, vehicles under way
// Budget:     iterations. `run(1000, 0, 0.1)` is the first tenth of a whole search; any slices of 0 … 1 are the same search, except
//             that within a slice progress is spread evenly over its iterations. A caller with a time limit asks the clock between
//             slices; a simulation gives one number of iterations and gets the same plan everywhere.

import type { RandomStream } from '../../../base/random.ts';
import type { Support } from '../../../model/policy.ts';
import { electricObstacles } from './electric/obstacles.ts';
import { electricSettings } from './electric/settings.ts';
import { ElectricKernel } from './electric/kernel.ts';
import type { RouteKernel } from './kernel.ts';
import { PickupDeliveryKernel } from './pickup-delivery/kernel.ts';
import { pickupDeliveryObstacles } from './pickup-delivery/model.ts';
import { pickupDeliverySettings } from './pickup-delivery/settings.ts';
import type { RoutePlan, RoutingObjective, VehicleRoutingProblem } from './problem.ts';
import { SisrsSearch, type SearchSettings } from './search.ts';
import { TimeWindowKernel } from './time-windows/kernel.ts';
import { timeWindowObstacles } from './time-windows/obstacles.ts';
import { timeWindowSettings } from './time-windows/settings.ts';
import { VehicleDaysKernel } from './vehicle-days/kernel.ts';
import { vehicleDaysSettings } from './vehicle-days/settings.ts';
import { vehicleDaysSupports } from './vehicle-days/supports.ts';

export interface VehicleRoutingOptions {
  /** A plan to improve on: with low temperatures, and without taking vehicles away, unless `settings` says otherwise. */
  readonly start?: RoutePlan;
  /** Instead of the defaults for the problem. */
  readonly settings?: Partial<SearchSettings>;
}

/** A search under way. */
export interface VehicleRoutingSearch {
  /** Does so many iterations: the stretch of the whole search from progress `from` to `to`, of 0 … 1; without them the whole. */
  run(iterations: number, from?: number, to?: number): void;
  /** The best plan so far; one from the start on. */
  readonly best: RoutePlan;
  readonly iterations: number;
}

/** A representation of routes: what it cannot do, how it is searched, and itself. */
interface Representation {
  readonly name: string;
  obstacles(problem: VehicleRoutingProblem): readonly string[];
  settings(problem: VehicleRoutingProblem, objective: RoutingObjective, warm: boolean): SearchSettings;
  kernel(problem: VehicleRoutingProblem, objective: RoutingObjective): RouteKernel;
}

/** The first that can do a problem does it. */
const REPRESENTATIONS: readonly Representation[] = [
  {
    name: 'time-windows',
    obstacles: timeWindowObstacles,
    settings: timeWindowSettings,
    kernel: (problem, objective) => new TimeWindowKernel(problem, objective),
  },
  {
    name: 'pickup-delivery',
    obstacles: pickupDeliveryObstacles,
    settings: pickupDeliverySettings,
    kernel: (problem, objective) => new PickupDeliveryKernel(problem, objective),
  },
  {
    name: 'electric',
    obstacles: electricObstacles,
    settings: electricSettings,
    kernel: (problem, objective) => new ElectricKernel(problem, objective),
  },
  {
    name: 'vehicle-days',
    obstacles: (problem) => {
      const support = vehicleDaysSupports(problem);
      return support.ok ? [] : [support.because];
    },
    settings: (problem, objective, warm) => vehicleDaysSettings(problem, objective, { warm }),
    kernel: (problem, objective) => new VehicleDaysKernel(problem, objective),
  },
];

/** Whether some kernel can do what the problem combines; if not, what each of them lacks. */
export function supportsProblem(problem: VehicleRoutingProblem): Support {
  const lacks: string[] = [];
  for (const representation of REPRESENTATIONS) {
    const reasons = representation.obstacles(problem);
    if (reasons.length === 0) return { ok: true };
    lacks.push(`${representation.name}: ${reasons.join(', ')}`);
  }
  return { ok: false, because: `no kernel can do all of this problem (${lacks.join('; ')})` };
}

/**
 * A search of the problem. The first plan stands when this returns.
 *
 * @param random draws the search's own generator from it.
 * @throws Error if no kernel can do the problem.
 */
export function vehicleRoutingSearch(
  problem: VehicleRoutingProblem,
  objective: RoutingObjective,
  random: RandomStream,
  options: VehicleRoutingOptions = {},
): VehicleRoutingSearch {
  const support = supportsProblem(problem);
  if (!support.ok) throw new Error(support.because);
  const fitting = REPRESENTATIONS.find((representation) => representation.obstacles(problem).length === 0)!;
  const warm = options.start !== undefined;
  const defaults = fitting.settings(problem, objective, warm);
  const settings = { ...defaults, ...(warm ? { fleetShare: 0 } : {}), ...options.settings };
  return new SisrsSearch(fitting.kernel(problem, objective), settings, random, options.start);
}

// Vehicle routing: which vehicle visits which stops in which order, for one departure.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';

export interface VehicleStop {
  readonly weight_kg: number;
  readonly volume_l: number;
  /** 1 bit per temperature class needed. */
  readonly compartments: number;
  /** Kilometres east and north of the DC. */
  readonly east_km: number;
  readonly north_km: number;
  /** Delivery zone: fleet.stores.zone. */
  readonly zone: number;
  /** When service may begin, seconds of the run. */
  readonly opens_s: number;
  readonly closes_s: number;
  /** Its length, as expected. */
  readonly service_s: number;
  /** Its goods are at the DC from then on, seconds of the run; of a collection, from then on it may be fetched. */
  readonly release_s: number;
  /** Goods are fetched here and brought to the DC. Fetched and delivered goods of a tour together must fit the vehicle. */
  readonly collection: boolean;
}

/** Where a vehicle is whose tour is made anew. */
export interface UnderWay {
  /** When it has done what it is doing (or, broken down, can go on), seconds of the run; it is then at node stops + its index. */
  readonly free_s: number;
  /** Stops whose goods are on board: nobody else can serve them. */
  readonly onBoard: readonly number[];
  /** What it has fetched, which stays on board to the end of the tour. */
  readonly fetched_kg: number;
  readonly fetched_l: number;
  /** Stops of the tour that are done: they count toward its `maxStops`. */
  readonly done: number;
  /** Kilometres of the tour driven to where it will be at `free_s`. */
  readonly driven_km: number;
}

export interface VehicleOffer {
  readonly capacity_kg: number;
  readonly capacity_l: number;
  readonly maxStops: number;
  readonly compartments: number;
  readonly range_km: number;
  /** When it can leave the DC with its first tour of the plan, and when it must be back, seconds of the run. */
  readonly availableFrom_s: number;
  readonly shiftEnd_s: number;
  /** At the DC between two tours, as expected. */
  readonly reload_s: number;
  /** Rests of its driver: taken at the DC when a tour in which `at_s` (seconds of the run) falls is back. */
  readonly breaks: readonly { readonly at_s: number; readonly length_s: number }[];
  /** What it costs to use it today (0 if it is used today anyway), a kilometre, and an hour of its driver. */
  readonly fixed_krw: number;
  readonly cost_krwPerKm: number;
  readonly cost_krwPerHour: number;
  /** Re-planning: the tour it is on; undefined: it is at the DC, or will be when it is available. */
  readonly underWay: UnderWay | undefined;
}

export interface VehicleRoutingView {
  /** Stops 0 … n - 1. */
  readonly stops: readonly VehicleStop[];
  readonly vehicles: readonly VehicleOffer[];
  /** No tour leaves the DC earlier, seconds of the run. */
  readonly departure_s: number;
  /** What an hour of lateness at a stop is worth. */
  readonly lateness_krwPerHour: number;
  /** Budget of a search. */
  readonly iterations: number;
  /** Road distance between stops; -1 stands for the DC, n + v for where vehicle v under way will be free. */
  distance_km(from: number, to: number): number;
  /** Time on the road, as expected by one who leaves at `leaving_s` seconds of the run. Nodes as in `distance_km`. */
  duration_s(from: number, to: number, leaving_s: number): number;
}

export interface VehicleTour {
  /** Index into `view.vehicles`. A vehicle may have several tours: they are driven one after the other. */
  readonly vehicle: number;
  readonly stops: readonly number[];
}

export interface VehicleRoutingPolicy extends Policy {
  /** Every stop in exactly one tour. A stop no vehicle can carry alone is left out. Earlier tours of a vehicle come first. */
  decide(view: VehicleRoutingView, random: RandomStream): VehicleTour[];
}

// Vehicle routing: which vehicle visits which stores in which order, for one departure.

import type { RandomStream } from '../../base/random.ts';
import type { Policy } from '../../model/policy.ts';

export interface VehicleStop {
  readonly weight_kg: number;
  readonly volume_l: number;
  /** 1 bit per temperature class needed. */
  readonly compartments: number;
}

export interface VehicleOffer {
  readonly capacity_kg: number;
  readonly capacity_l: number;
  readonly maxStops: number;
  readonly compartments: number;
  readonly range_km: number;
}

export interface VehicleRoutingView {
  /** Stops 0 … n - 1. */
  readonly stops: readonly VehicleStop[];
  readonly vehicles: readonly VehicleOffer[];
  /** Road distance between stops; -1 stands for the DC. */
  distance_km(from: number, to: number): number;
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

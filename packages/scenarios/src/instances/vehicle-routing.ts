// A vehicle routing instance: the engine's problem with the names that its file gives to places and vehicles.

import type { RoutingObjective, VehicleRoutingProblem, VehicleSort } from '@dongseon/engine';

/**
 * How a distance between two points becomes the number that is added up, and the travel time with it: in double precision;
 * cut off after the first decimal (the DIMACS challenge); rounded to the nearest integer (TSPLIB).
 */
export const DISTANCE_CONVENTIONS = ['double', 'truncated', 'rounded'] as const;
export type DistanceConvention = (typeof DISTANCE_CONVENTIONS)[number];

/** The forms of files, told apart by their content. */
export type VehicleRoutingForm = 'solomon' | 'li-lim' | 'schneider' | 'vrplib' | 'multi-trip' | 'json';

export interface VehicleRoutingInstance {
  readonly name: string;
  readonly form: VehicleRoutingForm;
  readonly problem: VehicleRoutingProblem;
  /** Id in the file of every node: the depot, the stops, then other places. */
  readonly ids: readonly string[];
  /** Id of every sort of vehicle. */
  readonly vehicleIds: readonly string[];
  /** 'given': the file holds the distances. */
  readonly convention: DistanceConvention | 'given';
  readonly objective: RoutingObjective;
}

/** What the person asks for instead of what is usual for the form of the file. */
export interface VehicleRoutingOptions {
  readonly objective?: RoutingObjective;
  readonly convention?: DistanceConvention;
  /** Whether a stop at a charging station fills the battery. */
  readonly charging?: 'full' | 'partial';
}

const USUAL_OBJECTIVE: Readonly<Record<VehicleRoutingForm, RoutingObjective>> = {
  solomon: 'vehicles-first',
  'li-lim': 'vehicles-first',
  schneider: 'vehicles-first',
  vrplib: 'cost',
  'multi-trip': 'cost',
  json: 'cost',
};

/** The objective of a form, and the convention by which results for it are published. */
export function usual(
  form: VehicleRoutingForm,
  options: VehicleRoutingOptions,
): { readonly objective: RoutingObjective; readonly convention: DistanceConvention } {
  const objective = options.objective ?? USUAL_OBJECTIVE[form];
  const byForm = form === 'vrplib' ? 'rounded' : form === 'multi-trip' ? 'truncated' : 'double';
  const published = form === 'solomon' && objective === 'cost' ? 'truncated' : byForm;
  return { objective, convention: options.convention ?? published };
}

/** A vehicle without any limit; what a file says is spread over it. */
export const PLAIN_VEHICLE: VehicleSort = {
  count: Infinity,
  capacity: [Infinity],
  classes: 0,
  maxStops: Infinity,
  maxDistance: Infinity,
  maxTrips: 1,
  reload: 0,
  shiftStart: 0,
  shiftEnd: Infinity,
  breaks: [],
  battery: undefined,
  fixedCost: 0,
  costPerDistance: 1,
  costPerTime: 0,
  startNode: 0,
  onBoard: [],
};

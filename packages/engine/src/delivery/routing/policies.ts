// Every vehicle routing policy, in the order the documents list them.

import { fixedZones } from './fixed-zones.ts';
import { nearestNeighbour } from './nearest-neighbour.ts';
import type { VehicleRoutingPolicy } from './policy.ts';
import { savings } from './savings.ts';
import { sisrs } from './sisrs-policy.ts';
import { sweep } from './sweep.ts';

export const vehicleRoutingPolicies = [
  nearestNeighbour,
  fixedZones,
  sweep,
  savings,
  sisrs,
] as const satisfies readonly VehicleRoutingPolicy[];

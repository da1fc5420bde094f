// Every vehicle routing policy, in the order the documents list them.

import { nearestNeighbour } from './nearest-neighbour.ts';
import type { VehicleRoutingPolicy } from './policy.ts';
import { savings } from './savings.ts';

export const vehicleRoutingPolicies = [nearestNeighbour, savings] as const satisfies readonly VehicleRoutingPolicy[];

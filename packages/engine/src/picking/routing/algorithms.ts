// Every way to route a rectangular instance, in the order of the routing policies.

import { aisleByAisleWalk } from './aisle-by-aisle.ts';
import { combinedPlusWalk } from './combined-plus.ts';
import { combinedWalk } from './combined.ts';
import { compositeWalk } from './composite.ts';
import { largestGapWalk } from './largest-gap.ts';
import { midpointWalk } from './midpoint.ts';
import { nearestNeighbourWalk } from './nearest-neighbour.ts';
import { optimalWalk } from './optimal.ts';
import { returnWalk } from './return.ts';
import { sShapeWalk } from './s-shape.ts';

export const rectangularAlgorithms = [
  sShapeWalk,
  returnWalk,
  midpointWalk,
  largestGapWalk,
  combinedWalk,
  combinedPlusWalk,
  compositeWalk,
  aisleByAisleWalk,
  nearestNeighbourWalk,
  optimalWalk,
] as const;

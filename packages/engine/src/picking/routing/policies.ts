// Every routing policy, in the order the documents list them.

import type { StorageArea } from '../../model/building.ts';
import { aisleByAisleWalk } from './aisle-by-aisle.ts';
import { combinedPlusWalk } from './combined-plus.ts';
import { combinedWalk } from './combined.ts';
import { compositeWalk } from './composite.ts';
import { largestGapWalk } from './largest-gap.ts';
import { midpointWalk } from './midpoint.ts';
import { nearestNeighbourWalk } from './nearest-neighbour.ts';
import { BRIEF_EFFORT, networkTour } from './network-tour.ts';
import { MAX_OPTIMAL_BLOCKS, optimalWalk } from './optimal.ts';
import type { RoutingPolicy } from './policy.ts';
import type { RectangularAlgorithm } from './rectangular.ts';
import { returnWalk } from './return.ts';
import { sShapeWalk } from './s-shape.ts';
import { supportsModel } from './support.ts';
import { chainAreas, composeTour } from './tour.ts';

/** A rule of the literature as a policy: the areas chained, each routed by the rule. */
function policyOf(algorithm: RectangularAlgorithm, ko: string, en: string, maxBlocks = Infinity): RoutingPolicy {
  return {
    id: algorithm.id,
    names: { ko, en },
    supports: (model) => supportsModel(model, maxBlocks),
    decide: (view) => composeTour(view, () => algorithm),
    length_m: (view) => composeTour(view, () => algorithm).length_m,
  };
}

export const sShape = policyOf(sShapeWalk, 'S자형(횡단) 동선', 'S-shape (traversal)');
export const returnRouting = policyOf(returnWalk, '회귀 동선', 'Return');
export const midpoint = policyOf(midpointWalk, '중간점 동선', 'Midpoint');
export const largestGap = policyOf(largestGapWalk, '최대 간격 동선', 'Largest gap');
export const combined = policyOf(combinedWalk, '결합 동선', 'Combined');
export const combinedPlus = policyOf(combinedPlusWalk, '결합 동선 플러스', 'Combined+');
export const composite = policyOf(compositeWalk, '복합 동선', 'Composite', MAX_OPTIMAL_BLOCKS);
export const aisleByAisle = policyOf(aisleByAisleWalk, '통로별 동선', 'Aisle by aisle');
export const nearestNeighbour = policyOf(nearestNeighbourWalk, '최근접 동선', 'Nearest neighbour');

/** The shortest tour inside an area, as far as that is practical. */
const areaAlgorithm = (area: StorageArea): RectangularAlgorithm =>
  area.crossAisles_y_m.length - 1 <= MAX_OPTIMAL_BLOCKS ? optimalWalk : combinedPlusWalk;

/**
 * The shortest tour over the whole building, proved where the effort of a simulation suffices (network-tour.ts). Lengths for
 * comparing sets of stops are those of the areas' shortest tours, chained.
 */
export const optimal: RoutingPolicy = {
  id: optimalWalk.id,
  names: { ko: '최적 동선', en: 'Optimal' },
  supports: (model) => supportsModel(model, Infinity),
  decide: (view, random) => networkTour(view, chainAreas(view, areaAlgorithm), BRIEF_EFFORT, random),
  length_m: (view) => composeTour(view, areaAlgorithm).length_m,
};

export const routingPolicies = [
  sShape,
  returnRouting,
  midpoint,
  largestGap,
  combined,
  combinedPlus,
  composite,
  aisleByAisle,
  nearestNeighbour,
  optimal,
] as const satisfies readonly RoutingPolicy[];

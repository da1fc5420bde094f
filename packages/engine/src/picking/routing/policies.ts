// Every routing policy, in the order the documents list them, and what a building must have for them.

import type { StorageArea } from '../../model/building.ts';
import type { Model } from '../../model/model.ts';
import type { Network } from '../../model/network.ts';
import type { Support } from '../../model/policy.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { largestGapWalk } from './largest-gap.ts';
import { midpointWalk } from './midpoint.ts';
import { nearestNeighbourWalk } from './nearest-neighbour.ts';
import { improveSequence, MAX_EXACT_STOPS, shortestSequence } from './network-tour.ts';
import { MAX_OPTIMAL_BLOCKS, optimalWalk } from './optimal.ts';
import type { Route, RoutingPolicy, RoutingView } from './policy.ts';
import type { RectangularAlgorithm } from './rectangular.ts';
import { returnWalk } from './return.ts';
import { sShapeWalk } from './s-shape.ts';
import { chainAreas, composeTour, sequenceLength_m } from './tour.ts';

/** Coordinates on the network may differ from the area's by this much, metres. */
const TOLERANCE_M = 1e-6;

/** Whether one area is a rectangular layout on the travel network, walked both ways. */
function supportsArea(area: StorageArea, network: Network, maxBlocks: number): Support {
  const aisles = area.aisles_x_m.length;
  const blocks = area.crossAisles_y_m.length - 1;
  const no = (because: string): Support => ({ ok: false, because: `Area ${area.id} ${because}.` });
  if (aisles < 1 || blocks < 1) return no('needs at least one aisle between two cross-aisles');
  if (blocks > maxBlocks) return no(`has ${blocks} blocks; this policy is practical up to ${maxBlocks}`);
  if (!ascending(area.aisles_x_m) || !ascending(area.crossAisles_y_m)) {
    return no('does not list its aisles from west to east and its cross-aisles from south to north');
  }
  if (area.crossingNodes.length !== aisles * (blocks + 1) || area.subaisleEdges.length !== aisles * blocks) {
    return no('has an aisle that does not cross every cross-aisle; the rectangular rules need all crossings');
  }
  const { nodes, edges } = network;
  for (let j = 0; j <= blocks; j++) {
    for (let i = 0; i < aisles; i++) {
      const node = area.crossingNodes[j * aisles + i]!;
      const across = Math.abs(nodes.x_m[node]! - area.aisles_x_m[i]!);
      const up = Math.abs(nodes.y_m[node]! - area.crossAisles_y_m[j]!);
      if (across > TOLERANCE_M || up > TOLERANCE_M) return no(`has aisle ${i + 1} out of line at cross-aisle ${j + 1}`);
      if (i === 0) continue;
      const west = area.crossingNodes[j * aisles + i - 1]!;
      const pitch_m = area.aisles_x_m[i]! - area.aisles_x_m[i - 1]!;
      const walked_m = Math.max(
        network.nodeDistance_m[west * nodes.count + node]!,
        network.nodeDistance_m[node * nodes.count + west]!,
      );
      if (walked_m > pitch_m + TOLERANCE_M) {
        return no(`is cut or one-way on cross-aisle ${j + 1} between aisles ${i} and ${i + 1}`);
      }
    }
  }
  for (let s = 0; s < area.subaisleEdges.length; s++) {
    const edge = area.subaisleEdges[s]!;
    if (!(edge >= 0)) return no(`has aisle ${(s % aisles) + 1} blocked`);
    if (edges.oneWay[edge] === 1) return no(`has aisle ${(s % aisles) + 1} one-way`);
  }
  return SUPPORTED;
}

function ascending(values: readonly number[]): boolean {
  for (let i = 1; i < values.length; i++) if (!(values[i]! > values[i - 1]!)) return false;
  return true;
}

function supportsModel(model: Model, maxBlocks: number): Support {
  for (const area of model.building.areas) {
    const support = supportsArea(area, model.network, maxBlocks);
    if (!support.ok) return support;
  }
  return SUPPORTED;
}

/** A rule of the literature as a policy: the areas chained, each routed by the rule. */
function policyOf(algorithm: RectangularAlgorithm, ko: string, en: string): RoutingPolicy {
  return {
    id: algorithm.id,
    names: { ko, en },
    supports: (model) => supportsModel(model, Infinity),
    decide: (view) => composeTour(view, algorithm),
    length_m: (view) => composeTour(view, algorithm).length_m,
  };
}

export const sShape = policyOf(sShapeWalk, 'S자형(횡단) 동선', 'S-shape (traversal)');
export const returnRouting = policyOf(returnWalk, '회귀 동선', 'Return');
export const midpoint = policyOf(midpointWalk, '중간점 동선', 'Midpoint');
export const largestGap = policyOf(largestGapWalk, '최대 간격 동선', 'Largest gap');
export const nearestNeighbour = policyOf(nearestNeighbourWalk, '최근접 동선', 'Nearest neighbour');

/**
 * The shortest tour: exact inside every area; exact on the network up to MAX_EXACT_STOPS stops; beyond that the chained
 * areas, shortened on the network where leaving an area at another crossing gains.
 */
export const optimal: RoutingPolicy = {
  id: optimalWalk.id,
  names: { ko: '최적 동선', en: 'Optimal' },
  supports: (model) => supportsModel(model, MAX_OPTIMAL_BLOCKS),
  decide(view: RoutingView): Route {
    if (view.stops.length <= MAX_EXACT_STOPS) {
      const shortest = shortestSequence(view);
      return { sequence: shortest, length_m: sequenceLength_m(view, shortest) };
    }
    const sequence = chainAreas(view, optimalWalk);
    improveSequence(view, sequence);
    return { sequence, length_m: sequenceLength_m(view, sequence) };
  },
  length_m: (view) => composeTour(view, optimalWalk).length_m,
};

export const routingPolicies = [
  sShape,
  returnRouting,
  midpoint,
  largestGap,
  nearestNeighbour,
  optimal,
] as const satisfies readonly RoutingPolicy[];

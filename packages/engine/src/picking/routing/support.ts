// What a building must have for the routing policies: areas that are rectangular layouts, every open sub-aisle within reach.
//
// One-way and closed sub-aisles, cut cross-aisles and one-way lanes are no obstacle: rules go along with them (passages.ts),
// and every leg is a shortest way of the travel network.

import type { StorageArea } from '../../model/building.ts';
import type { Model } from '../../model/model.ts';
import type { Network } from '../../model/network.ts';
import type { Support } from '../../model/policy.ts';
import { SUPPORTED } from '../../model/policy.ts';
import { DOWNWARDS, NO_WAY, passage, UPWARDS } from './passages.ts';

/** Coordinates on the network may differ from the area's by this much, metres. */
const TOLERANCE_M = 1e-6;

/** Whether one area is a rectangular layout on the travel network, and every sub-aisle of it that is open can be walked. */
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
  const { nodes } = network;
  for (let j = 0; j <= blocks; j++) {
    for (let i = 0; i < aisles; i++) {
      const node = area.crossingNodes[j * aisles + i]!;
      const across = Math.abs(nodes.x_m[node]! - area.aisles_x_m[i]!);
      const up = Math.abs(nodes.y_m[node]! - area.crossAisles_y_m[j]!);
      if (across > TOLERANCE_M || up > TOLERANCE_M) return no(`has aisle ${i + 1} out of line at cross-aisle ${j + 1}`);
    }
  }
  for (let b = 0; b < blocks; b++) {
    for (let i = 0; i < aisles; i++) {
      const cut = whyCut(area, network, i, b);
      if (cut !== undefined) return no(`has aisle ${i + 1} in block ${b + 1} ${cut}`);
    }
  }
  return SUPPORTED;
}

/** Why nobody can walk to a sub-aisle and back, though it is open; undefined where one can, or where it is closed. */
function whyCut(area: StorageArea, network: Network, aisle: number, block: number): string | undefined {
  const { edges, nodes, nodeDistance_m } = network;
  const way = passage(network, area, aisle, block);
  if (way === NO_WAY) return undefined;
  const aisles = area.aisles_x_m.length;
  const gate = area.crossingNodes[area.gate.crossAisle * aisles + area.gate.aisle]!;
  const edge = area.subaisleEdges[block * aisles + aisle]!;
  const from = edges.from[edge]!;
  const to = edges.to[edge]!;
  const isOneWay = way === UPWARDS || way === DOWNWARDS;
  const goes_m = Math.min(
    nodeDistance_m[gate * nodes.count + from]!,
    isOneWay ? Infinity : nodeDistance_m[gate * nodes.count + to]!,
  );
  const comes_m = Math.min(
    nodeDistance_m[to * nodes.count + gate]!,
    isOneWay ? Infinity : nodeDistance_m[from * nodes.count + gate]!,
  );
  if (goes_m === Infinity) return 'that no way leads to; open one, or close the aisle';
  return comes_m === Infinity ? 'that no way leads back from; open one, or close the aisle' : undefined;
}

function ascending(values: readonly number[]): boolean {
  for (let i = 1; i < values.length; i++) if (!(values[i]! > values[i - 1]!)) return false;
  return true;
}

/** Whether the routing policies apply to a building of areas with at most `maxBlocks` blocks. */
export function supportsModel(model: Model, maxBlocks: number): Support {
  for (const area of model.building.areas) {
    const support = supportsArea(area, model.network, maxBlocks);
    if (!support.ok) return support;
  }
  return SUPPORTED;
}

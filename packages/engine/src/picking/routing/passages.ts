// How a sub-aisle can be walked on the travel network, and a rule's sequence made to go along with it.
//
// The rules of the literature know aisles that are open at both ends and walked both ways. Elsewhere they keep their order of
// aisles, and a sub-aisle that is one-way, or closed at one end, is picked whole when the rule first comes to it: in its
// direction, or from its open end. The legs between are shortest ways of the network, so the direction is always respected.
//
// Worked example: S-shape down a sub-aisle with picks 8, 5 and 2 m from its front, which is one-way to the back: 2, 5, 8.

import type { StorageArea } from '../../model/building.ts';
import type { Network } from '../../model/network.ts';
import type { RoutingView } from './policy.ts';

export const BOTH_WAYS = 0;
/** Only from the front to the back. */
export const UPWARDS = 1;
/** Only from the back to the front. */
export const DOWNWARDS = 2;
/** Closed at the back: in and out at the front. */
export const FRONT_ONLY = 3;
/** Closed at the front: in and out at the back. */
export const BACK_ONLY = 4;
/** Nobody can walk there. */
export const NO_WAY = 5;

const ONE_WAY = 1;
const CLOSED = 2;

/** How a sub-aisle can be walked. */
export function passage({ edges }: Network, area: StorageArea, aisle: number, block: number): number {
  const aisles = area.aisles_x_m.length;
  const edge = area.subaisleEdges[block * aisles + aisle];
  if (edge === undefined || !(edge >= 0) || edges.oneWay[edge] === CLOSED) return NO_WAY;
  const front = area.crossingNodes[block * aisles + aisle]!;
  const back = area.crossingNodes[(block + 1) * aisles + aisle]!;
  const from = edges.from[edge]!;
  const to = edges.to[edge]!;
  if (edges.oneWay[edge] === ONE_WAY) return from === front ? UPWARDS : DOWNWARDS;
  const isOpenAtFront = from === front || to === front;
  const isOpenAtBack = from === back || to === back;
  if (isOpenAtFront && isOpenAtBack) return BOTH_WAYS;
  if (isOpenAtFront) return FRONT_ONLY;
  return isOpenAtBack ? BACK_ONLY : NO_WAY;
}

const restricted = new WeakMap<Network, boolean>();

/** Whether some sub-aisle of the building is not walked both ways. */
function isRestricted({ network, areas }: RoutingView): boolean {
  let known = restricted.get(network);
  if (known === undefined) {
    known = areas.some((area) =>
      area.subaisleEdges.some((_, s) => {
        const aisles = area.aisles_x_m.length;
        return passage(network, area, s % aisles, Math.floor(s / aisles)) !== BOTH_WAYS;
      }),
    );
    restricted.set(network, known);
  }
  return known;
}

/** The sequence with the stops of restricted sub-aisles drawn together; itself where there are none. */
export function alongPassages(view: RoutingView, sequence: number[]): number[] {
  if (!isRestricted(view)) return sequence;
  const { network, areas, stops } = view;
  const taken = new Uint8Array(stops.length);
  const along: number[] = [];
  for (const s of sequence) {
    if (taken[s] === 1) continue;
    const { area, aisle, block } = stops[s]!;
    const way = passage(network, areas[area]!, aisle, block);
    if (way === BOTH_WAYS || way === NO_WAY) {
      along.push(s);
      continue;
    }
    const together = sequence.filter((t) => stops[t]!.area === area && stops[t]!.aisle === aisle && stops[t]!.block === block);
    const isUpwards = way === UPWARDS || way === FRONT_ONLY;
    together.sort((a, b) => (isUpwards ? 1 : -1) * (stops[a]!.offset_m - stops[b]!.offset_m) || a - b);
    for (const t of together) taken[t] = 1;
    along.push(...together);
  }
  return along;
}

// The order in which the frontier of network-programme.ts sweeps over the nodes of a travel network, so that it stays narrow.
//
// From a node on, always the node of the frontier that brings the fewest new ones into it is done next (the first of equals);
// of the sweeps from MAX_SWEEPS nodes the one with the least sum of 4^width is kept. Found once for a network.
//
// Source:     the greedy path decompositions that are usual for vertex separation: see Bodlaender, H.L. (1998), "A partial
//             k-arboretum of graphs with bounded treewidth", Theoretical Computer Science 209(1-2), 1-45.
// Cost:       MAX_SWEEPS · nodes · frontier; 10 ms for the 84 nodes of a shared distribution centre.
//
// Worked example: a ladder of 2 × 10 nodes is swept from one end to the other with three nodes in the frontier.

import type { Network } from '../../model/network.ts';

const CLOSED = 2;
const MAX_SWEEPS = 100;

const known = new WeakMap<Network, Int32Array>();

/** Per node of the network: when it is done, 0 first. */
export function sweepRanks(network: Network): Int32Array {
  let ranks = known.get(network);
  if (ranks === undefined) {
    ranks = findRanks(neighbours(network));
    known.set(network, ranks);
  }
  return ranks;
}

function neighbours({ nodes, edges }: Network): number[][] {
  const sets = Array.from({ length: nodes.count }, () => new Set<number>());
  for (let e = 0; e < edges.count; e++) {
    if (edges.oneWay[e] === CLOSED) continue;
    sets[edges.from[e]!]!.add(edges.to[e]!);
    sets[edges.to[e]!]!.add(edges.from[e]!);
  }
  return sets.map((set) => [...set]);
}

function findRanks(near: readonly number[][]): Int32Array {
  let best = new Int32Array(near.length);
  let least = Infinity;
  const stride = Math.ceil(near.length / MAX_SWEEPS);
  for (let start = 0; start < near.length; start += stride) {
    const { order, cost } = sweepFrom(near, start, least);
    if (cost >= least) continue;
    least = cost;
    best = new Int32Array(near.length);
    order.forEach((node, rank) => (best[node] = rank));
  }
  return best;
}

function sweepFrom(near: readonly number[][], start: number, limit: number): { order: number[]; cost: number } {
  const OUTSIDE = 0;
  const INSIDE = 1;
  const DONE = 2;
  const where = new Uint8Array(near.length);
  const order: number[] = [];
  let frontier: number[] = [];
  let cost = 0;
  while (order.length < near.length && cost < limit) {
    // A network in several parts goes on with the first node that is left.
    let next = order.length === 0 ? start : where.indexOf(OUTSIDE);
    let fewest = Infinity;
    for (const node of frontier) {
      let brought = 0;
      for (const other of near[node]!) if (where[other] === OUTSIDE) brought++;
      if (brought >= fewest) continue;
      fewest = brought;
      next = node;
    }
    if (where[next] === OUTSIDE) frontier.push(next);
    for (const other of near[next]!) {
      if (where[other] !== OUTSIDE || other === next) continue;
      where[other] = INSIDE;
      frontier.push(other);
    }
    // Wider than the programme takes is as bad as can be.
    cost += 1 << Math.min(30, 2 * frontier.length);
    where[next] = DONE;
    order.push(next);
    frontier = frontier.filter((node) => node !== next);
  }
  return { order, cost: order.length < near.length ? Infinity : cost };
}

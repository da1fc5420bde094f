// From how each edge of a tour graph is served to the order of the stops: one trail from start to end (Hierholzer 1873), with
// the detours of a vertex at its first visit and the stops of an edge on its first pass.
//
// Worked example: from A to B along an edge with a stop, a detour from B: the stop, then those of the detour.

import type { TourEdge, TourGraph } from './network-graph.ts';
import { FROM_BACK, FROM_FRONT, LARGEST_GAP, ONE_PASS, TWO_PASSES } from './tour-plan.ts';

/** The stops in visiting order. @param ways per edge of the graph, as in tour-plan.ts; its front is `from`. */
export function graphTrail(graph: TourGraph, ways: Uint8Array): number[] {
  const { edges } = graph;
  const passes = ways.map((way) => (way === ONE_PASS ? 1 : way === TWO_PASSES ? 2 : 0));
  // From the end, so that the trail comes out with the start first. Each step of the trail knows the edge that leads on.
  const stack: { vertex: number; edge: number }[] = [{ vertex: graph.end, edge: -1 }];
  const trail: { vertex: number; edge: number }[] = [];
  while (stack.length > 0) {
    const { vertex } = stack.at(-1)!;
    const edge = graph.edgesOf(vertex).find((candidate) => passes[candidate]! > 0);
    if (edge === undefined) trail.push(stack.pop()!);
    else {
      passes[edge]!--;
      const { from, to } = edges[edge]!;
      stack.push({ vertex: from === vertex ? to : from, edge });
    }
  }
  if (trail[0]!.vertex !== graph.start) throw new Error('the ways of a tour are not one trail from start to end');

  const sequence: number[] = [];
  const visited = new Set<number>();
  const passed = new Set<number>();
  for (const { vertex, edge } of trail) {
    if (!visited.has(vertex)) {
      visited.add(vertex);
      sequence.push(...graph.detours[vertex]!);
      for (const e of graph.edgesOf(vertex)) sequence.push(...servedFrom(edges[e]!, vertex, ways[e]!));
    }
    if (edge < 0 || passed.has(edge)) continue;
    passed.add(edge);
    const { from, stops } = edges[edge]!;
    sequence.push(...(from === vertex ? stops : [...stops].reverse()));
  }
  return sequence;
}

/** The stops of an edge that are served from one of its ends, in and out. */
function servedFrom({ from, stops, offsets_m }: TourEdge, vertex: number, way: number): readonly number[] {
  const atFront = vertex === from;
  if (way === FROM_FRONT) return atFront ? stops : [];
  if (way === FROM_BACK) return atFront ? [] : [...stops].reverse();
  if (way !== LARGEST_GAP) return [];
  let below = 1;
  for (let at = 2; at < stops.length; at++) {
    if (offsets_m[at]! - offsets_m[at - 1]! > offsets_m[below]! - offsets_m[below - 1]!) below = at;
  }
  return atFront ? stops.slice(0, below) : stops.slice(below).reverse();
}

// The shortest tour on a travel network of any shape, several areas and all: a dynamic programme over the classes of partial
// tours at a frontier that sweeps over the network.
//
// Source:     Cambazard, H. and Catusse, N. (2018), European Journal of Operational Research 270(2), 419-429, carried over from
//             the grid to any graph: the frontier is that of a vertex elimination order, as in Cook, W. and Seymour, P. (2003),
//             "Tour merging via branch-decomposition", INFORMS Journal on Computing 15(3), 233-248.
// Applies to: networks walked both ways whose frontier stays within MAX_FRONTIER vertices: buildings of some areas side by side
//             with a few cross-aisles each. The number of stops does not matter.
// Cost:       edges that matter × classes × 6; the classes grow about fivefold with each vertex of the frontier. Classes that
//             cannot lead to a shorter tour than the known one are left out; it gives up at `maxEntries`.
//
// Worked example: a ring of four lanes of 10 m, start and end at one corner; stops 4 m along the lanes to both sides: 8 + 8 = 16 m,
// in and out of both; with a third stop at the opposite corner once round, 40 m.

import { COMPLETE, UNTOUCHED } from './frontier-classes.ts';
import { Layers } from './layers.ts';
import { MAX_FRONTIER, NetworkClasses, WAYS } from './network-classes.ts';
import { TourGraph, type TourEdge } from './network-graph.ts';
import { graphTrail } from './network-trail.ts';
import type { RoutingView } from './policy.ts';
import { FROM_BACK, FROM_FRONT, LARGEST_GAP, NOT_WALKED, ONE_PASS, TWO_PASSES } from './tour-plan.ts';

/** A shorter tour must gain this much, metres: rounding noise is no gain. */
const LEAST_GAIN_M = 1e-7;
/** Most classes in a layer; the programme gives up beyond. */
const MAX_LAYER = 30_000;
/** Beyond so many classes the table is made anew for the next tour: what a tour is does not hang on those before it. */
const MAX_KEPT_CLASSES = 20_000;

export interface NetworkOptimum {
  /** A shorter tour than the known one; undefined where that is the shortest, or was not beaten. */
  readonly sequence?: number[];
  /** Whether the programme ended: nothing is shorter than what is given or known. */
  readonly proved: boolean;
}

/** What is done one after the other: an edge between two slots, or a vertex entered or left. */
type Step =
  | { readonly edge: number; readonly lower: number; readonly upper: number; readonly turned: boolean }
  | { readonly enter: number; readonly slot: number }
  | { readonly leave: number };

let tours = new NetworkClasses();
const layers = new Layers();
const way_m = new Float64Array(WAYS);

/** @param known_m length of a tour that is known. @param maxEntries after how many entries to give up. */
export function networkOptimum(view: RoutingView, known_m: number, maxEntries: number): NetworkOptimum {
  const graph = new TourGraph(view);
  const steps = sweepSteps(graph);
  if (steps === undefined) return { proved: false };
  // What the edges still to come cost at least.
  const rest_m = new Float64Array(steps.length + 1);
  for (let s = steps.length - 1; s >= 0; s--) {
    const step = steps[s]!;
    rest_m[s] = rest_m[s + 1]! + ('edge' in step ? leastWay_m(graph.edges[step.edge]!) : 0);
  }
  const within_m = known_m - LEAST_GAIN_M - graph.fixed_m;

  if (tours.count > MAX_KEPT_CLASSES) tours = new NetworkClasses();
  layers.start(UNTOUCHED);
  let entries = 1;
  for (let s = 0; s < steps.length; s++) {
    const step = steps[s]!;
    if ('edge' in step) {
      ways(graph.edges[step.edge]!, step.turned);
      layers.advance(tours, tours.edgeStep(step.lower, step.upper), way_m, WAYS, within_m - rest_m[s + 1]!);
    } else if ('leave' in step) {
      layers.mark(tours, tours.leaveStep(step.leave));
    } else {
      const { enter, slot } = step;
      const isEnd = enter === graph.start || enter === graph.end;
      if (isEnd && graph.start !== graph.end) layers.mark(tours, tours.turnStep(slot));
      else if (isEnd || graph.detours[enter]!.length > 0) layers.mark(tours, tours.touchStep(slot));
    }
    const size = layers.end - layers.begin;
    if (!('enter' in step)) entries += size;
    if (entries > maxEntries || size > MAX_LAYER) return { proved: false };
  }
  const last = layers.find(COMPLETE);
  if (last < 0 || layers.length_m[last]! >= within_m) return { proved: true };
  return { sequence: graphTrail(graph, chosenWays(graph, steps, last)), proved: true };
}

/** Lengths of the ways to serve an edge; Infinity where a way does not serve it. */
function ways(edge: TourEdge, isTurned: boolean): void {
  const { length_m, offsets_m } = edge;
  const stops = offsets_m.length;
  way_m[NOT_WALKED] = stops === 0 ? 0 : Infinity;
  way_m[ONE_PASS] = length_m;
  way_m[TWO_PASSES] = 2 * length_m;
  way_m[FROM_FRONT] = way_m[FROM_BACK] = way_m[LARGEST_GAP] = Infinity;
  if (stops === 0) return;
  way_m[isTurned ? FROM_BACK : FROM_FRONT] = 2 * offsets_m[stops - 1]!;
  way_m[isTurned ? FROM_FRONT : FROM_BACK] = 2 * (length_m - offsets_m[0]!);
  let gap_m = 0;
  for (let at = 1; at < stops; at++) gap_m = Math.max(gap_m, offsets_m[at]! - offsets_m[at - 1]!);
  if (gap_m > 0) way_m[LARGEST_GAP] = 2 * (length_m - gap_m);
}

function leastWay_m(edge: TourEdge): number {
  ways(edge, false);
  return way_m.reduce((least, length) => Math.min(least, length), Infinity);
}

/** The way of each edge, its front being `from`. */
function chosenWays(graph: TourGraph, steps: readonly Step[], last: number): Uint8Array {
  const chosen = new Uint8Array(graph.edges.length);
  let entry = last;
  for (let s = steps.length - 1; s >= 0; s--) {
    const step = steps[s]!;
    if (!('edge' in step)) continue;
    const way = layers.choice[entry]!;
    const swapped = way === FROM_FRONT ? FROM_BACK : way === FROM_BACK ? FROM_FRONT : way;
    chosen[step.edge] = step.turned ? swapped : way;
    entry = layers.before[entry]!;
  }
  return chosen;
}

/** Vertices and edges in the order of the sweep; undefined where the frontier grows too wide. */
function sweepSteps(graph: TourGraph): Step[] | undefined {
  const steps: Step[] = [];
  const slotOf = new Map<number, number>();
  const free = Array.from({ length: MAX_FRONTIER }, (_, slot) => MAX_FRONTIER - 1 - slot);
  const doneEdges = new Uint8Array(graph.edges.length);
  const enter = (vertex: number): boolean => {
    if (slotOf.has(vertex)) return true;
    const slot = free.pop();
    if (slot === undefined) return false;
    slotOf.set(vertex, slot);
    steps.push({ enter: vertex, slot });
    return true;
  };
  for (const vertex of graph.sweep()) {
    if (!enter(vertex)) return undefined;
    for (const edge of graph.edgesOf(vertex)) {
      if (doneEdges[edge] === 1) continue;
      doneEdges[edge] = 1;
      const { from, to } = graph.edges[edge]!;
      if (!enter(from === vertex ? to : from)) return undefined;
      const a = slotOf.get(from)!;
      const b = slotOf.get(to)!;
      steps.push({ edge, lower: Math.min(a, b), upper: Math.max(a, b), turned: a > b });
    }
    steps.push({ leave: slotOf.get(vertex)! });
    free.push(slotOf.get(vertex)!);
    slotOf.delete(vertex);
  }
  return steps;
}

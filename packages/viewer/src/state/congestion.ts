// Congestion: how long people waited in each other's way, by place, over a window of time. The twin, the legend and the table read
// this file, so they cannot disagree. A scale's end does not depend on the run: a colour means the same in every one.
//
// Worked example: the table of places adds up the pieces of one aisle: 40 s and 20 s of waits in S-03 are 1 min, two waits or more.

import { WAITS } from '../frames/waits.ts';
import type { RunRecord } from '../frames/timeline.ts';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE, type Model } from './engine.ts';
import type { Scale } from './overlays.ts';

/** The last quarter of an hour, the last hour, or all since the run began. */
export const WAIT_WINDOWS = ['quarter', 'hour', 'all'] as const;
export type WaitWindow = (typeof WAIT_WINDOWS)[number];

const LENGTH_TICKS: Readonly<Record<WaitWindow, number>> = {
  quarter: TICKS_PER_HOUR / 4,
  hour: TICKS_PER_HOUR,
  all: Infinity,
};
/** Minutes of waiting on one piece of way that have the hottest colour. */
const HIGH_MIN: Readonly<Record<WaitWindow, number>> = { quarter: 1, hour: 4, all: 12 };

export function waitScale(window: WaitWindow): Scale {
  return { high: HIGH_MIN[window], unit: 'min', curve: 'root', lowIsHot: false, open: true };
}

/** First tick of the window that ends at `tick`. */
export function windowStart(window: WaitWindow, tick: number): number {
  return Math.max(0, tick - LENGTH_TICKS[window]);
}

/** Minutes waited on each piece of way in the window that ends at `tick`. Fills `into`. */
export function waitedByPiece(record: RunRecord, window: WaitWindow, tick: number, into: Float64Array): Float64Array {
  const { waits } = record;
  const sums = waits.sum(windowStart(window, tick), tick, scratch(waits.pieces.count * 2));
  for (let piece = 0; piece < into.length; piece++) into[piece] = (sums[piece * 2]! + sums[piece * 2 + 1]!) / TICKS_PER_MINUTE;
  return into;
}

/** A way between or along the aisles of a storage area: all counted from 0. */
export type AisleWay =
  | { readonly kind: 'aisle'; readonly area: number; readonly aisle: number; readonly block: number }
  /** Of a cross-aisle, from an aisle to the next. */
  | { readonly kind: 'cross-aisle'; readonly area: number; readonly aisle: number; readonly crossAisle: number };

/** Where people waited: one aisle between two cross-aisles, a cross-aisle between two aisles, or another way. */
export interface WaitPlace {
  /** Edge of the travel network. */
  readonly edge: number;
  readonly way: AisleWay | undefined;
  /** Minutes, by kind of wait (index into WAITS). */
  readonly minutes: readonly number[];
}

/** Where people waited in the window that ends at `tick`, longest first. */
export function waitPlaces(record: RunRecord, window: WaitWindow, tick: number): WaitPlace[] {
  const { waits, model } = record;
  const { edge } = waits.pieces;
  const sums = waits.sum(windowStart(window, tick), tick, scratch(waits.pieces.count * 2));
  const minutes = new Map<number, number[]>();
  for (let i = 0; i < sums.length; i++) {
    if (sums[i] === 0) continue;
    const at = edge[i >> 1]!;
    let row = minutes.get(at);
    if (row === undefined) minutes.set(at, (row = WAITS.map(() => 0)));
    row[i & 1]! += sums[i]! / TICKS_PER_MINUTE;
  }
  const ways = aisleWays(model);
  const total = (place: WaitPlace): number => place.minutes.reduce((sum, part) => sum + part, 0);
  return [...minutes]
    .map(([at, row]) => ({ edge: at, way: ways.get(at), minutes: row }))
    .sort((a, b) => total(b) - total(a) || a.edge - b.edge);
}

const known = new WeakMap<Model, Map<number, AisleWay>>();

/** The aisle or cross-aisle that each edge is a piece of. */
function aisleWays(model: Model): Map<number, AisleWay> {
  let found = known.get(model);
  if (found === undefined) known.set(model, (found = findWays(model)));
  return found;
}

function findWays({ building, network: { edges } }: Model): Map<number, AisleWay> {
  const ways = new Map<number, AisleWay>();
  building.areas.forEach(({ subaisleEdges, crossingNodes, aisles_x_m }, area) => {
    const aisles = aisles_x_m.length;
    const crossing = new Map([...crossingNodes].map((node, i) => [node, i]));
    for (let edge = 0; edge < edges.count; edge++) {
      const [from, to] = [crossing.get(edges.from[edge]!), crossing.get(edges.to[edge]!)];
      if (from === undefined || to === undefined || Math.abs(from - to) !== 1) continue;
      const first = Math.min(from, to);
      if (first % aisles === aisles - 1) continue; // the end of one cross-aisle, the beginning of the next
      ways.set(edge, { kind: 'cross-aisle', area, aisle: first % aisles, crossAisle: Math.floor(first / aisles) });
    }
    subaisleEdges.forEach((edge, i) => {
      ways.set(edge, { kind: 'aisle', area, aisle: i % aisles, block: Math.floor(i / aisles) });
    });
  });
  return ways;
}

let kept = new Float64Array(0);
/** Room for sums, of this length; the same every time. */
function scratch(length: number): Float64Array {
  if (kept.length !== length) kept = new Float64Array(length);
  return kept;
}

// Walkways to a network: straight pieces in x or y direction are cut where they meet or cross, and become nodes and edges.
//
// Collinear walkways that overlap or touch are one way; its width is the largest of those that cover a piece. Coordinates are
// compared on a grid of 0.1 mm, so that 8.8 and 8.800000001 are one place.
//
// Cost:    O(V · H) for V vertical and H horizontal walkways.
// Example: (0,0)-(10,0) and (4,0)-(4,5) give nodes (0,0), (4,0), (10,0), (4,5) and three edges.

import type { NetworkEdges, NetworkNodes } from '@dongseon/engine';

/** A straight walkway. x0 = x1 or y0 = y1; a one-way walkway leads from (x0, y0) to (x1, y1). */
export interface Walkway {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
  readonly width_m: number;
  readonly oneWay: boolean;
  /** Nobody may walk there. */
  readonly closed?: boolean;
}

/** As in the model's network edges. */
const BOTH_WAYS = 0;
const ONE_WAY = 1;
export const CLOSED = 2;

const GRID = 1e4;
const onGrid = (metres: number): number => Math.round(metres * GRID);

/** A piece of a line: from `low` to `high` on it; direction 0 both ways, 1 upwards only, -1 downwards only. */
interface Piece {
  readonly low: number;
  readonly high: number;
  readonly width_m: number;
  readonly direction: number;
  readonly closed: boolean;
}

/** All pieces at one x (vertical) or one y (horizontal), and where the line is cut. */
interface Line {
  readonly at: number;
  readonly pieces: Piece[];
  readonly cuts: Set<number>;
}

export interface WalkwayGraph {
  readonly nodes: NetworkNodes;
  readonly edges: NetworkEdges;
  /** The node at a point, or -1. */
  nodeAt(x_m: number, y_m: number): number;
  /** The edge between two nodes, in whichever direction it leads, or -1. */
  edgeBetween(from: number, to: number): number;
}

export function buildWalkwayGraph(walkways: readonly Walkway[]): WalkwayGraph {
  const vertical = collect(walkways, true);
  const horizontal = collect(walkways, false);
  for (const v of vertical)
    for (const h of horizontal) {
      if (v.pieces.some((piece) => covers(piece, h.at)) && h.pieces.some((piece) => covers(piece, v.at))) {
        v.cuts.add(h.at);
        h.cuts.add(v.at);
      }
    }
  const graph = new GraphBuilder();
  for (const line of vertical) addLine(graph, line, true);
  for (const line of horizontal) addLine(graph, line, false);
  return graph.finish();
}

function covers(piece: Piece, at: number): boolean {
  return piece.low <= at && at <= piece.high;
}

/** The vertical or the horizontal walkways, by line, in ascending order. */
function collect(walkways: readonly Walkway[], vertical: boolean): Line[] {
  const lines = new Map<number, Line>();
  for (const way of walkways) {
    const isVertical = onGrid(way.x0) === onGrid(way.x1);
    if (isVertical !== vertical) continue;
    const from = onGrid(vertical ? way.y0 : way.x0);
    const to = onGrid(vertical ? way.y1 : way.x1);
    if (from === to) continue;
    const at = onGrid(vertical ? way.x0 : way.y0);
    let line = lines.get(at);
    if (line === undefined) lines.set(at, (line = { at, pieces: [], cuts: new Set() }));
    const direction = way.oneWay ? Math.sign(to - from) : 0;
    line.pieces.push({
      low: Math.min(from, to),
      high: Math.max(from, to),
      width_m: way.width_m,
      direction,
      closed: way.closed ?? false,
    });
    line.cuts.add(from).add(to);
  }
  return [...lines.values()].sort((a, b) => a.at - b.at);
}

function addLine(graph: GraphBuilder, line: Line, vertical: boolean): void {
  const cuts = [...line.cuts].sort((a, b) => a - b);
  const node = (cut: number): number => (vertical ? graph.node(line.at, cut) : graph.node(cut, line.at));
  for (let k = 1; k < cuts.length; k++) {
    const low = cuts[k - 1]!;
    const high = cuts[k]!;
    const all = line.pieces.filter((piece) => piece.low <= low && high <= piece.high);
    if (all.length === 0) continue;
    const open = all.filter((piece) => !piece.closed);
    const covering = open.length > 0 ? open : all;
    const width = Math.max(...covering.map((piece) => piece.width_m));
    const up = covering.some((piece) => piece.direction >= 0);
    const down = covering.some((piece) => piece.direction <= 0);
    const length = (high - low) / GRID;
    if (open.length === 0) graph.edge(node(low), node(high), length, width, CLOSED);
    else if (up) graph.edge(node(low), node(high), length, width, down ? BOTH_WAYS : ONE_WAY);
    else graph.edge(node(high), node(low), length, width, ONE_WAY);
  }
}

class GraphBuilder {
  private readonly byPoint = new Map<string, number>();
  private readonly byEnds = new Map<string, number>();
  private readonly x: number[] = [];
  private readonly y: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly length: number[] = [];
  private readonly width: number[] = [];
  private readonly oneWay: number[] = [];

  node(gridX: number, gridY: number): number {
    const key = `${gridX} ${gridY}`;
    let node = this.byPoint.get(key);
    if (node === undefined) {
      node = this.x.length;
      this.byPoint.set(key, node);
      this.x.push(gridX / GRID);
      this.y.push(gridY / GRID);
    }
    return node;
  }

  edge(from: number, to: number, length: number, width: number, oneWay: number): void {
    this.byEnds.set(`${from} ${to}`, this.from.length);
    this.from.push(from);
    this.to.push(to);
    this.length.push(length);
    this.width.push(width);
    this.oneWay.push(oneWay);
  }

  finish(): WalkwayGraph {
    return {
      nodes: { count: this.x.length, x_m: Float64Array.from(this.x), y_m: Float64Array.from(this.y) },
      edges: {
        count: this.from.length,
        from: Int32Array.from(this.from),
        to: Int32Array.from(this.to),
        length_m: Float64Array.from(this.length),
        width_m: Float64Array.from(this.width),
        oneWay: Uint8Array.from(this.oneWay),
      },
      nodeAt: (x_m, y_m) => this.byPoint.get(`${onGrid(x_m)} ${onGrid(y_m)}`) ?? -1,
      edgeBetween: (a, b) => this.byEnds.get(`${a} ${b}`) ?? this.byEnds.get(`${b} ${a}`) ?? -1,
    };
  }
}

// The ways of the building cut into pieces, so that what happens on them can be summed by place.
//
// Every edge of the travel network is cut into equal pieces of at most 3 m. A point belongs to the piece that it lies nearest to.
//
// Worked example: an edge of 7 m from (0, 0) to (7, 0) has three pieces of 2.33 m; (4, 0.2) belongs to the second.

import type { Model } from './engine.ts';

const LONGEST_M = 3;
/** Points are told apart to this length, metres. */
const GRAIN_M = 0.05;

export class WayPieces {
  readonly count: number;
  /** Edge that a piece is part of. */
  readonly edge: Int32Array;
  /** Ends, metres. */
  readonly x0: Float64Array;
  readonly y0: Float64Array;
  readonly x1: Float64Array;
  readonly y1: Float64Array;
  /** Clear width of the way, metres. */
  readonly width_m: Float64Array;
  private readonly known = new Map<number, number>();

  constructor({ network }: Pick<Model, 'network'>) {
    const { nodes, edges } = network;
    const cuts = Array.from(edges.length_m, (length) => Math.max(1, Math.ceil(length / LONGEST_M - 1e-9)));
    this.count = cuts.reduce((sum, n) => sum + n, 0);
    this.edge = new Int32Array(this.count);
    this.x0 = new Float64Array(this.count);
    this.y0 = new Float64Array(this.count);
    this.x1 = new Float64Array(this.count);
    this.y1 = new Float64Array(this.count);
    this.width_m = new Float64Array(this.count);
    let piece = 0;
    cuts.forEach((n, edge) => {
      const [a, b] = [edges.from[edge]!, edges.to[edge]!];
      const [dx, dy] = [nodes.x_m[b]! - nodes.x_m[a]!, nodes.y_m[b]! - nodes.y_m[a]!];
      for (let i = 0; i < n; i++, piece++) {
        this.edge[piece] = edge;
        this.x0[piece] = nodes.x_m[a]! + (dx * i) / n;
        this.y0[piece] = nodes.y_m[a]! + (dy * i) / n;
        this.x1[piece] = nodes.x_m[a]! + (dx * (i + 1)) / n;
        this.y1[piece] = nodes.y_m[a]! + (dy * (i + 1)) / n;
        this.width_m[piece] = edges.width_m[edge]!;
      }
    });
  }

  /** The piece nearest to a point, -1 where there is none. O(pieces) the first time, O(1) for a point asked for before. */
  at(x: number, y: number): number {
    const key = Math.round(x / GRAIN_M) * 1_000_003 + Math.round(y / GRAIN_M);
    let piece = this.known.get(key);
    if (piece === undefined) this.known.set(key, (piece = this.nearest(x, y)));
    return piece;
  }

  private nearest(x: number, y: number): number {
    let best = -1;
    let least = Infinity;
    for (let piece = 0; piece < this.count; piece++) {
      const [x0, y0] = [this.x0[piece]!, this.y0[piece]!];
      const [dx, dy] = [this.x1[piece]! - x0, this.y1[piece]! - y0];
      const share = Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / (dx * dx + dy * dy)));
      const away = (x - x0 - dx * share) ** 2 + (y - y0 - dy * share) ** 2;
      if (away >= least) continue;
      least = away;
      best = piece;
    }
    return best;
  }
}

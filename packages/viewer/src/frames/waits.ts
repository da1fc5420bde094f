// Who stood in whose way, and where: every wait in an aisle or at a pick face, by piece of way.
//
// Worked example: one waits from 10 s to 30 s, another from 20 s to 50 s, both on piece 7. From 0 to 25 s that is 15 + 5 = 20 s.

import { STATE, type Model } from './engine.ts';
import { GrowingFloat64, GrowingInt32 } from './growing.ts';
import { WayPieces } from './way-pieces.ts';

/** What is waited for: room in an aisle, or the place at a pick face. */
export const WAITS = ['waiting-aisle', 'waiting-face'] as const;

export class WaitLog {
  readonly pieces: WayPieces;
  private readonly t0 = new GrowingFloat64();
  private readonly t1 = new GrowingFloat64();
  /** Piece times 2, plus 1 for a wait at a face. */
  private readonly where = new GrowingInt32();

  constructor(model: Pick<Model, 'network'>) {
    this.pieces = new WayPieces(model);
  }

  get count(): number {
    return this.t0.length;
  }

  /** Takes in a segment of motion; those of other states are left out. Ticks, metres. */
  append(t0: number, t1: number, x: number, y: number, state: number): void {
    if (state !== STATE['waiting-aisle'] && state !== STATE['waiting-face']) return;
    const piece = this.pieces.at(x, y);
    if (piece < 0 || t1 <= t0) return;
    this.t0.push(t0);
    this.t1.push(t1);
    this.where.push(piece * 2 + (state === STATE['waiting-face'] ? 1 : 0));
  }

  /** Ticks waited on each piece between two ticks: [piece * 2 + kind of wait]. Fills `into`. O(waits). */
  sum(from: number, to: number, into: Float64Array): Float64Array {
    into.fill(0);
    for (let i = 0; i < this.count; i++) {
      const length = Math.min(to, this.t1.data[i]!) - Math.max(from, this.t0.data[i]!);
      if (length > 0) into[this.where.data[i]!]! += length;
    }
    return into;
  }
}

import { describe, expect, it } from 'vitest';
import { buildNetwork } from '../../../packages/engine/src/model/network.ts';
import { AGENT_STATES } from '../../../packages/engine/src/trace/format.ts';
import { WaitLog } from '../../../packages/viewer/src/frames/waits.ts';
import { WayPieces } from '../../../packages/viewer/src/frames/way-pieces.ts';

const AISLE = AGENT_STATES.indexOf('waiting-aisle');
const FACE = AGENT_STATES.indexOf('waiting-face');

/** An aisle of 7 m to the east, and one of 4 m to the north from its end. */
function corner() {
  return {
    network: buildNetwork(
      { count: 3, x_m: Float64Array.of(0, 7, 7), y_m: Float64Array.of(0, 0, 4) },
      {
        count: 2,
        from: Int32Array.of(0, 1),
        to: Int32Array.of(1, 2),
        length_m: Float64Array.of(7, 4),
        width_m: Float64Array.of(1.2, 2),
        oneWay: new Uint8Array(2),
      },
      { count: 0, edge: new Int32Array(0), offset_m: new Float64Array(0), x_m: new Float64Array(0), y_m: new Float64Array(0) },
    ),
  };
}

describe('the pieces of the ways', () => {
  const pieces = new WayPieces(corner());

  it('are equal parts of at most 3 m of every edge', () => {
    expect(pieces.count).toBe(5);
    expect([...pieces.edge]).toEqual([0, 0, 0, 1, 1]);
    expect(pieces.x1[0]).toBeCloseTo(7 / 3, 12);
    expect([pieces.x0[3], pieces.y0[3], pieces.x1[3], pieces.y1[3], pieces.width_m[3]]).toEqual([7, 0, 7, 2, 2]);
  });

  it('hold the points that lie nearest to them', () => {
    expect(pieces.at(4, 0.2)).toBe(1);
    expect(pieces.at(-3, 0)).toBe(0);
    expect(pieces.at(6.8, 3.5)).toBe(4);
    expect(pieces.at(6.8, 3.5)).toBe(4);
  });
});

describe('the waits', () => {
  it('are summed by piece and kind, cut to the window', () => {
    const waits = new WaitLog(corner());
    waits.append(10, 30, 4, 0, AISLE);
    waits.append(20, 50, 4, 0.1, AISLE);
    waits.append(0, 40, 7, 3, FACE);
    waits.append(0, 1000, 4, 0, AGENT_STATES.indexOf('waiting-goods'));
    expect(waits.count).toBe(3);
    const sums = new Float64Array(waits.pieces.count * 2);
    expect([...waits.sum(0, 25, sums)]).toEqual([0, 0, 20, 0, 0, 0, 0, 0, 0, 25]);
    expect([...waits.sum(25, 100, sums)]).toEqual([0, 0, 30, 0, 0, 0, 0, 0, 0, 15]);
    expect([...waits.sum(50, 100, sums)]).toEqual(Array.from({ length: 10 }, () => 0));
  });
});

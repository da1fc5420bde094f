import { describe, expect, it } from 'vitest';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { waitedByPiece, waitPlaces, waitScale, windowStart } from '../../../packages/viewer/src/state/congestion.ts';
import { heatOf } from '../../../packages/viewer/src/state/overlays.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

const HOUR = 3600e6;

describe('congestion', () => {
  const record = new RunRecord(smallModel(), smallAgents);
  const { network } = record.model;
  const middle = (edge: number): [number, number] => {
    const [from, to] = [network.edges.from[edge]!, network.edges.to[edge]!];
    return [(network.nodes.x_m[from]! + network.nodes.x_m[to]!) / 2, (network.nodes.y_m[from]! + network.nodes.y_m[to]!) / 2];
  };
  const last = network.edges.count - 1;
  const [ax, ay] = middle(0);
  const [bx, by] = middle(last);
  record.append(
    frame(0, 0, 7200, [
      [0, 0, 600, ax, ay, ax, ay, 'waiting-aisle'],
      [0, 600, 4200, ax, ay, ax, ay, 'picking'],
      [0, 4200, 4260, ax, ay, ax, ay, 'waiting-aisle'],
      [0, 4260, 7200, ax, ay, ax, ay, 'idle'],
      [1, 0, 4200, bx, by, bx, by, 'idle'],
      [1, 4200, 4380, bx, by, bx, by, 'waiting-face'],
      [1, 4380, 7200, bx, by, bx, by, 'idle'],
    ]),
  );

  it('is what was waited in the window up to the clock, longest first', () => {
    expect(waitPlaces(record, 'all', 2 * HOUR).map(({ edge, minutes }) => [edge, minutes])).toEqual(
      last === 0
        ? [[0, [11, 3]]]
        : [
            [0, [11, 0]],
            [last, [0, 3]],
          ],
    );
    expect(waitPlaces(record, 'hour', 2 * HOUR)[0]!.minutes.reduce((a, b) => a + b)).toBe(last === 0 ? 4 : 3);
    expect(waitPlaces(record, 'quarter', 2 * HOUR)).toEqual([]);
    expect(waitPlaces(record, 'quarter', 300e6)[0]!.minutes).toEqual([5, 0]);
  });

  it('has the same total by piece as by place', () => {
    const byPiece = waitedByPiece(record, 'all', 2 * HOUR, new Float64Array(record.waits.pieces.count));
    expect(byPiece.reduce((a, b) => a + b)).toBeCloseTo(14, 9);
  });

  it('looks back no further than the beginning, and its scale grows with the window', () => {
    expect(windowStart('hour', 600e6)).toBe(0);
    expect(windowStart('quarter', HOUR)).toBe(0.75 * HOUR);
    expect(windowStart('all', HOUR)).toBe(0);
    expect(waitScale('quarter').high).toBeLessThan(waitScale('hour').high);
    expect(heatOf(1000, waitScale('all'))).toBe(1);
  });
});

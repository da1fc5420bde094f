import { describe, expect, it } from 'vitest';
import type { TourPreview } from '../../../packages/viewer/src/state/engine.ts';
import { arrowsOn, besideWay, boundsOf, haveRoom } from '../../../packages/viewer/src/panels/picking/plan-geometry.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const along = (path: number[]): TourPreview => ({ path }) as unknown as TourPreview;

describe('the plan of a tour', () => {
  it('shows what holds both routes, within the building', () => {
    // The building is 20 m × 14 m.
    expect(boundsOf(smallModel(), [along([4, 5, 4, 9]), along([4, 5, 10, 5])])).toEqual({
      x: 1.5,
      top: 11.5,
      width: 11,
      height: 9,
    });
    expect(boundsOf(smallModel(), [along([0, 0, 20, 14])])).toEqual({ x: 0, top: 14, width: 20, height: 14 });
    expect(boundsOf(smallModel(), [undefined, undefined])).toEqual({ x: 0, top: 14, width: 20, height: 14 });
  });

  it('draws the way on the walker’s right, with the north up', () => {
    expect(besideWay([0, 0, 10, 0], 0.5, 20)).toEqual([
      [0, 20.5],
      [10, 20.5],
    ]);
    // There and back: on both sides of the aisle. A leg without length is left out.
    expect(besideWay([3, 0, 3, 5, 3, 5, 3, 0], 0.5, 20)).toEqual([
      [3.5, 20],
      [3.5, 15],
      [2.5, 15],
      [2.5, 20],
    ]);
  });

  it('has arrows at equal distances along the whole way', () => {
    const arrows = arrowsOn([0, 0, 10, 0, 10, 10], 8, 0, 20);
    expect(arrows.map(([x, y]) => [x, y])).toEqual([
      [4, 20],
      [10, 18],
    ]);
    expect(arrows.map(([, , turn]) => turn)).toEqual([-0, -Math.PI / 2]);
  });

  it('numbers a stop where an earlier one leaves room', () => {
    const points = [
      [0, 0],
      [1, 0],
      [2, 0],
      [2.5, 0],
    ] as const;
    expect(haveRoom(points, 2)).toEqual([true, false, true, false]);
  });
});

import { describe, expect, it } from 'vitest';
import { heatColour, heatGradient } from '../../../packages/viewer/src/scene/heat.ts';
import { laneSpots, unitsPerPallet } from '../../../packages/viewer/src/scene/layers/goods.tsx';
import { levelHeights, rackBoxes } from '../../../packages/viewer/src/scene/layers/racks.tsx';
import { fillShare } from '../../../packages/viewer/src/scene/stock-cells.ts';
import { wallSpans } from '../../../packages/viewer/src/scene/layers/walls.tsx';
import { LIGHT } from '../../../packages/viewer/src/scene/palette.ts';
import { mapFrame, placeNames, ringStep_km, townsOf } from '../../../packages/viewer/src/scene/road-map/layout.ts';
import { fitView, panned, toX, toY, zoomed } from '../../../packages/viewer/src/scene/road-map/view.ts';
import { layOutSite } from '../../../packages/viewer/src/scene/site.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const model = smallModel();

describe('what is drawn from the model', () => {
  it('puts the yard around every door, spot and the gate', () => {
    const site = layOutSite(model.building);
    const [x0, y0, x1, y1] = site.yard;
    for (const spot of [...model.building.yard.inbound, ...model.building.yard.outbound, model.building.yard.gate]) {
      expect(spot.x_m).toBeGreaterThan(x0);
      expect(spot.x_m).toBeLessThan(x1);
      expect(spot.y_m).toBeGreaterThan(y0);
      expect(spot.y_m).toBeLessThan(y1);
    }
    expect(site.bays).toHaveLength(2);
  });

  it('leaves the doors open in the wall', () => {
    expect(
      wallSpans(20, [
        [13.5, 16.5],
        [2.5, 5.5],
      ]),
    ).toEqual([
      [0, 2.5],
      [5.5, 13.5],
      [16.5, 20],
    ]);
    expect(
      wallSpans(10, [
        [0, 3],
        [2, 10],
      ]),
    ).toEqual([]);
  });

  it('takes the height of rack levels from the locations', () => {
    const heights = levelHeights(model, 1);
    expect(heights[0]).toBeCloseTo(0.1, 5);
    expect(heights[1]).toBeCloseTo(1.8, 5);
  });

  it('keeps every part of a rack within its rectangle', () => {
    const { boxes, tops } = rackBoxes(model, LIGHT);
    for (const box of [...boxes, ...tops]) {
      const inside = model.building.racks.some(
        ({ rectangle: [x0, y0, x1, y1] }) =>
          box.x - box.length / 2 > x0 - 0.05 &&
          box.x + box.length / 2 < x1 + 0.05 &&
          box.y - box.width / 2 > y0 - 0.05 &&
          box.y + box.width / 2 < y1 + 0.05,
      );
      expect(inside).toBe(true);
    }
    expect(tops).toHaveLength(2);
  });

  it('fills a location by the volume of its goods, visibly from the first unit on and never beyond full', () => {
    expect(fillShare(model, 0, -1, 0)).toBe(0);
    expect(fillShare(model, 0, 0, 1)).toBe(0.1);
    // A pallet place of 1.1 x 1.1 x 1.5 m holds 75.6 of 0.4 x 0.3 x 0.2 m.
    expect(fillShare(model, 24, 0, 38)).toBeCloseTo(38 / 75.625, 5);
    expect(fillShare(model, 24, 0, 500)).toBe(1);
  });

  it('deals out the spots of a lane within it', () => {
    const lane = model.building.stagingLanes[1]!;
    const spots = laneSpots(lane, [0.95, 0.85]);
    expect(spots).toHaveLength(9);
    for (const spot of spots) {
      expect(spot.x).toBeGreaterThan(lane.rectangle[0]);
      expect(spot.x).toBeLessThan(lane.rectangle[2]);
    }
    expect(unitsPerPallet(model)).toBe(10);
  });
});

describe('the heat scale', () => {
  it('runs from light to dark on a light ground and the other way on a dark one', () => {
    expect(heatColour(1, true)).toEqual([254, 232, 56]);
    expect(heatColour(0, true)).toEqual([0, 34, 78]);
    const lightness = [0, 0.25, 0.5, 0.75, 1].map((value) => heatColour(value, false).reduce((sum, part) => sum + part, 0));
    expect(lightness).toEqual([...lightness].sort((a, b) => b - a));
    expect(heatColour(1, false)).toEqual([0, 34, 78]);
    expect(heatColour(7, true)).toEqual(heatColour(1, true));
    expect(heatGradient()).toContain('light-dark(rgb(249 241 176), rgb(0 34 78)) 0.0%');
    expect(heatGradient(true)).toContain('light-dark(rgb(0 34 78), rgb(254 232 56)) 0.0%');
  });
});

describe('the road map', () => {
  it('holds the centre and every store', () => {
    const frame = mapFrame(model);
    for (const [east, north] of [
      [0, 0],
      [1.2, 0.9],
      [-10.7, 8.6],
    ] as const) {
      expect(east).toBeGreaterThan(frame.west);
      expect(east).toBeLessThan(frame.west + frame.width);
      expect(north).toBeLessThan(frame.north);
      expect(north).toBeGreaterThan(frame.north - frame.height);
    }
  });

  it('draws rings at round distances', () => {
    expect([6, 1.8, 0.04, 10].map(ringStep_km)).toEqual([10, 2, 0.05, 10]);
  });

  it('names towns without overlap, the larger first', () => {
    const towns = townsOf(model, 'ko');
    expect(towns.map((town) => town.name)).toEqual(['내외동', '진영읍']);
    const near = { name: '가까운동', east: 1.3, north: 0.9, radius: 0.75, stores: 9 };
    expect(placeNames([...towns, near], 0.5, 0.65).map((town) => town.name)).toEqual(['가까운동', '진영읍']);
  });

  it('fits everything into the picture, whatever its shape', () => {
    const frame = mapFrame(model);
    for (const [width, height, margin] of [
      [930, 768, 29.9],
      [390, 320, 15.9],
    ] as const) {
      const size = { width, height };
      const view = fitView(frame, size);
      for (const [east, north] of [
        [frame.west, frame.north],
        [frame.west + frame.width, frame.north - frame.height],
      ] as const) {
        expect(toX(view, size, east)).toBeGreaterThanOrEqual(margin);
        expect(toX(view, size, east)).toBeLessThanOrEqual(size.width - margin);
        expect(toY(view, size, north)).toBeGreaterThanOrEqual(margin);
        expect(toY(view, size, north)).toBeLessThanOrEqual(size.height - margin);
      }
    }
  });

  it('zooms about the point under the pointer and pans by pixels', () => {
    const size = { width: 800, height: 600 };
    const fit = fitView(mapFrame(model), size);
    const [x, y] = [toX(fit, size, 1.2), toY(fit, size, 0.9)];
    const near = zoomed(fit, size, 3, x, y, fit);
    expect(near.perKm).toBeCloseTo(3 * fit.perKm, 9);
    expect([toX(near, size, 1.2), toY(near, size, 0.9)].map((px, i) => px - [x, y][i]!)).toEqual([
      expect.closeTo(0, 6),
      expect.closeTo(0, 6),
    ]);
    const moved = panned(near, 40, -10);
    expect(toX(moved, size, 1.2) - toX(near, size, 1.2)).toBeCloseTo(40, 6);
    expect(toY(moved, size, 0.9) - toY(near, size, 0.9)).toBeCloseTo(-10, 6);
    expect(zoomed(fit, size, 0.001, x, y, fit).perKm).toBeCloseTo(fit.perKm / 2, 9);
  });
});

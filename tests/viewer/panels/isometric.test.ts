import { describe, expect, it } from 'vitest';
import { drawingOrder, facesOf, onPage, type Box } from '../../../packages/viewer/src/panels/inspector/packing/isometric.ts';

const box = (x_m: number, y_m: number, z_m: number, size = 1): Box => ({
  x_m,
  y_m,
  z_m,
  alongX_m: size,
  alongY_m: size,
  alongZ_m: size,
});

describe('boxes in isometric projection', () => {
  it('have x to the lower right, y to the lower left, z up', () => {
    expect(onPage(1, 0, 0).map((value) => Number(value.toFixed(3)))).toEqual([0.866, 0.5]);
    expect(onPage(0, 1, 0).map((value) => Number(value.toFixed(3)))).toEqual([-0.866, 0.5]);
    expect(onPage(0, 0, 1)).toEqual([0, -1]);
  });

  it('are drawn the hidden ones first, in whatever order they come', () => {
    const cubes = [box(1, 1, 1), box(0, 0, 0), box(1, 0, 0), box(0, 1, 0), box(1, 1, 0), box(0, 0, 1)];
    const order = drawingOrder(cubes);
    expect([...order].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
    const at = (i: number): number => order.indexOf(i);
    for (const [behind, before] of [
      [1, 2],
      [1, 3],
      [1, 5],
      [2, 4],
      [3, 4],
      [4, 0],
    ] as const) {
      expect(at(behind)).toBeLessThan(at(before));
    }
  });

  it('put a low far box before a tall near one though its corner is higher', () => {
    const tall = { ...box(0, 0, 0), alongZ_m: 5 };
    const beside = box(1, 0, 0);
    expect(drawingOrder([beside, tall])).toEqual([1, 0]);
  });

  it('have three faces that share the nearest corner', () => {
    const faces = facesOf(box(0, 0, 0));
    const nearest = onPage(1, 1, 1)
      .map((value) => value.toFixed(4))
      .join();
    for (const face of Object.values(faces)) expect(face.split(' ')).toContain(nearest);
    expect(drawingOrder([])).toEqual([]);
  });
});

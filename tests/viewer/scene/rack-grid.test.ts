import { describe, expect, it } from 'vitest';
import { RackGrid, enterBox, type Ray } from '../../../packages/viewer/src/scene/picking/rack-grid.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const ray = (ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): Ray => ({ ox, oy, oz, dx, dy, dz });

describe('finding a storage location by a ray', () => {
  const model = smallModel();
  const grid = new RackGrid(model);

  it('enters a box where arithmetic says, also from inside and along a side', () => {
    expect(enterBox(ray(-2, 0.5, 0.5, 1, 0, 0), 0, 0, 0, 1, 1, 1)).toBe(2);
    expect(enterBox(ray(0.5, 0.5, 0.5, 1, 0, 0), 0, 0, 0, 1, 1, 1)).toBe(0);
    expect(enterBox(ray(-2, 2, 0.5, 1, 0, 0), 0, 0, 0, 1, 1, 1)).toBe(Infinity);
    expect(enterBox(ray(2, 0.5, 0.5, 1, 0, 0), 0, 0, 0, 1, 1, 1)).toBe(Infinity);
  });

  it('hits every location from straight in front of its free side', () => {
    const { x_m, y_m, z_m, count } = model.locations;
    for (let location = 0; location < count; location++) {
      const hit = grid.hit(ray(x_m[location]! - 0.7, y_m[location]!, z_m[location]!, 1, 0, 0));
      expect(hit?.location).toBe(location);
    }
  });

  it('takes the nearer of two racks in a row, and nothing beside or above them', () => {
    expect(grid.hit(ray(0, 6.5, 0.3, 1, 0, 0))?.location).toBe(0);
    expect(grid.hit(ray(20, 6.65, 0.85, -1, 0, 0))?.location).toBe(24);
    expect(grid.hit(ray(0, 3, 0.3, 1, 0, 0))).toBeUndefined();
    expect(grid.hit(ray(2.5, 6.5, 9, 0, 0, 1))).toBeUndefined();
  });

  it('looks down onto the topmost level', () => {
    expect(grid.hit(ray(2.5, 7.5, 9, 0, 0, -1))?.location).toBe(5);
  });
});

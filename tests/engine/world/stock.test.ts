import { describe, expect, it } from 'vitest';
import { capacity } from '../../../packages/engine/src/index.ts';
import { tinyLocation, tinyModel, TINY_ITEM } from '../../fixtures/tiny-model.ts';

describe('capacity of a location', () => {
  const location = tinyLocation(0, 0, 0, 0);

  function withItem(size: readonly [number, number, number], weight_kg: number, temperature = 0): number {
    const model = tinyModel();
    const { items } = model;
    items.length_m[TINY_ITEM.A] = size[0];
    items.width_m[TINY_ITEM.A] = size[1];
    items.height_m[TINY_ITEM.A] = size[2];
    items.weight_kg[TINY_ITEM.A] = weight_kg;
    items.temperature[TINY_ITEM.A] = temperature;
    return capacity(model, TINY_ITEM.A, location);
  }

  const { locations } = tinyModel();
  const w = locations.width_m[location]!;
  const d = locations.depth_m[location]!;
  const h = locations.height_m[location]!;

  it('fills 85 % of the volume', () => {
    expect(withItem([w / 4, d / 4, h / 4], 0.001)).toBe(Math.floor(0.85 * 64 + 1e-6));
  });

  it('is bounded by the load', () => {
    expect(withItem([w / 4, d / 4, h / 4], locations.maxLoad_kg[location]! / 3.5)).toBe(3);
  });

  it('turns a unit as it fits, and is 0 where no side lets it in', () => {
    const sides = [w, d, h].sort((a, b) => a - b) as [number, number, number];
    expect(withItem([sides[2], sides[0], sides[1]], 0.001)).toBe(1);
    expect(withItem([sides[2] * 1.01, 0.01, 0.01], 0.001)).toBe(0);
    expect(withItem([sides[1] * 1.01, sides[1] * 1.01, 0.01], 0.001)).toBe(0);
  });

  it('is 0 in another temperature class', () => {
    expect(withItem([0.1, 0.1, 0.1], 0.1, 1)).toBe(0);
  });
});

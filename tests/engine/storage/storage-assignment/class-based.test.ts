import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { classBased } from '../../../../packages/engine/src/storage/storage-assignment/class-based.ts';
import { byPopularity } from '../../../../packages/engine/src/storage/storage-assignment/slots.ts';
import { bandOfClass, classOfItems } from '../../../../packages/engine/src/storage/storage-assignment/classes.ts';
import { storageView } from '../view.ts';

const ten = Array.from({ length: 10 }, (_, item) => ({ popularity: 10 - item }));
const twelve = Array.from({ length: 12 }, (_, location) => ({ distance_m: location }));

describe('class-based storage', () => {
  it('shares the two nearest locations among class A, the next three among B, the next five among C', () => {
    const home = classBased.decide(storageView(ten, twelve), new RandomStream('abc'));
    const zone = (first: number, end: number): number[] => [...home.slice(first, end)].sort((a, b) => a - b);
    expect(zone(0, 2)).toEqual([0, 1]);
    expect(zone(2, 5)).toEqual([2, 3, 4]);
    expect(zone(5, 10)).toEqual([5, 6, 7, 8, 9]);
  });

  it('gives every location of a zone the same chance', () => {
    const view = storageView(ten, twelve);
    const random = new RandomStream('fair');
    const counts = [0, 0, 0, 0, 0];
    for (let i = 0; i < 5000; i++) counts[classBased.decide(view, random)[5]! - 5]!++;
    // Chi-square with 4 degrees of freedom: 18.47 is its 99.9 % quantile.
    expect(counts.reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(18.47);
  });

  it('has classes in every temperature class', () => {
    const items = [...ten, ...ten.map((item) => ({ ...item, temperature: 1 }))];
    const locations = [...twelve, ...twelve.map((location) => ({ distance_m: location.distance_m + 100, temperature: 1 }))];
    const home = classBased.decide(storageView(items, locations), new RandomStream('cold'));
    expect([...home.slice(10, 12)].sort((a, b) => a - b)).toEqual([12, 13]);
  });

  it('is full turnover with a class for every item, random storage in the nearest locations with one class', () => {
    const tenths = ten.slice(1).map((_, item) => (item + 1) / 10);
    const each = classBased.decide(storageView(ten, twelve, { classBoundaries: tenths }), new RandomStream('each'));
    expect([...each]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const one = classBased.decide(storageView(ten, twelve, { classBoundaries: [] }), new RandomStream('one'));
    expect([...one].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...one]).not.toEqual([...each]);
  });
});

describe('classes of items', () => {
  it('are the ranked items of each temperature class cut at the boundaries', () => {
    const { model } = storageView(ten, []);
    expect([...classOfItems(model, byPopularity({ model }))]).toEqual([0, 0, 1, 1, 1, 2, 2, 2, 2, 2]);
    const cold = [...ten.slice(0, 4), ...ten.slice(0, 2).map((item) => ({ ...item, temperature: 1 }))];
    const halves = storageView(cold, [], { classBoundaries: [0.5] }).model;
    expect([...classOfItems(halves, byPopularity({ model: halves }))]).toEqual([0, 0, 1, 1, 0, 1]);
  });

  it('are bands of the ranking', () => {
    expect(bandOfClass([0.2, 0.5], 0)).toEqual({ from: 0, to: 0.2 });
    expect(bandOfClass([0.2, 0.5], 1)).toEqual({ from: 0.2, to: 0.5 });
    expect(bandOfClass([0.2, 0.5], 2)).toEqual({ from: 0.5, to: 1 });
  });
});

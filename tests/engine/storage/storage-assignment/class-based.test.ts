import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { classBased, classBasedStorage } from '../../../../packages/engine/src/storage/storage-assignment/class-based.ts';
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
    const view = storageView(ten, twelve);
    const each = classBasedStorage(ten.map(() => 0.1)).decide(view, new RandomStream('each'));
    expect([...each]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    const one = classBasedStorage([1]).decide(view, new RandomStream('one'));
    expect([...one].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect([...one]).not.toEqual([...each]);
  });
});

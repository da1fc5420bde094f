import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY, TICKS_PER_MINUTE } from '../../../packages/engine/src/base/units.ts';
import { capacity, plainPolicies, Run } from '../../../packages/engine/src/index.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { at, tinyLocation, tinyModel, TINY_ITEM } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

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

describe('what is told of stock', () => {
  const { A, B } = TINY_ITEM;
  const slot = tinyLocation(0, 0, 0, 0);
  const received = -2 * TICKS_PER_DAY + 90e6;
  const expiry = 3 * TICKS_PER_DAY + 59e6;
  const delivery = { store: 0, release: at('08:10'), due: at('10:00') };
  const day = toldDay(
    tinyModel({
      initialStock: tinyStock([
        { item: A, units: 5, location: slot, received, expiry },
        { item: B, units: 1, location: tinyLocation(0, 0, 1, 0) },
      ]),
      demand: tinyDemand([{ arrival: '07:00', lines: [[A, 5]], delivery }]),
    }),
  );
  const [put, , taken] = day.of('stock-changed');

  it('begins with the home of every item', () => {
    const homes = day.of('home-given');
    expect(homes.map(({ a }) => a)).toEqual([0, 1, 2, 3]);
    expect(homes.slice(0, 2).map(({ b }) => b)).toEqual([slot, tinyLocation(0, 0, 1, 0)]);
    expect(new Set(homes.map(({ b }) => b)).size).toBe(4);
  });

  it('names the age of the units before each change, in whole minutes', () => {
    const lots = day.of('stock-lot');
    const ages = [-2 * 24 * 60 + 1, 3 * 24 * 60];
    expect(lots[0]).toEqual({ tick: 0, a: slot, b: ages[0], c: ages[1] });
    expect(lots[1]).toMatchObject({ c: 2 ** 31 - 1 });
    expect(lots[2]).toEqual({ tick: taken!.tick, a: slot, b: ages[0], c: ages[1] });
    expect([put!.b, taken!.b]).toEqual([5, -5]);
    expect(Math.floor(expiry / TICKS_PER_MINUTE)).toBe(ages[1]);
  });

  it('is counted by location: picks, units, how long they had been there, and since when it is empty', () => {
    const l = day.run.snapshot().world.tables['locations']!.columns;
    expect([l['picks']![slot], l['taken']![slot]]).toEqual([1, 5]);
    expect(l['dwell']![slot]).toBe(5 * (taken!.tick - received));
    expect([l['since']![slot], l['occupied']![slot]]).toEqual([taken!.tick, taken!.tick]);
    expect(l['occupied']![tinyLocation(0, 0, 1, 0)]).toBe(0);
  });

  it('counts what orders ask until it is reserved', () => {
    const items = (tick: number): number[] => {
      const run = new Run(tinyModel(), plainPolicies, 1);
      run.runUntil(tick);
      const { asked, linesAsked } = run.snapshot().world.tables['items']!.columns;
      return [asked![A]!, asked![B]!, linesAsked![A]!, linesAsked![B]!];
    };
    expect(items(at('06:59'))).toEqual([0, 0, 0, 0]);
    expect(items(at('08:00'))).toEqual([3, 2, 1, 1]);
    expect(items(at('08:11'))).toEqual([0, 0, 1, 1]);
  });
});

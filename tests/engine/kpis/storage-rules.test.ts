import { describe, expect, it } from 'vitest';
import { STORAGE_RULES, checkRules, type StorageRule } from '../../../packages/engine/src/kpis/storage-rules.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { keepingOf } from '../../../packages/engine/src/model/storage.ts';
import { TINY_ITEM, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { stored, type Goods } from './stored.ts';

const { A, B, C, D } = TINY_ITEM;

function changed(change: (model: Model) => Partial<Model>): Model {
  const model = tinyModel();
  return { ...model, ...change(model) };
}

/** The broken rules by location, where one is. */
function broken(model: Model, goods: readonly Goods[]): Record<number, StorageRule> {
  const { world } = stored(model, 1, goods);
  const found: Record<number, StorageRule> = {};
  checkRules(model, world, Float64Array.of(0.01, 0.01, 0.001, 0.01)).forEach((rule, location) => {
    if (rule > 0) found[location] = STORAGE_RULES[rule]!;
  });
  return found;
}

/** Bay 0 of aisle 0, west: locations 0 (floor) and 1 (upper level); bay 1: 2 and 3. */
const [LOW, HIGH] = [tinyLocation(0, 0, 0, 0), tinyLocation(0, 0, 0, 1)];

describe('the storage rules', () => {
  it('hold for goods in their place, and where nothing lies', () => {
    expect(broken(tinyModel(), [])).toEqual({});
    expect(
      broken(tinyModel(), [
        { item: A, location: LOW, units: 20 },
        { item: B, location: HIGH, units: 40 },
      ]),
    ).toEqual({});
  });

  it('name another temperature class', () => {
    const model = changed(({ items }) => ({ items: { ...items, temperature: Uint8Array.of(0, 1, 0, 0) } }));
    expect(broken(model, [{ item: B, location: HIGH, units: 1 }])).toEqual({ [HIGH]: 'temperature' });
  });

  it('name goods that conflict with others in their bay, not those beside them', () => {
    // Nuts and fish conflict. The tables of who is admitted where exclude it, so for once all are admitted everywhere.
    const apart = keepingOf(['general', 'nuts', 'fish'], Uint8Array.of(0, 0, 0, 0, 0, 1, 0, 1, 0));
    const model = changed(({ items, storage, locations }) => ({
      storage: { ...storage, keeping: { ...apart, admits: new Uint8Array(9).fill(1) } },
      items: { ...items, keeping: Uint16Array.of(0, 1, 2, 0) },
      locations: { ...locations, rackBay: locations.rackBay.map((bay) => bay >> 1) },
    }));
    const nuts = { item: B, location: 0, units: 1 };
    const beside = { item: D, location: 1, units: 1 };
    expect(broken(model, [nuts, beside, { item: C, location: 4, units: 1 }])).toEqual({});
    expect(broken(model, [nuts, beside, { item: C, location: 3, units: 1 }])).toEqual({ 0: 'keeping', 3: 'keeping' });
  });

  it('name goods in a bay set aside for others', () => {
    const model = changed(({ items, storage, racking }) => ({
      storage: { ...storage, keeping: keepingOf(['general', 'tenant'], Uint8Array.of(0, 1, 1, 0)) },
      items: { ...items, keeping: Uint16Array.of(0, 1, 0, 0) },
      racking: { ...racking, bays: { ...racking.bays, keeping: Uint16Array.of(1, 0, 1, 0, 0, 0, 0, 0) } },
    }));
    expect(
      broken(model, [
        { item: B, location: LOW, units: 1 },
        { item: A, location: 4, units: 1 },
        { item: B, location: 2, units: 1 },
      ]),
    ).toEqual({ 2: 'keeping', 4: 'keeping' });
  });

  it('name heavy goods above the height for them', () => {
    const model = changed(({ storage }) => ({ storage: { ...storage, heavyLow: { weight_kg: 5, highest_m: 0.5 } } }));
    expect(
      broken(model, [
        { item: B, location: HIGH, units: 1 },
        { item: B, location: 2, units: 1 },
        { item: A, location: 3, units: 1 },
      ]),
    ).toEqual({ [HIGH]: 'heavy-low' });
  });

  it('name goods larger than the slot, and heavier than it bears', () => {
    // A slot has 2 m³ and bears 200 kg: 200 units of A (10 l, 2 kg) fill it and are 400 kg.
    expect(broken(tinyModel(), [{ item: A, location: LOW, units: 201 }])).toEqual({ [LOW]: 'volume' });
    expect(broken(tinyModel(), [{ item: A, location: LOW, units: 101 }])).toEqual({ [LOW]: 'location-load' });
    expect(broken(tinyModel(), [{ item: A, location: LOW, units: 100 }])).toEqual({});
  });

  it('name what is too heavy together: a level alone, a bay with all its levels', () => {
    const loads = changed(({ racking: { bays, levels } }) => ({
      racking: {
        bays: { ...bays, maxLoad_kg: new Float32Array(bays.count).fill(100) },
        levels: { ...levels, maxLoad_kg: new Float32Array(levels.count).fill(80) },
      },
    }));
    const goods = (upper: number, lower: number): Goods[] => [
      { item: B, location: HIGH, units: upper / 5 },
      { item: B, location: LOW, units: lower / 5 },
      { item: B, location: 2, units: 1 },
    ];
    expect(broken(loads, goods(90, 20))).toEqual({ [HIGH]: 'level-load', [LOW]: 'bay-load' });
    expect(broken(loads, goods(80, 25))).toEqual({ [HIGH]: 'bay-load', [LOW]: 'bay-load' });
    expect(broken(loads, goods(80, 20))).toEqual({});
  });
});

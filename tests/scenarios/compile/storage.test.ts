import { describe, expect, it } from 'vitest';
import { NO_HISTORY, PLAIN_STORAGE, capacity, locationLabel, slotKinds } from '../../../packages/engine/src/index.ts';
import type { Model } from '../../../packages/engine/src/index.ts';
import { compile, compileBuiltin, loadBuiltin, loadScenario } from '../../../packages/scenarios/src/index.ts';
import { builtinTable } from '../../../packages/scenarios/src/builtin/texts.ts';
import { compileKeeping } from '../../../packages/scenarios/src/compile/keeping.ts';
import { contentHash } from '../content-hash.ts';

/** four-orders with changes and tables of its own. */
function fourOrders(changes: object, tables: Readonly<Record<string, string>> = {}, days = 1): Model {
  const result = loadScenario(
    { formatVersion: 1, id: 'mine', extends: 'four-orders', ...changes },
    { readTable: (name) => tables[name] ?? builtinTable('four-orders', name) },
  );
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return compile(result.loaded, { days });
}

const columnAdded = (name: string, cells: Readonly<Record<string, string>>): string =>
  builtinTable('four-orders', 'skus.csv')!
    .trim()
    .split('\n')
    .map((line, row) => `${line},${row === 0 ? name : (cells[line.split(',')[0]!] ?? '')}`)
    .join('\n');

describe('the storage section', () => {
  it('is that of a plain DC where it is left out', () => {
    const model = fourOrders({});
    expect(model.storage).toEqual(PLAIN_STORAGE);
    expect(model.history).toEqual(NO_HISTORY);
    expect(new Set(model.racking.bays.keeping)).toEqual(new Set([0]));
    expect(new Set([...model.racking.bays.maxLoad_kg, ...model.racking.levels.maxLoad_kg])).toEqual(new Set([Infinity]));
  });

  it('comes in the units of the model', () => {
    const { storage, racking } = fourOrders({
      building: {
        areas: loadBuiltin('four-orders').scenario.building.areas.map((area) => ({
          ...area,
          rack: { ...area.rack, levelMaxLoad_kg: 150, bayMaxLoad_kg: 400 },
        })),
      },
      storage: {
        classBoundaries_percent: [10, 40],
        heavyLow: { weight_kg: 2, highest_m: 1 },
        goldenZone: { from_m: 0.4, to_m: 1.5, outside_s: 2.2 },
        firstExpired: false,
        replenishment: { min_percent: 30 },
        reSlotting: { at: '19:30', people_h: 2 },
      },
    });
    expect(storage).toEqual({
      ...PLAIN_STORAGE,
      classBoundaries: [0.1, 0.4],
      heavyLow: { weight_kg: 2, highest_m: 1 },
      goldenZone: { from_m: 0.4, to_m: 1.5, outside_s: 2.2 },
      firstExpired: false,
      replenishment: { min_share: 0.3, max_share: 1 },
      reSlotting: { at_s: 70_200, people_h: 2, truck_h: 0, payBack_d: 20 },
    });
    expect([racking.levels.maxLoad_kg[0], racking.bays.maxLoad_kg[0]]).toEqual([150, 400]);
  });
});

describe('keeping classes', () => {
  it('are those of the worked example: general, detergent, T, T/detergent', () => {
    const tenants = ['owner', 'T'].map((id) => ({ id, names: { ko: id, en: id }, kind: 'cooperative' as const }));
    const storage = {
      ...loadBuiltin('four-orders').scenario.storage,
      separate: [{ classes: ['detergent', 'general'] }],
      apart: ['T'],
    };
    const { keeping, ofItem } = compileKeeping(storage, ['general', 'detergent'], [0, 1, 0, 1], tenants, [0, 0, 1, 1]);
    expect(keeping.classes).toEqual(['general', 'detergent', 'T', 'T/detergent']);
    expect([...ofItem]).toEqual([0, 1, 2, 3]);
    expect([...keeping.conflicts]).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0, 1, 1, 1, 1, 0]);
  });

  it('keep SKUs of the table in bays of their own', () => {
    const model = fourOrders(
      { storage: { separate: [{ classes: ['detergent', 'general'] }] } },
      { 'skus.csv': columnAdded('separation', { s6: 'detergent' }) },
    );
    const { items, locations, racking, initialStock } = model;
    const detergent = items.code.indexOf('s6');
    expect(items.keeping[detergent]).toBe(1);
    // Its stock lies in aisle 2 west, bay 4: that bay is set aside, and others may not lie there.
    const at = initialStock.location[5]!;
    expect(racking.bays.keeping[locations.rackBay[at]!]).toBe(1);
    expect([capacity(model, detergent, at) > 0, capacity(model, 0, at)]).toEqual([true, 0]);
  });

  it('are set aside alike in every replication, and in both modes', () => {
    const first = compileBuiltin('gimhae-shared-dc', { replication: 0 });
    const second = compileBuiltin('gimhae-shared-dc', { replication: 3, mode: 'paper' });
    expect(contentHash(second.racking)).toBe(contentHash(first.racking));
    expect(contentHash(second.history)).toBe(contentHash(first.history));
  });
});

describe('kinds of slots', () => {
  it('are as in the worked example: of six levels of shelves the three low ones are one kind, the high ones another', () => {
    const { building, locations, racking } = compileBuiltin('gimhae-shared-dc');
    const { kindOf } = slotKinds(locations, racking, 1.2);
    const { firstLocation, endLocation } = building.areas.find(({ id }) => id === 'S')!;
    const levels = new Map<number, Set<number>>();
    for (let at = firstLocation; at < endLocation; at++)
      levels.set(kindOf[at]!, (levels.get(kindOf[at]!) ?? new Set()).add(locations.level[at]!));
    expect([...levels.values()].map((own) => [...own])).toEqual([
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });
});

describe('locations.csv', () => {
  it('gives homes and loads, and blocks locations', () => {
    const model = fourOrders(
      { storage: { locations: { table: 'locations.csv' } } },
      {
        'locations.csv':
          'location,sku,maxLoad_kg,use\nA-01-W-1-01-1-1,s1,,open\nA-01-W-1-02-1-1,,3,\nA-02-E-1-01-1-1,,,blocked\n',
      },
    );
    const { items, locations, building } = model;
    const row = (label: string): number =>
      [...locations.area.keys()].find((at) => locationLabel(building, locations, at) === label)!;
    expect([...items.givenHome]).toEqual([row('A-01-W-1-01-1-1'), -1, -1, -1, -1, -1]);
    expect([locations.maxLoad_kg[row('A-01-W-1-02-1-1')], capacity(model, 0, row('A-01-W-1-02-1-1'))]).toEqual([3, 3]);
    expect([locations.maxLoad_kg[row('A-02-E-1-01-1-1')], capacity(model, 0, row('A-02-E-1-01-1-1'))]).toEqual([0, 0]);
  });
});

describe('the past', () => {
  it('comes from history.csv: orders in order of time, an SKU once an order', () => {
    const { history } = fourOrders(
      { demand: { history: { table: 'history.csv' } } },
      { 'history.csv': 'order,day,sku\nb,-1.5,s2\na,-3,s1\nb,-1.5,s1\na,-3,s1\na,-3,s6\n' },
    );
    expect(history).toEqual({
      count: 2,
      day: Float64Array.of(-3, -1.5),
      firstLine: Int32Array.of(0, 2, 4),
      item: Int32Array.of(0, 5, 1, 0),
    });
  });

  it('and separation are drawn by themselves: everything else is the same with and without', () => {
    const loaded = loadBuiltin('gimhae-shared-dc');
    const plain = loadBuiltin('gimhae-shared-dc', [
      'demand.history=null',
      'items.catalogue.generate.separation=null',
      'storage=null',
    ]);
    const [model, without] = [compile(loaded), compile(plain)];
    const { keeping, name, ...goods } = model.items;
    const { keeping: none, name: others, ...same } = without.items;
    expect(contentHash(goods)).toBe(contentHash(same));
    expect([model.history.count > 0, keeping.some((c) => c > 0)]).toEqual([true, true]);
    expect([without.history.count > 0, none.some((c) => c > 0)]).toEqual([false, false]);
    // Only what is kept apart has another name.
    expect(name.filter((each, item) => each !== others[item])).toHaveLength(
      name.filter((each) => each.startsWith('세제')).length,
    );
    for (const part of ['demand', 'initialStock', 'labour', 'fleet', 'network'] as const)
      expect(contentHash(model[part]), part).toBe(contentHash(without[part]));
  });
});

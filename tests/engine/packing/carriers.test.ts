import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PACKING, type Carrier } from '../../../packages/engine/src/model/packing.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';
import { stopAndContinue } from '../../fixtures/whole-run.ts';

const { A, B, C } = TINY_ITEM;
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };

/** Room for two boxes of the tiny DC, one upon the other. */
const cage: Carrier = {
  id: 'cage',
  names: { ko: '롤컨테이너', en: 'Cage' },
  length_m: 0.6,
  width_m: 0.4,
  height_m: 0.8,
  maxLoad_kg: 300,
  tare_kg: 30,
  cost_krw: 800,
};

function withCarriers(lines: readonly (readonly [number, number])[], changes: Partial<Model> = {}): Model {
  return tinyModel({
    demand: tinyDemand([{ arrival: '07:00', lines, delivery }]),
    packing: { ...PLAIN_PACKING, carriers: [cage], loadPiece_s: 10 },
    ...changes,
  });
}

describe('an order with carriers', () => {
  it('is loaded on them at the station, and each is brought to the lane', () => {
    // 20 A make three boxes: 8 + 8 + 4. Two stand in one cage, the third needs another.
    const day = toldDay(withCarriers([[A, 20]]));
    const packed = day.one('order-packed', 0).tick;
    expect(day.one('order-packed', 0).c).toBe(3);
    const loaded = packed + 3 * 10e6;
    expect(day.stays(TINY_PERSON.packer, 'handling')).toEqual([[packed, loaded]]);
    expect(day.of('carrier-loaded').map(({ tick, a, b }) => [tick, a, b])).toEqual([
      [loaded, 0, 0],
      [loaded, 0, 0],
    ]);
    expect(day.of('carrier-loaded').reduce((sum, { c }) => sum + c, 0)).toBe(40_000);
    // 4 m to the lane, back to the table, and again.
    expect(day.one('order-staged', 0).tick).toBe(loaded + 12e6);
    expect(day.stays(TINY_PERSON.packer, 'carrying')).toEqual([
      [loaded, loaded + 4e6],
      [loaded + 8e6, loaded + 12e6],
    ]);
    const kpis = day.run.kpis();
    expect(kpis).toMatchObject({ carriers_used: 2, carrier_cost: 1600 });
    expect(kpis['carrier_fill']).toBeCloseTo((100 * 3) / 4, 9);
    // The station is taken from the walk to it, 1 s, until he leaves with the last cage.
    const busy_s = 1 + 60 + 6 + 30 + 8;
    expect(kpis['utilisation_packing_stations']).toBeCloseTo((100 * busy_s) / 86_400, 9);
    expect(day.run.snapshot().world.tables['orders']!.columns['carriers']![0]).toBe(2);
  });

  it('has temperature classes on carriers of their own', () => {
    const items = { ...tinyModel().items, temperature: Uint8Array.of(0, 0, 1, 0) };
    const locations = { ...tinyModel().locations, temperature: Uint8Array.from({ length: 16 }, (_, i) => (i >= 8 ? 1 : 0)) };
    const lines = [
      [A, 1],
      [C, 1],
    ] as const;
    const day = toldDay(withCarriers(lines, { items, locations }));
    expect(
      day
        .of('carrier-loaded')
        .map(({ c }) => c)
        .sort((a, b) => a - b),
    ).toEqual([500, 2000]);
  });

  it('takes along what no carrier takes, and tells no carrier for it', () => {
    const items = { ...tinyModel().items, length_m: Float32Array.of(0.2, 0.9, 0.1, 0.2) };
    const both = [
      [A, 1],
      [B, 1],
    ] as const;
    const day = toldDay(withCarriers(both, { items }));
    expect(day.one('order-packed', 0).c).toBe(2);
    expect(day.of('carrier-loaded').map(({ c }) => c)).toEqual([2000]);
    const alone = toldDay(withCarriers([[B, 1]], { items }));
    expect(alone.of('carrier-loaded')).toEqual([]);
    expect(alone.one('order-staged', 0).tick - alone.one('order-packed', 0).tick).toBe((10 + 4) * 1e6);
    expect(alone.run.kpis()).toMatchObject({ carriers_used: 0, carrier_cost: 0 });
    expect(alone.run.kpis()['carrier_fill']).toBeUndefined();
  });

  it('leaves the KPIs of carriers out where there are none', () => {
    const kpis = toldDay(tinyModel()).run.kpis();
    for (const id of ['carriers_used', 'carrier_fill', 'carrier_cost']) expect(kpis[id]).toBeUndefined();
  });

  it('is continued from a snapshot while it is packed, loaded and brought out as if it had not been stopped', () => {
    const model = withCarriers([[A, 20]]);
    const day = toldDay(model);
    const packed = day.one('order-packed', 0).tick;
    const whole = stopAndContinue(model, plainPolicies, 1, 0, 0, false);
    for (const seconds of [-30, 0, 15, 30, 33, 35, 41]) {
      for (const inSameRun of [false, true]) {
        const again = stopAndContinue(model, plainPolicies, 1, packed + seconds * 1e6, 1, inSameRun);
        expect(again.hash, `${seconds} s`).toBe(whole.hash);
        expect(again.run.kpis()).toEqual(whole.run.kpis());
      }
    }
  });
});

import { describe, expect, it } from 'vitest';
import type { Carton } from '../../../packages/engine/src/model/items.ts';
import { PLAIN_PACKING } from '../../../packages/engine/src/model/packing.ts';
import { cartonizationPolicies } from '../../../packages/engine/src/packing/cartonization/policies.ts';
import type { PackedCarton } from '../../../packages/engine/src/packing/cartonization/policy.ts';
import { packingPreview } from '../../../packages/engine/src/packing/packing-preview.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, C } = TINY_ITEM;
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };
const small: Carton = { id: 'small', length_m: 0.3, width_m: 0.2, height_m: 0.2, maxLoad_kg: 20, cost_krw: 300 };
const box: Carton = { id: 'box', length_m: 0.6, width_m: 0.4, height_m: 0.4, maxLoad_kg: 20, cost_krw: 700 };

/** Order 0: 3 A (10 l each) and 5 C (1 l); order 1: 4 C; a small carton has 12 l, a box 96 l. */
function model(): ReturnType<typeof tinyModel> {
  return tinyModel({
    cartons: [small, box],
    packing: { ...PLAIN_PACKING, label_s: 5, label_krw: 40, voidFill_krwPerL: 2 },
    demand: tinyDemand([
      {
        arrival: '07:00',
        lines: [
          [A, 3],
          [C, 5],
        ],
        delivery,
      },
      { arrival: '07:10', lines: [[C, 4]], delivery },
    ]),
  });
}

describe('the cartons of an order', () => {
  it('are told one by one when it is packed, with what their goods weigh', () => {
    const day = toldDay(model(), { cartonization: 'best-fit-decreasing' });
    const packed = [day.one('order-packed', 0), day.one('order-packed', 1)].map(({ tick }) => tick);
    expect(day.of('carton-packed').map(({ tick, a, b, c }) => [tick, a, b, c])).toEqual([
      [packed[0], 0, 1, 8500],
      [packed[1], 1, 0, 2000],
    ]);
    // 60 s, 6 s a line and 5 s a label; to the station 1 s, and from the lane 4 s.
    const picked = day.one('order-picked', 0).tick;
    expect(packed[0]! - picked).toBe((1 + 60 + 12 + 5) * 1e6);
    expect(packed[1]! - day.one('order-staged', 0).tick).toBe((4 + 60 + 6 + 5) * 1e6);
  });

  it('cost their price, a label and what fills their void', () => {
    const kpis = toldDay(model(), { cartonization: 'best-fit-decreasing' }).run.kpis();
    const void_l = 96 - 35 + (12 - 4);
    expect(kpis['void_fill']).toBeCloseTo(void_l, 4);
    expect(kpis['packaging_cost']).toBeCloseTo(700 + 300 + 2 * 40 + 2 * void_l, 3);
    expect(kpis['packaging_cost_per_order']).toBeCloseTo((700 + 300 + 2 * 40 + 2 * void_l) / 2, 3);
    expect(kpis['carton_fill']).toBeCloseTo((100 * 39) / 108, 4);
    expect(kpis).toMatchObject({ cartons_packed: 2, cartons_per_order: 1 });
  });

  it('of what is too large cost a label only', () => {
    const day = toldDay({ ...model(), cartons: [small] });
    // A has 25 cm, a small carton 30 x 20 x 20: all 3 of it go in, one each; 5 C share one.
    expect(day.of('carton-packed').filter(({ a }) => a === 0)).toHaveLength(4);
    const items = { ...model().items, length_m: Float32Array.of(0.5, 0.2, 0.1, 0.2) };
    const loose = toldDay({ ...model(), cartons: [small], items });
    expect(
      loose
        .of('carton-packed')
        .filter(({ a }) => a === 0)
        .map(({ b, c }) => [b, c]),
    ).toEqual([
      [0, 2500],
      [-1, 2000],
      [-1, 2000],
      [-1, 2000],
    ]);
    const void_l = 12 - 5 + (12 - 4);
    expect(loose.run.kpis()['packaging_cost']).toBeCloseTo(2 * 300 + 5 * 40 + 2 * void_l, 3);
  });

  it('never hold two temperature classes: a policy that mixes them is a fault', () => {
    const items = { ...tinyModel().items, temperature: Uint8Array.of(0, 0, 1, 0) };
    const locations = { ...tinyModel().locations, temperature: Uint8Array.from({ length: 16 }, (_, i) => (i >= 8 ? 1 : 0)) };
    const apart = toldDay({ ...model(), items, locations });
    expect(apart.one('order-packed', 0).c).toBe(2);
    const [plain] = cartonizationPolicies;
    const decide = plain.decide.bind(plain);
    const mixing = (...[view]: Parameters<typeof decide>): PackedCarton[] => [
      { carton: 1, contents: view.lines.map(({ units }, line) => [line, units]) },
    ];
    try {
      plain.decide = mixing;
      const run = new Run({ ...model(), items, locations }, plainPolicies, 1);
      expect(() => run.runUntil(run.horizon)).toThrow(/next-fit puts goods of temperature classes 0 and 1 together/);
    } finally {
      plain.decide = decide;
    }
  });
});

describe('the packing preview', () => {
  it('shows what the run packs, by the same policy, and changes nothing', () => {
    for (const policy of cartonizationPolicies) {
      const run = new Run(model(), { ...plainPolicies, cartonization: policy.id }, 1);
      run.runUntil(at('09:00'));
      const before = JSON.stringify(run.snapshot());
      const goods = [
        { line: 0, units: 3 },
        { line: 1, units: 5 },
      ];
      const cartons = run.packingPreview(goods);
      expect(cartons).toEqual(packingPreview(model(), policy, goods));
      expect(cartons.map(({ carton }) => carton)).toEqual(
        toldDay(model(), { cartonization: policy.id })
          .of('carton-packed')
          .filter(({ a }) => a === 0)
          .map(({ b }) => b),
      );
      expect(JSON.stringify(run.snapshot())).toBe(before);
    }
  });

  it('takes any goods, those of one line alone', () => {
    const run = new Run(model(), plainPolicies, 1);
    expect(run.packingPreview([{ line: 2, units: 4 }]).map(({ contents }) => contents)).toEqual([[[0, 4]]]);
    expect(run.packingPreview([])).toEqual([]);
  });
});

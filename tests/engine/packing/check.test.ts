import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PACKING, type Packing } from '../../../packages/engine/src/model/packing.ts';
import { stopAndContinue } from '../../fixtures/whole-run.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { Phi, openedShare } from './normal.ts';
import { plantedDay, wrongPicks } from './planted.ts';

const { A, B, C } = TINY_ITEM;
const S = 1e6;
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };

/** One order of 3 A (2 kg) and 5 C (0.5 kg), 8.5 kg in one carton: lines 0 and 1. */
function oneOrder(packing: Partial<Packing>, changes: Partial<Model> = {}): Model {
  const lines = [
    [A, 3],
    [C, 5],
  ] as const;
  return tinyModel({
    demand: tinyDemand([{ arrival: '07:00', lines, delivery }]),
    packing: { ...PLAIN_PACKING, ...packing },
    ...changes,
  });
}

/** Ticks from an order's being picked to its being packed, less the walk of 1 s to the station. */
function packingTicks({ of }: ReturnType<typeof plantedDay>, order = 0): number {
  const [picked] = of('order-picked').find(([, a]) => a === order)!;
  const [packed] = of('order-packed').find(([, a]) => a === order)!;
  return packed - picked - S;
}

describe('checks at packing', () => {
  it('none: takes no time and finds nothing; what is wrong goes on', () => {
    const day = plantedDay(oneOrder({ check: 'none', countUnit_s: 9, weighCarton_s: 9 }), wrongPicks([0, 500]));
    expect(packingTicks(day)).toBe((60 + 12) * S);
    expect(day.of('wrong-pick-found')).toEqual([]);
    expect(day.run.kpis()).toMatchObject({ packing_detection_rate: 0 });
    expect(day.run.snapshot().world.tables['lines']!.columns['wrong']![0]).toBe(1);
  });

  it('count: takes its time for every unit, finds everything, and puts it right', () => {
    const day = plantedDay(oneOrder({ countUnit_s: 1.5, label_s: 5 }), wrongPicks([0, 1], [1, 0]));
    expect(packingTicks(day)).toBe((60 + 12 + 8 * 1.5 + 5 + 2 * 60) * S);
    const [packed] = day.of('order-packed')[0]!;
    expect(day.of('wrong-pick-found')).toEqual([
      [packed, 0, TINY_PERSON.packer, 1],
      [packed, 1, TINY_PERSON.packer, 1],
    ]);
    expect(day.run.kpis()).toMatchObject({ packing_detection_rate: 100 });
    expect(day.run.kpis()['check_weight_openings']).toBeUndefined();
    const { wrong, wrong_g } = day.run.snapshot().world.tables['lines']!.columns;
    expect([wrong![0], wrong![1], wrong_g![0]]).toEqual([0, 0, 0]);
  });

  it('weight: a carton that is off is opened, its wrong pick found', () => {
    const packing = { check: 'weight', unitWeightCv: 0, weighCarton_s: 4, openCarton_s: 30, label_s: 5 } as const;
    const day = plantedDay(oneOrder(packing), wrongPicks([1, 35]));
    // 8,535 g show as 8,540 g: 40 g off, with a step of 20 g.
    expect(packingTicks(day)).toBe((60 + 12 + 4 + 30 + 60 + 5) * S);
    const [packed] = day.of('order-packed')[0]!;
    expect(day.of('wrong-pick-found')).toEqual([[packed, 1, TINY_PERSON.packer, 1]]);
    expect(day.of('carton-opened')).toEqual([[packed, 0, 0, 40]]);
    expect(day.of('carton-packed')).toEqual([[packed, 0, 0, 8500]]);
    expect(day.run.kpis()).toMatchObject({ packing_detection_rate: 100, check_weight_openings: 1 });
  });

  it('weight: what is off by no more than the step passes, and nobody knows', () => {
    const day = plantedDay(oneOrder({ check: 'weight', unitWeightCv: 0, weighCarton_s: 4 }), wrongPicks([1, 15]));
    expect(packingTicks(day)).toBe((60 + 12 + 4) * S);
    expect([...day.of('wrong-pick-found'), ...day.of('carton-opened')]).toEqual([]);
    expect(day.run.kpis()).toMatchObject({ packing_detection_rate: 0, check_weight_openings: 0 });
    expect(day.run.snapshot().world.tables['lines']!.columns['wrong_g']![1]).toBe(15);
  });

  it('weight: two wrong picks that make up for each other in one carton are not found', () => {
    const day = plantedDay(oneOrder({ check: 'weight', unitWeightCv: 0 }), wrongPicks([0, 700], [1, -700]));
    expect(day.of('carton-opened')).toEqual([]);
    expect(day.run.kpis()).toMatchObject({ packing_detection_rate: 0 });
  });

  it('weight: only the carton with the line’s last units is off; a piece without a carton is weighed too', () => {
    // 20 A of 2 kg: a box takes 8 by volume (81.6 l), so 8 + 8 + 4; B goes in none of them.
    const model = oneOrder({ check: 'weight', unitWeightCv: 0, weighCarton_s: 4, openCarton_s: 30 });
    const demand = tinyDemand([
      {
        arrival: '07:00',
        lines: [
          [A, 20],
          [B, 1],
        ],
        delivery,
      },
    ]);
    const items = { ...model.items, length_m: Float32Array.of(0.2, 0.9, 0.1, 0.2) };
    const day = plantedDay({ ...model, demand, items }, wrongPicks([0, -2000]));
    expect(day.of('carton-packed').map(([, , type, grams]) => [type, grams])).toEqual([
      [0, 16_000],
      [0, 16_000],
      [0, 8000],
      [-1, 5000],
    ]);
    expect(day.of('carton-opened').map(([, order, type, grams]) => [order, type, grams])).toEqual([[0, 0, -2000]]);
    expect(packingTicks(day)).toBe((60 + 12 + 4 * 4 + 30 + 60) * S);
  });
});

/** 300 orders of 5 C of 100 g, picked in one tour and packed one after the other. */
function manyOrders(packing: Partial<Packing>): Model {
  const ORDERS = 300;
  const model = tinyModel();
  const demand = tinyDemand(Array.from({ length: ORDERS }, () => ({ arrival: '07:00', lines: [[C, 5] as const], delivery })));
  return {
    ...model,
    demand: { ...demand, waves: model.demand.waves },
    items: { ...model.items, weight_kg: Float32Array.of(2, 5, 0.1, 2) },
    initialStock: tinyStock([{ item: C, units: 5 * ORDERS, location: tinyLocation(1, 0, 0, 0) }]),
    packing: { ...PLAIN_PACKING, check: 'weight', unitWeightCv: 0.05, scaleStep_kg: 0.001, ...packing },
    operations: {
      ...model.operations,
      mispickCorrection_s: 1,
      batchOrders: ORDERS,
      batchVolume_l: 1e6,
      batchWeight_kg: 1e6,
      packOrder: { mean_s: 1, cv: 0 },
      search: { mean_s: 1, cv: 0 },
      extractLine: { mean_s: 1, cv: 0 },
      extractUnit_s: 0,
    },
  };
}

describe('the check weight in the run', () => {
  const deviation_g = 0.05 * 100 * Math.sqrt(5);
  const band = (share: number, of: number): number => 3.9 * Math.sqrt((share * (1 - share)) / of);

  it('finds wrong picks as often as the normal tails say', () => {
    const shift_g = 30;
    const day = plantedDay(manyOrders({}), wrongPicks(...Array.from({ length: 300 }, (_, line) => [line, shift_g] as const)));
    expect(day.of('order-packed')).toHaveLength(300);
    const expected = openedShare(500, deviation_g, shift_g, 1, 3);
    const found = day.of('wrong-pick-found').length / 300;
    expect(Math.abs(found - expected)).toBeLessThan(band(expected, 300));
    expect(day.run.kpis()['packing_detection_rate']).toBeCloseTo(100 * found, 9);
    expect(day.run.kpis()['check_weight_false_alarm_rate']).toBeUndefined(); // there was no carton without a wrong pick
  });

  it('opens right cartons as often as 2 (1 - Phi(sigmas))', () => {
    const day = plantedDay(manyOrders({ sigmas: 1, openCarton_s: 1 }), wrongPicks());
    const expected = 2 * (1 - Phi(1));
    const alarms = day.of('carton-opened').length / 300;
    expect(Math.abs(alarms - expected)).toBeLessThan(band(expected, 300) + 0.01); // the step of 1 g in 11
    expect(day.run.kpis()).toMatchObject({ check_weight_openings: 300 * alarms });
    expect(day.run.kpis()['check_weight_false_alarm_rate']).toBeCloseTo(100 * alarms, 9);
    expect(day.run.kpis()['packing_detection_rate']).toBeUndefined(); // there was no wrong pick
  });

  it('weighs an order the same in another run, whatever else is packed', () => {
    const shift = wrongPicks(...Array.from({ length: 300 }, (_, line) => [line, line] as const));
    const readings = (packing: Partial<Packing>): number[][] =>
      plantedDay(manyOrders(packing), shift)
        .of('carton-opened')
        .map(([, order, , grams]) => [order, grams]);
    const narrow = readings({ sigmas: 1 });
    const wide = readings({ sigmas: 3, weighCarton_s: 2 });
    expect(wide.length).toBeGreaterThan(200);
    expect(narrow).toEqual(expect.arrayContaining(wide));
  });

  it('is continued from a snapshot in the middle of packing as if it had not been stopped', () => {
    const model = manyOrders({ openCarton_s: 7, sigmas: 1.5 });
    const whole = stopAndContinue(model, plainPolicies, 5, 0, 0, false);
    for (const clock of ['08:30', '08:30:03', '08:45:01']) {
      const again = stopAndContinue(model, plainPolicies, 5, at(clock), 3, false);
      expect(again.hash).toBe(whole.hash);
      expect(again.run.kpis()).toEqual(whole.run.kpis());
    }
  });
});

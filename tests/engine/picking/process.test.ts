import { describe, expect, it } from 'vitest';
import { PICK } from '../../../packages/engine/src/model/labour.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B, C, D } = TINY_ITEM;
const after = (clock: string, seconds: number): number => at(clock) + seconds * 1e6;
const early = { release: at('08:10'), due: at('10:00') };
/** The orders of the tiny day, without its truck: A at (6, 4) and C at (10, 4); B at (6, 6). */
const twoOrders = tinyDemand([
  {
    arrival: '07:00',
    lines: [
      [A, 3],
      [C, 5],
    ],
    delivery: { ...early, store: 0 },
  },
  { arrival: '07:10', lines: [[B, 2]], delivery: { ...early, store: 1 } },
]);

describe('pick tours', () => {
  it('pick two orders in one batch: one tour, and both are handed over at its end', () => {
    const day = toldDay(tinyModel({ demand: twoOrders }));
    expect(day.of('task-started').filter(({ b }) => b === PICK)).toHaveLength(1);
    // From the rest place (13, 2) to the cart at the depot (8, 2) 5 s, setup 30 s; A 4 m, 4 + 16 s; B 2 m, 4 + 14 s;
    // C 10 m, 4 + 20 s; to the packing station (12, 2) 4 m.
    const end = after('08:10', 5 + 30 + (4 + 20) + (2 + 18) + (10 + 24) + 4);
    expect(day.of('order-picked').map(({ tick, a }) => [tick, a])).toEqual([
      [end, 0],
      [end, 1],
    ]);
    expect(day.run.kpis()).toMatchObject({ pick_tours: 1, lines_per_tour: 3, lines_picked: 3 });
    expect(day.run.kpis()['metres_per_line']).toBeCloseTo((5 + 4 + 2 + 10 + 4) / 3, 9);
    expect(day.run.kpis()['lines_per_labour_hour']).toBeCloseTo((3 * 3600) / 117, 9);
  });

  it('take longer for a line outside the golden zone', () => {
    const model = tinyModel({ demand: twoOrders });
    // Slot centres are at 0.5 m on the lower level, where all three lie, and at 1.5 m on the upper.
    const end = (from_m: number, to_m: number): number => {
      const storage = { ...model.storage, goldenZone: { from_m, to_m, outside_s: 7 } };
      return toldDay({ ...model, storage }).one('order-picked', 0).tick;
    };
    expect(end(0.6, 1.6) - end(0.5, 1.6)).toBe(3 * 7e6);
    expect(end(0.1, 0.4) - end(0.1, 0.5)).toBe(3 * 7e6);
  });

  it('pick them one after the other where a batch is one order; the cart stays where the tour ended', () => {
    const model = tinyModel({ demand: twoOrders });
    const day = toldDay({ ...model, operations: { ...model.operations, batchOrders: 1 } });
    // A 4 m, 4 + 16 s; C by the front 8 m, 4 + 20 s; 4 m to the packing station.
    const first = 5 + 30 + (4 + 20) + (8 + 24) + 4;
    // From (12, 2) to the depot 4 m, setup; B 6 m, 4 + 14 s; back 10 m.
    const second = first + 4 + 30 + (6 + 18) + 10;
    expect(day.of('order-picked').map(({ tick, a }) => [tick, a])).toEqual([
      [after('08:10', first), 0],
      [after('08:10', second), 1],
    ]);
    expect(day.run.kpis()).toMatchObject({ pick_tours: 2, lines_per_tour: 1.5 });
  });

  it('pass an order of which nothing is in stock on at its release, without a tour', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          {
            arrival: '07:00',
            lines: [
              [D, 2],
              [D, 1],
            ],
            delivery: { ...early, store: 0 },
          },
        ]),
      }),
    );
    expect(day.of('task-started').filter(({ b }) => b === PICK)).toEqual([]);
    expect(day.one('order-picked', 0)).toMatchObject({ tick: at('08:10'), b: -1 });
    expect(day.run.kpis()).toMatchObject({ pick_tours: 0, lines_picked: 0, fill_rate: 0, orders_delivered: 0 });
  });

  it('tell every wrong pick, and the correction is paid for at the packing station', () => {
    const model = tinyModel({ demand: twoOrders });
    const right = toldDay(model);
    const wrong = toldDay({ ...model, operations: { ...model.operations, wrongPickProbability: 1 } });
    expect(wrong.of('wrong-pick').map(({ a }) => a)).toEqual([0, 2, 1]);
    expect(wrong.run.kpis()['wrong_pick_rate']).toBe(100);
    // Order 0 has two wrong lines, 60 s each.
    expect(wrong.one('order-packed', 0).tick - right.one('order-packed', 0).tick).toBe(120e6);
  });
});

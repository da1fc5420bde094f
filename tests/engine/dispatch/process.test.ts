import { describe, expect, it } from 'vitest';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B } = TINY_ITEM;

describe('waves', () => {
  it('release together what has arrived by their tick, the very tick included', () => {
    const delivery = { store: 0, release: at('08:10'), due: at('10:00') };
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          { arrival: '07:00', lines: [[A, 1]], delivery },
          { arrival: '08:10', lines: [[A, 1]], delivery },
        ]),
      }),
    );
    expect(day.of('order-released').map(({ tick, a }) => [tick, a])).toEqual([
      [at('08:10'), 0],
      [at('08:10'), 1],
    ]);
    expect(day.of('order-delivered')).toHaveLength(2);
  });

  it('are kept apart: one departure has its own tours', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          { arrival: '07:00', lines: [[A, 1]], delivery: { store: 0, release: at('08:10'), due: at('09:20') } },
          { arrival: '07:00', lines: [[A, 1]], delivery: { store: 0, release: at('08:10'), due: at('11:00') } },
        ]),
      }),
    );
    expect(day.of('tour-stop-planned').map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [1, 1],
    ]);
    expect(day.of('vehicle-departed').map(({ tick }) => tick)).toEqual([at('09:20'), at('11:00')]);
  });

  it('take over at tick 0 what stands in the lanes since yesterday evening: it is loaded, not picked', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          {
            arrival: '00:00',
            lines: [
              [A, 4],
              [B, 1],
            ],
            delivery: { store: 0, release: -1, due: at('08:00'), staged: true },
          },
        ]),
      }),
    );
    expect(day.one('tour-planned', 0).tick).toBe(0);
    expect([...day.of('order-picked'), ...day.of('order-packed'), ...day.of('order-staged')]).toEqual([]);
    // To the lane 3 s, the van to the door 5 s, to the door 2 s, loading 300 s: long before eight.
    expect(day.one('order-loaded', 0).tick).toBe(at('07:30') + (3 + 5 + 2 + 300) * 1e6);
    expect(day.one('vehicle-departed', 0).tick).toBe(at('08:00'));
    // The stock in the locations is not touched.
    expect(day.run.kpis()).toMatchObject({ orders_delivered: 1, units_in_stock: 80, sales: 4 * 1000 + 2000 });
  });
});

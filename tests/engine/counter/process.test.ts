import { describe, expect, it } from 'vitest';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { C, D } = TINY_ITEM;
const after = (clock: string, seconds: number): number => at(clock) + seconds * 1e6;

describe('member visits', () => {
  it('wait for the only shopping cart, in order of arrival', () => {
    const visits = ['08:05', '08:05:10', '08:05:20'].map((arrival) => ({ arrival, lines: [[C, 1]] as const }));
    const day = toldDay(tinyModel({ demand: tinyDemand(visits) }));
    // Counter (14, 2) to (10, 4) 6 s, browsing 20 s, back 6 s; then the cashier comes, 1 s, and paying takes 33 s.
    expect(day.of('order-sold').map(({ tick, a }) => [tick, a])).toEqual([
      [after('08:05', 32 + 1 + 33), 0],
      [after('08:05', 66 + 65), 1], // the cashier is there already
      [after('08:05', 131 + 65), 2],
    ]);
    expect(day.of('visit-started').map(({ tick }) => tick)).toEqual([at('08:05'), after('08:05', 66), after('08:05', 131)]);
    expect(day.run.kpis()).toMatchObject({ visits_served: 3, lines_sold_at_counter: 3, sales: 1500 });
    expect(day.run.kpis()['visit_time_mean']).toBeCloseTo((66 + 121 + 176) / 3 / 60, 9);
  });

  it('queue for the only cashier, each with a cart', () => {
    const model = tinyModel({ demand: tinyDemand(['08:05', '08:05:10'].map((arrival) => ({ arrival, lines: [[C, 1]] }))) });
    const { equipment } = model.labour;
    const carts = [...equipment, { ...equipment[2]!, id: 'shopping-cart-2' }];
    const day = toldDay({ ...model, labour: { ...model.labour, equipment: carts } });
    const [first, second] = day.of('order-sold');
    expect(first!.tick).toBe(after('08:05', 66));
    expect(second!.tick).toBe(after('08:05', 66 + 33)); // at the counter since 08:05:42
    expect(
      day
        .stays(TINY_PERSON.cashier, 'serving')
        .map(([from, to]) => to - from)
        .reduce((a, b) => a + b),
    ).toBe(66e6);
  });

  it('end at the counter with nothing where nothing is in stock, and pay for no line', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          {
            arrival: '08:05',
            lines: [
              [D, 1],
              [D, 2],
            ],
          },
        ]),
      }),
    );
    // The cashier walks 1 s; paying takes 30 s and nothing a line.
    expect(day.one('order-sold', 0).tick).toBe(after('08:05', 31));
    expect(day.run.kpis()).toMatchObject({ visits_served: 1, lines_sold_at_counter: 0, sales: 0, fill_rate: 0 });
  });
});

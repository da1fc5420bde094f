import { describe, expect, it } from 'vitest';
import { tinyDemand, tinyStock } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B, C, D } = TINY_ITEM;
const HOME_A = tinyLocation(0, 0, 0, 0);
/** Of A (10 litres, 2 kg) in a slot of 2 m³ and 200 kg: the load decides. */
const FULL_A = 100;

describe('receiving', () => {
  it('takes what no longer fits the home to the nearest open location, in a second trip', () => {
    const model = tinyModel({
      demand: tinyDemand([], [{ arrival: '07:30', lines: [[A, 85]] }]),
      initialStock: tinyStock([{ item: A, units: 20, location: HOME_A }]),
    });
    const day = toldDay(model, { 'storage-assignment': 'full-turnover', 'put-away': 'closest-open' });
    const trips = day.of('put-away-done');
    expect(trips.map(({ a, c }) => [a, c])).toEqual([
      [0, 80],
      [0, 5],
    ]);
    expect(trips[0]!.b).toBe(HOME_A);
    // The four slots at (6, 4) are the homes of the four SKUs; the next place is (6, 6).
    expect(trips[1]!.b).toBe(tinyLocation(0, 0, 1, 0));
    // Back to the lane (2, 2) is 6 m, out to (6, 6) 8 m, the drop takes 20 s.
    expect(trips[1]!.tick - trips[0]!.tick).toBe((6 + 8 + 20) * 1e6);
    expect(day.run.kpis()).toMatchObject({ lines_put_away: 1, units_in_stock: 105, units_rejected: 0 });
  });

  it('rejects what finds no location at all, and says so', () => {
    const others = Array.from({ length: 16 }, (_, location) => location).filter((location) => location !== HOME_A);
    const day = toldDay(
      tinyModel({
        demand: tinyDemand(
          [],
          [
            {
              arrival: '07:30',
              lines: [
                [D, 10],
                [A, 5],
              ],
            },
          ],
        ),
        initialStock: tinyStock([
          { item: A, units: FULL_A, location: HOME_A },
          ...others.map((location) => ({ item: location % 2 === 0 ? B : C, units: 1, location })),
        ]),
      }),
    );
    expect(day.of('units-rejected').map(({ a, b, c }) => [a, b, c])).toEqual([
      [0, D, 10],
      [1, A, 5],
    ]);
    expect(day.of('put-away-done')).toEqual([]);
    expect(day.run.kpis()).toMatchObject({
      units_rejected: 15,
      lines_put_away: 0,
      units_in_stock: FULL_A + 15,
      location_occupancy: 100,
    });
  });

  it('measures dock-to-stock time from the arrival of the truck to the last unit of a line', () => {
    const day = toldDay(tinyModel());
    const hours = day.of('put-away-done').map(({ tick }) => (tick - at('07:30')) / 3600e6);
    expect(hours).toHaveLength(2);
    expect(day.run.kpis()['dock_to_stock_time_mean']).toBeCloseTo((hours[0]! + hours[1]!) / 2, 12);
  });
});

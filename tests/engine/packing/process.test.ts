import { describe, expect, it } from 'vitest';
import { tinyDemand, withColleague } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, TINY_PLACE, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B, C, D } = TINY_ITEM;
const COLLEAGUE = 4;
const delivery = { store: 0, release: at('08:10'), due: at('10:00') };
const twoOrders = tinyDemand([
  {
    arrival: '07:00',
    lines: [
      [A, 3],
      [C, 5],
    ],
    delivery,
  },
  { arrival: '07:10', lines: [[B, 2]], delivery },
]);

describe('packing', () => {
  it('has a packer wait for the only station until a colleague leaves it', () => {
    const day = toldDay(tinyModel({ demand: twoOrders, labour: withColleague(TINY_PERSON.packer) }));
    const picked = day.one('order-picked', 1).tick;
    // The first packer walks 1 m to the station, 60 s + 6 s a line.
    const free = picked + (1 + 60 + 12) * 1e6;
    expect(day.one('order-packed', 0, TINY_PERSON.packer).tick).toBe(free);
    expect(day.stays(COLLEAGUE, 'waiting-station')).toEqual([[picked, free]]);
    expect(day.one('order-packed', 1, COLLEAGUE).tick).toBe(free + (1 + 60 + 6) * 1e6);
    // 4 m to the lane.
    expect(day.one('order-staged', 1).tick).toBe(free + (1 + 66 + 4) * 1e6);
    const busy_s = 73 + 67;
    expect(day.run.kpis()['utilisation_packing_stations']).toBeCloseTo((100 * busy_s) / 86_400, 12);
    expect(day.run.kpis()['packing_queue_time_mean']).toBeCloseTo(73 / 2 / 60, 12);
    expect(day.run.kpis()['packing_queue_time_max']).toBeCloseTo(73 / 60, 12);
  });

  it('goes on at several stations at a time: each packer takes the nearest that is free', () => {
    const { building } = tinyModel();
    const second = { ...building.stations[0]!, id: 'pack-2', place: TINY_PLACE.depot, x_m: 8 };
    const stations = [...building.stations, second];
    const model = tinyModel({
      demand: twoOrders,
      labour: withColleague(TINY_PERSON.packer),
      building: { ...building, stations },
    });
    const day = toldDay(model);
    const picked = day.one('order-picked', 1).tick;
    // Both come from (13, 2): to (12, 2), and to (8, 2), 8 m from the lane.
    expect(day.one('order-packed', 0, TINY_PERSON.packer).tick).toBe(picked + (1 + 60 + 12) * 1e6);
    expect(day.one('order-packed', 1, COLLEAGUE).tick).toBe(picked + (5 + 60 + 6) * 1e6);
    expect(day.one('order-staged', 1).tick).toBe(picked + (71 + 8) * 1e6);
    expect(day.stays(COLLEAGUE, 'waiting-station')).toEqual([]);
    expect(day.run.kpis()).toMatchObject({ packing_queue_time_mean: 0, packing_queue_time_max: 0 });
  });

  it('has orders wait for the only packer, the time until he is back from the lane', () => {
    const kpis = toldDay(tinyModel({ demand: twoOrders })).run.kpis();
    expect(kpis['packing_queue_time_max']).toBeCloseTo((73 + 4) / 60, 12);
    expect(kpis['packing_queue_time_mean']).toBeCloseTo(77 / 2 / 60, 12);
  });

  it('spends no time on lines of which nothing was picked', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand([
          {
            arrival: '07:00',
            lines: [
              [A, 1],
              [D, 1],
              [D, 2],
            ],
            delivery,
          },
        ]),
      }),
    );
    expect(day.one('order-packed', 0).tick - day.one('order-picked', 0).tick).toBe((1 + 60 + 6) * 1e6);
  });

  it('counts carton fill over the goods in cartons: what is too large for any goes loose', () => {
    const model = tinyModel({
      demand: tinyDemand([
        {
          arrival: '07:00',
          lines: [
            [A, 2],
            [C, 3],
          ],
          delivery,
        },
      ]),
    });
    // Only C (10 cm cubes) fits a box of 20 cm.
    const day = toldDay({
      ...model,
      cartons: [{ id: 'small', length_m: 0.2, width_m: 0.2, height_m: 0.2, maxLoad_kg: 20, cost_krw: 300 }],
    });
    expect(day.one('order-packed', 0).c).toBe(3); // one box, two loose pieces
    expect(day.run.kpis()['carton_fill']).toBeCloseTo((100 * 3) / 8, 4);
    expect(day.run.kpis()['cartons_packed']).toBe(3);
  });
});

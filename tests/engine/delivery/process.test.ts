import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { tinyDemand, withColleague } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

const { A, B, C } = TINY_ITEM;
/** Door (16, -4) to the gate (9, -24), and the gate to the spot (16, -14), at 2 m/s. */
const OUT_S = Math.sqrt(7 ** 2 + 20 ** 2) / 2;
const BACK_S = Math.sqrt(7 ** 2 + 10 ** 2) / 2;
const COLLEAGUE = 4;
/** Agent, behind five people and three truck slots. */
const VAN_1 = 8;

const after = (clock: string, seconds: number): number => at(clock) + Math.round(seconds * 1e6);

function twoStores(due: string, changes: Partial<Model> = {}, maxStops = 8): Model {
  const delivery = { release: at('08:10'), due: at(due) };
  const model = tinyModel({
    demand: tinyDemand([
      {
        arrival: '07:00',
        lines: [
          [A, 3],
          [C, 5],
        ],
        delivery: { ...delivery, store: 0 },
      },
      { arrival: '07:10', lines: [[B, 2]], delivery: { ...delivery, store: 1 } },
    ]),
    ...changes,
  });
  const vehicles = model.fleet.vehicles.map((vehicle) => ({ ...vehicle, maxStops }));
  return { ...model, fleet: { ...model.fleet, vehicles } };
}

describe('delivery', () => {
  it('waits at the door for goods that are late, and the tour leaves late', () => {
    const day = toldDay(twoStores('08:12'));
    // Docked 3 + 5 s after the wave is planned; the second order is staged at 08:10 + 117 + 73 + 4 + (4 + 66 + 4) s.
    const docked = after('08:10', 8);
    const staged = after('08:10', 117 + 77 + 74);
    expect(day.one('vehicle-docked', 0).tick).toBe(docked);
    expect(day.one('order-staged', 1).tick).toBe(staged);
    expect(day.stays(TINY_PERSON.driver, 'waiting-goods')).toEqual([[docked, staged]]);
    expect(day.one('vehicle-departed', 0).tick).toBe(staged + 302e6);
    expect(day.run.kpis()).toMatchObject({ tours_departed: 1, on_time_departure: 0, orders_delivered: 2 });
  });

  it('counts a departure up to five minutes after its time as on time', () => {
    // 08:10 + 268 + 302 s = 08:19:30.
    expect(toldDay(twoStores('08:14:30')).run.kpis()['on_time_departure']).toBe(100);
    expect(toldDay(twoStores('08:14:29')).run.kpis()['on_time_departure']).toBe(0);
  });

  it('sends a vehicle on its second tour when it is back from the first', () => {
    const day = toldDay(twoStores('10:00', {}, 1));
    // First tour: 3 km out and back at 10 m/s, a stop of 300 s, empties 120 s.
    const back = after('10:00', OUT_S + 300 + 300 + 300 + BACK_S + 120);
    expect(day.of('vehicle-returned')[0]!.tick).toBe(back);
    // The driver has got out at the door next to the spot: 2 s to the lane, 5 s to the door, 302 s of loading. The plan was to be
    // back at 10:17:00, which leaves out the yard, and to leave 300 s later: it is less than five minutes late.
    expect(day.of('vehicle-docked').map(({ tick }) => tick)).toEqual([after('09:40', 8), back + 7e6]);
    expect(day.of('vehicle-departed').map(({ tick, b }) => [tick, b])).toEqual([
      [at('10:00'), 0],
      [back + 309e6, 1],
    ]);
    expect(day.run.kpis()).toMatchObject({ tours_departed: 2, on_time_departure: 100, stops_per_tour: 1 });
    // 3 + 3 and 5 + 5 km.
    expect(day.run.kpis()['delivery_km']).toBeCloseTo(16, 9);
    expect(day.run.kpis()['delivery_co2']).toBeCloseTo(16 * 0.3, 9);
  });
});

describe('a loaded vehicle', () => {
  function twoVans(due: string): Model {
    const model = twoStores(due, { labour: withColleague(TINY_PERSON.driver) }, 1);
    const [van] = model.fleet.vehicles;
    return { ...model, fleet: { ...model.fleet, vehicles: [van!, { ...van!, id: 'van-2', driver: COLLEAGUE }] } };
  }

  it('clears the only door for another one that waits, and spends the rest of its time in the yard', () => {
    const day = toldDay(twoVans('10:00'));
    // After the break: at the lane 09:40:03, docked :08, loaded 302 s later.
    const loaded = after('09:40', 8 + 302);
    expect(day.stays(COLLEAGUE, 'waiting-door')).toEqual([[after('09:40', 3), loaded + 5e6]]);
    expect(day.one('vehicle-undocked', 0)).toMatchObject({ tick: loaded, b: 1 });
    expect(day.one('vehicle-docked', 1).tick).toBe(loaded + 5e6);
    // Nobody waits any more when the second is loaded: it stays at the door (1), the first has none (-1).
    expect(day.of('vehicle-departed').map(({ tick, a, c }) => [tick, a, c])).toEqual([
      [at('10:00'), 0, -1],
      [at('10:00'), 1, 1],
    ]);
    const parked = day.stays(VAN_1, 'parked').find(([, to]) => to === at('10:00'));
    expect(parked).toEqual([loaded + 5e6, at('10:00')]);
  });

  it('stays at the door where it would leave within three minutes anyway', () => {
    // Loaded at 08:10 + 268 + 302 s or later: due in less than three minutes then.
    const day = toldDay(twoVans('08:21'));
    expect(day.of('vehicle-undocked')).toEqual([]);
    expect(day.of('vehicle-departed').map(({ c }) => c)).toEqual([1, 1]);
  });
});

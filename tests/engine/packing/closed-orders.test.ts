import { describe, expect, it } from 'vitest';
import { ORDER } from '../../../packages/engine/src/world/states.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PERSON, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';
import { plantedDay } from './planted.ts';

const { A, B, D } = TINY_ITEM;
const delivery = (store: number, due = '10:00') => ({ store, release: at('08:10'), due: at(due) });
const AFTER_PACKING = ['order-packed', 'order-staged', 'order-loaded', 'order-delivered'] as const;

/** Orders 0 (A) and 1 (B); D is not in stock. */
function demandOf(due: string): ReturnType<typeof tinyDemand> {
  return tinyDemand([
    { arrival: '07:00', lines: [[A, 1]], delivery: delivery(0, due) },
    { arrival: '07:00', lines: [[B, 1]], delivery: delivery(1, due) },
  ]);
}

/** The picks of an order come to nothing. */
function lose(...ofLines: readonly number[]): (world: Record<string, Record<string, number[]>>) => void {
  return ({ lines }) => {
    for (const line of ofLines) lines!['picked']![line] = 0;
  };
}

describe('an order of which nothing is in stock', () => {
  it('is closed at its release: nobody packs it, no tour has a stop for it', () => {
    const demand = tinyDemand([
      { arrival: '07:00', lines: [[A, 1]], delivery: delivery(0) },
      { arrival: '07:00', lines: [[D, 2]], delivery: delivery(1) },
    ]);
    const day = toldDay(tinyModel({ demand }));
    expect(day.one('order-closed', 1).tick).toBe(at('08:10'));
    expect(day.of('tour-stop-planned').map(({ b }) => b)).toEqual([0]);
    expect(day.one('tour-planned', 0).c).toBe(1);
    for (const name of AFTER_PACKING) expect(day.of(name).map(({ a }) => a)).toEqual([0]);
    expect(day.run.snapshot().world.tables['orders']!.columns['state']![1]).toBe(ORDER.closed);
    expect(day.run.kpis()).toMatchObject({ orders_delivered: 1, orders_staged: 1, orders_in_work: 0, stops_per_tour: 1 });
    // 3 km there and back, and nothing for the other store.
    expect(day.run.kpis()['delivery_km']).toBeCloseTo(6, 9);
  });

  it('makes no tour where there is no other', () => {
    const day = toldDay(tinyModel({ demand: tinyDemand([{ arrival: '07:00', lines: [[D, 2]], delivery: delivery(0) }]) }));
    expect([...day.of('tour-planned'), ...day.of('vehicle-departed'), ...day.of('order-packed')]).toEqual([]);
    expect(day.of('order-closed')).toHaveLength(1);
    expect(day.run.kpis()).toMatchObject({ tours_departed: 0, orders_in_work: 0 });
  });
});

describe('an order of which nothing was found after its tour was planned', () => {
  it('is left out of the tour, which is driven for the others', () => {
    const day = plantedDay(tinyModel({ demand: demandOf('10:00') }), lose(1));
    expect(day.of('tour-stop-planned').map(([, , order]) => order)).toEqual([0, 1]);
    expect(day.of('order-closed').map(([, order]) => order)).toEqual([1]);
    for (const name of AFTER_PACKING) expect(day.of(name).map(([, order]) => order)).toEqual([0]);
    expect(day.run.kpis()).toMatchObject({ tours_departed: 1, stops_per_tour: 1 });
    expect(day.run.kpis()['delivery_km']).toBeCloseTo(6, 9);
    const { lanes, tours } = day.run.snapshot().world.tables;
    expect(Array.from(lanes!.columns['planned']!)).toEqual([0, 0]);
    expect(tours!.columns['stops']![0]).toBe(1);
  });

  it('leaves no tour behind where it was the only one: nobody goes to the vehicle', () => {
    const day = plantedDay(tinyModel({ demand: demandOf('10:00') }), lose(0, 1));
    expect(day.of('order-closed')).toHaveLength(2);
    expect(day.of('task-started').filter(([, person]) => person === TINY_PERSON.driver)).toEqual([]);
    expect([...day.of('vehicle-docked'), ...day.of('vehicle-departed')]).toEqual([]);
  });

  it('sends a vehicle that is at the door already back to its spot, and the driver is free', () => {
    const demand = demandOf('08:30');
    const day = plantedDay(tinyModel({ demand }), lose(0, 1));
    const [docked, vehicle, door] = day.of('vehicle-docked')[0]!;
    const [closed] = day.of('order-closed')[0]!;
    expect(docked).toBeLessThan(closed);
    expect(day.of('vehicle-undocked').map(([tick, a, b]) => [tick, a, b])).toEqual([[closed, vehicle, door]]);
    expect([...day.of('vehicle-departed'), ...day.of('order-loaded')]).toEqual([]);
    // 10 m from the door (16, -4) to the spot (16, -14), 2 m/s.
    const [end] = day.of('task-finished').find(([, person]) => person === TINY_PERSON.driver)!;
    expect(end).toBe(closed + 5e6);
    expect(day.run.snapshot().world.tables['doors']!.columns['user']![door]).toBe(-1);
    expect(day.run.kpis()).toMatchObject({ tours_departed: 0 });
  });
});

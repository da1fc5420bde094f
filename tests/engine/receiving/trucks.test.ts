import { describe, expect, it } from 'vitest';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { toldDay } from '../../fixtures/told-day.ts';

/** Gate (9, -24) to the spot (2, -14) at 2 m/s; from there to the door (2, -4) it is 5 s. */
const TO_SPOT_S = Math.sqrt(7 ** 2 + 10 ** 2) / 2;
const TO_DOOR_S = 5;
/** Agents: four people, then three truck slots (a spot and two doors). */
const FIRST_SLOT = 4;

const after = (clock: string, seconds: number): number => at(clock) + Math.round(seconds * 1e6);

describe('inbound trucks', () => {
  it('wait in the yard while the only door is taken, and dock as soon as it is free', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand(
          [],
          [
            { arrival: '07:30', lines: [[TINY_ITEM.A, 5]] },
            { arrival: '07:31', lines: [[TINY_ITEM.A, 5]] },
          ],
        ),
      }),
    );
    // The receiver is 11 s from the pallet truck, 2 s more from the door, and unloads for 180 s.
    const unloaded = after('07:30', TO_SPOT_S + TO_DOOR_S + 11 + 2 + 180);
    expect(day.one('truck-unloaded', 0).tick).toBe(unloaded);
    expect(day.stays(FIRST_SLOT + 1, 'waiting-door')).toEqual([[after('07:31', TO_SPOT_S), unloaded]]);
    expect(day.one('truck-docked', 1)).toEqual({ tick: unloaded + 5e6, a: 1, b: 0, c: 1 });
    expect(day.run.kpis()['trucks_received']).toBe(2);
  });

  it('name the slot of the yard they take, the lowest that is free', () => {
    const day = toldDay(
      tinyModel({
        demand: tinyDemand(
          [],
          ['07:30', '07:31', '08:30'].map((arrival) => ({ arrival, lines: [[TINY_ITEM.A, 1]] })),
        ),
      }),
    );
    expect(day.of('truck-arrived').map(({ a, b }) => [a, b])).toEqual([
      [0, 0],
      [1, 1],
      [2, 0],
    ]);
  });

  it('wait outside while every slot of the yard is taken, and enter in order of arrival', () => {
    const arrivals = ['07:30', '07:30:01', '07:30:02', '07:30:03', '07:30:04'];
    const day = toldDay(
      tinyModel({
        demand: tinyDemand(
          [],
          arrivals.map((arrival) => ({ arrival, lines: [[TINY_ITEM.A, 1]] })),
        ),
      }),
    );
    expect(day.of('truck-arrived').map(({ b }) => b)).toEqual([0, 1, 2, -1, -1]);
    expect(day.of('truck-docked').map(({ a, c }) => [a, c])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 0],
      [4, 1],
    ]);
    // Truck 3 sets off from the gate when truck 0 has left by it.
    const left = day.one('truck-left', 0).tick;
    expect(day.stays(FIRST_SLOT, 'walking').map(([from]) => from)).toContain(left);
  });
});

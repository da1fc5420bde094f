import { describe, expect, it } from 'vitest';
import { TRACE_EVENTS, type TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PickTours } from '../../../packages/viewer/src/frames/pick-tours.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const PICK = 3;
const PACK = 4;

/** Orders 0 and 1 have two lines each (0, 1 and 2, 3); locations 0-23 are in area 0, 24-29 in area 1. */
function told(
  events: readonly (readonly [number, TraceEventName, number, number?, number?])[],
  change?: Partial<Model>,
): PickTours {
  const model = smallModel();
  // Every location at an access point of its own.
  const place = Int32Array.from({ length: model.locations.count }, (_, i) => i);
  const tours = new PickTours({ ...model, locations: { ...model.locations, place }, ...change });
  for (const [tick, name, a, b = -1, c = -1] of events) tours.append({ tick, kind: TRACE_EVENTS.indexOf(name), a, b, c });
  return tours;
}

describe('the pick tours', () => {
  it('have their orders, and stops of all picks made one after the other at one place', () => {
    const tours = told([
      [10, 'task-started', 0, PICK, 7],
      [10, 'pick-tour-order', 0, 0],
      [10, 'pick-tour-order', 1, 0],
      [40, 'line-picked', 0, 5, 1],
      [41, 'line-picked', 2, 5, 3],
      [60, 'line-picked', 1, 9, 1],
      [80, 'line-picked', 3, 5, 1],
      [99, 'task-finished', 0, PICK, 7],
      [120, 'task-started', 0, PACK, 0],
    ]);
    expect(tours.tours).toHaveLength(1);
    const [tour] = tours.tours;
    expect(tour).toMatchObject({ number: 0, person: 0, zone: -1, start: 10, end: 99, orders: [0, 1] });
    expect(tour!.stops.map(({ place, tick, picks }) => [place, tick, picks.map(({ line, units }) => [line, units])])).toEqual([
      [
        5,
        41,
        [
          [0, 1],
          [2, 3],
        ],
      ],
      [9, 60, [[1, 1]]],
      [5, 80, [[3, 1]]],
    ]);
    expect(tours.ofOrder(1)).toEqual([tour]);
    expect(tours.ofOrder(2)).toEqual([]);
    expect([9, 10, 98, 99].map((tick) => tours.at(0, tick)?.number)).toEqual([undefined, 0, 0, undefined]);
  });

  it('of an order in parallel zones have the picks of their own zone', () => {
    const names = { ko: '구역', en: 'Zone' };
    const zone = (area: number) => ({ id: `Z${area}`, names, areas: [area], roles: [], equipment: 3, start: 0 });
    const { picking } = smallModel();
    const tours = told(
      [
        [10, 'task-started', 0, PICK, 7],
        [10, 'pick-tour-order', 0, 0, 0],
        [12, 'task-started', 1, PICK, 8],
        [12, 'pick-tour-order', 0, 1, 1],
        [40, 'line-picked', 1, 25, 1],
        [41, 'line-picked', 0, 5, 1],
      ],
      { picking: { ...picking, method: 'parallel-zones', zones: [zone(0), zone(1)] } },
    );
    expect(tours.tours.map((tour) => [tour.zone, tour.end, tour.stops.map((stop) => stop.place)])).toEqual([
      [0, Infinity, [5]],
      [1, Infinity, [25]],
    ]);
    expect(tours.ofOrder(0)).toHaveLength(2);
  });
});

import { describe, expect, it } from 'vitest';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import type { TourPreview } from '../../../packages/engine/src/picking/tour-preview.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import { TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, TINY_PLACE, at, tinyLocation, tinyModel } from '../../fixtures/tiny-model.ts';

const { A, B, C, D } = TINY_ITEM;
const early = { release: at('08:10'), due: at('10:00') };
const A_AT = tinyLocation(0, 0, 0, 0);
const B_AT = tinyLocation(0, 0, 1, 0);
const C_AT = tinyLocation(1, 0, 0, 0);

const demand = tinyDemand([
  {
    arrival: '07:00',
    lines: [
      [C, 5],
      [A, 3],
      [B, 2],
    ],
    delivery: { ...early, store: 0 },
  },
  { arrival: '07:10', lines: [[A, 3]], delivery: { ...early, store: 1 } },
]);

function runUntil(clock: string, model = tinyModel({ demand })): Run {
  const run = new Run(model, { ...plainPolicies, 'storage-assignment': 'full-turnover' }, 1, { record: true });
  run.runUntil(at(clock));
  return run;
}

function preview(run: Run, order: number, routing: string, ...picks: Parameters<Run['tourPreview']>[2][]): TourPreview {
  const result = run.tourPreview(order, routing, ...picks);
  if (!result.supported) throw new Error(result.because);
  return result;
}

describe('the tour of an order alone', () => {
  it('takes as long as the worked example says', () => {
    const tour = preview(runUntil('08:00'), 1, 's-shape', [{ line: 3, location: A_AT, units: 3 }]);
    expect(tour).toMatchObject({ source: 'given', length_m: 12, walk_s: 12, search_s: 4, extract_s: 16, setUp_s: 30 });
    expect(tour.total_s).toBe(62);
    // Depot (8, 2), the aisle's front (6, 2), A (6, 4), back and on to packing (12, 2).
    expect(tour.path).toEqual([8, 2, 6, 2, 6, 4, 6, 2, 10, 2, 12, 2]);
  });

  it('is what a run takes from the cart on, where nothing is left to chance', () => {
    const tiny = tinyModel({ demand });
    const model = { ...tiny, picking: { ...tiny.picking, handOver_s: 9 }, operations: { ...tiny.operations, batchOrders: 1 } };
    const run = runUntil('08:09', model);
    const { total_s } = preview(run, 0, 's-shape');
    run.runUntil(run.horizon);
    const { events } = run.drain();
    const picked = events.tick.find((_, i) => TRACE_EVENTS[events.kind[i]!] === 'order-picked' && events.a[i] === 0)!;
    // 5 m from the rest place to the cart.
    expect((picked - early.release) / 1e6).toBe(5 + total_s);
  });

  it('has its stops in the order of the policy, and how far it is to each', () => {
    const run = runUntil('08:00');
    const tour = preview(run, 0, 's-shape');
    expect(tour.stops.map(({ place, at_m }) => [place, at_m])).toEqual([
      [TINY_PLACE.aisle0bay0, 4],
      [TINY_PLACE.aisle0bay1, 6],
      [TINY_PLACE.aisle1bay0, 16],
    ]);
    expect(tour.stops.flatMap(({ picks }) => picks.map(({ line, location }) => [line, location]))).toEqual([
      [1, A_AT],
      [2, B_AT],
      [0, C_AT],
    ]);
    expect(tour.length_m).toBe(20);
    expect(preview(run, 0, 'optimal')).toMatchObject({ length_m: 20, lowerBound_m: 20, proved: true });
  });

  it('is of what is reserved, while something is; else of where the items live', () => {
    // At 08:09 nothing is reserved; at 08:10:20 the tour has not taken anything; at 08:11:25 A is taken; at the end all is.
    expect(preview(runUntil('08:09'), 0, 's-shape').source).toBe('homes');
    const reserved = preview(runUntil('08:10:20'), 0, 's-shape');
    expect([reserved.source, reserved.stops.length]).toEqual(['picks', 3]);
    const rest = preview(runUntil('08:11:25'), 0, 's-shape');
    expect([rest.source, rest.stops.length]).toEqual(['picks', 2]);
    expect(preview(runUntil('12:00'), 0, 's-shape')).toMatchObject({ source: 'homes', length_m: 20 });
  });

  it('says which lines have no place', () => {
    const { items } = tinyModel();
    const model = tinyModel({
      // No slot takes a unit of D.
      items: { ...items, length_m: Float32Array.of(0.2, 0.2, 0.1, 3) },
      demand: tinyDemand([
        {
          arrival: '07:00',
          lines: [
            [D, 1],
            [A, 1],
          ],
          delivery: { ...early, store: 0 },
        },
      ]),
    });
    const tour = preview(new Run(model, plainPolicies, 1), 0, 's-shape');
    expect(tour.unplaced).toEqual([0]);
    expect(tour.stops.map(({ picks }) => picks.map(({ line }) => line))).toEqual([[1]]);
  });

  it('changes nothing of the run, whatever the policy', () => {
    const told = runUntil('08:10:20');
    const before = structuredClone(told.snapshot());
    const first = told.tourPreview(0, 'nearest-neighbour');
    expect(told.tourPreview(0, 'nearest-neighbour')).toEqual(first);
    expect(structuredClone(first)).toEqual(first);
    expect(told.snapshot()).toEqual(before);
  });

  it('refuses what is not there, and says where a policy does not apply', () => {
    const run = runUntil('08:00');
    expect(() => run.tourPreview(2, 's-shape')).toThrow('there is no order 2');
    expect(() => run.tourPreview(0, 'astrology')).toThrow('no routing policy is called "astrology"');
    const { building } = tinyModel();
    const shifted = building.areas.map((area) => ({ ...area, crossAisles_y_m: [2.5, 8] }));
    const crooked = new Run(tinyModel({ demand, building: { ...building, areas: shifted } }), plainPolicies, 1);
    expect(crooked.tourPreview(0, 's-shape')).toEqual({
      supported: false,
      routing: 's-shape',
      because: 'Area S has aisle 1 out of line at cross-aisle 1.',
    });
  });
});

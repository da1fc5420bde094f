// What batching policies are shown: read off the view that a policy is given in a run.

import { describe, expect, it } from 'vitest';
import type { BatchingView } from '../../../packages/engine/src/picking/batching/policy.ts';
import { compartmentsFor } from '../../../packages/engine/src/picking/batching-view.ts';
import { firstComeFirstServed } from '../../../packages/engine/src/picking/batching/first-come-first-served.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PLAIN_PICKING, type Picking } from '../../../packages/engine/src/model/picking.ts';
import { tinyDemand } from '../../fixtures/tiny-changes.ts';
import { TINY_ITEM, at, tinyModel } from '../../fixtures/tiny-model.ts';
import { twoZones } from '../../fixtures/two-zones.ts';
import { steppedDay } from '../../fixtures/stepped-day.ts';

const { A, B, C } = TINY_ITEM;
const early = { release: at('08:10'), due: at('10:00') };
const demand = tinyDemand([
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

/** What a look at the views of a run reads off them. */
function seen<Look>(model: Model, look: (view: BatchingView) => Look): Look[] {
  const looks: Look[] = [];
  const { decide } = firstComeFirstServed;
  firstComeFirstServed.decide = (view, random) => {
    looks.push(look(view));
    return decide.call(firstComeFirstServed, view, random);
  };
  try {
    steppedDay(model);
  } finally {
    firstComeFirstServed.decide = decide;
  }
  return looks;
}

const plain = (picking: Partial<Picking> = {}): Model => tinyModel({ demand, picking: { ...PLAIN_PICKING, ...picking } });

describe('the view of a batching policy', () => {
  it('has the goods of the orders, the cart and the time', () => {
    const [view] = seen(plain({ cartCompartments: 6, compartment_l: 15, batchUnits: 40, batchingEffort: 7 }), (each) => ({
      count: each.count,
      capacity: each.capacity,
      now: each.now,
      effort: each.effort,
      pickers: each.pickers,
      ticksPerMetre: each.ticksPerMetre,
      goods: [0, 1].map((order) => [each.units(order), each.compartments(order), each.due(order)]),
    }));
    expect(view).toEqual({
      count: 2,
      capacity: { orders: 2, units: 40, volume_l: 200, weight_kg: 100, compartments: 6 },
      now: early.release,
      effort: 7,
      pickers: 1,
      ticksPerMetre: 1e6,
      // 3 · 10 + 5 · 1 litres; 2 · 10 litres.
      goods: [
        [8, 3, early.due],
        [2, 2, early.due],
      ],
    });
  });

  it('has the way and the work that a batch is expected to take', () => {
    const of = (picking: Partial<Picking>): number[][] =>
      seen(plain(picking), (each) => [
        each.tourLength_m([0, 1]),
        each.workTicks([0]) / 1e6,
        each.workTicks([1]) / 1e6,
        each.workTicks([0, 1]) / 1e6,
      ]);
    // Setup 30 s; A 4 + 16, C 4 + 20, B 4 + 14 s.
    expect(of({})[0]!.slice(1)).toEqual([30 + 20 + 24, 30 + 18, 30 + 20 + 24 + 18]);
    const sums = of({ sortLine_s: 5, handOver_s: 7 })[0]!.slice(1);
    expect(sums).toEqual([74 + 7, 48 + 7, 92 + 3 * 5 + 2 * 7]);
    expect(of({ sorting: 'sort-after-pick', sortLine_s: 5, handOver_s: 7 })[0]!.slice(1)).toEqual(sums);
    // 4 m to A, 2 m to B, 10 m to C, 4 m to packing: S-shape.
    expect(of({})[0]![0]).toBe(20);
  });

  it('is as long as the tours of all zones where the cart is passed on, and of its own where zones pick at the same time', () => {
    const passed = seen(twoZones({ method: 'pick-and-pass' }, { demand }), (each) => [
      each.tourLength_m([0]),
      each.tourLength_m([1]),
    ]);
    // A 4 m from the depot, 9 m to the start of the east, C 5 m, packing 4 m; B alone: 6 m, straight to packing 10 m.
    expect(passed).toEqual([[4 + 9 + 5 + 4, 6 + 10]]);
    const parallel = seen(twoZones({ method: 'parallel-zones' }, { demand }), (each) => [each.count, each.tourLength_m([0])]);
    expect(parallel).toEqual([
      [2, 4 + 10],
      [1, 5 + 6],
    ]);
  });

  it('has no compartments where goods are parted after the tour', () => {
    const [view] = seen(plain({ sorting: 'sort-after-pick', cartCompartments: 1 }), (each) => each.capacity.compartments);
    expect(view).toBe(Infinity);
  });
});

describe('compartments', () => {
  it('are as many as the goods fill, at least one', () => {
    expect([0, 1, 20, 20.1, 60].map((litres) => compartmentsFor(litres, 20))).toEqual([1, 1, 1, 2, 3]);
    expect(compartmentsFor(60 + 1e-12, 20)).toBe(3);
    expect(compartmentsFor(1e6, Infinity)).toBe(1);
  });
});

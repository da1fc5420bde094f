// Small DCs by heart: their days under the plainest policies, every time worked out on paper from distances in metres (all
// speeds 1 m/s, yard 2, road 10) and the constant durations of `tiny-model.ts`.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../packages/engine/src/model/model.ts';
import type { PolicyChoice } from '../../packages/engine/src/model/policy.ts';
import { plainPolicies } from '../../packages/engine/src/policies.ts';
import { TRACE_EVENTS } from '../../packages/engine/src/trace/format.ts';
import { checkRun, describeViolations } from '../checker/check-run.ts';
import { at, tinyModel } from '../fixtures/tiny-model.ts';
import { twoPickersOneAisle } from '../fixtures/two-pickers-one-aisle.ts';
import { runWhole } from '../fixtures/whole-run.ts';

/** Milliseconds after the clock time. */
const after = (clock: string, seconds: number): number => Math.round(at(clock) / 1000 + seconds * 1000);
/** Gate (9, -24) to the parking spot (2, -14), then to the door (2, -4), at 2 m/s. */
const DOCKED_S = Math.sqrt(7 ** 2 + 10 ** 2) / 2 + 5;
/** Door (16, -4) to the gate (9, -24) at 2 m/s. */
const OUT_S = Math.sqrt(7 ** 2 + 20 ** 2) / 2;
const BACK_S = Math.sqrt(7 ** 2 + 10 ** 2) / 2;

const TINY_DAY: readonly [ms: number, event: string][] = [
  [after('07:30', 0), 'truck-arrived 0'],
  [after('07:30', DOCKED_S), 'truck-docked 0 0'],
  // From the rest place (13, 2) to the pallet truck (2, 2) 11 s, to the door 2 s, one pallet 180 s.
  [after('07:30', DOCKED_S + 193), 'truck-unloaded 0 0'],
  // From the door to the lane 2 s, two lines of 30 s.
  [after('07:30', DOCKED_S + 255), 'line-inspected 0 0 10'],
  [after('07:30', DOCKED_S + 255), 'line-inspected 1 0 5'],
  [after('08:05', 0), 'order-arrived 2'],
  // Counter (14, 2) to (10, 4) 6 s, browsing 20 s, back 6 s; the cashier 1 s away has walked by then.
  [after('08:05', 26), 'line-picked 3 8 1'],
  [after('08:05', 32), 'order-picked 2 -1'],
  // Cashier from (13, 2) 1 s, paying 30 s + 3 s a line.
  [after('08:05', 66), 'order-sold 2 2'],
  // The worker stands at (6, 4) after putting A to its slot: 4 s to the cart, setup 30 s, 4 s back, search 4 s, extraction
  // 10 + 2 · 3 s.
  [after('08:10', 58), 'line-picked 0 0 3'],
  [after('08:10', 58 + 2 + 4 + 14), 'line-picked 2 2 2'],
  // Around by the shorter way: (6, 6) over (6, 8) and (10, 8) to (10, 4) is 10 m, like that by the front.
  [after('08:10', 78 + 10 + 4 + 20), 'line-picked 1 8 5'],
  [after('08:10', 112 + 4), 'order-picked 0 0'],
  [after('08:10', 112 + 4), 'order-picked 1 0'],
  // Packer from (13, 2) 1 s, 60 s + 6 s a line, to the lane (16, 2) 4 s; and back for the next.
  [after('08:10', 116 + 73), 'order-packed 0 1 1'],
  [after('08:10', 116 + 77), 'order-staged 0 1'],
  [after('08:10', 193 + 4 + 66), 'order-packed 1 1 1'],
  [after('08:10', 193 + 74), 'order-staged 1 1'],
  // Loading may begin half an hour before ten, but the driver's break falls due then: 09:40. To the lane 3 s, van to the
  // door 5 s.
  [after('09:40', 8), 'vehicle-docked 0 1 0'],
  [after('09:40', 8 + 2 + 300), 'order-loaded 0 0 0'],
  [after('10:00', 0), 'vehicle-departed 0 0 1'],
  [after('10:00', OUT_S + 300 + 300), 'order-delivered 0 0 0'],
  [after('10:00', OUT_S + 600 + 400 + 300), 'order-delivered 1 0 0'],
  [after('10:00', OUT_S + 1300 + 500 + BACK_S + 120), 'vehicle-returned 0 0'],
];

/** The plainest policies, but nothing left to chance: A, B and C keep the slots of their stock, D gets the best one left. */
const POLICIES: PolicyChoice = { ...plainPolicies, 'storage-assignment': 'full-turnover', 'put-away': 'closest-open' };

/** Each expected event with the time at which the engine has it, in order of the expectation. */
function timesOf(model: Model, expected: readonly [ms: number, event: string][]): [ms: number, event: string][] {
  const { run, chunks } = runWhole(model, POLICIES, 1);
  expect(describeViolations(checkRun(model, run.agents, chunks))).toEqual([]);
  const { events } = chunks[0]!;
  const told = new Map<string, number>();
  for (let i = 0; i < events.count; i++) {
    const operands = [events.a[i]!, events.b[i]!, events.c[i]!];
    const name = TRACE_EVENTS[events.kind[i]!]!;
    for (let used = 1; used <= 3; used++) told.set([name, ...operands.slice(0, used)].join(' '), events.tick[i]! / 1000);
  }
  return expected.map(([, event]) => [Math.round(told.get(event) ?? NaN), event]);
}

/** Both pickers set off from the rest place (13, 2) at 08:10 and are at their carts (8, 2) after 5 s. */
const TWO_PICKERS: readonly [ms: number, event: string][] = [
  // Picker 1: setup 30 s, 4 m to (6, 4), search 4 s, extraction 10 + 2 · 3 s; 8 m to the packing station (12, 2).
  [after('08:10', 5 + 30 + 4 + 20), 'line-picked 0 0 3'],
  [after('08:10', 59 + 8), 'order-picked 0 0'],
  // Picker 2, two metres further into the same aisle: 6 m, 4 s + 14 s, and 10 m back.
  [after('08:10', 5 + 30 + 6 + 18), 'line-picked 1 2 2'],
  [after('08:10', 59 + 10), 'order-picked 1 1'],
  // Picker 1 is free first and takes the third order, with the cart it stands at: 4 m to the depot, setup, both stops.
  [after('08:10', 67 + 4 + 30 + 4 + 16), 'line-picked 2 0 1'],
  [after('08:10', 121 + 2 + 16), 'line-picked 3 2 1'],
  [after('08:10', 139 + 10), 'order-picked 2 0'],
];

describe('known by heart', () => {
  it('the day of the tiny DC runs as worked out on paper', () => {
    expect(timesOf(tinyModel(), TINY_DAY)).toEqual(TINY_DAY);
  });

  it('two pickers in one aisle work as worked out on paper', () => {
    expect(timesOf(twoPickersOneAisle(), TWO_PICKERS)).toEqual(TWO_PICKERS);
  });
});

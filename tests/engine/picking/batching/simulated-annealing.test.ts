import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { TICKS_PER_HOUR } from '../../../../packages/engine/src/base/units.ts';
import { savings } from '../../../../packages/engine/src/picking/batching/savings.ts';
import { simulatedAnnealing } from '../../../../packages/engine/src/picking/batching/simulated-annealing.ts';
import { type CountingView, viewOf } from './view.ts';

const stream = (): RandomStream => new RandomStream('batching-test');
const total_m = (view: CountingView, batches: number[][]): number =>
  batches.reduce((sum, batch) => sum + view.tourLength_m(batch), 0);

/** A wave of some orders with depths and units that look random. */
function wave(count: number, effort: number): CountingView {
  const random = new RandomStream(`wave of ${count}`);
  const orders = Array.from({ length: count }, () => ({ depth: 1 + random.integer(100), units: 1 + random.integer(9) }));
  return viewOf(orders, { units: 24 }, { effort });
}

describe('batching by simulated annealing', () => {
  it('finds the 40 m that the savings rule misses', () => {
    const view = viewOf(
      [
        { depth: 10, units: 2 },
        { depth: 10, units: 1 },
        { depth: 9, units: 3 },
        { depth: 9, units: 2 },
      ],
      { units: 4 },
    );
    expect(total_m(view, savings.decide(view, stream()))).toBe(56);
    const batches = simulatedAnnealing.decide(view, stream());
    expect(batches).toEqual([
      [0, 3],
      [1, 2],
    ]);
    expect(total_m(view, batches)).toBe(40);
  });

  it('is never longer than the savings rule, and shorter with more effort', () => {
    const from = total_m(wave(60, 0), savings.decide(wave(60, 0), stream()));
    const totals = [0, 200, 20_000].map((effort) => {
      const view = wave(60, effort);
      return total_m(view, simulatedAnnealing.decide(view, stream()));
    });
    expect(totals[0]).toBe(from);
    expect(totals[1]).toBeLessThanOrEqual(from);
    expect(totals[2]).toBeLessThan(from);
  });

  it('keeps to its effort: the tours of the savings rule, and a slice more than the effort', () => {
    const view = wave(80, 1_000);
    savings.decide(view, stream());
    const start = view.tours;
    view.tours = 0;
    simulatedAnnealing.decide(view, stream());
    expect(view.tours).toBeLessThanOrEqual(start + 1_000 + 2 * 64);
  });

  it('gives the same batches for the same stream', () => {
    const view = wave(40, 2_000);
    expect(simulatedAnnealing.decide(view, stream())).toEqual(simulatedAnnealing.decide(view, stream()));
  });

  it('keeps orders that are due more than an hour apart in different batches, the earlier first', () => {
    const view = viewOf(
      [11, 9, 11, 9.5].map((hour) => ({ depth: 5, due: hour * TICKS_PER_HOUR })),
      {},
    );
    expect(simulatedAnnealing.decide(view, stream())).toEqual([
      [1, 3],
      [0, 2],
    ]);
  });
});

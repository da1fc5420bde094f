// Vehicle routing against the best-known plans (literature.md 9): a few instances of each set with a counted budget, so that the
// result is the same on every machine; every plan is checked independently. tests/bench/vehicle-routing.bench.ts runs the sets.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { RoutingObjective } from '../../packages/engine/src/delivery/routing/sisrs/problem.ts';
import { vehicleRoutingSearch } from '../../packages/engine/src/delivery/routing/sisrs/solve.ts';
import { checkRoutePlan } from '../../packages/scenarios/src/instances/vehicle-routing-check.ts';
import { hasSharedData } from './order-batching-data.ts';
import { published, type PublishedSet } from './vehicle-routing-data.ts';

interface Solved {
  /** Percent above the best-known distance. */
  readonly gap: number;
  readonly vehicles: number;
  readonly bestVehicles: number | undefined;
}

function solved(set: PublishedSet, name: string, objective: RoutingObjective, iterations: number): Solved {
  const { instance, bestDistance, bestVehicles } = published(set, name, objective);
  const search = vehicleRoutingSearch(instance.problem, objective, new RandomStream(name));
  search.run(iterations);
  const { best } = search;
  const checked = checkRoutePlan(instance.problem, best);
  expect(checked.faults).toEqual([]);
  expect(best.unserved).toEqual([]);
  return { gap: 100 * (checked.distance / bestDistance - 1), vehicles: best.routes.length, bestVehicles };
}

/** Mean gap of some instances; none is better than a best-known value that is proven. */
function meanGap(set: PublishedSet, names: readonly string[], iterations: number): number {
  const gaps = names.map((name) => solved(set, name, 'cost', iterations).gap);
  expect(Math.min(...gaps)).toBeGreaterThan(-1e-6);
  expect(Math.max(...gaps)).toBeLessThan(4);
  return gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
}

describe.skipIf(!hasSharedData('vehicle-routing'))('vehicle routing of published instances', () => {
  it('is within 0.9 % of the proven optima of Solomon by distance', () => {
    expect(meanGap('solomon', ['C101', 'R105', 'R201', 'RC205'], 40_000)).toBeLessThan(0.9);
  });

  it('is within 1.5 % of the proven optima of Gehring and Homberger by distance', () => {
    expect(meanGap('gehring-homberger', ['c1_2_5', 'rc2_2_5'], 50_000)).toBeLessThan(1.5);
  });

  it('is within 1.5 % of the best-known plans of X', () => {
    expect(meanGap('uchoa', ['X-n101-k25', 'X-n143-k7', 'X-n200-k36'], 40_000)).toBeLessThan(1.5);
  });

  it('has the best-known number of vehicles where vehicles come first', () => {
    for (const name of ['C107', 'C201', 'R101', 'RC105']) {
      const { vehicles, bestVehicles, gap } = solved('solomon', name, 'vehicles-first', 40_000);
      expect([name, vehicles]).toEqual([name, bestVehicles]);
      expect(gap).toBeLessThan(5);
    }
  });
});

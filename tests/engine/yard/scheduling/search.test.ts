import { beforeAll, describe, expect, it } from 'vitest';
import loadHighs, { type Highs } from 'highs';

import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { costOfStart, type DockProblem } from '../../../../packages/engine/src/yard/scheduling/problem.ts';
import { DockScheduleSearch } from '../../../../packages/engine/src/yard/scheduling/search.ts';
import { dockInstance, leastCost } from './time-indexed.ts';

const search = (problem: DockProblem): DockScheduleSearch => new DockScheduleSearch(problem, new RandomStream('docks'));

/** The cost of a schedule, after looking that it is one. */
function costOf(problem: DockProblem, { start, door }: ReturnType<DockScheduleSearch['schedule']>): number {
  const { ready, length, free, allowed } = problem;
  const until = free.slice();
  let cost = 0;
  for (const job of Array.from(ready.keys()).sort((a, b) => start[a]! - start[b]!)) {
    expect(start[job]).toBeGreaterThanOrEqual(Math.max(ready[job]!, until[door[job]!]!));
    expect(allowed[job * free.length + door[job]!]).toBe(1);
    until[door[job]!] = start[job]! + length[job]!;
    cost += costOfStart(problem, job, start[job]!);
  }
  return cost;
}

describe('the search for a schedule of the doors', () => {
  it('begins with the better of two sequences (worked example)', () => {
    const problem: DockProblem = {
      ready: Float64Array.of(0, 1),
      length: Float64Array.of(4, 2),
      due: Float64Array.of(9, 3),
      weight: Float64Array.of(1, 2),
      free: Float64Array.of(0),
      allowed: Uint8Array.of(1, 1),
      waiting: 0,
    };
    const found = search(problem);
    expect(found.cost).toBe(0);
    expect(Array.from(found.schedule().start)).toEqual([3, 1]);
    const hurried = search({ ...problem, due: Float64Array.of(3, 3.5) });
    expect(hurried.cost).toBe(1 + 2 * 2.5);
  });

  it('never makes the cost worse, and knows it, whoever may use which door', () => {
    for (let seed = 0; seed < 20; seed++) {
      const random = new RandomStream(`doors ${seed}`);
      const plain = dockInstance(25, 4, 60, 1, `some doors ${seed}`);
      const allowed = Uint8Array.from(plain.allowed, (_, i) => (i % 4 === 3 || random.chance(0.5) ? 1 : 0));
      const problem = { ...plain, allowed, free: Float64Array.of(0, 5, 2, 0) };
      const found = search(problem);
      let before = found.cost;
      for (let slice = 0; slice < 5; slice++) {
        found.improve(400);
        expect(found.cost).toBeLessThanOrEqual(before);
        expect(found.cost).toBeCloseTo(costOf(problem, found.schedule()), 6);
        before = found.cost;
      }
    }
  });

  it('is the same for the same stream', () => {
    const problem = dockInstance(30, 4, 80, 1, 'same');
    const [one, two] = [search(problem), search(problem)];
    for (const each of [one, two]) each.improve(3000);
    expect(one.schedule()).toEqual(two.schedule());
  });
});

describe('the search against HiGHS', () => {
  let highs: Highs;
  beforeAll(async () => {
    highs = await loadHighs();
  });

  it.each([
    { jobs: 8, doors: 2, slots: 30 },
    { jobs: 10, doors: 3, slots: 24 },
    { jobs: 15, doors: 3, slots: 40 },
  ])('is within 2 % of the least cost on average ($jobs jobs, $doors doors)', ({ jobs, doors, slots }) => {
    let gaps = 0;
    const count = 12;
    for (let seed = 0; seed < count; seed++) {
      const problem = dockInstance(jobs, doors, slots, seed % 3, `${jobs}/${seed}`);
      const least = leastCost(highs, problem, 2 * slots);
      const found = search(problem);
      found.improve(400 * jobs);
      expect(found.cost).toBeGreaterThan(least - 1e-6);
      gaps += found.cost / least - 1;
    }
    expect(gaps / count).toBeLessThan(0.02);
  });
});

// Schedules of the doors: 40 trucks, 6 doors, 96 slots against HiGHS on the time-indexed model.
//
//   npx tsx tests/bench/dock-scheduling.bench.ts [instances of each sort [milliseconds]]      (default 8, 50)
//
// The gap is the cost over the least one that HiGHS proves, for the given CPU time (user) of a search on one thread, whose moves
// are set from a first search on the same instance. Sorts differ in how long after its earliest end a truck is due: up to 0, 0.5
// or 1 times the mean length. Only instances that HiGHS proves within 60 s count.

import loadHighs from 'highs';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { DockScheduleSearch } from '../../packages/engine/src/yard/scheduling/search.ts';
import { dockInstance, leastCost } from '../engine/yard/scheduling/time-indexed.ts';

const [TRUCKS, DOORS, SLOTS] = [40, 6, 96];
/** Slots in which HiGHS may place what does not get done within the day. */
const LATE_SLOTS = 34;
const PROBE = 20_000;

function cpu_ms(): number {
  return process.cpuUsage().user / 1000;
}

const count = Number(process.argv[2] ?? 8);
const budget_ms = Number(process.argv[3] ?? 50);
const highs = await loadHighs();
const all: number[] = [];
for (const slack of [0, 0.5, 1]) {
  const gaps: number[] = [];
  let proof_ms = 0;
  let spent_ms = 0;
  for (let seed = 0; seed < count; seed++) {
    const problem = dockInstance(TRUCKS, DOORS, SLOTS, slack, `bench ${seed}`);
    const proof = cpu_ms();
    const least = leastCost(highs, problem, SLOTS + LATE_SLOTS);
    proof_ms += cpu_ms() - proof;
    if (Number.isNaN(least)) continue;
    const probe = cpu_ms();
    new DockScheduleSearch(problem, new RandomStream('probe')).improve(PROBE);
    const moves = Math.round((PROBE * budget_ms) / (cpu_ms() - probe));
    const begin = cpu_ms();
    const search = new DockScheduleSearch(problem, new RandomStream(`search ${seed}`));
    search.improve(moves);
    spent_ms += cpu_ms() - begin;
    gaps.push(100 * (search.cost / least - 1));
  }
  all.push(...gaps);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  console.log(
    `slack ${slack}: ${gaps.length} of ${count} proved in ${(proof_ms / count / 1000).toFixed(1)} s each; ` +
      `gap ${mean.toFixed(2)} % (worst ${Math.max(...gaps).toFixed(1)} %) at ${(spent_ms / gaps.length).toFixed(0)} ms`,
  );
}
console.log(`all ${all.length}: ${(all.reduce((sum, gap) => sum + gap, 0) / all.length).toFixed(2)} % over HiGHS`);

// Order batching on the literature's instances: gaps to the best-known totals, a CSV row an instance and routing policy.
//
//   node --import tsx tests/bench/order-batching.bench.ts [--data ../shared/data/order-batching/] [--set henn|muter_oncan]
//     [--filter regexp] [--policy simulated-annealing] [--seconds 10] [--seed 1] [--shard 0/1] [--summary rows.csv]
//
// The filter is matched with "set file routing". Simulated annealing gets that many CPU seconds an instance; the other
// policies run once. Shard i/n takes every n-th row from row i. `--summary` reads rows written before instead of working
// them out: the shards' output, put together.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { batchingPolicies } from '../../packages/engine/src/picking/batching/policies.ts';
import { BatchAnnealing } from '../../packages/engine/src/picking/batching/search/annealing.ts';
import type { BatchingProblem } from '../../packages/engine/src/picking/batching/search/problem.ts';
import { knownResults, readBatchingInstance, sharedData } from '../literature/order-batching-data.ts';
import {
  checkedTotal_m,
  gapToKnown,
  instanceFile,
  problemOf,
  ROUTING_RULES,
  viewOfProblem,
} from '../literature/order-batching-problem.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: `${sharedData}order-batching/` },
    set: { type: 'string', default: 'henn|muter_oncan' },
    filter: { type: 'string', default: '' },
    policy: { type: 'string', default: 'simulated-annealing' },
    seconds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    shard: { type: 'string', default: '0/1' },
    summary: { type: 'string' },
  },
});

const HEADER = 'set,file,orders,capacity,routing,policy,total,best_known,lower_bound,proved,gap,cpu_s,evaluations';
/** Moves between two looks at the clock, and lengths to remember. */
const SLICE = 2_000;
const PLACES = 1 << 18;

interface Row {
  readonly set: string;
  readonly file: string;
  readonly routing: string;
  readonly total_m: number;
  readonly known_m: number;
  readonly lower_m: number;
  readonly gap: number;
  readonly cpu_s: number;
  readonly evaluations: number;
}

interface Answer {
  readonly batches: readonly (readonly number[])[];
  readonly evaluations: number;
}

function cpuSeconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
}

function anneal(problem: BatchingProblem, seconds: number): Answer {
  const begin = process.cpuUsage();
  const search = new BatchAnnealing(problem, new RandomStream(`order batching ${options.seed}`), undefined, PLACES);
  for (let progress = 0; progress < 1; progress = cpuSeconds(begin) / seconds) search.advance(SLICE, progress);
  return { batches: search.best(), evaluations: search.asked };
}

function decide(problem: BatchingProblem): Answer {
  const policy = batchingPolicies.find(({ id }) => id === options.policy);
  if (policy === undefined) {
    throw new Error(`--policy ${options.policy}: not one of ${batchingPolicies.map(({ id }) => id).join(', ')}`);
  }
  let evaluations = 0;
  const view = viewOfProblem(problem, 20_000);
  const counting = {
    ...view,
    tourLength_m(orders: readonly number[]): number {
      evaluations++;
      return view.tourLength_m(orders);
    },
  };
  const batches = policy.decide(counting, new RandomStream(`order batching ${options.seed}`));
  return { batches, evaluations };
}

function work(): Row[] {
  const [shard, shards] = options.shard.split('/').map(Number);
  const wanted = new RegExp(options.filter);
  const sets = new RegExp(`^(${options.set})$`);
  const chosen = knownResults(options.data).filter(
    (known) =>
      known.policy in ROUTING_RULES &&
      sets.test(known.set) &&
      wanted.test(`${known.set} ${known.file} ${known.policy}`) &&
      instanceFile(known) !== undefined,
  );
  console.log(HEADER);
  return chosen
    .filter((_, n) => n % shards! === shard)
    .map((known) => {
      const { set, file, orders, capacity, policy: routing, upper_m, lower_m, proved } = known;
      const problem = problemOf(readBatchingInstance(instanceFile(known)!, options.data), ROUTING_RULES[routing]!);
      const begin = process.cpuUsage();
      const { batches, evaluations } =
        options.policy === 'simulated-annealing' ? anneal(problem, Number(options.seconds)) : decide(problem);
      const cpu_s = cpuSeconds(begin);
      const total_m = checkedTotal_m(problem, batches);
      const gap = gapToKnown(known, total_m);
      const figures = [total_m.toFixed(1), upper_m, lower_m, Number(proved), gap.toFixed(6), cpu_s.toFixed(2), evaluations];
      console.log([set, file, orders, capacity, routing, options.policy, ...figures].join());
      return { set, file, routing, total_m, known_m: upper_m, lower_m, gap, cpu_s, evaluations };
    });
}

function read(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => /^(henn|muter_oncan|bahceci_oncan),/.test(line))
    .map((line) => {
      const [set, name, , , routing, , total, known, lower, , gap, cpu, evaluations] = line.split(',');
      return {
        set: set!,
        file: name!,
        routing: routing!,
        total_m: Number(total),
        known_m: Number(known),
        lower_m: Number(lower),
        gap: Number(gap),
        cpu_s: Number(cpu),
        evaluations: Number(evaluations),
      };
    });
}

function summarise(rows: readonly Row[]): void {
  const percent = (share: number): string => `${(100 * share).toFixed(3)} %`;
  const mean = (some: readonly Row[]): number => some.reduce((sum, { gap }) => sum + gap, 0) / some.length;
  console.log('\nset, routing: rows, mean gap, worst gap, equal, improved');
  const keys = [...new Set(rows.map(({ set, routing }) => `${set}, ${routing}`))].sort();
  for (const key of [...keys, 'all']) {
    const some = rows.filter(({ set, routing }) => key === 'all' || key === `${set}, ${routing}`);
    const worst = Math.max(...some.map(({ gap }) => gap));
    const equal = some.filter(({ gap }) => gap === 0).length;
    const improved = some.filter(({ gap }) => gap < 0).length;
    console.log(`${key}: ${some.length}, ${percent(mean(some))}, ${percent(worst)}, ${equal}, ${improved}`);
  }
  const cpu_s = rows.reduce((sum, row) => sum + row.cpu_s, 0);
  const evaluations = rows.reduce((sum, row) => sum + row.evaluations, 0);
  console.log(`\n${Math.round(evaluations / cpu_s).toLocaleString('en')} batches a CPU second`);
  // Totals are multiples of 0.1; the lower bounds of the list are rounded, and some are far too low.
  const wrong = rows.filter(({ total_m, lower_m }) => total_m < lower_m - 0.5);
  for (const row of wrong)
    console.log(`BELOW A LOWER BOUND: ${row.set} ${row.file} ${row.routing} ${row.total_m} < ${row.lower_m}`);
  console.log('\nimproved upper bounds: set,file,routing,new,listed');
  for (const row of rows.filter(({ gap }) => gap < 0)) {
    console.log([row.set, row.file, row.routing, row.total_m.toFixed(1), row.known_m].join());
  }
}

const rows = options.summary === undefined ? work() : read(options.summary);
if (rows.length === 0) console.log('no rows');
else summarise(rows);

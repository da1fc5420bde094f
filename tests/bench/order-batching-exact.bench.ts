// Exact order batching on the literature's instances: what is proved in so many CPU seconds, a CSV row an instance and
// routing policy.
//
//   node --import tsx tests/bench/order-batching-exact.bench.ts [--data ../shared/data/order-batching/]
//     [--set henn|muter_oncan|bahceci_oncan] [--filter regexp] [--smallest] [--seconds 60] [--batches 20000000] [--seed 1]
//     [--shard 0/1] [--summary rows.csv]
//
// The filter is matched with "set file routing"; `--smallest` takes the rows with capacity 24 (Muter & Oncan) and 30 (Henn &
// Waescher). A tenth of the seconds, 5 at most, goes to simulated annealing, whose batches the proof begins with. Shard i/n takes
// every n-th row from row i. `--summary` reads rows written before instead of working them out: the shards' output, put
// together.

import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ExactBatching } from '../../packages/engine/src/picking/batching/exact/exact-batching.ts';
import { BatchAnnealing } from '../../packages/engine/src/picking/batching/search/annealing.ts';
import { knownResults, readBatchingInstance, sharedData } from '../literature/order-batching-data.ts';
import { checkedTotal_m, instanceFile, problemOf, ROUTING_RULES } from '../literature/order-batching-problem.ts';

const { values: options } = parseArgs({
  options: {
    data: { type: 'string', default: `${sharedData}order-batching/` },
    set: { type: 'string', default: 'henn|muter_oncan' },
    filter: { type: 'string', default: '' },
    smallest: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '60' },
    batches: { type: 'string', default: '20000000' },
    seed: { type: 'string', default: '1' },
    shard: { type: 'string', default: '0/1' },
    summary: { type: 'string' },
  },
});

const HEADER = 'set,file,orders,capacity,routing,proved,total,bound,best-known,proven-in-list,CPU s';
const SEARCH_SHARE = 0.1;
const MOST_SEARCH_S = 5;
const SLICE = 2_000;
const PLACES = 1 << 18;

interface Row {
  readonly set: string;
  readonly file: string;
  readonly capacity: number;
  readonly routing: string;
  readonly proved: boolean;
  readonly total_m: number;
  readonly bound_m: number;
  readonly known_m: number;
  readonly provenInList: boolean;
  readonly cpu_s: number;
}

function work(): Row[] {
  const [shard, shards] = options.shard.split('/').map(Number);
  const sets = new RegExp(`^(${options.set})$`);
  const wanted = new RegExp(options.filter);
  const chosen = knownResults(options.data).filter(
    (known) =>
      known.policy in ROUTING_RULES &&
      sets.test(known.set) &&
      wanted.test(`${known.set} ${known.file} ${known.policy}`) &&
      (!options.smallest || isSmallest(known)) &&
      instanceFile(known) !== undefined,
  );
  console.log(HEADER);
  return chosen
    .filter((_, n) => n % shards! === shard)
    .map((known) => {
      const { set, file, orders, capacity, policy: routing, proved: provenInList, upper_m: known_m } = known;
      const problem = problemOf(readBatchingInstance(instanceFile(known)!, options.data), ROUTING_RULES[routing]!);
      const begin = process.cpuUsage();
      const spent_s = (): number => {
        const { user, system } = process.cpuUsage(begin);
        return (user + system) / 1e6;
      };
      const seconds = Number(options.seconds);
      const search_s = Math.min(MOST_SEARCH_S, SEARCH_SHARE * seconds);
      const search = new BatchAnnealing(problem, new RandomStream(`order batching ${options.seed}`), undefined, PLACES);
      for (let progress = 0; progress < 1; progress = spent_s() / search_s) search.advance(SLICE, progress);
      const proof = new ExactBatching(problem, search.best(), Number(options.batches));
      const { batches, length_m, lowerBound_m: bound_m, proved } = proof.run(() => spent_s() < seconds);
      const cpu_s = spent_s();
      const total_m = checkedTotal_m(problem, batches);
      if (Math.abs(total_m - length_m) > 1e-6) throw new Error(`${file} ${routing}: ${length_m} m is told, it is ${total_m} m`);
      const figures = [Number(proved), total_m.toFixed(2), bound_m.toFixed(2), known_m, Number(provenInList), cpu_s.toFixed(2)];
      console.log([set, file, orders, capacity, routing, ...figures].join());
      return { set, file, capacity, routing, proved, total_m, bound_m, known_m, provenInList, cpu_s };
    });
}

function isSmallest({ set, capacity }: { readonly set: string; readonly capacity: number }): boolean {
  return (set === 'muter_oncan' && capacity === 24) || (set === 'henn' && capacity === 30);
}

function read(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .filter((line) => /^(henn|muter_oncan|bahceci_oncan),/.test(line))
    .map((line) => {
      const [set, name, , capacity, routing, proved, total, bound, known, proven, cpu] = line.split(',');
      return {
        ...{ set: set!, file: name!, capacity: Number(capacity), routing: routing!, proved: proved === '1' },
        ...{ total_m: Number(total), bound_m: Number(bound), known_m: Number(known) },
        ...{ provenInList: proven === '1', cpu_s: Number(cpu) },
      };
    });
}

/** The bounds of Muter & Oncan are rounded to whole metres. */
function slack_m({ set }: Row): number {
  return set === 'muter_oncan' ? 0.5 + 1e-6 : 1e-6;
}

function summarise(rows: readonly Row[]): void {
  console.log('\nset, capacity, routing: rows, proved, proven in the list, of these proved, mean CPU s');
  const share = (some: readonly Row[], of: readonly Row[]): string =>
    of.length === 0 ? '-' : `${some.length} of ${of.length} (${((100 * some.length) / of.length).toFixed(1)} %)`;
  const keyOf = ({ set, capacity, routing }: Row): string => `${set}, ${capacity}, ${routing}`;
  for (const key of [...[...new Set(rows.map(keyOf))].sort(), 'smallest capacities', 'all']) {
    const some = rows.filter((row) => key === 'all' || keyOf(row) === key || (key === 'smallest capacities' && isSmallest(row)));
    if (some.length === 0) continue;
    const listed = some.filter(({ provenInList }) => provenInList);
    const cpu_s = some.reduce((sum, row) => sum + row.cpu_s, 0) / some.length;
    const proved = share(
      some.filter((row) => row.proved),
      some,
    );
    const again = share(
      listed.filter((row) => row.proved),
      listed,
    );
    console.log(`${key}: ${some.length}, ${proved}, ${listed.length}, ${again}, ${cpu_s.toFixed(2)}`);
  }
  const mismatches = rows.filter((row) => row.proved && row.provenInList && Math.abs(row.total_m - row.known_m) > slack_m(row));
  const below = rows.filter((row) => row.provenInList && row.total_m < row.known_m - slack_m(row));
  const above = rows.filter((row) => row.proved && row.bound_m > row.known_m + slack_m(row));
  for (const [what, wrong] of [
    ['proved here and in the list, not equal', mismatches],
    ['below a proven optimum', below],
    ['proved here above a best-known total', above],
  ] as const) {
    console.log(`\n${what}: ${wrong.length}`);
    for (const row of wrong) console.log(`${row.set} ${row.file} ${row.routing}: ${row.total_m} for ${row.known_m}`);
  }
  const improved = rows.filter((row) => !row.provenInList && row.total_m < row.known_m - slack_m(row));
  console.log(`\nbelow the best known: ${improved.length}; set,file,routing,new,listed`);
  for (const row of improved) console.log([row.set, row.file, row.routing, row.total_m.toFixed(2), row.known_m].join());
  const added = rows.filter((row) => row.proved && !row.provenInList);
  console.log(`\nproved here, not in the list: ${added.length}; set,file,routing,total`);
  for (const row of added) console.log([row.set, row.file, row.routing, row.total_m.toFixed(2)].join());
}

const rows = options.summary === undefined ? work() : read(options.summary);
if (rows.length === 0) console.log('no rows');
else summarise(rows);

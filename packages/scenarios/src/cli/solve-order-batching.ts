// dongseon solve order-batching: which orders are picked together, by each batching policy.

import { rectangularAlgorithms, type RectangularAlgorithm } from '@dongseon/engine';
import { Option, type Command } from 'commander';
import { orderBatchingExample } from '../instances/order-batching-example.ts';
import { readOrderBatching } from '../instances/order-batching-json.ts';
import type { OrderBatchingFile } from '../instances/order-batching.ts';
import {
  ORDER_BATCHING_POLICIES,
  OrderBatchingSolver,
  oversizedOrders,
  type OrderBatchingResult,
} from '../instances/solve-order-batching.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { readInstances } from './instance-files.ts';
import { amount, wholeNumber } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { ALL, policiesOf, resultsJson } from './solve-policies.ts';

interface OrderBatchingFlags {
  readonly policy: string;
  readonly routing: string;
  readonly seed: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
An instance is a file (docs/solve-order-batching.md): JSON, JSON lines of many, or an order-batching file of the literature; its
form is told by its content, and it may be compressed (.gz). The word "example" is a small one that ships.

Examples:
  dongseon solve order-batching example
  dongseon solve order-batching example --policy exact --json
  dongseon solve order-batching wave.json --policy exact --routing s-shape --time-limit 60`;

export function addSolveOrderBatching(solve: Command): void {
  solve
    .command('order-batching')
    .summary('which orders are picked together, by each batching policy')
    .description(
      'Puts orders into batches within the capacity and prints, per instance and policy, the metres of all tours and what is ' +
        'proved of them.',
    )
    .argument('<instance...>', 'files; or "example"')
    .option('--policy <id>', 'a batching policy (dongseon list policies), or "all"', ALL)
    .addOption(
      new Option('--routing <id>', 'routing policy of the tours')
        .choices(rectangularAlgorithms.map(({ id }) => id))
        .default('optimal'),
    )
    .option('--seed <int>', 'the seed of all randomness', wholeNumber(0), 1)
    .option('--time-limit <s>', 'search and proof go on for so many seconds an instance (default: their own budget)', amount)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], flags: OrderBatchingFlags) => solveOrderBatching(files, flags));
}

function solveOrderBatching(files: readonly string[], flags: OrderBatchingFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const chosen = policiesOf(flags.policy, ORDER_BATCHING_POLICIES, 'batching', ' for such instances');
  const instances = readInstances(files, orderBatchingExample, readOrderBatching);
  const solvers = solversOf(instances, flags);
  const progress = makeProgress(instances.length * chosen.length, 'solutions', flags.quiet ?? false);
  const results: OrderBatchingResult[] = [];
  const faulty: string[] = [];
  for (const solver of solvers) {
    for (const policy of chosen) {
      const { result, faults } = solver.solve(policy);
      results.push(result);
      faulty.push(...faults.slice(0, 5).map((fault) => `${result.instance}, ${policy.id}: ${fault}`));
      progress.advance();
    }
  }
  progress.done();
  print(results, flags, output);
  refuseFaulty(faulty);
}

/** All that cannot be satisfied is told at once. */
function solversOf(
  instances: readonly OrderBatchingFile[],
  { routing: id, seed, timeLimit }: OrderBatchingFlags,
): OrderBatchingSolver[] {
  const routing: RectangularAlgorithm = rectangularAlgorithms.find((algorithm) => algorithm.id === id)!;
  const cannot = instances.flatMap(oversizedOrders);
  const cures = cannot.length > 0 ? ['Divide these orders, or give a larger capacity.'] : [];
  const solvers = instances.map((file) => {
    const solver = new OrderBatchingSolver(file, routing, timeLimit === undefined ? { seed } : { seed, timeLimit_s: timeLimit });
    const because = solver.whyNot();
    if (because !== undefined) cannot.push(`${file.name}: ${because}`);
    return solver;
  });
  if (cannot.length > 0) throw new Ending(EXIT.unsatisfiable, [...cannot, ...cures].join('\n'));
  return solvers;
}

function print(results: readonly OrderBatchingResult[], flags: OrderBatchingFlags, output: Output): void {
  if (flags.json) {
    output.data(resultsJson(results, flags.policy));
    return;
  }
  const rows = results.map(({ instance, policy, objective, lowerBound, proved, feasible, time_s, solution }) => [
    instance,
    policy,
    solution.routing,
    String(solution.batches.length),
    readable(objective),
    (100 * (objective / lowerBound - 1)).toFixed(1),
    readable(lowerBound),
    proved ? 'proved' : '',
    readable(time_s),
    feasible ? '' : 'NOT FEASIBLE',
  ]);
  const head = ['instance', 'policy', 'routing', 'batches', 'm', 'above %', 'bound m', '', 'time s', ''];
  output.data(textTable([head, ...rows], new Set([3, 4, 5, 6, 8])));
}

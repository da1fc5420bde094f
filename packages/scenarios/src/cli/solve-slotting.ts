// dongseon solve slotting: where SKUs live, by each storage policy.

import { storageAssignmentPolicies, type RectangularAlgorithm, type StorageAssignmentPolicy } from '@dongseon/engine';
import { InvalidArgumentError, Option, type Command } from 'commander';
import { suggest } from '../format/nearest.ts';
import type { SplitOptions } from '../instances/order-lines-csv.ts';
import { readSlotting } from '../instances/read-slotting.ts';
import { slottingExample } from '../instances/slotting-example.ts';
import type { SearchPoint } from '../instances/slotting-search.ts';
import { ROUTINGS, whyNotRouted } from '../instances/slotting-tours.ts';
import type { SlottingInstance } from '../instances/slotting.ts';
import { NoAssignment, SlottingSolver, type CheckedSlotting, type SlottingResult } from '../instances/solve-slotting.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { readInstances } from './instance-files.ts';
import { amount, wholeNumber } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { ALL, policiesOf, policyCalled, resultsJson } from './solve-policies.ts';

interface SlottingFlags extends SplitOptions {
  readonly policy: string;
  readonly against?: string;
  readonly routing?: string;
  readonly seed: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const STORAGE = 'storage-assignment';

const EXAMPLES = `
An instance is a file (docs/solve-slotting.md): JSON, JSON lines, an order-batching file of the literature, or order lines as CSV;
its form is told by its content, and it may be compressed (.gz). The word "example" is a small one that ships.

Examples:
  dongseon solve slotting example
  dongseon solve slotting example --policy full-turnover --routing s-shape --json`;

export function addSolveSlotting(solve: Command): void {
  solve
    .command('slotting')
    .summary('where SKUs live, by each storage policy')
    .description(
      'Assigns SKUs to locations by storage policies and prints, per instance and policy, the mean metres per order, out of ' +
        'sample where the instance has orders for evaluation, and what is saved against another assignment.',
    )
    .argument('<instance...>', 'files; or "example"')
    .option('--policy <id>', 'a storage-assignment policy (dongseon list policies), or "all"', ALL)
    .option('--against <id>', 'the policy to compare with (default: the present assignment, or random)')
    .addOption(
      new Option('--routing <id>', "routing policy of the tours (default: the instance's, or optimal)").choices(
        ROUTINGS.map(({ id }) => id),
      ),
    )
    .option('--seed <int>', 'the seed of all randomness', wholeNumber(0), 1)
    .option('--time-limit <s>', 'the search of "optimised" goes on for so many seconds (default: its own budget)', amount)
    .option('--learn-until <date>', 'CSV: orders before YYYY-MM-DD are learnt from, later ones evaluated', day)
    .option('--longest-evaluated <n>', 'CSV: orders of more SKUs are not evaluated', wholeNumber(1))
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], flags: SlottingFlags) => solveSlotting(files, flags));
}

function day(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || Number.isNaN(Date.parse(text)))
    throw new InvalidArgumentError('It must be a day, YYYY-MM-DD.');
  return text;
}

function solveSlotting(files: readonly string[], flags: SlottingFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const chosen = policiesOf(flags.policy, storageAssignmentPolicies, STORAGE);
  const instances = readInstances(files, slottingExample, (bytes, fileName) => readSlotting(bytes, fileName, flags));
  const solvers = instances.map((instance) => {
    const against = flags.against ?? (instance.present === undefined ? 'random' : undefined);
    const reference =
      against === undefined ? undefined : policyCalled(against, storageAssignmentPolicies, STORAGE, { flag: '--against' });
    const solver = new SlottingSolver(instance, routingOf(instance, flags.routing), flags.seed, reference);
    const because = reference && solver.whyNot(reference);
    if (because !== undefined) throw new Ending(EXIT.unsatisfiable, `${instance.name}: ${against} does not apply: ${because}`);
    return solver;
  });
  const progress = makeProgress(instances.length * chosen.length, 'assignments', flags.quiet ?? false);
  const results: SlottingResult[] = [];
  const faulty: string[] = [];
  solvers.forEach((solver, i) => {
    for (const policy of chosen) {
      const because = solver.whyNot(policy);
      if (because === undefined) {
        const { result, faults } = solveOne(solver, policy, flags.timeLimit, output);
        results.push(result);
        faulty.push(...faults.slice(0, 5).map((fault) => `${result.instance}, ${policy.id}: ${fault}`));
      } else if (flags.policy === ALL) output.note(`${instances[i]!.name}: ${policy.id} does not apply: ${because}`);
      else throw new Ending(EXIT.unsatisfiable, `${instances[i]!.name}: ${policy.id} does not apply: ${because}`);
      progress.advance();
    }
  });
  progress.done();
  print(results, flags, output);
  refuseFaulty(faulty);
}

function solveOne(
  solver: SlottingSolver,
  policy: StorageAssignmentPolicy,
  timeLimit_s: number | undefined,
  output: Output,
): CheckedSlotting {
  try {
    if (timeLimit_s === undefined) return solver.solve(policy);
    const onPoint = ({ time_s, tours, objective }: SearchPoint): void =>
      output.note(`${policy.id}: ${readable(time_s)} s, ${readable(tours)} tours measured, ${readable(objective)} m an order`);
    return solver.solve(policy, { timeLimit_s, onPoint });
  } catch (error) {
    if (error instanceof NoAssignment) throw new Ending(EXIT.unsatisfiable, error.message);
    throw error;
  }
}

function routingOf(instance: SlottingInstance, asked: string | undefined): RectangularAlgorithm {
  const id = asked ?? instance.routing ?? 'optimal';
  const ids = ROUTINGS.map((routing) => routing.id);
  const routing = ROUTINGS.find((candidate) => candidate.id === id);
  if (routing === undefined)
    throw new Ending(
      EXIT.invalidInput,
      `E8004 ${instance.name} routing: there is no routing policy "${id}". ${suggest(id, ids)}`,
    );
  const because = whyNotRouted(instance, routing);
  if (because !== undefined) throw new Ending(EXIT.unsatisfiable, `${instance.name}: ${because}.`);
  return routing;
}

function print(results: readonly SlottingResult[], flags: SlottingFlags, output: Output): void {
  if (flags.json) {
    output.data(resultsJson(results, flags.policy));
    return;
  }
  const rows = results.map(({ instance, policy, objective, feasible, time_s, solution: { figures, routing } }) => [
    instance,
    policy,
    routing,
    readable(objective),
    plusMinus((figures.outOfSample_m ?? figures.inSample_m).halfWidth95),
    figures.outOfSample_m === undefined ? '' : readable(figures.inSample_m.mean),
    figures.saving_percent.mean.toFixed(1),
    plusMinus(figures.saving_percent.halfWidth95),
    figures.reference.of,
    readable(time_s),
    feasible ? '' : 'NOT FEASIBLE',
  ]);
  const head = ['instance', 'policy', 'routing', 'm/order', '95 %', 'in sample', 'saved %', '95 %', 'against', 'time s'];
  output.data(textTable([head, ...rows], new Set([3, 5, 6, 9])));
}

function plusMinus(halfWidth: number | undefined): string {
  return halfWidth === undefined ? '' : `± ${readable(halfWidth)}`;
}

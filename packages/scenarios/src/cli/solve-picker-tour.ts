// dongseon solve picker-tour: the tour through the picks of one list, by each routing policy.

import type { Command } from 'commander';
import { pickerTourExample } from '../instances/picker-tour-example.ts';
import { readPickerTours } from '../instances/picker-tour-json.ts';
import { PICKER_TOUR_POLICIES, PickerTourSolver, type PickerTourResult } from '../instances/solve-picker-tour.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { readInstances } from './instance-files.ts';
import { amount, wholeNumber } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { ALL, policiesOf, resultsJson } from './solve-policies.ts';

interface PickerTourFlags {
  readonly policy: string;
  readonly seed: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
An instance is a JSON file, or JSON lines of many (docs/solve-picker-tour.md); it may be compressed (.gz). The word "example" is a
small one that ships.

Examples:
  dongseon solve picker-tour example
  dongseon solve picker-tour example --policy optimal --json
  dongseon solve picker-tour tours.jsonl --policy s-shape`;

export function addSolvePickerTour(solve: Command): void {
  solve
    .command('picker-tour')
    .summary('the way through a pick list, by each routing policy')
    .description(
      'Routes pick lists through rectangular warehouses and prints, per instance and policy, the metres walked and how far ' +
        'they are from the shortest tour.',
    )
    .argument('<instance...>', 'files; or "example"')
    .option('--policy <id>', 'a routing policy (dongseon list policies), or "all"', ALL)
    .option('--seed <int>', 'the seed of the search where the shortest tour cannot be proved', wholeNumber(0), 1)
    .option('--time-limit <s>', 'per instance: that search goes on for so many seconds (default: its own budget)', amount)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], flags: PickerTourFlags) => solvePickerTours(files, flags));
}

function solvePickerTours(files: readonly string[], flags: PickerTourFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const chosen = policiesOf(flags.policy, PICKER_TOUR_POLICIES, 'routing');
  const instances = readInstances(files, pickerTourExample, readPickerTours);
  const progress = makeProgress(instances.length, 'instances', flags.quiet ?? false);
  const results: PickerTourResult[] = [];
  const faulty: string[] = [];
  for (const file of instances) {
    const options = flags.timeLimit === undefined ? { seed: flags.seed } : { seed: flags.seed, timeLimit_s: flags.timeLimit };
    const solver = new PickerTourSolver(file, options);
    for (const policy of chosen) {
      const because = solver.whyNot(policy);
      if (because !== undefined) {
        if (flags.policy !== ALL) throw new Ending(EXIT.unsatisfiable, `${file.name}: ${policy.id} does not apply: ${because}`);
        output.note(`${file.name}: ${policy.id} does not apply: ${because}`);
        continue;
      }
      const { result, faults } = solver.solve(policy);
      results.push(result);
      faulty.push(...faults.slice(0, 5).map((fault) => `${file.name}, ${policy.id}: ${fault}`));
      noteOptimum(file.optimum, result, output);
    }
    progress.advance();
  }
  progress.done();
  print(results, flags, output);
  refuseFaulty(faulty);
}

/** Tells where a tour is not as long as the file says that the shortest one is. */
function noteOptimum(optimum: number | undefined, { instance, objective, proved }: PickerTourResult, output: Output): void {
  if (optimum === undefined || !proved || Math.abs(objective - optimum) <= 1e-6 * Math.max(1, optimum)) return;
  output.note(`${instance}: the file gives an optimum of ${optimum} m; the shortest tour is ${objective} m.`);
}

function print(results: readonly PickerTourResult[], flags: PickerTourFlags, output: Output): void {
  if (flags.json) {
    output.data(resultsJson(results, flags.policy));
    return;
  }
  const rows = results.map(({ instance, policy, objective, lowerBound, proved, feasible, time_s }) => [
    instance,
    policy,
    readable(objective),
    lowerBound > 0 ? (100 * (objective / lowerBound - 1)).toFixed(1) : '',
    readable(lowerBound),
    proved ? 'proved' : '',
    readable(1000 * time_s),
    feasible ? '' : 'NOT FEASIBLE',
  ]);
  const head = ['instance', 'policy', 'm', 'above %', 'bound m', '', 'time ms', ''];
  output.data(textTable([head, ...rows], new Set([2, 3, 4, 6])));
}

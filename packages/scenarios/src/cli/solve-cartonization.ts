// dongseon solve cartonization: which cartons, or how full a container, and where every item lies.

import type { Command } from 'commander';
import { cartonizationExample } from '../instances/cartonization-example.ts';
import type { CartonizationInstance } from '../instances/cartonization.ts';
import { InvalidInstance } from '../instances/invalid-instance.ts';
import { namedCartonization, readCartonization } from '../instances/read-cartonization.ts';
import {
  CARTONIZATION_POLICIES,
  solveCartonization,
  whyNotPacked,
  type CartonizationResult,
} from '../instances/solve-cartonization.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import type { Problem } from '../validate/problem.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { readInstances } from './instance-files.ts';
import { amount, wholeNumber } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { ALL, policiesOf, resultsJson } from './solve-policies.ts';

interface CartonizationFlags {
  readonly policy: string;
  readonly seed: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
An instance is a JSON file, JSON lines of many, or a thpack file of the OR-Library (docs/solve-cartonization.md); it may be
compressed (.gz). The word "example" is a small order that ships; br1#5 is the fifth container-loading problem of the class BR1 of
Bischoff and Ratcliff, br1 all hundred of it.

Examples:
  dongseon solve cartonization example
  dongseon solve cartonization br1#5 --policy beam-search --time-limit 3 --json`;

export function addSolveCartonization(solve: Command): void {
  solve
    .command('cartonization')
    .summary("an order's items in cartons, or one container as full as possible")
    .description(
      'Packs items and prints, per instance and policy, the cost of the cartons or the share of the container that is filled, ' +
        'with the place of every item. Every base rests whole on the floor or on items.',
    )
    .argument('<instance...>', 'files; "example"; or br0#1 … br15#100')
    .option('--policy <id>', `${CARTONIZATION_POLICIES.map(({ id }) => id).join(', ')}, or "all" that apply`, ALL)
    .option('--seed <int>', 'the seed of all randomness', wholeNumber(0), 1)
    .option('--time-limit <s>', 'per instance: "beam-search" goes on for so many seconds (default: its own budget)', amount)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], flags: CartonizationFlags) => solveCartonizations(files, flags));
}

function solveCartonizations(files: readonly string[], flags: CartonizationFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const chosen = policiesOf(flags.policy, CARTONIZATION_POLICIES, 'cartonization').map(({ id }) => id);
  const instances = readAll(files);
  const progress = makeProgress(instances.length, 'instances', flags.quiet ?? false);
  const results: CartonizationResult[] = [];
  const faulty: string[] = [];
  for (const instance of instances) {
    for (const id of chosen) {
      const because = whyNotPacked(instance, id);
      if (because === undefined) solveOne(instance, id, flags, output, results, faulty);
      else if (flags.policy !== ALL) throw new Ending(EXIT.unsatisfiable, `${instance.name}: ${id} does not apply: ${because}.`);
    }
    progress.advance();
  }
  progress.done();
  print(results, flags, output);
  refuseFaulty(faulty);
}

/** Files and generated problems, in the order given; what is wrong with any of them is told at once. */
function readAll(files: readonly string[]): CartonizationInstance[] {
  const problems: Problem[] = [];
  const instances: CartonizationInstance[] = [];
  for (const file of files) {
    try {
      instances.push(...(namedCartonization(file) ?? readInstances([file], cartonizationExample, readCartonization)));
    } catch (error) {
      if (!(error instanceof InvalidInstance)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidInstance(problems);
  return instances;
}

function solveOne(
  instance: CartonizationInstance,
  id: string,
  { seed, timeLimit }: CartonizationFlags,
  output: Output,
  results: CartonizationResult[],
  faulty: string[],
): void {
  const options = timeLimit === undefined ? { seed } : { seed, timeLimit_s: timeLimit };
  const { result, faults, unplaced } = solveCartonization(instance, id, options);
  results.push(result);
  faulty.push(...faults.slice(0, 5).map((fault) => `${instance.name}, ${id}: ${fault}`));
  if (unplaced.length > 0)
    output.note(`${instance.name}: ${id} counts volume only; no places were found for what it puts into ${unplaced.join(', ')}.`);
}

function print(results: readonly CartonizationResult[], flags: CartonizationFlags, output: Output): void {
  if (flags.json) {
    output.data(resultsJson(results, flags.policy));
    return;
  }
  const rows = results.map(
    ({ instance, policy, objective, unit, lowerBound, upperBound, proved, feasible, time_s, solution }) => [
      ...[instance, policy, readable(objective), unit],
      readable(unit === '%' ? upperBound : lowerBound),
      proved ? 'proved' : '',
      String(solution.containers.length),
      String(solution.placements.length),
      readable(time_s),
      feasible ? '' : 'NOT FEASIBLE',
    ],
  );
  const head = ['instance', 'policy', 'objective', '', 'bound', '', 'containers', 'items', 'time s', ''];
  output.data(textTable([head, ...rows], new Set([2, 4, 6, 7, 8])));
}

// dongseon solve vehicle-routing: which vehicle serves which stops in which order.

import { Option, type Command } from 'commander';
import { vehicleRoutingExample } from '../instances/vehicle-routing-example.ts';
import { readVehicleRouting } from '../instances/read-vehicle-routing.ts';
import {
  solveVehicleRouting,
  VEHICLE_ROUTING_POLICIES,
  whyNotRouted,
  type VehicleRoutingResult,
} from '../instances/solve-vehicle-routing.ts';
import { unsatisfiedBecause } from '../instances/vehicle-routing-conflict.ts';
import { DISTANCE_CONVENTIONS, type VehicleRoutingInstance, type VehicleRoutingOptions } from '../instances/vehicle-routing.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { readInstances } from './instance-files.ts';
import { amount, wholeNumber } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { ALL, policiesOf, resultsJson } from './solve-policies.ts';

interface VehicleRoutingFlags extends VehicleRoutingOptions {
  readonly policy: string;
  readonly seed: number;
  readonly iterations?: number;
  readonly timeLimit?: number;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

const EXAMPLES = `
A file is one of Solomon, or Gehring and Homberger (.txt), of Li and Lim (.txt), of Schneider, Stenger and Goeke (.txt), a VRPLIB
file (.vrp), JSON or JSON lines (docs/solve-vehicle-routing.md); its form is told by its content, and it may be compressed (.gz).
The word "example" is a small instance that ships.

Examples:
  dongseon solve vehicle-routing example
  dongseon solve vehicle-routing C101.txt R101.txt --objective cost --time-limit 10 --json`;

export function addSolveVehicleRouting(solve: Command): void {
  solve
    .command('vehicle-routing')
    .summary('which vehicle serves which stops in which order')
    .description(
      'Plans routes and prints, per instance and policy, their cost and number, with the times of every visit. Time windows, ' +
        'pickup and delivery, several trips a day, release times, breaks, and electric vehicles, as the instance has them.',
    )
    .argument('<instance...>', 'files, or "example"')
    .option('--policy <id>', `${VEHICLE_ROUTING_POLICIES.map(({ id }) => id).join(', ')}, or "all" that apply`, 'sisrs')
    .addOption(
      new Option('--objective <goal>', 'what is to be least: the cost, or the number of vehicles and then the cost').choices([
        ...['cost', 'vehicles-first'],
      ]),
    )
    .addOption(
      new Option('--convention <id>', 'how distances between points are counted (default: as results are published)').choices(
        DISTANCE_CONVENTIONS,
      ),
    )
    .addOption(new Option('--charging <way>', 'whether a stop at a station fills the battery').choices(['full', 'partial']))
    .option('--iterations <n>', 'of "sisrs" (default: 1,000 a stop)', wholeNumber(1))
    .option('--time-limit <s>', 'per instance: "sisrs" goes on for so many seconds', amount)
    .option('--seed <int>', 'the seed of all randomness', wholeNumber(0), 1)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((files: string[], flags: VehicleRoutingFlags) => solveRoutings(files, flags));
}

/** What went wrong, a line each. */
interface Trouble {
  /** Answers of ours that the checker refuses. */
  readonly faulty: string[];
  /** Instances that have no plan, as far as was found. */
  readonly unsatisfied: string[];
}

function solveRoutings(files: readonly string[], flags: VehicleRoutingFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const chosen = policiesOf(flags.policy, VEHICLE_ROUTING_POLICIES, 'vehicle-routing').map(({ id }) => id);
  const instances = readInstances(files, vehicleRoutingExample, (bytes, name) => readVehicleRouting(bytes, name, flags));
  const progress = makeProgress(instances.length, 'instances', flags.quiet ?? false);
  const results: VehicleRoutingResult[] = [];
  const trouble: Trouble = { faulty: [], unsatisfied: [] };
  for (const instance of instances) {
    for (const id of chosen) {
      const because = whyNotRouted(instance, id);
      if (because === undefined) results.push(solveOne(instance, id, flags, output, trouble));
      else if (flags.policy !== ALL) throw new Ending(EXIT.unsatisfiable, `${instance.name}: ${id} does not apply: ${because}.`);
    }
    progress.advance();
  }
  progress.done();
  print(results, flags, output);
  refuseFaulty(trouble.faulty);
  if (trouble.unsatisfied.length > 0) throw new Ending(EXIT.unsatisfiable, trouble.unsatisfied.join('\n'));
}

function solveOne(
  instance: VehicleRoutingInstance,
  id: string,
  { seed, iterations, timeLimit }: VehicleRoutingFlags,
  output: Output,
  { faulty, unsatisfied }: Trouble,
): VehicleRoutingResult {
  const { result, plan, faults } = solveVehicleRouting(instance, id, {
    seed,
    ...(iterations === undefined ? {} : { iterations }),
    ...(timeLimit === undefined ? {} : { timeLimit_s: timeLimit }),
  });
  const isSearch = id === 'sisrs';
  const broken = faults.filter(({ rule }) => rule !== 'unserved');
  const lines = broken.slice(0, 5).map(({ rule, text }) => `${instance.name}, ${id}: ${rule}: ${text}`);
  if (isSearch) faulty.push(...lines);
  else for (const line of lines) output.note(line);
  if (isSearch && broken.length < faults.length) unsatisfied.push(unsatisfiedBecause(instance, plan.unserved, seed));
  return result;
}

function print(results: readonly VehicleRoutingResult[], flags: VehicleRoutingFlags, output: Output): void {
  if (flags.json) {
    output.data(resultsJson(results, flags.policy));
    return;
  }
  const rows = results.map(({ instance, policy, objective, unit, vehicles, feasible, time_s, solution }) => [
    ...[instance, policy, readable(objective), unit, String(vehicles), String(solution.routes.length)],
    ...[solution.unserved.length === 0 ? '' : String(solution.unserved.length), readable(time_s), feasible ? '' : 'NOT FEASIBLE'],
  ]);
  const head = ['instance', 'policy', 'objective', '', 'vehicles', 'trips', 'unserved', 'time s', ''];
  output.data(textTable([head, ...rows], new Set([2, 4, 5, 6, 7])));
}

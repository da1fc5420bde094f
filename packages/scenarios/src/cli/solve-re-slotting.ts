// dongseon solve re-slotting: the moves worth making in a scenario's assignment.

import { type Command } from 'commander';
import { solveReSlotting, type ReSlottingResult } from '../instances/re-slotting.ts';
import { readable } from '../report/number.ts';
import { textTable } from '../report/table.ts';
import { EXIT, Ending, refuseFaulty } from './exit.ts';
import { amount, keyValue, wholeNumber, type KeyValue } from './options.ts';
import { makeOutput, makeProgress, type Output } from './output.ts';
import { openScenario } from './scenario.ts';
import { modeOf, settingsOf } from './settings.ts';

interface ReSlottingFlags {
  readonly peopleHours?: number;
  readonly truckHours?: number;
  readonly payBackDays?: number;
  readonly seed?: number;
  readonly days: number;
  readonly mode?: string;
  readonly set?: readonly KeyValue[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

type Checked = ReturnType<typeof solveReSlotting>;

const EXAMPLES = `
Example:
  dongseon solve re-slotting gimhae-shared-dc --mode paper --people-hours 4 --pay-back-days 20`;

export function addSolveReSlotting(solve: Command): void {
  solve
    .command('re-slotting')
    .summary('the moves worth making in an assignment, within a budget of work')
    .description(
      'Lists the moves of SKUs to better homes that pay most for their work, in the assignment of a scenario as it is at the ' +
        'start, or after --days simulated days: what each saves of walking, what it takes, and when it has paid back.',
    )
    .argument('<scenario...>', 'scenario files, or names of built-in ones')
    .option('--people-hours <h>', "hours of people on foot (default: the scenario's)", amount)
    .option('--truck-hours <h>', "hours of forklifts (default: the scenario's)", amount)
    .option('--pay-back-days <d>', "days within which a move has to pay back (default: the scenario's)", amount)
    .option('--days <n>', 'days simulated before the plan is made', wholeNumber(0), 0)
    .option('--seed <int>', "the seed of all randomness (default: the scenario's)", wholeNumber(0))
    .option('--mode <id>', "operating mode (default: the scenario's)")
    .option('--set <path=value>', 'change a value of the scenario; the value is YAML (repeatable)', keyValue)
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', EXAMPLES)
    .action((references: string[], flags: ReSlottingFlags) => reSlotting(references, flags));
}

function reSlotting(references: readonly string[], flags: ReSlottingFlags): void {
  const output = makeOutput(flags.quiet ?? false);
  const opened = references.map((reference) => openScenario(reference, settingsOf(flags.set)));
  const progress = makeProgress(opened.length, 'scenarios', flags.quiet ?? false);
  const checked = opened.map((one): Checked => {
    const { loaded } = one;
    try {
      return solveReSlotting(loaded, {
        seed: flags.seed ?? loaded.scenario.seed,
        mode: modeOf(one, flags.mode),
        days: flags.days,
        ...(flags.peopleHours === undefined ? {} : { people_h: flags.peopleHours }),
        ...(flags.truckHours === undefined ? {} : { truck_h: flags.truckHours }),
        ...(flags.payBackDays === undefined ? {} : { payBack_d: flags.payBackDays }),
      });
    } catch (error) {
      if (error instanceof Error && error.name === 'PolicyUnsupported') throw new Ending(EXIT.unsatisfiable, error.message);
      throw error;
    } finally {
      progress.advance();
    }
  });
  progress.done();
  print(
    checked.map(({ faults: _faults, ...result }) => result),
    flags,
    output,
  );
  const faults = checked.flatMap((one) => one.faults.slice(0, 5).map((fault) => `${one.instance}: ${fault}`));
  refuseFaulty(faults, 'a plan');
}

/** One object for one scenario, a list otherwise. */
function print(results: readonly ReSlottingResult[], flags: ReSlottingFlags, output: Output): void {
  if (flags.json) output.data(JSON.stringify(results.length === 1 ? results[0] : results, null, 2));
  else output.data(results.map(tableOf).join('\n\n'));
  for (const { instance, solution } of results) {
    const { people_h, truck_h } = solution.budget;
    if (people_h + truck_h === 0)
      output.note(`Advice: ${instance} has no hours for re-slotting; give --people-hours or --truck-hours.`);
  }
}

function tableOf({ instance, objective, solution: { budget, used, moves } }: ReSlottingResult): string {
  const head = ['SKU', 'name', 'from', 'to', 'swaps with', 'lines/day', 'saves s/day', 'people s', 'truck s', 'pays back d'];
  const rows = moves.map((move) => [
    ...[move.sku, move.name, move.from, move.to, move.swapsWith ?? ''],
    ...[move.linesPerDay, move.saving_sPerDay, move.people_s, move.truck_s, move.payBack_d].map(readable),
  ]);
  const count = moves.length === 1 ? '1 move' : `${moves.length} moves`;
  const work = `${readable(used.people_h)} of ${readable(budget.people_h)} h of people, ${readable(used.truck_h)} of ${readable(budget.truck_h)} h of trucks`;
  const title = `${instance}: ${count}, saving ${readable(objective / 60)} minutes of walking a day at most; ${work}`;
  return moves.length === 0 ? title : `${title}\n\n${textTable([head, ...rows], new Set([5, 6, 7, 8, 9]))}`;
}

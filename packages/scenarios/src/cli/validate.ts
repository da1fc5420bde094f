// dongseon validate: everything that is wrong with a scenario, without running it.

import type { Command } from 'commander';
import { InvalidScenario } from '../validate/problem.ts';
import { EXIT, Ending } from './exit.ts';
import { makeOutput } from './output.ts';
import { openScenario } from './scenario.ts';

export function addValidate(program: Command): void {
  program
    .command('validate')
    .summary('list all that is wrong with a scenario')
    .description('Checks a scenario file (or built-in scenario) and lists every problem with its code, place, cause and cure.')
    .argument('<scenario>', 'a scenario file, or the name of a built-in one')
    .option('--json', 'print one JSON document')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', '\nExample:\n  dongseon validate four-orders')
    .action((reference: string, { json, quiet }: { json?: boolean; quiet?: boolean }) => {
      const output = makeOutput(quiet ?? false);
      try {
        const opened = openScenario(reference);
        if (json) output.data(JSON.stringify({ scenario: opened.loaded.scenario.id, valid: true, problems: [] }, null, 2));
        else output.data(`${reference} is valid.`);
      } catch (error) {
        if (!json || !(error instanceof InvalidScenario)) throw error;
        const problems = error.problems.map(({ code, place, cause, cure }) => ({ code, place, cause, cure }));
        output.data(JSON.stringify({ scenario: reference, valid: false, problems }, null, 2));
        throw new Ending(error.exitCode === 4 ? EXIT.unsatisfiable : EXIT.invalidInput, `${problems.length} problems`);
      }
    });
}

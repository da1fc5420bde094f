// The `dongseon` command: one file per verb, and here what all of them share: flags, errors and how the command ends.

import { ENGINE_VERSION } from '@dongseon/engine';
import { Command, CommanderError } from 'commander';
import { InvalidInstance } from '../instances/invalid-instance.ts';
import { formatProblem, InvalidScenario } from '../validate/problem.ts';
import { Ending, EXIT, type ExitCode } from './exit.ts';
import { addCompare } from './compare.ts';
import { addList } from './list.ts';
import { addRun } from './run.ts';
import { addSolve } from './solve.ts';
import { addValidate } from './validate.ts';
import { addView } from './view.ts';

const EXIT_CODES = `
Exit codes:
  0  done
  1  a defect of dongseon
  2  wrong usage: unknown verb, flag or value
  3  the input is invalid: all errors are listed
  4  the input is valid but cannot be satisfied
  5  partly done: interrupted
  6  the same replication gave two trace hashes

Example:
  dongseon run four-orders`;

function makeProgram(): Command {
  const program = new Command('dongseon')
    .description('Simulates a shared distribution centre: the same scenario, policies and seed give the same numbers everywhere.')
    .version(ENGINE_VERSION, '--version', 'print the version of the engine')
    .showSuggestionAfterError()
    .addHelpText('after', EXIT_CODES)
    .configureHelp({ sortSubcommands: false, showGlobalOptions: true });
  addRun(program);
  addCompare(program);
  addValidate(program);
  addList(program);
  addSolve(program);
  addView(program);
  endAlike(program);
  return program;
}

/** A command and those below it throw instead of ending the process, and say where help is. */
function endAlike(command: Command): void {
  command.exitOverride().showHelpAfterError('(--help shows what is possible)');
  for (const below of command.commands) endAlike(below);
}

/** Runs the command with the arguments after its name; the exit code. */
export async function main(args: readonly string[]): Promise<ExitCode> {
  endQuietlyWhenNobodyReads();
  try {
    const program = makeProgram();
    if (args.length === 0) {
      program.outputHelp({ error: true });
      return EXIT.usage;
    }
    await program.parseAsync(args, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    return report(error);
  }
}

function report(error: unknown): ExitCode {
  const print = (text: string): void => void process.stderr.write(`${text}\n`);
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage; // it has printed what is wrong
  if (error instanceof Ending) {
    print(error.message);
    return error.exitCode;
  }
  if (error instanceof InvalidScenario) {
    for (const problem of error.problems) print(formatProblem(problem));
    const count = error.problems.length;
    const pages = error instanceof InvalidInstance ? error.pages : ['docs/errors.md'];
    const verb = pages.length > 1 ? 'explain' : 'explains';
    print(`${count} ${count === 1 ? 'problem' : 'problems'}; ${pages.join(', ')} ${verb} each code.`);
    return error.exitCode;
  }
  print(error instanceof Error ? (error.stack ?? error.message) : String(error));
  print(`\nThis is a defect of dongseon ${ENGINE_VERSION} (Node.js ${process.version}, ${process.platform}). Please report it with
the lines above, the command and the scenario, in the issues of the repository.`);
  return EXIT.defect;
}

/** `dongseon list kpis | head -1` closes the pipe early: that is no defect. */
function endQuietlyWhenNobodyReads(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
  });
}

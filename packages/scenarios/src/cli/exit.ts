// How the command ends. The codes are a contract with scripts that call it.

export const EXIT = {
  done: 0,
  defect: 1,
  usage: 2,
  invalidInput: 3,
  unsatisfiable: 4,
  interrupted: 5,
  determinismMismatch: 6,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One thing that is wrong with a user's input. */
export interface Problem {
  readonly code: string;
  /** Where in the user's file. */
  readonly place: string;
  readonly cause: string;
  readonly cure: string;
}

/** Ends the command with a code other than 0 or 1; the message is for the user, without a stack. */
export class Ending extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];

  constructor(exitCode: ExitCode, message: string, problems: readonly Problem[] = []) {
    super(message);
    this.name = 'Ending';
    this.exitCode = exitCode;
    this.problems = problems;
  }
}

export function usageError(message: string): Ending {
  return new Ending(EXIT.usage, message);
}

/** All that is wrong, as lines: `E1204 policies.routing: cause` and the cure below it. */
export function describeProblems(problems: readonly Problem[]): string {
  return problems.map(({ code, place, cause, cure }) => `${code} ${place}: ${cause}\n      ${cure}`).join('\n');
}

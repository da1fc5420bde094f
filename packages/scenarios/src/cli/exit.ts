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

/** Ends the command with a code other than 0 or 1; the message is for the user, without a stack. */
export class Ending extends Error {
  readonly exitCode: ExitCode;

  constructor(exitCode: ExitCode, message: string) {
    super(message);
    this.name = 'Ending';
    this.exitCode = exitCode;
  }
}

export function usageError(message: string): Ending {
  return new Ending(EXIT.usage, message);
}

/** An answer of ours that the independent checker refuses is a defect. @param faults a line each; none: nothing happens */
export function refuseFaulty(faults: readonly string[], what = 'a solution'): void {
  if (faults.length > 0) throw new Ending(EXIT.defect, `The checker refuses ${what}. Please report this.\n${faults.join('\n')}`);
}

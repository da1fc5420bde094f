// A problem in somebody's input: what is wrong, where, why and how to mend it. All of them are reported at once.

export interface Problem {
  /** `E` and four digits; docs/errors.md explains each. */
  readonly code: string;
  /** Where in the user's input: `file:line path`, `table.csv:line`, or a path. */
  readonly place: string;
  /** What is wrong, with the offending values. */
  readonly cause: string;
  /** What to do. */
  readonly cure: string;
  /** false: the input is well-formed but cannot be satisfied (an SKU that fits no location): exit code 4. */
  readonly satisfiable: boolean;
}

export type Path = readonly (string | number)[];

/** After so many problems of one code in one file the rest are counted, not listed. */
const LISTED = 50;

export class ProblemList {
  private readonly problems: Problem[] = [];
  private readonly perKind = new Map<string, number>();

  add(code: string, place: string, cause: string, cure: string, satisfiable = true): void {
    const kind = `${code} ${place.replace(/[:\d].*/, '')}`;
    const count = (this.perKind.get(kind) ?? 0) + 1;
    this.perKind.set(kind, count);
    if (count <= LISTED) this.problems.push({ code, place, cause, cure, satisfiable });
  }

  get isEmpty(): boolean {
    return this.problems.length === 0;
  }

  /** Whether a problem of such a code has been found. */
  has(code: RegExp): boolean {
    return [...this.perKind.keys()].some((kind) => code.test(kind.slice(0, 5)));
  }

  includes(code: string, place: string): boolean {
    return this.problems.some((problem) => problem.code === code && problem.place === place);
  }

  /** All problems by code; in the order found within a code. */
  list(): Problem[] {
    const more = [...this.perKind]
      .filter(([, count]) => count > LISTED)
      .map(([kind, count]): Problem => ({
        code: kind.slice(0, 5),
        place: kind.slice(6),
        satisfiable: true,
        cause: `${count - LISTED} more problems of this kind are not listed`,
        cure: 'Mend those listed first.',
      }));
    const found = [...this.problems, ...more];
    return found
      .map((problem, index) => ({ problem, index }))
      .sort((a, b) => (a.problem.code < b.problem.code ? -1 : a.problem.code > b.problem.code ? 1 : a.index - b.index))
      .map(({ problem }) => problem);
  }
}

/** One problem on one line: `E2003 dc.yaml:41 building.areas.0: the aisles are 0.7 m wide. Make them 0.8 m or more.` */
export function formatProblem(problem: Problem): string {
  return `${problem.code} ${problem.place}: ${problem.cause}. ${problem.cure}`;
}

/** The problems of an input that was not accepted. */
export class InvalidScenario extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.name = 'InvalidScenario';
    this.problems = problems;
  }

  /** 3 for invalid input, 4 where the input is sound but cannot be satisfied. */
  get exitCode(): 3 | 4 {
    return this.problems.some((problem) => problem.satisfiable) ? 3 : 4;
  }
}

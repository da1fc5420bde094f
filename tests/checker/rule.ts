// What a rule of the checker is. A rule reads the model and the decoded trace, and reports what cannot have happened.

import type { RunRecord } from './record.ts';

/** Something in a trace that cannot have happened, or must have happened and did not. */
export interface Violation {
  /** Id of the rule, kebab-case. */
  readonly rule: string;
  /** Tick at which it shows. */
  readonly tick: number;
  /** Where: the agent, location, order, door … concerned, in words. */
  readonly place: string;
  readonly message: string;
}

export type Report = (tick: number, place: string, message: string) => void;

export interface Rule {
  readonly id: string;
  /** What a run without a violation of this rule is known to satisfy. One sentence. */
  readonly proves: string;
  check(run: RunRecord, report: Report): void;
}

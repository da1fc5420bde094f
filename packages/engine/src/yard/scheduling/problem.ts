// Who is served at which door when: parallel machines with ready times, due times and weights.
//
// Source:     Berghman, L., Briand, C., Leus, R. and Lopez, P. (2015), "The truck scheduling problem at cross-docking terminals",
//             in: Schwindt & Zimmermann, "Handbook on Project Management and Scheduling" vol. 2; the time-indexed model with
//             the objective weighted tardiness, and a small price on waiting.
// Applies to: doors that are free from a time on, jobs that may use some of them and are not interrupted. Times are numbers of
//             any one unit.

export interface DockProblem {
  /** Row per job: from when it can be at a door, how long it is there, when it should be done, what a unit of lateness costs. */
  readonly ready: Float64Array;
  readonly length: Float64Array;
  readonly due: Float64Array;
  readonly weight: Float64Array;
  /** Row per door: from when on it is free. */
  readonly free: Float64Array;
  /** 1: the job may use the door; [job * doors + door]. Every job may use one at least. */
  readonly allowed: Uint8Array;
  /** What a unit of waiting costs relative to one of lateness, ≥ 0. */
  readonly waiting: number;
}

/** What it costs that a job starts at a time. */
export function costOfStart({ ready, length, due, weight, waiting }: DockProblem, job: number, start: number): number {
  return weight[job]! * (Math.max(0, start + length[job]! - due[job]!) + waiting * (start - ready[job]!));
}

// The dock problem as a time-indexed programme for HiGHS, and instances by seed. Times are whole slots.

import type { Highs } from 'highs';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { costOfStart, type DockProblem } from '../../../../packages/engine/src/yard/scheduling/problem.ts';

/**
 * Jobs that keep doors that anybody may use busy for some two thirds of the slots. `slack` 0: each is due as soon as it can be
 * done; 1: up to the mean length of a job later than that.
 */
export function dockInstance(jobs: number, doors: number, slots: number, slack: number, seed: string): DockProblem {
  const random = new RandomStream(seed);
  const mean = (0.8 * doors * slots) / jobs;
  const draw = (of: (job: number) => number): Float64Array => Float64Array.from({ length: jobs }, (_, job) => of(job));
  const length = draw(() => 1 + Math.round(random.uniform(0.3, 1.5) * mean));
  const ready = draw(() => Math.floor(random.double() * 0.7 * slots));
  const due = draw((job) => ready[job]! + length[job]! + Math.floor(random.double() * slack * mean));
  const weight = draw(() => 1 + random.integer(5));
  const allowed = new Uint8Array(jobs * doors).fill(1);
  return { ready, length, due, weight, free: new Float64Array(doors), allowed, waiting: 0.01 };
}

/** The least cost, by HiGHS: x[job, slot] = 1 where the job starts in the slot; doors are alike. NaN where it was not proved. */
export function leastCost(highs: Highs, problem: DockProblem, slots: number, seconds = 60): number {
  const jobs = problem.ready.length;
  const doors = problem.free.length;
  const objective: string[] = [];
  const once: string[] = [];
  const at: string[][] = Array.from({ length: slots }, () => []);
  const binaries: string[] = [];
  for (let job = 0; job < jobs; job++) {
    const starts: string[] = [];
    for (let slot = problem.ready[job]!; slot + problem.length[job]! <= slots; slot++) {
      const name = `x${job}_${slot}`;
      objective.push(`${costOfStart(problem, job, slot)} ${name}`);
      starts.push(name);
      binaries.push(name);
      for (let busy = slot; busy < slot + problem.length[job]!; busy++) at[busy]!.push(name);
    }
    once.push(`${starts.join(' + ')} = 1`);
  }
  const capacity = at.flatMap((names) => (names.length > doors ? [`${names.join(' + ')} <= ${doors}`] : []));
  const lines = [...once, ...capacity].map((text, row) => ` c${row}: ${text}`);
  const programme = `Minimize\n obj: ${objective.join(' + ')}\nSubject To\n${lines.join('\n')}\nBinary\n ${binaries.join('\n ')}\nEnd`;
  const solution = highs.solve(programme, { time_limit: seconds, mip_rel_gap: 1e-6, output_flag: false, threads: 1 });
  return solution.Status === 'Optimal' ? solution.ObjectiveValue : NaN;
}

// Every golden run, watched by the independent checker: that it can have happened, and that its KPIs are what its trace says.

import { describe, expect, it } from 'vitest';
import { checkRun, describeViolations } from '../checker/check-run.ts';
import { checkKpis } from '../checker/figures.ts';
import { cases, prepare } from '../cross-platform/runs.ts';
import { runWhole } from '../fixtures/whole-run.ts';
import { nameOf, readGolden } from './golden.ts';

/** An hour of simulated time a chunk, as the viewer gets it. */
const SLABS_PER_DAY = 24;

describe.each(cases().map((which) => [nameOf(which), which] as const))('the golden run %s', (name, which) => {
  it('is possible, and its KPIs are those of its trace', () => {
    const { model, policies, seed } = prepare(which);
    const { run, chunks, hash } = runWhole(model, policies, seed, SLABS_PER_DAY * model.days);
    const violations = checkRun(model, run.agents, chunks, {
      stockSelection: policies['stock-selection'],
      storageAssignment: policies['storage-assignment'],
    });
    expect(describeViolations(violations)).toEqual([]);
    expect(describeViolations(checkKpis(model, run.agents, chunks, run.kpis()))).toEqual([]);
    // The run that was watched is the golden one: recording and draining change nothing.
    if (process.env['UPDATE_GOLDEN'] === undefined) expect(hash).toBe(readGolden()[name]!.hash);
  });
});

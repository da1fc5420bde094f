import { expect, it } from 'vitest';
import { Run } from '../../packages/engine/src/run.ts';
import { plainPolicies } from '../../packages/engine/src/policies.ts';
import { tinyModel } from '../fixtures/tiny-model.ts';
import { checkRun, describeViolations } from './check-run.ts';
import { TRACE_EVENTS } from '../../packages/engine/src/trace/format.ts';
it('scratch', () => {
  const model = tinyModel();
  const run = new Run(model, plainPolicies, 1, { record: true });
  run.runUntil(run.horizon);
  const chunk = run.drain();
  console.log(run.now, run.events, run.hash(), chunk.segments.count, chunk.events.count);
  const e = chunk.events;
  for (let i = 0; i < e.count; i++) console.log((e.tick[i]! / 1e6).toFixed(1), TRACE_EVENTS[e.kind[i]!], e.a[i], e.b[i], e.c[i]);
  expect(describeViolations(checkRun(model, run.agents, [chunk]))).toEqual([]);
});

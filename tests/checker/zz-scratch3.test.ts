import { it } from 'vitest';
import { builtinIds, compileBuiltin, loadBuiltin, policyChoice } from '../../packages/scenarios/src/index.ts';
import { Run } from '../../packages/engine/src/run.ts';
import { plainPolicies } from '../../packages/engine/src/policies.ts';
import { checkRun, describeViolations } from './check-run.ts';
it('builtin', () => {
  for (const id of process.env['ID'] ? [process.env['ID']] : builtinIds()) {
    try {
      let t = performance.now();
      const model = compileBuiltin(id);
      const t1 = performance.now() - t; t = performance.now();
      const run = new Run(model, policyChoice(loadBuiltin(id).scenario), 1, { record: true });
      run.runUntil(run.horizon); const c = run.drain();
      const t2 = performance.now() - t; t = performance.now();
      const v = checkRun(model, run.agents, [c], { most: 8, lanesLimited: false, stockSelection: policyChoice(loadBuiltin(id).scenario)['stock-selection'] });
      console.log(id, run.events, run.hash(), c.segments.count, c.events.count, { compile: t1, run: t2, check: performance.now() - t }, '\n' + describeViolations(v).join('\n'));
    } catch (e) { console.log(id, e); }
  }
}, 600000);
void plainPolicies;

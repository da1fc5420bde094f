import { expect, it } from 'vitest';
import { Run } from '../../packages/engine/src/run.ts';
import { policies } from '../../packages/engine/src/policies.ts';
import { DECISIONS } from '../../packages/engine/src/model/policy.ts';
import type { PolicyChoice } from '../../packages/engine/src/model/policy.ts';
import { randomModel } from '../fixtures/random-model.ts';
import { Dice } from '../fixtures/dice.ts';
import { checkRun, describeViolations } from './check-run.ts';
it('scratch', () => {
  const from = Number(process.env['FROM'] ?? 1);
  const to = Number(process.env['TO'] ?? 30);
  const rules = new Map<string, number[]>();
  let engine = 0; let check = 0; let events = 0;
  for (let seed = from; seed <= to; seed++) {
    const model = randomModel(seed);
    const dice = new Dice(seed + 1000);
    const choice = Object.fromEntries(DECISIONS.map((d) => [d, dice.one(policies[d].filter((p) => p.supports(model).ok)).id])) as PolicyChoice;
    let t = performance.now();
    try {
      const run = new Run(model, choice, seed, { record: true });
      run.runUntil(run.horizon);
      const chunk = run.drain();
      events += run.events;
      engine += performance.now() - t; t = performance.now();
      const v = checkRun(model, run.agents, [chunk], { lanesLimited: false, stockSelection: choice['stock-selection'], most: 3 });
      check += performance.now() - t;
      for (const { rule } of v) { const l = rules.get(rule) ?? []; if (!l.includes(seed)) l.push(seed); rules.set(rule, l); }
      if (v.length > 0 && process.env['SHOW']) console.log(seed, JSON.stringify(choice), '\n' + describeViolations(v).join('\n'));
    } catch (e) {
      const k = 'THROW ' + String(e).slice(0, 100); const l = rules.get(k) ?? []; l.push(seed); rules.set(k, l);
      if (process.env['SHOW']) console.log(seed, e);
    }
  }
  console.log([...rules].map(([r, s]) => `${r}: ${s.length} (${s.slice(0, 12).join(' ')})`).join('\n'));
  console.log({ engine, check, events });
}, 600000);

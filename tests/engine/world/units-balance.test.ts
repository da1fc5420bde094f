// Units of goods are conserved at every event: what was there and what came is somewhere. And the tables that tell of it agree.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { PolicyChoice } from '../../../packages/engine/src/model/policy.ts';
import { plainPolicies, unsupported } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import { LINE_STATES } from '../../../packages/engine/src/world/states.ts';
import { randomModel } from '../../fixtures/random-model.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';
import { worldFaults } from '../../fixtures/world-faults.ts';

/** Checks every instant of a run; returns the run at its end. */
function expectBalance(model: Model, choice: PolicyChoice): Run {
  const run = new Run(model, choice, 1);
  do {
    const { world } = run.snapshot();
    const { totals, lines, locations, lots } = world.tables;
    const sum = (name: string): number => totals!.columns[name]![0]!;
    const here = ['Stored', 'Inbound', 'InMotion', 'Staged', 'Shipped', 'Rejected'].map((where) => sum(`units${where}`));
    expect(here.every((units) => units >= 0)).toBe(true);
    expect(
      here.reduce((all, units) => all + units),
      `event ${run.events}`,
    ).toBe(sum('unitsInitial') + sum('unitsReceived'));
    expect((locations!.columns['units'] as Int32Array).reduce((all, units) => all + units, 0)).toBe(sum('unitsStored'));
    for (const state of lines!.columns['state']!) expect(LINE_STATES[state]).toBeDefined();
    const { units, moving } = lots!.columns as Record<string, Int32Array>;
    const lifted = units!.filter((_, lot) => moving![lot] === 1).reduce((all, each) => all + each, 0);
    expect(lifted).toBeLessThanOrEqual(sum('unitsInMotion'));
    expect(worldFaults(model, world), `event ${run.events}`).toEqual([]);
  } while (run.step() !== undefined);
  expect(run.events).toBeGreaterThan(0);
  return run;
}

it.each([
  ['the tiny day', tinyModel()],
  ...[3, 14, 15].map((seed) => [`random model ${seed}`, randomModel(seed)] as const),
] as const)('balances after every event of %s', (_name, model) => {
  expectBalance(model, plainPolicies);
});

describe('while goods move inside the storage', () => {
  const brought = { unitsReplenished: 0, reSlotted: 0, facesEmpty: 0 };

  it.each(['min-max', 'demand-driven', 'wave-driven'])('balances after every event under %s and re-slotting', (replenishment) => {
    for (let seed = 0; seed < 25; seed++) {
      const model = randomModel(seed);
      const choice = { ...plainPolicies, replenishment, 're-slotting': 'best-pay-back', 'stock-selection': 'fefo' };
      if (unsupported(model, choice).length > 0) continue;
      const totals = expectBalance(model, choice).snapshot().world.tables['totals']!.columns;
      for (const name of Object.keys(brought) as (keyof typeof brought)[]) brought[name] += totals[name]![0]!;
    }
  });

  it('and there was something to move', () => {
    for (const [name, sum] of Object.entries(brought)) expect(sum, name).toBeGreaterThan(20);
  });
});

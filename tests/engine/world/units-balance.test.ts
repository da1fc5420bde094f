// Units of goods are conserved at every event: what was there and what came is somewhere.

import { expect, it } from 'vitest';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import { LINE_STATES } from '../../../packages/engine/src/world/states.ts';
import { randomModel } from '../../fixtures/random-model.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

it.each([
  ['the tiny day', tinyModel()],
  ...[3, 14, 15].map((seed) => [`random model ${seed}`, randomModel(seed)] as const),
] as const)('balances after every event of %s', (_name, model) => {
  const run = new Run(model, plainPolicies, 1);
  do {
    const { totals, lines, locations } = run.snapshot().world.tables;
    const sum = (name: string): number => totals!.columns[name]![0]!;
    const here = ['Stored', 'Inbound', 'InMotion', 'Staged', 'Shipped', 'Rejected'].map((where) => sum(`units${where}`));
    expect(here.every((units) => units >= 0)).toBe(true);
    expect(
      here.reduce((all, units) => all + units),
      `event ${run.events}`,
    ).toBe(sum('unitsInitial') + sum('unitsReceived'));
    expect((locations!.columns['units'] as Int32Array).reduce((all, units) => all + units, 0)).toBe(sum('unitsStored'));
    for (const state of lines!.columns['state']!) expect(LINE_STATES[state]).toBeDefined();
  } while (run.step() !== undefined);
  expect(run.events).toBeGreaterThan(0);
});

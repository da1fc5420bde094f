// Zero rule violations over 10,000 random scenarios: small DCs with random rules of storage, run for a day under randomly
// chosen policies, every storage decision with each of its policies. Stock is placed, put away, reserved, picked, replenished
// and re-slotted; the independent checker watches every unit of it. Everything follows from the seed in a failing test's
// message: `randomModel(seed, SMALL)` with `new Dice(seed + POLICY_DICE)`.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../packages/engine/src/model/model.ts';
import type { PolicyChoice } from '../../packages/engine/src/model/policy.ts';
import { policies } from '../../packages/engine/src/policies.ts';
import { TRACE_EVENTS, type TraceChunk, type TraceEventName } from '../../packages/engine/src/trace/format.ts';
import { checkRun, describeViolations } from '../checker/check-run.ts';
import { Dice } from '../fixtures/dice.ts';
import { SMALL, randomModel } from '../fixtures/random-model.ts';
import { randomChoice, runWhole } from '../fixtures/whole-run.ts';

const SCENARIOS = 10_000;
const PER_TEST = 500;
const FIRST_SEED = 1_000_000;
const POLICY_DICE = 3000;

/** What is said of goods: where they lie, of what age, for whom, and how they get there. Who walks where is fuzzed elsewhere. */
const RULES = [
  'references',
  'task-outcome',
  'stock-legal',
  'heavy-low',
  'kept-apart',
  'rack-load',
  'homes',
  'stock-cause',
  'stock-lots',
  'stock-reserved',
  'first-expired',
  'goods-moved',
  'replenishment',
  'picks-moved',
  'face-wait',
  're-slotting',
  're-slot-value',
  'pick-time',
  'conservation',
  'line-accounts',
  'unloading',
];

const happened = new Map<TraceEventName, number>();
const chosen = new Set<string>();

function count(chunks: readonly TraceChunk[], choice: PolicyChoice): void {
  for (const { events } of chunks) {
    for (let i = 0; i < events.count; i++) {
      const name = TRACE_EVENTS[events.kind[i]!]!;
      happened.set(name, (happened.get(name) ?? 0) + 1);
    }
  }
  for (const [decision, id] of Object.entries(choice)) chosen.add(`${decision}: ${id}`);
}

/** Random policies; seldom none where goods can be moved. */
function choose(dice: Dice, model: Model): PolicyChoice {
  const choice = randomChoice(dice, model);
  const some = (decision: 'replenishment' | 're-slotting'): string => {
    const moving = policies[decision].filter((each) => each.id !== 'none' && each.supports(model).ok);
    return moving.length > 0 && dice.chance(0.8) ? dice.one(moving).id : choice[decision];
  };
  return { ...choice, replenishment: some('replenishment'), 're-slotting': some('re-slotting') };
}

describe(`${SCENARIOS} random small storages`, () => {
  for (let from = 0; from < SCENARIOS; from += PER_TEST) {
    it(`break no rule: ${from + 1} to ${from + PER_TEST}`, () => {
      for (let seed = FIRST_SEED + from; seed < FIRST_SEED + from + PER_TEST; seed++) {
        const model = randomModel(seed, SMALL);
        const choice = choose(new Dice(seed + POLICY_DICE), model);
        const { run, chunks } = runWhole(model, choice, seed);
        const violations = checkRun(model, run.agents, chunks, {
          only: RULES,
          stockSelection: choice['stock-selection'],
          storageAssignment: choice['storage-assignment'],
        });
        if (violations.length > 0)
          expect.fail(`randomModel(${seed}, SMALL), ${JSON.stringify(choice)}\n${describeViolations(violations).join('\n')}`);
        count(chunks, choice);
      }
    });
  }

  it('and much happens in them, under every storage policy', () => {
    const least: Partial<Record<TraceEventName, number>> = {
      'put-away-done': 20_000,
      'line-picked': 40_000,
      'line-short': 10_000,
      'units-rejected': 5000,
      'replenishment-asked': 2000,
      'units-set-down': 3000,
      'pick-moved': 500,
      'face-empty': 1500,
      're-slot-planned': 2000,
      're-slot-dropped': 200,
    };
    for (const [event, units] of Object.entries(least))
      expect(happened.get(event as TraceEventName) ?? 0, event).toBeGreaterThan(units);
    const decisions = ['storage-assignment', 'put-away', 'stock-selection', 'replenishment', 're-slotting'] as const;
    for (const decision of decisions)
      for (const { id } of policies[decision]) expect([...chosen]).toContain(`${decision}: ${id}`);
  });
});

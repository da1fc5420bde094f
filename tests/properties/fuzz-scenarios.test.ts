// Four hundred fuzzed DCs. Each is run under randomly chosen policies, its trace is given to the independent checker, and the
// run is stopped at a random instant, copied and continued, which must make no difference. Everything follows from the seed
// in a failing test's message: `randomModel(seed)`, `crowdedModel(seed)`, `busyDelivery(seed)`
// or `perturbedScenario(seed)`, with `new Dice(seed + POLICY_DICE)`.

import { describe, expect, it } from 'vitest';
import { checkRun, describeViolations } from '../checker/check-run.ts';
import { checkKpis } from '../checker/figures.ts';
import { busyDelivery } from '../fixtures/busy-delivery.ts';
import { crowdedModel } from '../fixtures/crowded-model.ts';
import { Dice } from '../fixtures/dice.ts';
import { perturbedScenario } from '../fixtures/perturbed-scenario.ts';
import { randomModel } from '../fixtures/random-model.ts';
import { randomChoice, runWhole, stopAndContinue, traceDigest } from '../fixtures/whole-run.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';

const POLICY_DICE = 1000;
const PER_TEST = 10;

function checkFuzzed(model: Model, seed: number, what: string): void {
  const dice = new Dice(seed + POLICY_DICE);
  const choice = randomChoice(dice, model);
  const whole = runWhole(model, choice, seed, dice.from(1, 6));
  const name = `${what}, ${JSON.stringify(choice)}`;
  const violations = checkRun(model, whole.run.agents, whole.chunks, {
    stockSelection: choice['stock-selection'],
    storageAssignment: choice['storage-assignment'],
    most: 5,
  });
  expect(describeViolations(violations), name).toEqual([]);
  expect(describeViolations(checkKpis(model, whole.run.agents, whole.chunks, whole.run.kpis())), name).toEqual([]);

  const digest = traceDigest(whole.chunks);
  const ticks = digest.events.map((row) => Number(row.slice(0, row.indexOf(' '))));
  const instant = dice.one(ticks);
  const again = stopAndContinue(model, choice, seed, instant, dice.from(0, 3), dice.chance(0.5));
  expect(again.hash, `${name}, stopped in tick ${instant}`).toBe(whole.hash);
  expect(traceDigest(again.chunks), `${name}, stopped in tick ${instant}`).toEqual(digest);
  expect(again.run.kpis(), `${name}, stopped in tick ${instant}`).toEqual(whole.run.kpis());
}

describe('140 random small DCs', () => {
  for (let first = 1; first <= 140; first += PER_TEST) {
    it(`seeds ${first} to ${first + PER_TEST - 1} run possibly, and as if never stopped`, () => {
      for (let seed = first; seed < first + PER_TEST; seed++) checkFuzzed(randomModel(seed), seed, `randomModel(${seed})`);
    });
  }
});

describe('100 random small DCs with a crowd in narrow aisles', () => {
  for (let first = 1; first <= 100; first += PER_TEST) {
    it(`seeds ${first} to ${first + PER_TEST - 1} run possibly, and as if never stopped`, () => {
      for (let seed = first; seed < first + PER_TEST; seed++) checkFuzzed(crowdedModel(seed), seed, `crowdedModel(${seed})`);
    });
  }
});

describe('100 random small DCs whose delivery is under pressure', () => {
  for (let first = 1; first <= 100; first += PER_TEST) {
    it(`seeds ${first} to ${first + PER_TEST - 1} run possibly, and as if never stopped`, () => {
      for (let seed = first; seed < first + PER_TEST; seed++) checkFuzzed(busyDelivery(seed), seed, `busyDelivery(${seed})`);
    });
  }
});

describe('60 perturbed built-in scenarios', () => {
  for (let first = 1; first <= 60; first += PER_TEST) {
    it(`seeds ${first} to ${first + PER_TEST - 1} run possibly, and as if never stopped`, { timeout: 60_000 }, () => {
      for (let seed = first; seed < first + PER_TEST; seed++) {
        const { model, settings } = perturbedScenario(seed);
        checkFuzzed(model, seed, `perturbedScenario(${seed}): ${settings.join(' ')}`);
      }
    });
  }
});

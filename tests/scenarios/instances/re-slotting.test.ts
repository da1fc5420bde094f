// The plan of moves of a real scenario, and a checker that finds what is wrong with a planted one.

import { describe, expect, it } from 'vitest';
import { planReSlotting, Run, type Model, type ReSlotMove } from '../../../packages/engine/src/index.ts';
import { compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { moveFaults } from '../../../packages/scenarios/src/instances/re-slotting-check.ts';
import { solveReSlotting } from '../../../packages/scenarios/src/instances/re-slotting.ts';

const loaded = loadBuiltin('gimhae-shared-dc');
const compiled = compileBuiltin('gimhae-shared-dc', { mode: 'paper' });
const reSlotting = { ...compiled.storage.reSlotting, people_h: 1, truck_h: 0, payBack_d: 10 };
const model: Model = { ...compiled, storage: { ...compiled.storage, reSlotting } };
const now = new Run(compiled, policyChoice(loaded.scenario, 'paper'), loaded.scenario.seed).assignment();
const moves = planReSlotting(model, now);

describe('the re-slotting plan', () => {
  it('of the present assignment passes the checker, and is what the command gives', () => {
    expect(moves.length).toBeGreaterThan(5);
    expect(moveFaults(model, now, moves)).toEqual([]);
    const budget = { people_h: 1, truck_h: 0, payBack_d: 10 };
    const result = solveReSlotting(loaded, { seed: loaded.scenario.seed, mode: 'paper', days: 0, ...budget });
    expect(result.faults).toEqual([]);
    expect(result.solution.moves.map(({ sku }) => sku)).toEqual(moves.map(({ item }) => model.items.code[item]));
    expect(result.solution.moves.map(({ payBack_d }) => payBack_d)).toEqual(moves.map(({ payBack_d }) => payBack_d));
  });

  it('takes the budget of the scenario where none is given', () => {
    const { solution } = solveReSlotting(loaded, { seed: 1, mode: 'paper', days: 0 });
    expect(solution.budget).toEqual({
      people_h: compiled.storage.reSlotting.people_h,
      truck_h: compiled.storage.reSlotting.truck_h,
      payBack_d: compiled.storage.reSlotting.payBack_d,
    });
  });
});

describe('the checker of moves finds', () => {
  const first = moves[0]!;
  const swap = moves.find(({ other }) => other >= 0);
  const open = moves.find(({ other }) => other < 0);
  const stranger = now.home.length - 1;
  const frozen = Array.from({ length: model.locations.count }, (_, location) => location).find(
    (location) => model.locations.temperature[location] !== model.items.temperature[first.item],
  )!;

  it('both kinds of moves to check', () => {
    expect([swap === undefined, open === undefined]).not.toEqual([true, true]);
  });

  it.each<[string, ReSlotMove[], RegExp]>([
    ['an SKU that lives elsewhere', [{ ...first, from: now.home[stranger]! }], /does not live where it is moved from/],
    [
      'a resident who is not named',
      [{ ...first, other: first.other < 0 ? stranger : -1 }],
      /another SKU lives where it is moved to/,
    ],
    ['an SKU that moves twice', [first, first], /an SKU moves twice/],
    ['a location that takes part twice', [first, first], /a location takes part twice/],
    ['goods that do not fit', [{ ...first, to: frozen }], /goods do not fit their new home/],
    ['a saving that is invented', [{ ...first, saving_sPerDay: first.saving_sPerDay * 2 }], /it saves .+ s a day, not/],
    ['a pay-back that is invented', [{ ...first, payBack_d: first.payBack_d / 2 }], /it pays back in .+ days, not/],
    ['a move that pays back too late', [{ ...first, people_s: 1e7 }], /it pays back too late/],
    ['too many hours', [{ ...first, people_s: 1e7 }], /hours of people, more than 1/],
    ['hours of trucks where there are none', [{ ...first, truck_s: 60 }], /hours of trucks, more than 0/],
  ])('%s', (_what, planted, expected) => {
    expect(moveFaults(model, now, planted).join('\n')).toMatch(expected);
  });
});

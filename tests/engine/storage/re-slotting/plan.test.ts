// The re-slotting plan: its worked example, what it must not do, and a comparison with all plans of one move.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { planReSlotting, walkingDistance_m, type RunningAssignment } from '../../../../packages/engine/src/index.ts';
import { RE_SLOT } from '../../../../packages/engine/src/model/labour.ts';
import type { Model } from '../../../../packages/engine/src/model/model.ts';
import { bestPayBack } from '../../../../packages/engine/src/storage/re-slotting/best-pay-back.ts';
import { noReSlotting } from '../../../../packages/engine/src/storage/re-slotting/none.ts';
import type { ReSlottingView } from '../../../../packages/engine/src/storage/re-slotting/policy.ts';
import { Dice } from '../../../fixtures/dice.ts';
import { TINY_PLACE, tinyLocation, tinyModel } from '../../../fixtures/tiny-model.ts';
import { tinyReserve } from '../../../fixtures/tiny-reserve.ts';

const [P, Q, R] = [0, 1, 2];
const random = new RandomStream('unused');

/** P, Q and R live in locations 0, 1 and 2, at 20, 60 and 30 m; locations from 3 on are nobody's. */
function view(changes: Partial<ReSlottingView> = {}): ReSlottingView {
  const model = tinyModel();
  const distance = [20, 60, 30];
  return {
    model: { ...model, items: { ...model.items, count: 3 } },
    home: (item) => item,
    resident: (location) => (location < 3 ? location : -1),
    isOpen: () => false,
    linesPerDay: (item) => [2, 30, 12][item]!,
    depotDistance_m: (location) => 2 * (distance[location] ?? 10),
    capacity: () => 100,
    homeUnits: () => 10,
    work_s: () => ({ people_s: 300, truck_s: 0 }),
    walk_mps: 1,
    people_s: 3600,
    truck_s: 0,
    payBack_d: 20,
    ...changes,
  };
}

describe('the plan', () => {
  it('changes the places of Q and P, and leaves R alone: the worked example', () => {
    expect(bestPayBack.decide(view(), random)).toEqual([
      { item: Q, from: 1, to: 0, other: P, saving_sPerDay: 2240, people_s: 600, truck_s: 0, payBack_d: 600 / 2240 },
    ]);
    const withoutQ = view({ linesPerDay: (item) => [2, 0, 12][item]! });
    expect(bestPayBack.decide(withoutQ, random)).toEqual([
      { item: R, from: 2, to: 0, other: P, saving_sPerDay: 200, people_s: 600, truck_s: 0, payBack_d: 3 },
    ]);
  });

  it('takes an open location where that pays sooner', () => {
    const moves = bestPayBack.decide(view({ isOpen: (location) => location === 5 }), random);
    expect(moves[0]).toMatchObject({ item: Q, to: 5, other: -1, saving_sPerDay: 30 * 100, people_s: 300 });
    // R and P are left for each other.
    expect(moves[1]).toMatchObject({ item: R, to: 0, other: P });
  });

  it.each([
    ['the budget is spent', { people_s: 599 }],
    ['it takes too long to pay back', { payBack_d: 0.26 }],
    ['goods do not fit', { capacity: (_: number, location: number) => (location === 0 ? 9 : 100) }],
    ['no hours are budgeted for such work', { work_s: () => ({ people_s: Infinity, truck_s: 0 }) }],
  ])('makes no move where %s', (_why, change) => {
    expect(bestPayBack.decide(view(change), random).filter(({ to }) => to === 0)).toEqual([]);
  });

  it('makes no move without the policy', () => {
    expect(noReSlotting.decide(view(), random)).toEqual([]);
  });
});

describe('the plan of a model', () => {
  const withPayBack = (payBack_d: number): Model => {
    const tiny = tinyModel();
    return { ...tiny, storage: { ...tiny.storage, reSlotting: { at_s: 0, people_h: 1, truck_h: 0, payBack_d } } };
  };
  /** A in the far aisle's back, B next to the depot. */
  const running: RunningAssignment = {
    home: [tinyLocation(0, 0, 1, 0), tinyLocation(1, 0, 0, 0), tinyLocation(1, 1, 0, 0), tinyLocation(0, 1, 1, 0)],
    homeUnits: [20, 10, 0, 5],
    linesPerDay: [9, 1, 8, 2],
    occupied: Array.from({ length: 16 }, () => 1),
  };

  it('reckons in metres and seconds of the model', () => {
    // A from (6, 6) to (10, 4): from the depot at (8, 2) 6 m and 4 m. There are 9 lines for 1: 8 × 2 × 2 m at 1 m/s.
    // The work: twice 20 s for each, 2 s a case at both ends, carrying 10 m by the front (or back) both ways.
    const people_s = 2 * (20 + 40) + 2 * (20 + 20) + 2 * 10;
    const [from, to] = [tinyLocation(0, 0, 1, 0), tinyLocation(1, 0, 0, 0)];
    expect(planReSlotting(withPayBack(10), running)).toEqual([
      { item: 0, from, to, other: 1, saving_sPerDay: 32, people_s, truck_s: 0, payBack_d: people_s / 32 },
    ]);
    expect(planReSlotting(withPayBack(6), running)).toEqual([]);
  });

  it('begins with the best of all single moves', () => {
    const dice = new Dice(4);
    for (let round = 0; round < 50; round++) {
      const random = {
        home: dice.many(4, (item) => (4 * item + dice.from(0, 3) + 4 * (round % 4)) % 16),
        homeUnits: dice.many(4, () => dice.from(1, 30)),
        linesPerDay: dice.many(4, () => dice.from(0, 9)),
        occupied: Array.from({ length: 16 }, () => 0),
      };
      const best = Math.min(Infinity, ...allMoves(withPayBack(1000), random));
      expect(planReSlotting(withPayBack(1000), random)[0]?.payBack_d ?? Infinity).toBeCloseTo(best, 12);
    }
  });
});

/** Pay-back days of every move of one item to an open location, and of every swap, that saves anything: by hand. */
function allMoves(model: Model, { home, homeUnits, linesPerDay }: RunningAssignment): number[] {
  const { network, locations } = model;
  const metres = (a: number, b: number): number => walkingDistance_m(network, locations.place[a]!, locations.place[b]!);
  const depot = (location: number): number => walkingDistance_m(network, TINY_PLACE.depot, locations.place[location]!);
  const work_s = (item: number, to: number): number => 40 + 4 * homeUnits[item]! + metres(home[item]!, to);
  const found: number[] = [];
  for (let item = 0; item < 4; item++) {
    for (let to = 0; to < locations.count; to++) {
      const other = Array.from(home).indexOf(to);
      const lines = linesPerDay[item]! - (linesPerDay[other] ?? 0);
      const saving_s = lines * 2 * (depot(home[item]!) - depot(to));
      const back_s = other < 0 ? 0 : work_s(other, home[item]!);
      if (saving_s > 0 && other !== item) found.push((work_s(item, to) + back_s) / saving_s);
    }
  }
  return found;
}

describe('best pay-back', () => {
  const model = tinyReserve();
  const { labour, storage } = model;
  const withHours = (people_h: number, truck_h: number, changes: Partial<Model['labour']> = {}): Model => ({
    ...model,
    labour: { ...labour, ...changes },
    storage: { ...storage, reSlotting: { ...storage.reSlotting, people_h, truck_h } },
  });
  const without = (kind: number) => ({ equipment: labour.equipment.filter((machine) => machine.kind !== kind) });
  const unskilled = {
    roles: labour.roles.map((role) => ({ ...role, skills: role.skills.filter((skill) => skill !== RE_SLOT) })),
  };

  it('applies where there are hours, people and machines', () => {
    expect(bestPayBack.supports(withHours(2, 1))).toEqual({ ok: true });
  });

  it.each([
    ['hours', withHours(0, 0), /0 hours/],
    ['people who may', withHours(2, 0, unskilled), /the skill "re-slot"/],
    ['a pallet truck', withHours(2, 0, without(2)), /no pallet truck/],
    ['a truck', withHours(0, 1, without(0)), /no truck to move pallets/],
  ])('refuses without %s, and says what to do', (_what, other, because) => {
    const support = bestPayBack.supports(other);
    expect(support.ok).toBe(false);
    expect(support).toMatchObject({ because: expect.stringMatching(because) as string });
  });
});

// The worked examples of the replenishment policies, and what they take.

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../../packages/engine/src/base/random.ts';
import { REPLENISH } from '../../../../packages/engine/src/model/labour.ts';
import { demandDriven } from '../../../../packages/engine/src/storage/replenishment/demand-driven.ts';
import { minMax } from '../../../../packages/engine/src/storage/replenishment/min-max.ts';
import { noReplenishment } from '../../../../packages/engine/src/storage/replenishment/none.ts';
import type { ReplenishmentPolicy, ReplenishmentView } from '../../../../packages/engine/src/storage/replenishment/policy.ts';
import { waveDriven } from '../../../../packages/engine/src/storage/replenishment/wave-driven.ts';
import { tinyModel } from '../../../fixtures/tiny-model.ts';
import { tinyReserve } from '../../../fixtures/tiny-reserve.ts';

const face: ReplenishmentView = {
  item: 0,
  moment: 'face-taken-from',
  faceUnits: 0,
  comingUnits: 0,
  faceCapacity: 100,
  minUnits: 25,
  maxUnits: 90,
  demandUnits: 0,
  releasedUnits: 0,
  reserveUnits: 40,
  unitsPerCase: 1,
};
const asked = (policy: ReplenishmentPolicy, view: Partial<ReplenishmentView>): number =>
  policy.decide({ ...face, ...view }, new RandomStream('unused'));

describe('the worked examples', () => {
  it('of none: an empty face stays empty', () => {
    expect(asked(noReplenishment, { demandUnits: 6 })).toBe(0);
    expect(noReplenishment.moments).toEqual([]);
  });

  it('of min-max: at its minimum the face is filled up, once', () => {
    expect(asked(minMax, { faceUnits: 26 })).toBe(0);
    expect(asked(minMax, { faceUnits: 25 })).toBe(65);
    expect(asked(minMax, { faceUnits: 10, comingUnits: 65 })).toBe(0);
  });

  it('of demand-driven: what the known orders ask beyond face and coming', () => {
    expect(asked(demandDriven, { faceUnits: 10, comingUnits: 4, demandUnits: 20 })).toBe(6);
    expect(asked(demandDriven, { faceUnits: 10, comingUnits: 10, demandUnits: 22 })).toBe(2);
    expect(asked(demandDriven, { faceUnits: 30, demandUnits: 22 })).toBe(0);
  });

  it('of wave-driven: what the released orders ask; the rest as the face empties', () => {
    expect(asked(waveDriven, { faceUnits: 12, releasedUnits: 30, demandUnits: 80 })).toBe(18);
    expect(asked(waveDriven, { faceUnits: 7, comingUnits: 12, releasedUnits: 25, demandUnits: 75 })).toBe(6);
  });
});

describe.each([minMax, demandDriven, waveDriven])('$id', (policy) => {
  const model = tinyReserve();
  const { labour } = model;
  const skills = labour.roles.map((role) => ({ ...role, skills: role.skills.filter((skill) => skill !== REPLENISH) }));

  it('applies to a DC with a reserve, a driver and a truck', () => {
    expect(policy.supports(model)).toEqual({ ok: true });
  });

  it.each([
    ['a reserve', tinyModel(), /no reserve/],
    ['people who may', { ...model, labour: { ...labour, roles: skills } }, /give a role that has people the skill "replenish"/],
    ['a truck', { ...model, labour: { ...labour, equipment: labour.equipment.slice(0, -1) } }, /add a reach truck/],
  ])('refuses without %s, and says what to do', (_what, other, because) => {
    const support = policy.supports(other);
    expect(support.ok).toBe(false);
    expect(support).toMatchObject({ because: expect.stringMatching(because) as string });
  });
});

// Random DCs under every picking method and both releases: no unit is lost, no list and no table disagrees with another, a run
// that is stopped and continued elsewhere is the same run, and whoever waits for a cart, a batch or room is served in the end.

import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY } from '../../../packages/engine/src/base/units.ts';
import { PACK, PICK, PICK_CART, REPLENISH } from '../../../packages/engine/src/model/labour.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import { PICK_METHODS, RELEASES, type Picking } from '../../../packages/engine/src/model/picking.ts';
import { FREE_TRAFFIC } from '../../../packages/engine/src/model/traffic.ts';
import { Dice } from '../../fixtures/dice.ts';
import { randomModel, type RandomSize } from '../../fixtures/random-model.ts';
import { steppedDay } from '../../fixtures/stepped-day.ts';
import { randomChoice, runWhole, stopAndContinue } from '../../fixtures/whole-run.ts';

const SEEDS = 3;
/** Events between two looks at the books. */
const EVERY = 40;

/** More to pick than usual, in three areas or fewer. */
const BUSY: RandomSize = {
  areas: 3,
  aisles: 3,
  blocks: 2,
  bays: 4,
  reserve: 0.3,
  days: 1,
  items: 8,
  waves: 2,
  orders: 16,
  visits: 4,
  trucks: 3,
  people: 6,
  vehicles: 3,
};

const ways = PICK_METHODS.flatMap((method) => RELEASES.map((release) => [method, release] as const));

/** A random DC with a zone an area; goods are not found, lines are picked wrong, there is little room and few carts. */
function picksLike(seed: number, method: Picking['method'], release: Picking['release']): Model {
  const model = randomModel(seed, BUSY);
  const dice = new Dice(seed);
  const place = (): number => dice.one(model.building.stations).place;
  return {
    ...model,
    traffic: FREE_TRAFFIC,
    picking: {
      ...model.picking,
      method,
      release,
      zones: model.building.areas.map((area, index) => ({
        id: area.id,
        names: area.names,
        areas: [index],
        roles: [],
        equipment: PICK_CART,
        start: place(),
      })),
      consolidation: { place: place(), orders: dice.from(1, 4) },
      poolOrders: dice.from(1, 5),
      poolWait_s: dice.one([0, 300, 3600]),
      shortPickProbability: 0.15,
      shortPick_s: 20,
      ownCheck: 0.5,
    },
  };
}

describe.each(ways)('%s, %s', (method, release) => {
  it('keeps the books, and can be stopped and continued', () => {
    let picked = 0;
    let missing = 0;
    for (let seed = 0; seed < SEEDS; seed++) {
      const model = picksLike(seed, method, release);
      const choice = randomChoice(new Dice(seed), model);
      const { run, of } = steppedDay(model, choice, seed, EVERY);
      const dice = new Dice(seed);
      const tick = Math.floor(dice.between(0.25, 0.75) * model.horizon);
      expect(runWhole(model, choice, seed).hash).toBe(run.hash());
      expect(stopAndContinue(model, choice, seed, tick, dice.from(0, 3), seed % 2 === 0).hash).toBe(run.hash());
      picked += of('line-picked').length;
      missing += of('short-pick').length;
    }
    expect(picked).toBeGreaterThan(100);
    expect(missing).toBeGreaterThan(0);
  });

  it('leaves nothing lying where there are people and time', () => {
    for (let seed = 10; seed < 10 + SEEDS; seed++) {
      const model = picksLike(seed, method, release);
      const { labour } = model;
      const around = {
        ...labour,
        shifts: labour.shifts.map((shift) => ({ ...shift, start_s: 0, end_s: 86_399 })),
        roles: labour.roles.map((role) => ({ ...role, skills: [...new Set([...role.skills, PICK, PACK, REPLENISH])] })),
      };
      const days = 4;
      const long = { ...model, labour: around, days, horizon: days * TICKS_PER_DAY };
      const { run } = runWhole(long, randomChoice(new Dice(seed), long), seed);
      const { pool, gatherQueue, heldBatches, equipment, face } = run.snapshot().world.lists;
      expect({ pool, gatherQueue, heldBatches, equipment, face }, `seed ${seed}`).toEqual({
        pool: [],
        gatherQueue: [],
        heldBatches: [],
        equipment: [],
        face: [],
      });
      expect(run.kpis()['orders_in_work'], `seed ${seed}`).toBe(0);
      const { picks, parts, batches } = run.snapshot().world.tables;
      for (const table of [picks!, parts!, batches!]) expect(table.count - table.free.length, `seed ${seed}`).toBe(0);
    }
  });
});

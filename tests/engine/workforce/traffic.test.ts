// Traffic on floors small enough for paper: everybody walks 1 m/s, following distance 1 m.
//
//   0 ---5 m--- 1 ======10 m====== 2 ---5 m--- 3      === narrow, --- wide
//   W                  stop (6 m)             E

import { describe, expect, it } from 'vitest';
import { PICK_CART } from '../../../packages/engine/src/model/labour.ts';
import { passEachOther, FREE_TRAFFIC, type Traffic } from '../../../packages/engine/src/model/traffic.ts';
import { AGENT_STATES } from '../../../packages/engine/src/trace/format.ts';
import { STATE } from '../../../packages/engine/src/trace/recorder.ts';
import { WaitingLists } from '../../../packages/engine/src/workforce/crowd.ts';
import { earliestStart } from '../../../packages/engine/src/workforce/following.ts';
import { agentTable } from '../../../packages/engine/src/world/world.ts';
import { EVENT } from '../../../packages/engine/src/world/events.ts';
import { Floor, floorModel, networkOf } from '../../fixtures/floor.ts';
import { faultsOfTraffic } from '../../fixtures/in-the-way.ts';

const SECOND = 1_000_000;
const PLACE = { west: 0, stop: 1, east: 2, nearStop: 3 } as const;

type Step = (floor: Floor, person: number) => void;

/** Runs people through steps of their own; each step of a list begins when the one before is over. */
function runFloor(
  people: readonly (readonly Step[])[],
  options: { readonly carts?: readonly number[]; readonly width_m?: number; readonly traffic?: Partial<Traffic> } = {},
) {
  const model = floorModel({
    network: networkOf(
      [
        [0, 0],
        [5, 0],
        [15, 0],
        [20, 0],
      ],
      [
        { from: 0, to: 1, width_m: 5 },
        { from: 1, to: 2, width_m: options.width_m ?? 0.8 },
        { from: 2, to: 3, width_m: 5 },
      ],
      [
        [0, 0],
        [1, 6],
        [2, 5],
        [1, 3],
      ],
    ),
    people: people.length,
    rest: PLACE.west,
    faces: [PLACE.stop],
    equipment: (options.carts ?? []).map((place) => ({ kind: PICK_CART, place, width_m: 0.6, speed_mps: 1 })),
    traffic: { following_m: 1, ...options.traffic },
  });
  const floor = new Floor(model, (own, person) => {
    const { step } = own.context.world.persons.columns;
    const next = people[person]![step[person]!];
    step[person]! += 1;
    if (next === undefined) own.workforce.finish(person);
    else next(own, person);
  });
  floor.begin();
  floor.context.sim.runUntil(600 * SECOND);
  expect(floor.busy()).toBe(0);
  const chunk = floor.context.recorder.drain(600 * SECOND);
  expect(faultsOfTraffic(model, agentTable(model), [chunk])).toEqual([]);
  const { segments: s } = chunk;
  const rows = Array.from({ length: s.count }, (_, i) => i);
  /** Seconds in a state, and the second at which somebody comes to x for the first time. */
  const spent = (person: number, state: (typeof AGENT_STATES)[number]): number =>
    rows
      .filter((i) => s.agent[i] === person && AGENT_STATES[s.state[i]!] === state)
      .reduce((sum, i) => sum + (s.t1[i]! - s.t0[i]!) / SECOND, 0);
  const comesTo = (person: number, x: number, after = 0): number =>
    Math.min(...rows.filter((i) => s.agent[i] === person && s.x1[i] === x && s.t1[i]! > after).map((i) => s.t1[i]! / SECOND));
  return { floor, spent, comesTo };
}

const go =
  (...stops: readonly (readonly [place: number, work_s: number, after?: readonly number[]])[]): Step =>
  ({ movement, workforce }, person) => {
    for (const [place, work_s, after] of stops) {
      movement.walk(person, place, STATE.carrying, after);
      workforce.spend(person, STATE.picking, work_s * SECOND);
    }
    workforce.proceed(person);
  };

const stay =
  (seconds: number): Step =>
  ({ workforce }, person) => {
    workforce.spend(person, STATE.handling, seconds * SECOND);
    workforce.proceed(person);
  };

const fetchCart: Step = ({ equipment, workforce }, person) => {
  equipment.seize(person, 1 << PICK_CART);
  equipment.fetch(person);
  workforce.proceed(person);
};

const waitForGoods =
  (seconds: number): Step =>
  ({ workforce, context }, person) => {
    workforce.setState(person, STATE['waiting-goods']);
    context.sim.schedule(seconds * SECOND, EVENT['person-step'], person, 0);
  };

const THROUGH = [PLACE.east];

describe('two who cannot pass each other', () => {
  it('go through one behind the other: who follows waits while the one ahead works', () => {
    const { floor, spent, comesTo } = runFloor([[go([PLACE.stop, 20, THROUGH]), go([PLACE.east, 0])], [go([PLACE.east, 0])]]);
    expect(comesTo(0, 20)).toBe(40);
    // In at 6 s, 1 m behind; at 10 m from 11 s to 31 s; out at 36 s.
    expect(comesTo(1, 10)).toBe(11);
    expect(comesTo(1, 15)).toBe(36);
    expect(comesTo(1, 20)).toBe(41);
    expect(spent(1, 'waiting-aisle')).toBe(21);
    expect(floor.context.world.ways.columns.waited[1]).toBe(21 * SECOND);
    expect(floor.context.world.ways.columns.waits[1]).toBe(2);
    expect(floor.context.world.totals.columns.pickerWaitTicks[0]).toBe(21 * SECOND);
  });

  it('coming from both ends: who comes second waits at the end', () => {
    const { spent, comesTo } = runFloor([
      [go([PLACE.stop, 20, THROUGH]), go([PLACE.east, 0])],
      [go([PLACE.east, 0]), go([PLACE.west, 0])],
    ]);
    // The second follows through, turns at the east end and finds the aisle empty.
    expect(comesTo(1, 0, 41 * SECOND)).toBe(61);
    const apart = runFloor(
      [
        [stay(30), go([PLACE.stop, 20, THROUGH]), go([PLACE.east, 0])],
        [go([PLACE.east, 15]), go([PLACE.west, 0])],
      ],
      {},
    );
    // One comes in from the west at 35 s and leaves at 65 s; the other is at the east end at 40 s.
    expect(apart.comesTo(1, 5, 41 * SECOND)).toBe(75);
    expect(apart.spent(1, 'waiting-aisle')).toBe(25);
    expect(spent(0, 'waiting-aisle')).toBe(0);
  });

  it('have the aisle to themselves where they turn in it', () => {
    const { spent, comesTo } = runFloor([[go([PLACE.stop, 20]), go([PLACE.west, 0])], [go([PLACE.east, 0])]]);
    // In from 5 s to 37 s; then the other.
    expect(comesTo(1, 15)).toBe(47);
    expect(spent(1, 'waiting-aisle')).toBe(32);
  });

  it('serve those who wait in order: a third does not slip in behind the first', () => {
    const { comesTo } = runFloor([
      [go([PLACE.stop, 20, THROUGH]), go([PLACE.east, 0])],
      [go([PLACE.stop, 5]), go([PLACE.west, 0])],
      [stay(2), go([PLACE.east, 0])],
    ]);
    // First until 35 s, second (turning) until 52 s, third from then on.
    expect(comesTo(1, 5, 40 * SECOND)).toBe(52);
    expect(comesTo(2, 15)).toBe(62);
  });

  it('keep to what they have declared: who turns all the same goes on to the end first', () => {
    const { comesTo } = runFloor([[go([PLACE.stop, 20, THROUGH]), go([PLACE.west, 0])], [go([PLACE.east, 0])]]);
    // East end of the aisle at 35 s; the follower is out at 36 s; then back.
    expect(comesTo(0, 15)).toBe(35);
    expect(comesTo(1, 15)).toBe(36);
    expect(comesTo(0, 5, 36 * SECOND)).toBe(46);
  });

  it('pass each other where there is room', () => {
    const { spent } = runFloor([[go([PLACE.stop, 20]), go([PLACE.west, 0])], [go([PLACE.east, 0])]], { width_m: 1.1 });
    expect(spent(1, 'waiting-aisle')).toBe(0);
  });
});

describe('who waits for what may take long', () => {
  it('is out of the aisle with his cart, and comes back', () => {
    const { spent, comesTo } = runFloor(
      [
        [fetchCart, go([PLACE.stop, 0]), waitForGoods(100), go([PLACE.stop, 8]), go([PLACE.west, 0])],
        [stay(12), go([PLACE.stop, 30]), go([PLACE.west, 0])],
      ],
      { carts: [PLACE.west], width_m: 0.9 },
    );
    // At the stop at 11 s, at the east end (4 m) at 15 s; the other is in from 17 s to 59 s; back at 111 + 4 s.
    expect(comesTo(0, 15)).toBe(15);
    expect(comesTo(1, 11)).toBe(23);
    expect(comesTo(0, 11, 16 * SECOND)).toBe(115);
    expect(spent(1, 'waiting-aisle')).toBe(0);
    expect(spent(0, 'waiting-goods')).toBe(96);
  });

  it('stands aside without a machine', () => {
    const { spent, comesTo } = runFloor([
      [go([PLACE.stop, 0]), waitForGoods(50), go([PLACE.west, 0])],
      [stay(3), go([PLACE.east, 0])],
    ]);
    // The other waits while he walks in (until 11 s) and then passes him.
    expect(comesTo(1, 15)).toBe(21);
    expect(spent(1, 'waiting-aisle')).toBe(3);
  });

  it('is let in again with the machine it takes inside an aisle', () => {
    const { comesTo, spent } = runFloor(
      [
        [fetchCart, go([PLACE.west, 0])],
        [stay(5), go([PLACE.stop, 20, THROUGH]), go([PLACE.east, 0])],
      ],
      { carts: [PLACE.nearStop], width_m: 1.1 },
    );
    // The cart's man is with it at 8 s and away at 13 s; the other, on foot, cannot pass the cart and comes in then.
    expect(comesTo(0, 5, 9 * SECOND)).toBe(11);
    expect(comesTo(1, 11)).toBe(17);
    expect(spent(1, 'waiting-aisle')).toBe(1);
  });
});

describe('at a face', () => {
  it('work as many as may, the others in the order in which they came', () => {
    const { floor, comesTo, spent } = runFloor(
      [
        [go([PLACE.stop, 10]), go([PLACE.east, 0])],
        [stay(4), go([PLACE.stop, 5]), go([PLACE.east, 0])],
        [stay(6), go([PLACE.stop, 5]), go([PLACE.east, 0])],
      ],
      { width_m: 5, traffic: { workersAtFace: 1 } },
    );
    // There at 11, 15 and 17 s; they work 11–21, 21–26, 26–31 s.
    expect([0, 1, 2].map((person) => comesTo(person, 20))).toEqual([30, 35, 40]);
    expect([0, 1, 2].map((person) => spent(person, 'waiting-face'))).toEqual([0, 6, 9]);
    expect(floor.context.world.faces.columns.waited[PLACE.stop]).toBe(15 * SECOND);
  });

  it('come after those who wait, also in the moment in which a seat becomes free', () => {
    const { comesTo } = runFloor(
      [
        [go([PLACE.stop, 10]), go([PLACE.east, 0])],
        [stay(4), go([PLACE.stop, 5]), go([PLACE.east, 0])],
        [stay(10), go([PLACE.stop, 5]), go([PLACE.east, 0])],
      ],
      { width_m: 5, traffic: { workersAtFace: 1 } },
    );
    // There at 11, 15 and 21 s, when the first has done: they work 11–21, 21–26, 26–31 s.
    expect([0, 1, 2].map((person) => comesTo(person, 20))).toEqual([30, 35, 40]);
  });
});

describe('a waiting list', () => {
  it('keeps its order when somebody goes from its front, its middle or its end', () => {
    const { floor } = runFloor([[], [], [], [], []]);
    const list = new WaitingLists(floor.context, 'ways');
    const waiting = (): number[] => {
      const agents: number[] = [];
      for (let agent = list.first(1); agent >= 0; agent = floor.context.world.walkers.columns.next[agent]!) agents.push(agent);
      return agents;
    };
    for (const agent of [3, 0, 4, 1]) list.append(1, agent);
    list.remove(1, 1);
    list.append(1, 2);
    expect(waiting()).toEqual([3, 0, 4, 2]);
    list.remove(1, 0);
    list.remove(1, 3);
    expect(waiting()).toEqual([4, 2]);
    list.remove(1, 2);
    list.remove(1, 4);
    list.append(1, 1);
    expect(waiting()).toEqual([1]);
  });
});

describe('following', () => {
  it('sets off so late that it is never nearer than the gap (the worked example)', () => {
    const tick = Float64Array.of(0, 10 * SECOND, 12 * SECOND);
    const at_m = Float64Array.of(3, 3, 5);
    const start = earliestStart(tick, at_m, 0, 3, Infinity, 1, 0, 1, 4, 1 / SECOND);
    expect(start).toBeCloseTo(9 * SECOND, 3);
  });

  it('is never too near and never later than it must be, for random ways of the one ahead', () => {
    let seed = 7;
    const next = (most: number): number => (seed = (seed * 48_271) % 2_147_483_647) % most;
    for (let turn = 0; turn < 2000; turn++) {
      const tick = [0];
      const at_m = [next(30) / 10];
      for (let knot = 0; knot < 5; knot++) {
        tick.push(tick.at(-1)! + 1 + next(50));
        at_m.push(at_m.at(-1)! + (next(3) === 0 ? 0 : next(40) / 10));
      }
      const gap = 0.5 + next(20) / 10;
      const speed = 0.05 + next(20) / 100;
      const from = -next(30) / 10 - gap + at_m[0]!;
      const to = Math.min(from + next(100) / 10, at_m.at(-1)! - gap);
      if (to <= from + 0.01) continue;
      const start = earliestStart(Float64Array.from(tick), Float64Array.from(at_m), 0, 6, Infinity, gap, 0, from, to, speed);
      const ahead = (t: number): number => {
        const knot = tick.findIndex((each) => each > t);
        if (knot < 0) return at_m.at(-1)!;
        return at_m[knot - 1]! + ((t - tick[knot - 1]!) / (tick[knot]! - tick[knot - 1]!)) * (at_m[knot]! - at_m[knot - 1]!);
      };
      const room = (from_tick: number): number => {
        const end = from_tick + (to - from) / speed;
        const looks = [from_tick, end, ...tick.filter((t) => t > from_tick && t < end)];
        return Math.min(...looks.map((t) => ahead(t) - gap - (from + speed * (t - from_tick))));
      };
      expect(room(start), `turn ${turn}`).toBeGreaterThan(-1e-5);
      if (start > 0) expect(room(Math.max(0, start - 0.01)), `turn ${turn}, sooner`).toBeLessThan(1e-5);
    }
  });

  it('two of 0.6 and 0.5 m pass in 1.2 m with 0.1 m of clearance, two of 0.6 m do not', () => {
    expect(passEachOther(FREE_TRAFFIC, 1.2, 0.6, 0.5)).toBe(true);
    expect(passEachOther(FREE_TRAFFIC, 1.2, 0.6, 0.6)).toBe(false);
  });
});

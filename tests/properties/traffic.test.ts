// Many people and machines in few narrow aisles, at random errands: everybody gets everything done, nobody walks through
// anybody, and a floor that is saved and continued goes on as if never stopped.

import { describe, expect, it } from 'vitest';
import { PALLET_TRUCK, PICK_CART, REACH_TRUCK } from '../../packages/engine/src/model/labour.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { STATE } from '../../packages/engine/src/trace/recorder.ts';
import { agentTable } from '../../packages/engine/src/world/world.ts';
import { EVENT } from '../../packages/engine/src/world/events.ts';
import { Dice } from '../fixtures/dice.ts';
import { Floor, floorModel, networkOf, type Way } from '../fixtures/floor.ts';
import { faultsOfTraffic } from '../fixtures/in-the-way.ts';

const SECOND = 1_000_000;
const HORIZON = 40 * 3600 * SECOND;
const KINDS = [PICK_CART, PALLET_TRUCK, REACH_TRUCK];

/** What a person does next: several walks and works, then a step. */
type Errand =
  | { readonly kind: 'seize'; readonly machines: number }
  | { readonly kind: 'fetch' }
  | { readonly kind: 'go'; readonly stops: readonly Stop[] }
  | { readonly kind: 'goods'; readonly ticks: number }
  | { readonly kind: 'release' }
  | { readonly kind: 'finish' };

interface Stop {
  readonly place: number;
  readonly state: number;
  readonly ticks: number;
  readonly after: readonly number[];
}

/** Aisles between two or three cross-aisles, one-way or not, of one piece or of two that join. */
function randomFloor(dice: Dice): Model {
  const aisles = dice.from(2, 4);
  const levels = dice.from(2, 3);
  const nodes: [number, number][] = [];
  const ways: Way[] = [];
  const places: [number, number][] = [];
  const length = dice.from(6, 12);
  const aisleWidth = dice.one([0.9, 1.2, 1.4, 1.2]);
  const crossWidth = dice.one([1.2, 2.5, 4]);
  const oneWay = dice.chance(0.4);
  for (let level = 0; level < levels; level++)
    for (let aisle = 0; aisle < aisles; aisle++) nodes.push([aisle * 3, level * length]);
  const add = (from: number, to: number, width_m: number, isOneWay: boolean, step: number): void => {
    const metres = Math.hypot(nodes[from]![0] - nodes[to]![0], nodes[from]![1] - nodes[to]![1]);
    ways.push({ from, to, width_m, oneWay: isOneWay });
    for (let at = step / 2; at < metres; at += step) places.push([ways.length - 1, at]);
  };
  for (let level = 0; level < levels; level++) {
    for (let aisle = 0; aisle < aisles; aisle++) {
      const node = level * aisles + aisle;
      if (aisle + 1 < aisles) add(node, node + 1, crossWidth, false, 3);
      if (level + 1 === levels) continue;
      const [from, to] = aisle % 2 === 0 ? [node, node + aisles] : [node + aisles, node];
      if (oneWay && dice.chance(0.5)) {
        const middle = nodes.push([aisle * 3, (level + 0.5) * length]) - 1;
        add(from!, middle, aisleWidth, true, 1);
        add(middle, to!, aisleWidth, true, 1);
      } else add(from!, to!, aisleWidth, oneWay, 1);
    }
  }
  const faces = places.flatMap((_, place) => (dice.chance(0.7) ? [place] : []));
  return floorModel({
    network: networkOf(nodes, ways, places),
    people: dice.from(3, 14),
    walk_mps: dice.one([0.8, 1, 1.3]),
    rest: dice.from(0, places.length - 1),
    faces,
    equipment: dice.many(dice.from(2, 9), () => ({
      kind: dice.one(KINDS),
      place: dice.from(0, places.length - 1),
      width_m: dice.one([0.5, 0.6, 0.8, 1.1]),
      speed_mps: dice.one([0.7, 1, 2.2]),
    })),
    traffic: {
      personWidth_m: dice.one([0.4, 0.5, 0.7]),
      following_m: dice.one([0.5, 1.2, 2]),
      workersAtFace: dice.one([1, 2, Infinity]),
    },
  });
}

function randomErrands(dice: Dice, model: Model): Errand[] {
  const { count } = model.network.places;
  const kinds = [...new Set(model.labour.equipment.map(({ kind }) => kind))];
  const errands: Errand[] = [];
  const area = dice.from(0, count - 1);
  const somewhere = (): number => (dice.chance(0.6) ? Math.min(count - 1, area + dice.from(0, 8)) : dice.from(0, count - 1));
  const stop = (place: number, next: number): Stop => ({
    place,
    state: dice.one([STATE.searching, STATE.picking, STATE.handling]),
    ticks: dice.chance(0.2) ? 0 : dice.from(1, 40 * SECOND),
    after: dice.chance(0.6) ? [next] : dice.chance(0.5) ? [] : [dice.from(0, count - 1)],
  });
  for (let round = dice.from(1, 3); round > 0; round--) {
    const withMachine = dice.chance(0.8);
    if (withMachine) errands.push({ kind: 'seize', machines: 1 << dice.one(kinds) }, { kind: 'fetch' });
    const tour = dice.many(dice.from(1, 8), somewhere);
    for (let i = 0; i < tour.length;) {
      const stops = dice.many(dice.from(1, 2), (offset) => stop(tour[i + offset] ?? area, tour[i + offset + 1] ?? area));
      i += stops.length;
      errands.push({ kind: 'go', stops });
      const last = stops.at(-1)!;
      // Goods that are not there are waited for; then he comes back to where they are.
      if (dice.chance(0.25)) errands.push({ kind: 'goods', ticks: dice.from(0, 60 * SECOND) }, { kind: 'go', stops: [last] });
    }
    if (withMachine) errands.push({ kind: 'release' });
  }
  errands.push({ kind: 'finish' });
  return errands;
}

/** Goes on with the errands of a person from the one at which it stands. */
function stepOf(errands: readonly (readonly Errand[])[]) {
  return ({ context, workforce, equipment, movement }: Floor, person: number): void => {
    const { step } = context.world.persons.columns;
    for (;;) {
      const errand = errands[person]![step[person]!]!;
      step[person]! += 1;
      switch (errand.kind) {
        case 'seize':
          if (!equipment.seize(person, errand.machines)) return;
          continue;
        case 'fetch':
          equipment.fetch(person);
          return workforce.proceed(person);
        case 'go':
          for (const { place, state, ticks, after } of errand.stops) {
            movement.walk(person, place, STATE.carrying, after);
            workforce.spend(person, state, ticks);
          }
          return workforce.proceed(person);
        case 'goods':
          workforce.setState(person, STATE['waiting-goods']);
          context.sim.schedule(errand.ticks, EVENT['person-step'], person, 0);
          return;
        case 'release':
          equipment.release(person);
          continue;
        case 'finish':
          return workforce.finish(person);
      }
    }
  };
}

function checkFloor(seed: number): { waited: number; atFaces: number } {
  const dice = new Dice(seed);
  const model = randomFloor(dice);
  const errands = model.labour.people.map(() => randomErrands(dice, model));
  const make = (): Floor => new Floor(model, stepOf(errands));
  const floor = make();
  floor.begin();
  floor.context.sim.runUntil(dice.from(0, 900) * SECOND);
  const saved = floor.save();
  floor.context.sim.runUntil(HORIZON);
  expect(floor.busy(), `seed ${seed}: with a task at the end`).toBe(0);
  const chunk = floor.context.recorder.drain(HORIZON);
  expect(faultsOfTraffic(model, agentTable(model), [chunk]), `seed ${seed}`).toEqual([]);

  const other = make();
  other.begin();
  other.restore(saved);
  other.context.sim.runUntil(HORIZON);
  expect(other.context.sim.hash.digest(), `seed ${seed}, continued`).toBe(floor.context.sim.hash.digest());
  expect(other.context.recorder.drain(HORIZON), `seed ${seed}, continued`).toEqual(chunk);

  const sum = (ticks: Float64Array, rows: number): number => ticks.subarray(0, rows).reduce((total, each) => total + each, 0);
  const { ways, faces } = floor.context.world;
  return { waited: sum(ways.columns.waited, ways.count), atFaces: sum(faces.columns.waited, faces.count) };
}

describe('300 floors with narrow aisles', () => {
  const PER_TEST = 50;
  for (let first = 1; first <= 300; first += PER_TEST) {
    it(`seeds ${first} to ${first + PER_TEST - 1}: all errands are done, nobody walks through anybody`, () => {
      let waited = 0;
      let atFaces = 0;
      for (let seed = first; seed < first + PER_TEST; seed++) {
        const floor = checkFloor(seed);
        waited += floor.waited;
        atFaces += floor.atFaces;
      }
      expect(waited).toBeGreaterThan(3600 * SECOND);
      expect(atFaces).toBeGreaterThan(10 * SECOND);
    });
  }
});

// Blocking in a narrow one-way aisle: share of picker time lost, by pick density, against an independent script's figures.
//
// Source: Gue, K.R., Meller, R.D. and Skufca, J.D. (2006), "The effects of pick density on order picking areas with narrow
// aisles", IIE Transactions 38(10), 859-868: n faces along a loop, k pickers who cannot pass, at each face a pick with
// probability p that takes pt steps, one step from face to face. Blocking rises and then falls with p and is zero at p = 1,
// where everybody moves in step.
//
// Here: a ring of two joined one-way aisles, one metre a face, 1 m/s, `following_m` 1 m, driven through the engine's own
// workforce and movement. Times are continuous, the script's are steps; both let a picker move up in the step in which the
// one ahead moves on.

import { beforeAll, describe, expect, it } from 'vitest';
import { STATE } from '../../packages/engine/src/trace/recorder.ts';
import { ticksIn } from '../../packages/engine/src/world/timesheet.ts';
import { Dice } from '../fixtures/dice.ts';
import { Floor, floorModel, networkOf } from '../fixtures/floor.ts';

const SECOND = 1_000_000;
const DENSITIES = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1];

interface Case {
  readonly faces: number;
  readonly pickers: number;
  readonly pickTime: number;
  /** Steps to run: so many that the share is known to about 0.1 points where it varies most. */
  readonly steps: number;
  /** Percent of picker time blocked by density, of the independent script (its own error 0.1 to 0.3). */
  readonly percent: readonly number[];
}

const CASES: readonly Case[] = [
  { faces: 20, pickers: 2, pickTime: 1, steps: 40_000, percent: [0.2, 0.35, 0.59, 0.62, 0.57, 0.43, 0.13, 0] },
  { faces: 20, pickers: 2, pickTime: 5, steps: 400_000, percent: [3.48, 4.66, 4.91, 3.94, 2.42, 1.37, 0.42, 0] },
  { faces: 20, pickers: 5, pickTime: 1, steps: 30_000, percent: [1.02, 1.87, 2.63, 2.83, 2.62, 1.71, 0.62, 0] },
  { faces: 20, pickers: 5, pickTime: 5, steps: 200_000, percent: [12.87, 16.1, 16.03, 13.98, 9.37, 5.19, 1.58, 0] },
  { faces: 50, pickers: 5, pickTime: 1, steps: 40_000, percent: [0.34, 0.64, 0.92, 1.08, 0.93, 0.56, 0.22, 0] },
  { faces: 50, pickers: 5, pickTime: 5, steps: 250_000, percent: [5.63, 7.09, 7.03, 6.27, 3.62, 1.85, 0.59, 0] },
];

/** A ring of faces: there and back by two one-way aisles that join at both ends; nobody passes anybody. */
function ring(faces: number, pickers: number) {
  const length = faces / 2;
  return floorModel({
    network: networkOf(
      [
        [0, 0],
        [length, 0],
      ],
      [
        { from: 0, to: 1, width_m: 0.8, oneWay: true },
        { from: 1, to: 0, width_m: 0.8, oneWay: true },
      ],
      [0, 1].flatMap((way) => Array.from({ length }, (_, i) => [way, i + 0.5] as const)),
    ),
    people: pickers,
    rest: 0,
    traffic: { following_m: 1 },
  });
}

/** Percent of picker time blocked, of pickers who walk and pick for `steps` steps after a warm-up. */
function blocked(faces: number, pickers: number, pickTime: number, p: number, steps: number): number {
  const dice = new Dice(faces * 1000 + pickers * 100 + pickTime * 10 + Math.round(p * 1000));
  const at = new Array<number>(pickers).fill(0);
  const floor = new Floor(
    ring(faces, pickers),
    ({ movement, workforce }, person) => {
      let ahead = 1;
      while (ahead < faces - 1 && !dice.chance(p)) ahead++;
      const isPick = ahead < faces - 1 || dice.chance(p);
      at[person] = (at[person]! + ahead) % faces;
      movement.walk(person, at[person]!);
      if (isPick) workforce.spend(person, STATE.picking, pickTime * SECOND);
      workforce.proceed(person);
    },
    false,
  );
  floor.begin();
  const { world, sim } = floor.context;
  const lost = (): number => {
    let ticks = 0;
    for (let person = 0; person < pickers; person++) ticks += ticksIn(world, person, [STATE['waiting-aisle']], sim.now);
    return ticks;
  };
  const warmUp = steps / 20;
  sim.runUntil(warmUp * SECOND);
  const before = lost();
  sim.runUntil((warmUp + steps) * SECOND);
  return (100 * (lost() - before)) / (pickers * steps * SECOND);
}

describe('blocking in a ring of faces', () => {
  let found: readonly (readonly number[])[] = [];

  beforeAll(() => {
    found = CASES.map(({ faces, pickers, pickTime, steps }) =>
      DENSITIES.map((p) => blocked(faces, pickers, pickTime, p, p > 0.8 ? steps / 4 : steps)),
    );
  });

  CASES.forEach(({ faces, pickers, pickTime, percent }, row) => {
    it(`${faces} faces, ${pickers} pickers, ${pickTime} steps a pick: within 0.3 points of the script`, () => {
      const own = found[row]!;
      own.forEach((share, i) => expect(Math.abs(share - percent[i]!), `p = ${DENSITIES[i]}`).toBeLessThanOrEqual(0.3));
    });

    it(`${faces} faces, ${pickers} pickers, ${pickTime} steps a pick: rises, then falls to nothing`, () => {
      const own = found[row]!;
      const most = own.indexOf(Math.max(...own));
      expect(most).toBeGreaterThan(0);
      expect(most).toBeLessThan(DENSITIES.length - 1);
      expect(own[0]).toBeLessThan(own[most]!);
      for (let i = most; i + 1 < own.length - 1; i++)
        expect(own[i]! - own[i + 1]!, `from p = ${DENSITIES[i]}`).toBeGreaterThan(-0.2);
      expect(own.at(-2)).toBeLessThan(own[most]! / 2);
      expect(own.at(-1)).toBe(0);
    });
  });

  it('grows with the time a pick takes, with the pickers, and with less room', () => {
    const row = (faces: number, pickers: number, pickTime: number): readonly number[] =>
      found[CASES.findIndex((each) => each.faces === faces && each.pickers === pickers && each.pickTime === pickTime)]!;
    for (let i = 0; i + 1 < DENSITIES.length; i++) {
      const more = `p = ${DENSITIES[i]}`;
      expect(row(20, 2, 5)[i], more).toBeGreaterThan(row(20, 2, 1)[i]!);
      expect(row(20, 5, 5)[i], more).toBeGreaterThan(row(20, 5, 1)[i]!);
      expect(row(20, 5, 1)[i], more).toBeGreaterThan(row(20, 2, 1)[i]!);
      expect(row(20, 5, 5)[i], more).toBeGreaterThan(row(20, 2, 5)[i]!);
      expect(row(20, 5, 5)[i], more).toBeGreaterThan(row(50, 5, 5)[i]!);
    }
  });
});

// A run that is stopped, saved, and continued by another run is the run that was never stopped: same hash, same calendar,
// same trace, same KPIs, wherever it is stopped, also between events of one tick.

import { expect, it } from 'vitest';
import { Run } from '../../packages/engine/src/run.ts';
import { prepare } from '../cross-platform/runs.ts';
import { Dice } from '../fixtures/dice.ts';
import { runWhole } from '../fixtures/whole-run.ts';

const DEFAULT_DAY = { scenario: 'gimhae-shared-dc', mode: 'digital' };
const INSTANTS = 100;
const TIES = 25;

it(`goes on from ${INSTANTS} random instants of the default day as if never stopped`, () => {
  const { model, policies, seed } = prepare(DEFAULT_DAY);
  const fresh = (): Run => new Run(model, policies, seed, { record: true });
  const never = fresh();
  const runs = [fresh(), fresh()];
  const dice = new Dice(100);
  const instants = dice.many(INSTANTS, () => Math.floor(dice.between(0, never.horizon))).sort((a, b) => a - b);
  // The two runs take turns: each continues from what the other saved, on top of its own older state.
  instants.forEach((instant, turn) => {
    const [from, to] = [runs[turn % 2]!, runs[(turn + 1) % 2]!];
    for (const run of [never, from]) {
      run.runUntil(Math.max(run.now, instant));
      for (let steps = turn % 4; steps > 0; steps--) run.step(); // into a tick, where it has several events
    }
    to.restore(structuredClone(from.snapshot()));
    const where = `instant ${turn}, tick ${instant}`;
    expect([to.now, to.events, to.hash()], where).toEqual([never.now, never.events, never.hash()]);
    expect(to.upcoming(50), where).toEqual(never.upcoming(50));
  });
  const last = runs[INSTANTS % 2]!;
  for (const run of [never, last]) run.runUntil(run.horizon);
  expect(last.hash()).toBe(never.hash());
  expect(last.kpis()).toEqual(never.kpis());
  expect(last.drain()).toEqual(never.drain());
});

it('goes on after each single event of four-orders, and tells the same trace', () => {
  const { model, policies, seed } = prepare({ scenario: 'four-orders', mode: 'paper' });
  const { run: whole, chunks, hash } = runWhole(model, policies, seed);
  const stopped = new Run(model, policies, seed, { record: true });
  const other = new Run(model, policies, seed, { record: true });
  let instants = 0;
  do {
    other.restore(structuredClone(stopped.snapshot()));
    other.runUntil(other.horizon);
    expect([other.hash(), other.events], `after ${stopped.events} events`).toEqual([hash, whole.events]);
    expect(other.drain(), `after ${stopped.events} events`).toEqual(chunks[0]);
    instants++;
  } while (stopped.step() !== undefined);
  expect(instants).toBe(whole.events + 1);
});

it('keeps the order of events of one tick when it is stopped between them', () => {
  const { model, policies, seed } = prepare(DEFAULT_DAY);
  const run = new Run(model, policies, seed);
  const other = new Run(model, policies, seed);
  let ties = 0;
  while (ties < TIES) {
    const [first, second] = run.upcoming(2);
    if (first === undefined || second === undefined) break;
    if (first.tick === second.tick && first.tick > 0) {
      ties++;
      other.restore(structuredClone(run.snapshot()));
      expect(other.upcoming(40)).toEqual(run.upcoming(40));
      expect(other.step()).toEqual(first);
      run.step();
      expect(other.upcoming(40)).toEqual(run.upcoming(40));
      expect(other.hash()).toBe(run.hash());
    } else run.step();
  }
  expect(ties).toBe(TIES);
});

// The default day with traffic: nobody walks through anybody, every order still leaves, and it goes on from a copy as if never
// stopped, wherever it is stopped, also between events of one tick.

import { describe, expect, it } from 'vitest';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { Run } from '../../packages/engine/src/run.ts';
import { prepare } from '../cross-platform/runs.ts';
import { Dice } from '../fixtures/dice.ts';
import { faultsOfTraffic } from '../fixtures/in-the-way.ts';
import { runWhole } from '../fixtures/whole-run.ts';

const INSTANTS = 40;

function congested(mode: string, narrow_m = Infinity) {
  const { model, policies, seed } = prepare({ scenario: 'gimhae-shared-dc', mode });
  const { edges } = model.network;
  const own: Model = {
    ...model,
    network: { ...model.network, edges: { ...edges, width_m: edges.width_m.map((width) => Math.min(width, narrow_m)) } },
    traffic: { ...model.traffic, congestion: true, workersAtFace: 1 },
  };
  return { model: own, policies, seed };
}

describe.each(['paper', 'digital'])('the default day of mode %s with traffic', (mode) => {
  it.each([Infinity, 1.2])('has nobody walk through anybody, and gets done (ways at most %d m wide)', (narrow_m) => {
    const { model, policies, seed } = congested(mode, narrow_m);
    const { run, chunks } = runWhole(model, policies, seed, 3);
    expect(faultsOfTraffic(model, run.agents, chunks)).toEqual([]);
    const free = new Run({ ...model, traffic: { ...model.traffic, congestion: false } }, policies, seed);
    free.runUntil(free.horizon);
    expect(run.kpis()['orders_delivered']).toBe(free.kpis()['orders_delivered']);
    expect(run.kpis()['aisle_waiting_hours']).toBeGreaterThan(0);
  });
});

it(`goes on from ${INSTANTS} random instants as if never stopped`, () => {
  const { model, policies, seed } = congested('digital', 1.4);
  const fresh = (): Run => new Run(model, policies, seed, { record: true });
  const never = fresh();
  const runs = [fresh(), fresh()];
  const dice = new Dice(8);
  const instants = dice.many(INSTANTS, () => Math.floor(dice.between(0.3, 0.8) * never.horizon)).sort((a, b) => a - b);
  instants.forEach((instant, turn) => {
    const [from, to] = [runs[turn % 2]!, runs[(turn + 1) % 2]!];
    for (const run of [never, from]) {
      run.runUntil(Math.max(run.now, instant));
      for (let steps = turn % 4; steps > 0; steps--) run.step();
    }
    to.restore(structuredClone(from.snapshot()));
    expect([to.now, to.events, to.hash()], `instant ${turn}`).toEqual([never.now, never.events, never.hash()]);
  });
  const last = runs[INSTANTS % 2]!;
  for (const run of [never, last]) run.runUntil(run.horizon);
  expect(last.hash()).toBe(never.hash());
  expect(last.kpis()).toEqual(never.kpis());
  expect(last.congestion()).toEqual(never.congestion());
  expect(last.drain()).toEqual(never.drain());
});

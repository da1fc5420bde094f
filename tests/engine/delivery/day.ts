// A day of deliveries on the tiny DC, run to its end: every event of its trace by name, and the world at its end. At every instant
// the units of goods are balanced, and the run goes on from a copy of itself as if nothing had been copied. The independent checker
// has watched it.

import { expect } from 'vitest';
import { PLAIN_DELIVERY, type Delivery } from '../../../packages/engine/src/model/delivery.ts';
import { NO_COLLECTIONS, type Collections } from '../../../packages/engine/src/model/demand.ts';
import type { Disruption, Roads, Stores, Vehicle } from '../../../packages/engine/src/model/fleet.ts';
import type { Model } from '../../../packages/engine/src/model/model.ts';
import type { PolicyChoice } from '../../../packages/engine/src/model/policy.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Run } from '../../../packages/engine/src/run.ts';
import { AGENT_STATES, TRACE_EVENTS, type AgentState, type TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import { checkRun, describeViolations } from '../../checker/check-run.ts';
import { tinyDemand, type TinyOrder } from '../../fixtures/tiny-changes.ts';
import { at, tinyModel } from '../../fixtures/tiny-model.ts';

/** Door (16, -4) to the gate (9, -24), spot (16, -14) to the gate, and the gate to the spot, at 2 m/s. */
export const OUT_S = Math.sqrt(7 ** 2 + 20 ** 2) / 2;
export const BACK_S = Math.sqrt(7 ** 2 + 10 ** 2) / 2;
/** Agents: four people, three truck slots, the vehicles. */
export const VAN_1 = 7;

export function after(clock: string, seconds: number): number {
  return at(clock) + Math.round(seconds * 1e6);
}

export interface TinyStore {
  readonly east_km: number;
  readonly north_km: number;
  /** `hh:mm`; open all day without. */
  readonly opens?: string;
  readonly closes?: string;
}

export function tinyStores(stores: readonly TinyStore[]): Stores {
  const seconds = (clock: string): number => at(clock) / 1e6;
  return {
    count: stores.length,
    code: stores.map((_, i) => `store-${i}`),
    town: stores.map(() => ({ ko: '마을', en: 'Town' })),
    east_km: Float64Array.from(stores, ({ east_km }) => east_km),
    north_km: Float64Array.from(stores, ({ north_km }) => north_km),
    lat: new Float64Array(stores.length),
    lon: new Float64Array(stores.length),
    opens_s: Float64Array.from(stores, ({ opens }) => seconds(opens ?? '00:00')),
    closes_s: Float64Array.from(stores, ({ closes }) => seconds(closes ?? '24:00')),
    zone: new Int32Array(stores.length),
  };
}

export interface TinyCollection {
  readonly store: number;
  readonly announced?: string;
  readonly release: string;
  readonly due: string;
  readonly cutOff: string;
  readonly parcels: number;
}

export function tinyCollections(rows: readonly TinyCollection[]): Collections {
  return {
    count: rows.length,
    code: rows.map((_, i) => `C-${i + 1}`),
    store: Int32Array.from(rows, ({ store }) => store),
    announced: Float64Array.from(rows, ({ announced, release }) => at(announced ?? release)),
    release: Float64Array.from(rows, ({ release }) => at(release)),
    due: Float64Array.from(rows, ({ due }) => at(due)),
    cutOff: Float64Array.from(rows, ({ cutOff }) => at(cutOff)),
    parcels: Int32Array.from(rows, ({ parcels }) => parcels),
    weight_kg: new Float64Array(rows.length).fill(10),
    volume_l: new Float64Array(rows.length).fill(50),
  };
}

export interface DayChanges {
  readonly orders?: readonly TinyOrder[];
  readonly collections?: readonly TinyCollection[];
  readonly stores?: readonly TinyStore[];
  readonly vehicles?: readonly Partial<Vehicle>[];
  readonly roads?: Partial<Roads>;
  readonly disruptions?: readonly Disruption[];
  readonly delivery?: Partial<Delivery>;
  readonly model?: Partial<Model>;
}

/** An order that stands in its lane when the run begins. */
export function staged(store: number, due: string, lines: TinyOrder['lines']): TinyOrder {
  return { arrival: '00:00', lines, delivery: { store, release: -3_600_000_000, due: at(due), staged: true } };
}

export function deliveryModel(changes: DayChanges): Model {
  const model = tinyModel(changes.model);
  const [van] = model.fleet.vehicles;
  return {
    ...model,
    delivery: { ...PLAIN_DELIVERY, ...changes.delivery },
    demand: {
      ...tinyDemand(changes.orders ?? []),
      collections: changes.collections === undefined ? NO_COLLECTIONS : tinyCollections(changes.collections),
    },
    fleet: {
      ...model.fleet,
      stores: changes.stores === undefined ? model.fleet.stores : tinyStores(changes.stores),
      vehicles: (changes.vehicles ?? [{}]).map((vehicle) => ({ ...van!, ...vehicle })),
      roads: { ...model.fleet.roads, ...changes.roads },
      disruptions: changes.disruptions ?? [],
    },
  };
}

export interface TracedEvent {
  readonly name: TraceEventName;
  readonly tick: number;
  readonly a: number;
  readonly b: number;
  readonly c: number;
}

export interface DeliveryDay {
  readonly run: Run;
  readonly events: readonly TracedEvent[];
  of(name: TraceEventName): TracedEvent[];
  /** Ticks of all events of a name. */
  ticks(name: TraceEventName): number[];
  total(name: string): number;
  /** [from, to, x, y at its end] of every segment of an agent in a state. */
  segments(agent: number, state: AgentState): [from: number, to: number, x: number, y: number][];
}

function expectBalance(run: Run): void {
  const totals = run.snapshot().world.tables['totals']!.columns;
  const sum = (name: string): number => totals[name]![0]!;
  const places = ['Stored', 'Inbound', 'InMotion', 'Staged', 'Shipped', 'Returned', 'Rejected'].map((where) =>
    sum(`units${where}`),
  );
  expect(places.every((units) => units >= 0)).toBe(true);
  expect(
    places.reduce((all, units) => all + units),
    `event ${run.events}`,
  ).toBe(sum('unitsInitial') + sum('unitsReceived'));
}

export function deliveryDay(changes: DayChanges, choice: Partial<PolicyChoice> = {}): DeliveryDay {
  const model = deliveryModel(changes);
  const policies = { ...plainPolicies, ...choice };
  const run = new Run(model, policies, 1, { record: true });
  let other = new Run(model, policies, 1);
  do {
    expectBalance(run);
    if (run.events % 7 === 0) {
      const next = new Run(model, policies, 1);
      next.restore(structuredClone(other.snapshot()));
      other = next;
    }
    other.step();
  } while (run.step() !== undefined);
  expect(other.hash()).toBe(run.hash());
  run.runUntil(run.horizon);
  const chunk = run.drain();
  expect(describeViolations(checkRun(model, run.agents, [chunk]))).toEqual([]);
  const { events: e, segments: s } = chunk;
  const events = Array.from({ length: e.count }, (_, i) => ({
    name: TRACE_EVENTS[e.kind[i]!]!,
    tick: e.tick[i]!,
    a: e.a[i]!,
    b: e.b[i]!,
    c: e.c[i]!,
  }));
  expectGapless(s.count, s.agent, s.t0, s.t1);
  const of = (name: TraceEventName): TracedEvent[] => events.filter((event) => event.name === name);
  return {
    run,
    events,
    of,
    ticks: (name) => of(name).map(({ tick }) => tick),
    total: (name) => run.snapshot().world.tables['totals']!.columns[name]![0]!,
    segments: (agent, state) =>
      Array.from({ length: s.count }, (_, i) => i)
        .filter((i) => s.agent[i] === agent && AGENT_STATES[s.state[i]!] === state)
        .map((i) => [s.t0[i]!, s.t1[i]!, s.x1[i]!, s.y1[i]!]),
  };
}

/** Every agent's segments follow each other without gap or overlap. */
function expectGapless(count: number, agents: Int32Array, from: Float64Array, to: Float64Array): void {
  const known = new Map<number, number>();
  for (let i = 0; i < count; i++) {
    expect(from[i], `segment ${i} of agent ${agents[i]}`).toBe(known.get(agents[i]!) ?? 0);
    known.set(agents[i]!, to[i]!);
  }
}

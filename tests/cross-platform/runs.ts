// The runs whose hash must be the same everywhere, and how one is computed. Bundled into a page for the browsers, imported
// by the golden test for Node.

import { Run, type KpiValues, type Model, type PolicyChoice } from '../../packages/engine/src/index.ts';
import { builtinIds, compile, loadBuiltin, policyChoice } from '../../packages/scenarios/src/index.ts';

export interface Case {
  readonly scenario: string;
  readonly mode: string;
  /** Policies in place of the mode's. */
  readonly policies?: Partial<PolicyChoice>;
  /** Another way of working: its name, and the changes of the scenario, as for `--set`. */
  readonly way?: { readonly name: string; readonly settings: readonly string[] };
}

const ZONES =
  '[{ id: dry, names: { ko: 상온, en: Dry }, areas: [P, S] }, { id: chilled, names: { ko: 냉장, en: Chilled }, areas: [C, CP], ' +
  'start: { x_m: 53, y_m: 10 } }, { id: frozen, names: { ko: 냉동, en: Frozen }, areas: [F, FP], start: { x_m: 53, y_m: 10 } }]';

/** Ways of working that no built-in scenario names, each with policies that none names either. */
const OTHER_WAYS: readonly Case[] = [
  {
    scenario: 'gimhae-shared-dc',
    mode: 'digital',
    policies: { batching: 'simulated-annealing', routing: 'combined-plus' },
    way: {
      name: 'waveless, pick and pass',
      settings: [
        `modes.digital.picking={ release: continuous, method: pick-and-pass, zones: ${ZONES}, poolOrders: 4, poolWait_s: 900, batchingEffort: 500 }`,
      ],
    },
  },
  {
    scenario: 'gimhae-shared-dc',
    mode: 'digital',
    policies: { batching: 'savings-recomputed', routing: 'composite' },
    way: {
      name: 'parallel zones, sorted afterwards, wide carts',
      settings: [
        `modes.digital.picking={ method: parallel-zones, zones: ${ZONES}, consolidation: { at: { x_m: 40, y_m: 6 }, orders: 12 }, sorting: sort-after-pick, sortLine_s: 3, consolidatePart_s: 10, shortPickProbability: 0.02, ownCheck: 0.4 }`,
        'labour.equipment.3.width_m=0.6',
      ],
    },
  },
  {
    scenario: 'gimhae-shared-dc',
    mode: 'paper',
    policies: { batching: 'tardiness', routing: 'aisle-by-aisle', cartonization: 'maximal-spaces' },
    way: {
      name: 'one-way and blocked aisles',
      settings: [
        'building.areas.S.aisles.1.direction=north',
        'building.areas.S.aisles.2.direction=south',
        'building.areas.S.aisles.6.closedBlocks=[1]',
        'items.catalogue.generate.skus.ambient=6500',
        'operations.batchOrders=3',
        'modes.paper.operations.batchOrders=3',
        'picking={ batchingEffort: 300, cartCompartments: 6, compartment_l: 80, sortLine_s: 2 }',
      ],
    },
  },
  { scenario: 'four-orders', mode: 'digital', policies: { batching: 'exact', routing: 'combined' } },
  {
    scenario: 'gimhae-shared-dc',
    mode: 'digital',
    policies: { 'vehicle-routing': 'sisrs', 're-planning': 'sisrs', 'door-assignment': 'time-window-schedule' },
    way: {
      name: 'a same-day wave, a delay, a breakdown, absent customers, a crew',
      settings: [
        'demand.waves=[{ id: morning, departure: "08:30", release: "15:00", releaseOn: day-before, share: 2 }, { id: today, departure: "14:00", release: "12:30", releaseOn: departure-day, service: same-day, cutOff: "12:00" }]',
        'fleet.stores.receiving=[{ wave: morning, opens: "08:30", closes: "11:30" }, { wave: today, opens: "14:00", closes: "17:00" }]',
        'fleet.disruptions=[{ vehicle: V1, at: "08:50", length_min: 40 }, { vehicle: V2, at: "09:20", length_min: 150, breakdown: true }]',
        'fleet.absentProbability=0.04',
        'delivery={ lanesLimited: true, loadingBy: crew, appointments: kept, windowBuffer_s: 600, refuseWrong: true, unloadEmpty_s: 15, replanAfter_s: 600 }',
        'picking.shortPickProbability=0.01',
      ],
    },
  },
  {
    scenario: 'gimhae-shared-dc',
    mode: 'paper',
    policies: { 'vehicle-routing': 'fixed-zones', 're-planning': 're-sequence', 'door-assignment': 'by-class' },
    way: {
      name: 'doors by class, small lanes, electric vehicles',
      settings: [
        'building.doors.3.classes=[ambient]',
        'building.doors.4.classes=[chilled, frozen]',
        'building.stagingLanes.3.capacity=4',
        'building.stagingLanes.4.capacity=4',
        'fleet.vehicles.0={ type: ev, count: 4, capacity_kg: 1000, capacity_l: 7000, maxStops: 8, compartments: [ambient, chilled, frozen], energy: electric, range_km: 80, use_perKm: 0.5, battery_kWh: 40, charge_kW: 50, preCool_s: 900, cost_krwPerKm: 120, co2_kgPerKm: 0.12 }',
        'fleet.charging={ chargers: 2, charger_kW: 20, site_kW: 25 }',
        'fleet.disruptions=[{ vehicle: V3, at: "09:10", length_min: 60 }]',
      ],
    },
  },
  { scenario: 'four-orders', mode: 'digital', policies: { 'vehicle-routing': 'sweep' } },
];

/** Policies that no mode of the built-in scenarios names, each with a scenario that gives it something to decide. */
const OTHER_POLICIES: readonly Case[] = [
  {
    scenario: 'gimhae-shared-dc',
    mode: 'digital',
    policies: { 'storage-assignment': 'optimised', replenishment: 'wave-driven', 'put-away': 'duration-of-stay' },
  },
  {
    scenario: 'monday-peak',
    mode: 'digital',
    policies: { 'storage-assignment': 'golden-zone', replenishment: 'demand-driven', 'put-away': 'class-zone' },
  },
  {
    scenario: 'online-retail',
    mode: 'digital',
    policies: { 'storage-assignment': 'family-grouping', 'stock-selection': 'lifo', 'put-away': 'closest-to-depot' },
  },
  { scenario: 'online-retail', mode: 'paper', policies: { 'storage-assignment': 'optimised', 're-slotting': 'best-pay-back' } },
];

export interface Outcome {
  readonly hash: string;
  readonly events: number;
  readonly kpis: KpiValues;
}

/** Every built-in scenario in every mode, each over its own number of days (two at most), the other policies and ways of working. */
export function cases(): Case[] {
  const ofModes = builtinIds().flatMap((scenario) =>
    Object.keys(loadBuiltin(scenario).scenario.modes).map((mode) => ({ scenario, mode })),
  );
  return [...ofModes, ...OTHER_POLICIES, ...OTHER_WAYS];
}

export interface Prepared {
  readonly model: Model;
  readonly policies: PolicyChoice;
  readonly seed: number;
}

export function prepare({ scenario, mode, policies, way }: Case): Prepared {
  const loaded = loadBuiltin(scenario, way?.settings);
  const days = Math.min(loaded.scenario.days, 2);
  return {
    model: compile(loaded, { mode, days }),
    policies: { ...policyChoice(loaded.scenario, mode), ...policies },
    seed: loaded.scenario.seed,
  };
}

function outcomeOf(run: Run): Outcome {
  return { hash: run.hash(), events: run.events, kpis: run.kpis() };
}

/** From start to end without a stop. */
export function runThrough({ model, policies, seed }: Prepared): Outcome {
  const run = new Run(model, policies, seed);
  run.runUntil(run.horizon);
  return outcomeOf(run);
}

/** Stopped at a share of the horizon, copied out of the run and into another one, and continued there. */
export function runRestored({ model, policies, seed }: Prepared, share: number): Outcome {
  const first = new Run(model, policies, seed);
  first.runUntil(Math.floor(first.horizon * share));
  const snapshot = structuredClone(first.snapshot());
  const second = new Run(model, policies, seed);
  second.restore(snapshot);
  second.runUntil(second.horizon);
  return outcomeOf(second);
}

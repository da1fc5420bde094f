// The KPIs again, from model and trace alone. Each figure is worked out here by its stated formula, not by the engine's way
// (which keeps sums while it runs), and must agree.

import { COUNTER_VISIT, DELIVERY } from '../../packages/engine/src/model/demand.ts';
import { EQUIPMENT_KINDS, PICK } from '../../packages/engine/src/model/labour.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import type { AgentState, AgentTable, TraceChunk, TraceEventName } from '../../packages/engine/src/trace/format.ts';
import { measureDelivery } from './delivery-figures.ts';
import { flatDistance } from './geometry.ts';
import { toursWith, zoneOf } from './pick-tours.ts';
import { RunRecord, onRoad, type Happening } from './record.ts';
import type { Violation } from './rule.ts';
import { measurePickQuality } from './picking-figures.ts';
import { measureStorage } from './storage-figures.ts';
import { tasksByPerson } from './work-days.ts';

const HOUR = 3600e6;
const DAY = 24 * HOUR;

/** KPIs that cannot be worked out from a trace, and why. */
export const NOT_IN_TRACE: Readonly<Record<string, string>> = {
  carton_fill: 'what loose pieces take up of the goods is not told',
  void_fill: 'what loose pieces take up of the goods is not told',
  packaging_cost: 'what loose pieces take up of the goods is not told',
  packaging_cost_per_order: 'what loose pieces take up of the goods is not told',
  worst_aisle_waiting_hours: 'for which of the ways at a crossing somebody waits is not told',
  check_weight_false_alarm_rate: 'in which carton a line lies is not told',
  carrier_fill: 'what loose pieces take up of the goods is not told',
  utilisation_inbound_doors: 'a door is taken when it is granted, and told when the truck stands there',
  utilisation_outbound_doors: 'a door is taken when it is granted, and told when the vehicle stands there',
  utilisation_packing_stations: 'which station a person has is not told',
  utilisation_counters: 'which station a person has is not told',
  on_time_departure: 'when a later tour of a plan is to leave is not told',
  replans: 'two at one moment are told as one',
  plan_stability: 'which of the stops a re-planning left where they were is not told',
  lane_wait: 'when an order that waits is brought out is not told',
  pre_cooling_wait: 'when everything else was ready to be loaded is not told',
  charging_wait: 'vehicles that wait for a charger for their next tour and those that have time are told alike',
  units_at_expiry_risk: 'which of the units in a location are reserved is not told',
  value_at_expiry_risk: 'which of the units in a location are reserved is not told',
};

const WORKING: readonly AgentState[] = [
  'searching',
  'picking',
  'handling',
  'packing',
  'sorting',
  'serving',
  'docked',
  'driving',
  'delivering',
];
const WALKING: readonly AgentState[] = ['walking', 'carrying'];
const WAITING: readonly AgentState[] = [
  'waiting-equipment',
  'waiting-door',
  'waiting-station',
  'waiting-goods',
  'waiting-aisle',
  'waiting-face',
  'waiting-store',
];

/** Every figure of a finished run that its trace gives, by KPI id; those without a meaning (over nothing) are left out. */
export function figuresOf(model: Model, agents: AgentTable, chunks: Iterable<TraceChunk>): Map<string, number> {
  const run = new RunRecord(model, agents, chunks, {});
  const figures = new Map<string, number>();
  const set = (id: string, value: number): void => {
    if (Number.isFinite(value)) figures.set(id, value);
  };
  const lines = linesDone(run);
  countOrders(run, lines, set);
  measurePicking(run, lines, set);
  measureDelivery(run, lines.picked, set);
  measureSales(run, lines.picked, set);
  measureStock(run, set);
  measureStorage(run, set);
  measurePickQuality(run, set);
  measureTime(run, lines, set);
  return figures;
}

type Setter = (id: string, value: number) => void;

interface LinesDone {
  readonly allocated: Int32Array;
  readonly short: Int32Array;
  /** Units picked. */
  readonly picked: Int32Array;
  /** Tick at which the last allocated unit of a line was picked; Infinity: not yet. */
  readonly done: Float64Array;
}

function linesDone(run: RunRecord): LinesDone {
  const { lines, orders } = run.model.demand;
  const allocated = new Int32Array(lines.count);
  const short = new Int32Array(lines.count);
  const picked = new Int32Array(lines.count);
  const done = new Float64Array(lines.count).fill(Infinity);
  for (const { a, c } of run.of('line-allocated')) allocated[a]! += c;
  for (const { a, c } of run.of('short-pick')) allocated[a]! -= c;
  for (const { a, b } of run.of('line-short')) short[a]! += b;
  for (const { tick, a, c } of run.of('line-picked')) {
    picked[a]! += c;
    if (picked[a] === allocated[a]) done[a] = tick;
  }
  for (let line = 0; line < lines.count; line++) {
    if (orders.staged[lines.order[line]!] === 1) allocated[line] = picked[line] = lines.units[line]!;
  }
  return { allocated, short, picked, done };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countOrders(run: RunRecord, { allocated, short, done }: LinesDone, set: Setter): void {
  const { orders, lines } = run.model.demand;
  const count = (kind: TraceEventName): number => run.of(kind).length;
  set('orders_delivered', count('order-delivered'));
  set('orders_staged', count('order-staged'));
  const through = new Set([...run.of('order-staged'), ...run.of('order-closed')].map(({ a }) => a));
  set('orders_in_work', run.of('order-released').filter(({ a }) => orders.kind[a] === DELIVERY && !through.has(a)).length);
  set('order_cycle_time_mean', mean(run.of('order-delivered').map(({ tick, a }) => (tick - orders.arrival[a]!) / HOUR)));
  const units = allocated.reduce((sum, each) => sum + each, 0);
  set('fill_rate', (100 * units) / (units + short.reduce((sum, each) => sum + each, 0)));
  set('visits_served', count('order-sold'));
  set('visit_time_mean', mean(run.of('order-sold').map(({ tick, a }) => (tick - orders.arrival[a]!) / 60e6)));
  set('lines_sold_at_counter', linesOf(run, done).filter((line) => orders.kind[lines.order[line]!] === COUNTER_VISIT).length);
  set('lines_picked', linesOf(run, done).filter((line) => orders.kind[lines.order[line]!] === DELIVERY).length);
  set(
    'cartons_packed',
    run.of('order-packed').reduce((sum, { c }) => sum + c, 0),
  );
  const last = run.of('order-staged').at(-1);
  if (last !== undefined) set('last_order_staged_hour', (last.tick % DAY) / HOUR);
  set('trucks_received', count('truck-arrived'));
}

/** Lines picked in full during the run. */
function linesOf(run: RunRecord, done: Float64Array): number[] {
  return [...done.keys()].filter((line) => done[line]! <= run.to);
}

/** By line: the pick with which it was complete, which may be one that was given up. */
function lastPicks(run: RunRecord): ReadonlyMap<number, Happening> {
  const last = new Map<number, Happening>();
  for (const event of run.events) if (event.kind === 'line-picked' || event.kind === 'short-pick') last.set(event.a, event);
  return last;
}

function measurePicking(run: RunRecord, { done }: LinesDone, set: Setter): void {
  const { lines, orders } = run.model.demand;
  const tours = tasksByPerson(run)
    .flat()
    .filter(({ kind, end }) => kind === PICK && end < Infinity);
  let metres = 0;
  let ticks = 0;
  for (const { person, start, end } of tours) {
    ticks += end - start;
    for (const leg of run.legs[run.personAgent[person]!]!) {
      if (leg.t0 >= start && leg.t1 <= end && !onRoad(leg.state)) metres += flatDistance(leg.x0, leg.y0, leg.x1, leg.y1);
    }
  }
  const picked = linesOf(run, done).filter((line) => orders.kind[lines.order[line]!] === DELIVERY);
  const last = lastPicks(run);
  const onTours = picked.filter((line) => {
    const { tick, b: location } = last.get(line)!;
    const zone = zoneOf(run, location);
    const tour = toursWith(run, lines.order[line]!).find(
      ({ task, zone: own }) => own === zone && task.start < tick && task.end >= tick,
    );
    return tour !== undefined && tour.task.end < Infinity;
  }).length;
  set('pick_tours', tours.length);
  set('lines_per_tour', onTours / tours.length);
  set('lines_per_labour_hour', onTours / (ticks / HOUR));
  set('metres_per_line', metres / onTours);
  set('wrong_pick_rate', (100 * run.of('wrong-pick').length) / picked.length);
}

function measureSales(run: RunRecord, picked: Int32Array, set: Setter): void {
  const { demand, items } = run.model;
  const { orders, lines } = demand;
  const refused = new Set(run.of('line-refused').map(({ a }) => a));
  let sales_krw = 0;
  for (const { a: order } of [...run.of('order-delivered'), ...run.of('order-sold')]) {
    for (let line = orders.firstLine[order]!; line < orders.firstLine[order + 1]!; line++) {
      if (!refused.has(line)) sales_krw += picked[line]! * items.price_krw[lines.item[line]!]!;
    }
  }
  set('sales', sales_krw);
}

function measureStock(run: RunRecord, set: Setter): void {
  const { demand } = run.model;
  set(
    'units_in_stock',
    run.of('stock-changed').reduce((sum, { b: change }) => sum + change, 0),
  );
  set(
    'units_rejected',
    run.of('units-rejected').reduce((sum, { c }) => sum + c, 0),
  );
  const toPlace = Int32Array.from(demand.inboundLines.units);
  const hours: number[] = [];
  for (const { tick, kind, a: line, c } of run.events) {
    if ((kind !== 'put-away-done' && kind !== 'units-rejected') || line < 0) continue;
    toPlace[line]! -= c;
    if (kind === 'put-away-done' && toPlace[line] === 0)
      hours.push((tick - demand.trucks.arrival[demand.inboundLines.truck[line]!]!) / HOUR);
  }
  set('lines_put_away', hours.length);
  set('dock_to_stock_time_mean', mean(hours));
}

/** The first skill of the roles in each group. */
const GROUPS: Readonly<Record<string, number>> = { receiving: 0, forklift: 2, picking: 3, packing: 4, counter: 6, drivers: 7 };

function measureTime(run: RunRecord, { done }: LinesDone, set: Setter): void {
  const { people, roles, equipment } = run.model.labour;
  const ticksOf = people.map((_, person) => {
    const ticks = new Map<AgentState, number>();
    for (const leg of run.legs[run.personAgent[person]!]!) ticks.set(leg.state, (ticks.get(leg.state) ?? 0) + leg.t1 - leg.t0);
    return ticks;
  });
  const sum = (persons: readonly number[], states: readonly AgentState[]): number =>
    persons.reduce((all, person) => all + states.reduce((each, state) => each + (ticksOf[person]!.get(state) ?? 0), 0), 0);
  const skill = (person: number): number | undefined => roles[people[person]!.role]!.skills[0];
  const floor = [...people.keys()].filter((person) => skill(person) !== undefined);
  const onShift: readonly AgentState[] = [
    ...WORKING,
    ...WALKING,
    ...WAITING,
    'idle',
    'parked',
    'charging',
    'pre-cooling',
    'down',
    'broken-down',
  ];
  const share = (id: string, persons: readonly number[], states: readonly AgentState[]): void => {
    set(id, (100 * sum(persons, states)) / sum(persons, onShift));
  };
  share('people_working_share', floor, WORKING);
  share('people_walking_share', floor, WALKING);
  share('people_waiting_share', floor, WAITING);
  for (const state of WAITING) share(`people_${state.replace('-', '_')}_share`, floor, [state]);
  share('people_idle_share', floor, ['idle', 'parked']);
  share('people_down_share', floor, ['down', 'broken-down']);
  for (const [group, first] of Object.entries(GROUPS)) {
    share(
      `utilisation_${group}`,
      floor.filter((person) => skill(person) === first),
      [...WORKING, ...WALKING],
    );
  }
  const paid: readonly AgentState[] = [...onShift, 'office', 'break'];
  const cost_krw = people.reduce((all, { role }, person) => all + (sum([person], paid) / HOUR) * roles[role]!.wage_krwPerHour, 0);
  set('labour_cost', cost_krw);
  set('labour_cost_per_line', cost_krw / linesOf(run, done).length);

  const held = heldTicks(run);
  EQUIPMENT_KINDS.forEach((name, kind) => {
    const machines = [...equipment.keys()].filter((machine) => equipment[machine]!.kind === kind);
    set(
      `utilisation_${name.replaceAll('-', '_')}`,
      (100 * machines.reduce((all, machine) => all + held[machine]!, 0)) / (machines.length * run.to),
    );
  });
}

/** Ticks for which each machine was held and not under repair. */
function heldTicks(run: RunRecord): number[] {
  const ticks = run.model.labour.equipment.map(() => 0);
  const since = new Map<number, number>();
  const inHand = new Set<number>();
  const stop = (machine: number, tick: number): void => {
    const start = since.get(machine);
    if (start !== undefined) ticks[machine]! += tick - start;
    since.delete(machine);
  };
  for (const { tick, kind, a: machine } of run.events) {
    if (kind === 'equipment-seized') {
      inHand.add(machine);
      since.set(machine, tick);
    } else if (kind === 'equipment-released') {
      inHand.delete(machine);
      stop(machine, tick);
    } else if (kind === 'equipment-down') stop(machine, tick);
    else if (kind === 'equipment-up' && inHand.has(machine)) since.set(machine, tick);
  }
  for (const machine of [...since.keys()]) stop(machine, run.to);
  return ticks;
}

/** The trace tells ages to the minute, and expected times to the second: days, and minutes, by which these figures may differ. */
const TOLERANCE: Readonly<Record<string, number>> = {
  dwell_time_mean: 1 / 1440,
  stock_age_mean: 1 / 1440,
  eta_error_mean: 0.5 / 60,
};

/** Every KPI of a run that differs from the figure worked out here, or that nothing here works out. */
export function checkKpis(
  model: Model,
  agents: AgentTable,
  chunks: Iterable<TraceChunk>,
  kpis: Readonly<Record<string, number>>,
): Violation[] {
  const list = [...chunks];
  const figures = figuresOf(model, agents, list);
  const violations: Violation[] = [];
  const report = (id: string, message: string): void =>
    void violations.push({ rule: 'kpis', tick: list.at(-1)?.to ?? 0, place: `KPI ${id}`, message });
  for (const id of new Set([...Object.keys(kpis), ...figures.keys()])) {
    const told = kpis[id];
    const own = figures.get(id);
    if (own === undefined) {
      if (!(id in NOT_IN_TRACE)) report(id, `is told as ${told}; the trace gives none`);
    } else if (told === undefined) report(id, `is not told; the trace gives ${own}`);
    else if (Math.abs(told - own) > (TOLERANCE[id] ?? 0) + 1e-6 * Math.max(1, Math.abs(own)))
      report(id, `is told as ${told}; the trace gives ${own}`);
  }
  return violations;
}

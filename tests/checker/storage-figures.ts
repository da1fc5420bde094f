// The KPIs of storage again, from model and trace alone: what lies where since when, what was moved, what drifted.

import { COUNTERBALANCE_TRUCK, PICK, REPLENISH, RE_SLOT, REACH_TRUCK } from '../../packages/engine/src/model/labour.ts';
import { NEVER, lotKey, minuteOf, readLots, type LotChange } from './lots.ts';
import { readMoves } from './moves.ts';
import type { RunRecord } from './record.ts';
import { tasksByPerson } from './work-days.ts';

const MINUTE = 60e6;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Setter = (id: string, value: number) => void;

export function measureStorage(run: RunRecord, set: Setter): void {
  const { lots } = readLots(run);
  const held = lotsHeld(lots.values());
  measureRoom(run, held, set);
  measureStay(run, lots, held, set);
  measureMoves(run, set);
  set('face_stock_out_hours', lostAtFaces(run) / HOUR);
  set('face_stock_outs', run.of('face-empty').filter(({ c: person }) => person >= 0).length);
  set('storage_rule_violations', 0);
  measureDrift(run, set);
}

/** What lies in each lot at the end. */
function lotsHeld(changes: Iterable<LotChange>): LotChange[] {
  const lots = new Map<string, LotChange>();
  for (const change of changes) {
    const key = lotKey(change.location, change.item, change);
    lots.set(key, { ...change, units: change.units + (lots.get(key)?.units ?? 0) });
  }
  return [...lots.values()].filter(({ units }) => units > 0);
}

function sumOf<Each>(all: Iterable<Each>, value: (each: Each) => number): number {
  let sum = 0;
  for (const each of all) sum += value(each);
  return sum;
}

function measureRoom({ model, events, to }: RunRecord, held: readonly LotChange[], set: Setter): void {
  const { locations, items } = model;
  const slot_m3 = (location: number): number =>
    locations.width_m[location]! * locations.depth_m[location]! * locations.height_m[location]!;
  const occupied = [...new Set(held.map(({ location }) => location))];
  const occupied_m3 = sumOf(occupied, slot_m3);
  const all_m3 = sumOf(locations.place.keys(), slot_m3);
  const goods_m3 = sumOf(held, ({ item, units }) => units * items.length_m[item]! * items.width_m[item]! * items.height_m[item]!);
  set('location_occupancy', (100 * occupied.length) / locations.count);
  set('space_use', (100 * goods_m3) / all_m3);
  set('honeycombing', (100 * (occupied_m3 - goods_m3)) / occupied_m3);
  const units = new Map<number, number>();
  let ticks = 0; // with goods in them, over all locations: to the end for what is put in, less what is left of it when it is emptied
  for (const { tick, kind, a: location, b: change } of events) {
    if (kind !== 'stock-changed') continue;
    const before = units.get(location) ?? 0;
    units.set(location, before + change);
    if (before === 0) ticks += to - tick;
    if (before + change === 0) ticks -= to - tick;
  }
  set('location_occupancy_mean', (100 * ticks) / (locations.count * to));
}

function measureStay(run: RunRecord, lots: ReturnType<typeof readLots>['lots'], held: readonly LotChange[], set: Setter): void {
  const { items } = run.model;
  const inStock = sumOf(held, ({ units }) => units);
  const picked = sumOf(run.of('line-picked'), ({ c: units }) => units);
  set('stock_turnover', (picked * 365) / ((inStock * run.to) / DAY));
  set('stock_age_mean', sumOf(held, ({ units, received }) => (units * (run.to - received * MINUTE)) / DAY) / inStock);
  let stay = 0;
  run.events.forEach((event, i) => {
    const before = event.kind === 'line-picked' ? lots.get(run.events[i - 1]!) : undefined;
    if (before !== undefined) stay += (event.c * (event.tick - before.received * MINUTE)) / DAY;
  });
  set('dwell_time_mean', stay / picked);

  // On trucks too: what was lifted and not set down.
  const onHand = new Map<number, number>();
  const add = (item: number, units: number): void => void onHand.set(item, (onHand.get(item) ?? 0) + units);
  for (const { item, units } of held) add(item, units);
  for (const { b: item, c: units } of run.of('units-lifted')) add(item, units);
  for (const { b: item, c: units } of run.of('units-set-down')) add(item, -units);
  const asked = held.filter(({ item }) => items.demand[item]! > 0);
  const demand = sumOf(asked, ({ item, units }) => (items.demand[item]! * units) / onHand.get(item)!);
  set('days_of_cover', sumOf(asked, ({ units }) => units) / demand);
  const expiry = expiryTicks(run);
  set(
    'units_expired',
    sumOf(held, ({ item, units, expires }) => (expires !== NEVER && expiry(item, expires) <= run.to ? units : 0)),
  );
}

/** The tick of an expiry of which the trace tells the minute. */
function expiryTicks({ model }: RunRecord): (item: number, minute: number) => number {
  const ticks = new Map<string, number>();
  for (const { item, expiry } of [model.initialStock, model.demand.inboundLines]) {
    item.forEach((each, row) => ticks.set(`${each}/${minuteOf(expiry[row]!)}`, expiry[row]!));
  }
  return (item, minute) => ticks.get(`${item}/${minute}`) ?? minute * MINUTE;
}

function measureMoves(run: RunRecord, set: Setter): void {
  const steps = readMoves(run);
  const brought = steps.filter(({ event, task }) => event.kind === 'units-set-down' && task?.kind === REPLENISH);
  const moved = steps.filter(({ event: { kind, b: home }, task }) => kind === 'home-given' && home >= 0 && task!.end < Infinity);
  const hours = (kind: number): number =>
    sumOf(tasksByPerson(run).flat(), (task) => (task.kind === kind && task.end < Infinity ? task.end - task.start : 0)) / HOUR;
  set('replenishments', brought.length);
  set(
    'units_replenished',
    sumOf(brought, ({ event: { c: units } }) => units),
  );
  set('replenishment_hours', hours(REPLENISH));
  set('skus_re_slotted', moved.length);
  set('re_slotting_hours', hours(RE_SLOT));
}

/** Ticks for which pickers waited at faces until goods came, and took goods out of the reserve instead. */
function lostAtFaces(run: RunRecord): number {
  const { locations } = run.model;
  const waiting = tasksByPerson(run).map((tasks, person) =>
    run.legs[run.personAgent[person]!]!.filter(
      ({ state, t0, t1 }) =>
        state === 'waiting-goods' && tasks.some(({ kind, start, end }) => kind === PICK && start <= t0 && t1 <= end),
    ),
  );
  let ticks = 0;
  const counted = new Map<number, number>(); // up to which the person's waiting is counted
  for (const { tick, b: location, c: person } of run.of('face-empty')) {
    if (person < 0) continue;
    if (locations.handPick[location] === 0) {
      ticks += Math.round(reach_s(run, location, person, tick) * 1e6);
      continue;
    }
    if ((counted.get(person) ?? -1) >= tick) continue;
    const from = waitsFrom(run, person, tick);
    let end = from;
    for (const { t0, t1 } of waiting[person]!) if (t0 === end) end = t1;
    counted.set(person, end);
    if (end === run.to) end = lastArrival(run, locations.place[location]!, tick);
    ticks += end - from;
  }
  return ticks;
}

/** Fetching goods from the reserve: with a truck that lifts, up and down by its fork. */
function reach_s(run: RunRecord, location: number, person: number, tick: number): number {
  const { labour, locations, operations } = run.model;
  const seized = run.of('equipment-seized').filter((each) => each.b === person && each.tick <= tick);
  const machine = labour.equipment[seized.at(-1)?.a ?? -1];
  if (machine === undefined || ![REACH_TRUCK, COUNTERBALANCE_TRUCK].includes(machine.kind) || machine.lift_mps <= 0)
    return operations.reserveAccess_s;
  return (2 * Math.max(0, locations.z_m[location]! - locations.height_m[location]! / 2)) / machine.lift_mps;
}

/** When a picker who finds a face empty begins to wait: at once, or when he is out of the aisle with his cart. */
function waitsFrom(run: RunRecord, person: number, tick: number): number {
  if (!run.model.traffic.congestion) return tick;
  const onTheWay = ['carrying', 'waiting-aisle'];
  const next = run.legs[run.personAgent[person]!]!.find(
    ({ t0, t1, state }) => t0 >= tick && t1 > t0 && !onTheWay.includes(state),
  );
  return next?.state === 'waiting-goods' ? next.t0 : tick;
}

/** When goods were last set down at a place since a tick; the tick itself where none were. */
function lastArrival(run: RunRecord, place: number, since: number): number {
  const arrivals = run
    .of('units-set-down')
    .filter(({ tick, a: location }) => tick >= since && run.model.locations.place[location] === place);
  return arrivals.at(-1)?.tick ?? since;
}

/** By the formulas of popularity-drift.ts, with the lines of the orders that have come in. */
function measureDrift({ model, to }: RunRecord, set: Setter): void {
  const { items, demand, history } = model;
  const counts = new Float64Array(items.count);
  for (let line = 0; line < demand.lines.count; line++) {
    const arrival = demand.orders.arrival[demand.lines.order[line]!]!;
    if (arrival >= 0 && arrival <= to) counts[demand.lines.item[line]!]!++;
  }
  const n = sumOf(counts, (count) => count);
  const learnt = sumOf(items.popularity, (popularity) => popularity);
  const classes: { expected: number; counted: number }[] = [];
  let rare = { expected: 0, counted: 0 };
  counts.forEach((counted, item) => {
    const expected = (n * items.popularity[item]!) / learnt;
    if (expected >= 5) classes.push({ expected, counted });
    else {
      rare = { expected: rare.expected + expected, counted: rare.counted + counted };
      if (rare.expected >= 5) {
        classes.push(rare);
        rare = { expected: 0, counted: 0 };
      }
    }
  });
  const last = classes.pop();
  if (last === undefined || classes.length === 0) return;
  classes.push({ expected: last.expected + rare.expected, counted: last.counted + rare.counted });
  const k = classes.length;
  const sample = history.item.length > 0 ? history.item.length : Infinity;
  const factor = sample === Infinity ? 1 : (n + sample) / sample;
  const shares = classes.map(({ expected, counted }) =>
    sample === Infinity ? expected / n : (counted + (expected / n) * sample) / (n + sample),
  );
  const x2 = sumOf(classes.keys(), (i) => (classes[i]!.counted - classes[i]!.expected) ** 2 / (n * shares[i]! * factor));
  const variance = 2 * (k - 1) + (sumOf(shares, (share) => 1 / share) - k ** 2 - 2 * k + 2) / n;
  const freedom = (2 * (k - 1) ** 2) / variance;
  set('popularity_drift_z', (Math.cbrt(x2 / (k - 1)) - 1 + 2 / (9 * freedom)) / Math.sqrt(2 / (9 * freedom)));
  const distance = sumOf(classes, ({ expected, counted }) => Math.abs(counted - expected)) / (2 * n);
  const noise = sumOf(shares, (share) => Math.sqrt((2 * share * (1 - share) * factor) / (Math.PI * n))) / 2;
  set('popularity_drift', 100 * Math.max(0, distance - noise));
}

// The KPIs of picking quality, packing and timeliness again, from model and trace alone.

import { PACK, PICK } from '../../packages/engine/src/model/labour.ts';
import type { AgentState } from '../../packages/engine/src/trace/format.ts';
import { CLOSE_M, flatDistance } from './geometry.ts';
import type { RunRecord } from './record.ts';
import { tasksByPerson } from './work-days.ts';

const MINUTE = 60e6;
const HOUR = 60 * MINUTE;

type Setter = (id: string, value: number) => void;

export function measurePickQuality(run: RunRecord, set: Setter): void {
  measureErrors(run, set);
  measureShort(run, set);
  measureTimeliness(run, set);
  measurePacking(run, set);
  if (run.model.traffic.congestion) measureCongestion(run, set);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function measureErrors(run: RunRecord, set: Setter): void {
  const { model } = run;
  const { lines } = model.demand;
  const made = run.of('wrong-pick');
  const found = run.of('wrong-pick-found');
  const foundAt = new Map(found.map(({ a, c }) => [a, c]));
  const reached = new Set([...run.of('order-delivered'), ...run.of('order-sold')].map(({ a }) => a));
  const delivered = made.filter(({ a }) => !foundAt.has(a) && reached.has(lines.order[a]!));
  const atPick = found.filter(({ c }) => c === 0);
  const atPacking = found.filter(({ c }) => c === 1);
  set('wrong_picks', made.length);
  set('wrong_picks_found_at_pick', atPick.length);
  set('wrong_picks_found_at_packing', atPacking.length);
  set('wrong_lines_delivered', delivered.length);
  const packed = new Set(run.of('order-packed').map(({ a }) => a));
  const known = made.filter(({ a }) => packed.has(lines.order[a]!) && foundAt.get(a) !== 0).length;
  set('packing_detection_rate', (100 * atPacking.length) / known);
  const wage = (kind: number): number => {
    const able = model.labour.people.map(({ role }) => model.labour.roles[role]!).filter(({ skills }) => skills.includes(kind));
    return able.length === 0 ? 0 : mean(able.map(({ wage_krwPerHour }) => wage_krwPerHour));
  };
  const recheck_h = rechecking(run) / HOUR;
  const correction_h = (atPacking.length * model.operations.mispickCorrection_s) / 3600;
  set('pick_error_cost', recheck_h * wage(PICK) + correction_h * wage(PACK) + delivered.length * model.picking.wrongDelivery_krw);
}

/** Ticks that pickers spend putting right at once what they find wrong: booked as a whole when it begins. */
function rechecking(run: RunRecord): number {
  let ticks = 0;
  const stops = new Set(run.of('wrong-pick-found').flatMap(({ tick, b, c }) => (c === 0 ? [`${b}/${tick}`] : [])));
  for (const stop of stops) {
    const [person, tick] = stop.split('/').map(Number) as [number, number];
    let taken = false;
    for (const leg of run.legs[run.personAgent[person]!]!) {
      if (leg.t0 < tick || leg.t1 === leg.t0) continue;
      if (flatDistance(leg.x0, leg.y0, leg.x1, leg.y1) > CLOSE_M) break;
      // Another search is that of the next stop, which may be at the same place.
      if (leg.state === 'searching' && taken) break;
      if (leg.state === 'picking') taken = true;
      if (leg.state === 'searching' || leg.state === 'picking') ticks += leg.t1 - leg.t0;
      else if (leg.state !== 'waiting-face' && leg.state !== 'down') break;
    }
  }
  return ticks;
}

function measureShort(run: RunRecord, set: Setter): void {
  const { picking } = run.model;
  const shorts = run.of('short-pick');
  set('short_picks', shorts.length);
  // What is short at the moment of a short pick, of that line.
  const at = new Set(shorts.map(({ tick, a }) => `${tick}/${a}`));
  set(
    'units_short_picked',
    run.of('line-short').reduce((sum, { tick, a, b }) => sum + (at.has(`${tick}/${a}`) ? b : 0), 0),
  );
  const ended = tasksByPerson(run)
    .flat()
    .filter(({ kind, end }) => kind === PICK && end < Infinity);
  const ticks = ended.reduce((sum, { start, end }) => sum + end - start, 0);
  set('short_pick_time_share', (100 * shorts.length * Math.round(picking.shortPick_s * 1e6)) / ticks);
  const first = new Map<number, number>();
  const parts = new Map<number, number>();
  for (const { tick, a: order } of run.of('zone-picked')) {
    if (!first.has(order)) first.set(order, tick);
    parts.set(order, (parts.get(order) ?? 0) + 1);
  }
  const waits = run
    .of('order-picked')
    .filter(({ a }) => picking.method === 'parallel-zones' && (parts.get(a) ?? 0) > 1)
    .map(({ tick, a }) => (tick - first.get(a)!) / MINUTE);
  set('consolidation_wait_mean', mean(waits));
}

function measureTimeliness(run: RunRecord, set: Setter): void {
  const { orders } = run.model.demand;
  const staged = run.of('order-staged');
  set('order_staging_time_mean', mean(staged.map(({ tick, a }) => (tick - orders.arrival[a]!) / HOUR)));
  set('order_tardiness_mean', mean(staged.map(({ tick, a }) => Math.max(0, tick - orders.due[a]!) / MINUTE)));
  set('orders_tardy', (100 * staged.filter(({ tick, a }) => tick > orders.due[a]!).length) / staged.length);
}

function measurePacking(run: RunRecord, set: Setter): void {
  const { packing } = run.model;
  const cartons = run.of('carton-packed');
  const packed = run.of('order-packed').length;
  const waits = packingWaits(run);
  if (waits.length > 0) {
    set('packing_queue_time_mean', mean(waits));
    set('packing_queue_time_max', Math.max(...waits));
  }
  set('cartons_per_order', cartons.length / packed);
  if (packing.check === 'weight') set('check_weight_openings', run.of('carton-opened').length);
  if (packing.carriers.length > 0) {
    const carriers = run.of('carrier-loaded');
    set('carriers_used', carriers.length);
    set(
      'carrier_cost',
      carriers.reduce((sum, { b }) => sum + packing.carriers[b]!.cost_krw, 0),
    );
  }
}

/** Minutes that each order waited: from being picked until a packer has a station for it. */
function packingWaits(run: RunRecord): number[] {
  const picked = new Map(run.of('order-picked').map(({ a, tick }) => [a, tick]));
  const waits: number[] = [];
  const seen = new Set<number>();
  const tasks = tasksByPerson(run).flat();
  for (const { person, kind, subject, start } of tasks.sort((p, q) => p.start - q.start)) {
    // What waits for room in a lane is brought out in a second task.
    if (kind !== PACK || seen.has(subject)) continue;
    seen.add(subject);
    let given = start;
    for (const { t0, t1, state } of run.legs[run.personAgent[person]!]!) {
      if (t0 !== given || t1 === t0) continue;
      if (state !== 'waiting-station') break;
      given = t1;
    }
    if (given < run.to) waits.push((given - picked.get(subject)!) / MINUTE);
  }
  return waits;
}

function measureCongestion(run: RunRecord, set: Setter): void {
  const hours = (state: AgentState): number =>
    run.personAgent.reduce(
      (sum, agent) => sum + (run.legs[agent] ?? []).reduce((own, leg) => own + (leg.state === state ? leg.t1 - leg.t0 : 0), 0),
      0,
    ) / HOUR;
  set('aisle_waiting_hours', hours('waiting-aisle'));
  set('face_waiting_hours', hours('waiting-face'));
  const tours = tasksByPerson(run).map((own) => own.filter(({ kind }) => kind === PICK));
  const ended = tours.flat().filter(({ end }) => end < Infinity);
  const onTour = tours.map((own, person) =>
    waits(run, run.personAgent[person]!).filter(({ from }) => own.some(({ start, end }) => start <= from && from < end)),
  );
  const blocked = onTour.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  set('picker_blocked_share', (100 * blocked) / ended.reduce((sum, { start, end }) => sum + end - start, 0));
  const members = [...run.memberAgent.values()].flatMap((agent) => waits(run, agent));
  set('member_waiting_hours', members.reduce((sum, { from, to }) => sum + to - from, 0) / HOUR);
}

/** Waits of an agent in aisles and at faces that have ended. */
function waits(run: RunRecord, agent: number): { from: number; to: number }[] {
  const found: { from: number; to: number; state: AgentState }[] = [];
  for (const { t0, t1, state } of run.legs[agent] ?? []) {
    if ((state !== 'waiting-aisle' && state !== 'waiting-face') || t1 === t0) continue;
    const last = found.at(-1);
    if (last !== undefined && last.to === t0 && last.state === state) last.to = t1;
    else found.push({ from: t0, to: t1, state });
  }
  return found.filter(({ to }) => to < run.to);
}

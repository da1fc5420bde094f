// Impossible things, one at a time, to be planted into the tiny day; and the rule that must see each.

import type { Model } from '../../packages/engine/src/model/model.ts';
import type { AgentState, TraceChunk, TraceEventName } from '../../packages/engine/src/trace/format.ts';
import { TINY_AGENT } from '../fixtures/tiny-day.ts';
import { TINY_EQUIPMENT, TINY_ITEM, TINY_PERSON, TINY_PLACE, at, tinyLocation, tinyModel } from '../fixtures/tiny-model.ts';
import { chunkOf } from '../fixtures/trace-writer.ts';
import type { EventRow, SegmentRow, TraceWriter } from '../fixtures/trace-writer.ts';
import type { CheckOptions } from './check-run.ts';

interface Changed {
  readonly model?: Model;
  readonly options?: CheckOptions;
  readonly chunks?: TraceChunk[];
}

export interface Plant {
  readonly rule: string;
  readonly title: string;
  plant(day: TraceWriter): Changed | void;
}

const SLOT_A = tinyLocation(0, 0, 0, 0);
const SLOT_C = tinyLocation(1, 0, 0, 0);
const EMPTY_SLOT = tinyLocation(0, 1, 1, 1);
const { worker, packer, cashier, truck, van, member } = TINY_AGENT;

/** The n-th event of a kind (with operand a, where given). */
function event(day: TraceWriter, kind: TraceEventName, a?: number, n = 0): EventRow {
  const found = day.events.filter((row) => row.kind === kind && (a === undefined || row.a === a))[n];
  if (found === undefined) throw new Error(`the tiny day has no ${n + 1}. ${kind}`);
  return found;
}

function drop(day: TraceWriter, ...rows: EventRow[]): void {
  for (const row of rows) day.events.splice(day.events.indexOf(row), 1);
}

/** The n-th segment of an agent in a state. */
function segment(day: TraceWriter, agent: number, state: AgentState, n = 0): SegmentRow {
  const found = day.segments.filter((row) => row.agent === agent && row.state === state)[n];
  if (found === undefined) throw new Error(`the tiny day has no ${n + 1}. segment ${state} of agent ${agent}`);
  return found;
}

/** Moves the border between a segment and the one after it. */
function stretch(day: TraceWriter, row: SegmentRow, t1: number): void {
  const next = day.segments.filter((other) => other.agent === row.agent).find((other) => other.t0 === row.t1)!;
  row.t1 = next.t0 = t1;
}

/** Exchanges one step of an order with another in time. */
function swap(p: EventRow, q: EventRow): void {
  [p.tick, q.tick] = [q.tick, p.tick];
}

/** The tiny model with some parts changed by a function. */
function modelWith(change: (model: Model) => Partial<Model>): { model: Model } {
  const model = tinyModel();
  return { model: { ...model, ...change(model) } };
}

export const PLANTS: readonly Plant[] = [
  {
    rule: 'trace-order',
    title: 'a hole between two chunks',
    plant: (day) => ({ chunks: [day.chunk(0, at('08:00')), day.chunk(at('08:00') + 1, at('24:00'))] }),
  },
  { rule: 'trace-order', title: 'an event between two ticks', plant: (day) => void (event(day, 'order-packed').tick += 0.5) },
  {
    rule: 'trace-order',
    title: 'an event told after a later one',
    plant: (day) => ({
      chunks: [
        chunkOf(
          day.segments,
          [...day.events].sort((p, q) => q.tick - p.tick),
          0,
          at('24:00'),
        ),
      ],
    }),
  },
  {
    rule: 'trace-order',
    title: 'an agent missing at the end of the chunk',
    plant: (day) => void day.segments.splice(day.segments.indexOf(segment(day, packer, 'absent', 1)), 1),
  },

  { rule: 'motion-chain', title: 'a jump of 3 m', plant: (day) => void (segment(day, worker, 'handling', 1).from = [5, 2, 0]) },
  { rule: 'motion-chain', title: 'a moment without a place', plant: (day) => void (segment(day, worker, 'idle').t1 -= 1) },
  {
    rule: 'references',
    title: 'a pick from a slot that there is not',
    plant: (day) => void (event(day, 'line-picked', 0).b = 999),
  },
  { rule: 'references', title: 'a task for nobody', plant: (day) => void (event(day, 'task-started').a = -1) },
  {
    rule: 'motion-chain',
    title: 'two places at a time',
    plant: (day) => void day.segments.push({ ...segment(day, packer, 'packing'), from: [16, 2, 0], to: [16, 2, 0] }),
  },
  {
    rule: 'motion-chain',
    title: 'a leg that runs backwards in time',
    plant: (day) => void (segment(day, worker, 'picking').t1 -= 60e6),
  },
  {
    rule: 'motion-chain',
    title: 'a place that is no number',
    plant: (day) => void (segment(day, van, 'parked').to = [NaN, 0, 0]),
  },
  {
    rule: 'motion-chain',
    title: 'a van that joins the road away from the gate',
    plant: (day) => void (segment(day, van, 'driving').from = [1, 1, 0]),
  },

  {
    rule: 'motion-speed',
    title: 'a picker faster than it walks',
    plant: (day) => stretch(day, segment(day, worker, 'carrying', 6), segment(day, worker, 'carrying', 6).t1 - 1e6),
  },
  {
    rule: 'motion-speed',
    title: 'a van faster than the road',
    plant: (day) => stretch(day, segment(day, van, 'driving'), segment(day, van, 'driving').t1 - 1e6),
  },
  {
    rule: 'motion-speed',
    title: 'a truck faster than the yard allows',
    plant: (day) => stretch(day, segment(day, truck, 'walking'), segment(day, truck, 'walking').t1 - 1e6),
  },
  {
    rule: 'motion-speed',
    title: 'a member faster than its cart',
    plant: (day) => stretch(day, segment(day, member, 'walking', 1), segment(day, member, 'walking', 1).t1 - 1e6),
  },
  {
    rule: 'motion-speed',
    title: 'a walk in no time',
    plant: (day) => stretch(day, segment(day, worker, 'walking'), segment(day, worker, 'walking').t0),
  },
  {
    rule: 'motion-speed',
    title: 'somebody who moves while packing',
    plant: (day) => void (segment(day, packer, 'carrying', 1).state = 'packing'),
  },
  {
    rule: 'motion-speed',
    title: 'a cart slower than its user',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, equipment: labour.equipment.map((each) => ({ ...each, speed_mps: 0.8 })) },
      })),
  },

  {
    rule: 'motion-ground',
    title: 'a short cut through a rack',
    plant: (day) => {
      // From aisle 0 straight to aisle 1 at y = 6, instead of around by the back cross-aisle.
      const [up, across, down] = [3, 4, 5].map((n) => segment(day, worker, 'carrying', n + 3));
      across!.from = up!.to = [6, 6, 0];
      across!.to = down!.from = [10, 6, 0];
    },
  },
  {
    rule: 'motion-ground',
    title: 'a step off the ways',
    plant: (day) => void (segment(day, worker, 'carrying', 2).to = [6.5, 2.5, 0]),
  },
  {
    rule: 'motion-ground',
    title: 'a one-way aisle against its direction',
    plant: () =>
      modelWith(({ network }) => ({
        network: { ...network, edges: { ...network.edges, oneWay: Uint8Array.of(0, 0, 0, 0, 1, 0, 0, 0) } },
      })),
  },
  {
    rule: 'motion-ground',
    title: 'a person outside the walls',
    plant: () => modelWith(({ building }) => ({ building: { ...building, depth_m: 7 } })),
  },
  {
    rule: 'motion-ground',
    title: 'a truck in the hall',
    plant: (day) => void (segment(day, truck, 'docked').from = segment(day, truck, 'docked').to = [2, 4, 0]),
  },

  {
    rule: 'motion-shortest',
    title: 'a detour by the back cross-aisle',
    plant: (day) => {
      // The member returns from (10, 4) to (10, 2) by way of aisle 0.
      const back = segment(day, member, 'walking', 2);
      const rows = day.segments;
      const points: [number, number][] = [
        [10, 4],
        [10, 8],
        [6, 8],
        [6, 2],
        [10, 2],
      ];
      rows.splice(
        rows.indexOf(back),
        1,
        ...points.slice(1).map(([x, y], i): SegmentRow => ({
          agent: member,
          t0: back.t0 + i * 1000,
          t1: back.t0 + (i + 1) * 1000,
          from: [...points[i]!, 0],
          to: [x, y, 0],
          state: 'walking',
        })),
      );
    },
  },

  { rule: 'work-at-place', title: 'a pick from the next aisle', plant: (day) => void (event(day, 'line-picked', 0).b = SLOT_C) },
  {
    rule: 'work-at-place',
    title: 'a put-away where nobody is',
    plant: (day) => void (event(day, 'put-away-done', 0).b = SLOT_A),
  },
  {
    rule: 'work-at-place',
    title: 'packing away from the station',
    plant: () =>
      modelWith(({ building }) => ({
        building: {
          ...building,
          stations: building.stations.map((each) => ({ ...each, place: each.kind === 0 ? TINY_PLACE.depot : each.place })),
        },
      })),
  },
  {
    rule: 'work-at-place',
    title: 'a truck unloaded by nobody',
    plant: (day) => void (event(day, 'truck-unloaded').tick += 60e6),
  },
  {
    rule: 'work-at-place',
    title: 'an order staged in a lane where the packer is not',
    plant: (day) => void (event(day, 'order-staged').tick -= 3.5e6),
  },
  { rule: 'work-at-place', title: 'an order loaded by nobody', plant: (day) => void (event(day, 'order-loaded').tick -= 301e6) },
  {
    rule: 'work-at-place',
    title: 'a vehicle that is said to dock before it comes',
    plant: (day) => void (event(day, 'vehicle-docked').tick -= 4e6),
  },
  {
    rule: 'work-at-place',
    title: 'a delivery before the van is at the store',
    plant: (day) => void (event(day, 'order-delivered', 1).tick -= 400e6),
  },

  {
    rule: 'shift-hours',
    title: 'work before the shift',
    plant: (day) => stretch(day, segment(day, packer, 'absent'), at('06:00')),
  },
  {
    rule: 'shift-hours',
    title: 'absence within the shift',
    plant: (day) => void (segment(day, cashier, 'idle').state = 'absent'),
  },
  {
    rule: 'shift-hours',
    title: 'a shift that is left early',
    plant: (day) => void (event(day, 'shift-ended', TINY_PERSON.packer).tick -= 60e6),
  },
  {
    rule: 'shift-hours',
    title: 'a shift that nothing prolongs',
    plant: (day) => {
      event(day, 'shift-ended', TINY_PERSON.packer).tick += 60e6;
      stretch(day, segment(day, packer, 'idle', 2), at('12:01'));
    },
  },
  {
    rule: 'shift-hours',
    title: 'a shift nobody begins',
    plant: (day) => drop(day, event(day, 'shift-started', TINY_PERSON.packer)),
  },
  {
    rule: 'shift-hours',
    title: 'a task begun after the end of the shift',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, shifts: labour.shifts.map((shift) => ({ ...shift, end_s: 8 * 3600 })) },
      })),
  },
  { rule: 'shift-hours', title: 'work without a task', plant: (day) => void (segment(day, cashier, 'idle').state = 'handling') },

  {
    rule: 'breaks',
    title: 'a break cut short',
    plant: (day) => {
      event(day, 'break-ended', TINY_PERSON.worker).tick -= 60e6;
      stretch(day, segment(day, worker, 'break'), at('09:39'));
    },
  },
  {
    rule: 'breaks',
    title: 'a break not given',
    plant: (day) => {
      drop(day, event(day, 'break-started', TINY_PERSON.worker), event(day, 'break-ended', TINY_PERSON.worker));
      segment(day, worker, 'break').state = 'idle';
    },
  },
  {
    rule: 'breaks',
    title: 'a break before its time',
    plant: (day) => {
      event(day, 'break-started', TINY_PERSON.worker).tick -= 60e6;
      const idle = day.segments.find((row) => row.agent === worker && row.t1 === at('09:30'))!;
      stretch(day, idle, at('09:29'));
    },
  },
  { rule: 'breaks', title: 'work in a break', plant: (day) => void (segment(day, worker, 'break').state = 'handling') },
  {
    rule: 'breaks',
    title: 'a task while the break is due',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, shifts: labour.shifts.map((shift) => ({ ...shift, breaks: [{ at_s: 8 * 3600, length_s: 600 }] })) },
      })),
  },

  {
    rule: 'tasks',
    title: 'two tasks at a time',
    plant: (day) => void (event(day, 'task-started', TINY_PERSON.worker, 2).tick -= 1),
  },
  {
    rule: 'tasks',
    title: 'a task finished that was not begun',
    plant: (day) => void (event(day, 'task-finished', TINY_PERSON.packer).c = 7),
  },
  {
    rule: 'tasks',
    title: 'a task without the skill',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, roles: labour.roles.map((role) => (role.id === 'packer' ? { ...role, skills: [0] } : role)) },
      })),
  },
  {
    rule: 'state-fits-task',
    title: 'a picker who packs',
    plant: (day) => void (segment(day, worker, 'picking', 2).state = 'packing'),
  },

  {
    rule: 'task-outcome',
    title: 'a sale without a cashier',
    plant: (day) => void (event(day, 'order-sold').b = TINY_PERSON.packer),
  },
  {
    rule: 'task-outcome',
    title: 'a packing task that packs nothing',
    plant: (day) => drop(day, event(day, 'order-packed', 1), event(day, 'order-staged', 1)),
  },
  {
    rule: 'task-outcome',
    title: 'a tour driven by the wrong driver',
    plant: () =>
      modelWith(({ fleet }) => ({
        fleet: { ...fleet, vehicles: fleet.vehicles.map((vehicle) => ({ ...vehicle, driver: TINY_PERSON.packer })) },
      })),
  },
  {
    rule: 'told-as-seen',
    title: 'a pick told while its picker still searches',
    plant: (day) => {
      const told = event(day, 'line-picked', 0);
      const taken = day.events.find((row) => row.kind === 'stock-changed' && row.tick === told.tick)!;
      told.tick = taken.tick = segment(day, worker, 'picking', 2).t0 - 1e6;
    },
  },
  {
    rule: 'told-as-seen',
    title: 'a truck seen at a door of which nothing is told',
    plant: (day) => drop(day, event(day, 'truck-docked')),
  },
  {
    rule: 'told-as-seen',
    title: 'work seen that nobody tells of',
    plant: (day) => void (segment(day, packer, 'handling').state = 'packing'),
  },
  {
    rule: 'told-as-seen',
    title: 'a break told while its taker is idle',
    plant: (day) => void (segment(day, worker, 'break').state = 'idle'),
  },
  {
    rule: 'stock-legal',
    title: 'more units taken than there are',
    plant: (day) => void (event(day, 'stock-changed', SLOT_A, 2).b = -30),
  },
  {
    rule: 'stock-legal',
    title: 'two SKUs in one slot',
    plant: (day) => void (event(day, 'stock-changed', tinyLocation(1, 1, 1, 0)).a = SLOT_A),
  },
  {
    rule: 'stock-legal',
    title: 'chilled goods in an ambient slot',
    plant: () =>
      modelWith(({ items }) => ({
        items: { ...items, temperature: Uint8Array.of(0, 1, 0, 0) },
      })),
  },
  {
    rule: 'stock-legal',
    title: 'goods larger than the slot',
    plant: () =>
      modelWith(({ locations }) => ({
        locations: { ...locations, height_m: new Float32Array(16).fill(0.05) },
      })),
  },
  {
    rule: 'stock-legal',
    title: 'a load above what the slot bears',
    plant: () =>
      modelWith(({ locations }) => ({
        locations: { ...locations, maxLoad_kg: new Float32Array(16).fill(30) },
      })),
  },

  {
    rule: 'stock-cause',
    title: 'initial stock in another slot than the model says',
    plant: (day) => void (event(day, 'stock-changed', tinyLocation(0, 0, 1, 0)).a = EMPTY_SLOT),
  },
  {
    rule: 'stock-cause',
    title: 'goods that vanish',
    plant: (day) => day.event(at('09:00'), 'stock-changed', SLOT_C, -2, TINY_ITEM.C),
  },
  {
    rule: 'stock-cause',
    title: 'goods that appear',
    plant: (day) => day.event(at('09:00'), 'stock-changed', EMPTY_SLOT, 2, TINY_ITEM.D),
  },
  {
    rule: 'stock-cause',
    title: 'a pick of fewer units than leave the slot',
    plant: (day) => void (event(day, 'line-picked', 0).c = 2),
  },

  {
    rule: 'stock-reserved',
    title: 'more reserved than there is',
    plant: (day) => void (event(day, 'line-allocated', 0).c = 100),
  },
  {
    rule: 'stock-reserved',
    title: 'a reservation where the SKU is not',
    plant: (day) => void (event(day, 'line-allocated', 0).b = EMPTY_SLOT),
  },
  { rule: 'stock-reserved', title: 'a pick without a reservation', plant: (day) => drop(day, event(day, 'line-allocated', 1)) },

  {
    rule: 'first-expired',
    title: 'fresher goods taken first',
    plant: (day) => {
      // Lots of A: 10 units of 23:00 in its slot, 10 of 20:00 elsewhere; order 0 takes from the slot.
      event(day, 'stock-changed', SLOT_A).b = 10;
      day.events.splice(1, 0, { tick: 0, kind: 'stock-changed', a: EMPTY_SLOT, b: 10, c: TINY_ITEM.A });
      const changed = modelWith(({ initialStock }) => ({
        initialStock: {
          ...initialStock,
          count: 4,
          item: Int32Array.of(0, 0, 1, 2),
          units: Int32Array.of(10, 10, 10, 50),
          received: new Float64Array(4),
          expiry: Float64Array.of(at('23:00'), at('20:00'), Infinity, Infinity),
          location: new Int32Array(4).fill(-1),
        },
      }));
      return { ...changed, options: { stockSelection: 'fefo' } };
    },
  },

  {
    rule: 'conservation',
    title: 'units received beyond the notice',
    plant: (day) => void (event(day, 'units-received', 0).c = 12),
  },
  {
    rule: 'conservation',
    title: 'units put away twice',
    plant: (day) => day.event(at('09:00'), 'put-away-done', 0, EMPTY_SLOT, 10),
  },
  {
    rule: 'conservation',
    title: 'units that never reach a slot',
    plant: (day) => void (event(day, 'stock-changed', SLOT_A, 0).b = 19),
  },
  {
    rule: 'conservation',
    title: 'an order delivered twice',
    plant: (day) => void day.events.push({ ...event(day, 'order-delivered', 0) }),
  },

  {
    rule: 'order-lifecycle',
    title: 'packed before picked',
    plant: (day) => swap(event(day, 'order-packed', 0), event(day, 'order-picked', 0)),
  },
  {
    rule: 'order-lifecycle',
    title: 'delivered twice',
    plant: (day) => void day.events.push({ ...event(day, 'order-delivered', 0) }),
  },
  { rule: 'order-lifecycle', title: 'loaded without being staged', plant: (day) => drop(day, event(day, 'order-staged', 1)) },
  {
    rule: 'order-lifecycle',
    title: 'released before its time',
    plant: (day) => void (event(day, 'order-released', 0).tick -= 1),
  },
  {
    rule: 'order-lifecycle',
    title: 'an arrival at another moment',
    plant: (day) => void (event(day, 'order-arrived', 0).tick += 1),
  },
  {
    rule: 'order-lifecycle',
    title: 'an order that never arrives',
    plant: (day) => day.events.splice(0, day.events.length) && undefined,
  },
  {
    rule: 'order-lifecycle',
    title: 'a line picked before the release',
    plant: (day) => void (event(day, 'line-picked', 0).tick = at('08:00')),
  },
  {
    rule: 'order-lifecycle',
    title: 'a delivery order sold at the counter',
    plant: (day) => void (event(day, 'order-sold').a = 0),
  },

  { rule: 'line-accounts', title: 'a line left behind', plant: (day) => drop(day, event(day, 'line-picked', 1)) },
  { rule: 'line-accounts', title: 'a line both picked and short', plant: (day) => day.event(at('08:10'), 'line-short', 0, 1) },
  { rule: 'line-accounts', title: 'more picked than ordered', plant: (day) => void (event(day, 'line-picked', 0).c = 4) },
  { rule: 'line-accounts', title: 'a pick of nothing', plant: (day) => day.event(at('08:10'), 'line-picked', 0, SLOT_A, 0) },

  {
    rule: 'delivery',
    title: 'loaded while no vehicle is docked',
    plant: (day) => void (event(day, 'order-loaded', 0).tick = at('08:59')),
  },
  {
    rule: 'delivery',
    title: 'loaded after the vehicle has cleared its door',
    plant: (day) => day.event(event(day, 'vehicle-docked').tick + 1e6, 'vehicle-undocked', 0, 1, 0),
  },
  {
    rule: 'delivery',
    title: 'delivered before departure',
    plant: (day) => void (event(day, 'order-delivered', 0).tick = at('09:01')),
  },
  { rule: 'delivery', title: 'delivered without being loaded', plant: (day) => drop(day, event(day, 'order-loaded', 1)) },
  { rule: 'delivery', title: 'an order forgotten on the vehicle', plant: (day) => drop(day, event(day, 'order-delivered', 1)) },
  {
    rule: 'delivery',
    title: 'an order on another tour than planned',
    plant: (day) => drop(day, event(day, 'tour-stop-planned', 0, 1)),
  },
  { rule: 'delivery', title: "a tour on somebody else's vehicle", plant: (day) => void (event(day, 'tour-planned').b = 3) },

  {
    rule: 'unloading',
    title: 'a truck that leaves with goods on board',
    plant: (day) => void (event(day, 'units-received', 0).c = 9),
  },
  { rule: 'unloading', title: 'a put-away before the inspection', plant: (day) => drop(day, event(day, 'line-inspected', 0)) },
  {
    rule: 'unloading',
    title: 'goods from a truck that is not docked',
    plant: (day) => void (event(day, 'truck-docked').tick = at('11:00')),
  },

  {
    rule: 'doors',
    title: 'a blocked door in use',
    plant: () =>
      modelWith(({ building }) => ({
        building: { ...building, doors: building.doors.map((door) => ({ ...door, open: door.kind !== 0 })) },
      })),
  },
  {
    rule: 'doors',
    title: 'two at one door',
    plant: (day) => {
      const docked = event(day, 'vehicle-docked');
      day.events.push({ ...docked, tick: docked.tick + 1 });
    },
  },
  { rule: 'doors', title: 'a truck at an outbound door', plant: (day) => void (event(day, 'truck-docked').b = 1) },
  { rule: 'doors', title: 'a truck that comes at another moment', plant: (day) => void (event(day, 'truck-arrived').tick -= 1) },

  {
    rule: 'lanes',
    title: 'more orders than fit',
    plant: () =>
      modelWith(({ building }) => ({
        building: { ...building, stagingLanes: building.stagingLanes.map((lane) => ({ ...lane, capacity: 1 })) },
      })),
  },
  { rule: 'lanes', title: 'an order staged in the inbound lane', plant: (day) => void (event(day, 'order-staged').b = 0) },

  {
    rule: 'stations',
    title: 'two at one packing station',
    plant: (day) => {
      const own = segment(day, packer, 'packing');
      const idle = day.segments.filter((row) => row.agent === cashier && row.t0 <= own.t0 && row.t1 >= own.t1)[0]!;
      idle.state = 'packing';
      idle.from = idle.to = own.from;
    },
  },

  {
    rule: 'equipment',
    title: 'a cart with two holders',
    plant: (day) => day.event(at('08:10:20'), 'equipment-seized', TINY_EQUIPMENT.pickCart, TINY_PERSON.driver),
  },
  {
    rule: 'equipment',
    title: 'a person with two carts',
    plant: (day) => day.event(at('08:10:20'), 'equipment-seized', TINY_EQUIPMENT.palletTruck, TINY_PERSON.worker),
  },
  {
    rule: 'equipment',
    title: 'a machine taken while it is down',
    plant: (day) => day.event(at('08:00'), 'equipment-down', TINY_EQUIPMENT.pickCart),
  },
  {
    rule: 'equipment',
    title: 'a release by nobody',
    plant: (day) => drop(day, event(day, 'equipment-seized', TINY_EQUIPMENT.pickCart)),
  },

  {
    rule: 'equipment-place',
    title: 'a cart that stands elsewhere',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, equipment: labour.equipment.map((each) => ({ ...each, place: TINY_PLACE.rest })) },
      })),
  },
  {
    rule: 'equipment-place',
    title: 'a machine that moves while it is down',
    plant: (day) => {
      const leg = segment(day, worker, 'carrying', 7);
      day.event(leg.t0, 'equipment-down', TINY_EQUIPMENT.pickCart);
      day.event(leg.t1, 'equipment-up', TINY_EQUIPMENT.pickCart);
    },
  },

  ...(['batchOrders', 'batchVolume_l', 'batchWeight_kg'] as const).map((limit): Plant => ({
    rule: 'pick-batch',
    title: `a tour beyond ${limit}`,
    plant: () => modelWith(({ operations }) => ({ operations: { ...operations, [limit]: 1 } })),
  })),

  ...(
    [
      ['capacity_kg', 10],
      ['capacity_l', 40],
      ['maxStops', 1],
      ['compartments', 2],
      ['range_km', 11],
    ] as const
  ).map(([limit, value]): Plant => ({
    rule: 'vehicle-load',
    title: `a tour beyond ${limit}`,
    plant: () =>
      modelWith(({ fleet }) => ({
        fleet: { ...fleet, vehicles: fleet.vehicles.map((vehicle) => ({ ...vehicle, [limit]: value })) },
      })),
  })),
];

// Impossible things of the trace itself and of motion, one at a time; and the rule that must see each.

import { TINY_PLACE, at } from '../../fixtures/tiny-model.ts';
import { chunkOf } from '../../fixtures/trace-writer.ts';
import type { SegmentRow } from '../../fixtures/trace-writer.ts';
import { SLOT_A, SLOT_C, worker, packer, truck, van, member, event, segment, stretch, modelWith } from './plant.ts';
import type { Plant } from './plant.ts';

export const motionPlants: readonly Plant[] = [
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
  {
    rule: 'references',
    title: 'a pick from a slot that there is not',
    plant: (day) => void (event(day, 'line-picked', 0).b = 999),
  },
  { rule: 'references', title: 'a task for nobody', plant: (day) => void (event(day, 'task-started').a = -1) },
  { rule: 'motion-chain', title: 'a jump of 3 m', plant: (day) => void (segment(day, worker, 'handling', 1).from = [5, 2, 0]) },
  { rule: 'motion-chain', title: 'a moment without a place', plant: (day) => void (segment(day, worker, 'idle').t1 -= 1) },
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
  {
    rule: 'work-at-place',
    title: 'an order loaded by nobody',
    plant: (day) => void (event(day, 'order-loaded').tick -= 109.5e6),
  },
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
];

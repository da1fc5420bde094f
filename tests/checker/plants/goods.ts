// Impossible things of stock and orders, one at a time; and the rule that must see each.

import { TINY_ITEM, at, tinyLocation } from '../../fixtures/tiny-model.ts';
import { SLOT_A, SLOT_C, EMPTY_SLOT, event, drop, swap, modelWith } from './plant.ts';
import type { Plant } from './plant.ts';

export const goodsPlants: readonly Plant[] = [
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
  ...(['batchOrders', 'batchVolume_l', 'batchWeight_kg'] as const).map((limit): Plant => ({
    rule: 'pick-batch',
    title: `a tour beyond ${limit}`,
    plant: () => modelWith(({ operations }) => ({ operations: { ...operations, [limit]: 1 } })),
  })),
  {
    rule: 'lanes',
    title: 'more orders than fit',
    plant: () =>
      modelWith(({ building, delivery }) => ({
        delivery: { ...delivery, lanesLimited: true },
        building: { ...building, stagingLanes: building.stagingLanes.map((lane) => ({ ...lane, capacity: 1 })) },
      })),
  },
  { rule: 'lanes', title: 'an order staged in the inbound lane', plant: (day) => void (event(day, 'order-staged').b = 0) },
];

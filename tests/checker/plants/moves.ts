// Impossible things of goods moved inside the storage, one at a time; and the rules that must see each.

import { FACE_A, FACE_B, FACE_C, FREE_SLOT, RESERVE_A, STORAGE_EQUIPMENT, STORAGE_PERSON } from '../../fixtures/storage-day.ts';
import { TINY_ITEM, at } from '../../fixtures/tiny-model.ts';
import { drop, event, lotBefore, segment, storageModelWith, storageWith, stretch } from './plant.ts';
import type { Plant } from './plant.ts';

const { picker } = STORAGE_PERSON;

const plants: readonly Plant[] = [
  {
    rule: 'stock-reserved',
    title: 'a reservation in a face to which nothing is brought',
    plant: (day) => void (event(day, 'pick-moved', 1, 1).tick = event(day, 'pick-moved', 1, 0).tick = at('07:55')),
  },
  {
    rule: 'conservation',
    title: 'a unit lost from the truck',
    also: ['stock-cause', 'goods-moved'],
    plant: (day) => void (event(day, 'stock-changed', FACE_A, 1).b = 9),
  },
  {
    rule: 'goods-moved',
    title: 'a unit lost on the truck',
    also: ['replenishment'],
    plant: (day) => {
      event(day, 'stock-changed', FACE_A, 1).b = 9;
      event(day, 'units-set-down', FACE_A).c = 9;
    },
  },
  {
    rule: 'goods-moved',
    title: 'goods that have grown younger on the truck',
    also: ['stock-lots'],
    plant: (day) => void (lotBefore(day, FACE_A, 1).c = 9 * 1440),
  },
  {
    rule: 'goods-moved',
    title: 'goods forgotten on the truck',
    also: ['task-outcome', 'told-as-seen', 'stock-legal', 'stock-lots', 'stock-reserved', 'face-wait'],
    plant: (day) =>
      drop(day, lotBefore(day, FACE_A, 1), event(day, 'stock-changed', FACE_A, 1), event(day, 'units-set-down', FACE_A)),
  },
  {
    rule: 'goods-moved',
    title: 'a pallet fetched down without a truck',
    plant: () =>
      storageModelWith(({ labour }) => ({
        labour: {
          ...labour,
          equipment: labour.equipment.map((each, i) => (i === STORAGE_EQUIPMENT.reachTruck ? { ...each, kind: 2 } : each)),
        },
      })),
  },
  {
    rule: 'goods-moved',
    title: 'a fork faster than it can be',
    plant: () =>
      storageModelWith(({ labour }) => ({
        labour: { ...labour, equipment: labour.equipment.map((each) => ({ ...each, lift_mps: 0.05 })) },
      })),
  },
  {
    rule: 'goods-moved',
    title: 'a lift told when the person is elsewhere',
    also: ['work-at-place', 'told-as-seen', 'stock-reserved'],
    plant: (day) => {
      for (const row of [
        lotBefore(day, RESERVE_A, 1),
        event(day, 'stock-changed', RESERVE_A, 1),
        event(day, 'units-lifted', RESERVE_A),
      ])
        row.tick -= 26e6;
    },
  },
  {
    rule: 'work-at-place',
    title: 'a lift where nobody is',
    also: ['told-as-seen', 'goods-moved', 're-slotting'],
    plant: (day) => {
      for (const row of [lotBefore(day, FACE_C, 1), event(day, 'stock-changed', FACE_C, 1), event(day, 'units-lifted', FACE_C)])
        row.tick -= 25e6;
    },
  },
  {
    rule: 'replenishment',
    title: 'less brought than was asked, and nothing said',
    plant: (day) => void (event(day, 'replenishment-asked', TINY_ITEM.A).c = 12),
  },
  {
    rule: 'replenishment',
    title: 'a face filled from a face',
    also: ['picks-moved'],
    plant: () => storageModelWith(({ locations }) => ({ locations: { ...locations, handPick: new Uint8Array(16).fill(1) } })),
  },
  {
    rule: 'replenishment',
    title: 'asked for a face where the SKU does not live',
    plant: (day) => void (event(day, 'replenishment-asked', TINY_ITEM.A).b = FREE_SLOT),
  },
  {
    rule: 'replenishment',
    title: 'a replenishment dropped in nobody’s task',
    also: ['task-outcome'],
    plant: (day) => void (event(day, 'replenishment-dropped', TINY_ITEM.B).tick += 1),
  },
  {
    rule: 'picks-moved',
    title: 'a pick moved while its picker is on the way',
    plant: (day) => {
      for (const n of [0, 1]) event(day, 'pick-moved', 1, n).tick = at('08:00:16');
    },
  },
  {
    rule: 'picks-moved',
    title: 'a pick that is moved away and nowhere to',
    also: ['stock-reserved'],
    plant: (day) => drop(day, event(day, 'pick-moved', 1, 1)),
  },
  {
    rule: 'picks-moved',
    title: 'a pick moved to a slot that is not the home',
    also: ['stock-reserved'],
    plant: (day) => void (event(day, 'pick-moved', 1, 1).b = FREE_SLOT),
  },
  { rule: 'face-wait', title: 'a wait at no empty face', plant: (day) => drop(day, event(day, 'face-empty')) },
  {
    rule: 'face-wait',
    also: ['pick-time'],
    title: 'a picker who waits on after the goods have come',
    plant: (day) => stretch(day, segment(day, picker, 'waiting-goods'), segment(day, picker, 'waiting-goods').t1 + 2e6),
  },
  {
    rule: 'face-wait',
    title: 'a picker who does not wait for the goods',
    plant: (day) => stretch(day, segment(day, picker, 'waiting-goods'), segment(day, picker, 'waiting-goods').t1 - 2e6),
  },
  {
    rule: 'face-wait',
    title: 'a pallet fetched down by a picker who does not say so',
    also: ['stock-cause', 'stock-reserved', 'pick-time'],
    plant: (day) => void (event(day, 'line-picked', 1).b = RESERVE_A),
  },
  {
    rule: 're-slotting',
    title: 'a swap that leaves goods behind',
    also: ['stock-legal'],
    plant: (day) => {
      event(day, 'stock-changed', FACE_C, 1).b = -40;
      event(day, 'units-lifted', FACE_C).c = 40;
      event(day, 'stock-changed', FACE_B, 2).b = 40;
      event(day, 'units-set-down', FACE_B).c = 40;
    },
  },
  {
    rule: 're-slotting',
    title: 'a plan at another hour',
    plant: () => storageWith({ reSlotting: { at_s: 9 * 3600, people_h: 1, truck_h: 1, payBack_d: 20 } }),
  },
  {
    rule: 're-slotting',
    title: 'more moves than there is labour for',
    plant: () => storageWith({ reSlotting: { at_s: 10 * 3600, people_h: 0.001, truck_h: 1, payBack_d: 20 } }),
  },
  {
    rule: 're-slotting',
    title: 'a swap in which only one SKU gets a new home',
    also: ['homes'],
    plant: (day) => drop(day, event(day, 'home-given', TINY_ITEM.C, 1)),
  },
  {
    rule: 're-slotting',
    title: 'a move dropped after its homes have changed',
    plant: (day) => day.event(at('10:00:10'), 're-slot-dropped', TINY_ITEM.B, FACE_C),
  },
  {
    rule: 're-slotting',
    title: 'a move that nobody planned',
    also: ['re-slot-value'],
    plant: (day) => drop(day, event(day, 're-slot-planned', TINY_ITEM.B)),
  },
  {
    rule: 're-slot-value',
    title: 'a move of which nobody says what it is worth',
    plant: (day) => drop(day, event(day, 're-slot-valued', TINY_ITEM.B)),
  },
  {
    rule: 're-slot-value',
    title: 'a saving two seconds too high',
    plant: (day) => void (event(day, 're-slot-valued', TINY_ITEM.B).b += 2),
  },
  {
    rule: 're-slot-value',
    title: 'a move that pays back sooner than its work allows',
    plant: (day) => void (event(day, 're-slot-valued', TINY_ITEM.B).c -= 1),
  },
  {
    rule: 're-slot-value',
    title: 'a move that does not pay back in time',
    plant: () => storageWith({ reSlotting: { at_s: 10 * 3600, people_h: 1, truck_h: 1, payBack_d: 5 } }),
  },
  {
    rule: 're-slot-value',
    title: 'the better move planned last',
    also: ['re-slotting'],
    plant: (day) => {
      const first = day.events.indexOf(event(day, 're-slot-planned', TINY_ITEM.B));
      day.events.splice(first + 2, 0, ...day.events.splice(first, 2));
    },
  },
  {
    rule: 're-slot-value',
    title: 'a swap that brings the SKU asked for less to the front',
    plant: () => storageModelWith(({ items }) => ({ items: { ...items, popularity: Float64Array.of(4, 2, 30, 3) } })),
  },
  {
    rule: 'tasks',
    title: 'a re-slotting without the skill',
    plant: () =>
      storageModelWith(({ labour }) => ({
        labour: {
          ...labour,
          roles: labour.roles.map((role) => ({ ...role, skills: role.skills.filter((skill) => skill !== 9) })),
        },
      })),
  },
  {
    rule: 'task-outcome',
    title: 'a replenishment that brings nothing and drops nothing',
    plant: (day) => drop(day, event(day, 'replenishment-dropped')),
  },
  {
    rule: 'told-as-seen',
    title: 'a grip on a truck that nobody tells of',
    also: ['stock-legal', 'goods-moved', 're-slotting', 'conservation'],
    plant: (day) => void day.events.splice(day.events.indexOf(event(day, 'stock-changed', FACE_B, 1)) - 1, 3),
  },
  {
    rule: 'pick-time',
    title: 'goods high up as fast as those at the waist',
    plant: () => storageWith({ goldenZone: { from_m: 0.6, to_m: 1.6, outside_s: 5 } }),
  },
  {
    rule: 'pick-time',
    title: 'more units taken than there is time for',
    also: ['re-slot-value'],
    plant: () => storageModelWith(({ operations }) => ({ operations: { ...operations, extractUnit_s: 4 } })),
  },
];

export const movesPlants: readonly Plant[] = plants.map((plant) => ({ ...plant, into: 'storage-day' }));

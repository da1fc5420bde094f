// Impossible things of stored goods, where they lie and how old they are, one at a time; and the rules that must see each.

import { keepingOf } from '../../../packages/engine/src/model/storage.ts';
import { FACE_A, FACE_B, FREE_SLOT, RESERVE_A } from '../../fixtures/storage-day.ts';
import { TINY_ITEM, at } from '../../fixtures/tiny-model.ts';
import { drop, event, lotBefore, storageModelWith, storageWith } from './plant.ts';
import type { Changed, Plant } from './plant.ts';

/** Two items that must not lie in one bay, and a whole side of the building that is one. */
function apart(a: number, b: number): Changed {
  const conflicts = Uint8Array.of(0, 1, 1, 0);
  return storageModelWith(({ storage, items, locations }) => {
    // All slots of aisle 0 become one bay.
    const rackBay = locations.rackBay.map((bay, i) => (locations.aisle[i] === 0 ? 0 : bay));
    return {
      storage: { ...storage, keeping: keepingOf(['general', 'smell'], conflicts) },
      items: { ...items, keeping: items.keeping.map((_, item) => (item === a ? 0 : item === b ? 1 : 0)) },
      locations: { ...locations, rackBay },
    };
  });
}

/** What a level or a bay bears, of every one. */
function bearing(what: 'levels' | 'bays', kg: number): Changed {
  return storageModelWith(({ racking }) => ({
    racking: { ...racking, [what]: { ...racking[what], maxLoad_kg: racking[what].maxLoad_kg.map(() => kg) } },
  }));
}

const plants: readonly Plant[] = [
  {
    rule: 'stock-legal',
    title: 'a unit longer than the slot',
    also: ['homes'],
    plant: () => storageModelWith(({ items }) => ({ items: { ...items, length_m: Float32Array.of(2.5, 0.2, 0.1, 0.2) } })),
  },
  {
    rule: 'heavy-low',
    title: 'heavy goods in the reserve above',
    plant: () => storageWith({ heavyLow: { weight_kg: 2, highest_m: 0.5 } }),
  },
  {
    rule: 'kept-apart',
    title: 'what smells in one bay with what must not',
    also: ['homes'],
    plant: () => apart(TINY_ITEM.A, TINY_ITEM.B),
  },
  { rule: 'kept-apart', title: 'the same, after a move', also: ['homes'], plant: () => apart(TINY_ITEM.A, TINY_ITEM.C) },
  { rule: 'rack-load', title: 'a level that bears less', plant: () => bearing('levels', 49) },
  { rule: 'rack-load', title: 'a bay that bears less than its levels together', plant: () => bearing('bays', 49) },
  {
    rule: 'homes',
    title: 'two SKUs with one home',
    also: ['re-slot-value'],
    plant: (day) => void (event(day, 'home-given', TINY_ITEM.D).b = FACE_A),
  },
  {
    rule: 'homes',
    title: 'a home that no hand reaches',
    also: ['re-slot-value'],
    plant: (day) => void (event(day, 'home-given', TINY_ITEM.D).b = RESERVE_A),
  },
  {
    rule: 'homes',
    title: 'an item that nobody houses',
    also: ['re-slotting'],
    plant: (day) => drop(day, event(day, 'home-given', TINY_ITEM.D)),
  },
  {
    rule: 'homes',
    title: 'another home than the scenario gives',
    plant: () => ({
      ...storageModelWith(({ items }) => ({ items: { ...items, givenHome: Int32Array.of(-1, -1, -1, FREE_SLOT) } })),
      options: { storageAssignment: 'dedicated' },
    }),
  },
  {
    rule: 'homes',
    title: 'a home too high for its goods',
    also: ['heavy-low'],
    plant: () => storageWith({ heavyLow: { weight_kg: 2, highest_m: -0.5 } }),
  },
  {
    rule: 'homes',
    title: "goods laid into another's home",
    also: ['re-slot-value'],
    plant: (day) => void (event(day, 'home-given', TINY_ITEM.D).b = FACE_B),
  },
  {
    rule: 'homes',
    title: 'a change of homes that nobody works at',
    also: ['re-slotting', 're-slot-value'],
    plant: (day) => day.event(at('09:00'), 'home-given', TINY_ITEM.D, FREE_SLOT),
  },
  {
    rule: 'stock-lots',
    title: 'a change of which no lot is told',
    also: ['goods-moved'],
    plant: (day) => drop(day, lotBefore(day, FACE_A, 1)),
  },
  {
    rule: 'stock-lots',
    title: 'a lot of which nothing changes',
    plant: (day) => day.event(at('09:00'), 'stock-lot', FACE_A, 0, 2880),
  },
  {
    rule: 'stock-lots',
    title: 'a take from a lot that is not there',
    plant: (day) => void (lotBefore(day, FACE_A, 2).b = -7),
  },
  { rule: 'stock-lots', title: 'initial stock of another age', plant: (day) => void (lotBefore(day, FACE_B, 0).b = -60) },
  {
    rule: 'first-expired',
    title: 'fresher goods picked first',
    plant: (day) => {
      // Both picks take four and two units: of the lots the other way round.
      lotBefore(day, FACE_A, 2).c = 5 * 1440;
      lotBefore(day, FACE_A, 3).c = 2 * 1440;
    },
  },
  {
    rule: 'first-expired',
    title: 'fresher goods reserved first',
    also: ['stock-reserved'],
    plant: (day) => {
      event(day, 'line-allocated', 0).b = RESERVE_A;
      event(day, 'line-allocated', 1).b = FACE_A;
    },
  },
];

export const storagePlants: readonly Plant[] = plants.map((plant) => ({ ...plant, into: 'storage-day' }));

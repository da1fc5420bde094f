// Impossible things of picking and packing, one at a time; and the rule that must see each.

import { PACK, REACH_TRUCK } from '../../../packages/engine/src/model/labour.ts';
import { PLAIN_PACKING, type Carrier } from '../../../packages/engine/src/model/packing.ts';
import { PLAIN_PICKING } from '../../../packages/engine/src/model/picking.ts';
import { TINY_AGENT } from '../../fixtures/tiny-day.ts';
import { TINY_PERSON, at } from '../../fixtures/tiny-model.ts';
import type { TraceWriter } from '../../fixtures/trace-writer.ts';
import { EMPTY_SLOT, SLOT_C, cashier, drop, event, modelWith, packer, segment, worker } from './plant.ts';
import type { Plant } from './plant.ts';

const CARRIER: Carrier = {
  id: 'roll-container',
  names: { ko: '롤컨테이너', en: 'Roll container' },
  length_m: 0.8,
  width_m: 0.7,
  height_m: 1.5,
  maxLoad_kg: 300,
  tare_kg: 40,
  cost_krw: 800,
};

const wrongPick = (day: TraceWriter): number => event(day, 'line-picked', 0).tick;

export const pickingPlants: readonly Plant[] = [
  {
    rule: 'pick-tours',
    title: 'an order on a tour that does not name it',
    plant: (day) => drop(day, event(day, 'pick-tour-order', 1)),
  },
  {
    rule: 'pick-tours',
    title: 'an order on two tours',
    plant: (day) => day.event(at('09:00'), 'pick-tour-order', 0, TINY_PERSON.packer),
  },
  {
    rule: 'pick-tours',
    title: 'an order that comes onto a tour under way',
    plant: (day) => void (event(day, 'pick-tour-order', 1).tick += 5e6),
  },
  {
    rule: 'pick-tours',
    title: 'a zone that there is not',
    plant: (day) => void (event(day, 'pick-tour-order', 1).c = 0),
  },
  {
    rule: 'pick-tours',
    title: 'a part that is handed over on no tour',
    plant: (day) => day.event(at('09:00'), 'zone-picked', 0, 0, TINY_PERSON.worker),
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick of somebody who was not there',
    plant: (day) => day.event(wrongPick(day), 'wrong-pick', 0, TINY_PERSON.packer, 2000),
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick that is found and was not made',
    plant: (day) => day.event(event(day, 'order-packed', 0).tick, 'wrong-pick-found', 0, TINY_PERSON.packer, 1),
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick that nobody finds, though every unit is counted',
    plant: (day) => day.event(wrongPick(day), 'wrong-pick', 0, TINY_PERSON.worker, 2000),
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick that is found where nobody looks',
    plant(day) {
      day.event(wrongPick(day), 'wrong-pick', 0, TINY_PERSON.worker, 2000);
      day.event(event(day, 'order-packed', 0).tick, 'wrong-pick-found', 0, TINY_PERSON.packer, 1);
      return modelWith(() => ({ packing: { ...PLAIN_PACKING, check: 'none' } }));
    },
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick that is found by weight in a carton that stays closed',
    plant(day) {
      day.event(wrongPick(day), 'wrong-pick', 0, TINY_PERSON.worker, 2000);
      day.event(event(day, 'order-packed', 0).tick, 'wrong-pick-found', 0, TINY_PERSON.packer, 1);
      return modelWith(() => ({ packing: { ...PLAIN_PACKING, check: 'weight' } }));
    },
  },
  {
    rule: 'short-picks',
    title: 'goods that are not found where that never happens',
    plant(day) {
      day.event(wrongPick(day), 'short-pick', 1, SLOT_C, 5);
      day.event(wrongPick(day), 'line-allocated', 1, SLOT_C, 5);
    },
  },
  {
    rule: 'short-picks',
    title: 'goods that are not found and forgotten',
    plant(day) {
      day.event(wrongPick(day), 'short-pick', 1, SLOT_C, 5);
      return modelWith(() => ({ picking: { ...PLAIN_PICKING, shortPickProbability: 0.1 } }));
    },
  },
  {
    rule: 'short-picks',
    title: 'goods that somebody does not find who is not there',
    plant(day) {
      day.event(wrongPick(day), 'short-pick', 1, SLOT_C, 1);
      day.event(wrongPick(day), 'line-short', 1, 1);
      return modelWith(() => ({ picking: { ...PLAIN_PICKING, shortPickProbability: 0.1 } }));
    },
  },
  {
    rule: 'cartons',
    title: 'a carton that is not told',
    plant: (day) => drop(day, event(day, 'carton-packed', 0)),
  },
  {
    rule: 'cartons',
    title: 'a carton lighter than what was picked for it',
    plant: (day) => void (event(day, 'carton-packed', 1).c -= 1),
  },
  {
    rule: 'cartons',
    title: 'a carton heavier than its type bears',
    plant: () => modelWith(({ cartons }) => ({ cartons: [{ ...cartons[0]!, maxLoad_kg: 9 }] })),
  },
  {
    rule: 'cartons',
    title: 'a carrier that there is not',
    plant: (day) => day.event(event(day, 'order-packed', 0).tick, 'carrier-loaded', 0, 0, 8500),
  },
  {
    rule: 'pick-batch',
    title: 'more units than a batch takes',
    plant: () => modelWith(() => ({ picking: { ...PLAIN_PICKING, batchUnits: 9 } })),
  },
  {
    rule: 'pick-batch',
    title: 'more orders than the cart has compartments',
    plant: () => modelWith(() => ({ picking: { ...PLAIN_PICKING, cartCompartments: 1 } })),
  },
  {
    rule: 'tour-time',
    title: 'a batch that is prepared for less than it takes',
    plant: () => modelWith(({ operations }) => ({ operations: { ...operations, tourSetup: { mean_s: 31, cv: 0 } } })),
  },
  {
    rule: 'tour-time',
    title: 'orders that are handed over in no time',
    plant: () => modelWith(() => ({ picking: { ...PLAIN_PICKING, handOver_s: 10 } })),
  },
  {
    rule: 'tour-time',
    title: 'a batch that is not parted at the end of its tour',
    plant: () => modelWith(() => ({ picking: { ...PLAIN_PICKING, sorting: 'sort-after-pick', sortLine_s: 5 } })),
  },
  {
    rule: 'tour-places',
    title: 'a batch that is prepared where no tour begins',
    plant(day) {
      segment(day, worker, 'handling', 2).from = [7, 2, 0];
    },
  },
  {
    rule: 'tour-places',
    title: 'a batch that is picked with another kind of machine',
    plant: () =>
      modelWith(({ labour }) => ({
        labour: { ...labour, equipment: labour.equipment.map((each, i) => (i === 0 ? { ...each, kind: REACH_TRUCK } : each)) },
      })),
  },
  {
    rule: 'pick-time',
    title: 'a batch that is parted at the pick in no time',
    plant: () => modelWith(() => ({ picking: { ...PLAIN_PICKING, sortLine_s: 5 } })),
  },
  {
    rule: 'pick-time',
    title: 'a line that is found sooner than it can be',
    plant: () => modelWith(({ operations }) => ({ operations: { ...operations, search: { mean_s: 5, cv: 0 } } })),
  },
  {
    rule: 'pack-time',
    title: 'cartons that are labelled in no time',
    plant: () => modelWith(() => ({ packing: { ...PLAIN_PACKING, label_s: 8 } })),
  },
  {
    rule: 'pack-time',
    title: 'units that are counted in no time',
    plant: () => modelWith(() => ({ packing: { ...PLAIN_PACKING, countUnit_s: 1 } })),
  },
  {
    rule: 'pack-time',
    title: 'a carrier that is loaded for longer than its pieces take',
    plant: () => modelWith(() => ({ packing: { ...PLAIN_PACKING, carriers: [CARRIER], loadPiece_s: 1 } })),
  },
  {
    rule: 'pack-time',
    title: 'two carriers that are brought out in one walk',
    plant(day) {
      const { tick } = event(day, 'order-packed', 1);
      for (const grams of [4000, 6000]) day.event(tick, 'carrier-loaded', 1, 0, grams);
      return modelWith(() => ({ packing: { ...PLAIN_PACKING, carriers: [CARRIER], loadPiece_s: 3 } }));
    },
  },
  {
    rule: 'wrong-picks',
    title: 'a wrong pick that weighs what no wrong pick can',
    plant: (day) => day.event(wrongPick(day), 'wrong-pick', 0, TINY_PERSON.worker, 1234),
  },
  {
    rule: 'short-picks',
    title: 'goods that are looked for elsewhere a second time',
    plant(day) {
      for (const [from, to] of [
        [SLOT_C, EMPTY_SLOT],
        [EMPTY_SLOT, SLOT_C],
      ] as const) {
        day.event(wrongPick(day), 'short-pick', 1, from, 5);
        day.event(wrongPick(day), 'line-allocated', 1, to, 5);
      }
      return modelWith(() => ({ picking: { ...PLAIN_PICKING, shortPickProbability: 0.1 } }));
    },
  },
  {
    rule: 'lanes',
    title: 'orders in a lane to which the driver of their tour does not come',
    plant(day) {
      for (const row of day.segments.filter(({ agent, state }) => agent === TINY_AGENT.driver && state === 'carrying')) {
        if (row.from[1] === 2 && row.from[0] === 16) row.from = [16, 1, 0];
        if (row.to[1] === 2 && row.to[0] === 16) row.to = [16, 1, 0];
      }
    },
  },
  {
    rule: 'stations',
    title: 'a packer at a table on which the goods of another still stand',
    plant(day) {
      // He brings something out and comes back for the rest, while the cashier packs there.
      const out = day.segments.find(({ agent, state, from }) => agent === packer && state === 'carrying' && from[0] === 12)!;
      const { t0 } = out;
      out.t1 = t0 + 1e6;
      out.to = [13, 2, 0];
      day.script(packer, out.t1, 13, 2).go('walking', 1, [12, 2]).go('carrying', 1, [13, 2]);
      const idle = day.segments.find((row) => row.agent === cashier && row.t0 < t0 && row.t1 > t0)!;
      const end = idle.t1;
      idle.t1 = t0;
      day.event(t0, 'task-started', TINY_PERSON.cashier, PACK, 1);
      day.script(cashier, t0, 12, 2).stay(1, 'packing').jump(13, 2).until(end, 'idle');
      day.event(t0 + 1e6, 'task-finished', TINY_PERSON.cashier, PACK, 1);
      day.segments.sort((p, q) => p.t0 - q.t0);
    },
  },
];

// The forms of others: order-batching files of the literature, and order lines as CSV.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { InvalidInstance } from '../../../packages/scenarios/src/instances/invalid-instance.ts';
import { readOrderBatchingText } from '../../../packages/scenarios/src/instances/order-batching-text.ts';
import { readOrderLinesCsv } from '../../../packages/scenarios/src/instances/order-lines-csv.ts';
import { readSlotting } from '../../../packages/scenarios/src/instances/read-slotting.ts';
import type { SlottingInstance } from '../../../packages/scenarios/src/instances/slotting.ts';
import { optimalWalk } from '../../../packages/engine/src/picking/routing/optimal.ts';
import { lengthRectangular_m } from '../../../packages/engine/src/picking/routing/rectangular.ts';
import { Tours } from '../../../packages/scenarios/src/instances/slotting-tours.ts';
import { batchTour, hasSharedData, readBatchingInstance, sharedData } from '../../literature/order-batching-data.ts';
import { ONLINE_RETAIL } from '../../literature/online-retail-data.ts';

const BATCHING = `NAME : small.txt
PICKER_CAPACITY : 6
NUM_AISLES : 2
NUM_CELLS : 3
DEPOT_AISLE : 0
DISTANCE_AISLE_TO_AISLE : 5
DISTANCE_CELL_TO_CELL : 1
DISTANCE_TOP_TO_CELL : 2
DISTANCE_BOTTOM_TO_CELL : 1.5
ARTICLE_SECTION
NUM_ARTICLES : 2
ID 0 WEIGHT 1
ID 1 WEIGHT 1
SKU_SECTION
NUM_SKUS : 2
ID 0 AISLE 0 CELL 0 QUANTITY 4 LEFT_RIGHT_HAND_SIDE left
ID 1 AISLE 1 CELL 2 QUANTITY 4 LEFT_RIGHT_HAND_SIDE right
ORDER_SECTION
NUM_ORDERS : 2
NUM_ARTICLES_IN_ORDER : 2
ID 0 QUANTITY 1
ID 1 QUANTITY 1
NUM_ARTICLES_IN_ORDER : 1
ID 1 QUANTITY 3
EOF`;

function place(instance: SlottingInstance, sku: number): readonly unknown[] {
  const at = instance.present![sku]!;
  const { id, aisle, offset_m, side } = instance.locations;
  return [id[at], aisle[at], offset_m[at], side[at]];
}

function codesOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof InvalidInstance) return error.problems.map(({ code, place: at }) => `${code} ${at}`);
    throw error;
  }
  return [];
}

describe('an order-batching file', () => {
  it('has cell 0 at the back of the aisle', () => {
    const instance = readOrderBatchingText(BATCHING, 'small.txt');
    expect(instance.name).toBe('small');
    expect(instance.layout).toEqual({ aisles_x_m: [0, 5], crossAisles_y_m: [0, 5.5] });
    expect(place(instance, 0)).toEqual(['0-0-left', 0, 3.5, 0]);
    expect(place(instance, 1)).toEqual(['1-2-right', 1, 1.5, 1]);
    expect(instance.locations.count).toBe(2 * 2 * 3);
    expect([...instance.history.firstLine]).toEqual([0, 2, 3]);
    expect([...instance.history.sku]).toEqual([0, 1, 1]);
  });

  it('lists all that is wrong with it', () => {
    const broken = BATCHING.replace('AISLE 1 CELL 2', 'AISLE 7 CELL 2').replace('NUM_CELLS : 3', 'NUM_CELLS : three');
    expect(codesOf(() => readOrderBatchingText(broken, 's.txt'))).toEqual(['E8002 s.txt:17', 'E8009 s.txt']);
    const unknown = BATCHING.replace('ID 1 QUANTITY 3', 'ID 9 QUANTITY 3')
      .replace('AISLE 1 CELL 2', 'AISLE 0 CELL 0')
      .replace('right', 'left');
    expect(codesOf(() => readOrderBatchingText(unknown, 's.txt'))).toEqual(['E8004 s.txt:23', 'E8006 s.txt:17']);
  });

  it.skipIf(!hasSharedData('order-batching'))(
    'of the shared data: every order has the tour that the batching reader gives it',
    () => {
      for (const file of [
        'bahceci-oncan/Pr_30_3_10_Store1_22.txt',
        'muter-oncan/50_36_0.txt',
        'henn-waescher-uniform/uniform_S-Shape/60s-70-75-5.txt',
      ]) {
        const [instance] = readSlotting(readFileSync(`${sharedData}order-batching/instances/${file}`), file);
        const reference = readBatchingInstance(file);
        const lengths_m = new Tours(instance!, optimalWalk).orderLengths_m(instance!.history, instance!.present!);
        expect(lengths_m.length).toBe(reference.orders.length);
        lengths_m.forEach((length, order) =>
          expect(length).toBeCloseTo(lengthRectangular_m(optimalWalk, batchTour(reference, [order])), 9),
        );
      }
    },
  );
});

const LINES = `invoice,stock,qty,datetime,price,customer,country
A1,x,2,2011-08-30 10:00:00,1.5,7,UK
A1,y,1,2011-08-30 10:00:00,1.5,7,UK
A1,x,1,2011-08-30 10:00:00,1.5,7,UK
C7,z,1,2011-08-30 11:00:00,1.5,7,UK
A2,x,1,2011-09-02 10:00:00,1.5,7,UK
A3,y,-1,2011-09-02 10:00:00,1.5,7,UK
A4,a,1,2011-09-03 10:00:00,0,7,UK
A5,y,1,2011-09-04 10:00:00,1.5,7,UK
A5,x,1,2011-09-04 10:00:00,1.5,7,UK
`;

describe('order lines as CSV', () => {
  it('are split by day; an SKU counts once an order; cancellations and gifts do not count', () => {
    const instance = readOrderLinesCsv(LINES, 'lines.csv', { learnUntil: '2011-09-01' });
    expect(instance.skus.id).toEqual(['x', 'y']);
    expect([...instance.history.firstLine]).toEqual([0, 2]);
    expect([...instance.evaluation!.sku]).toEqual([0, 1, 0]);
    expect(instance.history.day[0]).toBeCloseTo(-1.583, 3);
    expect(readOrderLinesCsv(LINES, 'lines.csv', { learnUntil: '2011-09-01', longestEvaluated: 1 }).evaluation!.count).toBe(1);
    expect(readOrderLinesCsv(LINES, 'lines.csv').evaluation).toBeUndefined();
  });

  it('list all that is wrong with them', () => {
    const broken = LINES.replace('A2,x,1,', 'A2,x,one,').replace('2011-09-04 10:00:00,1.5,7,UK\nA5,x', 'soon,1.5,7,UK\nA5,x');
    expect(codesOf(() => readOrderLinesCsv(broken, 'l.csv'))).toEqual(['E8009 l.csv:6', 'E8009 l.csv:9']);
    expect(codesOf(() => readOrderLinesCsv(LINES, 'l.csv', { learnUntil: '2010-01-01' }))).toEqual(['E8010 l.csv']);
    expect(codesOf(() => readOrderLinesCsv(LINES, 'l.csv', { learnUntil: '2012-01-01' }))).toEqual(['E8010 l.csv']);
  });

  it.skipIf(!hasSharedData(ONLINE_RETAIL))('of the online gift wholesaler have the counts of the literature', () => {
    const [instance] = readSlotting(gunzipSync(readFileSync(sharedData + ONLINE_RETAIL)), 'lines.csv.gz', {
      ...{ learnUntil: '2011-09-01', longestEvaluated: 60 },
    });
    const { skus, history, evaluation, locations, layout } = instance!;
    expect([skus.count, history.count, evaluation!.count, locations.count]).toEqual([3922, 12_495, 6799, 4000]);
    expect(layout.crossAisles_y_m).toEqual([0, 101]);
  });
});

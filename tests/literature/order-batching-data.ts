// Reads the order-batching instances of the shared data: one-block warehouses, orders of articles, a capacity.
//
// In these files cell 0 is at the back of the aisle: a pick's distance from the front is BOTTOM + (NUM_CELLS - 1 - cell) ·
// CELL. The capacity counts weight · quantity.

import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { RectangularInstance } from '../../packages/engine/src/picking/routing/rectangular.ts';

export const sharedData = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** Whether a folder of the shared data is at hand; says so in one line where it is not. */
export function hasSharedData(folder: string): boolean {
  const found = existsSync(sharedData + folder);
  if (!found) console.log(`shared data ${folder} is absent: its tests are skipped`);
  return found;
}

export interface BatchingInstance {
  readonly capacity: number;
  readonly layout: RectangularInstance['layout'];
  readonly orders: readonly { readonly size: number; readonly picks: readonly (readonly [aisle: number, height: number])[] }[];
}

const batchingData = `${sharedData}order-batching/`;

export function readBatchingInstance(file: string, data = batchingData): BatchingInstance {
  const lines = readFileSync(`${data}instances/${file}`, 'latin1').split(/\r?\n/);
  const value = (key: string): number => Number(lines.find((line) => line.startsWith(`${key} `))!.split(':')[1]);
  const aisles = value('NUM_AISLES');
  const cells = value('NUM_CELLS');
  const cell_m = value('DISTANCE_CELL_TO_CELL');
  const bottom_m = value('DISTANCE_BOTTOM_TO_CELL');
  const length_m = bottom_m + (cells - 1) * cell_m + value('DISTANCE_TOP_TO_CELL');
  const weight = new Map<number, number>();
  const place = new Map<number, readonly [number, number]>();
  const orders: { size: number; picks: (readonly [number, number])[] }[] = [];
  for (const line of lines) {
    const article = /^ID (\d+) WEIGHT (\S+)/.exec(line);
    const sku = /^ID (\d+) AISLE (\d+) CELL (\d+)/.exec(line);
    const item = /^ID (\d+) QUANTITY (\d+)/.exec(line);
    if (article) weight.set(Number(article[1]), Number(article[2]));
    else if (sku) place.set(Number(sku[1]), [Number(sku[2]), bottom_m + (cells - 1 - Number(sku[3])) * cell_m]);
    else if (line.startsWith('NUM_ARTICLES_IN_ORDER')) orders.push({ size: 0, picks: [] });
    else if (item) {
      orders.at(-1)!.picks.push(place.get(Number(item[1]))!);
      orders.at(-1)!.size += weight.get(Number(item[1]))! * Number(item[2]);
    }
  }
  const pitch_m = value('DISTANCE_AISLE_TO_AISLE');
  return {
    capacity: value('PICKER_CAPACITY'),
    layout: { aisles_x_m: Array.from({ length: aisles }, (_, i) => i * pitch_m), crossAisles_y_m: [0, length_m] },
    orders,
  };
}

/** The tour that picks these orders together. */
export function batchTour({ layout, orders }: BatchingInstance, batch: readonly number[]): RectangularInstance {
  const picks = batch.flatMap((order) => orders[order]!.picks);
  const depot = { aisle: 0, crossAisle: 0 };
  return {
    layout,
    start: depot,
    end: depot,
    count: picks.length,
    aisle: picks.map(([aisle]) => aisle),
    block: picks.map(() => 0),
    offset_m: picks.map(([, height]) => height),
  };
}

/** Total length of the best batches, exact for some 20 orders: every batch that fits, then a partition by dynamic programming. */
export function bestBatches_m(instance: BatchingInstance, tour_m: (batch: readonly number[]) => number): number {
  const { orders, capacity } = instance;
  const n = orders.length;
  const sets: number[][] = orders.map(() => []);
  const lengths: number[][] = orders.map(() => []);
  const grow = (batch: number[], set: number, size: number): void => {
    sets[batch[0]!]!.push(set);
    lengths[batch[0]!]!.push(tour_m(batch));
    for (let next = batch.at(-1)! + 1; next < n; next++) {
      if (size + orders[next]!.size <= capacity) grow([...batch, next], set | (1 << next), size + orders[next]!.size);
    }
  };
  for (let order = 0; order < n; order++) grow([order], 1 << order, orders[order]!.size);
  const least = new Float64Array(1 << n).fill(Infinity);
  least[0] = 0;
  for (let done = 0; done < (1 << n) - 1; done++) {
    if (least[done] === Infinity) continue;
    let first = 0;
    while ((done >> first) & 1) first++;
    for (let b = 0; b < sets[first]!.length; b++) {
      const set = sets[first]![b]!;
      if (done & set) continue;
      const length = least[done]! + lengths[first]![b]!;
      if (length < least[done | set]!) least[done | set] = length;
    }
  }
  return least[(1 << n) - 1]!;
}

export interface KnownResult {
  readonly set: string;
  readonly file: string;
  readonly orders: number;
  readonly capacity: number;
  readonly policy: string;
  readonly proved: boolean;
  readonly upper_m: number;
  readonly lower_m: number;
}

export function knownResults(data = batchingData): KnownResult[] {
  const [, ...rows] = readFileSync(`${data}best-known.csv`, 'utf8').trim().split(/\r?\n/);
  return rows.map((row) => {
    const [set, file, orders, capacity, policy, proved, upper, lower] = row.split(',');
    return {
      set: set!,
      file: file!,
      orders: Number(orders),
      capacity: Number(capacity),
      policy: policy!,
      proved: proved === '1',
      upper_m: Number(upper),
      lower_m: Number(lower),
    };
  });
}

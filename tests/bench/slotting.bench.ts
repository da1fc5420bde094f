// The slotting search: what it saves out of sample on real orders, and what the `optimised` policy costs at size.
//
//   npx tsx tests/bench/slotting.bench.ts [million tours [seed]]      both (70 million: the figures of the documents)
//
// Real orders: learnt from the 12,495 orders before September 2011, evaluated on the 6,799 later ones, optimal routing, the
// building of tests/literature/online-retail-building.ts. Differences are of the same orders under two assignments; limits
// are 95 %, over orders, and over the means of weeks (which allows for weeks that are unlike). CPU is user + system time from
// the orders in memory to the homes. At size: 100,000 locations × 50,000 SKUs, 200,000 lines of the past.

import { PLAIN_STORAGE } from '../../packages/engine/src/model/storage.ts';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import type { Model } from '../../packages/engine/src/model/model.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import type { StorageAssignmentView } from '../../packages/engine/src/storage/policy.ts';
import { fullTurnover } from '../../packages/engine/src/storage/storage-assignment/full-turnover.ts';
import { optimised } from '../../packages/engine/src/storage/storage-assignment/optimised.ts';
import { turnoverWithinAisle } from '../../packages/engine/src/storage/storage-assignment/turnover-within-aisle.ts';
import { mean, orderTours_m, SLOTS, storageViewOf } from '../literature/online-retail-building.ts';
import { linesOf, ONLINE_RETAIL, readOnlineRetail } from '../literature/online-retail-data.ts';
import { savingOf, slottingSearch } from '../literature/online-retail-slotting.ts';
import { hasSharedData } from '../literature/order-batching-data.ts';

function cpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function realOrders(tours: number, seed: string): void {
  const data = readOnlineRetail();
  const view = storageViewOf(linesOf(data.learnt, data.skus.length), SLOTS, data.learnt);
  const random = new RandomStream('rule');
  const rules = [turnoverWithinAisle, fullTurnover].map((policy) => ({
    id: policy.id,
    tours_m: orderTours_m(optimalWalk, data.evaluated, policy.decide(view, random)),
  }));
  const begin = cpu_s();
  const search = slottingSearch(view, turnoverWithinAisle.decide(view, random), seed);
  const inSample = search.meanTour_m;
  search.improve(tours);
  const spent = cpu_s() - begin;
  const found = orderTours_m(optimalWalk, data.evaluated, search.home);
  console.log(
    `real orders: ${(search.tours / 1e6).toFixed(1)} million tours in ${spent.toFixed(1)} CPU s, ${search.accepted} exchanges; ` +
      `learnt ${inSample.toFixed(1)} -> ${search.meanTour_m.toFixed(1)} m; evaluated ${mean(found).toFixed(1)} m`,
  );
  for (const { id, tours_m } of rules) {
    const { saved_m, orders_m, weeks_m } = savingOf(tours_m, found, data.evaluated.day);
    const percent = (length: number): string => ((100 * length) / mean(tours_m)).toFixed(2);
    console.log(
      `  ${id.padEnd(22)} ${mean(tours_m).toFixed(1)} m: ${saved_m.toFixed(1)} m shorter, ${percent(saved_m)} % ` +
        `(± ${percent(orders_m)} over orders, ± ${percent(weeks_m)} over weeks)`,
    );
  }
}

const LOCATIONS = 100_000;
const ITEMS = 50_000;
const ORDERS = 25_000;
const LINES = 8;
const AISLES = 200;
const LEVELS = 5;

/** Four areas of parallel aisles; an order asks four times for an SKU by popularity (1 ÷ rank) and for one of its neighbours. */
function large(): StorageAssignmentView {
  const random = new RandomStream('large');
  const each = Int32Array.from({ length: LOCATIONS }, (_, location) => location);
  const perAisle = LOCATIONS / AISLES;
  const aisleOf = (location: number): number => Math.floor(location / perAisle) % (AISLES / 4);
  const depth_m = Float64Array.from(each, (location) => 1 + Math.floor((location % perAisle) / (2 * LEVELS)));
  const firstLine = Int32Array.from({ length: ORDERS + 1 }, (_, order) => order * LINES);
  const item = new Int32Array(ORDERS * LINES);
  for (let order = 0; order < ORDERS; order++) {
    const lines = new Set<number>();
    while (lines.size < LINES) {
      const rank = Math.floor((ITEMS + 1) ** random.double()) - 1;
      lines.add(rank % ITEMS).add((rank ^ 1) % ITEMS);
    }
    item.set([...lines].slice(0, LINES), order * LINES);
  }
  const popularity = new Float64Array(ITEMS);
  for (const i of item) popularity[i]!++;
  const model = {
    items: {
      count: ITEMS,
      popularity,
      temperature: Uint8Array.from(popularity, (_, i) => (i % 10 < 7 ? 0 : 1)),
      keeping: new Uint16Array(ITEMS),
    },
    locations: {
      count: LOCATIONS,
      area: each.map((location) => Math.floor((4 * location) / LOCATIONS)),
      aisle: each.map(aisleOf),
      block: new Int32Array(LOCATIONS),
      level: Uint8Array.from(each, (location) => location % LEVELS),
      temperature: Uint8Array.from(each, (location) => (location < 0.7 * LOCATIONS ? 0 : 1)),
      handPick: new Uint8Array(LOCATIONS).fill(1),
      place: each,
      z_m: Float32Array.from(each, (location) => location % LEVELS),
      width_m: new Float32Array(LOCATIONS),
      depth_m: new Float32Array(LOCATIONS),
      height_m: new Float32Array(LOCATIONS),
      maxLoad_kg: new Float32Array(LOCATIONS),
      rackBay: new Int32Array(LOCATIONS),
      rackLevel: each,
    },
    building: {
      areas: Array.from({ length: 4 }, () => ({
        aisles_x_m: Array.from({ length: AISLES / 4 }, (_, aisle) => 3 * aisle),
        crossAisles_y_m: [0, perAisle / (2 * LEVELS) + 1],
        gate: { aisle: 0, crossAisle: 0 },
      })),
    },
    network: { places: { y_m: depth_m } },
    racking: { bays: { keeping: new Uint16Array(1) } },
    storage: PLAIN_STORAGE,
    history: { count: ORDERS, day: Float64Array.from({ length: ORDERS }, (_, order) => (order - ORDERS) / 500), firstLine, item },
  } as unknown as Model;
  const { area, temperature } = model.locations;
  const away_m = (location: number): number => 20 * area[location]! + 3 * aisleOf(location) + depth_m[location]!;
  return {
    model,
    depotDistance_m: away_m,
    capacity: (i, location) => (model.items.temperature[i] === temperature[location] ? 1 : 0),
    // Return routing to every aisle by itself: a routing policy of about the usual cost is not needed to count the search's.
    tourLength_m(list, count) {
      let farthest = 0;
      for (let k = 0; k < count; k++) farthest = Math.max(farthest, away_m(list[k]!));
      return 2 * farthest + count;
    },
  };
}

function atSize(): void {
  const view = large();
  console.log(`${LOCATIONS} locations, ${ITEMS} SKUs, ${ORDERS * LINES} lines of the past`);
  for (const policy of [fullTurnover, optimised, optimised]) {
    const begin = cpu_s();
    policy.decide(view, new RandomStream('size'));
    const resident = Math.round(process.memoryUsage().rss / 2 ** 20);
    console.log(`  ${policy.id.padEnd(22)} ${(cpu_s() - begin).toFixed(2)} CPU s, resident ${resident} MB`);
  }
}

atSize();
if (hasSharedData(ONLINE_RETAIL)) realOrders(1e6 * Number(process.argv[2] ?? 70), process.argv[3] ?? 'bench');

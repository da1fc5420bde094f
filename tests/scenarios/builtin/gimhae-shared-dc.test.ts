import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  COUNTER_VISIT,
  DELIVERY,
  PALLET,
  Run,
  SHELF,
  TICKS_PER_DAY,
  TICKS_PER_HOUR,
  walkingDistance_m,
} from '../../../packages/engine/src/index.ts';
import type { Model } from '../../../packages/engine/src/index.ts';
import { compile, compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';

const model = compileBuiltin('gimhae-shared-dc');

function locationsOf(id: string, handPickOnly = false): number {
  const area = model.building.areas.find((candidate) => candidate.id === id)!;
  let count = 0;
  for (let l = area.firstLocation; l < area.endLocation; l++) if (!handPickOnly || model.locations.handPick[l] === 1) count++;
  return count;
}

function linesWhere(of: Model, keep: (order: number) => boolean): number {
  const { orders } = of.demand;
  let lines = 0;
  for (let o = 0; o < orders.count; o++) if (keep(o)) lines += orders.firstLine[o + 1]! - orders.firstLine[o]!;
  return lines;
}

describe('the building of gimhae-shared-dc', () => {
  it('has the pallet positions and slots of the drawing', () => {
    expect(locationsOf('P')).toBe(768);
    expect(locationsOf('P', true)).toBe(192);
    expect(locationsOf('S')).toBe(7920);
    expect([locationsOf('C'), locationsOf('CP')]).toEqual([1320, 48]);
    expect([locationsOf('F'), locationsOf('FP')]).toEqual([1008, 30]);
    const pallets = model.locations.kind.filter((kind) => kind === PALLET).length;
    const shelves = model.locations.kind.filter((kind) => kind === SHELF).length;
    expect([pallets, shelves]).toEqual([846, 10248]);
  });

  it('fills the building with nine zones that do not overlap', () => {
    const area = model.building.zones.reduce((sum, { rectangle: [x0, y0, x1, y1] }) => sum + (x1 - x0) * (y1 - y0), 0);
    expect(area).toBeCloseTo(2486.4, 6);
    expect(model.building.zones).toHaveLength(9);
  });

  it('lets everybody reach everything: no two nodes without a way', () => {
    expect(model.network.nodeDistance_m.every(Number.isFinite)).toBe(true);
  });

  it('gives every aisle its sub-aisle edges, from south to north', () => {
    for (const area of model.building.areas) {
      for (const edge of area.subaisleEdges) {
        const { edges, nodes } = model.network;
        expect(nodes.y_m[edges.to[edge]!]!).toBeGreaterThan(nodes.y_m[edges.from[edge]!]!);
      }
    }
  });

  it('reaches every location from its own aisle, at the height of its slot', () => {
    const { locations, network, building } = model;
    for (let l = 0; l < locations.count; l += 7) {
      const place = locations.place[l]!;
      const area = building.areas[locations.area[l]!]!;
      expect(network.places.x_m[place]).toBeCloseTo(area.aisles_x_m[locations.aisle[l]!]!, 5);
      expect(Math.abs(network.places.y_m[place]! - locations.y_m[l]!)).toBeLessThan(1e-4);
      expect(network.places.edge[place]).toBe(
        area.subaisleEdges[locations.block[l]! * area.aisles_x_m.length + locations.aisle[l]!],
      );
    }
  });
});

describe('the numbers of the default scenario', () => {
  const path = new URL('../../../../shared/data/gimhae-shared-dc.json', import.meta.url);
  const present = existsSync(path);
  if (!present) console.log('skipped: the shared data are not there');

  it.skipIf(!present)('are those of the shared data', () => {
    const data = JSON.parse(readFileSync(path, 'utf8')) as {
      seed: number;
      zones: { id: string; rect: number[] }[];
      doors: { inbound: number[]; outbound: number[] };
      stores: { id: string; lat: number; lon: number; n: number; sigmaKm: number }[];
      staff: { role: string; n: number; shift: string }[];
      palletRack: { rowsX: [number, number][]; blocksY: [number, number][] };
    };
    const { scenario } = loadBuiltin('gimhae-shared-dc');
    expect(scenario.seed).toBe(data.seed);
    for (const zone of data.zones) {
      expect(scenario.building.zones.find(({ id }) => id === zone.id)?.rectangle_m).toEqual(zone.rect);
    }
    const doors = (kind: string): number[] =>
      scenario.building.doors.filter((door) => door.kind === kind).map((door) => door.x_m);
    expect([doors('inbound'), doors('outbound')]).toEqual([data.doors.inbound, data.doors.outbound]);
    expect(
      scenario.fleet.stores.towns?.map(({ id, lat, lon, stores, sigma_km }) => ({ id, lat, lon, n: stores, sigmaKm: sigma_km })),
    ).toEqual(data.stores.map(({ id, lat, lon, n, sigmaKm }) => ({ id, lat, lon, n, sigmaKm })));
    expect(model.labour.people).toHaveLength(data.staff.reduce((sum, group) => sum + group.n, 0));
    const pallets = model.building.areas.findIndex(({ id }) => id === 'P');
    for (const rack of model.building.racks.filter(({ area }) => area === pallets)) {
      const row = data.palletRack.rowsX.find(([x0, x1]) => rack.rectangle[0] >= x0 - 1e-9 && rack.rectangle[2] <= x1 + 1e-9);
      const block = data.palletRack.blocksY.find(
        ([y0, y1]) => Math.abs(rack.rectangle[1] - y0) < 1e-9 && Math.abs(rack.rectangle[3] - y1) < 1e-9,
      );
      expect(row).toBeDefined();
      expect(block).toBeDefined();
    }
  });

  it('has 10,000 SKUs, 7,700 ambient, 1,300 chilled, 1,000 frozen, and 240 stores', () => {
    const count = [0, 0, 0];
    for (const temperature of model.items.temperature) count[temperature]!++;
    expect(count).toEqual([7700, 1300, 1000]);
    expect(model.fleet.stores.count).toBe(240);
    expect(model.tenants.filter(({ kind }) => kind === 'consignor')).toHaveLength(24);
  });

  it('expects lines of 5 kg and 15,000 KRW, split 72 : 18 : 10, and four fifths of them for a fifth of the SKUs', () => {
    const { popularity, demand, weight_kg, price_krw, temperature } = model.items;
    const lines = [0, 0, 0];
    let kg = 0;
    let value = 0;
    for (let i = 0; i < model.items.count; i++) {
      lines[temperature[i]!]! += popularity[i]!;
      kg += demand[i]! * weight_kg[i]!;
      value += demand[i]! * price_krw[i]!;
    }
    const total = lines[0]! + lines[1]! + lines[2]!;
    expect(total).toBeCloseTo(2220, 6);
    expect(lines.map((each) => each / total)).toEqual([expect.closeTo(0.72, 9), expect.closeTo(0.18, 9), expect.closeTo(0.1, 9)]);
    expect(kg / total).toBeGreaterThan(4.9);
    expect(kg / total).toBeLessThan(5.1);
    expect(value / total / 15000).toBeCloseTo(1, 2);
    const ambient = [...popularity.slice(0, 7700)].sort((a, b) => b - a);
    expect(ambient.slice(0, 1540).reduce((sum, each) => sum + each, 0) / lines[0]!).toBeCloseTo(0.8, 9);
  });
});

describe('a day of gimhae-shared-dc', () => {
  const { orders } = model.demand;

  it('delivers 90 orders in two waves of 45', () => {
    const dueOn = (hour: number): number => orders.due.filter((due) => due === hour * TICKS_PER_HOUR).length;
    expect([dueOn(8.5), dueOn(13.5)]).toEqual([45, 45]);
  });

  it('picks exactly 2,220 lines: yesterday’s midday wave, today’s morning wave of tomorrow, 60 visits', () => {
    const today = (o: number): boolean => orders.staged[o] === 0 && orders.release[o]! < TICKS_PER_DAY;
    expect(linesWhere(model, (o) => today(o) && orders.kind[o] === DELIVERY)).toBe(1620);
    expect(linesWhere(model, (o) => today(o) && orders.kind[o] === COUNTER_VISIT)).toBe(600);
  });

  it('finds yesterday’s orders there: the morning wave staged, the midday wave still to be released at 07:00', () => {
    const before = [...orders.arrival.keys()].filter((o) => orders.arrival[o]! < 0);
    expect(before).toHaveLength(90);
    for (const o of before) {
      const staged = orders.staged[o] === 1;
      expect(orders.due[o]).toBe((staged ? 8.5 : 13.5) * TICKS_PER_HOUR);
      expect(orders.release[o]).toBe(staged ? -9 * TICKS_PER_HOUR : 7 * TICKS_PER_HOUR);
    }
  });

  it('has orders in order of arrival, until the cut-off, with different SKUs in each', () => {
    for (let o = 0; o < orders.count; o++) {
      if (o > 0) expect(orders.arrival[o]!).toBeGreaterThanOrEqual(orders.arrival[o - 1]!);
      const hour = (((orders.arrival[o]! / TICKS_PER_HOUR) % 24) + 24) % 24;
      const limits = orders.kind[o] === DELIVERY ? [8, 15] : [9, 18];
      expect(hour).toBeGreaterThanOrEqual(limits[0]!);
      expect(hour).toBeLessThanOrEqual(limits[1]!);
      const items = model.demand.lines.item.slice(orders.firstLine[o], orders.firstLine[o + 1]);
      expect(new Set(items).size).toBe(items.length);
    }
  });

  it('receives 14 trucks with 34 pallets, each with goods, within three deviations of 07:00 to 14:00', () => {
    const { trucks } = model.demand;
    expect(trucks.count).toBe(14);
    expect(trucks.pallets.reduce((sum, each) => sum + each, 0)).toBe(34);
    for (let t = 0; t < trucks.count; t++) {
      expect(trucks.firstLine[t + 1]!).toBeGreaterThan(trucks.firstLine[t]!);
      expect(trucks.appointment[t]! / TICKS_PER_HOUR).toBeGreaterThanOrEqual(7);
      expect(trucks.appointment[t]! / TICKS_PER_HOUR).toBeLessThanOrEqual(14);
      expect(Math.abs(trucks.arrival[t]! - trucks.appointment[t]!)).toBeLessThanOrEqual(3 * 420 * 1e6);
    }
  });

  it('runs in both modes with the policies of each', () => {
    const loaded = loadBuiltin('gimhae-shared-dc');
    expect(policyChoice(loaded.scenario, 'paper')).toMatchObject({
      routing: 's-shape',
      'storage-assignment': 'random',
      batching: 'first-come-first-served',
    });
    expect(policyChoice(loaded.scenario, 'digital')).toMatchObject({
      routing: 'optimal',
      'storage-assignment': 'class-based',
      batching: 'savings',
    });
    const paper = compileBuiltin('gimhae-shared-dc', { mode: 'paper' });
    expect([paper.operations.search.mean_s, paper.operations.batchOrders, paper.operations.wrongPickProbability]).toEqual([
      12, 1, 0.01,
    ]);
    expect([model.operations.search.mean_s, model.operations.batchOrders, model.operations.wrongPickProbability]).toEqual([
      4, 4, 0.003,
    ]);
  });
});

describe('storage in gimhae-shared-dc', () => {
  const { items, storage, racking, locations, building } = model;
  const classOf = (name: string): number => storage.keeping.classes.indexOf(name);

  it('keeps detergents from food, and one consignor by itself', () => {
    expect(storage.keeping.classes).toEqual(['general', 'detergent', 'consignor-01']);
    const detergents = items.keeping.filter((c) => c === classOf('detergent')).length;
    // 6 % of 7,530 ambient SKUs that are not bulky, within four standard deviations.
    expect(Math.abs(detergents - 452)).toBeLessThan(4 * Math.sqrt(7530 * 0.06 * 0.94));
    for (let item = 0; item < items.count; item++)
      expect(items.keeping[item] === classOf('consignor-01')).toBe(model.tenants[items.tenant[item]!]!.id === 'consignor-01');
  });

  it('sets bays aside for them by room, as near to the depot on average as the others', () => {
    const area = building.areas.find(({ id }) => id === 'S')!;
    const bays = (c: number): number[] => {
      const numbers = new Set<number>();
      for (let at = area.firstLocation; at < area.endLocation; at++)
        if (racking.bays.keeping[locations.rackBay[at]!] === c) numbers.add(locations.rackBay[at]!);
      return [...numbers];
    };
    const depot = building.stations.find(({ id }) => id === 'depot')!.place;
    const place = (bay: number): number => locations.place[locations.rackBay.indexOf(bay)]!;
    const mean_m = (own: readonly number[]): number =>
      own.reduce((sum, bay) => sum + walkingDistance_m(model.network, depot, place(bay)), 0) / own.length;
    const own = bays(classOf('detergent'));
    expect(own.length * 30).toBeGreaterThanOrEqual(items.keeping.filter((c) => c === classOf('detergent')).length);
    expect(Math.abs(mean_m(own) / mean_m(bays(0)) - 1)).toBeLessThan(0.03);
  });

  it('has room for everybody, whatever the seed', () => {
    for (let seed = 1; seed <= 3; seed++) expect(() => loadBuiltin('gimhae-shared-dc', [`seed=${seed}`])).not.toThrow();
  });

  it('rejects nothing, and picks 60 to 75 lines an hour of labour on paper, 100 to 120 with the digital aids', () => {
    const loaded = loadBuiltin('gimhae-shared-dc');
    const kpis = ['paper', 'digital'].map((mode) => {
      const run = new Run(compile(loaded, { mode }), policyChoice(loaded.scenario, mode), loaded.scenario.seed);
      run.runUntil(run.horizon);
      return run.kpis();
    });
    expect(kpis.map(({ units_rejected }) => units_rejected)).toEqual([0, 0]);
    const [paper, digital] = kpis.map(({ lines_per_labour_hour }) => lines_per_labour_hour!);
    expect([paper! > 60 && paper! < 75, digital! > 100 && digital! < 120]).toEqual([true, true]);
  });
});

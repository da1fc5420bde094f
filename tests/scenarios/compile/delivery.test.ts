import { describe, expect, it } from 'vitest';
import { TICKS_PER_DAY, TICKS_PER_HOUR, TICKS_PER_MINUTE, type Model } from '../../../packages/engine/src/index.ts';
import { builtinTable, builtinText } from '../../../packages/scenarios/src/builtin/texts.ts';
import { compile } from '../../../packages/scenarios/src/compile/compile.ts';
import { loadScenario } from '../../../packages/scenarios/src/format/load.ts';

function compiled(id: string, settings: readonly string[] = [], tables: Readonly<Record<string, string>> = {}): Model {
  const result = loadScenario(builtinText(id)!, {
    fileName: id,
    settings,
    readTable: (name) => tables[name] ?? builtinTable(id, name),
  });
  if (!result.ok) throw new Error(result.problems.map(({ code, cause }) => `${code} ${cause}`).join('\n'));
  return compile(result.loaded);
}

const PLACES = ['DC', 'north', 'east', 'south', 'west'];

describe('delivery in a scenario', () => {
  it('gives every store of a wave one of its windows, by their shares, and keeps it when others are added', () => {
    const { stores } = compiled('gimhae-shared-dc').fleet;
    const morning = [...stores.opens_s.keys()].filter((store) => store % 2 === 0);
    expect(morning.every((store) => stores.opens_s[store] === 8.5 * 3600)).toBe(true);
    const early = morning.filter((store) => stores.closes_s[store] === 11 * 3600).length;
    expect(early).toBeGreaterThan(morning.length * 0.3);
    expect(early).toBeLessThan(morning.length * 0.5);
    const more = compiled('gimhae-shared-dc', ['fleet.stores.towns.0.stores=26']).fleet.stores;
    const windowOf = (all: typeof stores, code: string): number => all.closes_s[all.code.indexOf(code)]!;
    // Two more in the first town leave everybody in the same wave.
    expect(stores.code.every((code) => windowOf(stores, code) === windowOf(more, code))).toBe(true);
  });

  it('takes the hours of a table of stores before the windows of the scenario', () => {
    const table = builtinTable('four-orders', 'stores.csv')!.trim().split('\n');
    const hours = [',opens,closes', ',09:00,12:00', ',,', ',10:00,', ',,18:30'];
    const { stores } = compiled('four-orders', ['fleet.stores.receiving=[{ opens: "08:00", closes: "20:00" }]'], {
      'stores.csv': table.map((line, i) => line + hours[i]!).join('\n'),
    }).fleet;
    expect([...stores.opens_s].map((s) => s / 3600)).toEqual([9, 8, 10, 8]);
    expect([...stores.closes_s].map((s) => s / 3600)).toEqual([12, 20, 20, 18.5]);
  });

  it('reads roads by period, one way and back', () => {
    const rows = [0, 1].flatMap((period) =>
      PLACES.flatMap((from, i) =>
        PLACES.flatMap((to, j) => (i === j ? [] : [`${from},${to},${i * 10 + j},${(i * 10 + j) * 60 * (period + 1)},${period}`])),
      ),
    );
    const { matrix } = compiled('four-orders', ['fleet.roads=roads.csv'], {
      'roads.csv': ['from,to,distance_km,duration_s,period', ...rows].join('\n'),
    }).fleet.roads;
    expect(matrix!.period_s).toBe(43_200);
    // From east (2) to south (3): 23 km; back 32. Row 0 is the DC.
    expect([matrix!.distance_km[2 * 5 + 3], matrix!.distance_km[3 * 5 + 2]]).toEqual([23, 32]);
    expect(matrix!.durations_s.map((durations) => durations[4])).toEqual([240, 480]);
  });

  it('lets orders of a same-day wave come in until its cut-off and leave on their day', () => {
    const { orders } = compiled('gimhae-shared-dc', [
      'days=2',
      'demand.waves=[{ id: next, departure: "08:30", release: "15:00", releaseOn: day-before, share: 2 }, { id: today, departure: "16:30", release: "14:00", releaseOn: departure-day, service: same-day, cutOff: "13:00", share: 1 }]',
      'fleet.stores.receiving=[{ opens: "08:30", closes: "20:00" }]',
    ]).demand;
    const sameDay = [...orders.due.keys()].filter((order) => orders.due[order]! % TICKS_PER_DAY === 16.5 * TICKS_PER_HOUR);
    expect(sameDay).toHaveLength(2 * 30);
    for (const order of sameDay) {
      expect(Math.floor(orders.arrival[order]! / TICKS_PER_DAY)).toBe(Math.floor(orders.due[order]! / TICKS_PER_DAY));
      expect(orders.arrival[order]! % TICKS_PER_DAY).toBeLessThanOrEqual(13 * TICKS_PER_HOUR);
      expect(orders.release[order]! % TICKS_PER_DAY).toBe(14 * TICKS_PER_HOUR);
    }
  });

  it('sends an order of a table after the cut-off of its same-day wave on the next day', () => {
    const { orders } = compiled(
      'four-orders',
      [
        'demand.waves=[{ id: noon, departure: "13:30", release: "11:00", releaseOn: departure-day, service: same-day, cutOff: "10:00" }]',
      ],
      { 'orders.csv': 'order,arrival,store,sku,units\na,0 09:59,north,s1,1\nb,0 10:01,east,s1,1\n' },
    ).demand;
    expect([...orders.due].map((due) => due / TICKS_PER_HOUR)).toEqual([13.5, 37.5]);
  });

  it('puts disruptions in order of time', () => {
    const { disruptions } = compiled('gimhae-shared-dc', [
      'fleet.disruptions=[{ vehicle: V3, at: "10:00", length_min: 40 }, { vehicle: V1, at: "09:15", length_min: 120, breakdown: true }]',
    ]).fleet;
    expect(disruptions).toEqual([
      { vehicle: 0, from: 9.25 * TICKS_PER_HOUR, length: 120 * TICKS_PER_MINUTE, breakdown: true },
      { vehicle: 2, from: 10 * TICKS_PER_HOUR, length: 40 * TICKS_PER_MINUTE, breakdown: false },
    ]);
  });
});

describe('incheon-milk-run', () => {
  const model = compiled('incheon-milk-run', ['days=5']);

  it('has seven electric trucks, 560 merchants and 7,807 parcels a month of 26 days', () => {
    expect(model.fleet.vehicles.map(({ energy }) => energy)).toEqual(new Array(7).fill('electric'));
    expect(model.fleet.stores.count).toBe(560);
    const { collections } = model.demand;
    const parcels = collections.parcels.reduce((sum, each) => sum + each, 0);
    expect((parcels / 5) * 26).toBeCloseTo(7807, -2);
    expect(collections.parcels.every((each) => each >= 1)).toBe(true);
    expect(model.demand.orders.count).toBe(0);
  });

  it('calls in two rounds a day, each announced before it leaves, by different merchants', () => {
    const { collections } = model.demand;
    const rounds = new Map<number, Set<number>>();
    for (let row = 0; row < collections.count; row++) {
      expect(collections.announced[row]!).toBeLessThanOrEqual(collections.release[row]!);
      expect(collections.release[row]!).toBeLessThan(collections.due[row]!);
      expect(collections.due[row]!).toBeLessThan(collections.cutOff[row]!);
      const callers = rounds.get(collections.due[row]!) ?? new Set();
      expect(callers.has(collections.store[row]!)).toBe(false);
      rounds.set(collections.due[row]!, callers.add(collections.store[row]!));
    }
    expect(rounds.size).toBe(10);
    expect([...collections.announced].every((tick, row) => row === 0 || tick >= collections.announced[row - 1]!)).toBe(true);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidScenario, loadScenario } from '../../../packages/scenarios/src/index.ts';
import type { Problem } from '../../../packages/scenarios/src/index.ts';
import { builtinTable } from '../../../packages/scenarios/src/builtin/texts.ts';
import { crowdedKinds } from '../../../packages/scenarios/src/validate/flow.ts';

type Tables = Readonly<Record<string, string>>;

function problemsOf(base: string, changes: object, tables: Tables = {}, settings: string[] = []): readonly Problem[] {
  const result = loadScenario(
    { formatVersion: 1, id: 'mine', extends: base, ...changes },
    { settings, readTable: (name) => tables[name] ?? builtinTable(base, name) },
  );
  return result.ok ? [] : result.problems;
}

const codes = (problems: readonly Problem[]): string[] =>
  problems.map(({ code, place }) => `${code} ${place.split(' ').at(-1)!}`);

describe('bad storage input', () => {
  it('is listed whole, with place and cure', () => {
    const problems = problemsOf(
      'four-orders',
      {
        storage: {
          classBoundaries_percent: [30, 20, 150],
          goldenZone: { from_m: 1.5, to_m: 0.7, outside_s: 1 },
          replenishment: { min_percent: 90, max_percent: 50 },
          reSlotting: { people_h: 1, truck_h: 1 },
          separate: [{ classes: ['detergent', 'detergent'] }, { classes: ['food', 'general'] }],
          apart: ['ownr'],
          locations: { table: 'locations.csv' },
        },
        demand: { history: { table: 'history.csv' } },
      },
      {
        'skus.csv': `sku,length_m,width_m,height_m,weight_kg,temperature,separation
s1,0.2,0.1,0.05,1,ambient,
s2,,0.1,0.25,1.5,ambient,
s3,0.2,0,0.1,,ambient,
s4,0.15,0.1,0.2,0.7,ambient,
s5,0.25,0.12,heavy,0.3,ambient,
s6,0.2,0.15,0.28,3,ambient,detergent
`,
        'locations.csv': 'location,sku,use\nA-09-W-1-01-1-1,s1,\nA-01-W-1-02-1-1,s77,\nA-01-W-1-03-1-1,s4,shut\n',
        'history.csv': 'order,day,sku\np1,-2,s1\np1,-2,s44\np2,3,s2\n',
      },
    );
    expect(codes(problems)).toEqual([
      'E1012 height_m',
      'E1012 use',
      'E1012 day',
      'E3005 locations.csv:3',
      'E3006 locations.csv:2',
      'E3008 storage.apart.0',
      'E3009 storage.classBoundaries_percent.1',
      'E3009 storage.classBoundaries_percent.2',
      'E3010 skus.csv:3',
      'E3010 skus.csv:4',
      'E3011 storage.separate.0.classes.1',
      'E3011 storage.separate.1.classes.0',
      'E3012 storage.goldenZone',
      'E3012 storage.replenishment',
      'E5010 history.csv:3',
    ]);
    expect(problems.find(({ place }) => place === 'skus.csv:4')!.cause).toBe('SKU s3 has no width_m, weight_kg');
    for (const { cause, cure } of problems) {
      expect(cause).not.toMatch(/undefined|NaN|\[object/);
      expect(cure).toMatch(/[.?]$/);
    }
  });

  it('names negative hours, and a past that is neither a rule nor a table', () => {
    const hours = { storage: { reSlotting: { people_h: -1, truck_h: 0 } }, demand: { history: {} } };
    expect(codes(problemsOf('four-orders', hours))).toEqual(['E1006 storage.reSlotting.people_h', 'E1017 demand.history']);
  });

  it('knows no class where no SKU is of any: rules that were inherited rest', () => {
    expect(problemsOf('four-orders', { storage: { separate: [{ classes: ['detergent', 'food'] }] } })).toEqual([]);
  });

  it('refuses a home twice, of another temperature, above reach, blocked, or where another SKU lies', () => {
    const locations = (rows: string): string[] =>
      problemsOf(
        'four-orders',
        { storage: { locations: { table: 'locations.csv' } } },
        { 'locations.csv': `location,sku,use\n${rows}` },
      ).map(({ code, cause }) => `${code} ${cause}`);
    expect(locations('A-01-W-1-02-1-1,s1,\nA-01-W-1-02-1-1,s2,\nA-01-W-1-03-1-1,s1,\n')).toEqual([
      'E3014 location A-01-W-1-02-1-1 stands already in line 2',
      'E3014 SKU s1 has its home already in line 2',
    ]);
    expect(locations('A-01-W-1-02-1-1,s1,blocked\n')).toEqual([
      'E3014 location A-01-W-1-02-1-1 cannot be the home of SKU s1: it is blocked',
    ]);
    const gimhae = problemsOf(
      'online-retail',
      { storage: { locations: { table: 'locations.csv' } } },
      { 'locations.csv': 'location,sku\nC-01-E-1-01-1-1,22423\nP-01-W-1-01-2-1,22086\n' },
    );
    expect(gimhae.map(({ cause }) => cause.split(': ')[1])).toEqual([
      'it is of another temperature',
      'it cannot be picked by hand',
    ]);
  });
});

describe('SKUs that can live nowhere', () => {
  const exitOf = (problems: readonly Problem[]): number => new InvalidScenario(problems).exitCode;
  const skus = (rows: string): Tables => ({
    'skus.csv': `sku,length_m,width_m,height_m,weight_kg,temperature,separation\n${rows}`,
    'stock.csv': 'sku,units\ns1,1\n',
    'orders.csv': 'order,arrival,store,sku,units\no1,-1 10:00,north,s1,1\n',
    'inbound.csv': 'truck,appointment,pallets,sku,units\nt1,0 08:00,1,s1,6\n',
  });
  const rows = (count: number, cells: string): string =>
    Array.from({ length: count }, (_, k) => `s${k + 1},0.1,0.1,0.1,${cells}\n`).join('');
  const twoLevels = [
    'building.areas.A.rack.levels=2',
    'building.areas.A.rack.levelHeight_m=1',
    'storage={ heavyLow: { weight_kg: 20, highest_m: 0.5 } }',
  ];

  it('end with exit code 4: heavy goods that have too few low slots', () => {
    expect(problemsOf('four-orders', {}, skus(rows(24, '20,ambient,')), twoLevels)).toEqual([]);
    const problems = problemsOf('four-orders', {}, skus(rows(25, '20,ambient,')), twoLevels);
    expect([problems.map(({ code }) => code), exitOf(problems)]).toEqual([['E3002'], 4]);
  });

  it('end with exit code 4: heavy goods where every slot is high', () => {
    const high = [...twoLevels, 'building.areas.A.rack.base_m=0.8'];
    const problems = problemsOf('four-orders', {}, skus(rows(1, '20,ambient,')), high);
    expect([problems.map(({ code }) => code), exitOf(problems)]).toEqual([['E3001'], 4]);
    expect(problems[0]!.cause).toContain('at most 0.5 m high, where goods of 20 kg lie');
  });

  it('end with exit code 4: goods kept apart with too few bays, and the goods they leave too few', () => {
    const apart = { storage: { separate: [{ classes: ['detergent', 'general'] }] } };
    // 24 bays of one slot.
    const mixed = (general: number, detergents: number): Tables =>
      skus(
        rows(general, '1,ambient,') +
          Array.from({ length: detergents }, (_, k) => `d${k},0.1,0.1,0.1,1,ambient,detergent\n`).join(''),
      );
    expect(problemsOf('four-orders', apart, mixed(20, 4))).toEqual([]);
    const crowded = problemsOf('four-orders', apart, mixed(20, 5));
    expect([crowded.map(({ code }) => code), exitOf(crowded)]).toEqual([['E3002'], 4]);
    expect(crowded[0]!.cause).toContain('20 ambient SKUs can only live in area A, which has 19 locations');
    expect(crowded[0]!.cause).toContain('not set aside for goods kept apart');
    const none = problemsOf('four-orders', apart, mixed(1, 25));
    expect(exitOf(none)).toBe(4);
    expect(none.map(({ code, cause }) => `${code} ${cause}`)).toEqual([
      'E3016 no rack bay is left for 1 SKU of "general" beside the goods kept apart from them: s1',
      'E3016 no rack bay is left for 1 SKU of "detergent" beside the goods kept apart from them: d24',
    ]);
  });

  it('end with exit code 4: blocked locations count as none', () => {
    const all = Array.from({ length: 23 }, (_, k) => {
      const side = Math.floor(k / 6);
      return `A-0${1 + Math.floor(side / 2)}-${side % 2 === 0 ? 'W' : 'E'}-1-0${(k % 6) + 1}-1-1,blocked`;
    });
    const blocked = (count: number): readonly Problem[] =>
      problemsOf(
        'four-orders',
        { storage: { locations: { table: 'locations.csv' } } },
        { ...skus(rows(2, '1,ambient,')), 'locations.csv': `location,use\n${all.slice(0, count).join('\n')}\n` },
      );
    expect(blocked(22)).toEqual([]);
    expect([blocked(23).map(({ code }) => code), exitOf(blocked(23))]).toEqual([['E3002'], 4]);
  });
});

describe('crowded kinds', () => {
  it('are found as in the worked example', () => {
    expect(crowdedKinds([3, 2], [2, 2], [[0, 1], [1]])).toEqual({ groups: [1, 0], kinds: [1, 0] });
    expect(crowdedKinds([2, 2], [2, 2], [[0, 1], [1]])).toBeUndefined();
  });

  it('are found exactly where Hall’s condition fails, by looking at every set', () => {
    const instance = fc.record({
      skus: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      room: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
      bits: fc.array(fc.nat(31), { minLength: 5, maxLength: 5 }),
    });
    fc.assert(
      fc.property(instance, ({ skus, room, bits }) => {
        const fits = skus.map((_, group) => [...room.keys()].filter((kind) => ((bits[group]! >> kind) & 1) === 1));
        let fails = false;
        for (let set = 1; set < 1 << skus.length; set++) {
          const groups = [...skus.keys()].filter((group) => ((set >> group) & 1) === 1);
          const kinds = new Set(groups.flatMap((group) => fits[group]!));
          const wanted = groups.reduce((sum, group) => sum + skus[group]!, 0);
          fails ||= wanted > [...kinds].reduce((sum, kind) => sum + room[kind]!, 0);
        }
        const crowded = crowdedKinds(skus, room, fits);
        expect(crowded !== undefined).toBe(fails);
        if (crowded === undefined) return;
        const wanted = crowded.groups.reduce((sum, group) => sum + skus[group]!, 0);
        expect(wanted).toBeGreaterThan(crowded.kinds.reduce((sum, kind) => sum + room[kind]!, 0));
        for (const group of crowded.groups) for (const kind of fits[group]!) expect(crowded.kinds).toContain(kind);
      }),
      { numRuns: 2000, seed: 7 },
    );
  });
});

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySettings, builtinText, loadBuiltin, loadScenario, saveScenario } from '../../../packages/scenarios/src/index.ts';
import { merge } from '../../../packages/scenarios/src/format/merge.ts';
import { migrate } from '../../../packages/scenarios/src/format/migrate.ts';
import { editDistance, nearest } from '../../../packages/scenarios/src/format/nearest.ts';
import { readTable } from '../../../packages/scenarios/src/format/tables.ts';
import { ProblemList } from '../../../packages/scenarios/src/validate/problem.ts';
import { loadScenarioFile } from '../../../packages/scenarios/src/node.ts';

const text = builtinText('four-orders')!;
const fourOrders = loadBuiltin('four-orders');

describe('loading', () => {
  it('reads JSON as it reads YAML', () => {
    const json = JSON.stringify(fourOrders.source.data, null, 2);
    const result = loadScenario(json, { fileName: 'four-orders' });
    expect(result.ok && result.loaded.scenario).toEqual(fourOrders.scenario);
    expect(result.ok && saveScenario(result.loaded)).toBe(json);
  });

  it('takes a scenario as an object', () => {
    const result = loadScenario({ formatVersion: 1, id: 'two-days', extends: 'gimhae-shared-dc', days: 2 });
    expect(result.ok && [result.loaded.scenario.id, result.loaded.scenario.days, result.loaded.scenario.seed]).toEqual([
      'two-days',
      2,
      20230306,
    ]);
  });

  it('reads tables and extended scenarios from the folder of the file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dongseon-'));
    writeFileSync(
      join(folder, 'base.yaml'),
      'formatVersion: 1\nid: base\nextends: four-orders\ndemand: { table: my-orders.csv }\n',
    );
    writeFileSync(join(folder, 'mine.yaml'), 'formatVersion: 1\nid: mine\nextends: base.yaml\ndays: 2\n');
    writeFileSync(join(folder, 'my-orders.csv'), '\uFEFForder,arrival,store,sku,units\na,0 09:00,north,s1,2\n');
    const result = loadScenarioFile(join(folder, 'mine.yaml'));
    expect(result.ok && [result.loaded.scenario.days, result.loaded.tables.orders?.order]).toEqual([2, ['a']]);
  });

  it('refuses __proto__ as an unknown key, and leaves every prototype as it was', () => {
    const result = loadScenario(`${text}\n__proto__:\n  polluted: true\n`, { fileName: 'four-orders' });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toContain('E1003');
    const nested = loadScenario('formatVersion: 1\nid: x\nextends: four-orders\nbuilding:\n  __proto__: { polluted: true }\n');
    expect(nested.ok).toBe(false);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('stops at a scenario that extends itself', () => {
    const result = loadScenario('formatVersion: 1\nid: a\nextends: b\n', {
      readScenario: (name) => `formatVersion: 1\nid: ${name}\nextends: b\n`,
    });
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(['E1013']);
  });
});

describe('merging', () => {
  it('merges maps, replaces lists, and removes what is null', () => {
    expect(merge({ a: { b: 1, c: [1, 2] }, d: 4 }, { a: { c: [3] }, d: null, e: 5 })).toEqual({ a: { b: 1, c: [3] }, e: 5 });
  });

  it('leaves a map as it is when nothing is overridden', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.jsonValue().filter((value) => value !== null),
        ),
        (map) => {
          expect(merge(map, {})).toEqual(map);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('saving', () => {
  it('gives the same bytes for an unchanged scenario, whatever its spacing and comments', () => {
    const odd = text.replace('days: 1', 'days:    1   # one').replaceAll('\n', '\r\n');
    const result = loadScenario(odd, { fileName: 'four-orders' });
    expect(result.ok && saveScenario(result.loaded)).toBe(odd);
  });

  it('changes only the text of the value that was changed', () => {
    const result = applySettings(fourOrders, ['days=3', 'labour.shifts.day.end="19:00"']);
    expect(result.ok && saveScenario(result.loaded)).toBe(
      text.replace('days: 1', 'days: 3').replace('end: "18:00"', 'end: "19:00"'),
    );
  });

  it('loads again what it saved, also with new keys and lists', () => {
    const result = applySettings(fourOrders, [
      'policies.routing=largest-gap',
      'demand.dayFactors=[1, 2]',
      'building.areas.A.aisles.0.eastBays=3',
      'description=null',
    ]);
    if (!result.ok) throw new Error(result.problems[0]!.cause);
    const again = loadScenario(saveScenario(result.loaded), { fileName: 'four-orders' });
    expect(again.ok && again.loaded.scenario).toEqual(result.loaded.scenario);
    expect(again.ok && again.loaded.scenario.policies.routing).toBe('largest-gap');
  });
});

describe('settings', () => {
  const change = (...settings: string[]): unknown => {
    const result = applySettings(fourOrders, settings);
    return result.ok ? result.loaded.scenario : result.problems.map(({ code, cure }) => `${code} ${cure}`);
  };

  it('name list elements by number or id, and take YAML values', () => {
    expect(change('building.doors.I1.width_m=2', 'labour.people.0.count=2', 'modes.digital.names={ko: 가, en: b}')).toMatchObject(
      {
        building: { doors: [{ id: 'I1', width_m: 2 }, { id: 'O1' }] },
        labour: { people: [{ count: 2 }, {}, {}] },
        modes: { digital: { names: { ko: '가', en: 'b' } } },
      },
    );
  });

  it('suggest the nearest key or id', () => {
    expect(change('operations.batchOders=4')).toEqual(['E1010 Did you mean "batchOrders"?']);
    expect(change('building.doors.I2.width_m=4')).toEqual(['E1010 Did you mean "I1"?']);
    expect(change('days')).toEqual(['E1010 Write for example `--set days=5`.']);
  });

  it('do not reach a prototype', () => {
    expect(change('__proto__.polluted=1')).toEqual([expect.stringContaining('E1010')]);
    expect(change('operations.constructor=1')).toEqual([expect.stringContaining('E1010')]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('the rest of the format', () => {
  it('brings an older version forward, step by step', () => {
    const steps = {
      1: (data: Record<string, unknown>) => ({ ...data, formatVersion: 2, shelf: data.rack }),
      2: (data: Record<string, unknown>) => ({ ...data, formatVersion: 3, rack: undefined }),
    };
    const problems = new ProblemList();
    expect(migrate({ formatVersion: 1, rack: 'r' }, 'x', problems, steps, 3)).toEqual({
      formatVersion: 3,
      shelf: 'r',
      rack: undefined,
    });
    expect(problems.isEmpty).toBe(true);
  });

  it('measures words by insertions, deletions, changes and swaps', () => {
    expect([editDistance('kitten', 'sitting'), editDistance('esat', 'east'), editDistance('', 'abc')]).toEqual([3, 1, 3]);
    expect([nearest('batchOders', ['batchOrders', 'batchVolume_l']), nearest('xyz', ['building'])]).toEqual([
      'batchOrders',
      undefined,
    ]);
  });

  it('reads a table with quotes, spare columns, empty lines and a byte order mark', () => {
    const problems = new ProblemList();
    const table = readTable(
      'stores',
      '\uFEFFtown,store,lat,lon,note\n"진영읍, 김해",a,35.3,128.7,x\n\nb town,b,35,129,\n',
      'stores.csv',
      problems,
    );
    expect(problems.list()).toEqual([]);
    expect([table?.rows, table?.town, table?.store, [...table!.lat]]).toEqual([
      2,
      ['진영읍, 김해', 'b town'],
      ['a', 'b'],
      [35.3, 35],
    ]);
  });
});

// The storage of a small run as CSV, read back and held against what the tables say of each other.

import { describe, expect, it } from 'vitest';
import { Run } from '../../../packages/engine/src/index.ts';
import { compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { storageLocationsCsv, storageZonesCsv } from '../../../packages/scenarios/src/report/storage-csv.ts';

const model = compileBuiltin('gimhae-shared-dc');
const run = new Run(model, policyChoice(loadBuiltin('gimhae-shared-dc').scenario), 1);
run.runUntil(model.horizon);
const report = run.storageReport();
/** Rows by column; no cell of these files holds a comma. */
function read(text: string): Record<string, string>[] {
  const [header, ...rows] = text.trimEnd().split('\r\n');
  const names = header!.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, column) => [names[column], cell])));
}
const zones = read(storageZonesCsv(model, report));
const locations = read(storageLocationsCsv(model, report));
const sum = (rows: readonly Record<string, string>[], column: string): number =>
  rows.reduce((total, row) => total + Number(row[column]), 0);

describe('the storage as CSV', () => {
  it('has a row per location, with what lies there or nothing', () => {
    expect(locations).toHaveLength(model.locations.count);
    expect(new Set(locations.map(({ location }) => location)).size).toBe(locations.length);
    for (const { sku, units, fill_percent: fill, age_d: age } of locations) {
      expect([sku, fill, age].map((cell) => cell === '')).toEqual(Array<boolean>(3).fill(units === '0'));
    }
    const kpis = run.kpis();
    expect(sum(locations, 'units')).toBe(kpis['units_in_stock']);
    expect(sum(locations, 'lines')).toBeGreaterThan(0);
  });

  it('has a row per level, area and zone, and one of the whole; each sums those below', () => {
    const whole = zones.filter(({ zone }) => zone === '');
    const perZone = zones.filter(({ zone, area }) => zone !== '' && area === '');
    const perArea = zones.filter(({ area, level }) => area !== '' && level === '');
    const perLevel = zones.filter(({ level }) => level !== '');
    expect(whole).toHaveLength(1);
    expect(perArea.map(({ area }) => area)).toEqual(model.building.areas.map(({ id }) => id));
    for (const column of ['locations', 'occupied', 'units', 'lines', 'violations']) {
      const total = Number(whole[0]![column]);
      expect(
        [perZone, perArea, perLevel].map((rows) => sum(rows, column)),
        column,
      ).toEqual([total, total, total]);
    }
    expect(sum(whole, 'units')).toBe(sum(locations, 'units'));
    for (const { locations: count, occupied, occupancy_percent: percent } of zones) {
      expect(Number(percent)).toBeCloseTo((100 * Number(occupied)) / Number(count), 9);
    }
  });
});

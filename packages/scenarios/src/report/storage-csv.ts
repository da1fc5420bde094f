// The storage at the end of a replication as CSV: a row per location, and figures by level, area, zone and the whole centre.

import {
  locationLabel,
  STORAGE_RULES,
  storageFigures,
  sumRows,
  TICKS_PER_DAY,
  type Model,
  type StorageFigures,
  type StorageReport,
} from '@dongseon/engine';
import { csv, type Cell } from './csv.ts';

/** Column names of the figures; the unit ends the name. */
const FIGURES: readonly (readonly [figure: keyof StorageFigures, column: string])[] = [
  ['occupancy', 'occupancy_percent'],
  ['meanOccupancy', 'mean_occupancy_percent'],
  ['spaceUse', 'space_use_percent'],
  ['honeycombing', 'honeycombing_percent'],
  ['linesPerLocationDay', 'lines_per_location_day'],
  ['turnover', 'turnover_per_year'],
  ['dwell_d', 'dwell_d'],
  ['age_d', 'age_d'],
  ['cover_d', 'cover_d'],
];

/**
 * A row per level of each storage area, then per area (`level` empty), per zone (`area` empty too) and for the whole centre
 * (`zone` empty too). A figure that cannot be computed is an empty cell.
 */
export function storageZonesCsv({ building }: Model, report: StorageReport): string {
  const { rows, tick } = report;
  const of = (zone: Cell, area: Cell, level: Cell, belongs: (row: number) => boolean): Cell[] => {
    const sums = sumRows(report, belongs);
    const figures = storageFigures(sums, tick);
    const { locations, occupied, units, lines, atRisk, atRisk_krw, expired, violations } = sums;
    return [
      ...[zone, area, level, locations, occupied, units, lines],
      ...FIGURES.map(([figure]) => figures[figure]),
      ...[atRisk, atRisk_krw, expired, violations],
    ];
  };
  const zoneId = (zone: number): string => building.zones[zone]!.id;
  const levels = Array.from({ length: rows.count }, (_, row) =>
    of(zoneId(rows.zone[row]!), building.areas[rows.area[row]!]!.id, rows.level[row], (other) => other === row),
  );
  const areas = building.areas.map(({ id, zone }, area) => of(zoneId(zone), id, undefined, (row) => rows.area[row] === area));
  const zones = [...new Set(rows.zone)].map((zone) => of(zoneId(zone), undefined, undefined, (row) => rows.zone[row] === zone));
  return csv([
    [
      ...['zone', 'area', 'level', 'locations', 'occupied', 'units', 'lines'],
      ...FIGURES.map(([, column]) => column),
      ...['at_risk_units', 'at_risk_krw', 'expired_units', 'violations'],
    ],
    ...[...levels, ...areas, ...zones],
    of(undefined, undefined, undefined, () => true),
  ]);
}

/** A row per location; what cannot be said of it (nothing lies there) is an empty cell. */
export function storageLocationsCsv({ building, locations, items }: Model, { locations: columns }: StorageReport): string {
  const known = (value: number): Cell => (Number.isNaN(value) ? undefined : value);
  return csv([
    [
      ...['location', 'zone', 'area', 'level', 'sku', 'units', 'received_day', 'fill_percent', 'lines', 'lines_per_day'],
      ...['age_d', 'cover_d', 'expiry_d', 'expiry_risk_percent', 'rule'],
    ],
    ...Array.from({ length: columns.count }, (_, i): Cell[] => {
      const area = building.areas[locations.area[i]!]!;
      const item = columns.item[i]!;
      return [
        ...[locationLabel(building, locations, i), building.zones[area.zone]!.id, area.id, locations.level[i]],
        ...[item < 0 ? undefined : items.code[item], columns.units[i], known(columns.received[i]! / TICKS_PER_DAY)],
        ...[known(columns.fill[i]! * 100), columns.lines[i], known(columns.linesPerDay[i]!), known(columns.age_d[i]!)],
        ...[known(columns.cover_d[i]!), known(columns.expiry_d[i]!), known(columns.expiryRisk[i]! * 100)],
        STORAGE_RULES[columns.rule[i]!],
      ];
    }),
  ]);
}

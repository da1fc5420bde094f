// Figures of a part of the storage (a level, a zone, the whole centre) from its sums: the ratios that the field goes by.
//
// Worked example: two locations of 2 m³ each, in one of which 0.2 m³ of goods lie: occupancy 50 %, space use 5 %, honeycombing
// 90 %. 3 units were picked in half a day and 20 lie there: 6 a day, 6 × 365 / 20 = 109.5 turns a year.

import { TICKS_PER_DAY } from '../base/units.ts';
import { percent, ratio } from './definition.ts';
import { STORAGE_SUMS, type StorageReport, type StorageSum, type StorageSums } from './storage-report.ts';

const DAYS_PER_YEAR = 365;

/** undefined: cannot be computed (nothing lies there, nothing was picked, nothing is asked for, no time has passed). */
export interface StorageFigures {
  /** Share of the locations that hold goods, now and on average over the run, %. */
  readonly occupancy: number | undefined;
  readonly meanOccupancy: number | undefined;
  /** Share of the slots' volume that goods fill, %. */
  readonly spaceUse: number | undefined;
  /** Share of the volume of the occupied slots that is empty, %. */
  readonly honeycombing: number | undefined;
  /** Order lines picked per location and day. */
  readonly linesPerLocationDay: number | undefined;
  /** Times a year that the stock is turned over, at the rate of the run so far. */
  readonly turnover: number | undefined;
  /** Mean days in the centre of the units that were picked, and of those that lie there. */
  readonly dwell_d: number | undefined;
  readonly age_d: number | undefined;
  /** Days for which the stock covers the expected demand for its SKUs. */
  readonly cover_d: number | undefined;
}

/** Sums over the rows of a report for which `belongs` holds: `(row) => report.rows.zone[row] === zone`. */
export function sumRows({ rows }: StorageReport, belongs: (row: number) => boolean = () => true): StorageSums {
  const sums = {} as Record<StorageSum, number>;
  for (const name of STORAGE_SUMS) {
    let sum = 0;
    for (let row = 0; row < rows.count; row++) if (belongs(row)) sum += rows[name][row]!;
    sums[name] = sum;
  }
  return sums;
}

/** @param tick of the report that the sums are of */
export function storageFigures(sums: StorageSums, tick: number): StorageFigures {
  const elapsed_d = tick / TICKS_PER_DAY;
  return {
    occupancy: percent(sums.occupied, sums.locations),
    meanOccupancy: percent(sums.occupied_d, sums.locations * elapsed_d),
    spaceUse: percent(sums.goods_m3, sums.slots_m3),
    honeycombing: percent(sums.occupiedSlots_m3 - sums.goods_m3, sums.occupiedSlots_m3),
    linesPerLocationDay: ratio(sums.lines, sums.locations * elapsed_d),
    turnover: ratio(sums.taken * DAYS_PER_YEAR, sums.units * elapsed_d),
    dwell_d: ratio(sums.dwell_d, sums.taken),
    age_d: ratio(sums.age_d, sums.units),
    cover_d: ratio(sums.covered, sums.demand),
  };
}

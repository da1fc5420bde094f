import { beforeAll, describe, expect, it } from 'vitest';
import { connectInProcess } from '../../../packages/engine/src/protocol/index.ts';
import type { StorageReport } from '../../../packages/engine/src/kpis/storage-report.ts';
import { compileBuiltin, loadBuiltin, policyChoice } from '../../../packages/scenarios/src/index.ts';
import { CounterReplay } from '../../../packages/viewer/src/frames/replay.ts';
import { NEVER, StockLog } from '../../../packages/viewer/src/frames/stock.ts';
import { GROUPINGS, QUANTITIES, StorageState, type Quantity } from '../../../packages/viewer/src/frames/storage-state.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { storageRows } from '../../../packages/viewer/src/state/storage-summary.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const DAY = 86_400e6;
const HOUR = 3600e6;
const MINUTE = 60e6;

describe('the storage at an instant', () => {
  const model = smallModel();
  const made = (): { log: StockLog; picks: CounterReplay; state: StorageState } => {
    const log = new StockLog(model.locations.count);
    const picks = new CounterReplay(model.locations.count);
    return { log, picks, state: new StorageState(model, log, picks) };
  };
  const valueOf = (state: StorageState, quantity: Quantity, location: number): number =>
    state.measure(quantity, new Float32Array(model.locations.count))[location]!;

  it('turns 5 of a mean stock of 7.5 units 0.67 times a day (worked example)', () => {
    const { log, state } = made();
    log.append(0, 3, 10, 0);
    log.append(12 * HOUR, 3, -5, 0);
    expect(valueOf(state.moveTo(DAY), 'turnover', 3)).toBeCloseTo(5 / 7.5, 6);
    expect(valueOf(state.moveTo(2 * DAY), 'turnover', 3)).toBe(0);
    expect(valueOf(state.moveTo(DAY), 'turnover', 3)).toBeCloseTo(5 / 7.5, 6);
    expect(valueOf(state, 'turnover', 4)).toBeNaN();
  });

  it('knows the age and the expiry of the lots that lie there, also when time goes back', () => {
    const { log, state } = made();
    log.nameLot(3, -2880, 4320);
    log.append(0, 3, 10, 0);
    log.nameLot(3, 0, NEVER);
    log.append(6 * HOUR, 3, 30, 0);
    log.nameLot(3, -2880, 4320);
    log.append(12 * HOUR, 3, -10, 0);
    state.moveTo(HOUR);
    expect(valueOf(state, 'dwell', 3)).toBeCloseTo(2 + 1 / 24, 5);
    expect(valueOf(state, 'expiry', 3)).toBeCloseTo(3 - 1 / 24, 5);
    state.moveTo(6 * HOUR);
    expect(valueOf(state, 'dwell', 3)).toBeCloseTo((10 * 2.25 + 30 * 0.25) / 40, 5);
    state.moveTo(12 * HOUR);
    expect(state.lotsAt(3)).toEqual([{ units: 30, receipt: 0, expiry: NEVER }]);
    expect(valueOf(state, 'expiry', 3)).toBe(Infinity);
    state.moveTo(HOUR);
    expect(state.lotsAt(3)).toEqual([{ units: 10, receipt: -2880, expiry: 4320 }]);
  });

  it('takes from the oldest lot what no lot is named for', () => {
    const { log, state } = made();
    log.nameLot(3, -10, NEVER);
    log.append(0, 3, 4, 0);
    log.nameLot(3, -20, NEVER);
    log.append(0, 3, 4, 0);
    log.append(MINUTE, 3, -6, 0);
    expect(state.moveTo(MINUTE).lotsAt(3)).toEqual([{ units: 2, receipt: -10, expiry: NEVER }]);
  });

  it('fills, covers and counts picks of the last 24 hours', () => {
    const { log, picks, state } = made();
    log.append(0, 24, 38, 0);
    log.append(0, 3, 2, 0);
    picks.record(HOUR, 24, 1);
    picks.record(2 * HOUR, 24, 1);
    state.moveTo(2 * HOUR);
    expect(valueOf(state, 'stock-fill', 24)).toBeCloseTo(38 / 75.625, 5);
    expect(valueOf(state, 'honeycombing', 24)).toBeCloseTo(1 - 38 / 75.625, 5);
    expect(valueOf(state, 'honeycombing', 0)).toBeNaN();
    expect(valueOf(state, 'cover', 3)).toBe(10); // 40 units in all, 4 a day
    expect(valueOf(state, 'pick-frequency', 24)).toBe(2);
    expect(valueOf(state.moveTo(DAY + 1.5 * HOUR), 'pick-frequency', 24)).toBe(1);
    expect(valueOf(state, 'pick-frequency', 3)).toBe(0);
    expect(valueOf(state, 'pick-frequency', 4)).toBeNaN();
  });
});

describe('a day with replenishment', () => {
  let record: RunRecord;
  const reports: StorageReport[] = [];

  beforeAll(async () => {
    const model = compileBuiltin('gimhae-shared-dc');
    const chosen = policyChoice(loadBuiltin('gimhae-shared-dc').scenario, model.mode);
    const client = connectInProcess();
    client.onFrame((frame, release) => {
      record.append(frame);
      release();
    });
    const policies = { ...chosen, replenishment: 'min-max' };
    const { agents } = await client.load({ version: 1, model, policies, seed: 1, replication: 0 });
    record = new RunRecord(model, agents);
    for (const tick of [12 * HOUR, model.horizon]) {
      await client.runUntil(tick);
      reports.push(await client.storageReport());
    }
    client.close();
  }, 60_000);

  it('is read from the trace as the engine has it, at noon also after the end', () => {
    for (const report of [reports[1]!, reports[0]!]) {
      const state = record.storageAt(report.tick);
      const { locations: of } = report;
      expect(Int32Array.from(state.units)).toEqual(of.units);
      const read = (quantity: Quantity): Float32Array => state.measure(quantity, new Float32Array(of.count));
      const near = (ours: Float32Array, theirs: Float32Array, tolerance: number): void => {
        for (let i = 0; i < of.count; i++) {
          if (of.units[i] === 0) continue;
          if (theirs[i] === Infinity) expect(ours[i]).toBe(Infinity);
          else expect(Math.abs(ours[i]! - theirs[i]!)).toBeLessThan(tolerance * Math.max(1, Math.abs(theirs[i]!)));
        }
      };
      near(read('stock-fill'), of.fill, 1e-4);
      near(read('dwell'), of.age_d, 1e-3); // the trace tells receipts by the minute
      near(read('cover'), of.cover_d, 1e-4);
      near(read('expiry'), of.expiry_d, 1e-3);
      expect(state.group('rules', new Uint8Array(of.count)).filter((rule) => rule !== 255 && rule !== 0)).toHaveLength(0);
    }
  });

  it('sums up to the rows of the engine’s report', () => {
    const report = reports[1]!;
    const rows = storageRows(record, report.tick).filter((row) => row.level >= 0);
    const sums = report.rows;
    expect(rows).toHaveLength(sums.count);
    rows.forEach((row, i) => {
      expect([row.area, row.level, row.locations, row.occupied]).toEqual([
        sums.area[i],
        sums.level[i],
        sums.locations[i],
        sums.occupied[i],
      ]);
      expect(row.picks).toBe(sums.lines[i]);
      expect(row.spaceUse).toBeCloseTo(sums.goods_m3[i]! / sums.slots_m3[i]!, 4);
      expect(row.honeycombing).toBeCloseTo(1 - sums.goods_m3[i]! / sums.occupiedSlots_m3[i]!, 4);
      expect(row.dwell_d).toBeCloseTo(sums.age_d[i]! / sums.units[i]!, 2);
      expect(row.cover_d).toBeCloseTo(sums.covered[i]! / sums.demand[i]!, 3);
    });
    // In all: which of two lots that expire together is lost, where they lie on two levels, is nobody's to say.
    const ours = rows.reduce((units, row, i) => units + row.atRisk * sums.units[i]!, 0);
    const theirs = rows.reduce((units, _row, i) => units + sums.atRisk[i]! + sums.expired[i]!, 0);
    expect(theirs).toBeGreaterThan(1000);
    expect(Math.abs(ours - theirs)).toBeLessThan(0.001 * theirs); // reserved units are never at risk; the trace tells expiries by the minute
  });

  it('has brought to the faces what was asked for, and nobody waits for it any more', () => {
    const { replenishments } = record.flow;
    expect(replenishments.length).toBeGreaterThan(0);
    const done = replenishments.filter((one) => one.done <= record.simulatedUntil);
    for (const one of done) expect([one.left, one.brought <= one.units, one.asked < one.done]).toEqual([0, true, true]);
    const open = replenishments.reduce((sum, one) => sum + one.left, 0);
    expect(record.comingAt(record.simulatedUntil).reduce((sum, units) => sum + units, 0)).toBe(open);
    expect(record.comingAt(0).every((units) => units >= 0)).toBe(true);
  });

  it('sees a driver carry what is brought, and nobody carry anything at the beginning and the end', () => {
    const carried = (tick: number): number => record.carriesAt(tick).reduce((sum, one) => sum + one, 0);
    for (const { begun, done } of record.flow.replenishments) {
      if (done <= record.simulatedUntil) expect(carried(begun + 1)).toBeGreaterThan(0);
    }
    expect([carried(0), carried(record.simulatedUntil)]).toEqual([0, 0]);
  });

  it('shows the same at an instant from either side, in every quantity and group', () => {
    const { count } = record.model.locations;
    const read = (tick: number): unknown[] => [
      ...QUANTITIES.map((quantity) => record.storageAt(tick).measure(quantity, new Float32Array(count))),
      ...GROUPINGS.map((grouping) => record.storageAt(tick).group(grouping, new Uint8Array(count))),
    ];
    record.storageAt(0);
    const forwards = read(10 * HOUR);
    record.storageAt(record.simulatedUntil);
    expect(read(10 * HOUR)).toEqual(forwards);
  });
});

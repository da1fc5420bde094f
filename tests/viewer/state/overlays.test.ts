import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../../../packages/engine/src/model/policy.ts';
import { GROUPINGS, QUANTITIES } from '../../../packages/viewer/src/frames/storage-state.ts';
import { countGroups } from '../../../packages/viewer/src/app/Legend.tsx';
import { DECISION_GROUPS } from '../../../packages/viewer/src/panels/scenario/PolicyFields.tsx';
import { coloursOf, NO_ANSWER, StockCells } from '../../../packages/viewer/src/scene/stock-cells.ts';
import {
  groupsOf,
  heatOf,
  isQuantity,
  OVERLAYS,
  roundUp,
  scaleOf,
  valueAt,
} from '../../../packages/viewer/src/state/overlays.ts';
import { courseOf } from '../../../packages/viewer/src/panels/storage/CourseTab.tsx';
import { storageDigestOf } from '../../../packages/viewer/src/state/storage-digest.ts';
import { classShares, storageRows } from '../../../packages/viewer/src/state/storage-summary.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const S = 1e6;
const model = smallModel();

describe('the overlays', () => {
  it('are the quantities and the groups, and none', () => {
    expect([...OVERLAYS].sort()).toEqual(['none', 'congestion', ...QUANTITIES, ...GROUPINGS].sort());
    expect(OVERLAYS.filter(isQuantity)).toEqual([...QUANTITIES]);
  });

  it('have scales with round ends', () => {
    expect([0, 0.13, 1, 1.1, 7, 201].map(roundUp)).toEqual([0.1, 0.2, 1, 2, 10, 500]);
  });

  it('have scales that legend and twin read alike', () => {
    for (const quantity of QUANTITIES) {
      const scale = scaleOf(model, quantity);
      expect(scale.high).toBeGreaterThan(0);
      for (const share of [0, 0.3, 1]) {
        expect(heatOf(valueAt(share, scale), scale)).toBeCloseTo(scale.lowIsHot ? 1 - share : share, 9);
      }
      expect(heatOf(10 * scale.high, scale)).toBe(scale.lowIsHot ? 0 : 1);
      expect(scaleOf(model, quantity)).toBe(scale);
    }
  });

  it('have a colour for every group', () => {
    for (const grouping of GROUPINGS)
      for (const { colour } of groupsOf(model, grouping)) expect(colour).toMatch(/^#[0-9a-f]{6}$/);
    expect(groupsOf(model, 'abc')).toHaveLength(3);
  });

  it('give one colour to all tenants beyond the seven with most SKUs', () => {
    const tenants = Array.from({ length: 9 }, (_, i) => ({
      id: `t${i}`,
      names: { ko: `화주 ${i}`, en: `Tenant ${i}` },
      kind: 'consignor' as const,
    }));
    const groups = groupsOf({ ...model, tenants }, 'tenant');
    expect(groups.filter((group) => group.name === undefined)).toHaveLength(2);
    expect(new Set(groups.map((group) => group.colour)).size).toBe(8);
  });

  it('paint the cells: nothing where nothing is, grey without an answer, from cold to hot', () => {
    const record = recordedHalfHour();
    const { count } = record.model.locations;
    const cells = new StockCells(record.model, record.readStorage(), new Uint8Array(count * 4));
    const colour = (location: number): number => cells.data[location * 4 + 2]!;
    expect(cells.update(1000 * S, 'cover').goods).toBe(true);
    expect([colour(3) >= 2, colour(4)]).toEqual([true, 0]);
    cells.update(1000 * S, 'expiry');
    expect(colour(3)).toBe(NO_ANSWER);
    cells.update(1000 * S, 'tenant');
    expect([colour(3), colour(4)]).toEqual([2, 0]);
    cells.update(1000 * S, 'pick-frequency');
    const later = colour(3);
    cells.update(750 * S, 'pick-frequency');
    expect(colour(3)).toBeLessThan(later);
    expect(cells.update(751 * S, 'pick-frequency')).toEqual({ goods: false, cells: false });
    const table = coloursOf(
      [
        [1, 1, 1],
        [9, 9, 9],
      ],
      [5, 5, 5],
      true,
    );
    expect([table.length, table[1], table[2], table[255]]).toEqual([256, [5, 5, 5], [1, 1, 1], [9, 9, 9]]);
  });

  it('are counted for the legend', () => {
    const counts = countGroups(recordedHalfHour(), 'abc', 1000 * S);
    expect(counts.slice(0, 3).reduce((sum, count) => sum + count, 0)).toBe(1);
  });
});

describe('the figures of the storage panel', () => {
  it('sum levels to areas', () => {
    const record = recordedHalfHour();
    const rows = storageRows(record, 1800 * S);
    expect(rows.map((row) => [row.area, row.level, row.locations, row.occupied])).toEqual([
      [0, -1, 24, 1],
      [0, 0, 8, 1],
      [0, 1, 8, 0],
      [0, 2, 8, 0],
      [1, -1, 6, 0],
      [1, 0, 3, 0],
      [1, 1, 3, 0],
    ]);
    expect(rows[0]!.picks).toBe(3);
    expect(rows[0]!.occupancy).toBeCloseTo(1 / 24, 10);
    expect(rows[0]!.cover_d).toBeCloseTo(9 / 4, 6);
    expect(rows[4]!.dwell_d).toBeNaN();
  });

  it('follow occupancy and picks by the quarter of an hour', () => {
    const [x, occupancy, picks] = courseOf(storageDigestOf(recordedHalfHour()), 0, 0, 1800 * S);
    expect(x).toEqual([0.25, 0.5]);
    expect(occupancy.map((percent) => Math.round(percent * 24))).toEqual([100, 100]);
    expect(picks).toEqual([8, 4]);
  });

  it('compare the lines of each class as learnt and as ordered', () => {
    const shares = classShares(recordedHalfHour(), 25 * S);
    expect(shares.lines).toBe(4);
    expect(shares.learnt!.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares.recent.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

it('the groups of the policy fields hold every decision once', () => {
  expect(Object.values(DECISION_GROUPS).flat()).toEqual([...DECISIONS]);
});

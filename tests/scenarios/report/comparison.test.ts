import { describe, expect, it } from 'vitest';
import type { ReplicationResult } from '../../../packages/scenarios/src/experiments/replicate.ts';
import { change_percent, comparisonTable, verdict } from '../../../packages/scenarios/src/report/comparison-table.ts';
import { makeComparison } from '../../../packages/scenarios/src/report/comparison.ts';
import { comparisonCsv, pairsCsv } from '../../../packages/scenarios/src/report/csv.ts';

const provenance = (mode: string) => ({
  scenario: 'dc',
  scenarioHash: '0',
  engine: '9',
  mode,
  days: 1,
  policies: {},
  illustrative: false,
  attribution: [],
});
const result = (replication: number, kpis: Record<string, number>): ReplicationResult => ({
  ...{ replication, seed: 7, traceHash: `h${replication}`, events: 10 },
  kpis,
});
const measures = [
  { id: 'rate', unit: '1/h' },
  { id: 'late', unit: '' },
  { id: 'only_a', unit: 'm' },
];
const comparison = makeComparison(
  [provenance('paper'), provenance('digital')],
  [
    [result(0, { rate: 10, late: 4, only_a: 1 }), result(1, { rate: 12, late: 2 })],
    [result(0, { rate: 14, late: 4 }), result(1, { rate: 16, late: 2 })],
  ],
  measures,
);

describe('a comparison', () => {
  it('pairs the replications KPI by KPI, and leaves out a KPI that one side never has', () => {
    expect(comparison.kpis).toEqual({
      rate: { a: 11, b: 15, difference: 4, halfWidth95: 0, n: 2, unit: '1/h' },
      late: { a: 3, b: 3, difference: 0, halfWidth95: 0, n: 2, unit: '' },
    });
    expect(comparison.engine).toBe('9');
    expect([comparison.a.mode, comparison.b.mode]).toEqual(['paper', 'digital']);
    expect(comparison.replications[1]).toEqual({
      ...{ replication: 1, seed: 7 },
      a: { traceHash: 'h1', events: 10, kpis: { rate: 12, late: 2 } },
      b: { traceHash: 'h1', events: 10, kpis: { rate: 16, late: 2 } },
    });
  });

  it('says which side is better only where the interval shows a difference', () => {
    const paired = { a: 1, b: 2, n: 5 };
    expect(verdict({ ...paired, difference: 1, halfWidth95: 0.5 }, 'higher')).toBe('b better');
    expect(verdict({ ...paired, difference: 1, halfWidth95: 0.5 }, 'lower')).toBe('a better');
    expect(verdict({ ...paired, difference: -1, halfWidth95: 0.5 }, 'lower')).toBe('b better');
    expect(verdict({ ...paired, difference: 1, halfWidth95: 0.5 }, 'neutral')).toBe('differs');
    expect(verdict({ ...paired, difference: 1, halfWidth95: 1 }, 'higher')).toBe('-');
    expect(verdict({ ...paired, difference: 1 }, 'higher')).toBe('');
  });

  it('gives the change as a share of a, whatever its sign, and none of nothing', () => {
    expect(change_percent({ a: 50, difference: 5 })).toBe(10);
    expect(change_percent({ a: -50, difference: 5 })).toBe(10);
    expect(change_percent({ a: 0, difference: 5 })).toBeUndefined();
  });

  it('is a table for people', () => {
    const kpis = { rate: { name: 'Rate', better: 'higher' }, late: { name: 'Late', better: 'lower' } } as const;
    expect(comparisonTable(comparison, (id) => kpis[id as keyof typeof kpis])).toBe(
      [
        '   KPI    a   b  b - a  95 %  unit   change  shown',
        '↑  Rate  11  15     +4  ± 0   1/h   +36.4 %  b better',
        '↓  Late   3   3      0  ± 0           0.0 %  -',
      ].join('\n'),
    );
  });

  it('is CSV: a row per KPI, and a row per replication and side', () => {
    expect(comparisonCsv(comparison)).toBe(
      'kpi,unit,a,b,difference,half_width_95,n\r\nrate,1/h,11,15,4,0,2\r\nlate,,3,3,0,0,2\r\n',
    );
    expect(pairsCsv(comparison).split('\r\n').slice(0, 3)).toEqual([
      'replication,seed,side,trace_hash,events,rate,late',
      '0,7,a,h0,10,10,4',
      '0,7,b,h0,10,14,4',
    ]);
  });
});

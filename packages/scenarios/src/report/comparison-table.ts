// The table of a comparison that a terminal shows.

import { excludesZero, type PairedDifference } from '../statistics/paired.ts';
import type { Comparison } from './comparison.ts';
import { readable } from './number.ts';
import { textTable } from './table.ts';

/** What the table needs to know of a KPI. */
export interface ComparedKpi {
  readonly name: string;
  readonly better: 'higher' | 'lower' | 'neutral';
}

/**
 * What the interval shows. `b better` and `a better` where more or less is better, `differs` where neither is; `-` where the
 * interval includes 0; nothing for a single pair, which has no interval.
 */
export function verdict(paired: PairedDifference, better: ComparedKpi['better']): string {
  if (paired.halfWidth95 === undefined) return '';
  if (!excludesZero(paired)) return '-';
  if (better === 'neutral') return 'differs';
  return paired.difference > 0 === (better === 'higher') ? 'b better' : 'a better';
}

/** b - a as a share of a; undefined where a is 0. */
export function change_percent({ a, difference }: Pick<PairedDifference, 'a' | 'difference'>): number | undefined {
  return a === 0 ? undefined : (100 * difference) / Math.abs(a);
}

function signed(value: number): string {
  return value > 0 ? `+${readable(value)}` : readable(value);
}

const ARROWS = { higher: '↑', lower: '↓', neutral: '' } as const;

/** A row per KPI; ↑ and ↓ before the name say which way is better. */
export function comparisonTable(comparison: Comparison, kpi: (id: string) => ComparedKpi): string {
  const pairs = comparison.replications.length;
  const rows = Object.entries(comparison.kpis).map(([id, paired]) => {
    const { name, better } = kpi(id);
    const change = change_percent(paired);
    const counted = paired.n < pairs ? `(${paired.n} of ${pairs})` : '';
    return [
      ARROWS[better],
      name,
      readable(paired.a),
      readable(paired.b),
      signed(paired.difference),
      paired.halfWidth95 === undefined ? '' : `± ${readable(paired.halfWidth95)}`,
      paired.unit,
      change === undefined ? '' : `${change > 0 ? '+' : ''}${change.toFixed(1)} %`,
      [verdict(paired, better), counted].filter((text) => text !== '').join(' '),
    ];
  });
  return textTable([['', 'KPI', 'a', 'b', 'b - a', '95 %', 'unit', 'change', 'shown'], ...rows], new Set([2, 3, 4, 7]));
}

import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { atRisk } from '../../../packages/engine/src/kpis/expiry-risk.ts';

function risk(units: number[], days: number[], demand: number): { sum: number; lost: number[] } {
  const lost: number[] = [];
  return { sum: atRisk(units.length, units, days, demand, lost), lost };
}

describe('units at expiry risk', () => {
  it('are those of the worked example, in whatever order the lots come', () => {
    expect(risk([20, 20, 30], [2, 5, 20], 5)).toEqual({ sum: 15, lost: [10, 5, 0] });
    expect(risk([30, 20, 20], [20, 2, 5], 5)).toEqual({ sum: 15, lost: [0, 10, 5] });
  });

  it('are all units that expire where none are asked for, and none that never expire', () => {
    expect(risk([20, 7], [3, Infinity], 0)).toEqual({ sum: 20, lost: [20, 0] });
    expect(risk([0], [3], 1)).toEqual({ sum: 0, lost: [0] });
    expect(risk([], [], 1)).toEqual({ sum: 0, lost: [] });
  });

  it('are together what no issuing could save: the largest surplus of the lots up to an expiry over the demand up to it', () => {
    const random = new RandomStream('expiry-risk');
    let losing = 0;
    for (let sample = 0; sample < 500; sample++) {
      const count = 1 + random.integer(8);
      const units = Array.from({ length: count }, () => random.integer(30));
      const days = Array.from({ length: count }, () => 1 + random.integer(12));
      const demand = random.integer(10);
      const { sum, lost } = risk(units, days, demand);
      const surpluses = days.map(
        (end) => units.reduce((before, each, lot) => before + (days[lot]! <= end ? each : 0), 0) - demand * end,
      );
      expect(sum).toBeCloseTo(Math.max(0, ...surpluses), 9);
      expect(lost.every((each, lot) => each >= 0 && each <= units[lot]!)).toBe(true);
      if (sum > 0) losing++;
    }
    expect(losing).toBeGreaterThan(100);
  });
});

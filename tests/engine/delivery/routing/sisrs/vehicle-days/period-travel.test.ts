import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../../../../../packages/engine/src/base/random.ts';
import { PeriodTravel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/vehicle-days/period-travel.ts';

function travel(durations: readonly number[], periodLength: number): PeriodTravel {
  const tables = durations.map((duration) => Float64Array.of(0, duration, duration, 0));
  return new PeriodTravel({ distance: tables[0]!, durations: tables, periodLength }, 2);
}

describe('travel by period of the day', () => {
  it('changes speed where the period changes (worked example)', () => {
    const roads = travel([60, 120], 100);
    expect(roads.arrival(0, 1, 70, 1)).toBe(160);
    expect(roads.departure(0, 1, 160, 1)).toBe(70);
    expect(roads.driven(0, 1, 70, 100)).toBe(0.5);
    expect(roads.arrival(0, 1, 20, 1)).toBe(80);
    expect(roads.arrival(0, 1, 500, 1)).toBe(620);
    expect(roads.arrival(0, 1, -50, 1)).toBe(10);
  });

  it('crosses several periods', () => {
    // A tenth of the leg in each period of 10 but the last, which does it in 50.
    const roads = travel([100, 100, 100, 50], 10);
    expect(roads.arrival(0, 1, 0, 1)).toBeCloseTo(65, 9);
    expect(roads.departure(0, 1, 65, 1)).toBeCloseTo(0, 9);
    expect(roads.driven(0, 1, 0, 65)).toBeCloseTo(1, 9);
  });

  it('never lets the later one overtake, and departure undoes arrival', () => {
    const random = new RandomStream('periods');
    for (let round = 0; round < 300; round++) {
      const roads = travel(
        Array.from({ length: 1 + random.integer(6) }, () => random.uniform(5, 90)),
        random.uniform(10, 60),
      );
      const leave = random.uniform(-20, 300);
      const arrival = roads.arrival(0, 1, leave, 1);
      expect(roads.arrival(0, 1, leave + random.uniform(0, 30), 1)).toBeGreaterThanOrEqual(arrival);
      expect(roads.departure(0, 1, arrival, 1)).toBeCloseTo(leave, 6);
      expect(roads.driven(0, 1, leave, arrival)).toBeCloseTo(1, 9);
    }
  });
});

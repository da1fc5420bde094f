import { describe, expect, it } from 'vitest';
import { Roads } from '../../../packages/engine/src/delivery/roads.ts';
import { PLAIN_ROADS, type Fleet, type RoadMatrix } from '../../../packages/engine/src/model/fleet.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';
import { tinyStores } from './day.ts';

const DC = -1;
const clock_s = (hours: number, minutes: number): number => (hours * 60 + minutes) * 60;

function roads(changes: Partial<Fleet['roads']>): Roads {
  const { fleet } = tinyModel();
  return new Roads({
    ...fleet,
    stores: tinyStores([{ east_km: 12, north_km: 0 }]),
    roads: { ...fleet.roads, ...PLAIN_ROADS, ...changes },
  });
}

describe('a leg', () => {
  it('takes distance over speed where all hours are alike', () => {
    expect(roads({ roadFactor: 1.5 }).distance_km(DC, 0)).toBe(18);
    expect(roads({ roadFactor: 1.5 }).duration_s(DC, 0, clock_s(8, 0))).toBe(1800);
    expect(roads({ hourFactor: new Float64Array(24).fill(1.2) }).duration_s(DC, 0, 0)).toBe(1440);
  });

  it('is driven hour by hour, each at its own speed', () => {
    const hourFactor = new Float64Array(24).fill(1);
    hourFactor[8] = 2;
    const slow = roads({ hourFactor });
    expect(slow.duration_s(DC, 0, clock_s(7, 30))).toBe(1200);
    // 07:50: ten minutes at full speed are half the way; the other half takes 20 minutes.
    expect(slow.duration_s(DC, 0, clock_s(7, 50))).toBeCloseTo(1800, 9);
    // 07:59: a twentieth of the way, and 19 / 20 of 40 minutes.
    expect(slow.duration_s(DC, 0, clock_s(7, 59))).toBeCloseTo(60 + 2280, 9);
    // 08:50: a quarter of the way by 09:00, then 15 minutes. The next day is the same.
    expect(slow.duration_s(DC, 0, clock_s(8, 50))).toBeCloseTo(600 + 900, 9);
    expect(slow.duration_s(DC, 0, clock_s(32, 50))).toBeCloseTo(600 + 900, 6);
  });

  it('lets nobody overtake: who leaves later arrives no earlier', () => {
    const hourFactor = Float64Array.from({ length: 24 }, (_, hour) => 1 + ((hour * 7) % 5) / 2);
    const changing = roads({ hourFactor });
    let before = 0;
    for (let leaving = 0; leaving < 86_400 * 2; leaving += 61) {
      const arrival = leaving + changing.duration_s(DC, 0, leaving);
      expect(arrival).toBeGreaterThan(before);
      before = arrival;
    }
  });

  it('goes through midnight', () => {
    const hourFactor = new Float64Array(24).fill(1);
    hourFactor[23] = 3;
    expect(roads({ hourFactor }).duration_s(DC, 0, clock_s(23, 30))).toBeCloseTo(1800 + 600, 9);
  });

  it('takes what an imported matrix says, by period, there and back each for itself', () => {
    const matrix: RoadMatrix = {
      distance_km: Float64Array.of(0, 15, 16, 0),
      durations_s: [Float64Array.of(0, 1000, 1100, 0), Float64Array.of(0, 2000, 2200, 0)],
      period_s: 43_200,
    };
    const imported = roads({ matrix });
    expect([imported.distance_km(DC, 0), imported.distance_km(0, DC)]).toEqual([15, 16]);
    expect(imported.duration_s(DC, 0, clock_s(9, 0))).toBe(1000);
    expect(imported.duration_s(0, DC, clock_s(13, 0))).toBe(2200);
    // Half of it before noon.
    expect(imported.duration_s(DC, 0, clock_s(12, 0) - 500)).toBeCloseTo(500 + 1000, 9);
  });
});

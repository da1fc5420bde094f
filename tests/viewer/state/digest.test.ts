import { describe, expect, it } from 'vitest';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { BIN_TICKS, departures, RunDigest, workingDay } from '../../../packages/viewer/src/state/digest.ts';
import { ACTIVITIES, ORDER_STEPS } from '../../../packages/viewer/src/widgets/palette.ts';
import { orderProgress, staffStack, STACKED, throughput } from '../../../packages/viewer/src/panels/charts/series.ts';
import { frame } from '../fixtures/frames.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

function digest(): RunDigest {
  const made = new RunDigest(recordedHalfHour());
  made.update();
  return made;
}

describe('the digest of a run', () => {
  it('counts lines picked by quarter of an hour', () => {
    expect([...digest().picked.subarray(0, 3)]).toEqual([2, 1, 0]);
  });

  it('counts how far delivery orders have come, counter visits left out', () => {
    const made = digest();
    const sum = (step: (typeof ORDER_STEPS)[number]): number => {
      let total = 0;
      for (let bin = 0; bin < made.bins; bin++) total += made.reached[bin * ORDER_STEPS.length + ORDER_STEPS.indexOf(step)]!;
      return total;
    };
    expect(made.deliveries).toBe(2);
    expect(ORDER_STEPS.map(sum)).toEqual([2, 2, 1, 1, 1, 1, 1]);
  });

  it('counts heads by activity in a quarter of an hour', () => {
    const heads = digest().headsIn(0, new Float64Array(ACTIVITIES.length));
    const of = (name: (typeof ACTIVITIES)[number]): number => heads[ACTIVITIES.indexOf(name)]!;
    // The picker idles 300 s, walks 300 s and picks 300 s of 900 s; the driver idles.
    expect(of('idle')).toBeCloseTo(1 / 3 + 1, 10);
    expect(of('walk')).toBeCloseTo(1 / 3, 10);
    expect(of('work')).toBeCloseTo(1 / 3, 10);
    expect(heads.reduce((sum, value) => sum + value, 0)).toBeCloseTo(2, 10);
  });

  it('gives the same counts whether the run came in one frame or in many', () => {
    const record = new RunRecord(smallModel(), smallAgents);
    const made = new RunDigest(record);
    record.append(
      frame(
        0,
        0,
        600,
        [[0, 0, 600, 1, 5, 1, 5, 'idle']],
        [
          [10, 'order-arrived', 0],
          [590, 'line-picked', 0, 3, 1],
        ],
      ),
    );
    made.update();
    record.append(frame(1, 600, 1200, [[0, 600, 1200, 1, 5, 1, 5, 'picking']], [[610, 'line-picked', 1, 3, 1]]));
    made.update();
    made.update();
    expect(made.picked[0]).toBe(2);
    expect(made.timeOfRole(0, BIN_TICKS).reduce((sum, value) => sum + value, 0)).toBe(900e6);
  });

  it('takes orders that were staged before the run as staged from the beginning', () => {
    const model = smallModel();
    const staged = { ...model, demand: { ...model.demand, orders: { ...model.demand.orders, staged: Uint8Array.of(1, 0, 0) } } };
    const made = new RunDigest(new RunRecord(staged, smallAgents));
    expect([...made.reached.subarray(0, ORDER_STEPS.length)]).toEqual([1, 1, 1, 1, 1, 0, 0]);
  });
});

describe('the chart series', () => {
  it('turn counts into lines an hour and repeat the last value at the end of its bin', () => {
    expect(throughput(digest(), 0, 2 * BIN_TICKS)).toEqual([
      [0, 0.25, 0.5],
      [8, 4, 4],
    ]);
  });

  it('are cumulative for orders: never more picked than released, never falling', () => {
    const [x, arrived, released, picked] = orderProgress(digest(), 0, 2 * BIN_TICKS) as [number[], number[], number[], number[]];
    expect(x).toEqual([0, 0.25, 0.5]);
    expect(arrived).toEqual([0, 2, 2]);
    expect(released).toEqual([0, 2, 2]);
    expect(picked).toEqual([0, 1, 1]);
  });

  it('stack the staff from the top down to the first activity', () => {
    const columns = staffStack(digest(), 0, BIN_TICKS);
    expect(columns).toHaveLength(STACKED.length + 1);
    expect(columns[1]![0]).toBeCloseTo(2, 10);
    expect(columns.at(-1)![0]).toBeCloseTo(1 / 3, 10);
  });
});

describe('the working day', () => {
  it('begins ten minutes before the first shift and ends after the last', () => {
    const model = smallModel();
    const shifts = [{ id: 'A', start_s: 25_200, end_s: 57_600, breaks: [] }];
    const day = workingDay({ ...model, labour: { ...model.labour, shifts } });
    expect(day).toEqual({ from: 6 * 3600e6, to: 17 * 3600e6, start: 6 * 3600e6 + 50 * 60e6 });
  });

  it('is the whole run where that has several days', () => {
    expect(workingDay({ ...smallModel(), days: 3, horizon: 3 * 86_400e6 })).toMatchObject({ from: 0, to: 3 * 86_400e6 });
  });

  it('has a departure for each wave and day', () => {
    expect(departures(smallModel(), 0, 2 * 86_400e6 - 1).map(({ tick }) => tick / 3600e6)).toEqual([1, 25]);
  });
});

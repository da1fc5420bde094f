import { beforeEach, describe, expect, it } from 'vitest';
import { ORDER_STATES } from '../../../packages/engine/src/world/states.ts';
import { AGENT_STATES, TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { makePose, RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { deliveryLogOf } from '../../../packages/viewer/src/frames/delivery-log.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

const S = 1e6;
const pose = makePose();

/** Two slabs of 100 s: a pick of order 0 with a cart, a truck at the inbound door, stock going down and up. */
function recorded(): RunRecord {
  const record = new RunRecord(smallModel(), smallAgents);
  record.append(
    frame(
      0,
      0,
      100,
      [
        [0, 0, 20, 1, 5, 1, 5, 'idle'],
        [0, 20, 30, 1, 5, 11, 5, 'walking'],
        [0, 30, 40, 11, 5, 11, 15, 'carrying'],
        [0, 40, 100, 11, 15, 11, 15, 'picking'],
        [1, 0, 100, 0, 0, 0, 0, 'absent'],
        [2, 0, 60, 0, 0, 0, 0, 'absent'],
        [2, 60, 80, 22, -20, 4, -4, 'walking'],
        [2, 80, 100, 4, -4, 4, -4, 'docked'],
      ],
      [
        [0, 'stock-changed', 3, 5, 0],
        [0, 'stock-changed', 24, 8, 1],
        [10, 'order-arrived', 0],
        [20, 'task-started', 0, 3, 0],
        [25, 'equipment-seized', 0, 0],
        [60, 'truck-arrived', 0],
        [80, 'truck-docked', 0, 0],
        [90, 'line-picked', 0, 3, 5],
        [90, 'stock-changed', 3, -5, 0],
      ],
      { lines_picked: 1 },
    ),
  );
  record.append(
    frame(
      1,
      100,
      200,
      [
        [0, 100, 150, 11, 15, 11, 15, 'picking'],
        [0, 150, 200, 11, 15, 11, 15, 'idle'],
        [1, 100, 200, 0, 0, 0, 0, 'absent'],
        [2, 100, 200, 4, -4, 4, -4, 'docked'],
      ],
      [
        [110, 'units-received', 0, 0, 20],
        [120, 'put-away-done', 0, 3, 20],
        [120, 'stock-changed', 3, 20, 1],
        [130, 'order-picked', 0, 0],
        [140, 'order-packed', 0, 0, 2],
        [145, 'order-staged', 0, 1],
        [150, 'task-finished', 0, 3, 0],
        [150, 'equipment-released', 0],
        [160, 'truck-left', 0, 0],
      ],
      { lines_picked: 1, cartons: 2 },
      true,
    ),
  );
  return record;
}

describe('the record of a run', () => {
  let record: RunRecord;
  beforeEach(() => {
    record = recorded();
  });

  it('knows how far it reaches and where the engine stands', () => {
    expect(record.simulatedUntil).toBe(200 * S);
    expect(record.done).toBe(true);
    expect(record.hash).toBe('0000000000000001');
    expect(record.events).toBe(20);
  });

  it('interpolates along a segment', () => {
    expect(record.poseAt(0, 25 * S, pose)).toBe(true);
    expect([pose.x, pose.y]).toEqual([6, 5]);
    expect(pose.speed).toBeCloseTo(1, 9);
    expect(pose.heading).toBeCloseTo(0, 9);
    expect(AGENT_STATES[pose.state]).toBe('walking');
  });

  it('gives the same pose whichever way the instant is reached', () => {
    const forwards: number[][] = [];
    for (let second = 0; second <= 200; second += 7) {
      record.poseAt(0, second * S, pose);
      forwards.push([pose.x, pose.y, pose.heading, pose.state]);
    }
    for (let second = 196, i = forwards.length - 1; second >= 0; second -= 7, i--) {
      record.poseAt(0, second * S, pose);
      expect([pose.x, pose.y, pose.heading, pose.state]).toEqual(forwards[i]);
    }
  });

  it('does not show who is absent, and keeps the last instant of what is known', () => {
    expect(record.poseAt(1, 50 * S, pose)).toBe(false);
    expect(record.poseAt(2, 30 * S, pose)).toBe(false);
    expect(record.poseAt(2, 70 * S, pose)).toBe(true);
    expect(record.poseAt(0, 200 * S, pose)).toBe(true);
    expect(record.poseAt(0, 201 * S, pose)).toBe(false);
    expect(AGENT_STATES[record.stateAt(3, 10 * S)]).toBe('absent');
  });

  it('turns by the shorter way within 0.4 s and keeps the heading while standing', () => {
    record.poseAt(0, 30.2 * S, pose);
    expect(pose.heading).toBeGreaterThan(0.2);
    expect(pose.heading).toBeLessThan(1.4);
    record.poseAt(0, 70 * S, pose);
    expect(pose.heading).toBeCloseTo(Math.PI / 2, 6);
  });

  it('joins the pieces of a dwell that slabs have cut', () => {
    const track = record.track(0);
    expect(track.find(60 * S)).toBe(track.find(140 * S));
    expect(record.track(1).count).toBe(1);
  });

  it('replays stock forwards and backwards, item included', () => {
    expect([record.stockAt(50 * S)[3], record.itemAt(50 * S)[3]]).toEqual([5, 0]);
    expect([record.stockAt(95 * S)[3], record.itemAt(95 * S)[3]]).toEqual([0, -1]);
    expect([record.stockAt(200 * S)[3], record.itemAt(200 * S)[3]]).toEqual([20, 1]);
    expect([record.stockAt(91 * S)[3], record.itemAt(91 * S)[3]]).toEqual([0, -1]);
    expect([record.stockAt(0)[3], record.itemAt(0)[3]]).toEqual([5, 0]);
    expect(record.stockAt(200 * S)[24]).toBe(8);
  });

  it('follows orders through their states, both ways, with counts that add up', () => {
    const state = (second: number): string => ORDER_STATES[record.orderStateAt(0, second * S)]!;
    expect([5, 10, 95, 135, 142, 150].map(state)).toEqual(['expected', 'ordered', 'picking', 'picked', 'packed', 'staged']);
    expect(state(5)).toBe('expected');
    for (const second of [200, 0, 130, 12]) {
      expect(record.orderCountsAt(second * S).reduce((a, b) => a + b)).toBe(3);
    }
    expect(record.orderCountsAt(150 * S)[ORDER_STATES.indexOf('staged')]).toBe(1);
  });

  it('knows the open task, the machine in hand and where it was left', () => {
    expect(record.openTask(0, 19 * S)).toBeUndefined();
    expect(record.openTask(0, 20 * S)).toMatchObject({ kind: 3, subject: 0, start: 20 * S, end: 150 * S });
    expect(record.openTask(0, 151 * S)).toBeUndefined();
    expect([24, 26, 151].map((second) => record.holdersAt(second * S)[0])).toEqual([-1, 0, -1]);
    expect(record.floor.releases[record.floor.leftBy.moveTo(200 * S)[0]!]).toEqual({ agent: 0, tick: 150 * S });
  });

  it('fills lanes and doors from the events', () => {
    expect([...record.lanesAt(115 * S)]).toEqual([20, 0]);
    expect([...record.lanesAt(146 * S)]).toEqual([0, 1]);
    expect([79, 81, 161].map((second) => record.doorsAt(second * S)[0])).toEqual([-1, 0, -1]);
    expect(record.truckOnSlot(0, 100 * S)).toBe(0);
    expect(record.truckOnSlot(0, 170 * S)).toBe(-1);
    expect(record.picksAt(200 * S)[3]).toBe(1);
  });

  it('finds events by window and by agent, in both directions', () => {
    expect(record.eventsBetween(10 * S, 25 * S).map((event) => TRACE_EVENTS[event.kind])).toEqual([
      'task-started',
      'equipment-seized',
    ]);
    expect(record.eventsBetween(-1, 200 * S, 2).map((event) => TRACE_EVENTS[event.kind])).toEqual([
      'equipment-released',
      'truck-left',
    ]);
    expect(TRACE_EVENTS[record.nextEventOf(0, 20 * S, 1)!.kind]).toBe('equipment-seized');
    expect(record.nextEventOf(0, 20 * S, -1)).toBeUndefined();
    expect(record.nextEventOf(2, 0, 1)!.tick).toBe(60 * S);
    expect(record.nextEventOf(2, 200 * S, -1)!.tick).toBe(160 * S);
    expect(record.nextEventOf('all', 160 * S, 1)).toBeUndefined();
    expect(record.nextEventOf('all', 15 * S, -1)!.tick).toBe(10 * S);
  });

  it('keeps KPI samples as series and as the latest at an instant', () => {
    expect(record.kpisAt(50 * S)).toEqual({});
    expect(record.kpisAt(150 * S)).toEqual({ lines_picked: 1 });
    expect([...record.kpiSeries('cartons').t]).toEqual([200 * S]);
    expect([...record.kpiSeries('lines_picked').v]).toEqual([1, 1]);
    expect(record.kpiSeries('unheard-of').t.length).toBe(0);
  });

  it('sums the time of an agent by state over any window', () => {
    const time = record.timeByState(0, 15 * S, 45 * S);
    const of = (name: (typeof AGENT_STATES)[number]): number => time[AGENT_STATES.indexOf(name)]! / S;
    expect([of('idle'), of('walking'), of('carrying'), of('picking')]).toEqual([5, 10, 10, 5]);
  });

  it('draws the way of a task as corner points', () => {
    const points = record.track(0).pathBetween(20 * S, 35 * S, [], () => true);
    expect(points.filter((_, i) => i % 3 !== 2)).toEqual([1, 5, 11, 5, 11, 10]);
  });
});

describe('the heading of vehicles', () => {
  it('backs into a dock, stands with the nose to the south and leaves nose first', () => {
    const record = new RunRecord(smallModel(), smallAgents);
    record.append(
      frame(0, 0, 100, [
        [2, 0, 20, 22, -20, 2, -14, 'walking'],
        [2, 20, 40, 2, -14, 2, -14, 'waiting-door'],
        [2, 40, 50, 2, -14, 4, -4, 'walking'],
        [2, 50, 80, 4, -4, 4, -4, 'docked'],
        [2, 80, 100, 4, -4, 22, -20, 'walking'],
      ]),
    );
    const heading = (second: number): number => {
      record.poseAt(2, second * S, pose);
      return Math.atan2(Math.sin(pose.heading), Math.cos(pose.heading));
    };
    expect(Math.cos(heading(10))).toBeLessThan(-0.9);
    expect(heading(30)).toBeCloseTo(-Math.PI / 2, 6);
    expect(heading(45)).toBeCloseTo(Math.atan2(10, 2) - Math.PI, 6);
    expect(heading(60)).toBeCloseTo(-Math.PI / 2, 6);
    expect(heading(95)).toBeCloseTo(Math.atan2(-16, 18), 6);
    for (let second = 40.1; second < 99; second += 0.1) {
      const turn = heading(second) - heading(second - 0.1);
      expect(Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))).toBeLessThan(0.2);
    }
  });
});

describe('doors and dock slots', () => {
  it('free a door only for who stands at it, and give the slot of a truck that leaves to the first that waits outside', () => {
    const model = smallModel();
    const trucks = { ...model.demand.trucks, count: 2, code: ['T1', 'T2'], pallets: Float64Array.of(2, 2) };
    const record = new RunRecord({ ...model, demand: { ...model.demand, trucks } }, smallAgents);
    record.append(
      frame(
        0,
        0,
        100,
        [],
        [
          [1, 'truck-arrived', 0],
          [2, 'truck-arrived', 1],
          [5, 'truck-docked', 0, 0],
          [9, 'truck-left', 0, 0],
          [12, 'truck-docked', 1, 0],
          [20, 'vehicle-docked', 0, 1, 0],
          [30, 'vehicle-undocked', 0, 1, 0],
          [40, 'vehicle-departed', 0, 0, -1],
        ],
      ),
    );
    expect([3, 10, 50].map((second) => record.truckOnSlot(0, second * S))).toEqual([0, 1, 1]);
    expect([6, 10, 13].map((second) => record.doorsAt(second * S)[0])).toEqual([0, -1, 1]);
    expect([25, 31, 41].map((second) => record.doorsAt(second * S)[1])).toEqual([0, -1, -1]);
    expect(deliveryLogOf(record).tours.drivenBy(0, 35 * S)).toBeUndefined();
  });
});

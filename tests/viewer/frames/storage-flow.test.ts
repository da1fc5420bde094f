import { describe, expect, it } from 'vitest';
import { TRACE_EVENTS, type TraceEventName } from '../../../packages/engine/src/trace/format.ts';
import { Carriers } from '../../../packages/viewer/src/frames/carriers.ts';
import { StorageFlow } from '../../../packages/viewer/src/frames/storage-flow.ts';
import { makePose } from '../../../packages/viewer/src/frames/timeline.ts';
import { smallModel } from '../fixtures/small-dc.ts';

const RESERVE = 25; // the upper pallet of the first bay
const FACE = 3;
const model = smallModel();

function flowOf(...events: readonly (readonly [number, TraceEventName, number, number, number?])[]): StorageFlow {
  const flow = new StorageFlow(model);
  for (const [tick, name, a, b, c = -1] of events) flow.append({ tick, kind: TRACE_EVENTS.indexOf(name), a, b, c });
  return flow;
}

describe('what is under way in the storage', () => {
  it('follows a replenishment in two trips, and gives up what does not come', () => {
    const flow = flowOf(
      [0, 'home-given', 0, FACE],
      [10, 'replenishment-asked', 0, FACE, 10],
      [20, 'units-lifted', RESERVE, 0, 6],
      [30, 'units-set-down', FACE, 0, 6],
      [40, 'units-lifted', RESERVE, 0, 3],
      [50, 'units-set-down', FACE, 0, 3],
      [60, 'replenishment-dropped', 0, FACE, 1],
    );
    expect(flow.replenishments).toEqual([
      { item: 0, location: FACE, units: 10, asked: 10, begun: 20, done: 60, left: 0, brought: 9 },
    ]);
    expect([5, 15, 35, 55, 60].map((tick) => flow.coming.moveTo(tick)[FACE])).toEqual([0, 10, 4, 1, 0]);
    expect(flow.coming.moveTo(15)[FACE]).toBe(10);
  });

  it('tells a move to another home from a replenishment', () => {
    const flow = flowOf(
      [0, 'home-given', 0, FACE],
      [0, 'home-given', 1, 5],
      [10, 'replenishment-asked', 0, FACE, 10],
      [20, 're-slot-planned', 0, 5, 1],
      [20, 're-slot-valued', 0, 95, 312],
      [30, 'units-lifted', FACE, 0, 2],
      [40, 'home-given', 0, 5],
      [40, 'home-given', 1, FACE],
      [45, 'units-set-down', 5, 0, 2],
      [50, 're-slot-planned', 1, 7],
      [50, 're-slot-valued', 1, 12, 0],
      [60, 're-slot-dropped', 1, 7],
    );
    expect(flow.replenishments[0]!.left).toBe(10);
    expect(flow.reSlots.map(({ from, to, made, dropped }) => [from, to, made, dropped])).toEqual([
      [FACE, 5, 40, Infinity],
      [FACE, 7, Infinity, 60],
    ]);
    expect(flow.reSlots.map(({ saving_sPerDay, payBack_d }) => [saving_sPerDay, payBack_d])).toEqual([
      [95, 3.12],
      [12, 0],
    ]);
    expect([10, 45].map((tick) => flow.residents.moveTo(tick)[5])).toEqual([1, 0]);
    expect([10, 45].map((tick) => flow.residents.moveTo(tick)[FACE])).toEqual([0, 1]);
  });

  it('counts who found a face empty', () => {
    const flow = flowOf([10, 'face-empty', 0, FACE, 0], [20, 'face-empty', 1, FACE, 0]);
    expect([flow.emptyTick.countUpTo(10), flow.emptyTick.countUpTo(25)]).toEqual([1, 2]);
  });
});

describe('who carries goods', () => {
  const place = { x: model.network.places.x_m[0]!, y: model.network.places.y_m[0]! };
  const carriersOf = (kinds: readonly number[], away: readonly number[]): Carriers =>
    new Carriers(
      model,
      {
        taskKind: (person) => kinds[person]!,
        poseOf: (person, _tick, out) => {
          out.x = place.x;
          out.y = place.y + away[person]!;
          return true;
        },
      },
      makePose(),
    );
  const REPLENISH = 8;
  const PICK = 3;

  it('is who stands there on a task that moves goods', () => {
    const carriers = carriersOf([REPLENISH, REPLENISH], [2, 0.2]);
    carriers.note(10, FACE, 1);
    carriers.note(20, FACE, 0);
    expect([...carriers.carries.moveTo(15)]).toEqual([0, 1]);
    expect([...carriers.carries.moveTo(20)]).toEqual([0, 0]);
  });

  it('is nobody where nobody near moves goods', () => {
    const carriers = carriersOf([PICK, REPLENISH], [0, 9]);
    carriers.note(10, FACE, 1);
    expect([...carriers.carries.moveTo(15)]).toEqual([0, 0]);
  });
});

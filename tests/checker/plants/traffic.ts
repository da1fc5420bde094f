// Impossible things of traffic, one at a time; and the rule that must see each.

import type { Model } from '../../../packages/engine/src/model/model.ts';
import { FREE_TRAFFIC } from '../../../packages/engine/src/model/traffic.ts';
import { at } from '../../fixtures/tiny-model.ts';
import type { SegmentRow, TraceWriter } from '../../fixtures/trace-writer.ts';
import { event, modelWith, packer, worker } from './plant.ts';
import type { Plant } from './plant.ts';

/** The tiny model with aisles in which no two people pass each other. */
function narrow(change: Partial<Model['traffic']> = {}): { model: Model } {
  return modelWith(({ network }) => ({
    traffic: { ...FREE_TRAFFIC, congestion: true, workersAtFace: 1, ...change },
    network: { ...network, edges: { ...network.edges, width_m: network.edges.width_m.map(() => 0.9) } },
  }));
}

/** The packer, idle until the tick, is suddenly in aisle 0 and walks from one height to another there, searching at the end. */
function packerInAisle(day: TraceWriter, tick: number, from_m: number, to_m: number): void {
  const idle = day.segments.find(({ agent, t0, t1 }) => agent === packer && t0 < tick && t1 > tick)!;
  const end = idle.t1;
  idle.t1 = tick;
  const script = day.script(packer, tick, 6, from_m).go('carrying', 1, [6, to_m]).stay(8, 'searching').jump(13, 2);
  script.until(end, 'idle');
}

function idleAt(day: TraceWriter, tick: number): SegmentRow {
  return day.segments.find(({ agent, t0, t1 }) => agent === packer && t0 < tick && t1 > tick)!;
}

export const trafficPlants: readonly Plant[] = [
  {
    rule: 'aisle-room',
    title: 'two people who walk through each other where nobody passes anybody',
    plant(day) {
      // The picker stands at (6, 4) while the packer goes from (6, 3) to (6, 6).
      const begin = event(day, 'line-picked', 0).tick - 10e6;
      packerInAisle(day, begin, 3, 6);
      return narrow({ workersAtFace: Infinity });
    },
  },
  {
    rule: 'aisle-room',
    title: 'two people nearer to each other than one follows the other',
    plant(day) {
      packerInAisle(day, event(day, 'line-picked', 0).tick - 10e6, 2.5, 3.5);
      return narrow({ workersAtFace: Infinity });
    },
  },
  {
    rule: 'aisle-queue',
    title: 'somebody who goes into an aisle before whoever came to its other end first',
    plant(day) {
      // The picker goes in at (6, 2) while the packer has waited at (6, 8) for some seconds.
      const tick = event(day, 'line-picked', 0).tick - 30e6;
      const idle = idleAt(day, tick);
      const end = idle.t1;
      idle.t1 = tick;
      day.script(packer, tick, 6, 8).stay(300, 'waiting-aisle').go('carrying', 1, [6, 7]).jump(13, 2).until(end, 'idle');
      return narrow({ workersAtFace: Infinity });
    },
  },
  {
    rule: 'aisle-queue',
    title: 'somebody who waits for goods with a cart where nobody gets by',
    plant(day) {
      day.segments.find(({ agent, state }) => agent === worker && state === 'searching')!.state = 'waiting-goods';
      return narrow({ workersAtFace: Infinity });
    },
  },
  {
    rule: 'aisle-room',
    title: 'two people too near to each other on both sides of where one-way aisles join',
    plant(day) {
      // The picker goes from (6, 6) over (6, 8) to (10, 8), one way only; the packer is half a metre ahead of him there.
      const over = day.segments.find(
        ({ agent, from, to }) => agent === worker && from[0] === 6 && from[1] === 8 && to[0] === 10 && to[1] === 8,
      )!;
      const idle = idleAt(day, over.t0);
      const end = idle.t1;
      idle.t1 = over.t0 - 0.5e6;
      day.script(packer, idle.t1, 6, 8).go('carrying', 1, [6.4, 8]).stay(5, 'searching').jump(13, 2).until(end, 'idle');
      const { model } = narrow({ workersAtFace: Infinity });
      const oneWay = model.network.edges.oneWay.map((each, edge) => (edge === 3 || edge === 5 ? 1 : each));
      return { model: { ...model, network: { ...model.network, edges: { ...model.network.edges, oneWay } } } };
    },
  },
  {
    rule: 'aisle-queue',
    title: 'somebody who is left waiting for an aisle',
    plant(day) {
      const last = day.segments.filter(({ agent }) => agent === packer).at(-1)!;
      last.state = 'waiting-aisle';
      last.from = last.to = [6, 8, 0];
      return narrow();
    },
  },
  {
    rule: 'aisle-queue',
    title: 'somebody who waits for an aisle in which nobody is',
    plant(day) {
      const tick = at('08:05:30');
      const idle = idleAt(day, tick);
      const end = idle.t1;
      idle.t1 = tick;
      day.script(packer, tick, 6, 8).stay(60, 'waiting-aisle').go('carrying', 1, [6, 7]).jump(13, 2).until(end, 'idle');
      return narrow({ workersAtFace: Infinity });
    },
  },
  {
    rule: 'face-room',
    title: 'somebody who waits on for a face at which nobody works any more',
    plant(day) {
      const tick = event(day, 'line-picked', 0).tick - 10e6;
      const idle = idleAt(day, tick);
      const end = idle.t1;
      idle.t1 = tick;
      day.script(packer, tick, 6, 4).stay(300, 'waiting-face').jump(13, 2).until(end, 'idle');
      return narrow();
    },
  },
  {
    rule: 'face-room',
    title: 'somebody who works at a face before whoever has waited there for longer',
    plant(day) {
      const tick = event(day, 'line-picked', 0).tick - 22e6;
      const idle = idleAt(day, tick);
      const end = idle.t1;
      idle.t1 = tick;
      day.script(packer, tick, 6, 4).stay(300, 'waiting-face').stay(5, 'picking').jump(13, 2).until(end, 'idle');
      return narrow();
    },
  },
  {
    rule: 'face-room',
    title: 'two people who work at one face',
    plant(day) {
      packerInAisle(day, event(day, 'line-picked', 0).tick - 10e6, 3, 4);
      return narrow();
    },
  },
  {
    rule: 'face-room',
    title: 'somebody who waits for a face at which nobody works',
    plant(day) {
      day.segments.find(({ agent, state }) => agent === worker && state === 'searching')!.state = 'waiting-face';
      return narrow();
    },
  },
];

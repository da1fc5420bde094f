// Speed of picker routing on rectangular layouts: CPU milliseconds a tour, random picks, 10 aisles of 45 m blocks.
//
//   npx tsx tests/bench/routing.bench.ts
//
// `length` is the exact length alone, `tour` the visiting order with it. Classes are worked out once, before the clock runs.

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { Frame } from '../../packages/engine/src/picking/routing/frame.ts';
import { largestGapWalk } from '../../packages/engine/src/picking/routing/largest-gap.ts';
import { optimalLength_m, optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import {
  pickerTourInstance,
  type RectangularInstance,
  sequenceRectangular,
} from '../../packages/engine/src/picking/routing/rectangular.ts';
import { sShapeWalk } from '../../packages/engine/src/picking/routing/s-shape.ts';

const random = new RandomStream('routing-bench');
const INSTANCES = 200;

function instances(blocks: number, picks: number): RectangularInstance[] {
  return Array.from({ length: INSTANCES }, () =>
    pickerTourInstance({
      layout: {
        aisles: 10,
        blocks,
        subaisleLength: 45,
        aislePitch: 5,
        crossAisleOffset: 1.5,
        depot: { aisle: 0, crossAisle: 0 },
      },
      picks: Array.from({ length: picks }, () => ({
        aisle: random.integer(10),
        block: random.integer(blocks),
        offset: random.integer(46),
      })),
    }),
  );
}

/** CPU milliseconds of each of `count` tours: mean, median, 95 % quantile. */
function measure(all: readonly RectangularInstance[], count: number, solve: (instance: RectangularInstance) => unknown): string {
  for (let n = 0; n < Math.min(count, 5_000); n++) solve(all[n % INSTANCES]!);
  // A sample is a chunk of tours, so that the clock's microsecond does not matter.
  const chunk = Math.max(1, Math.floor(count / 200));
  const samples: number[] = [];
  for (let done = 0; done < count; done += chunk) {
    const before = process.cpuUsage();
    for (let n = 0; n < chunk; n++) solve(all[(done + n) % INSTANCES]!);
    const { user, system } = process.cpuUsage(before);
    samples.push((user + system) / 1000 / chunk);
  }
  samples.sort((a, b) => a - b);
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const at = (share: number): string => samples[Math.floor(share * (samples.length - 1))]!.toFixed(4);
  const rate = Math.round(1000 / mean).toLocaleString('en');
  return `${mean.toFixed(4)} ms mean, ${at(0.5)} median, ${at(0.95)} at 95 %, ${rate} tours/s`;
}

const frame = new Frame();
for (const [blocks, picks, count] of [
  [1, 20, 400_000],
  [2, 20, 10_000],
  [3, 30, 2_000],
  [4, 30, 400],
  [5, 30, 100],
  [6, 30, 20],
] as const) {
  const all = instances(blocks, picks);
  console.log(`${blocks} block${blocks > 1 ? 's' : ''}, ${picks} picks`);
  console.log(
    '  optimal, length',
    measure(all, count, (instance) => {
      frame.prepare(instance, false);
      return optimalLength_m(frame);
    }),
  );
  for (const algorithm of [optimalWalk, sShapeWalk, largestGapWalk]) {
    console.log(
      `  ${algorithm.id}, tour`,
      measure(all, count, (instance) => sequenceRectangular(algorithm, instance, [])),
    );
  }
}

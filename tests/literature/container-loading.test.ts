// Container loading against the literature (literature.md 5 and 9.8): the generator against the problems of the shared data, a
// sample of BR1 … BR7 against EB-AFIT's fills and the bar of 91 %, every placement through the independent checker.
// tests/bench/container-loading.bench.ts runs them all.

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ContainerLoading } from '../../packages/engine/src/packing/loading/beam-search.ts';
import { BR_TYPES, bischoffRatcliff, bischoffRatcliffSeed } from '../../packages/scenarios/src/instances/bischoff-ratcliff.ts';
import { packingFaults } from '../../packages/scenarios/src/instances/cartonization-check.ts';
import { containerProblem } from '../../packages/scenarios/src/instances/container-problem.ts';
import { namedCartonization } from '../../packages/scenarios/src/instances/read-cartonization.ts';
import { hasSharedData, sharedData } from './order-batching-data.ts';

const EB_AFIT = 'container-loading/thpack1-7_EB-AFIT.txt.gz';
const SAMPLE = [7, 58];
/** Counted, so that the result is the same on every machine: some 0.15 s of a problem. */
const COMPLETIONS = 1500;

interface Listed {
  readonly seed: number;
  /** Volume that EB-AFIT loads, percent; boxes turn freely. */
  readonly fill: number;
  readonly rows: readonly number[][];
}

/** The problems of BR1 … BR7 in their order, 100 a class. */
function readListed(): Listed[] {
  const lines = gunzipSync(readFileSync(sharedData + EB_AFIT))
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const listed: Listed[] = [];
  for (let at = 0; at < lines.length;) {
    const types = lines[at + 3]![0]!;
    listed.push({ seed: lines[at]![1]!, fill: lines[at + 1]![3]!, rows: lines.slice(at + 4, at + 4 + types) });
    at += 4 + types;
  }
  return listed;
}

function fillOf(name: string): { fill: number; faults: string[] } {
  const [instance] = namedCartonization(name)!;
  const { boxes, container } = containerProblem(instance!);
  const loading = new ContainerLoading(boxes, container, new RandomStream(name));
  loading.improve(COMPLETIONS);
  const placed = loading.placements();
  const left = boxes.flatMap(({ count }, item) =>
    Array.from({ length: count - placed.filter(({ type }) => type === item).length }, () => item),
  );
  const placements = placed.map(({ type, x, y, z, alongX, alongY, alongZ }) => ({
    ...{ item: type, container: 0, position: [x, y, z] as const, size: [alongX, alongY, alongZ] as const },
  }));
  const faults = packingFaults(instance!, { containers: [0], placements, left });
  return { fill: (100 * loading.volume) / (container.length * container.width * container.height), faults };
}

describe('container loading', () => {
  it('fills a sample of BR1 to BR7 to 92 % on average, with flags and full support', () => {
    const fills: number[] = [];
    for (let set = 1; set <= 7; set++)
      for (const number of SAMPLE) {
        const { fill, faults } = fillOf(`br${set}#${number}`);
        expect(faults).toEqual([]);
        expect(fill).toBeGreaterThan(86);
        fills.push(fill);
      }
    expect(fills.reduce((sum, fill) => sum + fill, 0) / fills.length).toBeGreaterThan(92);
  });
});

describe.skipIf(!hasSharedData(EB_AFIT))('the problems of the shared data', () => {
  let listed: Listed[] = [];
  beforeAll(() => {
    listed = readListed();
  });

  it('are those of the generator, all 700, orientation flags and numbers of boxes too', () => {
    expect(listed).toHaveLength(700);
    listed.forEach(({ seed, rows }, i) => {
      const number = (i % 100) + 1;
      const types = BR_TYPES[1 + Math.floor(i / 100)]!;
      expect(seed).toBe(bischoffRatcliffSeed(number));
      const boxes = bischoffRatcliff(types, seed);
      expect(rows).toEqual(
        boxes.map(({ sides, mayStand, count }, type) => [
          type + 1,
          ...sides.flatMap((side, j) => [side, mayStand[j] ? 1 : 0]),
          count,
        ]),
      );
    });
  });

  it('are filled more than by EB-AFIT, which turns boxes freely and lets them hang over', () => {
    let ours = 0;
    let theirs = 0;
    for (let set = 1; set <= 7; set++) {
      ours += fillOf(`br${set}#33`).fill;
      theirs += listed[(set - 1) * 100 + 32]!.fill;
    }
    expect(ours / 7).toBeGreaterThan(theirs / 7 + 2);
  });
});

// Container loading: BR1 … BR7 of the published generator, full support, with orientation flags and with free rotation.
//
//   npx tsx tests/bench/container-loading.bench.ts [--seconds 1,3] [--classes 1-7] [--problems 1-100] [--free] [--shard i/n]
//
// Each problem is searched for so many CPU seconds (user + system, the building of the blocks included) on one thread; at each of
// the times the best loading is kept and goes through the independent checker. --shard 2/16 takes every sixteenth problem from the
// second on: the lines that begin with "problem" of all shards together are the full table. --free lets every side stand.

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { ContainerLoading } from '../../packages/engine/src/packing/loading/beam-search.ts';
import { packingFaults } from '../../packages/scenarios/src/instances/cartonization-check.ts';
import { containerProblem } from '../../packages/scenarios/src/instances/container-problem.ts';
import { namedCartonization } from '../../packages/scenarios/src/instances/read-cartonization.ts';
import type { CartonizationInstance } from '../../packages/scenarios/src/instances/cartonization.ts';

/** Completions between two looks at the clock. */
const SLICE = 10;

function flag(name: string, otherwise: string): string {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : process.argv[at + 1]!;
}

/** "1-3,7" as [1, 2, 3, 7]. */
function range(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [from, to = from] = part.split('-').map(Number) as [number, number?];
    return Array.from({ length: to! - from + 1 }, (_, i) => from + i);
  });
}

function cpu_s(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Fill in percent after each of the times. */
function fills(instance: CartonizationInstance, seconds: readonly number[]): number[] {
  const begin = cpu_s();
  const { boxes, container } = containerProblem(instance);
  const loading = new ContainerLoading(boxes, container, new RandomStream(instance.name));
  return seconds.map((limit_s) => {
    do loading.improve(SLICE);
    while (cpu_s() - begin < limit_s && !loading.isOver);
    check(instance, loading);
    return (100 * loading.volume) / (container.length * container.width * container.height);
  });
}

function check(instance: CartonizationInstance, loading: ContainerLoading): void {
  const placed = loading.placements();
  const left = instance.items.flatMap(({ quantity }, item) =>
    Array.from({ length: quantity - placed.filter(({ type }) => type === item).length }, () => item),
  );
  const placements = placed.map(({ type, x, y, z, alongX, alongY, alongZ }) => ({
    ...{ item: type, container: 0, position: [x, y, z] as const, size: [alongX, alongY, alongZ] as const },
  }));
  const faults = packingFaults(instance, { containers: [0], placements, left });
  if (faults.length > 0) throw new Error(`${instance.name}: ${faults.join('; ')}`);
}

const seconds = range(flag('seconds', '1,3'));
const [shard, shards] = flag('shard', '1/1').split('/').map(Number) as [number, number];
const isFree = process.argv.includes('--free');
const perClass = new Map<number, number[][]>();
let index = 0;
for (const set of range(flag('classes', '1-7')))
  for (const number of range(flag('problems', '1-100'))) {
    if (index++ % shards !== shard - 1) continue;
    const [named] = namedCartonization(`br${set}#${number}`)!;
    const items = named!.items.map((item) => (isFree ? { ...item, mayStand: [true, true, true] as const } : item));
    const found = fills({ ...named!, items }, seconds);
    console.log(`problem ${named!.name} ${found.map((fill) => fill.toFixed(2)).join(' ')}`);
    perClass.set(set, [...(perClass.get(set) ?? []), found]);
  }

console.log(`\nfill % after CPU seconds, ${isFree ? 'free rotation' : 'orientation flags'}, full support: mean (min-max)`);
const all: number[][] = [];
for (const [set, rows] of perClass) {
  all.push(...rows);
  console.log(`BR${set} ${rows.length} problems  ${summary(rows)}`);
}
console.log(`all ${all.length} problems  ${summary(all)}`);

function summary(rows: readonly number[][]): string {
  const columns = seconds.map((limit_s, i) => {
    const values = rows.map((row) => row[i]!);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return `${limit_s} s: ${mean.toFixed(2)} (${Math.min(...values).toFixed(1)}-${Math.max(...values).toFixed(1)})`;
  });
  return columns.join('   ');
}

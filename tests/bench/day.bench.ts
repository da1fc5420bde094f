// What a day costs: CPU and memory of the default scenario, of 100 days in one run, of snapshots; and `paper` against `digital`.
//
//   node --expose-gc --import tsx tests/bench/day.bench.ts            all of it
//   node --expose-gc --import tsx tests/bench/day.bench.ts --json     one JSON document
//
// CPU is user + system time of the process; figures of one day are the median of 9 runs after 3 for warming up.

import { Run } from '@dongseon/engine';
import { compile, loadBuiltin, policyChoice } from '@dongseon/scenarios';

const SEED = 20230306;
const HALF_A_DAY = 43_200_000_000;

function cpu_ms(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);

function oneDay(mode: string) {
  const loaded = loadBuiltin('gimhae-shared-dc');
  const choice = policyChoice(loaded.scenario, mode);
  const compile_ms = cpu_ms(() => void compile(loaded, { mode }));
  const model = compile(loaded, { mode });
  const whole: number[] = [];
  let last: Run | undefined;
  for (let i = 0; i < 12; i++) {
    whole.push(
      cpu_ms(() => {
        last = new Run(model, choice, SEED);
        last.runUntil(last.horizon);
      }),
    );
  }
  return {
    mode,
    compile_ms: Math.round(compile_ms),
    day_ms: Math.round(median(whole.slice(3))),
    events: last!.events,
    hash: last!.hash(),
    rss_mb: megabytes(process.memoryUsage().rss),
    lines_per_labour_hour: last!.kpis()['lines_per_labour_hour'],
    last_order_staged_hour: last!.kpis()['last_order_staged_hour'],
  };
}

function snapshots() {
  const loaded = loadBuiltin('gimhae-shared-dc');
  const run = new Run(compile(loaded), policyChoice(loaded.scenario), SEED);
  run.runUntil(HALF_A_DAY);
  const save: number[] = [];
  const restore: number[] = [];
  for (let i = 0; i < 25; i++) {
    let snapshot: ReturnType<Run['snapshot']> | undefined;
    save.push(cpu_ms(() => (snapshot = run.snapshot())));
    restore.push(cpu_ms(() => run.restore(snapshot!)));
  }
  return { save_ms: median(save), restore_ms: median(restore), size_mb: bytesOf(run.snapshot()) / 1e6 };
}

/** Bytes of all typed arrays in a value, and 8 for each other number. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'number') return 8;
  if (typeof value === 'string') return 2 * value.length;
  if (value === null || typeof value !== 'object') return 0;
  return Object.values(value).reduce((sum: number, part) => sum + bytesOf(part), 0);
}

function hundredDays(mode: string) {
  const loaded = loadBuiltin('gimhae-shared-dc');
  const model = compile(loaded, { mode, days: 100 });
  const run = new Run(model, policyChoice(loaded.scenario, mode), SEED);
  const heap: number[] = [];
  const total_ms = cpu_ms(() => {
    for (let day = 10; day <= 100; day += 10) {
      run.runUntil(day * 2 * HALF_A_DAY);
      globalThis.gc?.();
      heap.push(megabytes(process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers));
    }
  });
  const kpis = run.kpis();
  return {
    mode,
    total_ms: Math.round(total_ms),
    heap_mb_each_10_days: heap,
    orders_delivered: kpis['orders_delivered'],
    fill_rate: kpis['fill_rate'],
    on_time_departure: kpis['on_time_departure'],
    units_rejected: kpis['units_rejected'],
  };
}

const result = {
  days: [oneDay('paper'), oneDay('digital')],
  snapshot: snapshots(),
  hundred: [hundredDays('paper'), hundredDays('digital')],
};
if (process.argv.includes('--json')) console.log(JSON.stringify(result));
else console.dir(result, { depth: null });

// The kernel beside its peers, in one run on one machine: `npx tsx tests/bench/kernel.bench.ts`, with --json for programs.
//
// Rates are millions of operations per CPU second, best and median of several warm runs taken in turn. What counts is the ratio to
// the calibration loop of the same run (M/M/1 written out by hand), since the speed of a shared machine is nobody's property.

import { cpus } from 'node:os';
import { handInlinedMM1 } from './kernel/hand-inlined.ts';
import { cpuSeconds, measure } from './kernel/measure.ts';
import type { Measurement } from './kernel/measure.ts';
import * as ours from './kernel/ours.ts';
import * as peers from './kernel/peers.ts';
import { loadSimJs } from './kernel/simjs.ts';

const ROUNDS = 7;
const PENDING = 10_000;

interface Section {
  readonly title: string;
  readonly goal: string;
  readonly rows: readonly Measurement[];
}

function bench(): Section[] {
  const cpp = peers.measureCpp();
  const simjs = loadSimJs();
  const cppRow = (name: string): Measurement[] => {
    const row = cpp?.get(name);
    return row === undefined ? [] : [{ ...row, name: 'C++ std::priority_queue (g++ -O3)' }];
  };
  const exponential = ours.increments(false);
  const ties = ours.increments(true);
  const oneInstant = new Float64Array(1 << 16);

  const mm1 = measure(
    [
      { name: 'hand-inlined loop, ziggurat (calibration)', run: () => handInlinedMM1(1e6) },
      { name: 'Dongseon, event style', run: () => ours.mm1EventStyle(1e6) },
      { name: 'flatqueue 3.1.0 as the event list', run: () => peers.mm1Flatqueue(1e6) },
      { name: 'SIM.JS 2.0.3', run: () => peers.mm1SimJs(simjs, 1e5) },
    ],
    ROUNDS,
  );
  const resource = measure(
    [
      { name: 'Dongseon, entity + resource + monitors', run: () => ours.mm1Resource(5e5, true) },
      { name: 'Dongseon, entity + resource, no monitors', run: () => ours.mm1Resource(5e5, false) },
      { name: 'trace hash alone, events hashed', run: () => ours.traceHash(1e7) },
    ],
    ROUNDS,
  );
  const processes = measure(
    [
      { name: 'Dongseon', run: () => ours.concurrentProcesses(PENDING, 1e6) },
      { name: 'SIM.JS 2.0.3', run: () => peers.processesSimJs(simjs, PENDING, 1e5) },
    ],
    ROUNDS,
  );
  const hold = measure(
    [
      { name: 'Dongseon, exponential increments', run: () => ours.hold(PENDING, 1e6, exponential) },
      { name: 'Dongseon, increments of 1, 2 or 3 (ties)', run: () => ours.hold(PENDING, 1e6, ties) },
      { name: 'Dongseon, all on one instant', run: () => ours.hold(PENDING, 1e6, oneInstant) },
      { name: 'Dongseon, with set and cancel', run: () => ours.holdWithCancel(PENDING / 2, 5e5, exponential) },
      { name: 'flatqueue 3.1.0, exponential', run: () => peers.holdFlatqueue(PENDING, 1e6, exponential) },
      { name: 'flatqueue 3.1.0, ties (not in order of arrival)', run: () => peers.holdFlatqueue(PENDING, 1e6, ties) },
    ],
    ROUNDS,
  );
  const holdCpp = [...cppRow('hold').map(named('exponential')), ...cppRow('hold-ties').map(named('ties'))];
  return [
    { title: 'M/M/1, λ 0.9, μ 1, 1,000,000 customers, 2 events each', goal: '0.4 of the loop', rows: [...mm1, ...cppRow('mm1')] },
    { title: 'M/M/1 with an entity for each customer', goal: '3 M/s', rows: resource },
    { title: '10,000 concurrent processes, resumes', goal: '2.5 M/s', rows: [...processes, ...cppRow('processes')] },
    { title: 'HOLD at 10,000 pending', goal: '2.5 M/s, flat under ties', rows: [...hold, ...holdCpp] },
  ];
}

function named(what: string): (row: Measurement) => Measurement {
  return (row) => ({ ...row, name: `${row.name}, ${what}` });
}

/** The figures of the goals, from the medians (taken in turn, they met the same weather). */
function ratios(sections: readonly Section[]): Record<string, number> {
  const median = (section: number, row: number): number => sections[section]!.rows[row]!.median;
  return {
    'M/M/1: ours / hand-inlined loop (goal 0.4)': median(0, 1) / median(0, 0),
    'M/M/1: ours / flatqueue loop': median(0, 1) / median(0, 2),
    'M/M/1: ours / SIM.JS': median(0, 1) / median(0, 3),
    'trace hash, ns an event': 1000 / median(1, 2),
    'M/M/1, ns an event': 1000 / median(0, 1),
    'monitors, ns an event': 1000 / median(1, 0) - 1000 / median(1, 1),
    'HOLD: ties / exponential': median(3, 1) / median(3, 0),
  };
}

const start = cpuSeconds();
const sections = bench();
const summary = ratios(sections);
const machine = { cpu: cpus()[0]?.model ?? 'unknown', node: process.version, seconds: Math.round(cpuSeconds() - start) };

if (process.argv.includes('--json')) {
  console.log(JSON.stringify({ machine, sections, summary }, null, 2));
} else {
  console.log(`${machine.cpu}, Node ${machine.node}, ${machine.seconds} s of CPU; M operations per CPU second`);
  for (const { title, goal, rows } of sections) {
    console.log(`\n${title} (goal ${goal})`);
    console.log(`${''.padEnd(52)}${'best'.padStart(8)}${'median'.padStart(8)}   result`);
    for (const { name, best, median, result } of rows) {
      console.log(`  ${name.padEnd(50)}${best.toFixed(2).padStart(8)}${median.toFixed(2).padStart(8)}   ${result}`);
    }
  }
  console.log('');
  for (const [name, value] of Object.entries(summary)) console.log(`${name.padEnd(52)}${value.toFixed(2).padStart(8)}`);
}

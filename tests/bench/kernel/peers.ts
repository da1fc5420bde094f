// The workloads on other people's queues and engines: flatqueue and SIM.JS from npm, std::priority_queue compiled by g++.

import FlatQueue from 'flatqueue';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exponential } from '../../../packages/engine/src/base/distributions.ts';
import { RandomStreams } from '../../../packages/engine/src/base/random.ts';
import type { Measurement, Outcome } from './measure.ts';
import type { SimJs } from './simjs.ts';

/** M/M/1 with flatqueue (a binary heap, neither stable nor cancellable) as the event list and everything else by hand. */
export function mm1Flatqueue(customers: number): Outcome {
  const streams = new RandomStreams('bench', 0);
  const gaps = streams.get('gaps');
  const services = streams.get('services');
  const queue = new FlatQueue<number>();
  const ring = new Float64Array(65536);
  let arrived = 0;
  let served = 0;
  let sum = 0;
  queue.push(0, exponential(gaps, 1 / 0.9));
  while (queue.length > 0) {
    const now = queue.peekValue()!;
    const kind = queue.pop();
    if (kind === 0) {
      ring[arrived & 65535] = now;
      if (arrived++ === served) queue.push(1, now + exponential(services, 1));
      if (arrived < customers) queue.push(0, now + exponential(gaps, 1 / 0.9));
    } else {
      sum += now - ring[served & 65535]!;
      if (++served < arrived) queue.push(1, now + exponential(services, 1));
    }
  }
  return { operations: 2 * customers, result: sum / customers };
}

export function holdFlatqueue(pending: number, operations: number, steps: Float64Array): Outcome {
  const queue = new FlatQueue<number>();
  const mask = steps.length - 1;
  for (let i = 0; i < pending; i++) queue.push(i, steps[i & mask]!);
  let tick = 0;
  for (let i = 0; i < operations; i++) {
    tick = queue.peekValue()!;
    const a = queue.pop()!;
    queue.push(a, tick + steps[(i * 7) & mask]!);
  }
  return { operations, result: tick };
}

/** M/M/1 in SIM.JS as its manual does it: one entity makes customers, a facility serves them. */
export function mm1SimJs(simjs: SimJs, customers: number): Outcome {
  const streams = new RandomStreams('bench', 0);
  const gaps = streams.get('gaps');
  const services = streams.get('services');
  const server = new simjs.Facility('server');
  let arrived = 0;
  let sum = 0;
  class Source extends simjs.Entity {
    start(): void {
      this.arrive();
    }
    arrive(): void {
      const now = this.time();
      this.useFacility(server, exponential(services, 1)).done(() => (sum += this.time() - now));
      if (++arrived < customers) this.setTimer(exponential(gaps, 1 / 0.9)).done(() => this.arrive());
    }
  }
  const sim = new simjs.Sim('mm1');
  sim.addEntity(Source, 'source');
  sim.simulate(1e12);
  return { operations: 2 * customers, result: sum / customers };
}

export function processesSimJs(simjs: SimJs, count: number, resumes: number): Outcome {
  const stream = new RandomStreams('bench', 0).get('delays');
  let executed = 0;
  class Waiter extends simjs.Entity {
    turns = 0;
    start(): void {
      this.setTimer(stream.double()).done(() => this.resume());
    }
    resume(): void {
      this.turns++;
      if (++executed + count <= resumes) this.setTimer(stream.uniform(1, 2)).done(() => this.resume());
    }
  }
  const sim = new simjs.Sim('processes');
  for (let i = 0; i < count; i++) sim.addEntity(Waiter, `waiter ${i}`);
  sim.simulate(1e12);
  return { operations: executed, result: executed };
}

/** Compiles and runs peers.cpp; undefined where there is no g++. */
export function measureCpp(): Map<string, Measurement> | undefined {
  if (spawnSync('g++', ['--version']).status !== 0) return undefined;
  const folder = mkdtempSync(join(tmpdir(), 'kernel-bench-'));
  try {
    const program = join(folder, 'peers');
    execFileSync('g++', ['-O3', '-march=native', '-o', program, fileURLToPath(new URL('peers.cpp', import.meta.url))]);
    const lines = execFileSync(program, { encoding: 'utf8' }).trim().split('\n');
    return new Map(
      lines.map((line) => {
        const [name, best, median, result] = line.split('\t') as [string, string, string, string];
        return [name, { name, best: Number(best), median: Number(median), result: Number(result) }];
      }),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

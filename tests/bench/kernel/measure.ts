// Measures a workload in CPU time (the machine may be shared), several times, warm, and reports the best and the median rate.

export interface Measurement {
  readonly name: string;
  /** Millions of operations per CPU second. */
  readonly best: number;
  readonly median: number;
  /** A number that depends on the whole run: what the workload computed. */
  readonly result: number | string;
}

export interface Outcome {
  readonly operations: number;
  readonly result: number | string;
}

export interface Workload {
  readonly name: string;
  readonly run: () => Outcome;
}

/** CPU seconds, user and system, of this process. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export function summarise(name: string, rates: readonly number[], result: number | string): Measurement {
  const sorted = [...rates].sort((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
  return { name, best: sorted[sorted.length - 1]!, median, result };
}

/** Runs the workloads in turn, `rounds` times after one warm-up, so that a slow minute of the machine hits all of them. */
export function measure(workloads: readonly Workload[], rounds: number): Measurement[] {
  const rates = workloads.map(() => [] as number[]);
  const results: (number | string)[] = [];
  for (let round = -1; round < rounds; round++) {
    workloads.forEach((workload, i) => {
      const start = cpuSeconds();
      const { operations, result } = workload.run();
      const rate = operations / (cpuSeconds() - start) / 1e6;
      if (round >= 0) rates[i]!.push(rate);
      results[i] = result;
    });
  }
  return workloads.map((workload, i) => summarise(workload.name, rates[i]!, results[i]!));
}

// Closed forms of queueing theory through the real kernel, resources, streams, distributions and statistics.
//
// Every figure is a mean over 20 independent replications. It must lie within 4 of its own standard errors of the exact value (with
// 19 degrees of freedom a right engine misses that once in 1,300), and the standard error must be small enough that being right
// means something: the stated precision. The seeds are fixed, so the tests are not random; they were not chosen.

import { describe, expect, it } from 'vitest';
import * as law from '../../packages/engine/src/base/distributions.ts';
import { RandomStreams } from '../../packages/engine/src/base/random.ts';
import { overReplications, simulateNetwork, simulateStation, UNIT } from './queues-model.ts';
import type { Draw, StationOptions, StationResult } from './queues-model.ts';

const REPLICATIONS = 20;

/** The mean of `values` agrees with `exact`, and its standard error is within `precision` of it. */
function expectMean(values: readonly number[], exact: number, precision = 0.02): void {
  const { mean, error } = overReplications(values.length, (i) => values[i]!);
  expect(Math.abs(mean - exact), `${mean} ± ${error} against ${exact}`).toBeLessThan(4 * error);
  expect(error / exact, `precision of ${mean}`).toBeLessThan(precision);
}

/** Replications of one system; Little's law holds in each of them to rounding. */
function replicate(options: Omit<StationOptions, 'replication' | 'customers' | 'warmUp'>, customers = 40_000): StationResult[] {
  const results: StationResult[] = [];
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const result = simulateStation({ ...options, replication, customers, warmUp: customers / 4 });
    expect(Math.abs(result.area / result.sumOfTimes - 1)).toBeLessThan(1e-12);
    results.push(result);
  }
  return results;
}

const exponential =
  (mean: number): Draw =>
  (stream) =>
    law.exponential(stream, mean);
const gamma =
  (mean: number, scv: number): Draw =>
  (stream) =>
    law.gammaByMeanCv(stream, mean, Math.sqrt(scv));
const constant =
  (value: number): Draw =>
  () =>
    value;

describe('M/M/1', () => {
  for (const rho of [0.5, 0.8]) {
    const results = replicate({ name: `M/M/1 ${rho}`, servers: 1, gap: exponential(1 / rho), service: exponential(1) });

    it(`at ρ = ${rho}: L, W, Lq, Wq and utilisation`, () => {
      expectMean(
        results.map((r) => r.timeInSystem),
        1 / (1 - rho),
      );
      expectMean(
        results.map((r) => r.wait),
        rho / (1 - rho),
      );
      expectMean(
        results.map((r) => r.inSystem),
        rho / (1 - rho),
      );
      expectMean(
        results.map((r) => r.inLine),
        (rho * rho) / (1 - rho),
      );
      expectMean(
        results.map((r) => r.inService),
        rho,
        0.005,
      );
      expectMean(
        results.map((r) => r.waited),
        rho,
        0.005,
      );
    });

    it(`at ρ = ${rho}: the time in system is exponential with rate μ − λ, so its quantiles are known`, () => {
      for (const p of [0.1, 0.5, 0.9, 0.99]) {
        // Quantiles carry up to 0.4 % of their own: within a bucket the error is spread over buckets, so it stays below the noise.
        expectMean(
          results.map((r) => r.quantiles.quantile(p) / UNIT),
          -Math.log(1 - p) / (1 - rho),
          0.03,
        );
      }
    });
  }

  it('with room for 10 at λ = 0.9: 5.08 % turned away, L = 3.969441, W = 4.646601', () => {
    const results = replicate({ name: 'M/M/1/10', servers: 1, gap: exponential(1 / 0.9), service: exponential(1), room: 10 });
    expectMean(
      results.map((r) => r.lost),
      0.050814,
      0.03,
    );
    expectMean(
      results.map((r) => r.inSystem),
      3.969441,
    );
    expectMean(
      results.map((r) => r.timeInSystem),
      4.646601,
    );
  });
});

/** P(wait) by Erlang's C formula. */
function erlangC(load: number, servers: number): number {
  let term = 1;
  let sum = 0;
  for (let k = 0; k < servers; k++) {
    sum += term;
    term *= load / (k + 1);
  }
  const waiting = (term * servers) / (servers - load);
  return waiting / (sum + waiting);
}

describe('M/M/c', () => {
  it('the formula gives the published values', () => {
    expect(erlangC(1.6, 2)).toBeCloseTo(0.711111, 6);
    expect(erlangC(4.5, 5)).toBeCloseTo(0.762493, 6);
    expect(erlangC(8, 10)).toBeCloseTo(0.40918, 6);
  });

  for (const [load, servers] of [
    [1.6, 2],
    [2.4, 3],
    [8, 10],
  ] as const) {
    it(`${servers} servers under a load of ${load}: Erlang C, Wq and L`, () => {
      const results = replicate({ name: `M/M/${servers}`, servers, gap: exponential(1 / load), service: exponential(1) }, 60_000);
      const wait = erlangC(load, servers) / (servers - load);
      expectMean(
        results.map((r) => r.waited),
        erlangC(load, servers),
      );
      expectMean(
        results.map((r) => r.wait),
        wait,
        0.03,
      );
      expectMean(
        results.map((r) => r.inSystem),
        load + load * wait,
      );
    });
  }

  for (const [name, service] of [
    ['exponential', exponential(1)],
    ['constant', constant(1)],
    ['gamma of scv 4', gamma(1, 4)],
  ] as const) {
    it(`M/G/c/c with ${name} service: Erlang B, 0.121661 turned away at load 8 and 10 servers, whatever the service law`, () => {
      let blocked = 1;
      for (let k = 1; k <= 10; k++) blocked = (8 * blocked) / (k + 8 * blocked);
      expect(blocked).toBeCloseTo(0.121661, 6);
      const results = replicate({ name: `M/${name}/10/10`, servers: 10, gap: exponential(1 / 8), service, room: 10 }, 20_000);
      expectMean(
        results.map((r) => r.lost),
        blocked,
      );
      expectMean(
        results.map((r) => r.inService),
        8 * (1 - blocked),
      );
      for (const result of results) expect(result.wait).toBe(0);
    });
  }
});

describe('M/G/1 (Pollaczek–Khinchine)', () => {
  const rho = 0.8;
  const laws: readonly (readonly [string, Draw, number])[] = [
    ['M/D/1, half of M/M/1', constant(1), 0],
    ['M/E4/1', gamma(1, 1 / 4), 1 / 4],
    ['M/E2/1', gamma(1, 1 / 2), 1 / 2],
    ['service of scv 4', gamma(1, 4), 4],
  ];
  for (const [name, service, scv] of laws) {
    it(`${name}: Wq = λ E[S²] / (2 (1 − ρ))`, () => {
      const results = replicate({ name, servers: 1, gap: exponential(1 / rho), service }, 60_000);
      expectMean(
        results.map((r) => r.wait),
        (rho * (1 + scv)) / (2 * (1 - rho)),
        0.03,
      );
    });
  }
});

describe('GI/G/1', () => {
  it('D/M/1: Wq = σ / (μ (1 − σ)), σ the root of σ = exp(−μ (1 − σ) / λ)', () => {
    const rho = 0.8;
    let sigma = 0.5;
    for (let i = 0; i < 200; i++) sigma = Math.exp(-(1 - sigma) / rho);
    const results = replicate({ name: 'D/M/1', servers: 1, gap: constant(1 / rho), service: exponential(1) });
    expectMean(
      results.map((r) => r.wait),
      sigma / (1 - sigma),
    );
    expectMean(
      results.map((r) => r.waited),
      sigma,
    );
  });

  for (const [gapScv, serviceScv] of [
    [0, 1],
    [0.5, 0.5],
    [0.25, 2],
    [2, 0.25],
  ] as const) {
    it(`scv ${gapScv} of gaps, ${serviceScv} of service: below Kingman's bound`, () => {
      const rho = 0.8;
      const results = replicate(
        { name: `GI/G/1 ${gapScv} ${serviceScv}`, servers: 1, gap: gamma(1 / rho, gapScv), service: gamma(1, serviceScv) },
        20_000,
      );
      const { mean, error } = overReplications(REPLICATIONS, (i) => results[i]!.wait);
      const bound = (rho * (gapScv / rho ** 2 + serviceScv)) / (2 * (1 - rho));
      expect(mean + 4 * error).toBeLessThan(bound);
      expect(mean).toBeGreaterThan(bound / 4);
    });
  }

  it('in heavy traffic, ρ = 0.95: within 6 % of ρ / (1 − ρ) · (scv of gaps + scv of service) / 2', () => {
    const rho = 0.95;
    const results = replicate({ name: 'E2/E2/1', servers: 1, gap: gamma(1 / rho, 0.5), service: gamma(1, 0.5) }, 100_000);
    const { mean, error } = overReplications(REPLICATIONS, (i) => results[i]!.wait);
    expect(error / mean).toBeLessThan(0.03);
    expect(Math.abs(mean / 9.5 - 1)).toBeLessThan(0.06);
  });
});

describe('networks', () => {
  it('Jackson: product form at every node of a network with feedback', () => {
    const results = Array.from({ length: REPLICATIONS }, (_, replication) =>
      simulateNetwork({
        name: 'Jackson',
        replication,
        servers: [1, 1, 1],
        service: [exponential(1 / 2), exponential(1 / 1.2), exponential(1 / 0.8)],
        gap: exponential(1),
        next: (node, stream) => (node === 0 ? (stream.chance(0.6) ? 1 : 2) : node === 1 && stream.chance(0.1) ? 0 : -1),
        warmUp: 1000,
        duration: 20_000,
      }),
    );
    [1.06383, 0.638298, 0.425532].forEach((rate, node) => {
      expectMean(
        results.map((r) => r.rate[node]!),
        rate,
        0.005,
      );
      expectMean(
        results.map((r) => r.busy[node]!),
        0.531915,
        0.005,
      );
      expectMean(
        results.map((r) => r.at[node]!),
        1.136364,
      );
    });
    expectMean(
      results.map((r) => r.timeInNetwork),
      3.409091,
    );
  });

  it('closed network, demands 0.5, 0.4, 0.3 and 5 customers: mean value analysis', () => {
    const results = Array.from({ length: REPLICATIONS }, (_, replication) =>
      simulateNetwork({
        name: 'closed',
        replication,
        servers: [1, 1, 1],
        service: [exponential(0.5), exponential(0.4), exponential(0.3)],
        next: (node) => (node + 1) % 3,
        atStart: 5,
        warmUp: 200,
        duration: 10_000,
      }),
    );
    expectMean(
      results.map((r) => r.rate[0]!),
      1.716726,
    );
    [2.509465, 1.564361, 0.926174].forEach((length, node) =>
      expectMean(
        results.map((r) => r.at[node]!),
        length,
      ),
    );
  });

  it('machine repair: 10 machines, 2 repairers, birth–death solution', () => {
    const [machines, repairers, failureRate, repairRate] = [10, 2, 0.1, 0.5];
    const weights = [1];
    for (let down = 0; down < machines; down++) {
      weights.push((weights[down]! * (machines - down) * failureRate) / (Math.min(down + 1, repairers) * repairRate));
    }
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const meanDown = weights.reduce((total, weight, down) => total + (down * weight) / sum, 0);
    const meanBusy = weights.reduce((total, weight, down) => total + (Math.min(down, repairers) * weight) / sum, 0);
    const results = Array.from({ length: REPLICATIONS }, (_, replication) =>
      simulateNetwork({
        name: 'machine repair',
        replication,
        servers: [machines, repairers], // running is a station where every machine has a server of its own
        service: [exponential(1 / failureRate), exponential(1 / repairRate)],
        next: (node) => 1 - node,
        atStart: machines,
        warmUp: 500,
        duration: 20_000,
      }),
    );
    expectMean(
      results.map((r) => r.at[1]!),
      meanDown,
    );
    expectMean(
      results.map((r) => r.busy[1]!),
      meanBusy,
      0.01,
    );
    expectMean(
      results.map((r) => r.rate[1]!),
      failureRate * (machines - meanDown),
      0.01,
    );
  });
});

describe('confidence intervals', () => {
  it('of 1,000 independent 95 % intervals for W of M/M/1, 936 to 964 cover it', () => {
    // Each interval: 20 replications of 400 customers at ρ = 0.5, begun in the steady state (geometric number in system).
    const rho = 0.5;
    const t19 = 2.093024; // 0.975 quantile of Student's t with 19 degrees of freedom
    let covered = 0;
    for (let interval = 0; interval < 1000; interval++) {
      const { mean, error } = overReplications(20, (i) => {
        const replication = interval * 20 + i;
        const atStart = Math.floor(
          Math.log(1 - new RandomStreams('coverage', replication).once('at start').double()) / Math.log(rho),
        );
        return simulateStation({
          name: 'coverage',
          replication,
          servers: 1,
          gap: exponential(1 / rho),
          service: exponential(1),
          customers: 400,
          warmUp: 0,
          atStart,
        }).timeInSystem;
      });
      if (Math.abs(mean - 1 / (1 - rho)) <= t19 * error) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(936);
    expect(covered).toBeLessThanOrEqual(964);
  });
});

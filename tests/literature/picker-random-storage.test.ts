// Mean tour lengths with random storage in one block: the engine's routes against a reference table of 20,000 tours a cell,
// and against the exact sums for S-shape and return routing.
//
// Layout H (Henn & Wäscher): 10 aisles, 45 cells of 1 m, 1.5 m from a cross-aisle to the nearest cell, 5 m between aisles.
// Layout M (Muter & Öncan): 10 aisles, 10 cells of 1 m, 1 m, 2.4 m. n picks, each in any cell with equal chance, depot at
// the front of aisle 0.
//
// Exact S-shape: the last of k visited aisles is j with r of the n picks with probability
//   C(n, r) · A^-n · C(j, k - 1) · Surj(n - r, k - 1);
// the tour is 2 d j + k L (k even) or 2 d j + (k - 1) L + 2 (b + c · E[highest of r cells]) (k odd).
// Exact return: 2 d E[last aisle] + A · sum over r of Bin(n, 1/A)(r) · 2 (b + c · E[highest of r cells]).

import { describe, expect, it } from 'vitest';

import { RandomStream } from '../../packages/engine/src/base/random.ts';
import { largestGapWalk } from '../../packages/engine/src/picking/routing/largest-gap.ts';
import { midpointWalk } from '../../packages/engine/src/picking/routing/midpoint.ts';
import { optimalWalk } from '../../packages/engine/src/picking/routing/optimal.ts';
import {
  lengthRectangular_m,
  type RectangularAlgorithm,
  type RectangularInstance,
} from '../../packages/engine/src/picking/routing/rectangular.ts';
import { returnWalk } from '../../packages/engine/src/picking/routing/return.ts';
import { sShapeWalk } from '../../packages/engine/src/picking/routing/s-shape.ts';

interface Layout {
  readonly aisles: number;
  readonly cells: number;
  readonly entry_m: number;
  readonly pitch_m: number;
}

const H: Layout = { aisles: 10, cells: 45, entry_m: 1.5, pitch_m: 5 };
const M: Layout = { aisles: 10, cells: 10, entry_m: 1, pitch_m: 2.4 };

/** The tour that picks the given slots, slot = aisle · cells + cell. */
function tour({ aisles, cells, entry_m, pitch_m }: Layout, slots: readonly number[]): RectangularInstance {
  const depot = { aisle: 0, crossAisle: 0 };
  return {
    layout: { aisles_x_m: Array.from({ length: aisles }, (_, i) => i * pitch_m), crossAisles_y_m: [0, 2 * entry_m + cells - 1] },
    start: depot,
    end: depot,
    count: slots.length,
    aisle: slots.map((slot) => Math.floor(slot / cells)),
    block: slots.map(() => 0),
    offset_m: slots.map((slot) => entry_m + (slot % cells)),
  };
}

// ---- closed forms

function choose(n: number, k: number): number {
  let product = 1;
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i;
  return product;
}

/** Share of the k^n ways to put n picks into k aisles that leave none empty: Surj(n, k) / k^n by inclusion and exclusion. */
function shareOnto(n: number, k: number): number {
  if (k === 0) return n === 0 ? 1 : 0;
  let share = 0;
  for (let i = 0; i <= k; i++) share += (i % 2 === 0 ? 1 : -1) * choose(k, i) * ((k - i) / k) ** n;
  return share;
}

function expectedHighest(cells: number, draws: number): number {
  let sum = 0;
  for (let c = 1; c < cells; c++) sum += 1 - (c / cells) ** draws;
  return sum;
}

function exactSShape({ aisles, cells, entry_m, pitch_m }: Layout, n: number): number {
  const length_m = 2 * entry_m + cells - 1;
  let mean = 0;
  for (let j = 0; j < aisles; j++) {
    for (let r = 1; r <= n; r++) {
      for (let k = 1; k <= Math.min(j, n - r) + 1; k++) {
        const chance = choose(n, r) * choose(j, k - 1) * shareOnto(n - r, k - 1) * ((k - 1) / aisles) ** (n - r) * aisles ** -r;
        if (n - r > 0 && k === 1) continue;
        const walked = k % 2 === 0 ? k * length_m : (k - 1) * length_m + 2 * (entry_m + expectedHighest(cells, r));
        mean += chance * (2 * pitch_m * j + walked);
      }
    }
  }
  return mean;
}

function exactReturn({ aisles, cells, entry_m, pitch_m }: Layout, n: number): number {
  let lastAisle = aisles - 1;
  for (let i = 1; i < aisles; i++) lastAisle -= (i / aisles) ** n;
  let mean = 2 * pitch_m * lastAisle;
  for (let r = 1; r <= n; r++) {
    const chance = choose(n, r) * (1 / aisles) ** r * (1 - 1 / aisles) ** (n - r);
    mean += aisles * chance * 2 * (entry_m + expectedHighest(cells, r));
  }
  return mean;
}

// ---- simulation

function simulate(
  layout: Layout,
  algorithm: RectangularAlgorithm,
  n: number,
  tours: number,
): { mean: number; standardError: number } {
  const random = new RandomStream(`random-storage-${n}`);
  let sum = 0;
  let squares = 0;
  for (let t = 0; t < tours; t++) {
    const slots = Array.from({ length: n }, () => random.integer(layout.aisles * layout.cells));
    const length = lengthRectangular_m(algorithm, tour(layout, slots));
    sum += length;
    squares += length * length;
  }
  const mean = sum / tours;
  return { mean, standardError: Math.sqrt((squares / tours - mean * mean) / tours) };
}

/** Mean lengths: optimal, S-shape, largest gap, midpoint, return. The table's own 95 % limits are at most ±1.1 m. */
const TABLE: readonly [layout: string, n: number, ...means: number[]][] = [
  ['H', 5, 212.6, 272.1, 228.3, 229.3, 283.5],
  ['H', 10, 297.6, 394.8, 317.8, 324.0, 436.5],
  ['H', 20, 409.9, 508.9, 439.3, 460.3, 624.9],
  ['H', 30, 474.2, 546.3, 519.0, 554.7, 729.4],
  ['H', 75, 555.1, 559.9, 684.2, 749.7, 891.3],
  ['M', 5, 69.94, 82.87, 73.19, 73.44, 85.38],
  ['M', 15, 108.27, 130.42, 113.27, 116.46, 147.9],
  ['M', 20, 119.98, 140.8, 126.49, 131.42, 166.34],
  ['M', 45, 145.91, 152.71, 163.64, 175.23, 209.28],
];
const ALGORITHMS = [optimalWalk, sShapeWalk, largestGapWalk, midpointWalk, returnWalk];
const layoutOf = (name: string): Layout => (name === 'H' ? H : M);

describe('tours with random storage', () => {
  const TOURS = 4_000;

  it.each(TABLE)('layout %s, %i picks: the five mean lengths of the reference table', (name, n, ...means) => {
    const layout = layoutOf(name);
    ALGORITHMS.forEach((algorithm, column) => {
      const { mean, standardError } = simulate(layout, algorithm, n, TOURS);
      // The table has 20,000 tours: its own standard error is sqrt(5) times smaller, and it is rounded.
      const limit = 3.5 * standardError * Math.sqrt(1 + TOURS / 20_000) + 0.05;
      expect(Math.abs(mean - means[column]!), `${algorithm.id}: ${mean}`).toBeLessThan(limit);
    });
  });

  it.each([
    [
      H,
      [
        [2, 152.299],
        [5, 272.009],
        [10, 394.876],
        [15, 466.188],
        [20, 508.703],
        [30, 546.426],
        [45, 558.124],
      ],
    ],
    [
      M,
      [
        [2, 50.75],
        [5, 82.804],
        [10, 113.294],
        [15, 130.562],
        [20, 140.764],
        [30, 149.819],
        [45, 152.706],
      ],
    ],
  ] as const)('the exact S-shape sum gives the published values', (layout, values) => {
    for (const [n, length] of values) expect(Math.abs(exactSShape(layout, n) - length)).toBeLessThan(0.00051);
  });

  it('the exact return sum gives the published values', () => {
    for (const [n, length] of [
      [5, 283.263],
      [10, 436.662],
      [20, 624.487],
      [45, 815.457],
    ] as const) {
      expect(Math.abs(exactReturn(H, n) - length)).toBeLessThan(0.00051);
    }
  });

  it('the exact sums are the mean over every possible tour, to 1e-9', () => {
    const small: Layout = { aisles: 4, cells: 3, entry_m: 0.7, pitch_m: 2.3 };
    const slots = small.aisles * small.cells;
    for (const n of [1, 2, 3, 4]) {
      const sums = [0, 0];
      for (let code = 0; code < slots ** n; code++) {
        const drawn = Array.from({ length: n }, (_, p) => Math.floor(code / slots ** p) % slots);
        [sShapeWalk, returnWalk].forEach((algorithm, a) => (sums[a]! += lengthRectangular_m(algorithm, tour(small, drawn))));
      }
      expect(Math.abs(sums[0]! / slots ** n - exactSShape(small, n))).toBeLessThan(1e-9);
      expect(Math.abs(sums[1]! / slots ** n - exactReturn(small, n))).toBeLessThan(1e-9);
    }
  });

  it('simulated S-shape and return tours lie within the confidence limits of the exact sums', () => {
    for (const [layout, n] of [
      [H, 10],
      [H, 20],
      [M, 5],
      [M, 30],
    ] as const) {
      const sShape = simulate(layout, sShapeWalk, n, TOURS);
      const back = simulate(layout, returnWalk, n, TOURS);
      expect(Math.abs(sShape.mean - exactSShape(layout, n))).toBeLessThan(3.5 * sShape.standardError);
      expect(Math.abs(back.mean - exactReturn(layout, n))).toBeLessThan(3.5 * back.standardError);
    }
  });
});

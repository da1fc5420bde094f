// A batching view over orders at depths of one aisle: the tour of a batch is twice its greatest depth.

import type { BatchCapacity, BatchingView } from '../../../../packages/engine/src/picking/batching/policy.ts';

export interface TestOrder {
  readonly depth: number;
  readonly units?: number;
  readonly volume?: number;
  readonly weight?: number;
  readonly compartments?: number;
  readonly due?: number;
}

export interface CountingView extends BatchingView {
  /** Tours worked out so far. */
  tours: number;
}

export interface TestStaff {
  readonly now?: number;
  readonly pickers?: number;
  readonly effort?: number;
  readonly ticksPerMetre?: number;
  /** Ticks of work an order. */
  readonly work?: number;
}

const UNBOUND: BatchCapacity = {
  orders: Infinity,
  units: Infinity,
  volume_l: Infinity,
  weight_kg: Infinity,
  compartments: Infinity,
};

export function viewOf(orders: readonly TestOrder[], capacity: Partial<BatchCapacity>, staff: TestStaff = {}): CountingView {
  return {
    count: orders.length,
    capacity: { ...UNBOUND, ...capacity },
    now: staff.now ?? 0,
    pickers: staff.pickers ?? 1,
    effort: staff.effort ?? 500,
    units: (order) => orders[order]!.units ?? 1,
    volume_l: (order) => orders[order]!.volume ?? 1,
    weight_kg: (order) => orders[order]!.weight ?? 1,
    compartments: (order) => orders[order]!.compartments ?? 1,
    due: (order) => orders[order]!.due ?? 0,
    tours: 0,
    tourLength_m(list) {
      this.tours++;
      return 2 * Math.max(...list.map((order) => orders[order]!.depth));
    },
    workTicks: (list) => (staff.work ?? 0) * list.length,
    ticksPerMetre: staff.ticksPerMetre ?? 1,
  };
}

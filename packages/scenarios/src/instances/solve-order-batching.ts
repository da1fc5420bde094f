// A batching policy of the engine on an order-batching instance: its batches and their tours, checked, and what is proved.

import {
  BatchAnnealing,
  batchingPolicies,
  ExactBatching,
  RandomStream,
  viewProblem,
  type BatchingPolicy,
  type BatchingProblem,
  type BatchingView,
  type RectangularAlgorithm,
} from '@dongseon/engine';
import { orderBatchingFaults } from './order-batching-check.ts';
import { BatchTours } from './order-batching-tours.ts';
import { sizeOf, type OrderBatchingFile } from './order-batching.ts';

/** Instances have no due times, so that this policy has nothing to decide by. */
const NEEDS_DUE_TIMES = 'tardiness';

/** The policies that an instance can be solved by. */
export const ORDER_BATCHING_POLICIES: readonly BatchingPolicy[] = batchingPolicies.filter(({ id }) => id !== NEEDS_DUE_TIMES);

const ANNEALING = 'simulated-annealing';
const EXACT = 'exact';
/** Without a time limit: moves of the search for each order, batches that the proof may hold, and its pivots. */
const MOVES = 20_000;
const MOST_BATCHES = 2_000_000;
const MOST_PIVOTS = 100_000;
/** With a time limit: batches that memory holds, and the share of the time for the batches that the proof begins with. */
const MOST_BATCHES_IN_TIME = 20_000_000;
const SEARCH_SHARE = 0.1;
const SLICE = 2_000;

export interface OrderBatchingResult {
  readonly instance: string;
  readonly problem: 'order-batching';
  readonly policy: string;
  /** Total length of all tours. */
  readonly objective: number;
  readonly unit: 'm';
  readonly proved: boolean;
  readonly lowerBound: number;
  readonly feasible: boolean;
  /** Of the batching alone. */
  readonly time_s: number;
  readonly solution: {
    readonly routing: string;
    /** Order ids. */
    readonly batches: readonly (readonly string[])[];
    /** Length of each batch's tour, metres. */
    readonly tours: readonly number[];
  };
}

/** A result, and what the checker found: a fault is a defect of ours. */
export interface CheckedOrderBatching {
  readonly result: OrderBatchingResult;
  readonly faults: readonly string[];
}

interface Answer {
  readonly batches: readonly (readonly number[])[];
  readonly lowerBound_m: number;
  readonly proved: boolean;
}

/** Orders larger than the capacity, a sentence each: no batch takes them. */
export function oversizedOrders({ capacity, name, orders }: OrderBatchingFile): string[] {
  return orders.flatMap((order) => {
    const size = sizeOf(order, capacity.unit);
    if (size <= capacity.value + 1e-9) return [];
    return [`${name}: order ${order.id} takes ${size} ${capacity.unit}, and a batch ${capacity.value}`];
  });
}

/** One instance under one routing; policies are tried on it one after the other. */
export class OrderBatchingSolver {
  readonly file: OrderBatchingFile;
  private readonly routing: RectangularAlgorithm;
  private readonly tours: BatchTours;
  private readonly view: BatchingView;
  private readonly problem: BatchingProblem;
  private readonly seed: number;
  private readonly timeLimit_s: number | undefined;
  private bound_m: number | undefined;

  constructor(
    file: OrderBatchingFile,
    routing: RectangularAlgorithm,
    options: { readonly seed: number; readonly timeLimit_s?: number },
  ) {
    this.file = file;
    this.routing = routing;
    this.tours = new BatchTours(file, routing);
    this.view = viewOf(file, this.tours);
    const all = file.orders.map((_, order) => order);
    this.problem = { ...viewProblem(this.view, all), lengths: this.tours };
    this.seed = options.seed;
    this.timeLimit_s = options.timeLimit_s;
  }

  /** Why the routing cannot serve the instance; undefined where it can. */
  whyNot(): string | undefined {
    return this.tours.whyNot();
  }

  solve(policy: BatchingPolicy): CheckedOrderBatching {
    this.bound_m ??= this.tours.bound_m();
    const start = performance.now();
    const answer = this.batchesBy(policy, start);
    const time_s = (performance.now() - start) / 1000;
    const claimed = answer.batches.map((batch) => {
      const { sequence, path, length_m } = this.tours.route(batch);
      return { orders: batch.map((order) => this.file.orders[order]!.id), sequence, path, length_m };
    });
    const objective = claimed.reduce((sum, { length_m }) => sum + length_m, 0);
    const faults = orderBatchingFaults(this.file, claimed, objective);
    return {
      result: {
        instance: this.file.name,
        problem: 'order-batching',
        policy: policy.id,
        objective,
        unit: 'm',
        proved: answer.proved,
        lowerBound: answer.proved ? objective : Math.min(objective, Math.max(this.bound_m, answer.lowerBound_m)),
        feasible: faults.length === 0,
        time_s,
        solution: {
          routing: this.routing.id,
          batches: claimed.map(({ orders }) => orders),
          tours: claimed.map(({ length_m }) => length_m),
        },
      },
      faults,
    };
  }

  private batchesBy(policy: BatchingPolicy, start: number): Answer {
    const limit_s = this.timeLimit_s;
    const spent_s = (): number => (performance.now() - start) / 1000;
    if (policy.id === ANNEALING) return { batches: this.anneal(limit_s, spent_s), lowerBound_m: 0, proved: false };
    if (policy.id === EXACT) {
      const begin = this.anneal(limit_s === undefined ? undefined : SEARCH_SHARE * limit_s, spent_s);
      const proof = new ExactBatching(this.problem, begin, limit_s === undefined ? MOST_BATCHES : MOST_BATCHES_IN_TIME);
      return proof.run(() => (limit_s === undefined ? proof.pivots < MOST_PIVOTS : spent_s() < limit_s));
    }
    return { batches: policy.decide(this.view, this.random()), lowerBound_m: 0, proved: false };
  }

  private anneal(limit_s: number | undefined, spent_s: () => number): number[][] {
    const search = new BatchAnnealing(this.problem, this.random());
    const moves = MOVES * this.problem.count;
    for (let made = 0, progress = 0; progress < 1;) {
      search.advance(SLICE, progress);
      made += SLICE;
      progress = limit_s === undefined ? made / moves : spent_s() / limit_s;
    }
    return search.best();
  }

  private random(): RandomStream {
    return new RandomStream(`order-batching/${this.seed}`);
  }
}

/** What the policies see of an instance: nothing is due, and the capacity binds in its unit alone. */
function viewOf(file: OrderBatchingFile, tours: BatchTours): BatchingView {
  const { capacity, orders } = file;
  const sizes = orders.map((order) => sizeOf(order, capacity.unit));
  const limitOf = (unit: string): number => (capacity.unit === unit ? capacity.value : Infinity);
  return {
    count: orders.length,
    capacity: {
      ...{ orders: limitOf('orders'), units: limitOf('items'), weight_kg: limitOf('kg') },
      ...{ volume_l: Infinity, compartments: Infinity },
    },
    now: 0,
    pickers: 1,
    effort: Infinity,
    units: (order) => sizes[order]!,
    volume_l: () => 0,
    weight_kg: (order) => sizes[order]!,
    compartments: () => 1,
    due: () => 0,
    tourLength_m: (batch) => tours.length_m(Int32Array.from(batch), batch.length),
    workTicks: () => 0,
    ticksPerMetre: 1,
  };
}

// A storage policy of the engine on a slotting instance: its assignment, checked, and what it is worth.

import {
  RandomStreams,
  type RectangularAlgorithm,
  type StorageAssignmentPolicy,
  type StorageAssignmentView,
} from '@dongseon/engine';
import { assignmentFaults, tourFaults } from './slotting-check.ts';
import { slottingFigures, type Reference, type SlottingFigures } from './slotting-figures.ts';
import { TimedSearch, type SearchOptions, type SearchPoint } from './slotting-search.ts';
import { Tours } from './slotting-tours.ts';
import { meanTourBound_m, slottingView } from './slotting-view.ts';
import type { SlottingInstance, SlottingOrders } from './slotting.ts';

/** The policy that searches, and so can go on. */
const SEARCHING = 'optimised';
/** The policy that an instance without a present assignment is compared with, and how many of its draws are taken. */
const RANDOM = 'random';
const RANDOM_DRAWS = 30;
/** Objective and bound closer than this share are equal. */
const EQUAL = 1e-9;

export interface SlottingResult {
  readonly instance: string;
  readonly problem: 'slotting';
  readonly policy: string;
  /** Mean metres per order: of the orders for evaluation, of the history where there are none. */
  readonly objective: number;
  readonly unit: 'm';
  /** Whether the bound is reached: no assignment has a smaller objective. */
  readonly proved: boolean;
  /** No assignment has a smaller objective, whatever the routing. */
  readonly lowerBound: number;
  readonly feasible: boolean;
  /** Of the assignment alone. */
  readonly time_s: number;
  readonly solution: {
    readonly routing: string;
    readonly seed: number;
    /** Location id per SKU id. */
    readonly assignment: Readonly<Record<string, string>>;
    readonly figures: SlottingFigures;
    /** How the search went on, where it was given a time limit. */
    readonly search?: readonly SearchPoint[];
  };
}

/** A result, and what the checker found: a fault is a defect of ours. */
export interface CheckedSlotting {
  readonly result: SlottingResult;
  readonly faults: readonly string[];
}

/** Some SKUs are left without a location, though each of them fits some. */
export class NoAssignment extends Error {
  constructor(instance: SlottingInstance, policy: string, homeless: readonly string[]) {
    const shown = `${homeless.slice(0, 20).join(', ')}${homeless.length > 20 ? ', …' : ''}`;
    const count = homeless.length === 1 ? '1 SKU' : `${homeless.length} SKUs`;
    const cure = 'Others need the locations that fit: add locations of their kind.';
    super(`E8008 ${instance.name}: ${policy} leaves ${count} without a location: ${shown}. ${cure}`);
    this.name = 'NoAssignment';
  }
}

/** One instance under one routing policy; storage policies are tried on it one after the other. */
export class SlottingSolver {
  private readonly instance: SlottingInstance;
  private readonly routing: RectangularAlgorithm;
  private readonly seed: number;
  private readonly against: StorageAssignmentPolicy | undefined;
  private readonly tours: Tours;
  private readonly view: StorageAssignmentView;
  /** The orders that the objective is the mean of. */
  private readonly judged: SlottingOrders;
  private readonly lowerBound: number;
  private kept: Reference | undefined;

  /** @param against the policy to compare with; undefined: the present assignment, which the instance then has to have. */
  constructor(instance: SlottingInstance, routing: RectangularAlgorithm, seed: number, against?: StorageAssignmentPolicy) {
    this.instance = instance;
    this.routing = routing;
    this.seed = seed;
    this.against = against;
    this.judged = instance.evaluation ?? instance.history;
    this.tours = new Tours(instance, routing);
    this.view = slottingView(instance, this.tours);
    this.lowerBound = meanTourBound_m(this.view, this.judged);
  }

  /** Why a policy does not apply, in a sentence; undefined where it does. */
  whyNot(policy: StorageAssignmentPolicy): string | undefined {
    const support = policy.supports(this.view.model);
    return support.ok ? undefined : support.because;
  }

  /** Throws NoAssignment where an SKU is left over. @param options for the policy that searches; the others heed none. */
  solve(policy: StorageAssignmentPolicy, options?: SearchOptions): CheckedSlotting {
    const { instance, routing, seed, judged, tours } = this;
    const start = performance.now();
    let home = this.assign(policy, 0);
    let time_s = (performance.now() - start) / 1000;
    let search: SearchPoint[] | undefined;
    if (options !== undefined && policy.id === SEARCHING) {
      const objective = (found: Int32Array): number => mean(tours.orderLengths_m(judged, found));
      const timed = new TimedSearch(instance, this.view, routing, home, seed, objective);
      search = timed.run(time_s, options);
      home = timed.home;
      time_s = search.at(-1)!.time_s;
    }

    const evaluated_m = instance.evaluation && tours.orderLengths_m(instance.evaluation, home);
    const figures = slottingFigures(tours.orderLengths_m(instance.history, home), evaluated_m, (this.kept ??= this.reference()));
    const objective = (figures.outOfSample_m ?? figures.inSample_m).mean;
    const faults = [...assignmentFaults(instance, home), ...this.walkAgain(home)];
    const result: SlottingResult = {
      instance: instance.name,
      problem: 'slotting',
      policy: policy.id,
      objective,
      unit: 'm',
      proved: objective <= this.lowerBound * (1 + EQUAL),
      lowerBound: this.lowerBound,
      feasible: faults.length === 0,
      time_s,
      solution: {
        routing: routing.id,
        seed,
        assignment: Object.fromEntries(instance.skus.id.map((id, sku) => [id, instance.locations.id[home[sku]!]!])),
        figures,
        ...(search === undefined ? {} : { search }),
      },
    };
    return { result, faults };
  }

  private assign(policy: StorageAssignmentPolicy, draw: number): Int32Array {
    const home = policy.decide(this.view, new RandomStreams(this.seed, draw).get('policy/storage-assignment'));
    const homeless = this.instance.skus.id.filter((_, sku) => home[sku] === -1);
    if (homeless.length > 0) throw new NoAssignment(this.instance, policy.id, homeless);
    return home;
  }

  /** The tours of each order as SKUs live now, or by a policy: in the mean of several draws for random storage. */
  private reference(): Reference {
    const { instance, against, tours, judged } = this;
    if (against === undefined) return { of: 'present', lengths_m: tours.orderLengths_m(judged, instance.present!) };
    if (against.id !== RANDOM) return { of: against.id, lengths_m: tours.orderLengths_m(judged, this.assign(against, 0)) };
    const lengths_m = new Float64Array(judged.count);
    for (let draw = 1; draw <= RANDOM_DRAWS; draw++) {
      const drawn_m = tours.orderLengths_m(judged, this.assign(against, draw));
      drawn_m.forEach((length, order) => (lengths_m[order]! += length / RANDOM_DRAWS));
    }
    return { of: RANDOM, draws: RANDOM_DRAWS, lengths_m };
  }

  /** Has the checker walk every order's tour; what it finds, of the first order with a fault. */
  private walkAgain(home: Int32Array): string[] {
    const { firstLine, sku, count } = this.judged;
    const claimed_m = this.tours.orderLengths_m(this.judged, home);
    for (let order = 0; order < count; order++) {
      const locations = Array.from(sku.subarray(firstLine[order], firstLine[order + 1]), (one) => home[one]!);
      const { path } = this.tours.route(locations, locations.length);
      const faults = tourFaults(this.instance, { locations, path, length_m: claimed_m[order]! });
      if (faults.length > 0) return faults.map((fault) => `the tour of order ${order}: ${fault}`);
    }
    return [];
  }
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

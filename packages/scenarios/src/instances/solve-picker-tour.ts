// A routing policy of the engine on a picker-tour instance: its tour, checked, and how far it is from the shortest.

import {
  isProvable,
  MAX_PROVED_BLOCKS,
  optimalWalk,
  pickerTourInstance,
  provedTour,
  RandomStream,
  rectangularAlgorithms,
  routeRectangular,
  type ProvedRoute,
  type RectangularAlgorithm,
  type RectangularInstance,
} from '@dongseon/engine';
import { pickerTourFaults } from './picker-tour-check.ts';
import type { PickerTourFile } from './picker-tour.ts';

/** The policies, `optimal` first. */
export const PICKER_TOUR_POLICIES: readonly RectangularAlgorithm[] = [
  optimalWalk,
  ...rectangularAlgorithms.filter(({ id }) => id !== optimalWalk.id),
];

/** Runs the method of `optimal`, and cannot do without it. */
const COMPOSITE = 'composite';

export interface PickerTourResult {
  readonly instance: string;
  readonly problem: 'picker-tour';
  readonly policy: string;
  /** Length of the tour. */
  readonly objective: number;
  readonly unit: 'm';
  /** Whether the policy has proved its tour to be the shortest: `optimal` alone can. */
  readonly proved: boolean;
  /** No tour is shorter. */
  readonly lowerBound: number;
  readonly feasible: boolean;
  /** Of the tour alone. */
  readonly time_s: number;
  readonly solution: {
    /** Pick indices in visiting order. */
    readonly sequence: readonly number[];
    /** The points walked, [x, y] in metres. */
    readonly path: readonly (readonly [number, number])[];
  };
}

/** A result, and what the checker found: a fault is a defect of ours. */
export interface CheckedPickerTour {
  readonly result: PickerTourResult;
  readonly faults: readonly string[];
}

export interface PickerTourOptions {
  readonly seed: number;
  /** How long the search may go on where the shortest tour cannot be proved, seconds. */
  readonly timeLimit_s?: number;
}

/** One instance; policies are tried on it one after the other. */
export class PickerTourSolver {
  readonly file: PickerTourFile;
  private readonly options: PickerTourOptions;
  private readonly tour: RectangularInstance;
  private shortest: { readonly route: ProvedRoute; readonly time_s: number } | undefined;

  constructor(file: PickerTourFile, options: PickerTourOptions) {
    this.file = file;
    this.options = options;
    this.tour = pickerTourInstance(file);
  }

  /** Why a policy cannot route the instance, in a sentence; undefined where it can. */
  whyNot({ id }: RectangularAlgorithm): string | undefined {
    if (id !== COMPOSITE || isProvable(this.tour)) return undefined;
    return `it is practical as far as the exact method is, some ten aisles of ${MAX_PROVED_BLOCKS} blocks. Choose another --policy.`;
  }

  solve(policy: RectangularAlgorithm): CheckedPickerTour {
    const { route: shortest, time_s: shortestTime_s } = (this.shortest ??= this.findShortest());
    const isOptimal = policy.id === optimalWalk.id;
    const start = performance.now();
    const route = isOptimal ? shortest : routeRectangular(policy, this.tour);
    const time_s = isOptimal ? shortestTime_s : (performance.now() - start) / 1000;
    const { sequence, path, length_m } = route;
    const faults = pickerTourFaults(this.file, { sequence, path, length_m });
    return {
      result: {
        instance: this.file.name,
        problem: 'picker-tour',
        policy: policy.id,
        objective: length_m,
        unit: 'm',
        proved: isOptimal && shortest.proved,
        lowerBound: shortest.lowerBound_m,
        feasible: faults.length === 0,
        time_s,
        solution: { sequence, path },
      },
      faults,
    };
  }

  private findShortest(): { readonly route: ProvedRoute; readonly time_s: number } {
    const { seed, timeLimit_s } = this.options;
    const start = performance.now();
    const spent_s = (): number => (performance.now() - start) / 1000;
    const more = (): boolean => timeLimit_s !== undefined && spent_s() < timeLimit_s;
    const route = provedTour(this.tour, new RandomStream(`picker-tour/${seed}`), more);
    return { route, time_s: spent_s() };
  }
}

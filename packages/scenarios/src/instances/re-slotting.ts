// The moves worth making in a scenario's assignment, as it is at the start or after some days, within a budget of work.

import {
  locationLabel,
  planReSlotting,
  Run,
  TICKS_PER_DAY,
  unsupported,
  type Model,
  type ReSlotMove,
  type RunningAssignment,
} from '@dongseon/engine';
import { compile } from '../compile/compile.ts';
import { policyChoice } from '../compile/operations.ts';
import { PolicyUnsupported } from '../experiments/replicate.ts';
import type { LoadedScenario } from '../format/load.ts';
import { moveFaults } from './re-slotting-check.ts';

/** Hours of work, and days within which a move has to pay back. What is not given is the scenario's. */
export interface ReSlottingBudget {
  readonly people_h?: number;
  readonly truck_h?: number;
  readonly payBack_d?: number;
}

export interface ReSlottingOptions extends ReSlottingBudget {
  readonly seed: number;
  readonly mode: string;
  /** Days simulated before: the assignment of then, and what was learnt of the demand until then. */
  readonly days: number;
}

export interface PlannedMove {
  readonly sku: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  /** SKU that lives there and takes the place of the first. */
  readonly swapsWith?: string;
  readonly linesPerDay: number;
  /** Of a picker's walking. */
  readonly saving_sPerDay: number;
  readonly people_s: number;
  readonly truck_s: number;
  readonly payBack_d: number;
}

export interface ReSlottingResult {
  readonly instance: string;
  readonly problem: 're-slotting';
  readonly policy: 'best-pay-back';
  /** What all moves save of the pickers' walking: seconds a day. */
  readonly objective: number;
  readonly unit: 's/day';
  readonly proved: false;
  readonly feasible: boolean;
  readonly time_s: number;
  readonly solution: {
    readonly budget: Required<ReSlottingBudget>;
    readonly used: { readonly people_h: number; readonly truck_h: number };
    /** Best first. */
    readonly moves: readonly PlannedMove[];
  };
}

const SECONDS_PER_HOUR = 3600;

/** Throws PolicyUnsupported where a policy of the scenario cannot serve it. */
export function solveReSlotting(
  loaded: LoadedScenario,
  { seed, mode, days, ...asked }: ReSlottingOptions,
): ReSlottingResult & { readonly faults: readonly string[] } {
  const compiled = compile(loaded, { seed, mode, days: Math.max(1, days) });
  const choice = policyChoice(loaded.scenario, mode);
  const reasons = unsupported(compiled, choice);
  if (reasons.length > 0) throw new PolicyUnsupported(reasons);
  const run = new Run(compiled, choice, seed);
  if (days > 0) run.runUntil(days * TICKS_PER_DAY);

  const ownBudget = compiled.storage.reSlotting;
  const budget = {
    people_h: asked.people_h ?? ownBudget.people_h,
    truck_h: asked.truck_h ?? ownBudget.truck_h,
    payBack_d: asked.payBack_d ?? ownBudget.payBack_d,
  };
  const model: Model = { ...compiled, storage: { ...compiled.storage, reSlotting: { ...ownBudget, ...budget } } };
  const assignment = run.assignment();
  const start = performance.now();
  const moves = planReSlotting(model, assignment);
  const time_s = (performance.now() - start) / 1000;
  const faults = moveFaults(model, assignment, moves);
  const total = (key: 'saving_sPerDay' | 'people_s' | 'truck_s'): number => moves.reduce((sum, move) => sum + move[key], 0);
  return {
    instance: loaded.scenario.id,
    problem: 're-slotting',
    policy: 'best-pay-back',
    objective: total('saving_sPerDay'),
    unit: 's/day',
    proved: false,
    feasible: faults.length === 0,
    time_s,
    solution: {
      budget,
      used: { people_h: total('people_s') / SECONDS_PER_HOUR, truck_h: total('truck_s') / SECONDS_PER_HOUR },
      moves: moves.map((move) => plannedMove(model, assignment, move)),
    },
    faults,
  };
}

function plannedMove({ items, building, locations }: Model, { linesPerDay }: RunningAssignment, move: ReSlotMove): PlannedMove {
  const { item, from, to, other, saving_sPerDay, people_s, truck_s, payBack_d } = move;
  return {
    sku: items.code[item]!,
    name: items.name[item]!,
    from: locationLabel(building, locations, from),
    to: locationLabel(building, locations, to),
    ...(other < 0 ? {} : { swapsWith: items.code[other]! }),
    linesPerDay: linesPerDay[item]!,
    ...{ saving_sPerDay, people_s, truck_s, payBack_d },
  };
}

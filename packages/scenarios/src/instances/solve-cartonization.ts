// A packing policy of the engine on a cartonization instance: its cartons and places, checked, with a bound.

import { cartonizationPolicies } from '@dongseon/engine';
import { fillContainer } from './fill-container.ts';
import { packingFaults } from './cartonization-check.ts';
import { volumeOf, type CartonizationInstance, type Packing } from './cartonization.ts';
import { packOrder } from './pack-order.ts';

/** The policies of this command: the engine's for orders, and two that load a container. */
export const CARTONIZATION_POLICIES: readonly {
  readonly id: string;
  readonly kinds: readonly CartonizationInstance['kind'][];
}[] = [
  ...cartonizationPolicies.map(({ id }) => ({ id, kinds: ['order'] as const })),
  { id: 'greedy', kinds: ['container'] },
  { id: 'beam-search', kinds: ['container', 'order'] },
];

export interface CartonizationOptions {
  readonly seed: number;
  /** `beam-search` goes on for so many seconds; its own budget where nothing is said. */
  readonly timeLimit_s?: number;
}

/** What a policy found, before it is checked. */
export interface Packed {
  readonly packing: Packing;
  /** What it is judged by: the cost of the cartons, or the share of the container that is filled, percent. */
  readonly objective: number;
  /** The best that any packing can reach. */
  readonly bound: number;
  /** Cartons of a volume rule for which no places were found. */
  readonly unplaced: readonly string[];
}

export interface CartonizationResult {
  readonly instance: string;
  readonly problem: 'cartonization';
  readonly policy: string;
  /** Cost of the cartons (the smaller the better), or the share of the container that is filled (the larger the better). */
  readonly objective: number;
  readonly unit: 'cost' | '%';
  /** Whether the objective reaches the bound. */
  readonly proved: boolean;
  /** The best objective lies between these two. */
  readonly lowerBound: number;
  readonly upperBound: number;
  readonly feasible: boolean;
  readonly time_s: number;
  readonly solution: {
    readonly seed: number;
    readonly containers: readonly {
      readonly id: string;
      readonly fill: number;
      readonly load_kg: number;
      readonly items: number;
    }[];
    readonly placements: readonly {
      readonly item: string;
      /** Index into `containers`. */
      readonly container: number;
      readonly position: readonly [number, number, number];
      readonly orientation: readonly [number, number, number];
    }[];
    /** Ids of items that stay outside, and how many of each. */
    readonly left: Readonly<Record<string, number>>;
  };
}

/** A result, and what the checker found. A fault of a policy that gives places is a defect of ours. */
export interface CheckedCartonization {
  readonly result: CartonizationResult;
  readonly faults: readonly string[];
  /** Why the packing of a volume rule is not feasible. */
  readonly unplaced: readonly string[];
}

/** Share by which a bound may be missed and still be reached: rounding. */
const EQUAL = 1e-9;

/** Why a policy does not apply; undefined where it does. */
export function whyNotPacked(instance: CartonizationInstance, id: string): string | undefined {
  if (CARTONIZATION_POLICIES.find((policy) => policy.id === id)!.kinds.includes(instance.kind)) return undefined;
  return instance.kind === 'order'
    ? 'it fills one container, it does not choose cartons'
    : 'it chooses cartons, and here is one container';
}

export function solveCartonization(
  instance: CartonizationInstance,
  id: string,
  options: CartonizationOptions,
): CheckedCartonization {
  const start = performance.now();
  const { packing, objective, bound, unplaced } =
    instance.kind === 'order' ? packOrder(instance, id, options) : fillContainer(instance, id, options);
  const time_s = (performance.now() - start) / 1000;
  const faults = unplaced.length > 0 ? [] : packingFaults(instance, packing);
  const isOrder = instance.kind === 'order';
  const feasible = faults.length === 0 && unplaced.length === 0;
  return {
    result: {
      instance: instance.name,
      problem: 'cartonization',
      policy: id,
      objective,
      unit: isOrder ? 'cost' : '%',
      proved: feasible && Math.abs(objective - bound) <= EQUAL * Math.max(1, bound),
      lowerBound: isOrder ? bound : objective,
      upperBound: isOrder ? objective : bound,
      feasible,
      time_s,
      solution: { seed: options.seed, ...shown(instance, packing) },
    },
    faults,
    unplaced,
  };
}

function shown({ items, containers }: CartonizationInstance, packing: Packing): Omit<CartonizationResult['solution'], 'seed'> {
  const left: Record<string, number> = {};
  for (const item of packing.left) left[items[item]!.id] = (left[items[item]!.id] ?? 0) + 1;
  return {
    containers: packing.containers.map((type, container) => {
      const inside = packing.placements.filter((placement) => placement.container === container).map(({ item }) => items[item]!);
      const volume = inside.reduce((sum, { sides }) => sum + volumeOf(sides), 0);
      return {
        id: containers[type]!.id,
        fill: volume / volumeOf(containers[type]!.sides),
        load_kg: inside.reduce((sum, { weight_kg }) => sum + weight_kg, 0),
        items: inside.length,
      };
    }),
    placements: packing.placements.map(({ item, container, position, size }) => ({
      item: items[item]!.id,
      ...{ container, position, orientation: size },
    })),
    left,
  };
}

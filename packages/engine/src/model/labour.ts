// People and equipment: who can do what, when, and with which machine.

import type { Names } from './building.ts';

/** Every kind of task a person can be given. Index into this list. */
export const TASK_KINDS = [
  'unload',
  'inspect',
  'put-away',
  'pick',
  'pack',
  'load',
  'serve',
  'deliver',
  'replenish',
  're-slot',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];
export const UNLOAD = 0;
export const INSPECT = 1;
export const PUT_AWAY = 2;
export const PICK = 3;
export const PACK = 4;
export const LOAD = 5;
/** Serve members at the counter. */
export const SERVE = 6;
/** Drive a delivery tour. */
export const DELIVER = 7;
/** Bring goods from the reserve to their pick face. */
export const REPLENISH = 8;
/** Move the goods of an SKU to another home. */
export const RE_SLOT = 9;

export interface Shift {
  readonly id: string;
  /** Seconds after midnight; end may exceed 86,400 for a shift over midnight. */
  readonly start_s: number;
  readonly end_s: number;
  /** Breaks: from `at_s` (seconds after midnight) on, at the first moment the person is free, `length_s` long. */
  readonly breaks: readonly { readonly at_s: number; readonly length_s: number }[];
}

export interface Role {
  readonly id: string;
  readonly names: Names;
  /** Task kinds this role can do (indices into TASK_KINDS), preferred first. Empty: office work, never dispatched. */
  readonly skills: readonly number[];
  readonly wage_krwPerHour: number;
}

export interface Person {
  readonly id: string;
  readonly role: number;
  readonly shift: number;
  /** Walking speed with or without a cart, m/s. */
  readonly walk_mps: number;
}

export const EQUIPMENT_KINDS = ['reach-truck', 'counterbalance-truck', 'pallet-truck', 'pick-cart', 'shopping-cart'] as const;
export const REACH_TRUCK = 0;
export const COUNTERBALANCE_TRUCK = 1;
export const PALLET_TRUCK = 2;
export const PICK_CART = 3;
export const SHOPPING_CART = 4;

/** One machine or cart. */
export interface Equipment {
  readonly id: string;
  /** Index into EQUIPMENT_KINDS. */
  readonly kind: number;
  /** Travel speed, m/s. A person with a cart walks at the lower of both speeds. */
  readonly speed_mps: number;
  readonly lift_mps: number;
  /** Width across the way, with its load, metres. */
  readonly width_m: number;
  /** Mean operating hours between failures; Infinity: never fails. */
  readonly mtbf_h: number;
  /** Mean hours to repair. */
  readonly mttr_h: number;
  /** Home: index into network.places. */
  readonly place: number;
}

export interface Labour {
  readonly shifts: readonly Shift[];
  readonly roles: readonly Role[];
  readonly people: readonly Person[];
  readonly equipment: readonly Equipment[];
}

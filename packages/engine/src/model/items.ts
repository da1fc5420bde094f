// Items (SKUs), the tenants that own them and the cartons they are packed in.

import type { Names } from './building.ts';

/** Row per SKU. A unit is what is picked and sold: a piece or an inner pack. */
export interface Items {
  readonly count: number;
  /** SKU code as in the user's files. */
  readonly code: readonly string[];
  readonly name: readonly string[];
  /** Size of one unit, metres. */
  readonly length_m: Float32Array;
  readonly width_m: Float32Array;
  readonly height_m: Float32Array;
  readonly weight_kg: Float32Array;
  /** 1: has to stand as it is, its height upwards. */
  readonly upright: Uint8Array;
  /** 1: nothing may lie on it. */
  readonly fragile: Uint8Array;
  /** Index into TEMPERATURE_CLASSES. */
  readonly temperature: Uint8Array;
  /** Days from receipt to expiry; 0 = does not expire. */
  readonly shelfLife_d: Int32Array;
  readonly unitsPerCase: Int32Array;
  /** Index into `tenants`: who owns the stock. */
  readonly tenant: Int32Array;
  readonly price_krw: Float64Array;
  /** Keeping class: index into `storage.keeping.classes`. */
  readonly keeping: Uint16Array;
  /** Location given as its home by the scenario; -1: none. */
  readonly givenHome: Int32Array;
  /** Expected order lines a day: popularity, as a planner would know it from history. */
  readonly popularity: Float64Array;
  /** Expected units a day. */
  readonly demand: Float64Array;
}

export interface Tenant {
  readonly id: string;
  readonly names: Names;
  /** 'cooperative' trades in goods of its own; 'consignor' leaves goods in the DC to be sold for it. */
  readonly kind: 'cooperative' | 'consignor';
}

export interface Carton {
  readonly id: string;
  readonly length_m: number;
  readonly width_m: number;
  readonly height_m: number;
  readonly maxLoad_kg: number;
  readonly cost_krw: number;
}

/** Stock at tick 0. Row per lot. */
export interface InitialStock {
  readonly count: number;
  readonly item: Int32Array;
  readonly units: Int32Array;
  /** Ticks, may be negative (received before the run). */
  readonly received: Float64Array;
  /** Ticks; Infinity where it does not expire. */
  readonly expiry: Float64Array;
  /** Location, or -1: placed at the start by the storage assignment policy. */
  readonly location: Int32Array;
}

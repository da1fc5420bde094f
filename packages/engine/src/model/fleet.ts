// Delivery: stores on the map, vehicles, and the roads between them.

import type { Names } from './building.ts';

/** Row per store (a member that is delivered to). */
export interface Stores {
  readonly count: number;
  readonly code: readonly string[];
  /** The town it lies in. */
  readonly town: readonly Names[];
  /** East and north of the DC, kilometres (local tangent plane at the DC). */
  readonly east_km: Float64Array;
  readonly north_km: Float64Array;
  readonly lat: Float64Array;
  readonly lon: Float64Array;
}

export interface Vehicle {
  readonly id: string;
  readonly type: string;
  readonly capacity_kg: number;
  readonly capacity_l: number;
  readonly maxStops: number;
  /** 1 bit per temperature class it can carry (1 ambient, 2 chilled, 4 frozen). */
  readonly compartments: number;
  readonly energy: 'diesel' | 'electric';
  /** Range, kilometres. */
  readonly range_km: number;
  readonly cost_krwPerKm: number;
  readonly co2_kgPerKm: number;
  /** Person who drives it: index into labour.people; -1: nobody, so it stays where it is. */
  readonly driver: number;
}

export interface Roads {
  readonly dc: { readonly lat: number; readonly lon: number };
  /** Road distance = straight line × this. */
  readonly roadFactor: number;
  readonly speed_mps: number;
  readonly stop_s: number;
}

export interface Fleet {
  readonly stores: Stores;
  readonly vehicles: readonly Vehicle[];
  readonly roads: Roads;
}

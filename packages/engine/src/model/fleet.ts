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
  /** When goods are taken in or handed out, seconds after midnight. */
  readonly opens_s: Float64Array;
  readonly closes_s: Float64Array;
  /** Delivery zone: its town, numbered in the order in which the towns are named. What a driver has for his own. */
  readonly zone: Int32Array;
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
  /** Range with a full tank or battery, kilometres. */
  readonly range_km: number;
  /** Litres of fuel (diesel) or kilowatt-hours (electric) a kilometre. */
  readonly use_perKm: number;
  /** What the battery holds and the power it can be charged with (electric); 0: its charge is not modelled. */
  readonly battery_kWh: number;
  readonly charge_kW: number;
  /** From switching the cooling on until the load space is cold enough to be loaded, seconds; 0: no cooling. */
  readonly preCool_s: number;
  /** Lease and insurance, a day on which it is used. */
  readonly fixed_krwPerDay: number;
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
  /** Duration of a leg relative to `speed_mps` by the hour of the day, 24 values: 1.3 takes 30 % longer. */
  readonly hourFactor: Float64Array;
  /** Distances and durations that replace straight lines; undefined: none. */
  readonly matrix: RoadMatrix | undefined;
  /** Coefficient of variation of the duration of a leg about what is expected; 0: as expected. */
  readonly legCv: number;
  /** At a stop: mean and coefficient of variation. */
  readonly stop_s: number;
  readonly stopCv: number;
  /** Probability that nobody is at a stop to take the goods: they come back. */
  readonly absentProbability: number;
}

/** From place i to place j: [i * (stores + 1) + j]. Place 0 is the DC, place s + 1 is store s. */
export interface RoadMatrix {
  readonly distance_km: Float64Array;
  /** By period of the day, the first from midnight on, each `period_s` long; together they cover the day. */
  readonly durations_s: readonly Float64Array[];
  readonly period_s: number;
}

/** Something that holds a vehicle up. If it is not on the road then, it is held up where it stands. */
export interface Disruption {
  readonly vehicle: number;
  /** Tick at which it begins, and how many ticks it lasts. */
  readonly from: number;
  readonly length: number;
  /** The vehicle cannot be counted on: what it has not taken on board may go to others. */
  readonly breakdown: boolean;
}

/** Where batteries are charged, at the DC. */
export interface Charging {
  readonly chargers: number;
  readonly charger_kW: number;
  /** All chargers together draw no more than this. */
  readonly site_kW: number;
}

export const NO_CHARGING: Charging = { chargers: 0, charger_kW: 0, site_kW: 0 };

export interface Fleet {
  readonly stores: Stores;
  readonly vehicles: readonly Vehicle[];
  readonly roads: Roads;
  /** In order of time. */
  readonly disruptions: readonly Disruption[];
  readonly charging: Charging;
}

/** A vehicle's plain side: a tank that is always full, no cooling to wait for, nothing that costs by the day. */
export const PLAIN_VEHICLE = { use_perKm: 0, battery_kWh: 0, charge_kW: 0, preCool_s: 0, fixed_krwPerDay: 0 } as const;

/** Roads on which every leg takes what is expected, at any hour, and somebody is there. */
export const PLAIN_ROADS = {
  hourFactor: new Float64Array(24).fill(1),
  matrix: undefined,
  legCv: 0,
  stopCv: 0,
  absentProbability: 0,
} as const;

/** Stores that are always open, all in one zone. */
export function alwaysOpen(stores: number): Pick<Stores, 'opens_s' | 'closes_s' | 'zone'> {
  return {
    opens_s: new Float64Array(stores),
    closes_s: new Float64Array(stores).fill(86_400),
    zone: new Int32Array(stores),
  };
}

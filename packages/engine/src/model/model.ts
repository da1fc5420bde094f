// The model: what the DC is and what is asked of it. Frozen; the world (src/world) holds how it is now.

import type { Building, Locations, Names } from './building.ts';
import type { Delivery } from './delivery.ts';
import type { Demand, OrderHistory } from './demand.ts';
import type { Fleet } from './fleet.ts';
import type { Carton, InitialStock, Items, Tenant } from './items.ts';
import type { Labour } from './labour.ts';
import type { Network } from './network.ts';
import type { Packing } from './packing.ts';
import type { Picking } from './picking.ts';
import type { Racking, Storage } from './storage.ts';
import type { Traffic } from './traffic.ts';

/** A duration: mean and coefficient of variation of a gamma distribution (cv 0: constant). */
export interface DurationLaw {
  readonly mean_s: number;
  readonly cv: number;
}

/** Times and rates of the work; one set per operating mode (`paper`, `digital`). */
export interface Operations {
  /** Finding the place and the article, per line. */
  readonly search: DurationLaw;
  /** Taking goods out of a location: a line costs `extractLine` plus `extractUnit_s` a unit. */
  readonly extractLine: DurationLaw;
  readonly extractUnit_s: number;
  /** Extra for a line taken from a location that is not hand-pickable (a pallet is fetched down). */
  readonly reserveAccess_s: number;
  /** Preparing a pick tour (list or device, cart). */
  readonly tourSetup: DurationLaw;
  readonly wrongPickProbability: number;
  /** Putting one wrong pick right at the packing station. */
  readonly mispickCorrection_s: number;
  /** Batch capacity. */
  readonly batchOrders: number;
  readonly batchVolume_l: number;
  readonly batchWeight_kg: number;
  readonly packOrder: DurationLaw;
  readonly packLine_s: number;
  /** Loading one delivery vehicle. */
  readonly loadVehicle: DurationLaw;
  /** Loading may begin this long before departure. */
  readonly loadLead_s: number;
  readonly unloadPallet: DurationLaw;
  readonly inspectLine: DurationLaw;
  /** Dropping goods into a location. */
  readonly putAwayLine: DurationLaw;
  /** A member in the aisles, per line; paying at the counter. */
  readonly browseLine: DurationLaw;
  readonly payVisit: DurationLaw;
  readonly payLine_s: number;
  /** Returned empties on a vehicle's return. */
  readonly returnUnload_s: number;
  /** Driving speed of trucks in the yard, m/s. */
  readonly yard_mps: number;
}

export interface Model {
  readonly id: string;
  readonly names: Names;
  /** The layout is invented: every screen says "illustrative" (예시). */
  readonly illustrative: boolean;
  /** Attribution to be shown where the scenario's data ask for it. */
  readonly attribution: readonly string[];
  /** Operating mode: 'paper', 'digital', … */
  readonly mode: string;
  /** ISO date of day 0. */
  readonly startDate: string;
  readonly days: number;
  /** End of the run: days × 24 h, in ticks. */
  readonly horizon: number;
  readonly building: Building;
  readonly locations: Locations;
  readonly racking: Racking;
  readonly network: Network;
  readonly items: Items;
  readonly tenants: readonly Tenant[];
  readonly cartons: readonly Carton[];
  readonly initialStock: InitialStock;
  readonly storage: Storage;
  readonly traffic: Traffic;
  readonly picking: Picking;
  readonly packing: Packing;
  readonly delivery: Delivery;
  readonly history: OrderHistory;
  readonly demand: Demand;
  readonly labour: Labour;
  readonly fleet: Fleet;
  readonly operations: Operations;
}

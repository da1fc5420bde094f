// What every process is given: the frozen model, the world as it is, the simulation that drives it, the recorder that
// remembers it, the random streams, and the few services that stages offer each other without knowing each other.

import { gammaByMeanCv } from '../base/distributions.ts';
import type { RandomStream, RandomStreams } from '../base/random.ts';
import { secondsToTicks } from '../base/units.ts';
import { Tally } from '../kernel/statistics.ts';
import type { Simulation } from '../kernel/simulation.ts';
import type { DurationLaw, Model } from '../model/model.ts';
import type { AgentTable, TRUCK, VEHICLE } from '../trace/format.ts';
import type { Recorder } from '../trace/recorder.ts';
import type { OrderGroup } from './groups.ts';
import type { World } from './world.ts';

/** What stages do for each other; set by the stage that provides it, before the run begins. */
export interface Services {
  /** Reserves stock for an order line, lot by lot; the units it could not find are short. Provided by storage. */
  allocateLine(line: number): void;
  /** Reserves up to so many more units for a line, in locations that may be used; returns how many. Provided by storage. */
  reserveUnits(line: number, units: number, mayUse: (location: number) => boolean): number;
  /**
   * Puts the pick rows of a list (linked by `picks.next`, from `firstPick`) in the order of a good tour from place `start`
   * to place `end`; returns the new first row. Provided by picking.
   */
  routePicks(firstPick: number, start: number, end: number): number;
  /** Length of the tour from place `start` through the first `count` locations to place `end`, metres. Provided by picking. */
  tourLength_m(locations: ArrayLike<number>, count: number, start: number, end: number): number;
  /** A location has got its first goods, or the announcement of them; or it is empty again. Provided by storage. */
  locationTaken(location: number): void;
  locationFreed(location: number): void;
  /**
   * What asks for replenishment: an order has arrived; the stock of a wave is reserved; goods were put away; units were picked.
   * Provided by storage.
   */
  orderArrived(order: number): void;
  waveReserved(group: number): void;
  goodsStored(item: number, location: number): void;
  unitsTaken(item: number, location: number): void;
}

/** Tallies of durations, seconds. Saved with the run. */
export interface Tallies {
  readonly orderCycle: Tally;
  readonly dockToStock: Tally;
  readonly visit: Tally;
  readonly tour: Tally;
  /** From an order's being picked until a packer has a station for it. */
  readonly packingQueue: Tally;
}

export interface Context {
  readonly model: Model;
  readonly world: World;
  readonly sim: Simulation;
  readonly recorder: Recorder;
  readonly streams: RandomStreams;
  /** The waves: orders that are released and leave together. Operand of the events that concern a group. */
  readonly groups: readonly OrderGroup[];
  readonly services: Services;
  readonly tallies: Tallies;
  /** First agent number of inbound truck slots and of vehicles; persons begin at 0. */
  readonly firstTruckAgent: number;
  readonly firstVehicleAgent: number;
  /** Agent of a shopping cart, by equipment index. */
  readonly cartAgent: ReadonlyMap<number, number>;
}

/** The first agent of a kind. */
export function firstAgent(agents: AgentTable, kind: typeof TRUCK | typeof VEHICLE): number {
  const first = agents.kind.indexOf(kind);
  return first < 0 ? agents.count : first;
}

/** A drawn duration in ticks. */
export function drawTicks(law: DurationLaw, stream: RandomStream): number {
  return secondsToTicks(law.cv === 0 ? law.mean_s : gammaByMeanCv(stream, law.mean_s, law.cv));
}

// Slack induction by string removals (SISRs): simulated annealing in which each step ruins a region of the plan by taking strings
// out of neighbouring routes, and recreates it by greedy insertion with blinks. Before it, where vehicles come first, vehicles are
// taken away one by one.
//
// Source:     Christiaens & Vanden Berghe (2020), Transportation Science 54(2), 417-433: ruin section 5.1, recreate 5.2, fleet
//             minimisation 5.4.
// Applies to: whatever a kernel (kernel.ts) can represent.
// Cost:       one iteration O(requests removed × places looked at).
// Anytime:    `best` is a whole plan after every iteration. The annealing follows the progress it is told, so a caller with an
//             iteration budget gets the same plan on every machine.

import { log, pow } from '../../../base/transcendental.ts';
import type { RandomStream } from '../../../base/random.ts';
import { FastDraws, type Draws } from './draws.ts';
import { BEST, CURRENT, WORKING, type RouteKernel } from './kernel.ts';
import type { RoutePlan } from './problem.ts';
import { Ruin, type RuinSettings } from './ruin.ts';

export interface SearchSettings extends RuinSettings {
  /** Probability that a place is overlooked. */
  readonly blink: number;
  /** Probability that an iteration begins with an exchange of tails (for kernels that know one); undefined: 0. */
  readonly exchangeTails?: number;
  /** Temperatures at progress 0 and 1, in units of cost. */
  readonly startTemperature: number;
  readonly endTemperature: number;
  /** Share of the progress in which the number of vehicles is brought down; 0: vehicles do not come first. */
  readonly fleetShare: number;
  /** Cost of an absent request; Infinity: a plan with fewer absent ones is always better. */
  readonly unservedCost: number;
}

export class SisrsSearch {
  private readonly kernel: RouteKernel;
  private readonly settings: SearchSettings;
  private readonly random: Draws;
  private readonly ruin: Ruin;
  /** Requests absent from the working, the current and the best state. */
  private readonly absent: readonly Int32Array[];
  private readonly absentCount = [0, 0, 0];
  private readonly costOf = [Infinity, Infinity, Infinity];
  /** How often each request was absent while vehicles were taken away. */
  private readonly absences: Float64Array;
  private readonly keyWeights: Float64Array;
  private readonly sortKey: Float64Array;
  private reducing: boolean;
  /** Vehicles of the best state; compared only where they come first. */
  private bestVehicles = Infinity;
  /** Progress at which the annealing began. */
  private annealedFrom = 0;
  /** Cost of an absent request while annealing, where all have to be served. */
  private penalty: number;
  private progress = 0;
  /** Iterations done. */
  iterations = 0;

  /** @param start a plan to start from; without it every request is inserted in the order of its number. */
  constructor(kernel: RouteKernel, settings: SearchSettings, random: RandomStream, start?: RoutePlan) {
    this.kernel = kernel;
    this.settings = settings;
    this.penalty = settings.startTemperature;
    this.random = new FastDraws(random);
    this.ruin = new Ruin(kernel, settings);
    this.absent = [0, 1, 2].map(() => new Int32Array(kernel.requests));
    this.absences = new Float64Array(kernel.requests);
    this.sortKey = new Float64Array(kernel.requests);
    this.keyWeights = Float64Array.from(kernel.keys, ({ weight }) => weight);
    this.reducing = settings.fleetShare > 0;
    if (start !== undefined) kernel.load(start);
    let count = 0;
    for (let request = 0; request < kernel.requests; request++) {
      if (kernel.routeOf[request]! < 0) this.absent[WORKING]![count++] = request;
    }
    this.absentCount[WORKING] = count;
    this.recreate();
    this.costOf[WORKING] = this.total();
    this.keep(CURRENT);
    this.bestVehicles = kernel.vehicles();
    this.keep(BEST);
  }

  /** The best plan so far. */
  get best(): RoutePlan {
    return this.kernel.plan(BEST);
  }

  get bestCost(): number {
    return this.costOf[BEST]!;
  }

  get bestUnserved(): number {
    return this.absentCount[BEST]!;
  }

  /** Runs so many iterations, which are the stretch of the whole search from progress `from` to `to` (of 0 … 1). */
  run(iterations: number, from = 0, to = 1): void {
    const { settings } = this;
    for (let i = 0; i < iterations; i++) {
      this.progress = from + ((to - from) * i) / iterations;
      if (this.reducing && this.progress >= settings.fleetShare) this.stopReducing();
      this.step(this.temperature());
    }
  }

  private temperature(): number {
    const { startTemperature, endTemperature } = this.settings;
    if (this.reducing) return startTemperature;
    const share = (this.progress - this.annealedFrom) / (1 - this.annealedFrom);
    return startTemperature * pow(endTemperature / startTemperature, share);
  }

  private step(temperature: number): void {
    const { kernel, random } = this;
    this.iterations++;
    this.take(CURRENT);
    if (!this.reducing) this.exchangeTails(temperature);
    const seed = random.integer(kernel.requests);
    this.absentCount[WORKING] = this.ruin.ruin(seed, this.absent[WORKING]!, this.absentCount[WORKING]!, random);
    this.recreate();
    this.costOf[WORKING] = this.total();
    if (this.accepts(temperature)) this.keep(CURRENT);
    if (this.reducing) this.countAbsences();
    this.keepIfBest();
    this.adaptPenalty();
    if (this.reducing && this.absentCount[CURRENT] === 0) this.dropVehicle();
  }

  /** Looks only at exchanges that the temperature accepts. */
  private exchangeTails(temperature: number): void {
    const { kernel, settings, random } = this;
    if (kernel.exchangeTails === undefined || settings.exchangeTails === undefined) return;
    if (random.double() >= settings.exchangeTails) return;
    const request = random.integer(kernel.requests);
    if (!kernel.exchangeTails(request, -temperature * log(random.double()))) return this.take(CURRENT);
    this.costOf[WORKING] = this.total();
    this.keep(CURRENT);
    this.keepIfBest();
  }

  private accepts(temperature: number): boolean {
    const working = this.absentCount[WORKING]!;
    const current = this.absentCount[CURRENT]!;
    if (this.reducing) return working < current || this.sumAbsences(WORKING) < this.sumAbsences(CURRENT);
    const penalty = this.settings.unservedCost === Infinity ? this.penalty * (working - current) : 0;
    return this.costOf[WORKING]! + penalty < this.costOf[CURRENT]! - temperature * log(this.random.double());
  }

  /** The penalty of an absent request drifts so that a given share of the current states is whole. */
  private adaptPenalty(): void {
    this.penalty *= this.absentCount[CURRENT] === 0 ? 1 - PENALTY_STEP * PARTIAL_SHARE : 1 + PENALTY_STEP * (1 - PARTIAL_SHARE);
  }

  /** Fewer absent, then fewer vehicles where these come first, then less cost. */
  private keepIfBest(): void {
    const { unservedCost, fleetShare } = this.settings;
    const fewerAbsent = this.absentCount[BEST]! - this.absentCount[WORKING]!;
    if (unservedCost === Infinity && fewerAbsent < 0) return;
    const better = unservedCost === Infinity && fewerAbsent > 0;
    if (!better && fleetShare === 0 && !this.costsLess()) return;
    const vehicles = fleetShare > 0 ? this.kernel.vehicles() : 0;
    if (!better && (vehicles > this.bestVehicles || (vehicles === this.bestVehicles && !this.costsLess()))) return;
    this.bestVehicles = vehicles;
    this.keep(BEST);
  }

  private costsLess(): boolean {
    return this.costOf[WORKING]! < this.costOf[BEST]! * (1 - TOLERANCE);
  }

  private total(): number {
    const { unservedCost } = this.settings;
    const missing = unservedCost === Infinity ? 0 : unservedCost * this.absentCount[WORKING]!;
    return this.kernel.cost() + missing;
  }

  private sumAbsences(slot: number): number {
    let sum = 0;
    for (let i = 0; i < this.absentCount[slot]!; i++) sum += this.absences[this.absent[slot]![i]!]!;
    return sum;
  }

  private countAbsences(): void {
    for (let i = 0; i < this.absentCount[WORKING]!; i++) this.absences[this.absent[WORKING]![i]!]! += 1;
  }

  /** Every request of the current plan has its place: one vehicle less from now on. */
  private dropVehicle(): void {
    const { kernel } = this;
    this.take(CURRENT);
    if (kernel.vehicles() <= (kernel.leastVehicles ?? 1)) return this.stopReducing();
    kernel.limitVehicles(kernel.vehicles() - 1);
    kernel.dropVehicle(this.absences);
    let count = 0;
    for (let request = 0; request < kernel.requests; request++) {
      if (kernel.routeOf[request]! < 0) this.absent[WORKING]![count++] = request;
    }
    this.absentCount[WORKING] = count;
    this.costOf[WORKING] = this.total();
    this.keep(CURRENT);
  }

  /** Goes on with the best plan, with as many vehicles as it has. */
  private stopReducing(): void {
    this.reducing = false;
    this.annealedFrom = this.progress;
    this.take(BEST);
    this.kernel.limitVehicles(this.kernel.vehicles());
    this.keep(CURRENT);
  }

  /** Inserts the absent requests, in the order of a key drawn; those without a place stay absent. */
  private recreate(): void {
    const { kernel, random, settings } = this;
    const absent = this.absent[WORKING]!;
    const count = this.absentCount[WORKING]!;
    this.sort(absent, count);
    let left = 0;
    for (let i = 0; i < count; i++) {
      const request = absent[i]!;
      if (!kernel.insert(request, settings.blink, random)) absent[left++] = request;
    }
    this.absentCount[WORKING] = left;
    kernel.finish?.();
  }

  /** In random order with weight 4, or ascending by one of the kernel's keys; insertion sort: they are few. */
  private sort(absent: Int32Array, count: number): void {
    const { random, sortKey, kernel } = this;
    let sum = RANDOM_ORDER_WEIGHT;
    for (const weight of this.keyWeights) sum += weight;
    let drawn = random.double() * sum - RANDOM_ORDER_WEIGHT;
    let kind = 0;
    while (drawn >= 0 && kind < this.keyWeights.length) drawn -= this.keyWeights[kind++]!;
    const key = kind === 0 ? undefined : kernel.keys[kind - 1]!.of;
    for (let i = 0; i < count; i++) {
      const request = absent[i]!;
      sortKey[request] = key === undefined ? random.double() : key[request]!;
    }
    for (let i = 1; i < count; i++) {
      const request = absent[i]!;
      const value = sortKey[request]!;
      let j = i - 1;
      for (; j >= 0 && sortKey[absent[j]!]! > value; j--) absent[j + 1] = absent[j]!;
      absent[j + 1] = request;
    }
  }

  private keep(slot: typeof CURRENT | typeof BEST): void {
    this.transfer(WORKING, slot);
  }

  private take(slot: typeof CURRENT | typeof BEST): void {
    this.transfer(slot, WORKING);
  }

  private transfer(from: typeof WORKING | typeof CURRENT | typeof BEST, to: typeof WORKING | typeof CURRENT | typeof BEST): void {
    this.kernel.copy(from, to);
    const count = this.absentCount[from]!;
    for (let i = 0; i < count; i++) this.absent[to]![i] = this.absent[from]![i]!;
    this.absentCount[to] = count;
    this.costOf[to] = this.costOf[from]!;
  }
}

/** Costs closer than this share are equal: kernels may keep them by differences. */
const TOLERANCE = 1e-10;
/** How fast the penalty drifts: such a share of the current states lacks a request where that is hard to avoid. */
const PENALTY_STEP = 0.001;
const PARTIAL_SHARE = 0.3;
const RANDOM_ORDER_WEIGHT = 4;

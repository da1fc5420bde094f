// Queueing systems on the engine's own kernel, resources, streams, distributions and statistics. The model's time unit is 1e6 ticks.

import { RandomStreams } from '../../packages/engine/src/base/random.ts';
import type { RandomStream } from '../../packages/engine/src/base/random.ts';
import { Resource } from '../../packages/engine/src/kernel/resource.ts';
import { Priority, Simulation } from '../../packages/engine/src/kernel/simulation.ts';
import { Quantiles, Tally, TimeWeighted } from '../../packages/engine/src/kernel/statistics.ts';

export const UNIT = 1e6;
const ticks = (time: number): number => Math.round(time * UNIT);

const ARRIVE = 0;
const START = 1;
const DEPART = 2;

export type Draw = (stream: RandomStream) => number;

export interface StationOptions {
  readonly name: string;
  readonly replication: number;
  readonly servers: number;
  readonly gap: Draw;
  readonly service: Draw;
  readonly customers: number;
  /** Customers who come before anything is counted. */
  readonly warmUp: number;
  /** More customers than this in the system at once are turned away. */
  readonly room?: number;
  /** Customers found in the system at time 0. */
  readonly atStart?: number;
}

export interface StationResult {
  /** Mean wait in line, mean time in system, of those who came after the warm-up. */
  readonly wait: number;
  readonly timeInSystem: number;
  /** Share of those who had to wait; of those who were turned away. */
  readonly waited: number;
  readonly lost: number;
  /** Mean number in line, in system and in service over time, after the warm-up. */
  readonly inLine: number;
  readonly inSystem: number;
  readonly inService: number;
  readonly quantiles: Quantiles;
  /** Little's law from the first arrival to the last departure: area under the number in system, sum of times in system. */
  readonly area: number;
  readonly sumOfTimes: number;
}

/** GI/G/c with first come first served, and room for `room`. Runs until the last customer has left. */
export function simulateStation(options: StationOptions): StationResult {
  const { servers, gap, service, warmUp, room = Infinity, atStart = 0 } = options;
  const last = warmUp + options.customers;
  const streams = new RandomStreams(options.name, options.replication);
  const gaps = streams.get('gaps');
  const services = streams.get('services');
  const simulation = new Simulation();
  const station = new Resource(simulation, servers);
  const inSystem = new TimeWeighted();
  const whole = new TimeWeighted();
  const times = new Tally();
  const waits = new Tally();
  const quantiles = new Quantiles();
  const arrivedAt: number[] = [];
  const startedAt: number[] = [];
  let seen = 0;
  let arrived = 0;
  let lost = 0;
  let waited = 0;
  let sumOfTimes = 0;
  let averages = { inLine: 0, inSystem: 0, inService: 0 };

  const start = (customer: number): void => {
    startedAt[customer] = simulation.now;
    simulation.schedule(ticks(service(services)), DEPART, customer, 0, Priority.RELEASE);
  };
  const enter = (counted: boolean): void => {
    if (whole.level >= room) {
      if (counted) lost++;
      return;
    }
    const customer = arrived++;
    arrivedAt[customer] = simulation.now;
    inSystem.add(1, simulation.now);
    whole.add(1, simulation.now);
    if (station.request(1, START, customer, counted ? 1 : 0)) start(customer);
    else if (counted) waited++;
  };
  const countedFrom: number[] = [];
  simulation.on(ARRIVE, () => {
    if (seen === warmUp) {
      inSystem.reset(simulation.now);
      station.resetStatistics();
      countedFrom.push(arrived);
    }
    enter(++seen > warmUp);
    if (seen < last) {
      simulation.schedule(ticks(gap(gaps)), ARRIVE);
      return;
    }
    const { now } = simulation;
    averages = { inLine: station.waiting.meanAt(now), inSystem: inSystem.meanAt(now), inService: station.busy.meanAt(now) };
  });
  simulation.on(START, start);
  simulation.on(DEPART, (customer) => {
    station.release();
    inSystem.add(-1, simulation.now);
    whole.add(-1, simulation.now);
    const time = simulation.now - arrivedAt[customer]!;
    sumOfTimes += time;
    if (countedFrom.length === 0 || customer < countedFrom[0]!) return;
    times.add(time);
    quantiles.add(time);
    waits.add(startedAt[customer]! - arrivedAt[customer]!);
  });
  for (let i = 0; i < atStart; i++) enter(false);
  simulation.schedule(ticks(gap(gaps)), ARRIVE);
  simulation.runUntil(Infinity);
  return {
    wait: waits.mean / UNIT,
    timeInSystem: times.mean / UNIT,
    waited: waited / options.customers,
    lost: lost / options.customers,
    ...averages,
    quantiles,
    area: whole.areaAt(simulation.now),
    sumOfTimes,
  };
}

export interface NetworkOptions {
  readonly name: string;
  readonly replication: number;
  readonly servers: readonly number[];
  readonly service: readonly Draw[];
  /** Where a customer who leaves a node goes, drawn; −1 is out. */
  readonly next: (node: number, stream: RandomStream) => number;
  /** Time between arrivals from outside, to node 0; none in a closed network. */
  readonly gap?: Draw;
  /** Customers at node 0 at time 0. */
  readonly atStart?: number;
  readonly warmUp: number;
  readonly duration: number;
}

/** A network of stations: mean number at each node, departures per time at each node, mean time of a visit to the network. */
export function simulateNetwork(options: NetworkOptions): {
  at: number[];
  rate: number[];
  timeInNetwork: number;
  busy: number[];
} {
  const { servers, service, next, gap } = options;
  const streams = new RandomStreams(options.name, options.replication);
  const gaps = streams.get('gaps');
  const routes = streams.get('routes');
  const services = servers.map((_, node) => streams.get(`services/${node}`));
  const simulation = new Simulation();
  const nodes = servers.map((count) => new Resource(simulation, count));
  const at = servers.map(() => new TimeWeighted());
  const departures = servers.map(() => 0);
  const times = new Tally();
  const enteredAt: number[] = [];
  const arrive = (node: number, customer: number): void => {
    at[node]!.add(1, simulation.now);
    if (nodes[node]!.request(1, START, customer, node)) start(customer, node);
  };
  const start = (customer: number, node: number): void => {
    simulation.schedule(ticks(service[node]!(services[node]!)), DEPART, customer, node);
  };
  const enter = (): void => arrive(0, enteredAt.push(simulation.now) - 1);
  simulation.on(ARRIVE, () => {
    enter();
    if (gap !== undefined) simulation.schedule(ticks(gap(gaps)), ARRIVE);
  });
  simulation.on(START, start);
  simulation.on(DEPART, (customer, node) => {
    nodes[node]!.release();
    at[node]!.add(-1, simulation.now);
    departures[node]!++;
    const to = next(node, routes);
    if (to >= 0) arrive(to, customer);
    else if (enteredAt[customer]! >= options.warmUp * UNIT) times.add(simulation.now - enteredAt[customer]!);
  });
  for (let i = 0; i < (options.atStart ?? 0); i++) enter();
  if (gap !== undefined) simulation.schedule(ticks(gap(gaps)), ARRIVE);
  simulation.runUntil(options.warmUp * UNIT);
  for (const level of at) level.reset(simulation.now);
  for (const node of nodes) node.resetStatistics();
  departures.fill(0);
  simulation.runUntil((options.warmUp + options.duration) * UNIT);
  return {
    at: at.map((level) => level.meanAt(simulation.now)),
    busy: nodes.map((node) => node.busy.meanAt(simulation.now)),
    rate: departures.map((count) => count / options.duration),
    timeInNetwork: times.mean / UNIT,
  };
}

/** Mean over replications and its standard error. */
export function overReplications(count: number, measure: (replication: number) => number): { mean: number; error: number } {
  const tally = new Tally();
  for (let replication = 0; replication < count; replication++) tally.add(measure(replication));
  return { mean: tally.mean, error: tally.standardDeviation / Math.sqrt(count) };
}

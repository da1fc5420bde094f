// The workloads through the engine's own kernel. One time unit of the model is 1e6 ticks.

import { exponential } from '../../../packages/engine/src/base/distributions.ts';
import { RandomStreams } from '../../../packages/engine/src/base/random.ts';
import { TraceHash } from '../../../packages/engine/src/base/hash.ts';
import { EventCalendar } from '../../../packages/engine/src/kernel/calendar.ts';
import { Resource } from '../../../packages/engine/src/kernel/resource.ts';
import { Simulation } from '../../../packages/engine/src/kernel/simulation.ts';
import { Quantiles, Tally } from '../../../packages/engine/src/kernel/statistics.ts';
import type { Outcome } from './measure.ts';

const UNIT = 1e6;

/** M/M/1, two events a customer, the line of waiting customers as a ring of arrival ticks. */
export function mm1EventStyle(customers: number): Outcome {
  const ARRIVE = 0;
  const DEPART = 1;
  const streams = new RandomStreams('bench', 0);
  const gaps = streams.get('gaps');
  const services = streams.get('services');
  const simulation = new Simulation();
  const ring = new Float64Array(65536);
  let arrived = 0;
  let served = 0;
  let sum = 0;
  simulation.on(ARRIVE, () => {
    ring[arrived & 65535] = simulation.now;
    if (arrived++ === served) simulation.schedule(Math.round(exponential(services, UNIT)), DEPART);
    if (arrived < customers) simulation.schedule(Math.round(exponential(gaps, UNIT / 0.9)), ARRIVE);
  });
  simulation.on(DEPART, () => {
    sum += simulation.now - ring[served & 65535]!;
    if (++served < arrived) simulation.schedule(Math.round(exponential(services, UNIT)), DEPART);
  });
  simulation.schedule(Math.round(exponential(gaps, UNIT / 0.9)), ARRIVE);
  simulation.runUntil(Infinity);
  return { operations: simulation.executed, result: sum / customers / UNIT };
}

/** M/M/1 with an entity (a row) for each customer, who asks a resource, is served and leaves; everything measured. */
export function mm1Resource(customers: number, measured: boolean): Outcome {
  const ARRIVE = 0;
  const START = 1;
  const DEPART = 2;
  const streams = new RandomStreams('bench', 0);
  const gaps = streams.get('gaps');
  const services = streams.get('services');
  const simulation = new Simulation();
  const server = new Resource(simulation, 1, measured);
  const timesInSystem = new Tally();
  const quantiles = new Quantiles();
  const arrivedAt = new Float64Array(65536); // columns of the customers, by row
  const free: number[] = [];
  let rows = 0;
  let arrived = 0;
  const start = (customer: number): void => {
    simulation.schedule(Math.round(exponential(services, UNIT)), DEPART, customer);
  };
  simulation.on(ARRIVE, () => {
    const customer = free.length > 0 ? free.pop()! : rows++;
    arrivedAt[customer] = simulation.now;
    if (server.request(1, START, customer)) start(customer);
    if (++arrived < customers) simulation.schedule(Math.round(exponential(gaps, UNIT / 0.9)), ARRIVE);
  });
  simulation.on(START, start);
  simulation.on(DEPART, (customer) => {
    server.release(1);
    free.push(customer);
    const ticks = simulation.now - arrivedAt[customer]!;
    timesInSystem.add(ticks);
    if (measured) quantiles.add(ticks);
  });
  simulation.schedule(Math.round(exponential(gaps, UNIT / 0.9)), ARRIVE);
  simulation.runUntil(Infinity);
  return { operations: simulation.executed, result: timesInSystem.mean / UNIT };
}

/** `count` processes that each wait, again and again: `resumes` wake-ups in all. A process is a row with its count of turns. */
export function concurrentProcesses(count: number, resumes: number): Outcome {
  const RESUME = 0;
  const stream = new RandomStreams('bench', 0).get('delays');
  const simulation = new Simulation();
  const turns = new Int32Array(count);
  const stage = new Uint8Array(count);
  simulation.on(RESUME, (process) => {
    turns[process]!++;
    stage[process]! ^= 1;
    simulation.schedule(Math.round(stream.uniform(UNIT, 2 * UNIT)) << stage[process]!, RESUME, process);
    if (simulation.executed >= resumes) simulation.requestStop();
  });
  for (let process = 0; process < count; process++) simulation.schedule(Math.round(stream.uniform(0, UNIT)), RESUME, process);
  simulation.runUntil(Infinity);
  return { operations: resumes, result: simulation.hash.digest() };
}

/** What the hold model adds to the tick of the event it took: drawn before the clock is read. */
export function increments(ties: boolean): Float64Array {
  const stream = new RandomStreams('bench', 0).get('hold');
  return Float64Array.from({ length: 1 << 16 }, () =>
    ties ? UNIT * (1 + stream.integer(3)) : Math.round(exponential(stream, UNIT)),
  );
}

/** The hold model: take the next event, put another at its tick plus an increment; `pending` events all the time. */
export function hold(pending: number, operations: number, steps: Float64Array): Outcome {
  const calendar = new EventCalendar();
  const mask = steps.length - 1;
  for (let i = 0; i < pending; i++) calendar.push(steps[i & mask]!, 1, 0, i, 0);
  for (let i = 0; i < operations; i++) {
    calendar.pop();
    calendar.push(calendar.tick + steps[(i * 7) & mask]!, 1, 0, calendar.a, 0);
  }
  return { operations, result: calendar.tick };
}

/** Hold in which every event also sets a far timeout and cancels the one it set before. */
export function holdWithCancel(pending: number, operations: number, steps: Float64Array): Outcome {
  const calendar = new EventCalendar();
  const mask = steps.length - 1;
  const timeouts = new Float64Array(pending);
  for (let i = 0; i < pending; i++) calendar.push(steps[i & mask]!, 1, 0, i, 0);
  for (let i = 0; i < operations; i++) {
    calendar.pop();
    const { tick, a } = calendar;
    if (timeouts[a] !== 0) calendar.cancel(timeouts[a]!);
    calendar.push(tick + steps[(i * 7) & mask]!, 1, 0, a, 0);
    timeouts[a] = calendar.push(tick + 1e9, 1, 1, a, 0);
  }
  return { operations, result: calendar.size };
}

/** What the trace hash does for each event: three rounds. */
export function traceHash(events: number): Outcome {
  const hash = new TraceHash();
  for (let i = 0; i < events; i++) {
    const tick = i * 1e6;
    hash.mixWords(tick | 0, Math.floor(tick / 2 ** 32));
    hash.mixWords(i & 0xff, i);
    hash.mixWords(0, 0);
  }
  return { operations: events, result: hash.digest() };
}

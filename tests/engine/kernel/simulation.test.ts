import { describe, expect, it } from 'vitest';
import { RandomStreams } from '../../../packages/engine/src/base/random.ts';
import { Resource } from '../../../packages/engine/src/kernel/resource.ts';
import { Priority, Simulation } from '../../../packages/engine/src/kernel/simulation.ts';

const RING = 3;

describe('simulation', () => {
  it('rings the bells of the worked example at 5, 15 and 25', () => {
    const simulation = new Simulation();
    const rung: number[] = [];
    simulation.on(RING, (bell) => {
      rung.push(simulation.now);
      if (bell < 3) simulation.schedule(10, RING, bell + 1);
    });
    simulation.schedule(5, RING, 1);
    simulation.runUntil(100);
    expect(rung).toEqual([5, 15, 25]);
    expect([simulation.now, simulation.executed, simulation.pending]).toEqual([100, 3, 0]);
  });

  it('executes events of one tick by priority, then as they were scheduled, also those scheduled meanwhile', () => {
    const simulation = new Simulation();
    const order: string[] = [];
    simulation.on(0, (a) => {
      order.push(`normal ${a}`);
      if (a === 1) {
        simulation.schedule(0, 0, 3);
        simulation.schedule(0, 1, 2, 0, Priority.RELEASE);
      }
    });
    simulation.on(1, (a) => order.push(`release ${a}`));
    simulation.on(2, () => order.push('observe'));
    simulation.schedule(7, 2, 0, 0, Priority.OBSERVE);
    simulation.schedule(7, 0, 1);
    simulation.schedule(7, 0, 2);
    simulation.schedule(7, 1, 1, 0, Priority.RELEASE);
    simulation.runUntil(7);
    expect(order).toEqual(['release 1', 'normal 1', 'release 2', 'normal 2', 'normal 3', 'observe']);
  });

  it('runs up to and at a tick, and no further', () => {
    const simulation = new Simulation();
    simulation.on(RING, () => undefined);
    for (const tick of [10, 20, 21]) simulation.scheduleAt(tick, RING);
    simulation.runUntil(20);
    expect([simulation.executed, simulation.now, simulation.peekTick()]).toEqual([2, 20, 21]);
    simulation.runUntil(20);
    expect(simulation.executed).toBe(2);
    expect(() => simulation.runUntil(19)).toThrow('19');
  });

  it('steps by one event, shows the last one and what is to come', () => {
    const simulation = new Simulation();
    simulation.on(RING, () => undefined);
    expect(simulation.lastEvent).toBeUndefined();
    simulation.schedule(10, RING, 1, 2);
    simulation.schedule(10, RING, 3, 4, Priority.RELEASE);
    simulation.schedule(5, RING, 5);
    expect(simulation.upcoming(2)).toEqual([
      { tick: 5, priority: 1, sequence: 2, kind: RING, a: 5, b: 0 },
      { tick: 10, priority: 0, sequence: 1, kind: RING, a: 3, b: 4 },
    ]);
    expect(simulation.step()).toBe(true);
    expect([simulation.now, simulation.pending]).toEqual([5, 2]);
    simulation.step();
    expect(simulation.lastEvent).toEqual({ tick: 10, priority: 0, sequence: 1, kind: RING, a: 3, b: 4 });
    simulation.step();
    expect(simulation.step()).toBe(false);
  });

  it('stops after the event that asks for it, at its tick, and can go on', () => {
    const simulation = new Simulation();
    simulation.on(RING, (a) => a === 2 && simulation.requestStop());
    for (let i = 1; i <= 4; i++) simulation.scheduleAt(i * 10, RING, i);
    simulation.runUntil(1000);
    expect([simulation.now, simulation.executed]).toEqual([20, 2]);
    simulation.runUntil(1000);
    expect([simulation.now, simulation.executed]).toEqual([1000, 4]);
  });

  it('cancels what is pending, once', () => {
    const simulation = new Simulation();
    simulation.on(RING, () => {
      throw new Error('cancelled events are not executed');
    });
    const handle = simulation.schedule(1, RING);
    expect([simulation.cancel(handle), simulation.cancel(handle)]).toEqual([true, false]);
    simulation.runUntil(10);
    expect(simulation.executed).toBe(0);
  });

  it('throws for what only a programmer can get wrong', () => {
    const simulation = new Simulation();
    simulation.on(RING, () => simulation.runUntil(100));
    simulation.schedule(10, RING);
    expect(() => simulation.runUntil(10)).toThrow('a handler cannot run');
    expect(() => simulation.on(RING, () => undefined)).toThrow('has a handler already');
    expect(() => simulation.on(-1, () => undefined)).toThrow('-1');
    expect(() => simulation.schedule(-1, RING)).toThrow('9');
    expect(() => simulation.schedule(NaN, RING)).toThrow('NaN');
    expect(() => simulation.schedule(0.5, RING)).toThrow('10.5');
    expect(() => simulation.schedule(Infinity, RING)).toThrow('Infinity');
    expect(() => simulation.schedule(1, RING, 0.5)).toThrow('a 0.5');
    expect(() => simulation.schedule(1, RING, 0, 2 ** 31)).toThrow('int32');
    expect(() => simulation.schedule(1, 65_536)).toThrow('65536');
    expect(() => simulation.schedule(1, RING, 0, 0, 256)).toThrow('256');
    expect(() => simulation.runUntil(NaN)).toThrow('NaN');
    expect(simulation.pending).toBe(0);
    simulation.schedule(1, 99);
    expect(() => simulation.step()).toThrow('no handler');
    expect(simulation.step()).toBe(false); // not left in the middle of a run
  });

  it('hashes every field of every event', () => {
    const digest = (tick: number, kind: number, a: number, b: number, priority: number): string => {
      const simulation = new Simulation();
      for (const each of [0, 1]) simulation.on(each, () => undefined);
      simulation.scheduleAt(tick, kind, a, b, priority);
      simulation.runUntil(2 ** 40);
      return simulation.hash.digest();
    };
    const digests = [
      digest(1, 0, 0, 0, 1),
      digest(2, 0, 0, 0, 1),
      digest(1 + 2 ** 33, 0, 0, 0, 1),
      digest(1, 1, 0, 0, 1),
      digest(1, 0, 1, 0, 1),
      digest(1, 0, 0, 1, 1),
      digest(1, 0, 0, 0, 2),
    ];
    expect(new Set(digests).size).toBe(digests.length);
    expect(digest(1, 0, 0, 0, 1)).toBe(digests[0]);
  });
});

/** A small model with ties everywhere: jobs that ask for one of two resources, time out, are served, come again. */
function jobShop() {
  const ASK = 0;
  const SERVED = 1;
  const TIMEOUT = 2;
  const START = 3;
  const SHIFT = 4;
  const streams = new RandomStreams('shop', 0);
  const delays = streams.get('delays');
  const simulation = new Simulation();
  const machines = [new Resource(simulation, 3), new Resource(simulation, 2)] as const;
  const tickets = new Float64Array(50);
  const timeouts = new Float64Array(50);
  const start = (job: number): void => {
    simulation.cancel(timeouts[job]!);
    tickets[job] = 0;
    simulation.schedule(delays.integer(4), SERVED, job, 0, Priority.RELEASE);
  };
  simulation.on(ASK, (job) => {
    const machine = machines[job % 2]!;
    if (machine.request(1, START, job, 0, job % 3)) return start(job);
    tickets[job] = machine.lastTicket;
    timeouts[job] = simulation.schedule(3, TIMEOUT, job);
  });
  simulation.on(START, start);
  simulation.on(SERVED, (job) => {
    machines[job % 2]!.release();
    simulation.schedule(delays.integer(5), ASK, job);
  });
  simulation.on(TIMEOUT, (job) => {
    if (machines[job % 2]!.cancelRequest(tickets[job]!)) simulation.schedule(1 + delays.integer(3), ASK, job);
  });
  simulation.on(SHIFT, () => {
    machines[0].setCapacity(3 - machines[0].capacity);
    simulation.schedule(17, SHIFT);
  });
  for (let job = 0; job < 50; job++) simulation.schedule(job % 2, ASK, job);
  simulation.schedule(17, SHIFT);
  const save = () => ({
    simulation: simulation.save(),
    streams: streams.save(),
    machines: machines.map((machine) => machine.save()),
    tickets: tickets.slice(),
    timeouts: timeouts.slice(),
  });
  const restore = (saved: ReturnType<typeof save>): void => {
    simulation.restore(saved.simulation);
    streams.restore(saved.streams);
    machines.forEach((machine, i) => machine.restore(saved.machines[i]!));
    tickets.set(saved.tickets);
    timeouts.set(saved.timeouts);
  };
  return { simulation, save, restore };
}

describe('snapshots', () => {
  it('restored at 100 random instants, in a fresh model and in the same one, go on bit for bit', () => {
    const model = jobShop();
    const whole = jobShop();
    whole.simulation.runUntil(3000);
    const instants = new RandomStreams('instants', 0).get('instants');
    const steps = Array.from({ length: 100 }, () => 1 + instants.integer(Math.floor(whole.simulation.executed / 120)));
    for (const count of steps) {
      for (let i = 0; i < count; i++) model.simulation.step();
      const saved = structuredClone(model.save());
      const fresh = jobShop();
      fresh.restore(saved);
      expect(fresh.save()).toEqual(saved);
      for (let i = 0; i < 40; i++) fresh.simulation.step();
      for (let i = 0; i < 40; i++) model.simulation.step();
      expect(fresh.simulation.hash.digest()).toBe(model.simulation.hash.digest());
      expect(fresh.save()).toEqual(model.save());
      model.restore(saved); // back in time, in place
    }
    model.simulation.runUntil(3000);
    expect(model.save()).toEqual(whole.save());
    expect(model.simulation.hash.digest()).toBe(whole.simulation.hash.digest());
  });

  it('keep the order of ties', () => {
    const run = (saveAt: number): number[] => {
      const order: number[] = [];
      const build = (): Simulation => {
        const simulation = new Simulation();
        simulation.on(RING, (a) => order.push(a));
        return simulation;
      };
      let simulation = build();
      for (let i = 0; i < 200; i++) simulation.schedule(5, RING, i, 0, i % 3);
      for (let i = 0; i < saveAt; i++) simulation.step();
      const saved = structuredClone(simulation.save());
      simulation = build();
      simulation.restore(saved);
      for (let i = 200; i < 260; i++) simulation.schedule(5 - simulation.now, RING, i, 0, 2);
      simulation.runUntil(5);
      return order;
    };
    const expected = Array.from({ length: 260 }, (_, i) => i).sort(
      (p, q) => (p < 200 ? p % 3 : 2) - (q < 200 ? q % 3 : 2) || p - q,
    );
    for (const saveAt of [0, 1, 50, 133, 199]) expect(run(saveAt)).toEqual(expected);
  });
});

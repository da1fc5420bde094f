import { describe, expect, it } from 'vitest';
import { Resource } from '../../../packages/engine/src/kernel/resource.ts';
import { Simulation } from '../../../packages/engine/src/kernel/simulation.ts';

const GRANTED = 0;
const DO = 1;

/** A simulation that notes who was granted when, and a way to do things at ticks. */
function setUp(capacity: number) {
  const simulation = new Simulation();
  const resource = new Resource(simulation, capacity);
  const log: string[] = [];
  const deeds: (() => void)[] = [];
  simulation.on(GRANTED, (who) => log.push(`${who}@${simulation.now}`));
  simulation.on(DO, (deed) => deeds[deed]!());
  const at = (tick: number, deed: () => void): void => void simulation.scheduleAt(tick, DO, deeds.push(deed) - 1);
  const ask = (who: number, units = 1, priority = 1): boolean => {
    const granted = resource.request(units, GRANTED, who, 0, priority);
    if (granted) log.push(`${who} at once`);
    return granted;
  };
  return { simulation, resource, log, at, ask };
}

describe('resource', () => {
  it('follows the worked example over the end of a shift', () => {
    const { simulation, resource, log, at, ask } = setUp(1);
    at(0, () => ask(1));
    at(2, () => ask(2));
    at(3, () => resource.setCapacity(0));
    at(5, () => resource.release());
    at(8, () => resource.setCapacity(1));
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '2@8']);
    expect(resource.busy.meanAt(10)).toBe(0.7);
    expect(resource.waits.mean).toBe(3);
    expect(resource.waiting.areaAt(10)).toBe(6);
    expect(resource.utilisation()).toBe(7 / 5);
  });

  it('serves the line by priority, then first come first served', () => {
    const { simulation, resource, log, at, ask } = setUp(1);
    at(0, () => [ask(1), ask(2, 1, 2), ask(3, 1, 1), ask(4, 1, 2), ask(5, 1, 0)]);
    for (let tick = 1; tick <= 4; tick++) at(tick, () => resource.release());
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '5@1', '3@2', '2@3', '4@4']);
    expect(resource.queueLength).toBe(0);
  });

  it('lets nobody overtake one who waits for more than is free', () => {
    const { simulation, resource, log, at, ask } = setUp(3);
    at(0, () => [ask(1, 2), ask(2, 2), ask(3, 1)]);
    at(4, () => resource.release(2));
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '2@4', '3@4']);
    expect(resource.inUse).toBe(3);
  });

  it('takes units from the releaser for the one in line before anybody else can ask', () => {
    const { simulation, resource, log, at, ask } = setUp(1);
    at(0, () => [ask(1), ask(2)]);
    at(5, () => {
      resource.release();
      expect(ask(3)).toBe(false);
    });
    at(9, () => resource.release());
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '2@5', '3@9']);
  });

  it('a request that leaves the line lets those behind it pass', () => {
    const { simulation, resource, log, at, ask } = setUp(2);
    let ticket = 0;
    at(0, () => {
      ask(1);
      ask(2, 2);
      ticket = resource.lastTicket;
      ask(3);
    });
    at(3, () => expect(resource.cancelRequest(ticket)).toBe(true));
    at(4, () => expect(resource.cancelRequest(ticket)).toBe(false));
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '3@3']);
  });

  it('a more urgent request passes a big one that waits, if it fits', () => {
    const { simulation, log, at, ask } = setUp(2);
    at(0, () => [ask(1), ask(2, 2)]);
    at(1, () => expect(ask(3, 1, 0)).toBe(false)); // granted at the same tick, by its event
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '3@1']);
  });

  it('withdraws units only as they are released', () => {
    const { simulation, resource, log, at, ask } = setUp(3);
    at(0, () => [ask(1), ask(2), ask(3), ask(4)]);
    at(1, () => resource.setCapacity(1));
    at(2, () => expect(resource.inUse).toBe(3));
    at(3, () => resource.release());
    at(4, () => resource.release());
    at(5, () => resource.release());
    simulation.runUntil(10);
    expect(log).toEqual(['1 at once', '2 at once', '3 at once', '4@5']);
    expect(resource.available.areaAt(10)).toBe(3 + 9);
  });

  it('a larger capacity serves the line at once', () => {
    const { simulation, resource, log, at, ask } = setUp(0);
    at(0, () => [ask(1), ask(2), ask(3)]);
    at(6, () => resource.setCapacity(2));
    simulation.runUntil(10);
    expect(log).toEqual(['1@6', '2@6']);
    expect(resource.waits.count).toBe(2);
  });

  it('refuses impossible numbers', () => {
    const { resource, ask } = setUp(1);
    expect(() => resource.release()).toThrow('release 1 of 0');
    expect(() => ask(1, 0)).toThrow('request 0');
    expect(() => ask(1, 1.5)).toThrow('1.5');
    expect(() => resource.setCapacity(-1)).toThrow('-1');
    expect(() => resource.setCapacity(NaN)).toThrow('NaN');
  });

  it('forgets its statistics at the end of a warm-up, not its state', () => {
    const { simulation, resource, at, ask } = setUp(1);
    at(0, () => [ask(1), ask(2)]);
    at(5, () => resource.resetStatistics());
    at(8, () => resource.release());
    simulation.runUntil(10);
    expect(resource.busy.meanAt(10)).toBe(1);
    expect(resource.waiting.areaAt(10)).toBe(3);
    expect(resource.waits.mean).toBe(8);
  });
});

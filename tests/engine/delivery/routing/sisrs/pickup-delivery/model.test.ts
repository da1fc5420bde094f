import { describe, expect, it } from 'vitest';
import { PickupDeliveryKernel } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/kernel.ts';
import { pickupDeliveryObstacles } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/model.ts';
import { pickupDeliverySettings } from '../../../../../../packages/engine/src/delivery/routing/sisrs/pickup-delivery/settings.ts';
import { problemOf, VAN } from './problems.ts';

const PLACES = [
  { x: 0 },
  { x: 2, demand: [1], delivery: 2 },
  { x: 6, demand: [-1] },
  { x: 7, demand: [1], delivery: 4 },
  { x: 3, demand: [-1] },
];

describe('what the kernel of pairs cannot do', () => {
  it('is nothing in a plain problem', () => {
    expect(pickupDeliveryObstacles(problemOf(PLACES, [VAN]))).toEqual([]);
  });

  it('is told whole, and refused', () => {
    const battery = { capacity: 1, start: 1, usePerDistance: 1, chargeRate: 1 };
    const rich = { ...VAN, maxTrips: 2, breaks: [{ earliest: 0, latest: 1, length: 1 }], battery, costPerTime: 1, onBoard: [1] };
    const plain = problemOf([...PLACES, { x: 1, demand: [1] }], [rich]);
    const problem = {
      ...plain,
      node: { ...plain.node, release: Float64Array.of(0, 9, 0, 0, 0, 9) },
      travel: { ...plain.travel, durations: [plain.travel.distance, plain.travel.distance] },
      latenessCost: 1,
    };
    expect(pickupDeliveryObstacles(problem)).toEqual([
      'durations differ by period of the day',
      'stops may be served late',
      'vehicles make several trips',
      'vehicles have breaks',
      'vehicles have batteries',
      'time on the road costs',
      'vehicles are under way',
      'goods for stop 5 are released after the first departure',
    ]);
    expect(() => new PickupDeliveryKernel(problem, 'cost')).toThrow('time on the road costs; vehicles are under way');
  });

  it('is a release that no pair has, even of a stop that asks for nothing', () => {
    const plain = problemOf([...PLACES, { x: 1, demand: [0] }], [VAN]);
    const node = { ...plain.node, release: Float64Array.of(0, 0, 0, 0, 0, 9) };
    expect(pickupDeliveryObstacles({ ...plain, node })).toEqual(['goods for stop 5 are released after the first departure']);
    expect(pickupDeliveryObstacles({ ...plain, node: { ...node, anywhere: Uint8Array.of(0, 0, 0, 0, 0, 1) } })).toEqual([]);
  });

  it('are pairs that do not balance, chains, and two pickups for one delivery', () => {
    const wrong = (change: Record<number, object>): string[] =>
      pickupDeliveryObstacles(
        problemOf(
          PLACES.map((place, i) => ({ ...place, ...change[i] })),
          [VAN],
        ),
      );
    expect(wrong({ 2: { demand: [-2] } })).toEqual(['stop 2 does not take just what is picked up at stop 1']);
    expect(wrong({ 1: { demand: [-1] }, 2: { demand: [1] } })).toHaveLength(1);
    expect(wrong({ 1: { delivery: 3 } })).toEqual(['stop 3 does not take just what is picked up at stop 1']);
    expect(wrong({ 1: { delivery: 4 } })).toEqual(['stop 4 does not take just what is picked up at stop 3']);
    expect(wrong({ 1: { delivery: 9 }, 3: { delivery: 3 } })).toHaveLength(2);
  });
});

describe('settings of the search over pairs', () => {
  it('take temperatures from the distances and their price, and cut routes only where distance alone counts', () => {
    const problem = problemOf(PLACES, [VAN]);
    const dear = problemOf(PLACES, [{ ...VAN, costPerDistance: 10 }]);
    const settings = pickupDeliverySettings(problem, 'cost');
    expect(pickupDeliverySettings(dear, 'cost').startTemperature).toBeCloseTo(10 * settings.startTemperature, 9);
    expect(settings).toMatchObject({ fleetShare: 0, unservedCost: Infinity });
    expect(settings.cutRoute).toBeGreaterThan(0);
    const first = pickupDeliverySettings(problem, 'vehicles-first');
    expect(first.cutRoute).toBe(0);
    expect(first.fleetShare).toBeGreaterThan(0);
  });
});

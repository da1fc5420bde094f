import { describe, expect, it } from 'vitest';
import { packingFaults } from '../../../packages/scenarios/src/instances/cartonization-check.ts';
import type {
  CartonizationInstance,
  CartonizationItem,
  CartonizationPlacement,
  Packing,
} from '../../../packages/scenarios/src/instances/cartonization.ts';

function item(id: string, sides: [number, number, number], fields: Partial<CartonizationItem> = {}): CartonizationItem {
  return { ...{ id, sides, mayStand: [true, true, true], quantity: 1, weight_kg: 1, fragile: false, temperature: 0 }, ...fields };
}

function instance(items: CartonizationItem[], fields: Partial<CartonizationInstance> = {}): CartonizationInstance {
  const containers = [{ id: 'box', sides: [4, 2, 5] as const, maxLoad_kg: 10, cost: 1 }];
  return { ...{ name: 'i', kind: 'order', unit: 'cm', items, containers, looseAllowed: false }, ...fields };
}

function at(
  index: number,
  position: [number, number, number],
  size: [number, number, number],
  container = 0,
): CartonizationPlacement {
  return { item: index, container, position, size };
}

function packing(placements: CartonizationPlacement[], fields: Partial<Packing> = {}): Packing {
  return { containers: [0], placements, left: [], ...fields };
}

const two = [item('a', [2, 2, 1]), item('b', [2, 2, 1])];
const twoPlaced = [at(0, [0, 0, 0], [2, 2, 1]), at(1, [2, 0, 0], [2, 2, 1])];

describe('the checker of packings', () => {
  it('measures support: the worked example', () => {
    const bridge = instance([...two, item('c', [4, 2, 1])]);
    expect(packingFaults(bridge, packing([...twoPlaced, at(2, [0, 0, 1], [4, 2, 1])]))).toEqual([]);
    const overhang = instance([two[0]!, item('c', [4, 2, 1])]);
    const faults = packingFaults(overhang, packing([twoPlaced[0]!, at(1, [0, 0, 1], [4, 2, 1])]));
    expect(faults).toEqual(['c at 0, 0, 1 in box 0 is not fully supported']);
  });

  it.each<[string, CartonizationInstance, Packing, RegExp]>([
    ['overlap', instance(two), packing([twoPlaced[0]!, at(1, [1, 0, 0], [2, 2, 1])]), /overlap/],
    ['beyond the walls', instance(two), packing([twoPlaced[0]!, at(1, [3, 0, 0], [2, 2, 1])]), /reaches out/],
    ['floating', instance([two[0]!]), packing([at(0, [0, 0, 2], [2, 2, 1])]), /not fully supported/],
    ['other sizes', instance([two[0]!]), packing([at(0, [0, 0, 0], [2, 1, 1])]), /has not its sizes/],
    [
      'turned against its flag',
      instance([item('a', [2, 2, 1], { mayStand: [false, false, true] })]),
      packing([at(0, [0, 0, 0], [2, 1, 2])]),
      /turned as it may not be/,
    ],
    [
      'goods on fragile goods',
      instance([item('glass', [2, 2, 1], { fragile: true }), two[0]!]),
      packing([at(0, [0, 0, 0], [2, 2, 1]), at(1, [0, 0, 1], [2, 2, 1])]),
      /rests on fragile/,
    ],
    ['too heavy', instance([item('a', [2, 2, 1], { weight_kg: 11 })]), packing([at(0, [0, 0, 0], [2, 2, 1])]), /11 kg/],
    [
      'temperatures together',
      instance([two[0]!, item('ice', [2, 2, 1], { temperature: 2 })]),
      packing([twoPlaced[0]!, at(1, [2, 0, 0], [2, 2, 1])]),
      /several temperatures/,
    ],
    ['lost', instance(two), packing([twoPlaced[0]!]), /1 of b are to be packed; 0/],
    ['packed twice', instance([two[0]!]), packing([twoPlaced[0]!, at(0, [2, 0, 0], [2, 2, 1])]), /2 are accounted for/],
    ['left though it fits', instance([two[0]!]), packing([], { left: [0], containers: [] }), /stays loose/],
    ['in no container', instance([two[0]!]), packing([at(0, [0, 0, 0], [2, 2, 1], 3)]), /is not there/],
    ['two containers', instance([], { kind: 'container' }), packing([], { containers: [0, 0] }), /one container/],
    ['an unknown type', instance([]), packing([], { containers: [7] }), /no known type/],
    ['an unknown item', instance([]), packing([at(4, [0, 0, 0], [1, 1, 1])]), /not of this instance/],
  ])('finds what is wrong: %s', (_, one, found, message) => {
    expect(packingFaults(one, found).join('\n')).toMatch(message);
  });

  it('lets fragile lie on fragile, items in a container stay out, and sizes be up to 0.1 mm larger', () => {
    const glass = [item('glass', [2, 2, 1], { fragile: true, quantity: 2 })];
    expect(packingFaults(instance(glass), packing([at(0, [0, 0, 0], [2, 2, 1]), at(0, [0, 0, 1], [2, 2, 1])]))).toEqual([]);
    expect(packingFaults(instance(two, { kind: 'container' }), packing([twoPlaced[0]!], { left: [1] }))).toEqual([]);
    expect(packingFaults(instance([two[0]!]), packing([at(0, [0, 0, 0], [2.009, 2, 1])]))).toEqual([]);
    expect(packingFaults(instance([two[0]!]), packing([at(0, [0, 0, 0], [2.02, 2, 1])]))).not.toEqual([]);
  });
});

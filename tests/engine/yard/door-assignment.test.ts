import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../../packages/engine/src/base/random.ts';
import { firstFree } from '../../../packages/engine/src/yard/door-assignment/first-free.ts';
import { nearestStaging } from '../../../packages/engine/src/yard/door-assignment/nearest-staging.ts';
import type { DoorView } from '../../../packages/engine/src/yard/policy.ts';

const random = new RandomStream('door assignment does not draw');
const view = (freeDoors: readonly number[], work_m: readonly number[]): DoorView => ({
  kind: 0,
  freeDoors,
  workDistance_m: (door) => work_m[door]!,
});

describe('door assignment', () => {
  it('first free takes the lowest free door, wherever the work is', () => {
    expect(firstFree.decide(view([1, 2], [0, 50, 5]), random)).toBe(1);
  });

  it('nearest staging takes the free door with the least work distance, the first of equals', () => {
    expect(nearestStaging.decide(view([0, 1, 2], [31, 24, 24]), random)).toBe(1);
    expect(nearestStaging.decide(view([0, 2], [31, 24, 24]), random)).toBe(2);
  });

  it('nearest staging still takes a door where no distance is known', () => {
    expect(nearestStaging.decide(view([1, 2], [Infinity, Infinity, Infinity]), random)).toBe(1);
  });
});

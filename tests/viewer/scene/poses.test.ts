import { describe, expect, it } from 'vitest';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { EquipmentPlaces } from '../../../packages/viewer/src/scene/equipment-places.ts';
import { AgentPoses, HIDDEN, ON_ROAD, ON_SITE } from '../../../packages/viewer/src/scene/poses.ts';
import { makePlace, placeOf } from '../../../packages/viewer/src/scene/selection-place.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

/** A picker walks to a cart, goes with it and leaves it; a truck waits in the yard; a vehicle drives out. */
function recorded(): RunRecord {
  const record = new RunRecord(smallModel(), smallAgents);
  record.append(
    frame(
      0,
      0,
      100,
      [
        [0, 0, 10, 0, 5, 3, 5, 'walking'],
        [0, 10, 30, 3, 5, 13, 5, 'carrying'],
        [0, 30, 100, 13, 5, 13, 5, 'idle'],
        [1, 0, 100, 0, 0, 0, 0, 'absent'],
        [2, 0, 100, 2, -14, 2, -14, 'waiting-door'],
        [3, 0, 50, 15, -4, 15, -4, 'docked'],
        [3, 50, 100, 0, 0, 3, 4, 'driving'],
        [4, 0, 100, 0, 0, 0, 0, 'absent'],
      ],
      [
        [0, 'equipment-seized', 0, 0],
        [30, 'equipment-released', 0],
        [40, 'order-staged', 0, 1],
      ],
    ),
  );
  return record;
}

describe('the poses of a frame', () => {
  it('tell hall, yard and road apart, and the height of the ground', () => {
    const poses = new AgentPoses(recorded());
    expect(poses.update(60e6)).toBe(true);
    expect([...poses.where]).toEqual([ON_SITE, HIDDEN, ON_SITE, ON_ROAD, HIDDEN]);
    expect(poses.z[0]).toBe(0);
    expect(poses.z[2]).toBeCloseTo(-0.95, 5);
    expect(poses.update(60e6)).toBe(false);
  });

  it('keep a machine where it stands until its user has come, then with him, then where he left it', () => {
    const record = recorded();
    const poses = new AgentPoses(record);
    const places = new EquipmentPlaces(record);
    const at = (second: number): { x: number; held: number } => {
      poses.update(second * 1e6);
      places.update(second * 1e6, poses);
      return { x: places.x[0]!, held: places.held[0]! };
    };
    expect(at(5).held).toBe(0);
    expect(at(20)).toEqual({ x: 8, held: 1 });
    expect(at(60)).toMatchObject({ held: 0 });
    expect(Math.abs(at(60).x - 13)).toBeLessThan(1);
    expect(at(20)).toEqual({ x: 8, held: 1 });
  });

  it('say where a selection is, and that an absent one is nowhere', () => {
    const record = recorded();
    const poses = new AgentPoses(record);
    poses.update(60e6);
    const place = makePlace();
    expect(placeOf(record, poses, { kind: 'person', index: 0 }, 60e6, place)).toBe(true);
    expect([place.x, place.y]).toEqual([13, 5]);
    expect(placeOf(record, poses, { kind: 'person', index: 1 }, 60e6, place)).toBe(false);
    expect(placeOf(record, poses, { kind: 'vehicle', index: 0 }, 60e6, place)).toBe(false);
    expect(placeOf(record, poses, { kind: 'order', index: 0 }, 60e6, place)).toBe(true);
    expect([place.x, place.y]).toEqual([15, 2.5]);
    expect(placeOf(record, poses, { kind: 'order', index: 0 }, 30e6, place)).toBe(false);
    expect(placeOf(record, poses, { kind: 'location', index: 999 }, 0, place)).toBe(false);
  });
});

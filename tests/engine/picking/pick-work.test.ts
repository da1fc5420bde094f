import { describe, expect, it } from 'vitest';
import { PICK_CART, REACH_TRUCK } from '../../../packages/engine/src/model/labour.ts';
import { PLAIN_PICKING, type Picking } from '../../../packages/engine/src/model/picking.ts';
import { endTicks, expectedTicks, fixedTicks, reach_s, sortsAtPick } from '../../../packages/engine/src/picking/pick-work.ts';
import { tinyModel } from '../../fixtures/tiny-model.ts';

/** The tiny DC with location 0 out of reach, its floor 5 m up, and a reach truck as machine 1. */
function highSlot(picking: Partial<Picking> = {}) {
  const tiny = tinyModel();
  const { locations, labour } = tiny;
  return {
    ...tiny,
    locations: {
      ...locations,
      handPick: locations.handPick.map((value, location) => (location === 0 ? 0 : value)),
      z_m: locations.z_m.map((value, location) => (location === 0 ? 5.5 : value)),
    },
    labour: {
      ...labour,
      equipment: [labour.equipment[0]!, { ...labour.equipment[0]!, id: 'reach', kind: REACH_TRUCK, lift_mps: 0.5 }],
    },
    picking: { ...PLAIN_PICKING, ...picking },
  };
}

describe('the work at a pick', () => {
  it('takes as long as the worked example says', () => {
    const model = highSlot();
    expect(model.labour.equipment[0]!.kind).toBe(PICK_CART);
    expect(fixedTicks(model, 1, 0, 3, false)).toBe(26e6);
    expect(fixedTicks(model, 0, 0, 3, false)).toBe(36e6);
    expect(reach_s(model, -1, 0)).toBe(30);
    // Within reach a machine changes nothing.
    expect([reach_s(model, 1, 1), reach_s(model, 0, 1)]).toEqual([0, 0]);
    expect(expectedTicks(model, 1, 0, 3)).toBe((4 + 10 + 26) * 1e6);
  });

  it('has a bend or a stretch outside the golden zone', () => {
    const model = highSlot();
    const storage = { ...model.storage, goldenZone: { from_m: 0.6, to_m: 1.2, outside_s: 3 } };
    expect(reach_s({ ...model, storage }, 0, 2)).toBe(3); // centre at 0.5 m
    expect(reach_s({ ...model, storage: { ...storage, goldenZone: { from_m: 0, to_m: 1, outside_s: 3 } } }, 0, 2)).toBe(0);
  });

  it('has sorting at the pick, or after the tour, only where several orders are together', () => {
    const atPick = highSlot({ sortLine_s: 4, handOver_s: 5 });
    expect([sortsAtPick(atPick, 1), sortsAtPick(atPick, 2)]).toEqual([false, true]);
    expect(fixedTicks(atPick, 0, 1, 1, true)).toBe((2 + 4) * 1e6);
    expect(endTicks(atPick, 2, 7)).toBe(2 * 5e6);
    const after = highSlot({ sortLine_s: 4, handOver_s: 5, sorting: 'sort-after-pick' });
    expect([sortsAtPick(after, 2), endTicks(after, 1, 7), endTicks(after, 2, 7)]).toEqual([false, 5e6, (7 * 4 + 10) * 1e6]);
  });

  it('has the bringing of parts in parallel zones only', () => {
    expect(endTicks(highSlot({ consolidatePart_s: 20 }), 2, 3)).toBe(0);
    expect(endTicks(highSlot({ consolidatePart_s: 20, method: 'parallel-zones' }), 2, 3)).toBe(40e6);
  });
});

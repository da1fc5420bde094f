// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mount, type Mounted } from '../../../packages/viewer/src/app/mount.tsx';
import { clock } from '../../../packages/viewer/src/frames/clock.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { Inspector } from '../../../packages/viewer/src/panels/inspector/Inspector.tsx';
import { comingTo } from '../../../packages/viewer/src/panels/inspector/StoreViews.tsx';
import { RoadsPanel } from '../../../packages/viewer/src/panels/roads/RoadsPanel.tsx';
import { useRun } from '../../../packages/viewer/src/state/run.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

let mounted: Mounted | undefined;
const text = (): string => mounted!.element.textContent ?? '';
const all = (selector: string): HTMLElement[] => [...mounted!.element.querySelectorAll<HTMLElement>(selector)];

/** The only vehicle leaves at 10 min with two orders, is planned anew at 15 min, held at 16 min, and delivers the first at 20 min. */
function recorded(): RunRecord {
  const small = smallModel();
  const { orders } = small.demand;
  const model = { ...small, demand: { ...small.demand, orders: { ...orders, due: Float64Array.of(540e6, 540e6, Infinity) } } };
  const record = new RunRecord(model, smallAgents);
  record.append(
    frame(
      0,
      0,
      1800,
      [
        [3, 0, 600, 30, -10, 30, -10, 'parked'],
        [3, 600, 1200, 0, 0, 3, 4, 'driving'],
        [3, 1200, 1800, 3, 4, 3, 4, 'delivering'],
      ],
      [
        [300, 'tour-planned', 0, 0, 2],
        [300, 'tour-stop-planned', 0, 0, 0],
        [300, 'tour-stop-planned', 0, 1, 1],
        [600, 'vehicle-departed', 0, 0, -1],
        [600, 'stop-eta', 0, 0, 1200],
        [600, 'stop-eta', 0, 1, 1500],
        [900, 'tour-changed', 0, 0, 0],
        [900, 'tour-stop-planned', 0, 1, 0],
        [900, 'tour-stop-planned', 0, 0, 1],
        [900, 'stop-eta', 0, 0, 1200],
        [900, 'stop-eta', 0, 1, 1600],
        [960, 'vehicle-held', 0, 120, 0],
        [1080, 'vehicle-freed', 0],
        [1200, 'stop-begun', 0, 0, 0],
        [1260, 'order-delivered', 1, 0, 0],
      ],
    ),
  );
  return record;
}

beforeEach(() => {
  const record = recorded();
  useRun.setState(useRun.getInitialState());
  clock.follow(record, 1000e6);
  useRun.getState().open(record.model, smallAgents, record);
});
afterEach(async () => {
  await mounted?.unmount();
  mounted = undefined;
});

describe('the control room', () => {
  it('lists the stops of a vehicle in the order of the plan that holds, and marks what is chosen', async () => {
    mounted = await mount(RoadsPanel, {});
    expect(text()).toContain('Out now1 of 1');
    expect(text()).toContain('Stops done / left0 / 2');
    expect(text()).toContain('Held up –00:18');
    await mounted.act(() => all('.route-toggle')[0]!.click());
    const rows = (): string[] => all('.stop-row').map((row) => row.textContent ?? '');
    expect(rows()).toHaveLength(2);
    expect(rows()[0]).toMatch(/^1 .*00:20Next/);
    expect(rows()[1]).toMatch(/^2 .*00:26To do/);
    expect(text()).toContain('re-planned 00:15: delay');
    await mounted.act(() => all('.stop-row button')[0]!.click());
    expect(useRun.getState().selection).toEqual({ kind: 'order', index: 1 });
    expect(all('.stop-row button').map((row) => row.getAttribute('aria-current'))).toEqual(['true', 'false']);
    // Before the re-plan the other order is first.
    await mounted.act(() => clock.seek(700e6));
    expect(rows()[0]).toMatch(/^1 .*00:20Next/);
    expect(all('.stop-row button').map((row) => row.getAttribute('aria-current'))).toEqual(['false', 'true']);
    expect(text()).not.toContain('re-planned 00:15');
  });

  it('opens the route of what is chosen on the map', async () => {
    mounted = await mount(RoadsPanel, {});
    expect(all('.stop-row')).toHaveLength(0);
    await mounted.act(() => useRun.getState().select({ kind: 'store', index: 1 }));
    expect(all('.stop-row button').map((row) => row.getAttribute('aria-current'))).toEqual(['true', 'false']);
  });

  it('tells of a vehicle its next stop and its load, of a store what comes to it', async () => {
    const { record } = useRun.getState();
    useRun.getState().select({ kind: 'vehicle', index: 0 });
    mounted = await mount(Inspector, {});
    expect(text()).toMatch(/Next stop.*00:20/);
    expect(text()).toMatch(/On board.*2 orders/);
    await mounted.act(() => useRun.getState().select({ kind: 'store', index: 1 }));
    expect(text()).toMatch(/Takes goods inall day/);
    expect(text()).toMatch(/Place in the tour.*stop 1/);
    expect(comingTo(record!.model, 1, 1000e6)).toEqual([{ kind: 'order', index: 1 }]);
    expect(comingTo(record!.model, 1, 1000e6 + 86_400e6)).toEqual([]);
  });
});

// @vitest-environment happy-dom

import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainPolicies, policies } from '../../../packages/engine/src/policies.ts';
import type { PackedCarton, PreviewPick, TourPreviewResult } from '../../../packages/engine/src/protocol/messages.ts';
import { mount, type Mounted } from '../../../packages/viewer/src/app/mount.tsx';
import { clock } from '../../../packages/viewer/src/frames/clock.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { OrderView } from '../../../packages/viewer/src/panels/inspector/OrderView.tsx';
import { PersonView } from '../../../packages/viewer/src/panels/inspector/PersonView.tsx';
import { usualRoutings } from '../../../packages/viewer/src/panels/picking/CompareTab.tsx';
import { PickingPanel } from '../../../packages/viewer/src/panels/picking/PickingPanel.tsx';
import { differenceText } from '../../../packages/viewer/src/panels/picking/RouteFigures.tsx';
import type { Catalogue } from '../../../packages/viewer/src/state/catalogue.ts';
import { useRoutes } from '../../../packages/viewer/src/state/routes.ts';
import { useRun } from '../../../packages/viewer/src/state/run.ts';
import { useSession } from '../../../packages/viewer/src/state/session.ts';
import { frame } from '../fixtures/frames.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

/** 100 m by S-shape, 80 m and proved by optimal; midpoint is refused. */
function answer(order: number, routing: string, picks: readonly PreviewPick[] = []): TourPreviewResult {
  if (routing === 'midpoint') return { supported: false, routing, because: 'the aisles are one-way' };
  const length_m = routing === 'optimal' ? 80 : 100;
  const stops = picks.map((pick, i) => ({ place: i % 2, at_m: 10 * (i + 1), picks: [pick] }));
  return {
    supported: true,
    order,
    routing,
    source: 'given',
    stops: routing === 'optimal' ? stops.reverse() : stops,
    path: [2, 5, 2, 9, 6, 9, 6, 5],
    length_m,
    lowerBound_m: routing === 'optimal' ? 80 : undefined,
    proved: routing === 'optimal' ? true : undefined,
    walk_s: length_m,
    search_s: 60,
    extract_s: 120,
    setUp_s: 30,
    handOver_s: 30,
    total_s: 240 + length_m,
    unplaced: [],
  };
}
const asked = vi.hoisted(() => ({ tours: [] as unknown[][], goods: [] as unknown[] }));
vi.mock('../../../packages/viewer/src/app/conduct.ts', () => ({
  seek: (tick: number) => clock.seek(tick),
  tourPreview: async (order: number, routing: string, picks?: PreviewPick[]) => {
    asked.tours.push([order, routing, picks]);
    return answer(order, routing, picks);
  },
  packingPreview: async (goods: { line: number; units: number }[]): Promise<PackedCarton[]> => {
    asked.goods.push(goods);
    const at = { line: 0, y_m: 0, z_m: 0, alongX_m: 0.1, alongY_m: 0.2, alongZ_m: 0.3 };
    return [
      {
        carton: 0,
        contents: [[0, 2]],
        placements: [
          { ...at, x_m: 0 },
          { ...at, x_m: 0.1 },
        ],
      },
    ];
  },
}));

const model = {
  ...smallModel(),
  cartons: [{ id: 'box-1', length_m: 0.4, width_m: 0.3, height_m: 0.3, maxLoad_kg: 20, cost_krw: 500 }],
};

function recorded(): RunRecord {
  const record = new RunRecord(model, smallAgents);
  const state = (from: number, to: number, name: 'carrying' | 'picking' | 'waiting-aisle' | 'idle') => {
    const moves = name === 'carrying' ? 40 : 0;
    return [0, from, to, 1, 5, 1 + moves, 5, name] as const;
  };
  record.append(
    frame(
      0,
      0,
      1800,
      [
        state(0, 300, 'idle'),
        state(300, 400, 'carrying'),
        state(400, 520, 'waiting-aisle'),
        state(520, 700, 'picking'),
        state(700, 1800, 'idle'),
      ],
      [
        [10, 'order-arrived', 0],
        [100, 'order-released', 0],
        [300, 'task-started', 0, 3, 0],
        [300, 'pick-tour-order', 0, 0, -1],
        [600, 'line-picked', 0, 3, 2],
        [600, 'wrong-pick', 0, 0, 250],
        [650, 'short-pick', 1, 4, 1],
        [650, 'line-short', 1, 1],
        [700, 'order-picked', 0, 0],
        [700, 'task-finished', 0, 3, 0],
        [900, 'wrong-pick-found', 0, 0, 1],
        [900, 'carton-opened', 0, 0, 250],
        [900, 'carton-packed', 0, 0, 8000],
        [900, 'order-packed', 0, 0, 1],
      ],
      {},
      true,
    ),
  );
  return record;
}

let mounted: Mounted | undefined;
const text = (): string => mounted!.element.textContent ?? '';
const button = (name: RegExp): HTMLButtonElement => {
  const found = [...mounted!.element.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
  if (found === undefined) throw new Error(`there is no button ${name} in: ${text()}`);
  return found;
};
const settled = (): Promise<void> => mounted!.act(() => new Promise<void>((resolve) => void setTimeout(resolve, 30)));

/** Waits for a part that comes as a script of its own. */
const comes = (what: RegExp): Promise<void> =>
  vi.waitFor(
    async () => {
      await settled();
      expect(text()).toMatch(what);
    },
    { timeout: 5000 },
  );

// A script of its own in the page: read before it is waited for.
beforeAll(() => import('../../../packages/viewer/src/panels/inspector/packing/OrderPacking.tsx'));

let record: RunRecord;
beforeEach(() => {
  record = recorded();
  asked.tours.length = asked.goods.length = 0;
  useRun.setState(useRun.getInitialState());
  useRoutes.setState(useRoutes.getInitialState());
  const catalogue = {
    policies,
    refusal: (_model: unknown, _decision: string, id: string) => (id === 'composite' ? 'no' : undefined),
  };
  useSession.setState({
    ...useSession.getInitialState(),
    catalogue: catalogue as unknown as Catalogue,
    choices: { scenario: 'small-dc', mode: 'paper', seed: 1, days: 1, policies: { ...plainPolicies, routing: 's-shape' } },
    phase: 'done',
  });
  clock.follow(record, 1800e6);
  useRun.getState().open(model, smallAgents, record);
});
afterEach(async () => {
  await mounted?.unmount();
  mounted = undefined;
});

describe('the routes of one order', () => {
  it('are both shown with metres, minutes, proof and difference, and drawn in the twin', async () => {
    mounted = await mount(PickingPanel, {});
    await settled();
    expect(asked.tours).toEqual([
      [0, 's-shape', [{ line: 0, location: 3, units: 2 }]],
      [0, 'optimal', [{ line: 0, location: 3, units: 2 }]],
    ]);
    expect(text()).toMatch(/B Optimal: 20 m \(20%\) and 0\.33 min shorter/);
    const rows = [...mounted.element.querySelectorAll('.route-figures tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['Distance m', '100', '80', '−20'],
      ['Walking min', '1.67', '1.33', '−0.33'],
      ['Search min', '1', '1', '±0'],
      ['Extraction min', '2', '2', '±0'],
      ['Set-up, handover min', '1', '1', '±0'],
      ['Total min', '5.67', '5.33', '−0.33'],
      ['Proof', 'none', 'optimal', ''],
    ]);
    expect(mounted.element.querySelectorAll('svg[role=img] polyline.plan-way')).toHaveLength(2);
    expect(useRoutes.getState().drawn.map((route) => route?.length_m)).toEqual([100, 80]);
    await mounted.act(() => mounted!.element.querySelector<HTMLButtonElement>('.switch')!.click());
    expect(useRoutes.getState().drawn).toEqual([]);
  });

  it('say why a policy does not apply, and offer none that the building refuses', async () => {
    mounted = await mount(PickingPanel, {});
    const [a] = mounted.element.querySelectorAll('select');
    expect([...a!.options].filter((option) => option.disabled).map((option) => option.value)).toEqual(['composite']);
    await mounted.act(() => {
      a!.value = 'midpoint';
      a!.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settled();
    expect(text()).toContain('the aisles are one-way');
    expect(mounted.element.querySelectorAll('polyline.plan-way')).toHaveLength(1);
  });

  it('are of any order that is chosen from the list', async () => {
    mounted = await mount(PickingPanel, {});
    await mounted.act(() => button(/Other order/).click());
    expect(
      [...mounted.element.querySelectorAll('.order-choice tbody tr')].map((row) => row.querySelector('td')!.textContent),
    ).toEqual(['D1', 'D2']);
    await mounted.act(() => button(/^D2$/).click());
    await settled();
    expect(asked.tours.at(-1)).toEqual([1, 'optimal', undefined]);
  });

  it('begin with the run’s own policy beside the exact one', () => {
    expect(usualRoutings('return', ['return', 'optimal'])).toEqual(['return', 'optimal']);
    expect(usualRoutings('optimal', ['s-shape', 'optimal'])).toEqual(['s-shape', 'optimal']);
    expect(usualRoutings('return', ['return', 's-shape'])).toEqual(['return', 's-shape']);
    expect([differenceText(10, 12.34, 'length', 'en'), differenceText(3, 3.001, 'total', 'en')]).toEqual(['+2.3', '±0']);
  });
});

describe('the pick tours', () => {
  it('are listed with what they took; choosing one goes to its beginning and selects who walks it', async () => {
    useRoutes.getState().openTab('tours');
    mounted = await mount(PickingPanel, {});
    expect([...mounted.element.querySelectorAll('tbody td')].map((cell) => cell.textContent)).toEqual([
      '00:05–00:11',
      'Picker 1',
      '1',
      '1',
      '40',
      '6.7',
      '2',
    ]);
    await mounted.act(() => button(/00:05/).click());
    expect(clock.tick).toBe(300e6);
    expect(useRun.getState().selection).toEqual({ kind: 'person', index: 0 });
  });

  it('are told at the person who walks them and at their orders', async () => {
    mounted = await mount(PersonView, { record, index: 0, tick: 520e6 });
    expect(text()).toMatch(/Pick tour.*Orders.*D1.*Stops0 \/ 1.*Walked40 \/ 40 m.*Time4 min \/ 7 min/);
    expect(text()).toMatch(/Waiting2 min/);
    await mounted.unmount();
    mounted = await mount(PersonView, { record, index: 0, tick: 1000e6 });
    expect(text()).not.toContain('Pick tour');
  });
});

describe('the waits', () => {
  it('are told by place, and the overlay is turned on from here', async () => {
    useRoutes.getState().openTab('waits');
    mounted = await mount(PickingPanel, {});
    expect(text()).toMatch(/2 min waited in all\. Places: 1/);
    await mounted.act(() => button(/Show on the floor/).click());
    expect(useRun.getState().overlay).toBe('congestion');
    await mounted.act(() => button(/Last 15 min/).click());
    expect(text()).toContain('people and machines pass through each other');
  });
});

describe('an order in the inspector', () => {
  it('has its wrong and short picks at the lines, its cartons, and a look inside them', async () => {
    mounted = await mount(OrderView, { record, index: 0, tick: 1800e6 });
    await comes(/box-18 kg/);
    expect(text()).toMatch(/Wrong pick, found at packing/);
    expect(text()).toMatch(/Short pick: 1/);
    expect(text()).toMatch(/box-1 opened: \+250 g off its check weight/);
    await mounted.act(() => button(/Look inside/).click());
    await settled();
    expect(asked.goods).toEqual([[{ line: 0, units: 2 }]]);
    expect(mounted.element.querySelectorAll('.carton-goods')).toHaveLength(2);
    expect(text()).toMatch(/40 × 30 × 30 cm/);
    const slider = mounted.element.querySelector<HTMLInputElement>('input[type=range]')!;
    expect(slider.max).toBe('2');
  });

  it('shows nothing of it before it happened', async () => {
    mounted = await mount(OrderView, { record, index: 0, tick: 500e6 });
    await settled();
    expect(text()).not.toMatch(/Wrong pick|Short pick|box-1/);
  });

  it('leads to the comparison of its routes', async () => {
    mounted = await mount(OrderView, { record, index: 1, tick: 500e6 });
    await mounted.act(() => button(/Compare routes/).click());
    expect(useRoutes.getState()).toMatchObject({ order: 1, tab: 'compare' });
    expect(useSession.getState().panel).toBe('picking');
  });
});

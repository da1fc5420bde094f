// @vitest-environment happy-dom

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DECISIONS } from '../../../packages/engine/src/model/policy.ts';
import { kpiDefinitions } from '../../../packages/engine/src/kpis/kpis.ts';
import { policies } from '../../../packages/engine/src/policies.ts';
import { plainPolicies } from '../../../packages/engine/src/policies.ts';
import { Legend } from '../../../packages/viewer/src/app/Legend.tsx';
import { mount, type Mounted } from '../../../packages/viewer/src/app/mount.tsx';
import { Problems } from '../../../packages/viewer/src/app/Problems.tsx';
import { clock } from '../../../packages/viewer/src/frames/clock.ts';
import { RunRecord } from '../../../packages/viewer/src/frames/timeline.ts';
import { Inspector } from '../../../packages/viewer/src/panels/inspector/Inspector.tsx';
import { KpiPanel } from '../../../packages/viewer/src/panels/kpis/KpiPanel.tsx';
import { PeoplePanel } from '../../../packages/viewer/src/panels/people/PeoplePanel.tsx';
import { ScenarioPanel } from '../../../packages/viewer/src/panels/scenario/ScenarioPanel.tsx';
import { changesBetween, sameDemand } from '../../../packages/viewer/src/panels/scenario/changes.ts';
import { StoragePanel } from '../../../packages/viewer/src/panels/storage/StoragePanel.tsx';
import { TablesPanel } from '../../../packages/viewer/src/panels/tables/TablesPanel.tsx';
import type { Catalogue, ScenarioFacts } from '../../../packages/viewer/src/state/catalogue.ts';
import { isQuantity, OVERLAYS } from '../../../packages/viewer/src/state/overlays.ts';
import { useRun } from '../../../packages/viewer/src/state/run.ts';
import { useSession, type Choices } from '../../../packages/viewer/src/state/session.ts';
import { frame, type EventRow } from '../fixtures/frames.ts';
import { recordedHalfHour } from '../fixtures/recorded.ts';
import { smallAgents, smallModel } from '../fixtures/small-dc.ts';

const facts: ScenarioFacts = {
  id: 'small-dc',
  names: { ko: '작은 센터', en: 'Small centre' },
  mode: 'paper',
  seed: 1,
  days: 1,
  modes: [
    { id: 'paper', names: { ko: '수기', en: 'Paper' } },
    { id: 'digital', names: { ko: '디지털', en: 'Digital' } },
  ],
  policies: (mode) => (mode === 'digital' ? { ...plainPolicies, routing: 'largest-gap' } : plainPolicies),
};
const catalogue: Catalogue = {
  engineVersion: '9.9.9',
  policies,
  kpis: kpiDefinitions,
  defaultScenario: 'small-dc',
  has: (id) => id === 'small-dc',
  scenarios: () => [{ id: 'small-dc', names: facts.names, own: false }],
  facts: () => Promise.resolve(facts),
  compile: () => Promise.reject(new Error('not in this test')),
  refusal: (_model, decision, policy) => (decision === 'routing' && policy === 'optimal' ? 'the building has loops' : undefined),
  open: () => Promise.reject(new Error('not in this test')),
};
const choices: Choices = { scenario: 'small-dc', mode: 'paper', seed: 1, days: 1, policies: plainPolicies };

let mounted: Mounted | undefined;
const text = (): string => mounted!.element.textContent ?? '';
const button = (name: RegExp): HTMLButtonElement => {
  const found = [...mounted!.element.querySelectorAll('button')].find((one) => name.test(one.textContent ?? ''));
  if (found === undefined) throw new Error(`there is no button ${name}`);
  return found;
};

beforeEach(() => {
  const record = recordedHalfHour();
  useRun.setState(useRun.getInitialState());
  useSession.setState({ ...useSession.getInitialState(), catalogue, facts, choices, phase: 'done' });
  clock.follow(record, 1800e6);
  useRun.getState().open(record.model, smallAgents, record);
});
afterEach(async () => {
  await mounted?.unmount();
  mounted = undefined;
});

describe('the KPI panel', () => {
  it('shows the value and unit of a KPI and says where there is nothing to count', async () => {
    mounted = await mount(KpiPanel, {});
    expect(text()).toContain('Lines per labour hour12/h');
    expect(text()).toContain('nothing to count yet');
  });

  it('shows the change against the previous run at the same time', async () => {
    const before = recordedHalfHour();
    before.kpisAt(1800e6);
    mounted = await mount(KpiPanel, {});
    await mounted.act(() => useSession.getState().update({ previous: { choices, record: before } }));
    expect(text()).toContain('±0');
  });

  it('lists all KPIs on request', async () => {
    mounted = await mount(KpiPanel, {}, 'ko');
    await mounted.act(() => button(/모든 지표/).click());
    expect(mounted.element.querySelectorAll('tbody tr')).toHaveLength(kpiDefinitions.length);
  });
});

describe('the inspector', () => {
  it('is empty where nothing is selected', async () => {
    mounted = await mount(Inspector, {});
    expect(text()).toBe('');
  });

  it('shows what a person does, did and walked', async () => {
    mounted = await mount(Inspector, {});
    await mounted.act(() => useRun.getState().select({ kind: 'person', index: 0 }));
    expect(text()).toContain('Picker 1');
    expect(text()).toContain('Waiting for a station');
    expect(text()).toContain('300 m');
    expect(text()).toContain('Working15 min');
  });

  it('shows an order with its steps, a location with its stock, and the other kinds without failing', async () => {
    mounted = await mount(Inspector, {}, 'ko');
    await mounted.act(() => useRun.getState().select({ kind: 'order', index: 0 }));
    expect(text()).toContain('배송 완료00:28:20');
    await mounted.act(() => useRun.getState().select({ kind: 'location', index: 3 }));
    expect(text()).toContain('라면');
    expect(text()).toContain('화주조합');
    expect(text()).toContain('재고 일수2.3일');
    expect(text()).toContain('적재 규칙규칙에 맞음');
    expect(text()).toContain('들어온 때 2026-01-05');
    for (const kind of ['truck', 'vehicle', 'member', 'door', 'station'] as const) {
      await mounted.act(() => useRun.getState().select({ kind, index: kind === 'member' ? 1 : 0 }));
      expect(text().length).toBeGreaterThan(5);
    }
  });

  it('closes with its button', async () => {
    mounted = await mount(Inspector, {});
    await mounted.act(() => useRun.getState().select({ kind: 'person', index: 0 }));
    await mounted.act(() => mounted!.element.querySelector<HTMLButtonElement>('button[aria-label="Close"]')!.click());
    expect(useRun.getState().selection).toBeNull();
  });
});

describe('the storage panel', () => {
  const tab = async (name: RegExp): Promise<void> => {
    const found = [...mounted!.element.querySelectorAll<HTMLButtonElement>('[role=tab]')].find((one) =>
      name.test(one.textContent ?? ''),
    );
    // Radix opens a tab on mouse down.
    await mounted!.act(() => void found!.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 })));
  };

  it('has the figures of every area and level, with units', async () => {
    mounted = await mount(StoragePanel, {});
    expect(mounted.element.querySelectorAll('.figures tbody tr')).toHaveLength(7);
    expect(text()).toContain('Shelves4.2%');
    expect(text()).toContain('Days of cover');
  });

  it('says what to do where there is nothing to show', async () => {
    mounted = await mount(StoragePanel, {});
    await tab(/Drift/);
    expect(text()).toContain('Too few order lines');
    await tab(/Replenishment/);
    expect(text()).toContain('Choose a replenishment policy');
    await tab(/Re-slotting/);
    expect(text()).toContain('Choose a re-slotting policy');
  });

  it('says when moves are planned where they are, and shows what each is worth', async () => {
    const small = smallModel();
    const reSlotting = { at_s: 1200, people_h: 1, truck_h: 0, payBack_d: 20 };
    const record = new RunRecord({ ...small, storage: { ...small.storage, reSlotting } }, smallAgents);
    const planned: readonly EventRow[] = [
      [0, 'home-given', 0, 3],
      [1200, 're-slot-planned', 0, 5],
      [1200, 're-slot-valued', 0, 95, 312],
    ];
    record.append(frame(0, 0, 1800, [], planned, {}, true));
    useSession.setState({ choices: { ...choices, policies: { ...plainPolicies, 're-slotting': 'best-pay-back' } } });
    clock.follow(record, 600e6);
    useRun.getState().open(record.model, smallAgents, record);
    mounted = await mount(StoragePanel, {});
    await tab(/Re-slotting/);
    expect(text()).toContain('Moves are planned every day at 00:20: those that pay back within 20 days.');
    await mounted.act(() => clock.seek(1800e6));
    // Below the figures.
    const last = [...mounted.element.querySelectorAll('tbody tr')].at(-1)!;
    const cells = [...last.querySelectorAll('td')].map((cell) => cell.textContent);
    expect(cells.slice(-3)).toEqual(['1.58 min', '3.12 d', 'planned']);
  });
});

describe('the legend', () => {
  it('gives every overlay a title, a unit or counts', async () => {
    mounted = await mount(Legend, {});
    for (const overlay of OVERLAYS) {
      await mounted.act(() => useRun.getState().setOverlay(overlay));
      expect(text(), overlay).toMatch(
        overlay === 'none'
          ? /Working/
          : overlay === 'congestion'
            ? /0 min.*4 min\+Last 15 min/
            : isQuantity(overlay)
              ? /%|d\+|\/day\+/
              : /occupied locations.*\d/,
      );
    }
  });
});

describe('the scenario panel', () => {
  it('offers every decision and lets nothing be applied that was not changed', async () => {
    mounted = await mount(ScenarioPanel, {});
    expect(mounted.element.querySelectorAll('.policy-list select')).toHaveLength(DECISIONS.length);
    expect(button(/Apply/).disabled).toBe(true);
  });

  it('takes the mode’s own policies with the mode', async () => {
    mounted = await mount(ScenarioPanel, {});
    const mode = mounted.element.querySelectorAll('select')[1]!;
    await mounted.act(() => {
      mode.value = 'digital';
      mode.dispatchEvent(new Event('change', { bubbles: true }));
    });
    const routing = mounted.element.querySelectorAll<HTMLSelectElement>('.policy-list select')[DECISIONS.indexOf('routing')]!;
    expect(routing.value).toBe('largest-gap');
    expect(button(/Apply/).disabled).toBe(false);
    expect(text()).toContain('Changes: 1');
  });

  it('knows what changed and whether the orders are the same', () => {
    const other: Choices = { ...choices, seed: 2, policies: { ...plainPolicies, batching: 'savings' } };
    expect(changesBetween(choices, other)).toEqual(['seed', 'batching']);
    const digital: Choices = { ...choices, mode: 'digital', policies: facts.policies('digital') };
    expect(changesBetween(choices, digital, facts.policies('digital'))).toEqual(['mode']);
    expect(sameDemand(choices, other)).toBe(false);
    expect(sameDemand(choices, { ...choices, mode: 'digital' })).toBe(true);
  });
});

describe('the tables', () => {
  it('list the people and select one on a click', async () => {
    mounted = await mount(PeoplePanel, {});
    await mounted.act(() => mounted!.element.querySelector<HTMLButtonElement>('tbody button')!.click());
    expect(useRun.getState().selection).toEqual({ kind: 'person', index: 0 });
  });

  it('show every order with its state', async () => {
    mounted = await mount(TablesPanel, {});
    expect(mounted.element.querySelectorAll('tbody tr')).toHaveLength(3);
    expect(text()).toContain('Done');
  });
});

describe('the problems of a scenario', () => {
  it('are all listed with code, place and cure, and can be left for the run on screen', async () => {
    mounted = await mount(Problems, {});
    await mounted.act(() =>
      useSession.getState().update({
        problems: [
          { code: 'E1003', place: 'dc.yaml:5 sed', message: 'the key "sed" is not known', cure: 'Did you mean "seed"?' },
          { code: 'E2003', place: 'dc.yaml:41 building', message: 'the aisle is 0.7 m wide', cure: 'Make it 0.8 m or more.' },
        ],
      }),
    );
    expect(mounted.element.querySelectorAll('li')).toHaveLength(2);
    expect(text()).toContain('Did you mean "seed"?');
    expect(text()).toContain('dc.yaml:41 building');
    await mounted.act(() => button(/Back to the run/).click());
    expect(useSession.getState().problems).toEqual([]);
    expect(text()).toBe('');
  });
});

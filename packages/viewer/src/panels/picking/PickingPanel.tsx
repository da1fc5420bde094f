// Picking: routes of one order under two policies, the tours that were made, where people waited in each other's way.

import { Tabs } from 'radix-ui';
import type { ComponentType, ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../frames/timeline.ts';
import { PICKING_TABS, useRoutes, type PickingTab } from '../../state/routes.ts';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { CompareTab } from './CompareTab.tsx';
import { ToursTab } from './ToursTab.tsx';
import { WaitsTab } from './WaitsTab.tsx';
import '../storage/storage.css';
import './picking.css';

/** Properties of every tab of the panel. */
export interface PickingTabProps {
  readonly record: RunRecord;
  readonly tick: number;
}

const TABS: Readonly<Record<PickingTab, ComponentType<PickingTabProps>>> = {
  compare: CompareTab,
  tours: ToursTab,
  waits: WaitsTab,
};

export function PickingPanel(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(1000);
  const open = useRoutes((state) => state.tab);
  const openTab = useRoutes((state) => state.openTab);
  if (record === null) return null;
  const Current = TABS[open];
  return (
    <Tabs.Root value={open} onValueChange={(name) => openTab(name as PickingTab)}>
      <Tabs.List className="tab-list" aria-label={t('panel.picking')}>
        {PICKING_TABS.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {t(`picking.${name}.title`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="tab-panel" value={open}>
        <p className="hint">{t(`picking.${open}.hint`)}</p>
        <Current record={record} tick={tick} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

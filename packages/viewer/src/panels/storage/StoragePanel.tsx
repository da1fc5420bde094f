// Where goods live and how it goes: figures by area and level, their course, drift of the demand, replenishment, re-slotting.

import { Tabs } from 'radix-ui';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { AreasTab } from './AreasTab.tsx';
import { CourseTab } from './CourseTab.tsx';
import { DriftTab } from './DriftTab.tsx';
import { ReplenishmentTab } from './ReplenishmentTab.tsx';
import { ReSlottingTab } from './ReSlottingTab.tsx';
import './storage.css';

const TABS = {
  areas: AreasTab,
  course: CourseTab,
  drift: DriftTab,
  replenishment: ReplenishmentTab,
  're-slotting': ReSlottingTab,
} as const;
type TabName = keyof typeof TABS;
const NAMES = Object.keys(TABS) as TabName[];

export function StoragePanel(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(2000);
  const [open, setOpen] = useState<TabName>('areas');
  if (record === null) return null;
  const Current = TABS[open];
  return (
    <Tabs.Root value={open} onValueChange={(name) => setOpen(name as TabName)}>
      <Tabs.List className="tab-list" aria-label={t('panel.storage')}>
        {NAMES.map((name) => (
          <Tabs.Trigger key={name} value={name}>
            {t(`storage.${name}.title`)}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      <Tabs.Content className="tab-panel" value={open}>
        <p className="hint">{t(`storage.${open}.hint`)}</p>
        <Current record={record} tick={tick} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

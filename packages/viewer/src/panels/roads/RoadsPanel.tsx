// The control room of deliveries: its figures, the routes with their stops, what went wrong on the way, what it cost. The map stands
// beside it on the stage.

import { Tabs } from 'radix-ui';
import { useMemo, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { boardAt } from '../../frames/delivery-board.ts';
import '../../i18n/roads.ts';
import { useRecord, useSimulatedUntil, useSlowTick } from '../../state/use.ts';
import { BoardFigures } from './BoardFigures.tsx';
import { CostsTab } from './CostsTab.tsx';
import { EventsTab } from './EventsTab.tsx';
import { RouteList } from './RouteList.tsx';
import '../storage/storage.css';
import './roads.css';

const TABS = ['routes', 'events', 'costs'] as const;

export function RoadsPanel(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(500);
  const until = useSimulatedUntil(record);
  const [open, setOpen] = useState<(typeof TABS)[number]>('routes');
  const board = useMemo(() => (record === null ? null : boardAt(record, tick)), [record, tick, until]);
  if (record === null || board === null) return null;
  if (record.model.fleet.stores.count === 0) return <p className="empty">{t('roads.none')}</p>;
  return (
    <>
      <BoardFigures figures={board.figures} collects={record.model.demand.collections.count > 0} />
      <Tabs.Root value={open} onValueChange={(name) => setOpen(name as typeof open)}>
        <Tabs.List className="tab-list" aria-label={t('panel.roads')}>
          {TABS.map((name) => (
            <Tabs.Trigger key={name} value={name}>
              {t(`roads.tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content className="tab-panel" value={open}>
          {open === 'routes' ? <RouteList record={record} board={board} /> : null}
          {open === 'events' ? <EventsTab record={record} board={board} tick={tick} /> : null}
          {open === 'costs' ? <CostsTab record={record} /> : null}
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}

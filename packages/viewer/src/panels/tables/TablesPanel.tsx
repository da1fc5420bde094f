// The facts of the 3D view as tables: what can be seen there can be read here.

import { Tabs } from 'radix-ui';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../state/session.ts';
import { useRecord, useSlowTick } from '../../state/use.ts';
import { KpiList } from '../kpis/KpiList.tsx';
import { DoorsTable, TrucksTable, VehiclesTable } from './FleetTables.tsx';
import { OrdersTable } from './OrdersTable.tsx';
import { StockTable } from './StockTable.tsx';

const TABS = ['orders', 'stock', 'trucks', 'doors', 'vehicles', 'kpis'] as const;

export function TablesPanel(): ReactElement | null {
  const { t } = useTranslation();
  const record = useRecord();
  const tick = useSlowTick(1000);
  const definitions = useSession((state) => state.catalogue?.kpis);
  if (record === null) return null;
  return (
    <>
      <p className="hint">{t('tables.intro')}</p>
      <Tabs.Root defaultValue="orders">
        <Tabs.List className="tab-list" aria-label={t('panel.tables')}>
          {TABS.map((tab) => (
            <Tabs.Trigger key={tab} value={tab}>
              {t(`tables.${tab}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content className="tab-panel" value="orders">
          <OrdersTable record={record} tick={tick} />
        </Tabs.Content>
        <Tabs.Content className="tab-panel" value="stock">
          <StockTable record={record} tick={tick} />
        </Tabs.Content>
        <Tabs.Content className="tab-panel" value="trucks">
          <TrucksTable record={record} tick={tick} />
        </Tabs.Content>
        <Tabs.Content className="tab-panel" value="doors">
          <DoorsTable record={record} tick={tick} />
        </Tabs.Content>
        <Tabs.Content className="tab-panel" value="vehicles">
          <VehiclesTable record={record} tick={tick} />
        </Tabs.Content>
        <Tabs.Content className="tab-panel" value="kpis">
          {definitions === undefined ? null : <KpiList definitions={definitions} now={record.kpisAt(tick)} before={undefined} />}
        </Tabs.Content>
      </Tabs.Root>
    </>
  );
}

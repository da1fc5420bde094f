// The numbers on the right: KPIs, charts, the proof of the run.

import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Charts } from '../panels/charts/Charts.tsx';
import { KpiPanel } from '../panels/kpis/KpiPanel.tsx';
import { Badge } from './Badge.tsx';

export function Column(): ReactElement {
  const { t } = useTranslation();
  return (
    <aside className="column" aria-label={t('panel.kpis')}>
      <div className="column-body">
        <KpiPanel />
        <Charts />
      </div>
      <Badge />
    </aside>
  );
}

// On a phone: everything beside the twin, in a sheet with tabs below it.

import { lazy, Suspense, useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Charts } from '../panels/charts/Charts.tsx';
import { panels } from '../panels/index.ts';
import { KpiPanel } from '../panels/kpis/KpiPanel.tsx';
import type { Panel } from '../panels/panel.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { Badge, BadgeLine } from './Badge.tsx';

const InspectorPanel = lazy(() =>
  import('../panels/inspector/Inspector.tsx').then((module) => ({ default: module.InspectorPanel })),
);

function Numbers(): ReactElement {
  return (
    <>
      <KpiPanel />
      <Charts />
      <Badge />
    </>
  );
}

const TABS: readonly Pick<Panel, 'id' | 'Component'>[] = [
  { id: 'kpis', Component: Numbers },
  { id: 'inspector', Component: InspectorPanel },
  ...panels,
];

export function Sheet(): ReactElement {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Panel['id']>('kpis');
  const selection = useRun((state) => state.selection);
  const asked = useSession((state) => state.panel);
  useEffect(() => {
    // The list of routes shows what is selected itself, beside the map.
    if (selection !== null) setOpen((before) => (before === 'roads' ? before : 'inspector'));
  }, [selection]);
  useEffect(() => {
    const panel = panels.find((one) => one.id === asked);
    if (panel !== undefined) setOpen(panel.id);
  }, [asked]);
  const Current = TABS.find((tab) => tab.id === open)?.Component ?? Numbers;
  return (
    <section className="sheet" aria-label={t(`panel.${open}`)}>
      <div className="sheet-tabs" role="tablist">
        {TABS.map((tab) => (
          <button
            key={tab.id}
            id={`tab-${tab.id}`}
            type="button"
            role="tab"
            aria-selected={open === tab.id}
            aria-controls="sheet-body"
            onClick={() => {
              setOpen(tab.id);
              useSession.getState().update({ panel: panels.some((panel) => panel.id === tab.id) ? tab.id : null });
            }}
          >
            {t(`panel.${tab.id}`)}
          </button>
        ))}
      </div>
      <div className="sheet-body" id="sheet-body" role="tabpanel" aria-labelledby={`tab-${open}`}>
        <Suspense fallback={<p className="empty">{t('common.opening')}</p>}>
          <Current />
        </Suspense>
      </div>
      <BadgeLine />
    </section>
  );
}

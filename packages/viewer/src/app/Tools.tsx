// The rail of tools on the left and the drawer that a tool opens in.

import { X } from 'lucide-react';
import { Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { panels } from '../panels/index.ts';
import { useSession } from '../state/session.ts';
import { IconButton } from '../widgets/IconButton.tsx';

export function Rail(): ReactElement {
  const { t } = useTranslation();
  const open = useSession((state) => state.panel);
  const togglePanel = useSession((state) => state.togglePanel);
  return (
    <nav className="rail">
      {panels.map(({ id, icon: Icon }) => (
        <button key={id} type="button" aria-pressed={open === id} onClick={() => togglePanel(id)}>
          <Icon size={20} aria-hidden="true" />
          {t(`panel.${id}`)}
        </button>
      ))}
    </nav>
  );
}

export function ToolDrawer(): ReactElement | null {
  const { t } = useTranslation();
  const open = useSession((state) => state.panel);
  const togglePanel = useSession((state) => state.togglePanel);
  const panel = panels.find((one) => one.id === open);
  if (panel === undefined) return null;
  const { Component } = panel;
  return (
    <section className="drawer" aria-label={t(`panel.${panel.id}`)}>
      <header>
        <h2>{t(`panel.${panel.id}`)}</h2>
        <IconButton icon={X} label={t('common.close')} onClick={() => togglePanel(panel.id)} />
      </header>
      <div className="drawer-body">
        <Suspense fallback={<p className="empty">{t('common.opening')}</p>}>
          <Component />
        </Suspense>
      </div>
    </section>
  );
}

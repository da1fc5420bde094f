// The page: header, tools, twin, numbers, time.

import { Tooltip } from 'radix-ui';
import { lazy, Suspense, useEffect, type ReactElement } from 'react';
import { changeLanguage } from '../i18n/index.ts';
import { useRun } from '../state/run.ts';
import { useSession } from '../state/session.ts';
import { useLanguage, useNarrow, useTheme } from '../state/use.ts';
import { Announcer } from './Announcer.tsx';
import { useAddress } from './address.ts';
import { Column } from './Column.tsx';
import { DropZone } from './DropZone.tsx';
import { Header } from './Header.tsx';
import { Rail, ToolDrawer } from './Tools.tsx';
import { Sheet } from './Sheet.tsx';
import { Stage } from './Stage.tsx';
import { TimeBar } from './TimeBar.tsx';
import { useShortcuts } from './useShortcuts.ts';

const Help = lazy(() => import('./Help.tsx').then((module) => ({ default: module.Help })));

export function App(): ReactElement {
  const language = useLanguage();
  const theme = useTheme();
  const narrow = useNarrow();
  const phase = useSession((state) => state.phase);
  const helpOpen = useSession((state) => state.helpOpen);
  const names = useRun((state) => state.model?.names);
  // The control room has figures of its own, and its map takes the room of the column.
  const control = useSession((state) => state.panel === 'roads');
  useShortcuts();
  useAddress();
  useEffect(() => changeLanguage(language), [language]);
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', theme === 'dark' ? '#1d2025' : '#ffffff');
  }, [theme]);

  useEffect(() => {
    document.title = names === undefined ? '동선 Dongseon' : `${names[language]} – 동선 Dongseon`;
  }, [names, language]);
  useEffect(() => {
    // For tests and for whoever embeds the page: how far it is.
    document.documentElement.dataset['phase'] = phase;
  }, [phase]);

  return (
    <Tooltip.Provider delayDuration={400} skipDelayDuration={200}>
      <div className={control ? 'page without-column' : 'page'}>
        <Header />
        {narrow ? null : <Rail />}
        {narrow ? null : <ToolDrawer />}
        <Stage />
        {narrow || control ? null : <Column />}
        <TimeBar />
        {narrow ? <Sheet /> : null}
      </div>
      {helpOpen ? (
        <Suspense fallback={null}>
          <Help />
        </Suspense>
      ) : null}
      <DropZone />
      <Announcer />
    </Tooltip.Provider>
  );
}

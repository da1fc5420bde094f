// Every tool panel, in the order of the rail. A new panel is one entry here and its name in both dictionaries.

import { CalendarClock, ListTree, Map, Settings2, Table2, Users, Warehouse } from 'lucide-react';
import { lazy } from 'react';
import { CalendarPanel } from './calendar/CalendarPanel.tsx';
import { LogPanel } from './log/LogPanel.tsx';
import type { Panel } from './panel.ts';
import { PeoplePanel } from './people/PeoplePanel.tsx';
import { RoadsPanel } from './roads/RoadsPanel.tsx';
import { ScenarioPanel } from './scenario/ScenarioPanel.tsx';
import { TablesPanel } from './tables/TablesPanel.tsx';

/** Opened by few in their first minute: not among the first scripts. */
const StoragePanel = lazy(() => import('./storage/StoragePanel.tsx').then((module) => ({ default: module.StoragePanel })));

export const panels: readonly Panel[] = [
  { id: 'scenario', icon: Settings2, Component: ScenarioPanel },
  { id: 'storage', icon: Warehouse, Component: StoragePanel },
  { id: 'calendar', icon: CalendarClock, Component: CalendarPanel },
  { id: 'log', icon: ListTree, Component: LogPanel },
  { id: 'people', icon: Users, Component: PeoplePanel },
  { id: 'tables', icon: Table2, Component: TablesPanel },
  { id: 'roads', icon: Map, Component: RoadsPanel },
];

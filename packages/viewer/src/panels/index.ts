// Every tool panel, in the order of the rail. A new panel is one entry here and its name in both dictionaries.

import { CalendarClock, ListTree, Map, Settings2, ShoppingBasket, Table2, Users, Warehouse } from 'lucide-react';
import { lazy, type ComponentType } from 'react';
import type { Panel } from './panel.ts';
import { ScenarioPanel } from './scenario/ScenarioPanel.tsx';

/** A panel that few open in their first minute: not among the first scripts, it comes when it is opened. */
function later<Name extends string>(name: Name, load: () => Promise<Record<Name, ComponentType>>): ComponentType {
  return lazy(() => load().then((module): { default: ComponentType } => ({ default: module[name] })));
}

export const panels: readonly Panel[] = [
  { id: 'scenario', icon: Settings2, Component: ScenarioPanel },
  { id: 'storage', icon: Warehouse, Component: later('StoragePanel', () => import('./storage/StoragePanel.tsx')) },
  { id: 'picking', icon: ShoppingBasket, Component: later('PickingPanel', () => import('./picking/PickingPanel.tsx')) },
  { id: 'calendar', icon: CalendarClock, Component: later('CalendarPanel', () => import('./calendar/CalendarPanel.tsx')) },
  { id: 'log', icon: ListTree, Component: later('LogPanel', () => import('./log/LogPanel.tsx')) },
  { id: 'people', icon: Users, Component: later('PeoplePanel', () => import('./people/PeoplePanel.tsx')) },
  { id: 'tables', icon: Table2, Component: later('TablesPanel', () => import('./tables/TablesPanel.tsx')) },
  { id: 'roads', icon: Map, Component: later('RoadsPanel', () => import('./roads/RoadsPanel.tsx')) },
];

// Routes of one order under two routing policies: what a person compares, and what of it the twin draws. Lives as long as the run.

import { create } from 'zustand';
import type { RunRecord } from '../frames/timeline.ts';
import { DELIVERY, TRACE_EVENTS, type Model, type PreviewPick, type TourPreview } from './engine.ts';
import { useRun } from './run.ts';

/** What the panel on picking shows. */
export const PICKING_TABS = ['compare', 'tours', 'waits'] as const;
export type PickingTab = (typeof PICKING_TABS)[number];

/** The two routes, in the order of their columns; blue and vermilion, with the letters beside them. */
export const SIDES = [
  { letter: 'A', colour: '#0072b2' },
  { letter: 'B', colour: '#c04f00' },
] as const;

export interface RoutesState {
  readonly tab: PickingTab;
  /** Order whose routes are compared; null: none was chosen. */
  readonly order: number | null;
  /** Routing policies, by side; null: none was chosen. */
  readonly routings: readonly [string, string] | null;
  /** Whether the twin draws them too. */
  readonly onFloor: boolean;
  /** What the twin draws, by side; undefined: nothing. */
  readonly drawn: readonly (TourPreview | undefined)[];
  openTab(tab: PickingTab): void;
  compare(order: number): void;
  chooseRouting(side: 0 | 1, routing: string, otherwise: readonly [string, string]): void;
  setOnFloor(onFloor: boolean): void;
  draw(drawn: readonly (TourPreview | undefined)[]): void;
}

const NOTHING: readonly undefined[] = [];

export const useRoutes = create<RoutesState>()((set) => ({
  tab: 'compare',
  order: null,
  routings: null,
  onFloor: true,
  drawn: NOTHING,
  openTab: (tab) => set({ tab }),
  compare: (order) => set({ order, tab: 'compare' }),
  chooseRouting: (side, routing, otherwise) =>
    set((state) => {
      const [a, b] = state.routings ?? otherwise;
      return { routings: side === 0 ? [routing, b] : [a, routing] };
    }),
  setOnFloor: (onFloor) => set({ onFloor }),
  draw: (drawn) => set({ drawn: drawn.some((one) => one !== undefined) ? drawn : NOTHING }),
}));

// Orders and routes are those of a run: a new one begins without them.
useRun.subscribe((state, before) => {
  if (state.record !== before.record) useRoutes.setState({ order: null, drawn: NOTHING });
});

/** Orders that are picked in the run: deliveries, neither picked before it began nor released after its end. */
export function comparableOrders({ demand, horizon }: Model): number[] {
  const { orders } = demand;
  return Array.from({ length: orders.count }, (_, order) => order).filter(
    (order) => orders.kind[order] === DELIVERY && orders.staged[order] === 0 && orders.release[order]! < horizon,
  );
}

/** The order with most lines, the first of several: what is compared before anything is chosen. undefined: there is none. */
export function largestOrder(model: Model): number | undefined {
  const { firstLine } = model.demand.orders;
  const lines = (order: number): number => firstLine[order + 1]! - firstLine[order]!;
  let best: number | undefined;
  for (const order of comparableOrders(model)) if (best === undefined || lines(order) > lines(best)) best = order;
  return best;
}

const LINE_PICKED = TRACE_EVENTS.indexOf('line-picked');

/**
 * Where the goods of an order were picked, in the order of the picks; undefined where it is not yet picked in what is simulated:
 * then the engine knows where they lie. O(events).
 */
export function picksOf(record: RunRecord, order: number): PreviewPick[] | undefined {
  const { log, model, simulatedUntil } = record;
  if (record.orderStateAt(order, simulatedUntil) < record.orderStates.indexOf('picked')) return undefined;
  const { firstLine } = model.demand.orders;
  const picks: PreviewPick[] = [];
  for (let row = 0; row < log.count; row++) {
    const line = log.a.data[row]!;
    if (log.kind.data[row] !== LINE_PICKED || line < firstLine[order]! || line >= firstLine[order + 1]!) continue;
    if (log.b.data[row]! >= 0) picks.push({ line, location: log.b.data[row]!, units: log.c.data[row]! });
  }
  return picks.length === 0 ? undefined : picks;
}

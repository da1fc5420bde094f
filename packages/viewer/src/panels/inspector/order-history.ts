// What happened to an order in all that is simulated: its steps, picks, what went wrong, its cartons. From the events of the run.

import type { RunRecord } from '../../frames/timeline.ts';
import { TRACE_EVENTS, type TraceEventName } from '../../state/engine.ts';
import { ORDER_STEPS, type OrderStep } from '../../widgets/palette.ts';

const STEP_EVENT: Readonly<Record<OrderStep, TraceEventName>> = {
  arrived: 'order-arrived',
  released: 'order-released',
  picked: 'order-picked',
  packed: 'order-packed',
  staged: 'order-staged',
  loaded: 'order-loaded',
  delivered: 'order-delivered',
};

/** A wrong pick; found at a tick (Infinity: not) at the pick (0) or at packing (1). */
export interface WrongPick {
  readonly tick: number;
  found: number;
  where: number;
}

/** Something packed or loaded: of a type (index into the model's cartons or carriers; -1 loose), with a weight. */
export interface Packed {
  readonly tick: number;
  readonly type: number;
  readonly grams: number;
}

export interface OrderHistory {
  /** Tick of each of ORDER_STEPS; undefined where it has not happened in what is simulated. */
  readonly steps: Readonly<Partial<Record<OrderStep, number>>>;
  /** By line: tick and location of its latest pick, and the units of all of them. */
  readonly picks: ReadonlyMap<number, { readonly tick: number; readonly location: number; readonly units: number }>;
  readonly shortLines: ReadonlySet<number>;
  /** By line: units that were not found at a location, and when last. */
  readonly shortPicks: ReadonlyMap<number, { readonly tick: number; readonly units: number }>;
  readonly wrong: ReadonlyMap<number, WrongPick>;
  readonly cartons: readonly Packed[];
  /** Cartons that were opened because they were off their check weight, by so many grams. */
  readonly opened: readonly Packed[];
  readonly carriers: readonly Packed[];
}

const kindOf = (name: TraceEventName): number => TRACE_EVENTS.indexOf(name);
const STEP_OF_KIND = new Map<number, OrderStep>([
  ...ORDER_STEPS.map((step) => [kindOf(STEP_EVENT[step]), step] as const),
  [kindOf('order-sold'), 'delivered'],
]);
const KIND = {
  picked: kindOf('line-picked'),
  short: kindOf('line-short'),
  shortPick: kindOf('short-pick'),
  wrong: kindOf('wrong-pick'),
  found: kindOf('wrong-pick-found'),
} as const;
const PACKED = new Map([
  [kindOf('carton-packed'), 'cartons'],
  [kindOf('carton-opened'), 'opened'],
  [kindOf('carrier-loaded'), 'carriers'],
] as const);

/** O(events): memoised by the caller. */
export function historyOf(record: RunRecord, order: number): OrderHistory {
  const { orders } = record.model.demand;
  const first = orders.firstLine[order]!;
  const end = orders.firstLine[order + 1]!;
  const steps: Partial<Record<OrderStep, number>> = {};
  const picks = new Map<number, { tick: number; location: number; units: number }>();
  const shortLines = new Set<number>();
  const shortPicks = new Map<number, { tick: number; units: number }>();
  const wrong = new Map<number, WrongPick>();
  const packed = { cartons: [] as Packed[], opened: [] as Packed[], carriers: [] as Packed[] };
  const { log } = record;
  for (let row = 0; row < log.count; row++) {
    const kind = log.kind.data[row]!;
    const [tick, a, b, c] = [log.tick.data[row]!, log.a.data[row]!, log.b.data[row]!, log.c.data[row]!];
    if (a === order) {
      const step = STEP_OF_KIND.get(kind);
      if (step !== undefined) steps[step] ??= tick;
      const list = PACKED.get(kind);
      if (list !== undefined) packed[list].push({ tick, type: b, grams: c });
    }
    if (a < first || a >= end) continue;
    if (kind === KIND.picked) picks.set(a, { tick, location: b, units: c + (picks.get(a)?.units ?? 0) });
    else if (kind === KIND.short) shortLines.add(a);
    else if (kind === KIND.shortPick) shortPicks.set(a, { tick, units: c + (shortPicks.get(a)?.units ?? 0) });
    else if (kind === KIND.wrong) wrong.set(a, { tick, found: Infinity, where: 0 });
    else if (kind === KIND.found) Object.assign(wrong.get(a) ?? {}, { found: tick, where: c });
  }
  return { steps, picks, shortLines, shortPicks, wrong, ...packed };
}

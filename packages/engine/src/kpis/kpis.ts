// All KPIs, in the order in which they are listed.

import type { Context } from '../world/context.ts';
import { congestionKpis } from './congestion.ts';
import type { Instant, KpiDefinition } from './definition.ts';
import { deliveryCosts } from './delivery-costs.ts';
import { deliveryEconomyKpis } from './delivery-economy.ts';
import { deliveryServiceKpis } from './delivery-service.ts';
import { deliveryKpis } from './delivery.ts';
import { orderKpis } from './orders.ts';
import { packingKpis } from './packing.ts';
import { pickQualityKpis } from './pick-quality.ts';
import { pickingKpis } from './picking.ts';
import { popularityDrift } from './popularity-drift.ts';
import { receivingKpis } from './receiving.ts';
import { slottingKpis } from './slotting.ts';
import { stockKpis } from './stock.ts';
import { storageFigures, sumRows } from './storage-figures.ts';
import { storageMoveKpis } from './storage-moves.ts';
import { storageReport } from './storage-report.ts';
import { storageSpaceKpis } from './storage-space.ts';
import { timelinessKpis } from './timeliness.ts';
import { utilisationKpis } from './utilisation.ts';

export const kpiDefinitions: readonly KpiDefinition[] = [
  ...pickingKpis,
  ...pickQualityKpis,
  ...congestionKpis,
  ...packingKpis,
  ...orderKpis,
  ...timelinessKpis,
  ...deliveryKpis,
  ...deliveryServiceKpis,
  ...deliveryEconomyKpis,
  ...receivingKpis,
  ...storageSpaceKpis,
  ...stockKpis,
  ...storageMoveKpis,
  ...slottingKpis,
  ...utilisationKpis,
];

/** The KPIs that can be computed now, by id. */
export function measureKpis(context: Context): Record<string, number> {
  const instant: Instant = {
    ...context,
    storage: once(() => {
      const sums = sumRows(storageReport(context));
      return { sums, figures: storageFigures(sums, context.sim.now) };
    }),
    drift: once(() => driftOf(context)),
    delivery: once(() => deliveryCosts(context)),
  };
  const values: Record<string, number> = {};
  for (const { id, measure } of kpiDefinitions) {
    const value = measure(instant);
    if (value !== undefined && Number.isFinite(value)) values[id] = value;
  }
  return values;
}

function once<Result>(work: () => Result): () => Result {
  let done: { readonly result: Result } | undefined;
  return () => (done ??= { result: work() }).result;
}

/** The order lines of the run so far against the popularity that was known before it. */
function driftOf({ model, world }: Context): ReturnType<typeof popularityDrift> {
  const { history, items } = model;
  const learntFrom = history.item.length > 0 ? history.item.length : Infinity;
  return popularityDrift(items.popularity, world.items.columns.linesAsked, learntFrom);
}

// All KPIs, in the order in which they are listed.

import type { Context } from '../world/context.ts';
import type { KpiDefinition } from './definition.ts';
import { deliveryKpis } from './delivery.ts';
import { orderKpis } from './orders.ts';
import { pickingKpis } from './picking.ts';
import { receivingKpis } from './receiving.ts';
import { utilisationKpis } from './utilisation.ts';

export const kpiDefinitions: readonly KpiDefinition[] = [
  ...pickingKpis,
  ...orderKpis,
  ...deliveryKpis,
  ...receivingKpis,
  ...utilisationKpis,
];

/** The KPIs that can be computed now, by id. */
export function measureKpis(context: Context): Record<string, number> {
  const values: Record<string, number> = {};
  for (const { id, measure } of kpiDefinitions) {
    const value = measure(context);
    if (value !== undefined && Number.isFinite(value)) values[id] = value;
  }
  return values;
}

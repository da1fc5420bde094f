// An order-batching instance as its file has it. docs/solve-order-batching.md describes every key.

import { z } from 'zod';
import type { ProblemList } from '../validate/problem.ts';
import { faceFields, layoutSchema } from './layout-schema.ts';

export const CAPACITY_UNITS = ['items', 'orders', 'kg'] as const;

export const batchPickSchema = z.strictObject({
  ...faceFields,
  quantity: z.number().positive().default(1),
  /** Of one unit. */
  weight_kg: z.number().nonnegative().optional(),
});

export const orderBatchingSchema = z.strictObject({
  name: z.string().min(1),
  layout: layoutSchema,
  capacity: z.strictObject({ unit: z.enum(CAPACITY_UNITS), value: z.number() }),
  orders: z.array(z.strictObject({ id: z.string().min(1), picks: z.array(batchPickSchema) })),
});

export type OrderBatchingFile = z.infer<typeof orderBatchingSchema>;
export type BatchingOrder = OrderBatchingFile['orders'][number];

/** What an order takes of the capacity of a batch, in its unit. */
export function sizeOf(order: BatchingOrder, unit: OrderBatchingFile['capacity']['unit']): number {
  if (unit === 'orders') return 1;
  return order.picks.reduce((sum, { quantity, weight_kg = 0 }) => sum + quantity * (unit === 'kg' ? weight_kg : 1), 0);
}

/** E8203 */
export function checkCapacity(value: unknown, place: () => string, problems: ProblemList): void {
  if (typeof value === 'number' && !(value > 0))
    problems.add('E8203', place(), `a batch can take ${value}`, 'Give a capacity above 0.');
}

// The JSON form of a cartonization instance. docs/solve-cartonization.md describes every key.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import { z } from 'zod';
import { LENGTH_UNITS } from './cartonization.ts';

const positive = z.number().positive();
const nonNegative = z.number().nonnegative();
const name = z.string().min(1);

const item = z.strictObject({
  id: name,
  length: positive,
  width: positive,
  height: positive,
  quantity: z.int().positive().max(100_000).optional(),
  weight_kg: nonNegative.optional(),
  upright: z.boolean().optional(),
  fragile: z.boolean().optional(),
  temperature: z.enum(TEMPERATURE_CLASSES).optional(),
});

/** In a container's problem the sides that may stand can be told one by one. */
const turnable = item.extend({
  vertical: z
    .array(z.enum(['length', 'width', 'height']))
    .min(1)
    .optional(),
});

const container = z.strictObject({
  id: name.optional(),
  length: positive,
  width: positive,
  height: positive,
  maxLoad_kg: positive.optional(),
});

const carton = container.extend({ id: name, cost: nonNegative });

const base = z.strictObject({
  name,
  unit: z.enum(LENGTH_UNITS).optional(),
  loose: z.boolean().optional(),
});

export const containerSchema = base.extend({ container, items: z.array(turnable).min(1) });
export const orderSchema = base.extend({ cartons: z.array(carton).min(1), items: z.array(item).min(1) });

export type CartonizationFile = z.infer<typeof containerSchema> | z.infer<typeof orderSchema>;
export type ItemFile = z.infer<typeof turnable>;

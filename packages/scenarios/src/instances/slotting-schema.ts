// The JSON form of a slotting instance. docs/solve-slotting.md describes every key.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import { z } from 'zod';
import { faceFields, layoutSchema } from './layout-schema.ts';

const positive = z.number().positive();
const nonNegative = z.number().nonnegative();
const name = z.string().min(1);
const temperature = z.enum(TEMPERATURE_CLASSES);

const location = z.strictObject({
  id: name,
  ...faceFields,
  level: z.int().nonnegative().max(255).optional(),
  maxWeight_kg: nonNegative.optional(),
  volume_l: nonNegative.optional(),
  temperature: temperature.optional(),
});

const generator = z.strictObject({
  cellsPerSide: z.int().positive().max(10_000),
  sides: z.int().min(1).max(2),
  cellLength: positive,
  levels: z.int().positive().max(255).optional(),
});

const sku = z.strictObject({
  id: name,
  popularity: nonNegative.optional(),
  weight_kg: nonNegative.optional(),
  volume_l: nonNegative.optional(),
  temperature: temperature.optional(),
});

/** An order with its SKUs, or one line of it. */
const order = z.strictObject({
  order: name,
  day: z.number().optional(),
  skus: z.array(name).min(1).optional(),
  sku: name.optional(),
});

const base = z.strictObject({
  name,
  layout: layoutSchema,
  skus: z.array(sku).min(1),
  history: z.array(order).min(1),
  evaluation: z.array(order).min(1).optional(),
  routing: name.optional(),
  assignment: z.record(name, name).optional(),
});

const listed = base.extend({ locations: z.array(location).min(1) });
const generated = base.extend({ locations: generator });

export type SlottingFile = z.infer<typeof listed> | z.infer<typeof generated>;
export type LocationFile = z.infer<typeof location>;
export type GeneratorFile = z.infer<typeof generator>;
export type OrderFile = z.infer<typeof order>;

/** The schema that applies: locations are a list, or are generated. Two schemas, so that a problem is told in terms of one. */
export function schemaFor(data: unknown): typeof listed | typeof generated {
  const locations = data !== null && typeof data === 'object' ? (data as Record<string, unknown>)['locations'] : undefined;
  return Array.isArray(locations) || locations === undefined ? listed : generated;
}

// What lies in the DC: tenants, cartons, the catalogue of SKUs and the stock at the start.

import { z } from 'zod';
import { count, fraction, id, names, nonNegative, perClass, positive, table, whole } from './common.ts';

const tenants = z.strictObject({
  list: z.array(z.strictObject({ id, names, kind: z.enum(['cooperative', 'consignor']) })).optional(),
  consignors: whole.optional().describe('Number of consigning producers to make beside the listed tenants.'),
  table: table.optional().describe('Columns: tenant, name_ko, name_en, kind.'),
});

const carton = z.strictObject({
  id,
  length_m: positive,
  width_m: positive,
  height_m: positive,
  maxLoad_kg: positive,
  cost_krw: nonNegative,
});

/** Sizes of the goods: a unit is what is picked and sold. */
export const catalogueRule = z.strictObject({
  skus: perClass(whole).describe('Number of SKUs of each temperature class.'),
  pareto: z
    .strictObject({ skus: fraction, lines: fraction })
    .describe('This share of the SKUs of a class gets this share of its lines.'),
  lineShare: perClass(fraction).describe('Share of the order lines of each class; sums to 1.'),
  lineValue_krw: positive.describe('Mean value of an order line.'),
  lineWeight_kg: perClass(positive).describe('Mean weight of an order line of each class.'),
  unitsPerLine: z.number().min(1).describe('Mean units of an order line.'),
  density_kgPerL: positive.default(0.6),
  bulkySkus: whole.default(0).describe('Ambient SKUs sold by the case, too large for a shelf slot: among the best sellers.'),
  bulkyWeight_kg: positive.default(9).describe('Mean weight of one such case.'),
  shelfLife_d: perClass(z.tuple([whole, whole])).describe('Shortest and longest shelf life; the best sellers have the shortest.'),
  consigned: fraction.default(0).describe('Share of the SKUs that belong to consignors.'),
  fragile: fraction.default(0).describe('Share of the small SKUs on which nothing may lie.'),
  upright: fraction.default(0).describe('Share of the small SKUs that have to stand as they are.'),
  separation: z
    .record(id, z.strictObject({ ambient: fraction.default(0), chilled: fraction.default(0), frozen: fraction.default(0) }))
    .default({})
    .describe('Separation classes, such as detergent: share of the SKUs of each temperature that are of it, bulky ones aside.'),
});

const catalogue = z.strictObject({
  generate: catalogueRule.optional(),
  table: table
    .optional()
    .describe(
      'Columns: sku, name, length_m, width_m, height_m, weight_kg, temperature, shelfLife_d, ' +
        'unitsPerCase, tenant, separation (class of goods kept apart; empty: none), upright, fragile (1: yes), price_krw, ' +
        'popularity, demand. ' +
        'Without the last two they are counted from the orders.',
    ),
});

export const stockRule = z.strictObject({
  daysOfCover: perClass(positive).describe('Cycle stock (half a delivery) in days of demand; safety stock comes on top.'),
});

const stock = z.strictObject({
  generate: stockRule.optional(),
  table: table.optional().describe('Columns: sku, units, received_d, expiry_d (days from the start, may be negative), location.'),
});

export const items = z.strictObject({
  tenants,
  cartons: z.array(carton).min(1).describe('Smallest first.'),
  catalogue,
  stock,
});

export const unitsPerCase = count;
export type ItemsFile = z.output<typeof items>;
export type CatalogueRule = z.output<typeof catalogueRule>;

// How long the work takes, and the operating modes: each mode overrides times and names its policies.

import { z } from 'zod';
import { DECISIONS } from '@dongseon/engine';
import { count, fraction, id, names, nonNegative, positive } from './common.ts';
import { delivery } from './delivery.ts';
import { packing } from './packing.ts';
import { picking } from './picking.ts';

const duration = z
  .strictObject({
    mean_s: nonNegative,
    cv: nonNegative.default(0.3).describe('Coefficient of variation; 0: always the mean.'),
  })
  .describe('A gamma-distributed duration.');

export const operations = z.strictObject({
  search: duration.describe('Finding the place and the article, per line.'),
  extractLine: duration,
  extractUnit_s: nonNegative,
  reserveAccess_s: nonNegative.describe('Extra for a line taken from a pallet above the floor.'),
  tourSetup: duration,
  wrongPickProbability: fraction,
  mispickCorrection_s: nonNegative,
  batchOrders: count,
  batchVolume_l: positive,
  batchWeight_kg: positive,
  packOrder: duration,
  packLine_s: nonNegative,
  loadVehicle: duration,
  loadLead_s: nonNegative.describe('Loading may begin this long before departure.'),
  unloadPallet: duration,
  inspectLine: duration,
  putAwayLine: duration,
  browseLine: duration,
  payVisit: duration,
  payLine_s: nonNegative,
  returnUnload_s: nonNegative,
  yard_mps: positive,
});

const decisionShape = Object.fromEntries(DECISIONS.map((decision) => [decision, z.string().optional()])) as Record<
  (typeof DECISIONS)[number],
  z.ZodOptional<z.ZodString>
>;

export const policies = z.strictObject(decisionShape).describe('A policy id for each decision.');

const mode = z.strictObject({
  names,
  operations: operations.partial().default({}),
  picking: picking.default({}),
  packing: packing.default({}),
  delivery: delivery.default({}),
  policies: policies.default({}),
});

export const modes = z.record(id, mode);
export type OperationsFile = z.output<typeof operations>;
export type PoliciesFile = z.output<typeof policies>;

// The scenario file: one schema of its parts. Published as JSON Schema in docs/schema/scenario.schema.json.

import { z } from 'zod';
import { building } from './building.ts';
import { count, id, names, whole } from './common.ts';
import { delivery } from './delivery.ts';
import { demand, inbound } from './demand.ts';
import { fleet } from './fleet.ts';
import { items } from './items.ts';
import { labour } from './labour.ts';
import { modes, operations, policies } from './operations.ts';
import { packing } from './packing.ts';
import { picking } from './picking.ts';
import { storage } from './storage.ts';
import { traffic } from './traffic.ts';

export const FORMAT_VERSION = 1;

export const scenarioSchema = z.strictObject({
  formatVersion: z.literal(FORMAT_VERSION),
  id,
  names,
  description: names.optional(),
  extends: z
    .string()
    .optional()
    .describe('A built-in scenario or a file that this one changes: maps are merged, lists ' + 'replaced, null removes a key.'),
  illustrative: z.boolean().default(false).describe('The layout is invented: every screen and report says so.'),
  attribution: z.array(z.string()).default([]).describe('Sources to be named wherever results are shown.'),
  seed: whole,
  days: count,
  startDate: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .describe('Date of day 0.'),
  mode: z.string().describe('The operating mode, one of `modes`.'),
  building,
  items,
  storage: storage.prefault({}),
  traffic: traffic.prefault({}),
  picking: picking.default({}),
  packing: packing.default({}),
  delivery: delivery.default({}),
  demand,
  inbound,
  labour,
  fleet,
  operations,
  modes,
  policies: policies.default({}).describe('Replaces policies of the mode.'),
});

/** A checked scenario: defaults filled in, `extends` resolved. */
export type ScenarioFile = z.output<typeof scenarioSchema>;

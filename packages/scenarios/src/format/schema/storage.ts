// How goods are stored: rules that no policy may break, and the parameters that storage policies share.

import { z } from 'zod';
import { clock, nonNegative, percent, positive, table } from './common.ts';

const heavyLow = z
  .strictObject({ weight_kg: positive, highest_m: nonNegative.describe("Of the slot's floor above the ground.") })
  .describe('Units of this weight or more lie no higher than this. No such rule where it is not given.');

const goldenZone = z
  .strictObject({
    from_m: nonNegative,
    to_m: positive,
    outside_s: nonNegative.describe('Extra for a line taken by hand below or above.'),
  })
  .describe("Heights of the slot's centre within easy reach. Everything is where it is not given.");

const replenishment = z
  .strictObject({
    min_percent: percent.default(25).describe('A face is filled up once it holds less than this share of what fits.'),
    max_percent: percent.default(100).describe('It is filled up to this share.'),
  })
  .describe('When pick faces are filled up from the reserve.');

const reSlotting = z
  .strictObject({
    at: clock.default('16:00').describe('When the moves of the day begin: a quiet hour.'),
    people_h: nonNegative.default(0).describe('Hours of people on foot that a day may take.'),
    truck_h: nonNegative.default(0).describe('Hours of people on a truck.'),
    payBack_d: positive.default(20).describe('A move is worth making if it pays back within so many days.'),
  })
  .describe('How much work may go into moving SKUs to better homes.');

export const storage = z
  .strictObject({
    classBoundaries_percent: z
      .array(z.number())
      .default([20, 50])
      .describe('Of class-based storage: cumulative percent of the SKUs, ascending. [20, 50] is 20 % A, 30 % B, the rest C.'),
    heavyLow: heavyLow.optional(),
    goldenZone: goldenZone.optional(),
    firstExpired: z
      .boolean()
      .default(true)
      .describe('Goods with a shelf life leave first expired first, whatever the stock-selection policy.'),
    slottingEffort: positive
      .max(1000)
      .default(1)
      .describe('How long the policy `optimised` searches: 1 is about a second of computing, 30 about half a minute.'),
    replenishment: replenishment.prefault({}),
    reSlotting: reSlotting.prefault({}),
    separate: z
      .array(z.strictObject({ classes: z.array(z.string()).min(2) }))
      .default([])
      .describe('Separation classes of which no two lie in one rack bay; `general` is what no class is said of.'),
    apart: z.array(z.string()).default([]).describe('Tenants whose goods share no rack bay with those of others.'),
    locations: z
      .strictObject({
        table: table.describe('Columns: location, sku (its given home), maxLoad_kg, use (open or blocked).'),
      })
      .optional(),
  })
  .describe('How goods are stored: hard rules, and what storage policies share.');

export type StorageFile = z.output<typeof storage>;

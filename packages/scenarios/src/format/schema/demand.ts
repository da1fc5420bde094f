// What is asked of the DC: delivery orders, members at the counter, inbound trucks.

import { z } from 'zod';
import { clock, count, id, nonNegative, positive, table, whole } from './common.ts';

const wave = z
  .strictObject({
    id,
    departure: clock,
    release: clock.describe('When its orders go to the floor.'),
    releaseOn: z.enum(['day-before', 'departure-day']),
    service: z
      .enum(['next-day', 'same-day'])
      .default('next-day')
      .describe('Whether orders of day D leave with it on day D + 1, or on day D itself.'),
    cutOff: clock.optional().describe('Of a same-day wave: orders until then leave with it.'),
    share: positive.default(1).describe('Share of the orders that leave with it, relative to the other waves.'),
  })
  .describe('A departure of the day.');

const delivery = z.strictObject({
  ordersPerDay: nonNegative,
  linesPerOrder: z.number().min(1),
  linesShape: positive
    .default(3)
    .describe('Shape of the gamma distribution that spreads lines over orders: larger is more even.'),
  opens: clock,
  peak: clock.describe('When most orders come in (mode of a triangular distribution).'),
  cutOff: clock.describe('Orders until then are delivered the next day.'),
});

const counter = z.strictObject({
  visitsPerDay: nonNegative,
  linesPerVisit: z.number().min(1),
  linesShape: positive.default(3),
  opens: clock,
  closes: clock,
});

const round = z
  .strictObject({
    id,
    announced: clock.describe('Members ask for this round until then, from `opens` on.'),
    departure: clock.describe('When vehicles leave for it; it is planned when the announcements end.'),
    cutOff: clock.describe('When the linehaul closes with which its parcels go on.'),
    share: positive.default(1),
  })
  .describe('A collection round of the day.');

const collections = z
  .strictObject({
    rounds: z.array(round).min(1),
    callsPerDay: nonNegative.describe('Members that have something fetched, on a mean day.'),
    parcelsPerCall: z.number().min(1),
    parcelsShape: positive.default(3).describe('Shape of the gamma distribution that spreads parcels over calls.'),
    parcel_kg: positive,
    parcel_l: positive,
    opens: clock.describe('From when on members ask.'),
  })
  .describe('Milk run: parcels that vehicles fetch from members and bring to the DC.');

const history = z
  .strictObject({
    generate: z
      .strictObject({ days: count.max(1000).describe('Mean days of orders before day -1, drawn from the same rules.') })
      .optional(),
    table: table
      .optional()
      .describe('Columns: order, day (days from the start, negative), sku. SKUs that an order asked for, each once.'),
  })
  .describe('Orders of the past, which storage policies learn from. Without it they take the popularity of the SKUs.');

export const demand = z.strictObject({
  waves: z.array(wave).default([]),
  delivery: delivery.optional(),
  counter: counter.optional(),
  dayFactors: z.array(nonNegative).min(1).default([1]).describe('Demand of day 0, 1, … relative to a mean day; repeated.'),
  previousDayFactor: nonNegative.default(1).describe('Demand of the day before day 0.'),
  collections: collections.optional(),
  history: history.optional(),
  table: table
    .optional()
    .describe(
      'Columns: order, arrival ("D HH:MM", days from the start; −1 is the day before), store ' +
        '(empty: a visit to the counter), sku, units, and, if wanted, wave. Instead of `delivery` and `counter`.',
    ),
});

const trucks = z.strictObject({
  count,
  pallets: positive.describe('On a mean day.'),
  maxPallets: positive,
});

export const inbound = z.strictObject({
  generate: z
    .strictObject({
      trucks: z.array(trucks).min(1),
      opens: clock,
      closes: clock.describe('Appointments are spread evenly from `opens` to `closes`.'),
      deviation_s: nonNegative.describe('Standard deviation of the arrival around the appointment.'),
    })
    .optional(),
  table: table.optional().describe('Columns: truck, appointment ("D HH:MM"), arrival, pallets, sku, units.'),
});

export const daysSchema = count;
export const seedSchema = whole;
export type DemandFile = z.output<typeof demand>;
export type InboundFile = z.output<typeof inbound>;

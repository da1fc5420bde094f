// How orders are picked: release, zones, sorting, errors. What is not given is as in the plain centre: whole orders in waves by
// one picker, every wrong pick found at packing. A mode may change each key.

import { z } from 'zod';
import { EQUIPMENT_KINDS, PICK_METHODS, RELEASES, SORTINGS } from '@dongseon/engine';
import { count, fraction, id, names, nonNegative, point, positive } from './common.ts';

const zone = z.strictObject({
  id,
  names,
  areas: z.array(z.string()).min(1).describe('Storage areas of the zone; every area is in one zone.'),
  roles: z
    .array(z.string())
    .optional()
    .describe('Roles whose people pick here; every role with the skill where it is not given.'),
  equipment: z.enum(EQUIPMENT_KINDS).optional().describe('What picks travel on (pick-cart where it is not given).'),
  start: point.optional().describe('Where tours of this zone start, and carts are handed on (the depot where it is not given).'),
});

export const picking = z
  .strictObject({
    release: z.enum(RELEASES).optional().describe('Orders are released with their wave, or each when it arrives (waveless).'),
    method: z
      .enum(PICK_METHODS)
      .optional()
      .describe('One picker picks the whole order; a cart goes from zone to zone; or all zones pick at the same time.'),
    zones: z.array(zone).optional().describe('In the order in which carts are passed on.'),
    consolidation: z
      .strictObject({
        at: point,
        orders: count.optional().describe('Orders that can wait there at a time; as many as come where it is not given.'),
      })
      .optional()
      .describe(
        'Of parallel zones: where the parts of an order wait for each other (the packing station where it is not given).',
      ),
    consolidatePart_s: nonNegative.optional().describe('Bringing one part of an order to the rest of it.'),
    sorting: z.enum(SORTINGS).optional().describe('The goods of a batch are parted by order at the pick, or after the tour.'),
    sortLine_s: nonNegative.optional().describe('Parting one line.'),
    cartCompartments: count.optional(),
    compartment_l: positive.optional().describe('What one compartment of a cart takes.'),
    batchUnits: count.optional().describe('Most units in one batch.'),
    poolOrders: count.optional().describe('Waveless: a batch is made when so many orders wait ...'),
    poolWait_s: nonNegative.optional().describe('... or when the first of them has waited so long.'),
    batchingEffort: count.optional().describe('Tours that the batching policy may work out in one decision.'),
    handOver_s: nonNegative.optional().describe('Handing the goods of one order over at the end of a tour.'),
    wrongCountShare: fraction.optional().describe('Share of wrong picks that are of the right article in a wrong number.'),
    ownCheck: fraction.optional().describe('Probability that the picker’s own check, a scan or a light, finds a wrong pick.'),
    shortPickProbability: fraction.optional().describe('Probability that goods are not found where the records have them.'),
    shortPick_s: nonNegative.optional().describe('Searching in vain and writing it down.'),
    wrongDelivery_krw: nonNegative.optional().describe('What a wrong pick costs that reaches the customer.'),
  })
  .describe('How orders are picked.');

export type PickingFile = z.output<typeof picking>;

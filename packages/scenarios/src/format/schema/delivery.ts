// How goods leave the DC and come back. What is not given: the driver loads, lanes take what comes, a plan is kept.

import { z } from 'zod';
import { APPOINTMENTS, LOADING_BY } from '@dongseon/engine';
import { count, nonNegative } from './common.ts';

export const delivery = z
  .strictObject({
    loadingBy: z.enum(LOADING_BY).optional().describe('Who loads a vehicle: its driver alone, or a crew of those who can load.'),
    lanesLimited: z
      .boolean()
      .optional()
      .describe('Outbound lanes hold no more than their capacity: an order waits at packing until there is room.'),
    appointments: z
      .enum(APPOINTMENTS)
      .optional()
      .describe('Whether an inbound truck that is early is taken as it comes, or waits for its appointment.'),
    refuseWrong: z
      .boolean()
      .optional()
      .describe('A store sends a line back in which something wrong is found that nobody saw before.'),
    unloadEmpty_s: nonNegative.optional().describe('Unloading one empty carrier that comes back.'),
    unloadParcel_s: nonNegative.optional().describe('Unloading and sorting one collected parcel.'),
    windowBuffer_s: nonNegative
      .optional()
      .describe('Tours are planned to begin every stop so long before its window closes: what legs and stops may take longer.'),
    lateness_krwPerHour: nonNegative.optional().describe('What an hour of lateness at a stop is worth when tours are planned.'),
    iterationsPerStop: count.optional().describe('Iterations of a search for each stop to be planned.'),
    replanAfter_s: nonNegative
      .optional()
      .describe('A running plan is looked at again when a stop is expected this much later than was told last.'),
  })
  .describe('How goods leave the DC and come back.');

export type DeliveryFile = z.output<typeof delivery>;

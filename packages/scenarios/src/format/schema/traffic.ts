// Who is in whose way: what two people or machines need to pass each other.

import { z } from 'zod';
import { count, nonNegative, positive } from './common.ts';

export const traffic = z
  .strictObject({
    congestion: z.boolean().default(false).describe('false: nobody is in anybody’s way.'),
    personWidth_m: positive.default(0.5).describe('Width of a person without a machine.'),
    clearance_m: nonNegative.default(0.1).describe('Room between two that pass each other.'),
    following_m: positive.default(1.2).describe('Least distance of two that follow each other where they cannot pass.'),
    workersAtFace: count
      .optional()
      .describe('People who can work at one access point at a time. As many as come where it is not given.'),
  })
  .describe('Congestion: people and machines share the aisles. The width of a machine stands at `labour.equipment`.');

export type TrafficFile = z.output<typeof traffic>;

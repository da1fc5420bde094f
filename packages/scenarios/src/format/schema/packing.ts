// How orders are packed: checks, costs, and what cartons ride on. What is not given costs nothing; every wrong pick is found.

import { z } from 'zod';
import { CHECKS } from '@dongseon/engine';
import { id, names, nonNegative, positive } from './common.ts';

const carrier = z.strictObject({
  id,
  names,
  length_m: positive,
  width_m: positive,
  height_m: positive.describe('To which it is loaded.'),
  maxLoad_kg: positive,
  tare_kg: nonNegative,
  cost_krw: nonNegative.describe('Of one use.'),
});

export const packing = z
  .strictObject({
    check: z.enum(CHECKS).optional().describe('How wrong picks are looked for: not at all, by counting, by weighing cartons.'),
    scaleStep_kg: positive.optional(),
    sigmas: positive.optional().describe('A carton is opened where it is off by more than so many standard deviations.'),
    unitWeightCv: nonNegative.optional().describe('Coefficient of variation of the weight of one unit.'),
    weighCarton_s: nonNegative.optional(),
    countUnit_s: nonNegative.optional(),
    openCarton_s: nonNegative.optional().describe('Looking through a carton that was opened.'),
    label_s: nonNegative.optional(),
    label_krw: nonNegative.optional(),
    voidFill_krwPerL: nonNegative.optional().describe('Filling a litre of empty room of a carton.'),
    carriers: z.array(carrier).optional().describe('Roll containers or pallets for the orders of stores, smallest first.'),
    loadPiece_s: nonNegative.optional().describe('Loading one carton or loose unit onto a carrier.'),
  })
  .describe('How orders are packed.');

export type PackingFile = z.output<typeof packing>;

// A picker-tour instance as its file has it. docs/solve-picker-tour.md describes every key.

import { z } from 'zod';
import { faceFields, layoutSchema } from './layout-schema.ts';

export const pickSchema = z.strictObject(faceFields);

export const pickerTourSchema = z.strictObject({
  name: z.string().min(1),
  layout: layoutSchema,
  picks: z.array(pickSchema),
  /** Length of the shortest tour, where it is known. */
  optimum: z.number().nonnegative().optional(),
});

export type PickerTourFile = z.infer<typeof pickerTourSchema>;

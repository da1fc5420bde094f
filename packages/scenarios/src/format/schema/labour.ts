// People and equipment: shifts, roles, who works when, and the machines and carts.

import { z } from 'zod';
import { EQUIPMENT_KINDS, TASK_KINDS } from '@dongseon/engine';
import { clock, count, id, names, nonNegative, point, positive } from './common.ts';

const shift = z.strictObject({
  id,
  start: clock,
  end: clock,
  breaks: z.array(z.strictObject({ at: clock, length_s: positive })).default([]),
});

const role = z.strictObject({
  id,
  names,
  skills: z.array(z.enum(TASK_KINDS)).describe('Tasks this role can do, preferred first. Empty: office work.'),
  wage_krwPerHour: nonNegative,
});

const people = z.strictObject({
  role: z.string(),
  shift: z.string(),
  count,
  walk_mps: positive.default(1),
});

const equipment = z.strictObject({
  kind: z.enum(EQUIPMENT_KINDS),
  count,
  speed_mps: positive,
  lift_mps: positive.default(0.35),
  width_m: positive
    .optional()
    .describe(
      'Across the way, with its load. Usual ones where it is not given: pick cart 0.6, shopping cart 0.55, pallet truck 1.1, trucks 1.3.',
    ),
  mtbf_h: positive.optional().describe('Mean operating hours between failures; none: never fails.'),
  mttr_h: positive.default(1).describe('Mean hours to repair.'),
  home: point,
});

export const labour = z.strictObject({
  shifts: z.array(shift).min(1),
  roles: z.array(role).min(1),
  people: z.array(people).min(1),
  equipment: z.array(equipment).default([]),
});

export type LabourFile = z.output<typeof labour>;

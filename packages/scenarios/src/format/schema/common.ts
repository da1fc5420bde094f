// What the parts of the scenario file have in common: identifiers, names, clock times, numbers with their range.

import { z } from 'zod';
import { TEMPERATURE_CLASSES } from '@dongseon/engine';

export const id = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .describe('Identifier: letters, digits, dot, underscore and hyphen.');

export const names = z.strictObject({ ko: z.string().min(1), en: z.string().min(1) }).describe('A name in Korean and English.');

/** A time of day; hours of 24 and more stand for the next day (a shift over midnight). */
export const clock = z
  .string()
  .regex(/^([0-2]\d|3[0-5]):[0-5]\d$/)
  .describe('Time of day, "HH:MM"; 24:00 and later is the next day.');

export const positive = z.number().positive();
export const nonNegative = z.number().nonnegative();
export const fraction = z.number().min(0).max(1);
export const percent = z.number().min(0).max(100);
export const count = z.int().positive();
export const whole = z.int().nonnegative();

export const temperature = z.enum(TEMPERATURE_CLASSES);
export const table = z
  .string()
  .regex(/^[\w./-]+\.csv$/)
  .describe('A CSV table beside the scenario file.');

export const point = z
  .strictObject({ x_m: z.number(), y_m: z.number() })
  .describe('A point in metres: x east, y north of the inner south-west corner of the building.');

export const rectangle = z
  .tuple([z.number(), z.number(), z.number(), z.number()])
  .describe('[x0, y0, x1, y1] in metres, x0 < x1 and y0 < y1.');

/** A value for each temperature class. */
export function perClass<Value extends z.ZodType>(value: Value) {
  return z.strictObject({ ambient: value, chilled: value, frozen: value });
}

/** Seconds after midnight of a clock time. */
export function clockSeconds(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60;
}

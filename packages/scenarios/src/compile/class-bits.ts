// Temperature classes as the model has them: 1 bit each.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { TemperatureClass } from '@dongseon/engine';

export function classBits(names: readonly TemperatureClass[]): number {
  let bits = 0;
  for (const name of names) bits |= 1 << TEMPERATURE_CLASSES.indexOf(name);
  return bits;
}

// Whether every SKU can be housed at all: what is well-formed but cannot be satisfied is told before anything is computed.

import { TEMPERATURE_CLASSES } from '@dongseon/engine';
import type { ProblemList } from '../validate/problem.ts';
import type { SlottingInstance } from './slotting.ts';

/** Whether an SKU may lie in a location: its temperature, its weight and its volume. */
export function mayLie({ skus, locations }: SlottingInstance, sku: number, location: number): boolean {
  return (
    skus.temperature[sku] === locations.temperature[location] &&
    skus.weight_kg[sku]! <= locations.maxWeight_kg[location]! &&
    skus.volume_l[sku]! <= locations.volume_l[location]!
  );
}

/**
 * E8007, E8008: the input is sound, and still nobody could answer it.
 * @param place of an SKU, or of the whole.
 */
export function checkFits(instance: SlottingInstance, place: (sku?: number) => string, problems: ProblemList): void {
  const { skus, locations } = instance;
  if (skus.count > locations.count)
    problems.add(
      'E8008',
      place(),
      `${skus.count} SKUs need a location each, and there are ${locations.count}`,
      'Add locations or leave SKUs out.',
      false,
    );
  const kinds = kindsOf(instance);
  for (let sku = 0; sku < skus.count; sku++) {
    if (kinds.some((location) => mayLie(instance, sku, location))) continue;
    problems.add(
      'E8007',
      place(sku),
      `SKU ${skus.id[sku]} (${skus.weight_kg[sku]} kg, ${skus.volume_l[sku]} l, ${TEMPERATURE_CLASSES[skus.temperature[sku]!]}) fits no location`,
      'Add a location that takes it, or correct its weight, volume or temperature.',
      false,
    );
  }
}

/** One location of each kind: those alike in what they take. */
function kindsOf({ locations }: SlottingInstance): number[] {
  const seen = new Map<string, number>();
  for (let i = 0; i < locations.count; i++) {
    const key = `${locations.temperature[i]} ${locations.maxWeight_kg[i]} ${locations.volume_l[i]}`;
    if (!seen.has(key)) seen.set(key, i);
  }
  return [...seen.values()];
}

// The cartons in which some goods would be packed, without packing them: for a look at an order.

import { RandomStream } from '../base/random.ts';
import type { Model } from '../model/model.ts';
import type { CartonizationPolicy, PackedCarton, PackLine } from './cartonization/policy.ts';

/** Units picked of an order line. */
export interface PickedUnits {
  readonly line: number;
  readonly units: number;
}

/** The goods as the cartonization policies see them, in the same order. */
export function packLines({ items, demand }: Model, goods: readonly PickedUnits[]): PackLine[] {
  return goods.map(({ line, units }) => {
    const item = demand.lines.item[line]!;
    return {
      units,
      length_m: items.length_m[item]!,
      width_m: items.width_m[item]!,
      height_m: items.height_m[item]!,
      weight_kg: items.weight_kg[item]!,
      upright: items.upright[item] === 1,
      fragile: items.fragile[item] === 1,
      temperature: items.temperature[item]!,
    };
  });
}

/**
 * What the policy does with the goods; `contents` and `placements` name them by their index in `goods`. Draws from no stream
 * of a run: a policy that draws is shown with draws of its own.
 */
export function packingPreview(model: Model, policy: CartonizationPolicy, goods: readonly PickedUnits[]): PackedCarton[] {
  return policy.decide({ lines: packLines(model, goods), cartons: model.cartons }, new RandomStream('packing-preview'));
}

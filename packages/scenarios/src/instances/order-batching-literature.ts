// An order-batching file of the literature as an order-batching instance.
//
// Source:     see order-batching-sections.ts.
// Applies to: one block. The capacity counts weight · quantity, in items. Orders have no ids there: they are numbered from 0.
// Cost:       O(file).

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { readSections } from './order-batching-sections.ts';
import { checkCapacity, type OrderBatchingFile } from './order-batching.ts';

/** Throws InvalidInstance with all problems. @param fileName shown in problems; without its ending the instance's name. */
export function readBatchingText(text: string, fileName: string): OrderBatchingFile {
  const problems = new ProblemList();
  const { values, weights, skus, orders } = readSections(text, fileName, { form: 'E8208', place: 'E8202' }, problems);
  checkCapacity(values.PICKER_CAPACITY, () => `${fileName} PICKER_CAPACITY`, problems);
  if (values.DEPOT_AISLE >= values.NUM_AISLES)
    problems.add(
      'E8202',
      `${fileName} DEPOT_AISLE`,
      `the depot is at aisle ${values.DEPOT_AISLE} of ${values.NUM_AISLES} (counted from 0)`,
      `Give 0 … ${values.NUM_AISLES - 1}.`,
    );
  const cell_m = values.DISTANCE_CELL_TO_CELL;
  const bottom_m = values.DISTANCE_BOTTOM_TO_CELL;
  const places = new Map(skus.map((sku) => [sku.id, sku]));
  const listed = orders.map(({ line, items }, order) => {
    if (items.length === 0)
      problems.add('E8205', `${fileName}:${line}`, `order ${order} asks for nothing`, 'Give it an article, or leave it out.');
    return {
      id: String(order),
      picks: items.flatMap(({ line: at, id, quantity }) => {
        const sku = places.get(id);
        const size = (weights.get(id) ?? 1) * quantity;
        if (sku === undefined)
          problems.add('E8209', `${fileName}:${at}`, `order ${order} asks for "${id}", which is no SKU`, 'List it.');
        if (!(size > 0))
          problems.add('E8208', `${fileName}:${at}`, `order ${order} asks for ${size} of "${id}"`, 'Give more than 0.');
        if (sku === undefined) return [];
        return [{ aisle: sku.aisle, block: 0, offset: bottom_m + (values.NUM_CELLS - 1 - sku.cell) * cell_m, quantity: size }];
      }),
    };
  });
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  return {
    name: fileName.replace(/\.txt(\.gz)?$/, ''),
    layout: {
      ...{ aisles: values.NUM_AISLES, blocks: 1, aislePitch: values.DISTANCE_AISLE_TO_AISLE, crossAisleOffset: 0 },
      subaisleLength: bottom_m + (values.NUM_CELLS - 1) * cell_m + values.DISTANCE_TOP_TO_CELL,
      depot: { aisle: values.DEPOT_AISLE, crossAisle: 0 },
    },
    capacity: { unit: 'items', value: values.PICKER_CAPACITY },
    orders: listed,
  };
}

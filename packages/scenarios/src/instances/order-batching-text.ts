// Reads the text files of the order-batching literature as slotting instances: where the SKUs lie is the present assignment,
// the orders are the history, and every cell of the warehouse may hold one SKU.
//
// Source:     the files of Henn & Wäscher (2012), Muter & Öncan (2015) and Bahçeci & Öncan (2021): sections of `KEY : value`
//             lines, ARTICLE_SECTION, SKU_SECTION and ORDER_SECTION.
// Applies to: one block, the depot at the front. Cell 0 is at the BACK of the aisle: the distance from the front is
//             BOTTOM + (NUM_CELLS - 1 - cell) · CELL. The capacity of the picker plays no part here.
// Cost:       O(file).

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { readSections, SIDES, type SkuRow } from './order-batching-sections.ts';
import { evenLayout, linesPerDay, orderColumns, plainLocations, type SlottingInstance } from './slotting.ts';

/** Throws InvalidInstance with all problems. @param fileName shown in problems; without its ending the instance's name. */
export function readOrderBatchingText(text: string, fileName: string): SlottingInstance {
  const problems = new ProblemList();
  const { values, skus, orders } = readSections(text, fileName, { form: 'E8009', place: 'E8002' }, problems);
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());
  const { NUM_AISLES: aisles, NUM_CELLS: cells, DISTANCE_CELL_TO_CELL: cell_m, DISTANCE_BOTTOM_TO_CELL: bottom_m } = values;
  const sides = Math.max(...skus.map(({ side }) => side)) + 1;

  // Aisle, side and cell from the front: the order of locations everywhere.
  const row = ({ aisle, side, cell }: Pick<SkuRow, 'aisle' | 'side' | 'cell'>): number =>
    (aisle * sides + side) * cells + (cells - 1 - cell);
  const places = Array.from({ length: aisles * sides * cells }, (_, i) => ({
    aisle: Math.floor(i / (sides * cells)),
    side: Math.floor(i / cells) % sides,
    cell: cells - 1 - (i % cells),
  }));
  const numbers = new Map(skus.map(({ id }, sku) => [id, sku]));
  const present = new Int32Array(skus.length);
  const residents = new Map<number, string>();
  skus.forEach((sku, i) => {
    const location = (present[i] = row(sku));
    const other = residents.get(location);
    if (other !== undefined)
      problems.add(
        'E8006',
        `${fileName}:${sku.line}`,
        `SKUs ${other} and ${sku.id} lie in one cell`,
        'Give one of them another.',
      );
    residents.set(location, sku.id);
  });
  const rows = orders.map(({ line, items }) => ({
    day: 0,
    skus: items.flatMap(({ id }) => {
      const sku = numbers.get(id);
      if (sku === undefined)
        problems.add('E8004', `${fileName}:${line}`, `an order asks for "${id}", which is no SKU`, 'List it.');
      return sku ?? [];
    }),
  }));
  if (!problems.isEmpty) throw new InvalidInstance(problems.list());

  const history = orderColumns(rows);
  const length_m = bottom_m + (cells - 1) * cell_m + values.DISTANCE_TOP_TO_CELL;
  return {
    name: fileName.replace(/\.txt$/, ''),
    layout: evenLayout(aisles, values.DISTANCE_AISLE_TO_AISLE, 1, length_m),
    depot: { aisle: values.DEPOT_AISLE, crossAisle: 0 },
    locations: plainLocations(
      places.map(({ aisle, side, cell }) => ({
        ...{ aisle, block: 0, side, level: 0 },
        offset_m: bottom_m + (cells - 1 - cell) * cell_m,
      })),
      places.map(({ aisle, side, cell }) => `${aisle}-${cell}-${SIDES[side]}`),
    ),
    skus: {
      count: skus.length,
      id: skus.map(({ id }) => id),
      popularity: linesPerDay(history, skus.length),
      weight_kg: new Float64Array(skus.length),
      volume_l: new Float64Array(skus.length),
      temperature: new Uint8Array(skus.length),
    },
    history,
    evaluation: undefined,
    routing: undefined,
    present,
  };
}

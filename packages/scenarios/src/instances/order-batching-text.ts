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
import { evenLayout, linesPerDay, orderColumns, plainLocations, type SlottingInstance } from './slotting.ts';

const KEYS = [
  'NUM_AISLES',
  'NUM_CELLS',
  'DEPOT_AISLE',
  'DISTANCE_AISLE_TO_AISLE',
  'DISTANCE_CELL_TO_CELL',
  'DISTANCE_TOP_TO_CELL',
  'DISTANCE_BOTTOM_TO_CELL',
] as const;
type Key = (typeof KEYS)[number];

const SIDES = ['left', 'right'];

interface SkuRow {
  readonly line: number;
  readonly id: string;
  readonly aisle: number;
  readonly cell: number;
  readonly side: number;
}

interface Content {
  readonly values: Readonly<Record<Key, number>>;
  readonly skus: readonly SkuRow[];
  /** Line and SKU ids of each order. */
  readonly orders: readonly { readonly line: number; readonly ids: string[] }[];
}

export function isOrderBatchingText(text: string): boolean {
  return /^PICKER_CAPACITY\s*:/m.test(text) && /^SKU_SECTION/m.test(text);
}

/** Throws InvalidInstance with all problems. @param fileName shown in problems; without its ending the instance's name. */
export function readOrderBatchingText(text: string, fileName: string): SlottingInstance {
  const problems = new ProblemList();
  const { values, skus, orders } = readContent(text, fileName, problems);
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
  const rows = orders.map(({ line, ids }) => ({
    day: 0,
    skus: ids.flatMap((id) => {
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

/** E8009: what the sections say. */
function readContent(text: string, fileName: string, problems: ProblemList): Content {
  const header = new Map<string, number>();
  const skus: SkuRow[] = [];
  const orders: { line: number; ids: string[] }[] = [];
  const faulty = (line: number, cause: string, cure: string): void => problems.add('E8009', `${fileName}:${line}`, cause, cure);
  let section = '';
  text.split(/\r?\n/).forEach((content, i) => {
    const line = i + 1;
    const pair = /^([A-Z_]+)\s*:\s*(.*?)\s*$/.exec(content);
    const sku = /^ID (\S+) AISLE (\d+) CELL (\d+)(?:.*LEFT_RIGHT_HAND_SIDE (left|right))?/.exec(content);
    const item = /^ID (\S+) QUANTITY /.exec(content);
    if (/^[A-Z]+_SECTION/.test(content)) section = content.trim();
    else if (pair?.[1] === 'NUM_ARTICLES_IN_ORDER') orders.push({ line, ids: [] });
    else if (pair) header.set(pair[1]!, Number(pair[2]));
    else if (section === 'SKU_SECTION' && sku)
      skus.push({
        line,
        id: sku[1]!,
        aisle: Number(sku[2]),
        cell: Number(sku[3]),
        side: Math.max(0, SIDES.indexOf(sku[4] ?? '')),
      });
    else if (section === 'ORDER_SECTION' && item && orders.length > 0) orders.at(-1)!.ids.push(item[1]!);
    else if ((section === 'SKU_SECTION' || section === 'ORDER_SECTION') && content.startsWith('ID'))
      faulty(line, `"${content}" is no line of ${section}`, 'Write ID … AISLE … CELL …, or ID … QUANTITY ….');
  });
  for (const key of KEYS)
    if (!Number.isFinite(header.get(key)))
      problems.add('E8009', fileName, `${key} is missing or no number`, `Give ${key} : a number.`);
  const values = Object.fromEntries(KEYS.map((key) => [key, header.get(key) ?? 0])) as Record<Key, number>;
  for (const { line, id, aisle, cell } of skus)
    if (aisle >= values.NUM_AISLES || cell >= values.NUM_CELLS)
      problems.add(
        'E8002',
        `${fileName}:${line}`,
        `SKU ${id} lies at aisle ${aisle}, cell ${cell}, outside the layout`,
        'Correct it.',
      );
  if (skus.length === 0) problems.add('E8009', fileName, 'no SKU has a place', 'Give a SKU_SECTION.');
  if (orders.length === 0) problems.add('E8009', fileName, 'there are no orders', 'Give an ORDER_SECTION.');
  return { values, skus, orders };
}

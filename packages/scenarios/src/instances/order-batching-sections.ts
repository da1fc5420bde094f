// The sections of an order-batching file of the literature, as they stand: what its slotting and its order-batching reading share.
//
// Source:     the files of Henn & Wäscher (2012), Muter & Öncan (2015) and Bahçeci & Öncan (2021): sections of `KEY : value`
//             lines, ARTICLE_SECTION, SKU_SECTION and ORDER_SECTION.
// Applies to: one block, the depot at the front. Cell 0 is at the BACK of the aisle: the distance from the front is
//             BOTTOM + (NUM_CELLS - 1 - cell) · CELL.
// Cost:       O(file).

import type { ProblemList } from '../validate/problem.ts';

const KEYS = [
  'PICKER_CAPACITY',
  'NUM_AISLES',
  'NUM_CELLS',
  'DEPOT_AISLE',
  'DISTANCE_AISLE_TO_AISLE',
  'DISTANCE_CELL_TO_CELL',
  'DISTANCE_TOP_TO_CELL',
  'DISTANCE_BOTTOM_TO_CELL',
] as const;
type Key = (typeof KEYS)[number];

export const SIDES = ['left', 'right'];

export interface SkuRow {
  readonly line: number;
  readonly id: string;
  readonly aisle: number;
  readonly cell: number;
  readonly side: number;
}

export interface OrderRow {
  readonly line: number;
  readonly items: readonly { readonly line: number; readonly id: string; readonly quantity: number }[];
}

export interface Sections {
  readonly values: Readonly<Record<Key, number>>;
  /** By article: what a unit takes of the picker's capacity. */
  readonly weights: ReadonlyMap<string, number>;
  readonly skus: readonly SkuRow[];
  readonly orders: readonly OrderRow[];
}

/** How problems are numbered: a form that is not right, and a place outside the layout. */
export interface SectionCodes {
  readonly form: string;
  readonly place: string;
}

export function isOrderBatchingText(text: string): boolean {
  return /^PICKER_CAPACITY\s*:/m.test(text) && /^SKU_SECTION/m.test(text);
}

/** Reads the sections; what is wrong with them is added to `problems`. */
export function readSections(text: string, fileName: string, codes: SectionCodes, problems: ProblemList): Sections {
  const header = new Map<string, number>();
  const weights = new Map<string, number>();
  const skus: SkuRow[] = [];
  const orders: { line: number; items: { line: number; id: string; quantity: number }[] }[] = [];
  const faulty = (line: number, cause: string, cure: string): void =>
    problems.add(codes.form, `${fileName}:${line}`, cause, cure);
  let section = '';
  text.split(/\r?\n/).forEach((content, i) => {
    const line = i + 1;
    const pair = /^([A-Z_]+)\s*:\s*(.*?)\s*$/.exec(content);
    const article = /^ID (\S+) WEIGHT (\S+)/.exec(content);
    const sku = /^ID (\S+) AISLE (\d+) CELL (\d+)(?:.*LEFT_RIGHT_HAND_SIDE (left|right))?/.exec(content);
    const item = /^ID (\S+) QUANTITY (\S+)/.exec(content);
    if (/^[A-Z]+_SECTION/.test(content)) section = content.trim();
    else if (pair?.[1] === 'NUM_ARTICLES_IN_ORDER') orders.push({ line, items: [] });
    else if (pair) header.set(pair[1]!, Number(pair[2]));
    else if (section === 'ARTICLE_SECTION' && article) weights.set(article[1]!, Number(article[2]));
    else if (section === 'SKU_SECTION' && sku)
      skus.push({
        line,
        id: sku[1]!,
        aisle: Number(sku[2]),
        cell: Number(sku[3]),
        side: Math.max(0, SIDES.indexOf(sku[4] ?? '')),
      });
    else if (section === 'ORDER_SECTION' && item && orders.length > 0)
      orders.at(-1)!.items.push({ line, id: item[1]!, quantity: Number(item[2]) });
    else if ((section === 'SKU_SECTION' || section === 'ORDER_SECTION') && content.startsWith('ID'))
      faulty(line, `"${content}" is no line of ${section}`, 'Write ID … AISLE … CELL …, or ID … QUANTITY ….');
  });
  for (const key of KEYS)
    if (!Number.isFinite(header.get(key)))
      problems.add(codes.form, fileName, `${key} is missing or no number`, `Give ${key} : a number.`);
  const values = Object.fromEntries(KEYS.map((key) => [key, header.get(key) ?? 0])) as Record<Key, number>;
  for (const { line, id, aisle, cell } of skus)
    if (aisle >= values.NUM_AISLES || cell >= values.NUM_CELLS)
      problems.add(
        codes.place,
        `${fileName}:${line}`,
        `SKU ${id} lies at aisle ${aisle}, cell ${cell}, outside the layout`,
        'Correct it.',
      );
  if (skus.length === 0) problems.add(codes.form, fileName, 'no SKU has a place', 'Give a SKU_SECTION.');
  if (orders.length === 0) problems.add(codes.form, fileName, 'there are no orders', 'Give an ORDER_SECTION.');
  return { values, weights, skus, orders };
}

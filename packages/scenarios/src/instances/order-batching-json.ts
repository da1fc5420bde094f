// Reads order-batching instances: JSON, JSON lines of many, or a text file of the literature, told apart by their content. Checks
// the form and what the parts say of each other, and reports all it finds at once.

import { reportIssues } from '../format/schema-problems.ts';
import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { parseJson, placesIn, readObjects } from './json-instance.ts';
import { checkDepot, checkFace, layoutSchema, type PlaceOf } from './layout-schema.ts';
import { readBatchingText } from './order-batching-literature.ts';
import { isOrderBatchingText } from './order-batching-sections.ts';
import { batchPickSchema, checkCapacity, orderBatchingSchema, type OrderBatchingFile } from './order-batching.ts';

const PAGE = 'docs/solve-order-batching.md';

/** Throws InvalidInstance with all problems of all instances. @param fileName shown in problems. */
export function readOrderBatching(bytes: Uint8Array, fileName: string): OrderBatchingFile[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return readObjects(text, fileName, readOne);
  if (isOrderBatchingText(text)) return [readBatchingText(new TextDecoder('latin1').decode(bytes), fileName)];
  const problems = new ProblemList();
  problems.add(
    'E8201',
    fileName,
    'this is no form of an order-batching instance that is known',
    `Give JSON, JSON lines, or an order-batching file of the literature with its SKU_SECTION; ${PAGE} shows the forms.`,
  );
  throw new InvalidInstance(problems.list());
}

function readOne(text: string, fileName: string): OrderBatchingFile {
  const problems = new ProblemList();
  const place = placesIn(text, fileName);
  const data = parseJson(text, fileName, problems);
  if (data === undefined) throw new InvalidInstance(problems.list());
  const result = orderBatchingSchema.safeParse(data);
  if (!result.success) reportIssues(result.error.issues, orderBatchingSchema, data, place, problems, PAGE);
  checkParts(data, place, problems);
  if (!result.success || !problems.isEmpty) throw new InvalidInstance(problems.list());
  return result.data;
}

/** What well-formed parts say of each other; the others are left to the schema. */
function checkParts(data: unknown, place: PlaceOf, problems: ProblemList): void {
  const file = recordOf(data);
  const layout = layoutSchema.safeParse(file['layout']).data;
  if (layout !== undefined) checkDepot(layout, 'E8202', ['layout'], place, problems);
  const capacity = recordOf(file['capacity']);
  checkCapacity(capacity['value'], () => place(['capacity', 'value']), problems);
  const orders: unknown[] = Array.isArray(file['orders']) ? file['orders'] : [];
  if (Array.isArray(file['orders']) && orders.length === 0)
    problems.add('E8206', place(['orders']), 'there are no orders', 'Give one at least.');
  const seen = new Set<unknown>();
  orders.forEach((one, i) => {
    const { id, picks } = recordOf(one);
    if (typeof id === 'string' && seen.has(id))
      problems.add('E8204', place(['orders', i, 'id']), `order "${id}" stands twice`, 'Give each its own id.');
    seen.add(id);
    if (!Array.isArray(picks)) return;
    if (picks.length === 0)
      problems.add(
        'E8205',
        place(['orders', i, 'picks']),
        `order ${String(id)} asks for nothing`,
        'Give it a pick, or leave it out.',
      );
    picks.forEach((pick, p) => {
      const face = batchPickSchema.safeParse(pick).data;
      const path = ['orders', i, 'picks', p];
      if (face === undefined) return;
      if (layout !== undefined) checkFace(face, layout, 'E8202', `pick ${p} of order ${String(id)}`, path, place, problems);
      if (capacity['unit'] === 'kg' && face.weight_kg === undefined)
        problems.add(
          'E8207',
          place(path),
          `pick ${p} of order ${String(id)} has no weight, and the capacity is in kilograms`,
          'Give "weight_kg" of one unit, or a capacity in items.',
        );
    });
  });
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {};
}

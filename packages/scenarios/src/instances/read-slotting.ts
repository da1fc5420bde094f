// The content of a file as slotting instances, its form told by the content: JSON, JSON lines, the order-batching text form, or
// order lines as CSV.

import { ProblemList } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { readObjects } from './json-instance.ts';
import { isOrderBatchingText } from './order-batching-sections.ts';
import { readOrderBatchingText } from './order-batching-text.ts';
import { isOrderLinesCsv, readOrderLinesCsv, type SplitOptions } from './order-lines-csv.ts';
import { readSlottingJson } from './slotting-json.ts';
import type { SlottingInstance } from './slotting.ts';

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readSlotting(bytes: Uint8Array, fileName: string, options: SplitOptions = {}): SlottingInstance[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return readObjects(text, fileName, readSlottingJson);
  if (isOrderBatchingText(text)) return [readOrderBatchingText(new TextDecoder('latin1').decode(bytes), fileName)];
  if (isOrderLinesCsv(text)) return [readOrderLinesCsv(text, fileName, options)];
  const problems = new ProblemList();
  problems.add(
    'E8001',
    fileName,
    'this is no form of a slotting instance that is known',
    'Give JSON, JSON lines, an order-batching file with its SKU_SECTION, or a CSV with invoice, stock, qty and datetime.',
  );
  throw new InvalidInstance(problems.list());
}

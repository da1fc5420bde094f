// The content of a file as slotting instances, its form told by the content: JSON, JSON lines, the order-batching text form, or
// order lines as CSV.

import { ProblemList, type Problem } from '../validate/problem.ts';
import { InvalidInstance } from './invalid-instance.ts';
import { isOrderBatchingText, readOrderBatchingText } from './order-batching-text.ts';
import { isOrderLinesCsv, readOrderLinesCsv, type SplitOptions } from './order-lines-csv.ts';
import { readSlottingJson } from './slotting-json.ts';
import type { SlottingInstance } from './slotting.ts';

/** Throws InvalidInstance with all problems. @param fileName shown in problems. */
export function readSlotting(bytes: Uint8Array, fileName: string, options: SplitOptions = {}): SlottingInstance[] {
  const text = new TextDecoder().decode(bytes);
  if (text.trimStart().startsWith('{')) return readObjects(text, fileName);
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

/** One object, or one in each line. */
function readObjects(text: string, fileName: string): SlottingInstance[] {
  const lines = text.split('\n').map((line, i) => ({ line: line.trim(), number: i + 1 }));
  const full = lines.filter(({ line }) => line !== '');
  const isLines = full.length > 1 && full.every(({ line }) => line.startsWith('{') && line.endsWith('}'));
  if (!isLines) return [readSlottingJson(text, fileName)];
  const problems: Problem[] = [];
  const instances = full.flatMap(({ line, number }) => {
    try {
      return [readSlottingJson(line, `${fileName}:${number}`)];
    } catch (error) {
      if (!(error instanceof InvalidInstance)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new InvalidInstance(problems);
  return instances;
}

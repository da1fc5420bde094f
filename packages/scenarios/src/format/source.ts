// The text of a scenario: YAML or JSON (which YAML contains), read into plain data with the line of every value.

import { LineCounter, isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';
import type { Path, ProblemList } from '../validate/problem.ts';

export interface Source {
  readonly fileName: string;
  /** The text as it was; undefined where the scenario came as an object. */
  readonly text: string | undefined;
  readonly data: unknown;
  readonly document: Document | undefined;
  /** Line (from 1) of a value, or of the key of it; undefined where this source does not hold it. */
  line(path: Path): number | undefined;
}

const NO_LINE = (): undefined => undefined;

export function sourceOfObject(data: unknown, fileName: string): Source {
  return { fileName, text: undefined, data, document: undefined, line: NO_LINE };
}

/** Reads a text; reports what is wrong with it (E1001) and then has no data. */
export function parseSource(text: string, fileName: string, problems: ProblemList): Source {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: true, prettyErrors: false });
  for (const error of document.errors) {
    const { line, col } = lines.linePos(error.pos[0]);
    problems.add(
      'E1001',
      `${fileName}:${line}:${col}`,
      `this is not YAML: ${firstSentence(error.message)}`,
      'Correct the line; a bracket, a quote or the indentation above it may be what is wrong.',
    );
  }
  if (document.errors.length > 0) return { fileName, text, data: undefined, document, line: NO_LINE };
  const line = (path: Path): number | undefined => {
    const offset = offsetOf(document, path);
    return offset === undefined ? undefined : lines.linePos(offset).line;
  };
  return { fileName, text, data: document.toJS({ maxAliasCount: 100 }) as unknown, document, line };
}

function firstSentence(message: string): string {
  return message.split('\n')[0]!.replace(/[.:]$/, '');
}

/** Where a path's key (in a map) or value (in a list) begins in the text. */
function offsetOf(document: Document, path: Path): number | undefined {
  let node: unknown = document.contents;
  let offset = isNode(node) ? node.range?.[0] : undefined;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step));
      if (pair === undefined) return undefined;
      offset = isScalar(pair.key) ? pair.key.range?.[0] : offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (!isNode(node)) return undefined;
      offset = node.range?.[0];
    } else {
      return undefined;
    }
  }
  return offset;
}

// Saving a scenario. One that was not changed gives the bytes it was loaded from; a changed value replaces only its own text.

import { Document, isNode, isScalar, stringify } from 'yaml';
import type { LoadedScenario } from './load.ts';

export function saveScenario(loaded: LoadedScenario): string {
  const { source, settings } = loaded;
  if (source.text === undefined) return stringify(source.data, { lineWidth: 120 });
  if (settings.length === 0) return source.text;
  const isJson = source.text.trimStart().startsWith('{');
  const edits: { start: number; end: number; text: string }[] = [];
  const added = (source.document as Document).clone() as Document;
  for (const { path, value, text } of settings) {
    const node: unknown = source.document!.getIn(path, true);
    const written = isJson ? JSON.stringify(value) : text.trim();
    if (value !== null && isNode(node) && node.range && (isScalar(node) || isJson)) {
      edits.push({ start: node.range[0], end: node.range[1], text: written });
    }
    if (value === null) added.deleteIn(path);
    else added.setIn(path, value);
  }
  // A new key, or a list for a value: the document is written anew (comments stay, spacing may change).
  if (edits.length < settings.length) {
    return isJson ? `${JSON.stringify(added.toJS(), null, 2)}\n` : added.toString({ lineWidth: 120 });
  }
  let result = source.text;
  for (const edit of edits.sort((a, b) => b.start - a.start))
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  return result;
}

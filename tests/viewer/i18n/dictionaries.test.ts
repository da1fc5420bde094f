import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../../../packages/engine/src/model/policy.ts';
import { TASK_KINDS } from '../../../packages/engine/src/model/labour.ts';
import { AGENT_STATES, TRACE_EVENTS } from '../../../packages/engine/src/trace/format.ts';
import { EVENT_KINDS } from '../../../packages/engine/src/world/events.ts';
import { ORDER_STATES } from '../../../packages/engine/src/world/states.ts';
import { en } from '../../../packages/viewer/src/i18n/en.ts';
import { enRoads } from '../../../packages/viewer/src/i18n/en-roads.ts';
import { ko } from '../../../packages/viewer/src/i18n/ko.ts';
import { koRoads } from '../../../packages/viewer/src/i18n/ko-roads.ts';

type Group = { readonly [key: string]: string | Group };

function flatten(group: Group, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(group)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) found.set(inner, text);
  }
  return found;
}

const korean = flatten({ ...ko, ...koRoads });
const english = flatten({ ...en, ...enRoads });
const placeholders = (text: string): string[] => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).sort();

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !/i18n/.test(folder) ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the dictionaries', () => {
  it('have the same keys in Korean and English', () => {
    expect([...english.keys()].sort()).toEqual([...korean.keys()].sort());
  });

  it('have the same placeholders in both languages', () => {
    for (const [key, text] of korean) expect([key, placeholders(english.get(key)!)]).toEqual([key, placeholders(text)]);
  });

  it('have no empty text', () => {
    for (const [key, text] of [...korean, ...english]) expect([key, text.trim()]).not.toEqual([key, '']);
  });

  it('have no Korean in the English texts but the name of the product and of the language', () => {
    const mixed = [...english].filter(([, text]) => /[가-힣]/.test(text)).map(([key]) => key);
    expect(mixed.sort()).toEqual(['header.language', 'header.otherLanguage', 'product.name']);
  });

  it('name everything the engine reports', () => {
    const wanted = [
      ...AGENT_STATES.map((state) => `state.${state}`),
      ...TRACE_EVENTS.map((event) => `event.${event}`),
      ...TASK_KINDS.map((task) => `task.${task}`),
      ...DECISIONS.map((decision) => `decision.${decision}`),
      ...ORDER_STATES.map((state) => `orderState.${state}`),
      ...EVENT_KINDS.map((kind) => `pendingKind.${kind}`),
    ];
    expect(wanted.filter((key) => !korean.has(key))).toEqual([]);
  });

  it('have every key that the source asks for, and no key that it never asks for', () => {
    const text = sources(join(import.meta.dirname, '../../../packages/viewer/src')).join('\n');
    const literal = new Set([...text.matchAll(/\bt\('([\w.-]+)'/g)].map((match) => match[1]!));
    expect([...literal].filter((key) => !korean.has(key))).toEqual([]);
    const prefixes = [...text.matchAll(/`([\w.]+\.)\$\{/g)].map((match) => match[1]!);
    const unused = [...korean.keys()].filter((key) => !literal.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)));
    expect(unused).toEqual([]);
  });
});

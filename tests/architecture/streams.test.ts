// `dongseon list streams` is written by hand so that each stream is explained; here it is held against the source.

import { describe, expect, it } from 'vitest';
import { DECISIONS } from '../../packages/engine/src/model/policy.ts';
import { streams } from '../../packages/scenarios/src/cli/streams.ts';
import { readSource, sourceFiles } from './source.ts';

/** The names of streams in the source, `${person}` written as `<person>`. */
function namesInSource(): string[] {
  const files = [...sourceFiles('packages/engine/src'), ...sourceFiles('packages/scenarios/src')];
  const names = files
    .filter((file) => !file.endsWith('/base/random.ts'))
    .flatMap((file) => [...readSource(file).matchAll(/\b(?:streams|structure)\.(?:get|once)\(\s*['`]([^'`]+)['`]/g)])
    .map((match) => match[1]!.replace(/\$\{([^}]*)\}/g, '<$1>'));
  return [...new Set(names)];
}

describe('the list of random streams', () => {
  it('names every stream of the source, and no other', () => {
    const isPolicy = (name: string): boolean => name.startsWith('policy/');
    const found = namesInSource();
    expect(
      streams
        .map(({ name }) => name)
        .filter((name) => !isPolicy(name))
        .sort(),
    ).toEqual(found.filter((name) => !isPolicy(name)).sort());
    expect(found.filter(isPolicy).sort()).toEqual(DECISIONS.map((decision) => `policy/${decision}`).sort());
  });
});

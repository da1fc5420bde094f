// Reading scenarios from folders, for Node: the only file of this package's core that knows a file system.

import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import './builtin/with-order-lines.ts';
import { loadScenario } from './format/load.ts';
import type { LoadOptions, LoadResult } from './format/load.ts';

/** The text of a file; undefined where there is none. */
function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return undefined;
    throw error;
  }
}

/** How tables and extended scenarios beside a scenario file are read. */
export function readersBeside(path: string): Pick<LoadOptions, 'readTable' | 'readScenario'> {
  const folder = dirname(resolve(path));
  const read = (name: string): string | undefined => textOf(join(folder, name));
  return { readTable: read, readScenario: read };
}

/** Loads a scenario file with its tables. Throws where the file itself cannot be read. */
export function loadScenarioFile(path: string, options: Pick<LoadOptions, 'settings'> = {}): LoadResult {
  return loadScenario(readFileSync(path, 'utf8'), { fileName: basename(path), ...readersBeside(path), ...options });
}

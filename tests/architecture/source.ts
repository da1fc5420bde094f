// Reads source files for the tests of this folder: their paths, their imports, their syntax trees.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Paths of all .ts and .tsx files below a folder of the repository, relative to the root, with /. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.includes('node_modules') && !/(^|[\\/])dist[\\/]/.test(path))
    .map((path) => join(folder, path).split(sep).join('/'))
    .sort();
}

export function readSource(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

export function parse(file: string): ReturnType<typeof parseSync> {
  const parsed = parseSync(file, readSource(file), { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  if (parsed.errors.length > 0) throw new Error(`${file} does not parse: ${parsed.errors[0]!.message}`);
  return parsed;
}

/** The module names that a file imports or re-exports, types included. */
export function importsOf(file: string): string[] {
  const source = readSource(file);
  const { module } = parse(file);
  const names = module.staticImports.map((statement) => statement.moduleRequest.value);
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) if (entry.moduleRequest) names.push(entry.moduleRequest.value);
  }
  for (const { moduleRequest } of module.dynamicImports) {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    if (/^['"]/.test(text)) names.push(text.slice(1, -1));
  }
  return [...new Set(names)];
}

/** Where a relative import leads, relative to the root with /; undefined for a package. */
export function resolveImport(file: string, name: string): string | undefined {
  if (!name.startsWith('.')) return undefined;
  return relative(root, resolve(root, dirname(file), name.split('?')[0]!))
    .split(sep)
    .join('/');
}

/** Line of an offset, from 1. */
export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length;
}

#!/usr/bin/env node
// The `dongseon` command: the built command line where it is newer than every source file, the sources themselves otherwise.

import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const home = fileURLToPath(new URL('..', import.meta.url));
const built = join(home, 'dist/cli.js');
const source = join(home, 'src/cli/main.ts');
const sourceFolders = [join(home, 'src'), join(home, '../engine/src')];

/** Whether something was changed, added or removed in a folder after the time given. */
function changedAfter(folder, time) {
  if (statSync(folder).mtimeMs > time) return true;
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? changedAfter(path, time) : statSync(path).mtimeMs > time;
  });
}

function isBuilt() {
  if (!existsSync(built)) return false;
  if (!existsSync(source)) return true; // installed as a package, without its sources
  const time = statSync(built).mtimeMs;
  return !sourceFolders.some((folder) => changedAfter(folder, time));
}

if (!isBuilt()) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import(pathToFileURL(isBuilt() ? built : source).href);
process.exitCode = await main(process.argv.slice(2));

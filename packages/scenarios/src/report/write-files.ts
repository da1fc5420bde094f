// Writes a set of files so that a reader finds all of them or none: first beside their places, then renamed into them.

import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Creates the folder where it does not exist. A failure leaves the files of before as they were. */
export function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): void {
  const suffix = `.partial-${process.pid}`;
  const paths = Object.keys(files).map((name) => join(folder, name));
  try {
    Object.values(files).forEach((content, i) => {
      mkdirSync(dirname(paths[i]!), { recursive: true });
      writeFileSync(paths[i]! + suffix, content);
    });
    for (const path of paths) renameSync(path + suffix, path);
  } catch (error) {
    for (const path of paths) rmSync(path + suffix, { force: true });
    throw error;
  }
}

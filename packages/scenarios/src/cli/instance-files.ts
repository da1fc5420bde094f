// The instance files of a `dongseon solve` command: read, unpacked where they are compressed, all their problems told at once.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { InvalidInstance } from '../instances/invalid-instance.ts';
import type { Problem } from '../validate/problem.ts';
import { usageError } from './exit.ts';

/** The word that stands for the instance that ships. */
const EXAMPLE = 'example';

/** All instances of all files; throws InvalidInstance with what is wrong with any of them. @param example content of the shipped one. */
export function readInstances<I>(
  files: readonly string[],
  example: string,
  read: (bytes: Uint8Array, fileName: string) => readonly I[],
): I[] {
  const problems: Problem[] = [];
  const instances: I[] = [];
  for (const file of files) {
    try {
      instances.push(...read(file === EXAMPLE ? Buffer.from(example) : bytesOf(file), basename(file)));
    } catch (error) {
      if (!(error instanceof InvalidInstance)) throw error;
      problems.push(...error.problems);
    }
  }
  if (problems.length > 0) throw new InvalidInstance(problems);
  return instances;
}

/** The content of a file, unpacked where it is compressed. */
function bytesOf(file: string): Uint8Array {
  try {
    const bytes = readFileSync(file);
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes;
  } catch (error) {
    throw usageError(`The file "${file}" cannot be read: ${(error as NodeJS.ErrnoException).code ?? String(error)}.`);
  }
}

// A hash of everything in a model or a part of one, to compare two compilations.

import { createHash } from 'node:crypto';

export function contentHash(content: unknown): string {
  const hash = createHash('sha256');
  const visit = (value: unknown): void => {
    if (ArrayBuffer.isView(value)) hash.update(new Uint8Array(value.buffer, value.byteOffset, value.byteLength));
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        hash.update(key);
        visit(inner);
      }
    } else hash.update(String(value));
  };
  visit(content);
  return hash.digest('hex');
}

// Overrides: a variant says only what differs from the scenario it extends. Maps are merged key by key, lists and plain
// values are replaced, null removes a key.
//
// `__proto__` and the like are plain keys here (and then refused as unknown): nothing reaches a prototype.

export type PlainMap = Record<string, unknown>;

export function isPlainMap(value: unknown): value is PlainMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Sets an own property, whatever its name. */
export function setOwn(map: PlainMap, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, writable: true, enumerable: true, configurable: true });
}

export function merge(base: unknown, override: unknown): unknown {
  if (!isPlainMap(base) || !isPlainMap(override)) return override;
  const result: PlainMap = {};
  for (const key of Object.keys(base)) {
    if (!Object.hasOwn(override, key)) setOwn(result, key, base[key]);
    else if (override[key] !== null) setOwn(result, key, merge(base[key], override[key]));
  }
  for (const key of Object.keys(override)) {
    if (!Object.hasOwn(base, key) && override[key] !== null) setOwn(result, key, override[key]);
  }
  return result;
}

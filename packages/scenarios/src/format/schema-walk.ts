// Looks into the schema: which keys are known at a path. For suggestions and for `--set`.

import type { z } from 'zod';
import type { Path } from '../validate/problem.ts';

interface Inner {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly innerType?: z.ZodType;
  readonly items?: readonly z.ZodType[];
}

const definition = (schema: z.ZodType): Inner => schema.def as unknown as Inner;

/** Without its defaults and optionality. */
function bare(schema: z.ZodType): z.ZodType {
  let current = schema;
  while (definition(current).innerType !== undefined) current = definition(current).innerType!;
  return current;
}

/** The schema of the value at a path; undefined where the schema knows no such path. */
export function schemaAt(schema: z.ZodType, path: Path): z.ZodType | undefined {
  let current: z.ZodType | undefined = bare(schema);
  for (const step of path) {
    const inner: Inner = definition(current);
    if (inner.shape !== undefined) current = Object.hasOwn(inner.shape, step) ? inner.shape[step] : undefined;
    else if (inner.element !== undefined) current = inner.element;
    else if (inner.valueType !== undefined) current = inner.valueType;
    else if (inner.items !== undefined) current = inner.items[Number(step)];
    else current = undefined;
    if (current === undefined) return undefined;
    current = bare(current);
  }
  return current;
}

/** The keys a map at this path may have; empty where any key may stand or none. */
export function knownKeys(schema: z.ZodType, path: Path): string[] {
  const found = schemaAt(schema, path);
  return found === undefined ? [] : Object.keys(definition(found).shape ?? {});
}

export function isList(schema: z.ZodType, path: Path): boolean {
  const found = schemaAt(schema, path);
  return found !== undefined && definition(found).type === 'array';
}

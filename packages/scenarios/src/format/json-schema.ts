// The scenario schema as JSON Schema, for editors and other programs. A scenario that extends another one needs only what
// differs: then nothing is required outside of lists, and null removes a key.

import { z } from 'zod';
import { scenarioSchema } from './schema/scenario.ts';

type Json = Record<string, unknown>;

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing required, null allowed; elements of lists stay whole. */
function overridable(schema: Json): Json {
  const { required, properties, ...rest } = schema;
  void required;
  if (!isMap(properties)) return rest;
  const relaxed = Object.entries(properties).map(([key, value]) => [key, { anyOf: [overridable(value as Json), { type: 'null' }] }]);
  return { ...rest, properties: Object.fromEntries(relaxed) as Json };
}

export function scenarioJsonSchema(): Json {
  const full = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-2020-12' }) as Json;
  const { $schema, ...whole } = full;
  return {
    $schema,
    title: 'Dongseon scenario',
    description: 'A distribution centre, what is asked of it, and how it works. See docs/scenario-format.md.',
    if: { type: 'object', required: ['extends'] },
    then: { ...overridable(whole), required: ['formatVersion', 'id', 'extends'] },
    else: whole,
  };
}

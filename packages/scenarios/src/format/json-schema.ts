// The scenario schema as JSON Schema, for editors and other programs. A scenario that extends another one needs only what
// differs: then nothing is required outside of lists, and null removes a key.

import { z } from 'zod';
import { scenarioSchema } from './schema/scenario.ts';

type Json = Record<string, unknown>;

function isMap(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nothing required, null allowed; elements of lists stay whole. A shared definition has a second form, `…-override`. */
function overridable(schema: Json, shared: Json): Json {
  const { required, properties, $ref, ...rest } = schema;
  void required;
  if (typeof $ref === 'string') {
    const definition = shared[$ref.slice('#/$defs/'.length)];
    return { ...rest, $ref: isMap(definition) && isMap(definition.properties) ? `${$ref}-override` : $ref };
  }
  const values = isMap(rest.additionalProperties) ? { additionalProperties: overridable(rest.additionalProperties, shared) } : {};
  if (!isMap(properties)) return { ...rest, ...values };
  const relaxed = Object.entries(properties).map(
    ([key, value]) => [key, { anyOf: [overridable(value as Json, shared), { type: 'null' }] }] as const,
  );
  return { ...rest, ...values, properties: Object.fromEntries(relaxed) };
}

export function scenarioJsonSchema(): Json {
  const { $schema, $defs, ...whole } = z.toJSONSchema(scenarioSchema, {
    io: 'input',
    target: 'draft-2020-12',
    reused: 'ref',
  }) as Json;
  const shared = isMap($defs) ? $defs : {};
  const overrides = Object.entries(shared)
    .filter(([, definition]) => isMap(definition) && isMap(definition.properties))
    .map(([name, definition]) => [`${name}-override`, overridable(definition as Json, shared)] as const);
  return {
    $schema,
    title: 'Dongseon scenario',
    description: 'A distribution centre, what is asked of it, and how it works. See docs/scenario-format.md.',
    if: { type: 'object', required: ['extends'] },
    // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema; this object is only printed
    then: { ...overridable(whole, shared), required: ['formatVersion', 'id', 'extends'] },
    else: whole,
    $defs: { ...shared, ...Object.fromEntries(overrides) },
  };
}

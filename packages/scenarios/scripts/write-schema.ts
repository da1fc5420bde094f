// Writes docs/schema/scenario.schema.json and docs/errors.md from the source:
//
//   npx tsx packages/scenarios/scripts/write-schema.ts

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scenarioJsonSchema } from '../src/format/json-schema.ts';
import { errorsPage } from './error-examples.ts';

const docs = join(dirname(fileURLToPath(import.meta.url)), '../../../docs');
mkdirSync(join(docs, 'schema'), { recursive: true });
writeFileSync(join(docs, 'schema/scenario.schema.json'), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
writeFileSync(join(docs, 'errors.md'), errorsPage());

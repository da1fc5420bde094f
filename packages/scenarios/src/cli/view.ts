// dongseon view: serves the built viewer on this machine, with a scenario of one's own if one is given.

import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import type { ScenarioSource } from '../experiments/source.ts';
import { EXIT, Ending } from './exit.ts';
import { wholeNumber } from './options.ts';
import { makeOutput } from './output.ts';
import { openScenario } from './scenario.ts';
import { serve } from './static-server.ts';

/** Where a page with `?served=1` finds the scenario it is served with: `{ files: [{ name, text }] }`, the scenario file first. */
const SERVED_SCENARIO = '/served-scenario.json';

export function addView(program: Command): void {
  program
    .command('view')
    .summary('serve the viewer')
    .description('Serves the viewer on this machine until it is interrupted (Ctrl+C). It needs no network.')
    .argument('[scenario]', 'a scenario file, or the name of a built-in one', 'gimhae-shared-dc')
    .option('--port <n>', 'port, or the next free one; 0 takes any', wholeNumber(0), 4173)
    .option('--host <address>', 'address to listen on; 0.0.0.0 lets other machines in', 'localhost')
    .option('--json', 'print one JSON document: { "url": … }')
    .option('--quiet', 'no progress and advice')
    .addHelpText('after', '\nExample:\n  dongseon view gimhae-shared-dc --port 8080')
    .action(async (reference: string, options: { port: number; host: string; json?: boolean; quiet?: boolean }) => {
      const output = makeOutput(options.quiet ?? false);
      const opened = openScenario(reference);
      const folder = viewerFolder();
      const documents: Record<string, string> = {};
      if (!opened.isBuiltin) documents[SERVED_SCENARIO] = servedScenario(opened.source);
      const { server, url } = await serve(folder, { host: options.host, port: options.port, documents });
      const query = opened.isBuiltin ? '' : '?served=1';
      const address = `${url}${query}#scenario=${encodeURIComponent(opened.loaded.scenario.id)}`;
      output.data(options.json ? JSON.stringify({ url: address }) : `The viewer is at ${address}`);
      output.note('Ctrl+C ends it.');
      await new Promise<void>((resolve) => {
        process.once('SIGINT', resolve);
        process.once('SIGTERM', resolve);
      });
      server.close();
      server.closeAllConnections();
    });
}

function servedScenario({ fileName, text, files }: ScenarioSource): string {
  return JSON.stringify({
    files: [{ name: fileName, text }, ...Object.entries(files).map(([name, beside]) => ({ name, text: beside }))],
  });
}

/** The built viewer: packed with the command, or in the workspace. */
function viewerFolder(): string {
  const candidates = ['./viewer', '../../viewer/dist', '../../../viewer/dist'].map((path) =>
    fileURLToPath(new URL(path, import.meta.url)),
  );
  const folder = candidates.find((path) => existsSync(`${path}/index.html`));
  if (folder === undefined)
    throw new Ending(EXIT.unsatisfiable, 'The viewer is not built yet: run `npm run build` (or `npm start`).');
  return folder;
}

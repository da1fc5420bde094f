// npm start: installs, builds, runs the default scenario without a screen, prints its KPI table, and serves the viewer.
//
//   npm start -- --port 8080     serve on another port (default 4173, the next free one if taken)
//   npm start -- --no-serve      everything but serving (also: DONGSEON_NO_SERVE=1)

import { install, root, run, script } from './bootstrap.mjs';
import { join } from 'node:path';

const SCENARIO = 'gimhae-shared-dc';
const command = join(root, 'packages/scenarios/bin/dongseon.mjs');
const args = process.argv.slice(2);
const serves = !args.includes('--no-serve') && !process.env.DONGSEON_NO_SERVE;

await script(() => {
  const start = performance.now();
  install();
  console.log('Building …');
  run(process.execPath, ['scripts/build.mjs']);
  run(process.execPath, [command, 'run', SCENARIO]);
  console.log(`\nReady after ${((performance.now() - start) / 1000).toFixed(0)} s.`);
  if (serves) run(process.execPath, [command, 'view', SCENARIO, ...args]);
});

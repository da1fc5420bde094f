// Builds what is served and what is run: the command line into packages/scenarios/dist, the viewer into packages/viewer/dist.

import { root, runTool, script } from './bootstrap.mjs';
import { join } from 'node:path';

await script(() => {
  runTool('vite', [
    'build',
    '--logLevel',
    'warn',
    '--config',
    join(root, 'packages/scenarios/vite.config.ts'),
    join(root, 'packages/scenarios'),
  ]);
  runTool('vite', [
    'build',
    '--logLevel',
    'warn',
    '--config',
    join(root, 'packages/viewer/vite.config.ts'),
    join(root, 'packages/viewer'),
  ]);
});

// One project per kind of test, so that each can be run alone: `pnpm test:project engine`.
// Those called `browser-…` need a Chromium and a Firefox (scripts/browsers.mjs finds them) and run last, one at a time.

import { defineConfig } from 'vitest/config';

const project = (name: string, include: string[], extra: Record<string, unknown> = {}) => ({
  extends: true as const,
  test: { name, include: include.map((glob) => `tests/${glob}`), ...extra },
});

export default defineConfig({
  test: {
    passWithNoTests: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    pool: 'threads',
    reporters: ['default'],
    projects: [
      project('architecture', ['architecture/**/*.test.ts']),
      project('engine', ['engine/**/*.test.ts']),
      project('scenarios', ['scenarios/**/*.test.ts'], { exclude: ['tests/scenarios/cli/**'] }),
      project('cli', ['scenarios/cli/**/*.test.ts'], { testTimeout: 120_000 }),
      project('viewer', ['viewer/**/*.test.{ts,tsx}'], { environment: 'happy-dom' }),
      project('literature', ['literature/**/*.test.ts'], { testTimeout: 120_000 }),
      project('properties', ['properties/**/*.test.ts'], { testTimeout: 180_000 }),
      project('checker', ['checker/**/*.test.ts'], { testTimeout: 180_000 }),
      project('golden', ['golden/**/*.test.ts'], { testTimeout: 120_000 }),
      project('browser-runs', ['cross-platform/**/*.test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 180_000,
        fileParallelism: false,
      }),
      project('browser-pages', ['e2e/**/*.test.ts'], { testTimeout: 180_000, hookTimeout: 180_000, fileParallelism: false }),
    ],
  },
});

// The same run in Chromium and Firefox, on the main thread, in a worker and after a restore: the outcome that Node computes
// in this very run (and that the golden tests hold it to).

import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../packages/scenarios/src/cli/static-server.ts';
import { launchChromium, launchFirefox } from '../browsers.ts';
import { nameOf } from '../golden/golden.ts';
import { cases, prepare, runThrough, type Case, type Outcome } from './runs.ts';

interface Tab {
  onMainThread(which: Case, restoredAt?: number): Promise<Outcome>;
  inWorker(which: Case): Promise<Outcome>;
  close(): Promise<void>;
}

const folder = mkdtempSync(join(tmpdir(), 'dongseon-cross-platform-'));
let server: Server;
let url: string;
const inNode = new Map<string, Outcome>();

beforeAll(async () => {
  await build({
    root: fileURLToPath(new URL('./page', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    base: './',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 5000 },
  });
  ({ server, url } = await serve(folder, { host: '127.0.0.1', port: 0 }));
  for (const which of cases()) inNode.set(nameOf(which), runThrough(prepare(which)));
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

async function chromiumTab(): Promise<Tab> {
  const browser = await launchChromium();
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => typeof window.runInWorker === 'function');
  return {
    onMainThread: (which, at) => page.evaluate(([a, b]) => window.runOnMainThread(a, b), [which, at] as const),
    inWorker: (which) => page.evaluate((a) => window.runInWorker(a), which),
    close: () => browser.close(),
  };
}

async function firefoxTab(): Promise<Tab> {
  const browser = await launchFirefox();
  const page = await browser.newPage();
  await page.goto(url);
  await page.waitForFunction(() => typeof window.runInWorker === 'function');
  return {
    onMainThread: (which, at) => page.evaluate((a, b) => window.runOnMainThread(a, b), which, at),
    inWorker: (which) => page.evaluate((a) => window.runInWorker(a), which),
    close: () => browser.close(),
  };
}

describe.each([
  ['Chromium', chromiumTab],
  ['Firefox', firefoxTab],
])('%s computes what Node computes', (_browser, open) => {
  let tab: Tab;
  beforeAll(async () => {
    tab = await open();
  });
  afterAll(() => tab.close());

  it.each(cases().map((which) => [nameOf(which), which] as const))('%s', async (name, which) => {
    const expected = inNode.get(name);
    expect(await tab.onMainThread(which), 'on the main thread').toEqual(expected);
    expect(await tab.inWorker(which), 'in a worker').toEqual(expected);
    expect(await tab.onMainThread(which, 0.45), 'restored in the middle of the day').toEqual(expected);
  });
});

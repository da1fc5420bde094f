// What the viewer costs in a browser: JavaScript loaded, time to the first frame of the twin, script time and draw calls a frame.
//
//   node scripts/build.mjs && npx tsx tests/bench/viewer.bench.ts            a table beside the budgets
//   npx tsx tests/bench/viewer.bench.ts --json                               one JSON document
//   npx tsx tests/bench/viewer.bench.ts --dist <folder>                      another build of the viewer
//
// Chromium without a window and without graphics hardware, from this machine's own server: times to a first frame include drawing
// in software and say most beside each other. Loading is the median of 3 visits with an empty cache; frames are those of
// 10 s of playing at ×60 from 09:30.

import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { serve } from '../../packages/scenarios/src/cli/static-server.ts';
import { launchChromium } from '../browsers.ts';

const VISITS = 3;
const PLAY_MS = 10_000;
const WARM_MS = 3000;
const VIEWPORT = { width: 1440, height: 900 };
/** Smaller while playing: the scene and its script are the same, and software draws more frames of it. */
const PLAYING_VIEWPORT = { width: 800, height: 450 };
const LINK = '#scenario=gimhae-shared-dc&mode=digital&lang=en&t=09:30:00';

/** What the page notes about itself; `__dongseonStats` is the scene's (packages/viewer/src/scene/stats.ts). */
interface Noted {
  readonly firstFrame: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  readonly layoutShift: number;
  /** Tasks of more than 50 ms until the first frame: number, longest, and sum of what is beyond 50 ms each. */
  readonly longTasks: number;
  readonly longestTask: number;
  readonly blocking: number;
}

interface SceneStats {
  readonly js_ms: number;
  readonly js_p95_ms: number;
  readonly drawCalls: number;
  readonly triangles: number;
  readonly frames: number;
}

interface Scripts {
  readonly mainThread_kB: number;
  readonly workers_kB: number;
  readonly files: Readonly<Record<string, number>>;
}

/** Runs in the page before its own scripts. */
function note(): void {
  const noted = { firstFrame: 0, firstPaint: 0, largestPaint: 0, layoutShift: 0, longTasks: 0, longestTask: 0, blocking: 0 };
  const page = window as unknown as { noted: Noted; __dongseonStats?: SceneStats };
  page.noted = noted;
  const observe = (type: string, each: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  };
  observe('paint', (entry) => {
    if (entry.name === 'first-contentful-paint') noted.firstPaint = entry.startTime;
  });
  observe('largest-contentful-paint', (entry) => (noted.largestPaint = entry.startTime));
  observe('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean };
    if (!hadRecentInput) noted.layoutShift += value;
  });
  observe('longtask', (entry) => {
    if (noted.firstFrame > 0 && entry.startTime > noted.firstFrame) return;
    noted.longTasks++;
    noted.longestTask = Math.max(noted.longestTask, entry.duration);
    noted.blocking += entry.duration - 50;
  });
  const look = (): void => {
    if ((page.__dongseonStats?.frames ?? 0) > 0) noted.firstFrame = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Compressed sizes of the scripts that were asked for, by who asked. */
function sizes(dist: string, asked: ReadonlySet<string>, base: string): Scripts {
  const files: Record<string, number> = {};
  let main = 0;
  let workers = 0;
  for (const address of [...asked].sort()) {
    const path = address.slice(base.length);
    const bytes = gzipSync(readFileSync(join(dist, path)), { level: 9 }).length;
    files[path] = bytes;
    if (/\.worker-/.test(path)) workers += bytes;
    else main += bytes;
  }
  return { mainThread_kB: main / 1000, workers_kB: workers / 1000, files };
}

interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Addresses of the scripts that were asked for until the first frame. */
  readonly asked: ReadonlySet<string>;
}

async function visit(browser: Browser, url: string, viewport = VIEWPORT): Promise<Visit> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  const asked = new Set<string>();
  page.on('request', (request) => {
    if (/\.js(\?|$)/.test(request.url())) asked.add(request.url());
  });
  // tsx names functions by a helper of its own, which the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(note);
  await page.goto(`${url}${LINK}`);
  await page.waitForFunction(() => (window as unknown as { noted: Noted }).noted.firstFrame > 0, undefined, { timeout: 120_000 });
  return { page, context, asked };
}

const noted = (page: Page): Promise<Noted> => page.evaluate(() => (window as unknown as { noted: Noted }).noted);

async function loading(browser: Browser, url: string, dist: string): Promise<{ noted: Noted; scripts: Scripts }> {
  const visits: Noted[] = [];
  let scripts: Scripts | undefined;
  for (let i = 0; i < VISITS; i++) {
    const { page, context, asked } = await visit(browser, url);
    scripts = sizes(dist, asked, url);
    await page.waitForTimeout(500);
    visits.push(await noted(page));
    await context.close();
  }
  const median = (name: keyof Noted): number => visits.map((one) => one[name]).sort((a, b) => a - b)[VISITS >> 1]!;
  const names = Object.keys(visits[0]!) as (keyof Noted)[];
  return { noted: Object.fromEntries(names.map((name) => [name, median(name)])) as unknown as Noted, scripts: scripts! };
}

async function metrics(session: CDPSession): Promise<Map<string, number>> {
  const { metrics: found } = await session.send('Performance.getMetrics');
  return new Map(found.map(({ name, value }) => [name, value]));
}

const stats = (page: Page): Promise<SceneStats> =>
  page.evaluate(() => ({ ...(window as unknown as { __dongseonStats: SceneStats }).__dongseonStats }));

/** Seconds of script on the page's thread over the frames drawn meanwhile; the worker has finished its day before. */
async function playing(browser: Browser, url: string) {
  const { page, context } = await visit(browser, url, PLAYING_VIEWPORT);
  await page.locator('html[data-phase="done"]').waitFor({ timeout: 120_000, state: 'attached' });
  await page.waitForTimeout(WARM_MS);
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const clock = (): Promise<string> => page.locator('.clock b').innerText();
  const from = await clock();
  const [before, first] = [await metrics(session), await stats(page)];
  await page.waitForTimeout(PLAY_MS);
  const [after, last] = [await metrics(session), await stats(page)];
  const until = await clock();
  if (from === until) throw new Error('the clock stands: nothing was played');
  await session.send('HeapProfiler.collectGarbage');
  const heap = (await metrics(session)).get('JSHeapUsedSize')!;
  await context.close();
  const frames = last.frames - first.frames;
  const script_s = after.get('ScriptDuration')! - before.get('ScriptDuration')!;
  return {
    from,
    until,
    frames,
    sceneScript_ms: last.js_ms,
    sceneScriptP95_ms: last.js_p95_ms,
    allScriptPerFrame_ms: (1000 * script_s) / frames,
    drawCalls: last.drawCalls,
    triangles: last.triangles,
    heap_MB: heap / 1e6,
  };
}

type Row = readonly [what: string, measured: string, budget: string];

function print(rows: readonly Row[]): void {
  const widths = [0, 1].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  for (const [what, measured, budget] of rows)
    console.log(`${what.padEnd(widths[0]!)}  ${measured.padStart(widths[1]!)}  ${budget}`);
}

const flag = process.argv.indexOf('--dist');
const named = flag >= 0 ? process.argv[flag + 1] : undefined;
const dist = named ?? fileURLToPath(new URL('../../packages/viewer/dist', import.meta.url));
const { server, url } = await serve(dist, { host: '127.0.0.1', port: 0 });
const base = new URL('/', url).href;
const browser = await launchChromium();
try {
  const load = await loading(browser, base, dist);
  const play = await playing(browser, base);
  const machine = { processors: cpus().length, model: cpus()[0]?.model, load: loadavg()[0], chromium: browser.version() };
  if (process.argv.includes('--json')) console.log(JSON.stringify({ machine, load, play }, null, 2));
  else {
    const ms = (value: number): string => `${Math.round(value)} ms`;
    print([
      ['', 'measured', 'budget'],
      ['JavaScript before the first frame, gz', `${load.scripts.mainThread_kB.toFixed(1)} kB`, '500 kB'],
      ['  the same in workers, gz', `${load.scripts.workers_kB.toFixed(1)} kB`, '–'],
      ['First contentful paint', ms(load.noted.firstPaint), '–'],
      ['Largest contentful paint', ms(load.noted.largestPaint), '2500 ms'],
      ['Layout shift', load.noted.layoutShift.toFixed(3), '0.1'],
      ['First frame of the twin', ms(load.noted.firstFrame), '3000 ms'],
      ['Longest task until then', ms(load.noted.longestTask), '–'],
      ['Blocking until then', `${ms(load.noted.blocking)} in ${load.noted.longTasks} tasks`, '–'],
      ['Script a frame, the scene (median)', `${play.sceneScript_ms.toFixed(2)} ms`, '4 ms'],
      ['Script a frame, the scene (95 %)', `${play.sceneScriptP95_ms.toFixed(2)} ms`, '–'],
      ['Script a frame, all of the page', `${play.allScriptPerFrame_ms.toFixed(2)} ms`, '–'],
      ['Frames in 10 s (drawn in software)', `${play.frames}`, '–'],
      ['Draw calls', `${play.drawCalls}`, '150'],
      ['Triangles', `${(play.triangles / 1e6).toFixed(2)} M`, '2 M'],
      ['Heap after playing, without buffers', `${play.heap_MB.toFixed(0)} MB`, '150 MB'],
    ]);
    console.log(
      `\n${machine.processors} × ${machine.model}, load ${machine.load!.toFixed(1)}, Chromium ${machine.chromium}; ×60 from ${play.from} to ${play.until}`,
    );
  }
} finally {
  await browser.close();
  server.close();
}

// The viewer as a person meets it: served by the real command, opened in Chromium, run to the end of the day.
// Pictures of what was seen are left in test-results/.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../browsers.ts';
import { prepare, runThrough } from '../cross-platform/runs.ts';
import { start, type RunningCommand } from '../scenarios/cli/dongseon.ts';

const pictures = fileURLToPath(new URL('../../test-results', import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let command: RunningCommand;
let url: string;
let browser: Browser;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  command = start(['view', '--port', '0', '--json']);
  const printed = await command.waitFor(/\{.*\}/);
  ({ url } = JSON.parse(/\{.*\}/.exec(printed)![0]) as { url: string });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  command.kill('SIGINT');
  expect((await command.ended).code).toBe(0);
});

interface Visit {
  readonly page: Page;
  /** Errors of the console and of the page, and requests that left this machine or failed. */
  readonly complaints: string[];
}

/** Opens the viewer at a link; `?test=1` keeps the picture still until something is asked of it. */
async function visit(link: string, query = '?test=1', viewport = { width: 1440, height: 900 }): Promise<Visit> {
  const page = await browser.newPage({ viewport });
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(`${request.url()} failed`));
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (!['blob:', 'data:'].includes(protocol) && origin !== new URL(url).origin) complaints.push(`asks ${request.url()}`);
  });
  await page.goto(`${new URL(`/${query}`, url).href}#${link}`);
  await page.locator('canvas').first().waitFor({ timeout: 60_000 });
  return { page, complaints };
}

/** Waits until the whole run is simulated; its trace hash. */
async function hashAtTheEnd(page: Page): Promise<string> {
  const badge = page.locator('.badge');
  await badge.getByText(/Simulated to the end|끝까지/).waitFor({ timeout: 90_000 });
  return (await badge.locator('.mono').first().innerText()).trim();
}

async function seriousProblems(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const options: RunOptions = { resultTypes: ['violations'] };
  const results = await page.evaluate(
    (given) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

async function seek(page: Page, hour: number): Promise<void> {
  await page.locator('.scrub input[type=range]').fill(String(hour * 3600));
  await page
    .locator('.clock b')
    .getByText(`${String(hour).padStart(2, '0')}:00:00`)
    .waitFor();
}

const kpis = (page: Page): Promise<string[]> => page.locator('.kpi .value').allInnerTexts();
const clockText = (page: Page): Promise<string> => page.locator('.clock b').innerText();

describe('the viewer', () => {
  it('shows a day, in English: the hash of Node, numbers that follow the time, stepping', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=en');
    const expected = runThrough(prepare({ scenario: 'gimhae-shared-dc', mode: 'digital' }));
    expect(await hashAtTheEnd(page)).toBe(expected.hash);

    await seek(page, 9);
    const morning = await kpis(page);
    await seek(page, 16);
    const afternoon = await kpis(page);
    expect(morning.length).toBeGreaterThan(3);
    expect(afternoon).not.toEqual(morning);
    await seek(page, 9);
    await expect.poll(() => kpis(page)).toEqual(morning);

    // Several events may lie within the second that the clock shows.
    const nextEvent = page.getByRole('button', { name: /^Next event/ });
    await expect
      .poll(
        async () => {
          await nextEvent.click();
          return clockText(page);
        },
        { timeout: 30_000 },
      )
      .not.toBe('09:00:00');

    await seek(page, 11);
    await page.screenshot({ path: `${pictures}/viewer-en.png` });
    expect(await seriousProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows the storage: every overlay with its legend, what lies in a location, the storage panel', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=en');
    await hashAtTheEnd(page);
    await seek(page, 11);
    const legend = page.locator('.legend');
    const titles = new Set<string>();
    for (let i = 0; i < 12; i++) {
      titles.add(await legend.locator('h2').innerText());
      await page.keyboard.press('KeyH');
    }
    expect(titles.size).toBe(12);
    await page.getByRole('button', { name: 'Overlay' }).click();
    await page.getByRole('menuitemradio', { name: 'Tenant' }).click();
    expect(await legend.innerText()).toMatch(/Tenant occupied locations/);

    await page.getByRole('button', { name: 'Storage', exact: true }).click();
    const rows = page.locator('.drawer .figures tbody tr');
    await rows.first().waitFor();
    const atEleven = await rows.allInnerTexts();
    await seek(page, 17);
    await expect.poll(() => rows.allInnerTexts()).not.toEqual(atEleven);
    await seek(page, 11);
    await expect.poll(() => rows.allInnerTexts()).toEqual(atEleven);
    for (const tab of ['Areas', 'Over time', 'Drift', 'Replenishment', 'Re-slotting']) {
      await page.getByRole('tab', { name: tab }).click();
      expect([tab, await seriousProblems(page)]).toEqual([tab, []]);
    }

    await page.getByRole('button', { name: 'Tables', exact: true }).click();
    await page.getByRole('tab', { name: 'Stock' }).click();
    await page.locator('.drawer tbody button').first().click();
    await expect
      .poll(() => page.locator('.inspector').innerText())
      .toMatch(/Lots[\s\S]*Received[\s\S]*Storage rules[\s\S]*In order/);
    expect(await seriousProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('plays by itself, with numbers that change, until it is paused', async () => {
    // Without ?test=1 the picture is drawn again and again: kept small, since no graphics hardware helps here.
    const { page, complaints } = await visit('scenario=four-orders&mode=paper&lang=en', '', { width: 900, height: 600 });
    await hashAtTheEnd(page);
    await page.getByRole('button', { name: /^Pause\b/ }).waitFor();
    const before = { clock: await clockText(page), kpis: await kpis(page) };
    await expect.poll(() => clockText(page), { timeout: 60_000 }).not.toBe(before.clock);
    // The four orders are picked after seven; later nothing changes until they leave at half past one.
    await page.locator('.scrub input[type=range]').fill(String(7 * 3600));
    const start = await kpis(page);
    await expect.poll(() => kpis(page), { timeout: 60_000, interval: 500 }).not.toEqual(start);
    await page.getByRole('button', { name: /^Pause\b/ }).click();
    await page.getByRole('button', { name: /^Play\b/ }).waitFor();
    const paused = await clockText(page);
    await page.waitForTimeout(500);
    expect(await clockText(page)).toBe(paused);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('speaks Korean, and switches the language without losing the place', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=ko');
    await hashAtTheEnd(page);
    await seek(page, 15);
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    await expect.poll(() => page.locator('body').innerText()).toContain('예시');
    await page.screenshot({ path: `${pictures}/viewer-ko.png` });
    expect(await seriousProblems(page)).toEqual([]);

    await page.locator('button.language').click();
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
    await expect.poll(() => page.locator('body').innerText()).toContain('Illustrative');
    expect(await clockText(page)).toBe('15:00:00');
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('switches the operating mode and runs it to the hash that Node computes', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=en');
    const digital = await hashAtTheEnd(page);
    await page.locator('.header').getByRole('radio').first().click();
    const expected = runThrough(prepare({ scenario: 'gimhae-shared-dc', mode: 'paper' }));
    await expect.poll(() => hashAtTheEnd(page), { timeout: 60_000 }).toBe(expected.hash);
    expect(expected.hash).not.toBe(digital);
    await page.screenshot({ path: `${pictures}/viewer-paper.png` });
    expect(complaints).toEqual([]);
    await page.close();
  });
});

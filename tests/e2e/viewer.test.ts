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
    for (let i = 0; i < 13; i++) {
      titles.add(await legend.locator('h2').innerText());
      await page.keyboard.press('KeyH');
    }
    expect(titles.size).toBe(13);
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

  it('shows picking: two routes of one order, the tours really made, waits by place, cartons', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=en');
    await hashAtTheEnd(page);
    await seek(page, 11);
    await page.getByRole('button', { name: 'Picking', exact: true }).click();
    const drawer = page.locator('.drawer');
    const figures = drawer.locator('.route-figures tbody tr');
    const metres = async (): Promise<number[]> =>
      (await figures.first().locator('td').allInnerTexts()).slice(0, 2).map((text) => Number(text.replaceAll(',', '')));
    await expect.poll(metres, { timeout: 20_000 }).toEqual([expect.any(Number), expect.any(Number)]);
    await expect.poll(async () => (await metres()).every((value) => value > 50), { timeout: 20_000 }).toBe(true);
    // Whatever A is, B is optimal: never longer.
    await expect.poll(() => drawer.locator('select').nth(1).inputValue()).toBe('optimal');
    for (const routing of ['s-shape', 'nearest-neighbour']) {
      await drawer.locator('select').first().selectOption(routing);
      await expect.poll(() => drawer.locator('figcaption').first().innerText()).toMatch(/\d m/);
      const [a, b] = await metres();
      expect([routing, b! <= a! + 0.05]).toEqual([routing, true]);
    }
    expect(await drawer.locator('polyline.plan-way').count()).toBe(2);
    await expect.poll(() => page.locator('.twin-stop.is-shown').count()).toBeGreaterThan(10);
    expect(await page.locator('.legend').innerText()).toMatch(/A Nearest neighbour[\s\S]*B Optimal/);
    await page.getByRole('button', { name: 'Enlarge' }).click();
    await page.locator('.large-plans svg').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    await page.screenshot({ path: `${pictures}/viewer-routes.png` });
    await page.keyboard.press('Escape');

    await page.getByRole('tab', { name: 'Waiting' }).click();
    await page.getByRole('button', { name: 'Show on the floor' }).click();
    await drawer.getByRole('radio', { name: 'Since start' }).click();
    await drawer.locator('tbody tr').first().waitFor();
    expect(await page.locator('.legend').innerText()).toMatch(/Congestion[\s\S]*12 min\+/);
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Pick tours' }).click();
    const rows = drawer.locator('tbody tr');
    await rows.first().waitFor();
    await rows.nth(2).locator('button').click();
    const inspector = page.locator('.inspector');
    await expect.poll(() => inspector.innerText()).toMatch(/Pick tour[\s\S]*Stops\s*0 \/ \d+[\s\S]*Walked/);

    await inspector.locator('.link-row button').first().click();
    await seek(page, 17);
    const inside = inspector.getByRole('button', { name: 'Look inside' }).first();
    await inside.click();
    await inspector.locator('.carton-picture .carton-goods').first().waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows the deliveries on a map: vehicles and stops that follow the time, list and map linked', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=en');
    await hashAtTheEnd(page);
    await seek(page, 10);
    await page.getByRole('button', { name: 'Delivery', exact: true }).click();
    const map = page.locator('.roads-picture');
    await map.waitFor();
    const away = map.locator('.roads-vehicle.is-away');
    await expect.poll(() => away.count()).toBeGreaterThan(2);
    expect(await map.locator('.roads-stop').count()).toBeGreaterThan(30);
    const places = (): Promise<(string | null)[]> =>
      map.locator('.roads-vehicle').evaluateAll((found) => found.map((vehicle) => vehicle.getAttribute('transform')));
    const figures = page.locator('.board-figures');
    const [atTen, figuresAtTen] = [await places(), await figures.innerText()];
    await seek(page, 12);
    await expect.poll(() => figures.innerText()).not.toBe(figuresAtTen);
    await expect.poll(places).not.toEqual(atTen);
    await seek(page, 10);
    await expect.poll(places).toEqual(atTen);
    await expect.poll(() => figures.innerText()).toBe(figuresAtTen);

    await page.locator('.route-toggle').first().click();
    const row = page.locator('.stop-row button').nth(2);
    await row.click();
    await map.locator('.roads-selected').waitFor();
    expect(await row.getAttribute('aria-current')).toBe('true');
    await expect.poll(() => page.locator('.inspector').innerText()).toMatch(/Takes goods in\s*\d\d:\d\d–\d\d:\d\d/);
    const middle = await map.locator('.roads-selected').boundingBox();
    const box = (await map.boundingBox())!;
    expect(Math.abs(middle!.y + middle!.height / 2 - box.y - box.height / 2)).toBeLessThan(3);
    expect(await seriousProblems(page)).toEqual([]);
    await page.screenshot({ path: `${pictures}/viewer-roads.png` });

    // The other way about: a mark on the map chooses the row of the list, and the keys move the map.
    const mark = map.locator('.roads-stop:not(.is-planned):not(.is-faded)').first();
    await mark.locator('.roads-target').click({ force: true });
    await expect.poll(() => page.locator('.stop-row button[aria-current="true"]').count()).toBeGreaterThan(0);
    await map.focus();
    const before = await places();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(places).not.toEqual(before);
    expect(await clockText(page)).toBe('10:00:00');

    await page.getByRole('tab', { name: 'Costs' }).click();
    await expect.poll(() => page.locator('.drawer .figures').first().innerText()).toMatch(/By tenant[\s\S]*KRW/);
    expect(await seriousProblems(page)).toEqual([]);
    await page.locator('.drawer').getByRole('button', { name: 'Close' }).click();
    await map.waitFor({ state: 'detached' });
    await page.locator('.column').waitFor();
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('shows picking on a phone too, in Korean', async () => {
    const { page, complaints } = await visit('scenario=gimhae-shared-dc&mode=digital&lang=ko', '?test=1', {
      width: 390,
      height: 844,
    });
    await page.waitForSelector('html[data-phase="done"]', { timeout: 90_000 });
    await page.getByRole('tab', { name: '피킹', exact: true }).click();
    const figures = page.locator('.route-figures');
    await expect.poll(() => figures.innerText(), { timeout: 20_000 }).toMatch(/최적/);
    const tooWide = (): Promise<boolean> => page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    expect(await tooWide()).toBe(false);
    expect(await seriousProblems(page)).toEqual([]);
    await page.getByRole('button', { name: '다른 오더' }).click();
    await page.locator('.order-choice tbody tr').first().waitFor();
    expect(await page.locator('.sheet-body').evaluate((body) => body.scrollWidth > body.clientWidth)).toBe(false);
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

// A person's own scenario with its CSV tables: chosen in the scenario panel, or dropped on the page; and one that is wrong.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtinTable } from '../../packages/scenarios/src/builtin/texts.ts';
import { builtinText } from '../../packages/scenarios/src/index.ts';
import { launchChromium } from '../browsers.ts';
import { start, type RunningCommand } from '../scenarios/cli/dongseon.ts';

let command: RunningCommand;
let url: string;
let browser: Browser;

beforeAll(async () => {
  command = start(['view', '--port', '0', '--json']);
  const printed = await command.waitFor(/\{.*\}/);
  ({ url } = JSON.parse(/\{.*\}/.exec(printed)![0]) as { url: string });
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  command.kill('SIGINT');
  await command.ended;
});

interface TextFile {
  readonly name: string;
  readonly text: string;
}

const scenarioText = builtinText('four-orders')!
  .replace('id: four-orders', 'id: my-orders')
  .replace('en: Four orders', 'en: My own orders');
const own: readonly TextFile[] = [
  ...[...scenarioText.matchAll(/table: ([\w-]+\.csv)/g)].map(([, name]) => ({
    name: name!,
    text: builtinTable('four-orders', name!)!,
  })),
  { name: 'my-orders.yaml', text: scenarioText },
];

async function openPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 } });
  await page.goto(`${new URL('/?test=1', url).href}#scenario=four-orders&lang=en`);
  await waitForTheEnd(page, 'Four orders');
  return page;
}

/** Waits until a scenario of that name is on screen and simulated to its end. */
async function waitForTheEnd(page: Page, name: string): Promise<void> {
  await page.locator('.header .scenario-name').getByText(name, { exact: true }).waitFor({ timeout: 60_000 });
  await page.locator('html[data-phase="done"]').waitFor({ timeout: 60_000, state: 'attached' });
}

function drop(page: Page, files: readonly TextFile[]): Promise<void> {
  return page.evaluate((given) => {
    const dataTransfer = new DataTransfer();
    for (const { name, text } of given) dataTransfer.items.add(new File([text], name));
    for (const type of ['dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
    }
  }, files);
}

describe('a scenario of one’s own', () => {
  it('is opened with its tables from the scenario panel, runs, and stays in the list', async () => {
    const page = await openPage();
    await page.locator('.header .scenario-name').click();
    await page.locator('input[type=file]').setInputFiles(
      own.map(({ name, text }) => ({
        name,
        mimeType: name.endsWith('.csv') ? 'text/csv' : 'application/yaml',
        buffer: Buffer.from(text),
      })),
    );
    await waitForTheEnd(page, 'My own orders');
    await page.locator('.scrub input[type=range]').fill(String(18 * 3600));
    const picked = page.locator('.kpi', { hasText: 'Lines picked' }).locator('.value');
    await expect.poll(() => picked.innerText()).toBe('8');
    const options = await page.locator('select').first().locator('option').allInnerTexts();
    expect(options.some((option) => option.startsWith('My own orders ('))).toBe(true);
    await page.close();
  });

  it('is opened when its files are dropped on the page', async () => {
    const page = await openPage();
    await drop(page, own);
    await waitForTheEnd(page, 'My own orders');
    expect(await page.locator('.badge').first().innerText()).toContain('my-orders');
    await page.close();
  });

  it('that lacks a table says so, and the run on screen stays', async () => {
    const page = await openPage();
    await drop(
      page,
      own.filter(({ name }) => name !== 'orders.csv'),
    );
    const problems = page.locator('.problems');
    await problems.waitFor();
    expect(await problems.innerText()).toMatch(/E1014[^]*orders\.csv/);
    await problems.getByRole('button', { name: /Keep|Back|current/i }).click();
    expect(await page.locator('.header .scenario-name').innerText()).toBe('Four orders');
    expect(await page.locator('html').getAttribute('data-phase')).toBe('done');
    await page.close();
  });
});

// Starts the browsers that the tests use: Chromium by Playwright, Firefox by Puppeteer (WebDriver BiDi), both without a
// window and without any network of their own.

import { chromium, type Browser as Chromium } from 'playwright-core';
import puppeteer, { type Browser as Firefox } from 'puppeteer-core';
import { adviceFor, findBrowser, type BrowserKind } from '../scripts/browsers.mjs';

function programOf(kind: BrowserKind): string {
  const path = findBrowser(kind);
  if (path === undefined) throw new Error(adviceFor([kind]));
  return path;
}

export function launchChromium(): Promise<Chromium> {
  return chromium.launch({
    executablePath: programOf('chromium'),
    headless: true,
    args: [
      ...['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking'],
      ...['--disable-component-update', '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
    ],
  });
}

export function launchFirefox(): Promise<Firefox> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: programOf('firefox'),
    headless: true,
    extraPrefsFirefox: {
      'app.update.enabled': false,
      'datareporting.policy.dataSubmissionEnabled': false,
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
    },
  });
}

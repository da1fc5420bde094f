// Finds a Chromium and a Firefox for the browser tests, or installs Debian's where that is possible.
// CHROMIUM and FIREFOX in the environment name other programs.

import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = {
  chromium: ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'],
  firefox: ['firefox-esr', 'firefox'],
};
const PLACES = {
  chromium: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: ['/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Path of 'chromium' or 'firefox', or undefined. */
export function findBrowser(kind) {
  const named = process.env[kind.toUpperCase()];
  if (named) return isProgram(named) ? named : undefined;
  for (const name of NAMES[kind]) {
    for (const folder of (process.env.PATH ?? '').split(delimiter)) {
      const path = join(folder, name);
      if (folder !== '' && isProgram(path)) return path;
    }
  }
  return PLACES[kind].find((path) => existsSync(path));
}

/** The kinds that are missing: a part of ['chromium', 'firefox']. */
export function missingBrowsers() {
  return Object.keys(NAMES).filter((kind) => findBrowser(kind) === undefined);
}

/** Installs what is missing with apt-get where this process may; returns the kinds still missing. */
export function provideBrowsers() {
  const missing = missingBrowsers();
  if (missing.length === 0) return missing;
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || spawnSync('apt-get', ['--version']).status !== 0) return missing;
  const packages = missing.map((kind) => (kind === 'firefox' ? 'firefox-esr' : 'chromium'));
  console.log(`Installing ${packages.join(' and ')} for the browser tests …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['update', '-qq'], { stdio: 'ignore', env });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { stdio: 'ignore', env });
  return missingBrowsers();
}

/** One line: what to do about missing browsers. */
export function adviceFor(missing) {
  const packages = missing.map((kind) => (kind === 'firefox' ? 'firefox-esr' : 'chromium'));
  return (
    `The browser tests need ${missing.join(' and ')}: install with \`sudo apt-get install ${packages.join(' ')}\` ` +
    `(or set ${missing.map((kind) => `${kind.toUpperCase()}=<path>`).join(' and ')}).`
  );
}

// Makes a fresh clone ready with Node.js and npm only: finds pnpm (or takes the pinned version through npx) and installs
// the workspace. Used by `npm start`, `npm test` and every root script that needs the dependencies.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const windows = process.platform === 'win32';

/** The pinned package manager, e.g. `pnpm@10.34.9`. */
export const pinned = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager;

/** The command words that run pnpm: an installed one of the pinned major version, or the pinned one through npx. */
export function findPnpm() {
  const found = spawnSync('pnpm', ['--version'], { cwd: root, encoding: 'utf8', shell: windows });
  const major = pinned.split('@')[1].split('.')[0];
  if (found.status === 0 && found.stdout.trim().split('.')[0] === major) return ['pnpm'];
  return ['npx', '-y', pinned];
}

/** Runs a command in the repository's root with its output shown; throws `Failed` where it does not exit with 0. */
export function run(command, args, options = {}) {
  const { quiet = false, env = {} } = options;
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    encoding: 'utf8',
    shell: windows,
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) {
    if (quiet) process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}`);
    throw new Failed(`${[command, ...args].join(' ')} ended with ${result.error?.message ?? `exit code ${result.status}`}`);
  }
}

/** A step that did not succeed; its output was already shown. */
export class Failed extends Error {}

/** Installs exactly what pnpm-lock.yaml says. About a second when nothing changed. */
export function install() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Failed(`Node.js ${process.versions.node} is too old: install Node.js 20.19 or later (https://nodejs.org)`);
  }
  const [command, ...words] = findPnpm();
  console.log(`Installing the dependencies with ${[command, ...words].join(' ')} …`);
  run(command, [...words, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false', '--reporter=append-only'], {
    quiet: true,
  });
}

/** Runs a program that a dependency brings (node_modules/.bin). */
export function runTool(tool, args, options) {
  run(join(root, 'node_modules', '.bin', windows ? `${tool}.cmd` : tool), args, options);
}

/** Runs `main`; a failed step ends the process with code 1 and one line, a defect with its stack. */
export async function script(main) {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}

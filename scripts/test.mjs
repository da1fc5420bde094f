// npm test: installs, then lint, format, types and every test, in Node and in real browsers.
// Stops at nothing, so that one run shows all that is wrong; exits with 1 if anything was.
//
//   npm test                     everything
//   npm test -- --no-browsers    without the tests that need Chromium and Firefox
//   npm test -- --fast           lint, types and the projects without browsers, without installing

import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Failed, install, root, run, runTool, script } from './bootstrap.mjs';
import { adviceFor, provideBrowsers } from './browsers.mjs';

const fast = process.argv.includes('--fast');
const withBrowsers = !fast && !process.argv.includes('--no-browsers');
const failures = [];
const counts = { passed: 0, failed: 0, skipped: 0 };
const results = join(root, 'test-results');

function step(name, action) {
  const start = performance.now();
  process.stdout.write(`\n— ${name}\n`);
  try {
    action();
  } catch (error) {
    if (!(error instanceof Failed)) throw error;
    console.error(error.message);
    failures.push(name);
  }
  console.log(`  ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** Runs vitest on some projects and adds its counts; a run that left no result counts as one failed test. */
function vitest(name, projects) {
  const file = join(results, `${name}.json`);
  step(name, () => {
    try {
      const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
      runTool('vitest', ['run', '--project', projects, ...options]);
    } finally {
      let report;
      try {
        report = JSON.parse(readFileSync(file, 'utf8'));
      } catch {
        report = { numPassedTests: 0, numFailedTests: 1, numPendingTests: 0, numTodoTests: 0 };
      }
      counts.passed += report.numPassedTests;
      counts.failed += report.numFailedTests;
      counts.skipped += report.numPendingTests + report.numTodoTests;
    }
  });
}

await script(() => {
  const start = performance.now();
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  if (!fast) install();
  const missing = withBrowsers ? provideBrowsers() : [];

  step('lint', () => runTool('oxlint', ['--type-aware', '--deny-warnings']));
  step('unused files and dependencies', () => runTool('knip', ['--no-progress']));
  step('format', () => runTool('oxfmt', ['--check']));
  for (const part of ['packages/engine', 'packages/scenarios', 'packages/viewer', 'tests']) {
    step(`types of ${part}`, () => runTool('tsc', ['-p', part]));
  }
  if (!fast) step('build', () => run(process.execPath, ['scripts/build.mjs']));
  vitest('tests', '!browser-*');
  if (withBrowsers && missing.length === 0) vitest('browser-tests', 'browser-*');

  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  console.log(`\n${failures.length === 0 ? 'All is well' : `Not well: ${failures.join(', ')}`} (${minutes} min)`);
  if (missing.length > 0) {
    console.error(`${adviceFor(missing)} They were not run. Without them: npm test -- --no-browsers`);
    failures.push('browsers');
  }
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  if (failures.length > 0) process.exitCode = 1;
});

// npm test: everything, on a fresh clone too. The last line is `N passed, N failed`: tests and checks together.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests } from './countTests.mjs';
import { findBrowser } from './findBrowser.mjs';
import { prepare, say } from './prepare.mjs';
import { runTask } from './runTask.mjs';
import { build, deadCode, lint, typeChecks, vitest } from './tasks.mjs';

const startedAtMs = Date.now();
const reports = mkdtempSync(join(tmpdir(), 'cotejo-test-'));
const total = { passed: 0, failed: 0 };

// On every way out, also when a step ends the process itself.
process.on('exit', (code) => {
  rmSync(reports, { recursive: true, force: true });
  if (code !== 0 && total.failed === 0) total.failed = 1;
  say(`\nAll in ${((Date.now() - startedAtMs) / 60_000).toFixed(1)} minutes.`);
  process.stdout.write(`${total.passed} passed, ${total.failed} failed\n`);
});

await prepare({ build: false });
const groups = [
  () => checks(typeChecks()),
  () => checks([lint]),
  () => checks([deadCode]),
  () => checks([build]),
  () => tests('tests'),
  () => journeys(),
];
for (const group of groups) {
  await group();
  if (total.failed > 0) break;
}
process.exit(total.failed > 0 ? 1 : 0);

async function checks(tasks) {
  for (const task of tasks) {
    if (await runTask(task)) total.passed += 1;
    else total.failed += 1;
  }
}

async function tests(title, ...args) {
  const reportFile = join(reports, `${title}.json`);
  const counted = countTests(reportFile, await runTask(vitest(title, reportFile, ...args)));
  total.passed += counted.passed;
  total.failed += counted.failed;
}

/** The app as built, in a real browser. Without a browser this fails: a journey that is skipped proves nothing. */
async function journeys() {
  say('\n── looking for a browser');
  const browser = await findBrowser();
  if (!browser) {
    say('✗ No browser: set CHROMIUM_PATH to a Chromium or Chrome.');
    total.failed += 1;
    return;
  }
  say(`✓ ${browser}`);
  process.env.CHROMIUM_PATH = browser;
  await tests('journeys', '--config', 'test/journeys/vitest.config.ts');
}

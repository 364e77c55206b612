// npm run bench [-- --json]: builds what is measured, finds a browser, runs test/bench/run.bench.ts.
import { spawnSync } from 'node:child_process';
import { findBrowser } from './findBrowser.mjs';
import { commandOf, prepare, root, say } from './prepare.mjs';

await prepare();
const browser = await findBrowser();
if (!browser) {
  say('No browser: set CHROMIUM_PATH to a Chromium or Chrome.');
  process.exit(1);
}
const { status } = spawnSync(process.execPath, [commandOf('tsx', 'dist', 'cli.mjs'), 'test/bench/run.bench.ts', ...process.argv.slice(2)], {
  cwd: root, env: { ...process.env, CHROMIUM_PATH: browser }, stdio: ['ignore', 'inherit', 'inherit'],
});
process.exit(status ?? 1);

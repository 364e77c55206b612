import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { figureTable } from './figureTable.ts';
import { firstLoad } from './firstLoad.ts';
import { measurePage } from './measurePage.ts';
import { FULL, measureVisit, QUICK } from './measureVisit.ts';
import { openBrowser } from './openBrowser.ts';

/** `npm run bench`: figures on stdout, for people or with `--json` as an array; everything else goes to stderr. */
const say = (line: string): void => void process.stderr.write(`${line}\n`);
const folder = await mkdtemp(join(tmpdir(), 'cotejo-bench-'));
try {
  const environment = await environmentLine();
  say(environment);
  const figures = [...(await firstLoad(folder, say)), ...(await measurePage(folder, say)), ...(await measureVisit(folder, process.argv.includes('--quick') ? QUICK : FULL, say))];
  const isForPrograms = process.argv.includes('--json');
  process.stdout.write(isForPrograms ? `${JSON.stringify(figures)}\n` : `${environment}\n${figureTable(figures)}\n`);
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function environmentLine(): Promise<string> {
  const browser = await openBrowser(folder, 'version');
  const version = browser.browser()?.version() ?? '';
  await browser.close();
  return `Chromium ${version}, Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim() ?? ''})`;
}

import { join } from 'node:path';
import { buildPage } from './buildPage.ts';
import { figure, type Figure } from './figure.ts';
import { openBrowser } from './openBrowser.ts';
import { percentile } from './percentile.ts';
import { serveFolder } from './serveFolder.ts';

const WRITES = 200;
const WARM_UP = 3;
const OPENINGS = 15;

/** Typing and unlocking, each beside its limit, in one page of a browser with a fresh profile. */
export async function measurePage(folder: string, say: (line: string) => void): Promise<readonly Figure[]> {
  const built = join(folder, 'page');
  await buildPage(built, 'page');
  const served = await serveFolder(built);
  const browser = await openBrowser(folder, 'page-profile');
  try {
    const page = await browser.newPage();
    page.on('pageerror', (error) => say(`The page: ${error.message}`));
    await page.goto(served.url);
    say(`Typing: ${WRITES} drafts …`);
    const drafts = await page.evaluate((writes) => window.cotejoBench.timeDrafts(writes), WRITES);
    say(`Unlocking: 600 standards, 2,000 ops, ${OPENINGS} times …`);
    await page.evaluate(async () => {
      window.unlockBench = await window.cotejoBench.openUnlockBench();
    });
    const product: number[] = [];
    const floor: number[] = [];
    for (let at = 0; at < WARM_UP + OPENINGS; at++) {
      floor.push(await page.evaluate(() => window.unlockBench.floor()));
      product.push(await page.evaluate(() => window.unlockBench.product()));
    }
    say(`  first of this page: ${product[0]?.toFixed(1)} ms, limit ${floor[0]?.toFixed(1)} ms`);
    return [
      figure('type.durable', percentile(drafts.product, 95), 'ms', percentile(drafts.floor, 95)),
      figure('unlock.open600', percentile(product.slice(WARM_UP), 50), 'ms', percentile(floor.slice(WARM_UP), 50)),
    ];
  } finally {
    await browser.close();
    await served.close();
  }
}
